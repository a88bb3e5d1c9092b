#include "place.h"

#include <signal.h>
#include <sys/wait.h>

#include "base/strbuf.h"
#include "store/backup.h"
#include "store/backup_copy.h"
#include "store/journal.h"
#include "store/restore.h"

#define assert_ok(call) assert_int_equal(call, ERR_OK)
#define FILE_MAX (1u << 24)

/* A database with two things, a copy of it, and a third thing after that. */
static char *
make_with_copy(struct bench *bench)
{
	struct store *store = place_create(bench);
	char *copy = place_file(bench, "copy.db");

	place_add(store, "甲", 0);
	place_add(store, "乙", 0);
	assert_ok(backup_write(store, copy, NULL, NULL));
	place_add(store, "丙", 0);
	store_close(store);
	return copy;
}

/* Without tables: the records of these databases are not looked at. */
static enum err_code
try(struct bench *bench, const char *copy, const char *path, struct job *job,
	char **kept, struct err *err)
{
	struct restore *restore;
	enum err_code code = restore_begin(copy, path, &bench->world, NULL, 0,
		job, &restore, err);

	if (code == ERR_OK)
		code = restore_finish(restore, kept, err);
	restore_free(restore);
	return code;
}

static char *
restore(struct bench *bench, const char *copy)
{
	char *kept = NULL;
	struct err err = ERR_INIT;

	if (try(bench, copy, bench->path, NULL, &kept, &err) != ERR_OK)
		fail_msg("%s", err.text);
	return kept;
}

static int64_t
count_at(struct bench *bench, const char *path)
{
	struct store *store = place_open(bench, path, STORE_READ_ONLY);
	int64_t n = place_count(store);

	store_close(store);
	return n;
}

