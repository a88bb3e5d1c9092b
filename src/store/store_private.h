/*
 * What the files of the store share.  Nobody outside this folder includes it,
 * save the store's own unit tests.
 */
#ifndef STORE_STORE_PRIVATE_H
#define STORE_STORE_PRIVATE_H

#include <sqlite3.h>

#include "base/embed.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/seal.h"
#include "base/vec.h"
#include "store/stmt.h"
#include "store/store.h"
#include "store/table.h"

#define STORE_APPLICATION_ID 0x52484442 /* "RHDB" */
#define STORE_LOCK_WAIT_MS 30000
#define STORE_CACHE_KIB "4096" /* of SQLite for the database, in a text */
#define TABLE_NAME_MAX 32 /* bytes of a record table's name */

struct change;

/*
 * What the authorizer lets through while a statement is prepared or run.
 * READER is what the floors above get; GATE writes rows of the main database,
 * which the hooks below then watch; OPEN is for migrations and backups, which
 * are not watched.
 */
enum guard {
	GUARD_READER, /* reads, and does what it likes with temporary tables */
	GUARD_GATE,
	GUARD_OPEN,
};

enum touch_kind {
	TOUCH_RECORD,  /* a row of a record table: needs a row of the journal */
	TOUCH_JOURNAL, /* the journal row of a record */
	TOUCH_OWN,     /* a row of the store's own tables */
	TOUCH_KEY,     /* a row of find_key */
};

/*
 * What a statement of the gate says beforehand that it will touch; anything
 * else that the preupdate hook sees is foreign and vetoes the commit.
 */
struct touch {
	enum touch_kind kind;
	const char *table;
	int op;       /* SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE; 0 any */
	int64_t id;   /* of the row or, for a key, its place; 0 any */
	int list;     /* of the key, where id is not 0 */
};

struct watch {
	const struct touch *expected; /* NULL: nothing may be touched */
	uint64_t n_records;
	uint64_t n_journalled;
	uint64_t n_foreign;
};

/* Where a site's line of writing stands. */
struct site_line {
	uint32_t number; /* 0: none */
	uint32_t serial; /* the last one given out */
	unsigned char hash[SEAL_HASH_SIZE]; /* of its last journal row */
};

struct stmt_cache {
	struct stmt **items; /* idle ones, the longest idle first */
	size_t n;
	size_t size;
};

struct store {
	sqlite3 *db;
	char *path;
	const struct world *world;
	char *read_only; /* why it cannot be written, or NULL */
	enum file_medium medium; /* on which it lies */
	struct file_lock *session; /* held shared for life; NULL where the
	                              folder cannot be written */
	struct file_lock *lock;    /* held while writing */
	struct holder holder;      /* as the lock is signed while it is held */
	int64_t told_at;           /* seconds: when it was signed last */
	struct store_waiter waiter;
	int lock_wait_ms; /* without a waiter */
	struct change *change;     /* the one that is open, or NULL */
	const struct table *const *tables;
	size_t n_tables;
	int64_t keyed_by; /* the derivation of the keys as it was last seen */
	enum guard guard;
	struct watch watch;
	struct stmt_cache cache;
	struct site_line site;
	struct site_line seen; /* of that site on this machine at begin */
	uint32_t first_site;   /* of the database; 0 before its first change */
	int schema_number;
	int64_t data_version;
	unsigned n_reading; /* store_read_begin() that have not ended */
	bool (*interrupt)(void *data); /* store_interrupt_when(), or NULL */
	void *interrupt_data;
};

/* How to open; store_open() and store_create() fill one in. */
struct store_opening {
	const char *path;
	const struct world *world;
	unsigned flags;
	enum file_medium medium;
	const struct embed_file *steps; /* of the schema, from number 1 */
	size_t n_steps;
	struct job *job;
};

enum err_code
store_open_with(const struct store_opening *opening, struct store **out,
	struct err *err);

enum err_code
store_create_with(const struct store_opening *opening, struct store **out,
	struct err *err);

/* A file beside the database: its path and suffix ("-lock"), on the heap. */
char *
store_beside(const char *path, const char *suffix);

/*
 * The sentence for the last error of a connection, in err; returns its code.
 * The only place where SQLite's errors become words.
 */
enum err_code
store_sql_error(sqlite3 *db, struct err *err);

/* Runs SQL of our own without parameters under a guard. */
enum err_code
store_exec(struct store *store, enum guard guard, const char *sql,
	struct err *err);

/*
 * Takes FILE-lock for store, leaving in it who writes and why; both may be "".
 * ERR_BUSY names who has held it for too long; see store_wait_with().
 */
enum err_code
store_lock(struct store *store, const char *writer, const char *action,
	struct err *err);

void
store_unlock(struct store *store);

/* Lets those that wait know how much of the work is done; total 0: it cannot be
 * told how long the rest takes. */
void
store_tell(struct store *store, uint64_t done, uint64_t total);

/*
 * store_lock(), and begins a transaction that writes; store_end_write()
 * commits or rolls back and gives the lock back in either case.  ERR_DENIED
 * where read-only.
 */
enum err_code
store_begin_write(struct store *store, const char *writer, const char *action,
	struct err *err);

