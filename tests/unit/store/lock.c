#include "bench.h"

static void
says_who_is_writing(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct change *change = bench_change(store, "form");
	char *path = store_beside(bench->path, "-lock");
	struct file_lock *lock;
	struct holder holder;
	struct err err = ERR_INIT;

	bench_ok(file_lock_open(path, NULL, &lock, &err), &err);
	bench_refused(file_lock_take(lock, true, &err), ERR_BUSY, &err);
	holder_read(&holder, lock);
	assert_string_equal(holder.operator_name, "tester");
	assert_string_equal(holder.account, "wang@pc1");
	assert_string_equal(holder.action, "form");
	assert_int_equal(holder.since, bench->now);
	assert_int_equal(holder.left, HOLDER_LEFT_UNKNOWN);
	holder_clear(&holder);
	change_abandon(change);
	bench_ok(file_lock_take(lock, true, &err), &err);
	holder_read(&holder, lock);
	assert_string_equal(holder.account, "");
	holder_clear(&holder);
	file_lock_close(lock);
	free(path);
	store_close(store);
}

static void
waits_and_names_the_writer(void **state)
{
	struct bench *bench = *state;
	const struct change_info info = {
		.operator_name = "", .action = "form", .reason = ""};
	struct store *store = bench_create(bench);
	struct store *other = bench_open(bench, bench->path);
	struct change *change = bench_change(store, "import"), *late;
	struct err err = ERR_INIT;

	other->lock_wait_ms = 1;
	assert_int_equal(change_begin(other, &info, &late, &err), ERR_BUSY);
	assert_null(late);
	assert_non_null(strstr(err.text, "tester (wang@pc1), 2025-11-2"));
	err_clear(&err);
	change_abandon(change);
	bench_add(other, "a");
	store_close(other);
	store_close(store);
}

/* One that waits for a change of ours. */
struct waiting {
	struct change *change; /* abandoned when it is asked for the last time */
	int n_asks;            /* that are left */
	bool calls_off;        /* then */
	int64_t left;          /* as it was told */
	int n_over;
};

static bool
go_on(void *data, const struct holder *holder, int waited_ms)
{
	struct waiting *waiting = data;

	assert_string_equal(holder->operator_name, "tester");
	assert_string_equal(holder->action, "import");
	assert_true(waited_ms >= 0);
	waiting->left = holder->left;
	if (--waiting->n_asks > 0 || waiting->change == NULL)
		return true;
	change_abandon(waiting->change);
	waiting->change = NULL;
	return !waiting->calls_off;
}

static void
over(void *data)
{
	struct waiting *waiting = data;

	waiting->n_over++;
}

/* Begins a change in another store while the one of waiting is open. */
static enum err_code
begin_late(struct store *other, struct waiting *waiting, struct err *err)
{
	const struct store_waiter waiter = {go_on, over, waiting};
	const struct change_info info = {
		.operator_name = "", .action = "form", .reason = ""};
	struct change *late;
	enum err_code code;

	store_wait_with(other, &waiter);
	code = change_begin(other, &info, &late, err);
	change_abandon(late);
	return code;
}

static void
follows_when_the_lock_is_free(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct store *other = bench_open(bench, bench->path);
	struct waiting waiting = {bench_change(store, "import"), 2, false, 0,
		0};
	struct err err = ERR_INIT;

	bench->now += 10;
	change_progress(waiting.change, NULL, "", 25, 100);
	bench_ok(begin_late(other, &waiting, &err), &err);
	assert_int_equal(waiting.left, 30);
	assert_int_equal(waiting.n_over, 1);
	store_close(other);
	store_close(store);
}

static void
can_be_called_off(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct store *other = bench_open(bench, bench->path);
	struct waiting waiting = {bench_change(store, "import"), 1, true, 0,
		0};
	struct err err = ERR_INIT;

	change_progress(waiting.change, NULL, "", 0, 100);
	bench_refused(begin_late(other, &waiting, &err), ERR_CANCELLED, &err);
	assert_int_equal(waiting.left, HOLDER_LEFT_UNKNOWN);
	assert_int_equal(waiting.n_over, 1);
	bench_add(store, "still well");
	store_close(other);
	store_close(store);
}

static void
tells_once_a_second_how_long_yet(void **state)
{
	static const struct {
		int64_t seconds; /* that pass */
		uint64_t done;
		uint64_t total;
		int64_t left; /* that is told then */
	} steps[] = {
		{0, 50, 100, HOLDER_LEFT_UNKNOWN},
		{4, 50, 100, 4},
		{0, 90, 100, 4}, /* not again in the same second */
		{1, 50, 100, 5},
		{1, 100, 100, 0},
		{1, 0, 100, HOLDER_LEFT_UNKNOWN},
		{1, 200, 100, HOLDER_LEFT_UNKNOWN},
		{1, 50, 100, 9},
		{0, 100, 0, HOLDER_LEFT_UNKNOWN}, /* but that it is not known */
		{-60, 50, 100, HOLDER_LEFT_UNKNOWN},
	};
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct change *change = bench_change(store, "import");
	struct holder holder;

	for (size_t i = 0; i < N_ITEMS(steps); i++) {
		bench->now += steps[i].seconds;
		change_progress(change, NULL, "", steps[i].done,
			steps[i].total);
		holder_read(&holder, store->lock);
		assert_int_equal(holder.left, steps[i].left);
		holder_clear(&holder);
	}
	change_abandon(change);
	store_close(store);
}

int
main(void)
{
#define LOCK_TEST(f) cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		LOCK_TEST(says_who_is_writing),
		LOCK_TEST(waits_and_names_the_writer),
		LOCK_TEST(follows_when_the_lock_is_free),
		LOCK_TEST(can_be_called_off),
		LOCK_TEST(tells_once_a_second_how_long_yet),
	};

	return cmocka_run_group_tests_name("lock", tests, NULL, NULL);
}
