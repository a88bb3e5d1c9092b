#include "place.h"

#include <signal.h>
#include <sys/wait.h>

#include "store/draft.h"

#define NOTE "第一行\n第二行"

#define assert_ok(call) assert_int_equal(call, ERR_OK)

static struct drafts *
open_drafts(struct store *store)
{
	struct drafts *drafts;
	struct err err = ERR_INIT;

	if (drafts_open(store, &drafts, &err) != ERR_OK)
		fail_msg("%s", err.text);
	return drafts;
}

static void
put_values(struct draft *draft, const char *name, const char *note)
{
	draft_empty(draft);
	draft_add(draft, "name", name);
	draft_add(draft, "note", note);
}

static void
fill(struct draft *draft, const char *name)
{
	draft_init(draft);
	draft->operator_id = 7;
	draft->table = xstrdup("thing");
	draft->title = xstrdup(name);
	put_values(draft, name, NOTE);
}

static void
has_value(const struct draft *draft, const char *field, const char *value)
{
	size_t i = 0;

	while (i < draft->values.n &&
		strcmp(draft->values.items[i].field, field) != 0)
		i++;
	assert_true(i < draft->values.n);
	assert_string_equal(draft->values.items[i].value, value);
}

/* Writes a draft and gives its number. */
static int64_t
type(struct drafts *drafts, const char *name)
{
	struct draft draft;
	int64_t number;

	fill(&draft, name);
	assert_ok(drafts_write(drafts, &draft, NULL));
	number = draft.number;
	draft_clear(&draft);
	return number;
}

static size_t
n_waiting(struct drafts *drafts)
{
	struct draft_list list = VEC_INIT;
	size_t n;

	assert_ok(drafts_list(drafts, 0, &list, NULL));
	n = list.n;
	draft_list_clear(&list);
	return n;
}

static void
adds_and_drops_values(void **state)
{
	struct draft draft;

	(void)state;
	draft_init(&draft);
	put_values(&draft, "单", "");
	put_values(&draft, "单晓红", "");
	assert_int_equal(draft.values.n, 2);
	has_value(&draft, "name", "单晓红");
	has_value(&draft, "note", "");
	draft_empty(&draft);
	assert_int_equal(draft.values.n, 0);
	draft_clear(&draft);
}

static void
keeps_all_of_a_draft(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct drafts *drafts = open_drafts(store);
	struct draft draft, again;
	int64_t number;

	fill(&draft, "单晓红");
	draft.record = 5;
	draft.version = 3;
	draft.cursor = xstrdup("note");
	assert_ok(drafts_write(drafts, &draft, NULL));
	number = draft.number;
	assert_int_not_equal(number, 0);
	assert_int_equal(draft.since, MOMENT);
	bench->now += 60;
	put_values(&draft, "", NOTE);
	assert_ok(drafts_write(drafts, &draft, NULL));
	assert_int_equal(draft.number, number);
	draft_clear(&draft);

	draft_init(&again);
	assert_ok(drafts_load(drafts, number, &again, NULL));
	assert_int_equal(again.operator_id, 7);
	assert_string_equal(again.table, "thing");
	assert_int_equal(again.record, 5);
	assert_int_equal(again.version, 3);
	assert_string_equal(again.title, "单晓红");
	assert_string_equal(again.cursor, "note");
	assert_int_equal(again.since, MOMENT);
	assert_int_equal(again.at, MOMENT + 60);
	assert_int_equal(again.values.n, 2);
	has_value(&again, "name", "");
	has_value(&again, "note", NOTE);
	draft_clear(&again);
	drafts_close(drafts);
	store_close(store);
}

static void
two_windows_have_two(void **state)
{
	struct store *store = place_create(*state);
	struct drafts *one = open_drafts(store);
	struct drafts *two = open_drafts(store);
	struct draft draft;
	struct err err = ERR_INIT;
	int64_t first = type(one, "甲");
	int64_t second = type(two, "乙");

	assert_int_not_equal(first, second);
	assert_int_equal(n_waiting(one), 0);
	assert_int_equal(n_waiting(two), 0);
	draft_init(&draft);
	assert_int_equal(drafts_load(two, first, &draft, &err), ERR_BUSY);
	assert_non_null(err.text);
	assert_int_equal(drafts_drop(two, first, NULL), ERR_BUSY);
	drafts_close(one);
	assert_int_equal(n_waiting(two), 1);
	assert_ok(drafts_load(two, first, &draft, NULL));
	has_value(&draft, "name", "甲");
	assert_int_equal(n_waiting(two), 0);
	draft_clear(&draft);
	err_clear(&err);
	drafts_close(two);
	store_close(store);
}

