/* The SQLite file in which drafts lie, and the mark of who is typing. */
#ifndef STORE_DRAFT_FILE_H
#define STORE_DRAFT_FILE_H

#include <stdbool.h>
#include <stdint.h>
#include <sqlite3.h>

#include "base/err.h"
#include "store/store.h"

/*
 * A session is one open drafts file.  Its number is the place of one byte in
 * FILE-session that is locked as long as the process lives: the lock goes with
 * the process, however that ends, and leaves nothing behind.  Session 0 is
 * nobody.  Byte 0 is locked while somebody opens, makes or puts aside the
 * drafts file.
 */
struct draft_file {
	sqlite3 *db; /* NULL where it could not be opened again */
	char *path;
	int marks; /* open FILE-session */
	int64_t session;
};

/*
 * Opens or makes FILE-drafts with the mode and group of the database; a
 * damaged one is put aside.  On an error nothing stays open.
 */
enum err_code
draft_file_open(struct draft_file *file, struct store *store, struct err *err);

/* Closes and opens again after damage, or where the file was moved away
 * meanwhile; the session stays.  Keeps what is typed coming to a file that
 * others find. */
enum err_code
draft_file_reopen(struct draft_file *file, struct store *store,
	struct err *err);

void
draft_file_close(struct draft_file *file);

/* False where the file must be opened again before it is written. */
bool
draft_file_in_place(struct draft_file *file);

/* Whether the process of another session lives. */
bool
draft_file_typed_elsewhere(const struct draft_file *file, int64_t session);

/* True for a result of SQLite that means a damaged file. */
bool
draft_file_is_damage(int rc);

/* The sentence for a result of SQLite; ERR_OK for SQLITE_OK. */
enum err_code
draft_file_fail(const char *path, int rc, struct err *err);

/* Runs statements without values to their end. */
int
draft_file_run(struct draft_file *file, const char *sql);

/* Prepares one statement. */
int
draft_file_prepare(struct draft_file *file, const char *sql,
	sqlite3_stmt **out);

/* Steps to the end, takes stmt back and tells what came of it. */
int
draft_file_finish(sqlite3_stmt *stmt);

#endif