static void
puts_the_copy_in_place(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	char *kept;
	struct stat st;

	assert_int_equal(chmod(bench->path, 0640), 0);
	kept = restore(bench, copy);
	assert_int_equal(count_at(bench, bench->path), 2);
	assert_non_null(kept);
	assert_non_null(strstr(kept, "office.db.before-20251124-160000"));
	assert_int_equal(count_at(bench, kept), 3);
	assert_int_equal(stat(bench->path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	free(kept);
	/* What was kept is a copy like any other. */
	kept = restore(bench, copy);
	assert_non_null(strstr(kept, "office.db.before-20251124-160000-2"));
	assert_int_equal(count_at(bench, kept), 2);
	free(kept);
	assert_int_equal(place_n_beside(bench, ".office.db."), 0);
	free(copy);
}

/* What the copy holds can be seen beside what the database holds before
 * anything is replaced, also while others are in. */
static void
shows_what_it_holds_first(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	struct store *here = place_open(bench, bench->path, 0);
	struct journal_ids missing = VEC_INIT;
	struct restore *restore;
	struct journal_change change;
	uint64_t n_common;

	assert_ok(restore_begin(copy, bench->path, &bench->world, NULL, 0,
		NULL, &restore, NULL));
	assert_int_equal(place_count(restore_store(restore)), 2);
	assert_ok(journal_missing(here, restore_store(restore), &missing,
		&n_common, NULL));
	assert_int_equal(missing.n, 1);
	assert_int_equal(n_common, 2);
	assert_ok(journal_change_load(here, missing.items[0], &change, NULL));
	assert_int_equal(change.id, bench_int(here,
		"SELECT max(id) FROM change_head"));
	journal_change_clear(&change);
	vec_clear(&missing);
	assert_ok(journal_missing(restore_store(restore), here, &missing,
		&n_common, NULL));
	assert_int_equal(missing.n, 0);
	restore_free(restore);
	store_close(here);
	assert_int_equal(count_at(bench, bench->path), 3);
	assert_int_equal(place_n_beside(bench, ".office.db."), 0);
	free(copy);
}

static uint32_t
newest_site(struct store *store)
{
	return site_of_id(bench_int(store,
		"SELECT id FROM change_head ORDER BY lamport DESC, id DESC"));
}

static void
writes_on_as_another_site(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	struct store *store = place_open(bench, bench->path, 0);
	uint32_t before = newest_site(store);
	char *seen = xasprintf("%s/state/seen", bench->folder);

	store_close(store);
	/* The restored file alone must ask for it, on any machine. */
	assert_int_equal(unlink(seen), 0);
	free(seen);
	free(restore(bench, copy));
	store = place_open(bench, bench->path, 0);
	place_add(store, "丁", 0);
	assert_int_not_equal(newest_site(store), before);
	assert_int_equal(place_count(store), 3);
	store_close(store);
	free(copy);
}

/* Leaves a -wal that holds all that it wrote. */
static void
write_and_die(struct bench *bench)
{
	struct store *store = place_open(bench, bench->path, 0);

	for (int i = 0; i < 30; i++)
		place_add(store, "死前", 0);
	kill(getpid(), SIGKILL);
}

/* restore is linked with --wrap=file_medium_of: what lies in a folder of that
 * name lies on a stick. */
enum file_medium
__real_file_medium_of(const char *path);
enum file_medium
__wrap_file_medium_of(const char *path);

enum file_medium
__wrap_file_medium_of(const char *path)
{
	return strstr(path, "/stick/") != NULL ? FILE_REMOVABLE
					       : __real_file_medium_of(path);
}

/* A database on a stick that was pulled out while it was written, 33 things in
 * all; its path. */
static char *
pull_out(struct bench *bench)
{
	char *folder = place_file(bench, "stick");
	char *path = place_file(bench, "stick/office.db");
	char *from = place_file(bench, "office.db-wal");
	char *wal = place_file(bench, "stick/office.db-wal");
	pid_t child;

	free(make_with_copy(bench));
	child = fork();
	if (child == 0)
		write_and_die(bench);
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_int_equal(mkdir(folder, 0700), 0);
	bench_copy(bench->path, path);
	bench_copy(from, wal);
	free(wal);
	free(from);
	free(folder);
	return path;
}

static void
read_both(const char *path, struct strbuf *out)
{
	char *wal = xasprintf("%s-wal", path);

	strbuf_reset(out);
	assert_ok(file_read(path, FILE_MAX, out, NULL));
	assert_ok(file_read(wal, FILE_MAX, out, NULL));
	free(wal);
}

static void
takes_the_wal_of_a_stick_along(void **state)
{
	struct bench *bench = *state;
	char *path = pull_out(bench), *here = place_file(bench, "here.db");
	char *folder = place_file(bench, "stick");
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	struct store *store;
	struct err err = ERR_INIT;

	read_both(path, &before);
	assert_true(store_needs_recovery(path));
	bench_refused(store_open(path, &bench->world, 0, NULL, &store, &err),
		ERR_STORE, &err);
	assert_ok(try(bench, path, here, NULL, NULL, &err));
	assert_int_equal(count_at(bench, here), 33);
	read_both(path, &after);
	assert_int_equal(after.len, before.len);
	assert_memory_equal(after.s, before.s, before.len);
	assert_int_equal(place_n_named(folder, "office"), 2);
	assert_int_equal(place_n_beside(bench, ".here.db."), 0);
	assert_false(store_needs_recovery(here));
	strbuf_clear(&before);
	strbuf_clear(&after);
	free(folder);
	free(here);
	free(path);
}

/* Nothing is taken for the whole of it where the newest entries are lost. */
static void
refuses_a_wal_that_tells_nothing(void **state)
{
	struct bench *bench = *state;
	char *path = pull_out(bench), *here = place_file(bench, "here.db");
	char *wal = place_file(bench, "stick/office.db-wal");
	struct err err = ERR_INIT;

	place_write(wal, "no header of thirty-two bytes stands here");
	assert_int_equal(try(bench, path, here, NULL, NULL, &err), ERR_STORE);
	assert_non_null(strstr(err.text, "newest entries"));
	assert_false(file_exists(here));
	assert_int_equal(place_n_beside(bench, ".here.db."), 0);
	err_clear(&err);
	free(wal);
	free(here);
	free(path);
}

static void
replays_no_old_wal(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	char *wal = place_file(bench, "office.db-wal");
	struct stat st;
	char *kept;
	pid_t child = fork();

	if (child == 0)
		write_and_die(bench);
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_int_equal(stat(wal, &st), 0);
	assert_true(st.st_size > 0);
	kept = restore(bench, copy);
	assert_int_equal(count_at(bench, bench->path), 2);
	assert_int_equal(count_at(bench, kept), 33);
	free(kept);
	free(wal);
	free(copy);
}

static void
keeps_the_wal_of_the_damaged(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	char *wal = place_file(bench, "office.db-wal");
	struct strbuf bytes = STRBUF_INIT;
	char *kept, *kept_wal;

	place_write(bench->path, "what the lightning left of it");
	place_write(wal, "newest entries");
	kept = restore(bench, copy);
	assert_int_equal(count_at(bench, bench->path), 2);
	assert_ok(file_read(kept, FILE_MAX, &bytes, NULL));
	assert_string_equal(bytes.s, "what the lightning left of it");
	strbuf_reset(&bytes);
	kept_wal = xasprintf("%s-wal", kept);
	assert_ok(file_read(kept_wal, FILE_MAX, &bytes, NULL));
	assert_string_equal(bytes.s, "newest entries");
	strbuf_clear(&bytes);
	free(kept_wal);
	free(kept);
	free(wal);
	free(copy);
}

static void
restores_where_nothing_is(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	char *wal = place_file(bench, "office.db-wal");
	char *far;

	assert_int_equal(unlink(bench->path), 0);
	place_write(wal, "of the one that went away");
	assert_null(restore(bench, copy));
	assert_int_equal(count_at(bench, bench->path), 2);
	assert_int_equal(place_n_beside(bench, "-wal.before-"), 1);
	far = place_file(bench, "new/folder/r.db");
	assert_ok(try(bench, copy, far, NULL, NULL, NULL));
	assert_int_equal(count_at(bench, far), 2);
	free(far);
	free(wal);
	free(copy);
}

static void
names_who_is_still_in(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	int here[2], there[2];
	char byte = 0;
	struct err err = ERR_INIT;
	char *name;
	pid_t child;

	assert_int_equal(pipe(here), 0);
	assert_int_equal(pipe(there), 0);
	child = fork();
	if (child == 0) {
		close(there[1]); /* so that it ends where the test does */
		place_open(bench, bench->path, 0);
		if (write(here[1], &byte, 1) < 0)
			_exit(1);
		(void)!read(there[0], &byte, 1);
		_exit(0);
	}
	assert_int_equal(read(here[0], &byte, 1), 1);
	assert_int_equal(restore_check_alone(bench->path, NULL), ERR_BUSY);
	assert_int_equal(try(bench, copy, bench->path, NULL, NULL, &err),
		ERR_BUSY);
	name = xasprintf("(process %ld)", (long)child);
	assert_non_null(strstr(err.text, name));
	assert_int_equal(place_n_beside(bench, ".before-"), 0);
	assert_int_equal(write(there[1], &byte, 1), 1);
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_ok(restore_check_alone(bench->path, NULL));
	free(restore(bench, copy));
	for (int i = 0; i < 2; i++) {
		close(here[i]);
		close(there[i]);
	}
	err_clear(&err);
	free(name);
	free(copy);
}

static void
notices_another_program(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	int here[2], there[2];
	char byte = 0;
	pid_t child;

	assert_int_equal(pipe(here), 0);
	assert_int_equal(pipe(there), 0);
	child = fork();
	if (child == 0) {
		sqlite3 *db;

		close(there[1]);
		if (sqlite3_open(bench->path, &db) != SQLITE_OK ||
			sqlite3_exec(db, "BEGIN; SELECT * FROM thing", NULL,
				NULL, NULL) != SQLITE_OK ||
			write(here[1], &byte, 1) < 0)
			_exit(1);
		(void)!read(there[0], &byte, 1);
		_exit(0);
	}
	assert_int_equal(read(here[0], &byte, 1), 1);
	assert_int_equal(try(bench, copy, bench->path, NULL, NULL, NULL),
		ERR_BUSY);
	assert_int_equal(place_n_beside(bench, ".before-"), 0);
	assert_int_equal(write(there[1], &byte, 1), 1);
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_int_equal(count_at(bench, bench->path), 3);
	for (int i = 0; i < 2; i++) {
		close(here[i]);
		close(there[i]);
	}
	free(copy);
}

/* Ways to spoil a copy. */

static void
truncate_it(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(truncate(path, st.st_size / 2 + 100), 0);
}

static void
empty_it(const char *path)
{
	assert_int_equal(truncate(path, 0), 0);
}

static void
write_words(const char *path)
{
	place_write(path, "not a database");
}

static void
make_foreign(const char *path)
{
	bench_tamper(path, "PRAGMA application_id = 7");
}

static void
make_newer(const char *path)
{
	bench_tamper(path, "PRAGMA user_version = 999");
}

static void
forge_journal(const char *path)
{
	bench_tamper(path, "UPDATE journal SET record_id = record_id + 1");
}

static void
leave_wal(const char *path)
{
	char *wal = xasprintf("%s-wal", path);

	place_write(wal, "entries");
	free(wal);
}

static void
refuses_the_spoilt(void **state)
{
	static void (*const ways[])(const char *path) = {
		truncate_it, empty_it, write_words, make_foreign, make_newer,
		forge_journal, leave_wal,
	};
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	char *whole = place_file(bench, "whole");
	struct err err = ERR_INIT;

	assert_ok(file_read(bench->path, FILE_MAX, &before, NULL));
	bench_copy(copy, whole);
	for (size_t i = 0; i < N_ITEMS(ways); i++) {
		enum err_code code;

		bench_copy(whole, copy);
		ways[i](copy);
		code = try(bench, copy, bench->path, NULL, NULL, &err);
		assert_true(code == ERR_STORE || code == ERR_INVALID);
		assert_non_null(strstr(err.text, copy));
		strbuf_reset(&after);
		assert_ok(file_read(bench->path, FILE_MAX, &after, NULL));
		assert_int_equal(after.len, before.len);
		assert_memory_equal(after.s, before.s, before.len);
		assert_int_equal(place_n_beside(bench, ".office.db."),
			0);
		assert_int_equal(place_n_beside(bench, ".before-"), 0);
	}
	free(whole);
	strbuf_clear(&before);
	strbuf_clear(&after);
	err_clear(&err);
	free(copy);
}

static void
refuses_what_is_no_copy(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	char *absent = place_file(bench, "absent.db");
	struct err err = ERR_INIT;

	assert_int_equal(try(bench, bench->path, bench->path, NULL, NULL, &err),
		ERR_INVALID);
	assert_int_equal(try(bench, absent, bench->path, NULL, NULL, &err),
		ERR_FILE);
	assert_int_equal(try(bench, bench->folder, bench->path, NULL, NULL,
				 &err),
		ERR_FILE);
	assert_int_equal(count_at(bench, bench->path), 3);
	err_clear(&err);
	free(absent);
	free(copy);
}

static void
brings_an_old_copy_up_to_date(void **state)
{
	struct bench *bench = *state;
	char *old = place_file(bench, "old.db");
	const struct store_opening opening = {
		.path = old,
		.world = &bench->world,
		.medium = FILE_LOCAL,
		.steps = schema_steps,
		.n_steps = 1,
	};
	struct store *store;

	assert_ok(store_create_with(&opening, &store, NULL));
	store_close(store);
	assert_null(restore(bench, old));
	store = place_open(bench, bench->path, STORE_READ_ONLY);
	assert_int_equal(store_schema_number(store), schema_steps_n);
	store_close(store);
	assert_int_equal(place_n_beside(bench, "before-update"), 0);
	free(old);
}

/* The next program sorts and finds things by their last letter. */
static void
derive_otherwise(const struct table *table, const char *const *values,
	struct derived *derived)
{
	const char *last = values[0] + strlen(values[0]) - strlen("甲");

	(void)table;
	strbuf_add(&derived->sort_key, last);
	derived_add_key(derived, FIND_NAME, last);
}

/* Keys follow from the records; that the copy's are of an older program is no
 * fault of it. */
static void
makes_old_keys_anew(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	struct table things = thing_table;
	const struct table *const tables[] = {&things};
	struct restore *restore;
	struct err err = ERR_INIT;
	char *keys;

	things.derive = derive_otherwise;
	things.derivation = 1;
	bench_ok(restore_begin(copy, bench->path, &bench->world, tables, 1,
		NULL, &restore, &err), &err);
	keys = bench_text(restore_store(restore),
		"SELECT group_concat(key, '') FROM "
		"(SELECT key FROM find_key ORDER BY key)");
	assert_string_equal(keys, "乙甲");
	free(keys);
	restore_free(restore);
	/* But keys of this program's that are not as they follow are one. */
	things.derivation = 0;
	bench_refused(restore_begin(copy, bench->path, &bench->world, tables,
		1, NULL, &restore, &err), ERR_STORE, &err);
	free(copy);
}

static bool
always(struct job *job)
{
	(void)job;
	return true;
}

static void
stops_when_asked(void **state)
{
	struct bench *bench = *state;
	char *copy = make_with_copy(bench);
	struct job job = {.cancelled = always};

	assert_int_equal(try(bench, copy, bench->path, &job, NULL, NULL),
		ERR_CANCELLED);
	assert_int_equal(count_at(bench, bench->path), 3);
	assert_int_equal(place_n_beside(bench, ".office.db."), 0);
	free(copy);
}

#define at_a_place(test) \
	cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_place(puts_the_copy_in_place),
		at_a_place(shows_what_it_holds_first),
		at_a_place(writes_on_as_another_site),
		at_a_place(takes_the_wal_of_a_stick_along),
		at_a_place(refuses_a_wal_that_tells_nothing),
		at_a_place(replays_no_old_wal),
		at_a_place(keeps_the_wal_of_the_damaged),
		at_a_place(restores_where_nothing_is),
		at_a_place(names_who_is_still_in),
		at_a_place(notices_another_program),
		at_a_place(refuses_the_spoilt),
		at_a_place(refuses_what_is_no_copy),
		at_a_place(brings_an_old_copy_up_to_date),
		at_a_place(makes_old_keys_anew),
		at_a_place(stops_when_asked),
	};

	setenv("TZ", "UTC", 1);
	return cmocka_run_group_tests_name("restore", tests, NULL, NULL);
}