static void
a_left_draft_goes_to_one(void **state)
{
	struct store *store = place_create(*state);
	struct drafts *one = open_drafts(store);
	struct drafts *two = open_drafts(store);
	struct draft mine, taken;

	fill(&mine, "甲");
	assert_ok(drafts_write(one, &mine, NULL));
	assert_ok(drafts_leave(one, mine.number, NULL));
	assert_int_equal(n_waiting(one), 1);
	assert_int_equal(n_waiting(two), 1);
	draft_init(&taken);
	assert_ok(drafts_load(two, mine.number, &taken, NULL));
	assert_int_equal(n_waiting(one), 0);
	put_values(&mine, "overwritten", NOTE);
	assert_int_equal(drafts_write(one, &mine, NULL), ERR_BUSY);
	assert_ok(drafts_load(two, mine.number, &taken, NULL));
	has_value(&taken, "name", "甲");
	assert_ok(drafts_drop(two, mine.number, NULL));
	assert_ok(drafts_drop(two, mine.number, NULL));
	assert_int_equal(drafts_load(one, mine.number, &taken, NULL),
		ERR_ABSENT);
	draft_clear(&mine);
	draft_clear(&taken);
	drafts_close(one);
	drafts_close(two);
	store_close(store);
}

static void
lists_newest_first_by_operator(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct drafts *typing = open_drafts(store);
	struct drafts *drafts = open_drafts(store);
	struct draft_list list = VEC_INIT;
	struct draft other;

	type(typing, "早");
	bench->now++;
	type(typing, "晚");
	fill(&other, "别人");
	other.operator_id = 8;
	assert_ok(drafts_write(typing, &other, NULL));
	draft_clear(&other);
	drafts_close(typing);
	assert_int_equal(n_waiting(drafts), 3);
	assert_ok(drafts_list(drafts, 7, &list, NULL));
	assert_int_equal(list.n, 2);
	assert_string_equal(list.items[0].title, "晚");
	assert_string_equal(list.items[1].title, "早");
	assert_int_equal(list.items[0].values.n, 0);
	draft_list_clear(&list);
	drafts_close(drafts);
	store_close(store);
}

/* Types n drafts, telling the numbers, and dies without a word. */
static void
type_and_die(struct bench *bench, int n, int pipe_end)
{
	struct store *store = place_open(bench, bench->path, 0);
	struct drafts *drafts = open_drafts(store);

	for (int i = 0; i < n; i++) {
		int64_t number = type(drafts, "死前");

		if (write(pipe_end, &number, sizeof(number)) < 0)
			_exit(1);
	}
	kill(getpid(), SIGKILL);
}

static void
outlives_the_kill(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct drafts *drafts;
	struct draft draft;
	int64_t number;
	int ends[2], n = 0;
	pid_t child;

	store_close(store);
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0)
		type_and_die(bench, 50, ends[1]);
	close(ends[1]);
	assert_int_equal(waitpid(child, NULL, 0), child);
	store = place_open(bench, bench->path, 0);
	drafts = open_drafts(store);
	assert_int_equal(n_waiting(drafts), 50);
	draft_init(&draft);
	for (; read(ends[0], &number, sizeof(number)) > 0; n++) {
		assert_ok(drafts_load(drafts, number, &draft, NULL));
		has_value(&draft, "name", "死前");
	}
	assert_int_equal(n, 50);
	draft_clear(&draft);
	close(ends[0]);
	drafts_close(drafts);
	store_close(store);
}

