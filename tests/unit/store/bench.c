#include "bench.h"

#include <fcntl.h>
#include <ftw.h>
#include <unistd.h>

#include "base/xalloc.h"

extern const struct embed_file schema_steps[];

static const char person_sql[] =
	"CREATE TABLE person ("
	" id INTEGER PRIMARY KEY,"
	" version INTEGER NOT NULL,"
	" deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),"
	" sort_key TEXT NOT NULL,"
	" name TEXT NOT NULL CHECK (name <> 'forbidden'),"
	" age INTEGER,"
	" boss INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,"
	" note TEXT NOT NULL"
	") STRICT;"
	"CREATE INDEX person_order ON person (sort_key, id);"
	"CREATE INDEX person_age ON person (age);"
	"CREATE TABLE thing ("
	" id INTEGER PRIMARY KEY,"
	" version INTEGER NOT NULL,"
	" deleted INTEGER NOT NULL,"
	" sort_key TEXT NOT NULL,"
	" label TEXT NOT NULL"
	") STRICT;";

static void
derive_person(const struct table *table, const char *const *values,
	struct derived *derived)
{
	const char *name = values[PERSON_NAME];

	(void)table;
	strbuf_addf(&derived->sort_key, "~%s", name);
	derived_add_key(derived, FIND_NAME, name);
	if (strlen(name) > 2)
		derived_add_key(derived, FIND_INSIDE, name + strlen(name) - 2);
	derived_add_key(derived, FIND_NUMBER, values[PERSON_AGE]);
}

static void
derive_thing(const struct table *table, const char *const *values,
	struct derived *derived)
{
	(void)table;
	strbuf_add(&derived->sort_key, values[0]);
}

static const struct column person_columns[] = {
	[PERSON_NAME] = {"name", COLUMN_TEXT},
	[PERSON_AGE] = {"age", COLUMN_INT},
	[PERSON_BOSS] = {"boss", COLUMN_REF},
	[PERSON_NOTE] = {"note", COLUMN_LONGTEXT},
};

static const struct column thing_columns[] = {{"label", COLUMN_TEXT}};

const struct table person_table = {
	.name = "person",
	.number = 7,
	.columns = person_columns,
	.n_columns = PERSON_N,
	.derive = derive_person,
};

const struct table thing_table = {
	.name = "thing",
	.number = 8,
	.columns = thing_columns,
	.n_columns = 1,
	.derive = derive_thing,
};

static const struct table *const tables[] = {&person_table, &thing_table};

