#include "place.h"

#include <dirent.h>
#include <stdio.h>

static const struct table *const tables[] = {&thing_table};

char *
place_file(const struct bench *bench, const char *name)
{
	char *folder = file_folder(bench->path);
	char *path;

	if (name == NULL)
		return folder;
	path = file_join(folder, name);
	free(folder);
	return path;
}

struct store *
place_create(struct bench *bench)
{
	struct store *store;
	struct err err = ERR_INIT;

	bench_ok(store_create(bench->path, &bench->world, &store, &err), &err);
	bench_ok(store_exec(store, GUARD_OPEN,
			 "CREATE TABLE thing (id INTEGER PRIMARY KEY, "
			 "version INTEGER NOT NULL, deleted INTEGER NOT NULL, "
			 "sort_key TEXT NOT NULL, label TEXT NOT NULL) STRICT",
			 &err),
		&err);
	store_set_tables(store, tables, N_ITEMS(tables));
	return store;
}

struct store *
place_open(struct bench *bench, const char *path, unsigned flags)
{
	struct store *store;
	struct err err = ERR_INIT;

	bench_ok(store_open(path, &bench->world, flags, NULL, &store, &err),
		&err);
	store_set_tables(store, tables, N_ITEMS(tables));
	return store;
}

void
place_add(struct store *store, const char *label, int64_t draft)
{
	const struct change_info info = {
		.operator_name = "单晓红",
		.action = "form",
		.reason = "",
		.draft = draft,
	};
	struct change_row row = {.table = &thing_table, .values = &label};
	struct change *change;
	struct err err = ERR_INIT;

	bench_ok(change_begin(store, &info, &change, &err), &err);
	bench_ok(change_save(change, &row, NULL, &err), &err);
	bench_ok(change_commit(change, &err), &err);
}

int64_t
place_count(struct store *store)
{
	return bench_int(store, "SELECT count(*) FROM thing");
}

int
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

int
place_n_beside(const struct bench *bench, const char *word)
{
	char *folder = place_file(bench, NULL);
	int n = place_n_named(folder, word);

	free(folder);
	return n;
}

void
place_write(const char *path, const char *words)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(words, file) >= 0);
	assert_int_equal(fclose(file), 0);
}
