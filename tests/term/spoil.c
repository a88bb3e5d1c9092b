/*
 * Gives the first members of a database names that no form would let in, past
 * the gate: as a damaged file or another program might.
 *
 *	spoil DATABASE NAME...
 */
#include <err.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>

static void
need(sqlite3 *db, bool good)
{
	if (!good)
		errx(EXIT_FAILURE, "%s", sqlite3_errmsg(db));
}

int
main(int argc, char **argv)
{
	static const char sql[] =
		"UPDATE member SET name = ?1 WHERE id ="
		" (SELECT id FROM member WHERE deleted = 0"
		" ORDER BY sort_key, id LIMIT 1 OFFSET ?2)";
	sqlite3_stmt *update;
	sqlite3 *db;

	if (argc < 3)
		errx(EXIT_FAILURE, "usage: spoil DATABASE NAME...");
	need(NULL, sqlite3_open(argv[1], &db) == SQLITE_OK);
	need(db, sqlite3_prepare_v2(db, sql, -1, &update, NULL) == SQLITE_OK);
	for (int i = 2; i < argc; i++) {
		sqlite3_bind_text(update, 1, argv[i], -1, SQLITE_STATIC);
		sqlite3_bind_int(update, 2, i - 2);
		need(db, sqlite3_step(update) == SQLITE_DONE &&
			sqlite3_changes(db) == 1);
		sqlite3_reset(update);
	}
	sqlite3_finalize(update);
	sqlite3_close(db);
	return 0;
}
