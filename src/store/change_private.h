/* What the files of the gate (change*.c) share. */
#ifndef STORE_CHANGE_PRIVATE_H
#define STORE_CHANGE_PRIVATE_H

#include "base/strbuf.h"
#include "store/change.h"
#include "store/key_sort.h"
#include "store/site.h"
#include "store/store_private.h"

typedef char id_text[SITE_ID_TEXT_SIZE];

/* One table inside a change: its statements, and the row as it stands. */
struct gate {
	const struct table *table;
	struct stmt *load;
	struct stmt *insert;
	struct stmt *update;
	const char **old_values; /* n_columns; live while load is stepped */
	id_text *old_ids;        /* n_columns: old references as text */
	bool old_deleted;
	bool defers;   /* its indexes are built at the end */
	int64_t n_new; /* what was done through it, for change_count */
	int64_t n_changed;
	int64_t n_removed;
	int64_t n_back;
};

/* A record that is to be looked at once more before the commit. */
struct owed {
	const struct table *table;
	int64_t id;
};

struct change {
	struct store *store;
	struct journal_head head;
	unsigned char digest[SEAL_HASH_SIZE]; /* of the head */
	int64_t takes_back;     /* of its struct change_info */
	char *texts[3];         /* the head's strings that we own */
	struct site_line before; /* the site, should the change be abandoned */
	VEC(struct gate) gates;
	VEC(struct owed) owed;  /* each once */
	bool defers; /* indexes or search keys of some of its tables */
	struct strvec indexes; /* SQL of those to build again at the end */
	struct key_sort *keys; /* of the tables that defer; NULL: search keys
	                          go to their place at once */
	struct stmt *add_key;
	struct stmt *remove_key;
	struct stmt *log;
	struct derived old_derived;
	struct derived new_derived;
	struct strbuf fields;
	size_t n_saved;
	size_t n_rows; /* of the journal */
	bool broken;   /* half a record was written: nothing may be kept */
};

/* change_row.c: the statements of a table, made on first use. */
enum err_code
gate_open(struct change *change, const struct table *table, struct gate **out,
	struct err *err);

void
gate_close(struct gate *gate);

/* ERR_INVALID names the value that is not in its stored form. */
enum err_code
gate_check(const struct gate *gate, const struct change_row *row,
	struct err *err);

/* Reads the row of that id; *version is 0 where there is none. */
enum err_code
gate_load(struct gate *gate, int64_t id, int64_t *version, struct err *err);

/* Writes the row with its new version, and the keys that follow from it. */
enum err_code
gate_write(struct change *change, struct gate *gate,
	const struct change_row *row, int64_t version, struct err *err);

enum err_code
gate_write_keys(struct change *change, struct gate *gate, int64_t id,
	struct err *err);

/* Where the keys of a record stand: its id without the first site's number. */
int64_t
change_place(const struct change *change, int64_t id);

/* Counts what gate_write() has just written with that version. */
void
gate_count(struct gate *gate, const struct change_row *row, int64_t version);

/*
 * change_fields.c: appends the journal's JSON of a new record, or of what is
 * other than in gate; false where nothing is.
 */
void
fields_of_new(const struct change_row *row, struct strbuf *out);

bool
fields_of_change(const struct gate *gate, const struct change_row *row,
	struct strbuf *out);

/* {"name":"value"}, appended. */
void
fields_of_one(const char *name, const char *value, struct strbuf *out);

/* change_defer.c: writes what was kept aside, sorted; keys go to their
 * place from now on. */
enum err_code
defer_flush_keys(struct change *change, struct err *err);

/* The same, and builds the dropped indexes again. */
enum err_code
defer_finish(struct change *change, struct err *err);

/* Gives SQLite its cache back. */
void
defer_end(struct change *change);

#endif