static void
a_living_process_keeps_its_own(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct drafts *drafts;
	char byte = 0;
	int here[2], there[2];
	pid_t child;

	store_close(store);
	assert_int_equal(pipe(here), 0);
	assert_int_equal(pipe(there), 0);
	child = fork();
	if (child == 0) {
		close(there[1]); /* so that it ends where the test does */
		drafts = open_drafts(place_open(bench, bench->path, 0));
		type(drafts, "活着");
		if (write(here[1], &byte, 1) < 0)
			_exit(1);
		(void)!read(there[0], &byte, 1);
		_exit(0);
	}
	assert_int_equal(read(here[0], &byte, 1), 1);
	store = place_open(bench, bench->path, 0);
	drafts = open_drafts(store);
	assert_int_equal(n_waiting(drafts), 0);
	assert_int_equal(write(there[1], &byte, 1), 1);
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_int_equal(n_waiting(drafts), 1);
	for (int i = 0; i < 2; i++) {
		close(here[i]);
		close(there[i]);
	}
	drafts_close(drafts);
	store_close(store);
}

static void
drops_what_was_saved(void **state)
{
	struct store *store = place_create(*state);
	struct drafts *drafts = open_drafts(store);
	int64_t saved = type(drafts, "存了");
	int64_t open = type(drafts, "没存");
	struct draft draft;

	place_add(store, "存了", saved);
	drafts_close(drafts);
	drafts = open_drafts(store);
	assert_int_equal(n_waiting(drafts), 1);
	draft_init(&draft);
	assert_int_equal(drafts_load(drafts, saved, &draft, NULL),
		ERR_ABSENT);
	assert_ok(drafts_load(drafts, open, &draft, NULL));
	draft_clear(&draft);
	drafts_close(drafts);
	store_close(store);
}

static void
typing_after_saving_is_another(void **state)
{
	struct store *store = place_create(*state);
	struct drafts *drafts = open_drafts(store);
	struct draft draft;
	int64_t saved;

	fill(&draft, "甲");
	assert_ok(drafts_write(drafts, &draft, NULL));
	saved = draft.number;
	place_add(store, "甲", saved);
	assert_ok(drafts_write(drafts, &draft, NULL));
	assert_int_not_equal(draft.number, saved);
	draft_clear(&draft);
	drafts_close(drafts);
	drafts = open_drafts(store);
	assert_int_equal(n_waiting(drafts), 1);
	drafts_close(drafts);
	store_close(store);
}

static void
puts_the_damaged_aside(void **state)
{
	static const char rubbish[] = "no database, but somebody's words";
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "office.db-drafts");
	struct strbuf kept = STRBUF_INIT;
	struct drafts *drafts;
	char *aside;

	for (int i = 0; i < 2; i++) {
		place_write(path, rubbish);
		drafts = open_drafts(store);
		type(drafts, "新");
		assert_int_equal(place_n_beside(bench, ".damaged-"),
			i + 1);
		drafts_close(drafts);
	}
	aside = place_file(bench, "office.db-drafts.damaged-20251124-160000");
	assert_int_equal(file_read(aside, 100, &kept, NULL), ERR_OK);
	assert_string_equal(kept.s, rubbish);
	strbuf_clear(&kept);
	free(aside);
	free(path);
	store_close(store);
}

static void
goes_on_where_the_file_went_away(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct drafts *one = open_drafts(store);
	struct drafts *two = open_drafts(store);
	char *path = place_file(bench, "office.db-drafts");
	struct draft draft;

	fill(&draft, "还在");
	assert_ok(drafts_write(one, &draft, NULL));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(n_waiting(two), 0);
	assert_ok(drafts_write(one, &draft, NULL));
	draft_clear(&draft);
	drafts_close(one);
	assert_int_equal(n_waiting(two), 1);
	drafts_close(two);
	free(path);
	store_close(store);
}

/* Fills all of the file with rubbish. */
static void
spoil(const char *path)
{
	char page[4096];
	struct stat st;
	FILE *file = fopen(path, "r+");

	assert_non_null(file);
	assert_int_equal(fstat(fileno(file), &st), 0);
	memset(page, 0x5a, sizeof(page));
	for (off_t at = 0; at < st.st_size; at += (off_t)sizeof(page))
		assert_int_equal(fwrite(page, sizeof(page), 1, file), 1);
	assert_int_equal(fclose(file), 0);
}

/* Long enough that SQLite must read it from the file again. */
#define LONG_TEXT (8u << 20)

