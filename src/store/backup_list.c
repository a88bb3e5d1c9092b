#include "store/backup_list.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "store/store_private.h"

#define BEFORE ".before-"
#define BEFORE_UPDATE BEFORE "update-"

bool
backup_is_daily(const char *name, const char *base)
{
	size_t len = strlen(base);

	return strncmp(name, base, len) == 0 && name[len] == '.' &&
		strlen(name + len + 1) == DATE_SIZE - 1 &&
		date_valid(name + len + 1) && date_is_day(name + len + 1);
}

static bool
is_plain_file(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISREG(st.st_mode);
}

void
backup_list_folder(const char *folder, const char *base,
	bool (*wanted)(const char *name, const char *base),
	struct strvec *out)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	char *path;

	if (dir == NULL)
		return;
	while ((entry = readdir(dir)) != NULL) {
		path = file_join(folder, entry->d_name);
		if (wanted(entry->d_name, base) && is_plain_file(path))
			strvec_add(out, path);
		free(path);
	}
	closedir(dir);
}

/* ".before-20261123-090000" with or without "-2" behind it, and
 * ".before-update-009-1"; not what SQLite left beside them. */
static bool
is_before(const char *name, const char *base)
{
	size_t len = strlen(base);
	char last;

	if (strncmp(name, base, len) != 0 ||
		strncmp(name + len, BEFORE, strlen(BEFORE)) != 0)
		return false;
	last = name[strlen(name) - 1];
	return last >= '0' && last <= '9';
}

/* What the name behind the database's own says. */
static void
read_name(const char *rest, struct backup_entry *entry)
{
	int day, minute;

	if (strncmp(rest, BEFORE_UPDATE, strlen(BEFORE_UPDATE)) == 0) {
		entry->kind = BACKUP_BEFORE_UPDATE;
	} else if (sscanf(rest, BEFORE "%8d-%4d", &day, &minute) == 2) {
		entry->kind = BACKUP_BEFORE_RESTORE;
		snprintf(entry->made, sizeof(entry->made),
			"%04u-%02u-%02u %02u:%02u",
			(unsigned)day / 10000 % 10000,
			(unsigned)day / 100 % 100, (unsigned)day % 100,
			(unsigned)minute / 100 % 100, (unsigned)minute % 100);
	} else {
		entry->kind = BACKUP_DAILY;
		snprintf(entry->made, sizeof(entry->made), "%.*s",
			DATE_SIZE - 1, rest + 1);
	}
}

/* Nothing where it cannot be read. */
static void
read_newest(struct backup_entry *entry)
{
	sqlite3 *db;
	sqlite3_stmt *stmt = NULL;

	if (store_connect(entry->path, SQLITE_OPEN_READONLY, true, &db,
		    NULL) != ERR_OK)
		return;
	sqlite3_prepare_v2(db,
		"SELECT at, iif(operator_name <> '', operator_name, account) "
		"FROM change_head ORDER BY lamport DESC, id DESC LIMIT 1",
		-1, &stmt, NULL);
	if (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *by = (const char *)sqlite3_column_text(stmt, 1);

		entry->newest_at = sqlite3_column_int64(stmt, 0);
		free(entry->newest_by);
		entry->newest_by = xstrdup(by != NULL ? by : "");
	}
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

static void
add(const char *path, size_t base_len, struct backup_list *out)
{
	struct backup_entry entry = {.path = xstrdup(path),
		.newest_by = xstrdup("")};
	struct stat st;

	read_name(file_name(path) + base_len, &entry);
	read_newest(&entry);
	if (stat(path, &st) == 0)
		entry.bytes = (uint64_t)st.st_size;
	vec_push(out, entry);
}

static int
compare(const void *a, const void *b)
{
	const struct backup_entry *left = a, *right = b;

	if (left->newest_at != right->newest_at)
		return left->newest_at < right->newest_at ? 1 : -1;
	return strcmp(right->path, left->path);
}

void
backup_list_load(const char *path, struct backup_list *out)
{
	char *beside = file_folder(path);
	char *daily = file_join(beside, BACKUP_FOLDER);
	const char *base = file_name(path);
	struct strvec found = VEC_INIT;

	backup_list_folder(daily, base, backup_is_daily, &found);
	backup_list_folder(beside, base, is_before, &found);
	for (size_t i = 0; i < found.n; i++)
		add(found.items[i], strlen(base), out);
	if (out->n > 0)
		qsort(out->items, out->n, sizeof(*out->items), compare);
	strvec_clear(&found);
	free(daily);
	free(beside);
}

void
backup_list_clear(struct backup_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->items[i].path);
		free(list->items[i].newest_by);
	}
	vec_clear(list);
}