enum err_code
store_end_write(struct store *store, bool commit, struct err *err);

/*
 * Opens a plain connection with the store's safety settings (foreign keys,
 * secure_delete, no trusted schema, defensive).  flags are those of
 * sqlite3_open_v2(); immutable opens the file as one that nobody writes.
 * Closes what it opened where it fails.
 */
enum err_code
store_connect(const char *path, int flags, bool immutable, sqlite3 **out,
	struct err *err);

/* Is the file a database of ours?  ERR_STORE says what it is instead. */
enum err_code
store_check_ours(sqlite3 *db, const char *path, struct err *err);

/* The whole of a file's name as an SQLite URI, on the heap. */
char *
store_uri(const char *path, bool immutable);

/* guard.c: the authorizer and the hooks. */
void
guard_install(struct store *store);

/* Forgets what was touched; at the begin of a transaction. */
void
guard_reset(struct store *store);

/* Runs stmt, which touches what touch says. */
enum err_code
guard_run(struct store *store, struct stmt *stmt, const struct touch *touch,
	struct err *err);

/* stmt.c: as stmt_open(), with more rights. */
enum err_code
stmt_open_as(struct store *store, enum guard guard, const char *sql,
	struct stmt **out, struct err *err);

/* As stmt_bind_text(), but the bytes are not copied: they must live until the
 * statement has run, and it is bound anew before it runs again. */
void
stmt_lend_text(struct stmt *stmt, int n, const char *text);

void
stmt_lend_blob(struct stmt *stmt, int n, const void *bytes, size_t len);

/* Bytes of a column and how many; they live until the next step. */
const void *
stmt_blob(const struct stmt *stmt, int column, size_t *len);

/* Finalizes all that is idle. */
void
stmt_cache_clear(struct store *store);

/*
 * migrate.c: runs the steps that the database does not have yet, one
 * transaction each.  The connection must let everything through.
 */
enum err_code
migrate_run(sqlite3 *db, const struct embed_file *steps, size_t n_steps,
	struct err *err);

/* The number of the last step that was run. */
enum err_code
migrate_number(sqlite3 *db, int *number, struct err *err);

/*
 * rekey.c: keys that stand in the database by another derivation than that of
 * the store's tables are made anew, in one transaction; nobody else may write.
 */
enum err_code
rekey_write(struct store *store, struct job *job, struct err *err);

/* The derivation that made the keys; 0 in a database where none was noted. */
enum err_code
rekey_read(struct store *store, int64_t *derivation, struct err *err);

/*
 * site.c, inside a transaction that writes: site_take() says in store->site
 * which site to write as, drawing a new one where site.h asks for that;
 * site_draw() draws one in any case; site_put() keeps where the line stands,
 * in the database and in what this machine has seen.
 */
enum err_code
site_take(struct store *store, struct err *err);

enum err_code
site_draw(struct store *store, struct err *err);

enum err_code
site_put(struct store *store, struct err *err);

/* Makes the next writing draw a new site; for a restored file. */
enum err_code
site_forget(sqlite3 *db, struct err *err);

/* The site in table site that is current, or number 0. */
enum err_code
site_load(struct store *store, struct site_line *out, bool *is_here,
	struct err *err);

/*
 * seen.c: what this machine has seen of a site, a line each in the file "seen"
 * of the state folder.  seen_load() gives number 0 where it knows nothing.
 * seen_save() is false where another than from stands there by now: a second
 * copy of the database has been written as the same site.
 */
void
seen_load(const struct world *world, uint32_t site, struct site_line *out);

bool
seen_save(const struct world *world, const struct site_line *from,
	const struct site_line *to);

/* change.c: a journal row that saves no record; see journal_note(). */
enum err_code
change_note(struct change *change, const char *table, int64_t record,
	const char *note, struct err *err);

/* table.c */
void
derived_init(struct derived *derived);

/* Leaves the sort key. */
void
derived_reset_keys(struct derived *derived);

/* The hashes of journal.h. */
struct journal_head {
	int64_t id;
	int64_t lamport;
	int64_t at;
	int64_t operator_id;
	int64_t undoes;
	int64_t draft;
	const char *operator_name;
	const char *account;
	const char *host;
	const char *action;
	const char *reason;
};

struct journal_row {
	int64_t id;
	const char *type;
	int64_t record;
	int64_t version;
	const char *fields;
	size_t fields_len;
	const unsigned char *salt;
	const unsigned char *body; /* of a blanked row, for both; else NULL */
};

/* True in SQL for a blanked row of journal j (see journal.h). */
#define JOURNAL_IS_BLANKED "length(j.salt) = 32"

void
journal_hash_head(const struct journal_head *head,
	unsigned char out[SEAL_HASH_SIZE]);

/* before is the hash of the site's row before, digest that of the head. */
void
journal_hash_row(const unsigned char before[SEAL_HASH_SIZE],
	const struct journal_head *head,
	const unsigned char digest[SEAL_HASH_SIZE],
	const struct journal_row *row, unsigned char out[SEAL_HASH_SIZE]);

/* The hash that the journal keeps of a long text: small hex digits. */
void
journal_hash_text(const char *text, char out[2 * SEAL_HASH_SIZE + 1]);

#endif
