#include "test.h"

#include <signal.h>
#include <sys/resource.h>

#include "base/sorter.h"

/* More than the least memory holds, so that there are runs. */
enum { N_MANY = 50000, N_FEW = 100 };

static uint64_t
draw(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return *seed >> 33;
}

/* Items of 1 to 40 bytes, many of them alike at the beginning. */
static size_t
make_item(uint64_t *seed, unsigned char item[40])
{
	size_t len = 1 + draw(seed) % 40;

	for (size_t i = 0; i < len; i++)
		item[i] = i < 6 ? draw(seed) % 2 : draw(seed) % 256;
	return len;
}

/* What went in, whatever the order: a sum over the items. */
static uint64_t
sum_of(const unsigned char *item, size_t len)
{
	uint64_t hash = 0xcbf29ce484222325;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ item[i]) * 0x100000001b3;
	return hash * (len + 1);
}

static void
add(struct sorter *sorter, const void *bytes, size_t len)
{
	assert_int_equal(sorter_add(sorter, bytes, len, NULL), ERR_OK);
}

static size_t
next(struct sorter *sorter, const void **bytes)
{
	size_t len = 0;

	assert_int_equal(sorter_next(sorter, bytes, &len, NULL), ERR_OK);
	return len;
}

/* All that went in comes out, none before one that is less. */
static void
sort_many(size_t n)
{
	struct sorter *sorter = sorter_new(0);
	unsigned char item[40], last[40] = {0};
	uint64_t seed = 7, in = 0, out = 0;
	size_t len, n_out = 0, last_len = 0;
	const void *bytes;

	for (size_t i = 0; i < n; i++) {
		len = make_item(&seed, item);
		in += sum_of(item, len);
		add(sorter, item, len);
	}
	assert_int_equal(sorter_sort(sorter, NULL), ERR_OK);
	while (len = next(sorter, &bytes), bytes != NULL) {
		size_t least = len < last_len ? len : last_len;
		int order = memcmp(last, bytes, least);

		assert_true(order < 0 || (order == 0 && last_len <= len));
		memcpy(last, bytes, last_len = len);
		out += sum_of(bytes, len);
		n_out++;
	}
	assert_int_equal(n_out, n);
	assert_true(in == out);
	sorter_free(sorter);
}

static void
sorts_in_memory(void **state)
{
	(void)state;
	sort_many(N_FEW);
}

static void
sorts_more_than_memory_holds(void **state)
{
	(void)state;
	sort_many(N_MANY);
}

static void
sorts_nothing(void **state)
{
	struct sorter *sorter = sorter_new(0);
	const void *bytes;

	(void)state;
	assert_int_equal(sorter_sort(sorter, NULL), ERR_OK);
	next(sorter, &bytes);
	assert_null(bytes);
	next(sorter, &bytes);
	assert_null(bytes);
	sorter_free(sorter);
	sorter_free(NULL);
}

/* The first eight bytes of an item are compared as if zeros stood behind. */
static void
shorter_items_come_first(void **state)
{
	static const char *const items[] = {"ab", "a\0", "a", "b", "a\0\0"};
	static const size_t lens[] = {2, 2, 1, 1, 3};
	static const size_t order[] = {1, 2, 3, 2, 1};
	struct sorter *sorter = sorter_new(0);
	const void *bytes;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(items); i++)
		add(sorter, items[i], lens[i]);
	assert_int_equal(sorter_sort(sorter, NULL), ERR_OK);
	for (size_t i = 0; i < N_ITEMS(items); i++)
		assert_int_equal(next(sorter, &bytes), order[i]);
	assert_memory_equal(bytes, "b", 1);
	sorter_free(sorter);
}

static void
a_full_disk_is_said(void **state)
{
	struct rlimit before, none = {0, 0};
	struct sorter *sorter = sorter_new(0);
	struct err err = ERR_INIT;
	enum err_code code = ERR_OK;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	none.rlim_max = before.rlim_max;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	for (int i = 0; code == ERR_OK && i < N_MANY; i++)
		code = sorter_add(sorter, "12345678", 8, &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(code, ERR_FILE);
	assert_non_null(strstr(err.text, "temporary file"));
	err_clear(&err);
	sorter_free(sorter);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sorts_in_memory),
		cmocka_unit_test(sorts_more_than_memory_holds),
		cmocka_unit_test(sorts_nothing),
		cmocka_unit_test(shorter_items_come_first),
		cmocka_unit_test(a_full_disk_is_said),
	};

	return cmocka_run_group_tests_name("sorter", tests, NULL, NULL);
}