static void
notices_damage_while_typing(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct drafts *drafts = open_drafts(store);
	char *path = place_file(bench, "office.db-drafts");
	char *text = xmalloc(LONG_TEXT + 1);
	struct draft draft;

	memset(text, 'x', LONG_TEXT);
	text[LONG_TEXT] = '\0';
	fill(&draft, "甲");
	put_values(&draft, "甲", text);
	assert_ok(drafts_write(drafts, &draft, NULL));
	assert_ok(drafts_flush(drafts, NULL));
	spoil(path);
	put_values(&draft, "甲", "短");
	assert_ok(drafts_write(drafts, &draft, NULL));
	assert_int_equal(place_n_beside(bench, ".damaged-"), 1);
	assert_ok(drafts_load(drafts, draft.number, &draft, NULL));
	has_value(&draft, "note", "短");
	draft_clear(&draft);
	drafts_close(drafts);
	free(text);
	free(path);
	store_close(store);
}

static void
says_that_nothing_can_be_kept(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "office.db-drafts");
	struct drafts *drafts = NULL;
	struct err err = ERR_INIT;

	/* Not even root can write a folder as a file. */
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(drafts_open(store, &drafts, &err), ERR_FILE);
	assert_non_null(err.text);
	assert_null(drafts);
	err_clear(&err);
	store_close(store);
	assert_int_equal(rmdir(path), 0);
	store = place_open(bench, bench->path, STORE_READ_ONLY);
	assert_int_equal(drafts_open(store, &drafts, &err), ERR_DENIED);
	assert_non_null(err.text);
	assert_null(drafts);
	err_clear(&err);
	free(path);
	store_close(store);
}

static void
says_that_the_folder_is_read_only(void **state)
{
	struct bench *bench = *state;
	char *folder = place_file(bench, NULL);
	struct drafts *drafts = NULL;
	struct err err = ERR_INIT;
	int status;
	pid_t child = fork();

	if (child == 0) {
		struct store *store = place_create(bench);

		/* root may write anywhere: be nobody. */
		if (chmod(bench->folder, 0755) != 0 ||
			chmod(folder, 0555) != 0 ||
			(geteuid() == 0 && seteuid(65534) != 0))
			_exit(1);
		_exit(drafts_open(store, &drafts, &err) == ERR_FILE &&
				err.text != NULL && drafts == NULL ? 0 : 2);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(chmod(folder, 0755), 0);
	assert_int_equal(status, 0);
	free(folder);
}

static void
has_the_mode_of_the_database(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "office.db-drafts");
	struct drafts *drafts;
	struct stat st;

	assert_int_equal(chmod(bench->path, 0660), 0);
	drafts = open_drafts(store);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0660);
	drafts_close(drafts);
	free(path);
	store_close(store);
}

static void
refuses_another_version(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct drafts *drafts = open_drafts(store);
	char *path = place_file(bench, "office.db-drafts");
	struct err err = ERR_INIT;

	type(drafts, "甲");
	drafts_close(drafts);
	bench_tamper(path, "PRAGMA user_version = 2");
	assert_int_equal(drafts_open(store, &drafts, &err), ERR_STORE);
	assert_int_equal(place_n_beside(bench, ".damaged-"), 0);
	assert_true(file_exists(path));
	err_clear(&err);
	free(path);
	store_close(store);
}

#define at_a_place(test) \
	cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adds_and_drops_values),
		at_a_place(keeps_all_of_a_draft),
		at_a_place(two_windows_have_two),
		at_a_place(a_left_draft_goes_to_one),
		at_a_place(lists_newest_first_by_operator),
		at_a_place(outlives_the_kill),
		at_a_place(a_living_process_keeps_its_own),
		at_a_place(drops_what_was_saved),
		at_a_place(typing_after_saving_is_another),
		at_a_place(puts_the_damaged_aside),
		at_a_place(goes_on_where_the_file_went_away),
		at_a_place(notices_damage_while_typing),
		at_a_place(says_that_nothing_can_be_kept),
		at_a_place(says_that_the_folder_is_read_only),
		at_a_place(has_the_mode_of_the_database),
		at_a_place(refuses_another_version),
	};

	setenv("TZ", "UTC", 1);
	return cmocka_run_group_tests_name("draft", tests, NULL, NULL);
}
