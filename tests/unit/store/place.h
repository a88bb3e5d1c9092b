/*
 * A place for tests of the store: a folder of its own with a fixed clock and
 * fixed random numbers, and a table of things that can be saved.
 */
#ifndef TESTS_UNIT_STORE_PLACE_H
#define TESTS_UNIT_STORE_PLACE_H

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test.h"

#include "base/file.h"
#include "base/xalloc.h"
#include "store/change.h"
#include "store/store_private.h"

struct place {
	char *folder;
	char *path;    /* of the database */
	struct world world;
	int64_t moment;
	uint64_t seed;
};

static inline int64_t
place_now(const struct world *world)
{
	const struct place *place = world->data;

	return place->moment;
}

/* Bytes of a linear congruential generator (Knuth's constants). */
static inline void
place_random(const struct world *world, void *out, size_t len)
{
	struct place *place = world->data;
	unsigned char *bytes = out;

	for (size_t i = 0; i < len; i++) {
		place->seed = place->seed * 6364136223846793005u +
			1442695040888963407u;
		bytes[i] = (unsigned char)(place->seed >> 56);
	}
}

static inline char *
place_file(const struct place *place, const char *name)
{
	return file_join(place->folder, name);
}

static inline int
place_set_up(void **state)
{
	char folder[] = "/tmp/ronghe-test-XXXXXX";
	struct place *place = xcalloc(1, sizeof(*place));

	if (mkdtemp(folder) == NULL)
		return -1;
	place->folder = xstrdup(folder);
	place->path = place_file(place, "ronghe.db");
	place->moment = 1700000000;
	place->seed = 1;
	place->world = (struct world){
		.now = place_now,
		.random = place_random,
		.data = place,
		.host = xstrdup("office"),
		.account = xstrdup("clerk"),
		.machine = xstrdup("machine"),
		.data_home = place_file(place, "data"),
		.state_home = place_file(place, "state"),
		.config_home = place_file(place, "config"),
		.home = xstrdup(folder),
	};
	*state = place;
	return 0;
}

static inline int
place_remove_one(const char *path, const struct stat *st, int flag,
	struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

static inline int
place_tear_down(void **state)
{
	struct place *place = *state;
	int rc = nftw(place->folder, place_remove_one, 8,
		FTW_DEPTH | FTW_PHYS);

	world_clear(&place->world);
	free(place->path);
	free(place->folder);
	free(place);
	return rc;
}

static inline void
place_derive(const struct table *table, const char *const *values,
	struct derived *derived)
{
	(void)table;
	strbuf_add(&derived->sort_key, values[0]);
}

static const struct column place_columns[] = {{"name", COLUMN_TEXT}};
static const struct table place_thing = {
	.name = "thing",
	.number = 1,
	.columns = place_columns,
	.n_columns = N_ITEMS(place_columns),
	.derive = place_derive,
};
static const struct table *const place_tables[] = {&place_thing};

static inline struct store *
place_open(struct place *place, unsigned flags)
{
	struct store *store;
	struct err err = ERR_INIT;

	if (store_open(place->path, &place->world, flags, NULL, &store,
		    &err) != ERR_OK)
		fail_msg("%s", err.text);
	store_set_tables(store, place_tables, N_ITEMS(place_tables));
	return store;
}

static inline struct store *
place_create(struct place *place)
{
	struct store *store;
	struct err err = ERR_INIT;

	if (store_create(place->path, &place->world, &store, &err) != ERR_OK)
		fail_msg("%s", err.text);
	assert_int_equal(store_exec(store, GUARD_OPEN,
				 "CREATE TABLE thing (id INTEGER PRIMARY KEY, "
				 "version INTEGER NOT NULL, "
				 "deleted INTEGER NOT NULL, "
				 "sort_key TEXT NOT NULL, "
				 "name TEXT NOT NULL) STRICT",
				 &err),
		ERR_OK);
	store_set_tables(store, place_tables, N_ITEMS(place_tables));
	return store;
}

/* Saves one new thing; draft: the number of the draft that it was, or 0. */
static inline void
place_add(struct store *store, const char *name, int64_t draft)
{
	const struct change_info info = {
		.operator_name = "单晓红",
		.action = "form",
		.reason = "",
		.draft = draft,
	};
	struct change_row row = {.table = &place_thing, .values = &name};
	struct change *change;
	struct err err = ERR_INIT;

	if (change_begin(store, &info, &change, &err) != ERR_OK ||
		change_save(change, &row, NULL, &err) != ERR_OK ||
		change_commit(change, &err) != ERR_OK)
		fail_msg("%s", err.text);
}

static inline int64_t
place_count(struct store *store)
{
	int64_t n;

	assert_int_equal(stmt_one_int(store, "SELECT count(*) FROM thing", &n,
				 NULL),
		ERR_OK);
	return n;
}

/* How many entries of a folder have the word in their names. */
static inline int
place_n_named(const char *folder, const char *word)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int n = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL)
		n += strstr(entry->d_name, word) != NULL;
	closedir(dir);
	return n;
}

static inline void
place_write(const char *path, const char *bytes)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(bytes, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

#endif
