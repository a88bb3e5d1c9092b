/*
 * What a newer program wrote into the journal and this one does not know: it
 * is kept, passed on and no fault.
 */
#include "bench.h"

#include <unistd.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "store/check.h"
#include "store/journal.h"

/* A column as bytes, which live until the next step. */
static const unsigned char *
blob(sqlite3_stmt *stmt, int column)
{
	assert_non_null(sqlite3_column_blob(stmt, column));
	return sqlite3_column_blob(stmt, column);
}

static const char *
text(sqlite3_stmt *stmt, int column)
{
	return (const char *)sqlite3_column_text(stmt, column);
}

/* The hash of the newest row with other fields, as the newer program would
 * have written it. */
static void
hash_newest(sqlite3 *db, const char *fields, unsigned char out[SEAL_HASH_SIZE])
{
	unsigned char digest[SEAL_HASH_SIZE];
	struct journal_head head = {0};
	struct journal_row row;
	sqlite3_stmt *stmt;

	assert_int_equal(sqlite3_prepare_v2(db,
		"SELECT h.id, h.lamport, h.at, h.operator_id, h.undoes,"
		" h.draft, h.operator_name, h.account, h.host, h.action,"
		" h.reason, j.id, j.type, j.record_id, j.version, j.salt,"
		" p.hash FROM journal j JOIN change_head h"
		" ON h.id = j.change_id JOIN journal p ON p.id ="
		" (SELECT max(id) FROM journal WHERE id < j.id)"
		" ORDER BY j.id DESC", -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	head = (struct journal_head){sqlite3_column_int64(stmt, 0),
		sqlite3_column_int64(stmt, 1), sqlite3_column_int64(stmt, 2),
		sqlite3_column_int64(stmt, 3), sqlite3_column_int64(stmt, 4),
		sqlite3_column_int64(stmt, 5), text(stmt, 6), text(stmt, 7),
		text(stmt, 8), text(stmt, 9), text(stmt, 10)};
	row = (struct journal_row){sqlite3_column_int64(stmt, 11),
		text(stmt, 12), sqlite3_column_int64(stmt, 13),
		sqlite3_column_int64(stmt, 14), fields, strlen(fields),
		blob(stmt, 15), NULL};
	journal_hash_head(&head, digest);
	journal_hash_row(blob(stmt, 16), &head, digest, &row, out);
	sqlite3_finalize(stmt);
}

static void
write_newest(sqlite3 *db, const char *fields,
	const unsigned char hash[SEAL_HASH_SIZE])
{
	static const char *const sqls[] = {
		"UPDATE journal SET fields = ?1, hash = ?2"
		" WHERE id = (SELECT max(id) FROM journal) AND ?1 <> ''",
		"UPDATE site SET hash = ?2 WHERE ?1 <> ''",
	};

	for (size_t i = 0; i < N_ITEMS(sqls); i++) {
		sqlite3_stmt *stmt;

		assert_int_equal(sqlite3_prepare_v2(db, sqls[i], -1, &stmt,
			NULL), SQLITE_OK);
		sqlite3_bind_text(stmt, 1, fields, -1, SQLITE_STATIC);
		sqlite3_bind_blob(stmt, 2, hash, SEAL_HASH_SIZE,
			SQLITE_STATIC);
		assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
		assert_int_equal(sqlite3_changes(db), 1);
		sqlite3_finalize(stmt);
	}
}

#define NEWER_FIELDS \
	"{\"age\":[\"50\",\"51\"],\"pet\":[\"cat\",\"\xe7\x8c\xab\"]}"

/* A person that was changed once, by a newer program that knows a pet. */
static int64_t
make_newer(struct bench *bench)
{
	struct store *store = bench_create(bench);
	struct change *change = bench_change(store, "form");
	int64_t id = bench_save(change, 0, 0, "zhao", "50", NULL, NULL);
	unsigned char hash[SEAL_HASH_SIZE];
	char *seen;
	sqlite3 *db;

	bench_commit(change);
	change = bench_change(store, "form");
	bench_save(change, id, 1, "zhao", "51", NULL, NULL);
	bench_commit(change);
	store_close(store);
	assert_int_equal(sqlite3_open(bench->path, &db), SQLITE_OK);
	hash_newest(db, NEWER_FIELDS, hash);
	write_newest(db, NEWER_FIELDS, hash);
	sqlite3_close(db);
	/* Else it is taken for another copy, and written on as another site. */
	seen = xasprintf("%s/state/seen", bench->folder);
	assert_int_equal(unlink(seen), 0);
	free(seen);
	return id;
}

static void
collect(void *data, const char *sentence)
{
	strbuf_addf(data, "%s\n", sentence);
}

static void
assert_well(struct store *store)
{
	struct strbuf faults = STRBUF_INIT;
	struct check_result result;
	struct err err = ERR_INIT;

	bench_ok(check_run(store, false, NULL, collect, &faults, &result,
			 &err), &err);
	assert_string_equal(faults.s, "");
	strbuf_clear(&faults);
}

/* All that the journal says of a person, a field a line. */
static char *
read_person(struct store *store, int64_t id)
{
	struct strbuf out = STRBUF_INIT;
	struct journal_reader *reader;
	struct journal_field field;
	struct err err = ERR_INIT;
	bool more = true;

	bench_ok(journal_read_record(store, "person", id, false, &reader,
			 &err), &err);
	while (more) {
		bench_ok(journal_next(reader, &field, &more, &err), &err);
		if (more)
			strbuf_addf(&out, "%d %s %s>%s\n",
				(int)field.version, field.field,
				field.old_value, field.new_value);
	}
	journal_close(reader);
	return strbuf_detach(&out);
}

static void
keeps_fields_that_it_does_not_know(void **state)
{
	struct bench *bench = *state;
	int64_t id = make_newer(bench);
	struct store *store = bench_open(bench, bench->path);
	struct change *change;
	char *told;

	assert_well(store);
	change = bench_change(store, "form");
	bench_save(change, id, 2, "zhao er", "51", NULL, NULL);
	bench_commit(change);
	assert_well(store);
	told = read_person(store, id);
	assert_string_equal(told, "1 name >zhao\n1 age >50\n2 age 50>51\n"
		"2 pet cat>猫\n3 name zhao>zhao er\n");
	free(told);
	told = bench_text(store,
		"SELECT fields FROM journal WHERE version = 2");
	assert_string_equal(told, NEWER_FIELDS);
	free(told);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM site"), 1);
	store_close(store);
}

/* The test above would pass where nothing is looked at. */
static void
finds_such_a_field_changed(void **state)
{
	struct bench *bench = *state;
	struct strbuf faults = STRBUF_INIT;
	struct check_result result;
	struct err err = ERR_INIT;
	struct store *store;

	make_newer(bench);
	bench_tamper(bench->path,
		"UPDATE journal SET fields = replace(fields, 'cat', 'dog')");
	store = bench_open(bench, bench->path);
	bench_ok(check_run(store, false, NULL, collect, &faults, &result,
			 &err), &err);
	assert_int_equal(result.n_faults, 1);
	strbuf_clear(&faults);
	store_close(store);
}

#define at_a_bench(test) \
	cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_bench(keeps_fields_that_it_does_not_know),
		at_a_bench(finds_such_a_field_changed),
	};

	return cmocka_run_group_tests_name("newer", tests, NULL, NULL);
}