/* splitmix64 */
static uint64_t
next_random(uint64_t *seed)
{
	uint64_t z = (*seed += 0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

uint64_t
bench_random(uint64_t *seed, uint64_t limit)
{
	return next_random(seed) % limit;
}

static int64_t
bench_now(const struct world *world)
{
	return ((const struct bench *)world->data)->now;
}

static void
bench_fill_random(const struct world *world, void *out, size_t len)
{
	uint64_t *seed = &((struct bench *)world->data)->seed;
	unsigned char *bytes = out;

	for (size_t i = 0; i < len; i++)
		bytes[i] = (unsigned char)next_random(seed);
}

int
bench_begin(void **state)
{
	struct bench *bench = xcalloc(1, sizeof(*bench));

	strcpy(bench->folder, "/tmp/ronghe-store-XXXXXX");
	if (mkdtemp(bench->folder) == NULL)
		return -1;
	bench->path = xasprintf("%s/data/office.db", bench->folder);
	bench->now = MOMENT;
	bench->seed = 1;
	bench->world = (struct world){
		.now = bench_now,
		.random = bench_fill_random,
		.data = bench,
		.host = xstrdup("pc1"),
		.account = xstrdup("wang"),
		.machine = xstrdup("machine-one"),
		.state_home = xasprintf("%s/state", bench->folder),
	};
	*state = bench;
	return 0;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

int
bench_end(void **state)
{
	struct bench *bench = *state;

	nftw(bench->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(bench->path);
	free(bench->world.host);
	free(bench->world.account);
	free(bench->world.machine);
	free(bench->world.state_home);
	free(bench);
	return 0;
}

struct store_opening
bench_opening(struct bench *bench, const char *path, size_t n_steps)
{
	static struct embed_file steps[BENCH_N_STEPS];

	steps[0] = schema_steps[0];
	steps[1] = (struct embed_file){
		"002-test.sql", person_sql, sizeof(person_sql) - 1};
	return (struct store_opening){
		.path = path,
		.world = &bench->world,
		.medium = FILE_LOCAL,
		.steps = steps,
		.n_steps = n_steps,
	};
}

void
bench_ok(enum err_code code, struct err *err)
{
	if (code != ERR_OK)
		fail_msg("error %d: %s", code,
			err->text != NULL ? err->text : "");
}

void
bench_refused(enum err_code code, enum err_code expected, struct err *err)
{
	assert_int_equal(code, expected);
	assert_int_equal(err->code, expected);
	assert_non_null(err->text);
	assert_true(strlen(err->text) > 10);
	err_clear(err);
}

struct store *
bench_create(struct bench *bench)
{
	struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);
	struct err err = ERR_INIT;
	struct store *store;

	bench_ok(store_create_with(&opening, &store, &err), &err);
	store_set_tables(store, tables, N_ITEMS(tables));
	return store;
}

struct store *
bench_open(struct bench *bench, const char *path)
{
	struct store_opening opening =
		bench_opening(bench, path, BENCH_N_STEPS);
	struct err err = ERR_INIT;
	struct store *store;

	bench_ok(store_open_with(&opening, &store, &err), &err);
	store_set_tables(store, tables, N_ITEMS(tables));
	return store;
}

struct change *
bench_change(struct store *store, const char *action)
{
	const struct change_info info = {
		.operator_id = 5,
		.operator_name = "tester",
		.action = action,
		.reason = "",
	};
	struct err err = ERR_INIT;
	struct change *change;

	bench_ok(change_begin(store, &info, &change, &err), &err);
	return change;
}

int64_t
bench_save(struct change *change, int64_t id, int64_t version,
	const char *name, const char *age, const char *boss, const char *note)
{
	const char *values[PERSON_N] = {name, age, boss, note};
	struct change_row row = {
		.table = &person_table,
		.id = id,
		.version = version,
		.values = values,
	};
	struct err err = ERR_INIT;

	for (size_t i = 0; i < PERSON_N; i++)
		if (values[i] == NULL)
			values[i] = "";
	bench_ok(change_save(change, &row, NULL, &err), &err);
	return row.id;
}

void
bench_commit(struct change *change)
{
	struct err err = ERR_INIT;

	bench_ok(change_commit(change, &err), &err);
}

int64_t
bench_add(struct store *store, const char *name)
{
	struct change *change = bench_change(store, "form");
	int64_t id = bench_save(change, 0, 0, name, NULL, NULL, NULL);

	bench_commit(change);
	return id;
}

char *
bench_text(struct store *store, const char *sql)
{
	enum guard before = store->guard;
	sqlite3_stmt *stmt;
	char *text;

	store->guard = GUARD_OPEN;
	if (sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(store->db));
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	text = xstrdup((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	store->guard = before;
	return text;
}

int64_t
bench_int(struct store *store, const char *sql)
{
	char *text = bench_text(store, sql);
	int64_t number = strtoll(text, NULL, 10);

	free(text);
	return number;
}

void
bench_tamper(const char *path, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}

void
bench_blank(const char *path, int64_t record, int64_t version)
{
	unsigned char body[SEAL_HASH_SIZE];
	struct seal_part parts[2];
	sqlite3_stmt *stmt;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT salt, fields "
				 "FROM journal WHERE record_id = ? "
				 "AND version = ?", -1, &stmt, NULL),
		SQLITE_OK);
	sqlite3_bind_int64(stmt, 1, record);
	sqlite3_bind_int64(stmt, 2, version);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	for (int i = 0; i < 2; i++)
		parts[i] = (struct seal_part){sqlite3_column_blob(stmt, i),
			(size_t)sqlite3_column_bytes(stmt, i)};
	assert_int_equal(parts[0].len, SEAL_SALT_SIZE);
	seal_hash(parts, 2, body);
	sqlite3_finalize(stmt);
	assert_int_equal(sqlite3_prepare_v2(db, "UPDATE journal "
				 "SET fields = '{}', salt = ? "
				 "WHERE record_id = ? AND version = ?", -1,
				 &stmt, NULL),
		SQLITE_OK);
	sqlite3_bind_blob(stmt, 1, body, sizeof(body), SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 2, record);
	sqlite3_bind_int64(stmt, 3, version);
	assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
	assert_int_equal(sqlite3_changes(db), 1);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

void
bench_copy(const char *from, const char *to)
{
	char bytes[4096];
	ssize_t n;
	int in = open(from, O_RDONLY);
	int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(in >= 0 && out >= 0);
	while ((n = read(in, bytes, sizeof(bytes))) > 0)
		assert_int_equal(write(out, bytes, (size_t)n), n);
	assert_int_equal(n, 0);
	close(in);
	close(out);
}
