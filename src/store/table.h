/*
 * What the store must know of a table of records.  The dictionary (floor 2)
 * hands one over for each record type; the store knows no type by name.
 *
 * Every record table has the columns id, version (counts saves, from 1),
 * deleted (0 or 1) and sort_key, and then its own.  In memory a value is
 * always a string that is never NULL: COLUMN_INT in decimal, COLUMN_REF as the
 * text form of the id, "" for nothing (stored as '' in text columns and as
 * NULL in the others).
 */
#ifndef STORE_TABLE_H
#define STORE_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "base/vec.h"

struct store;

enum column_kind {
	COLUMN_TEXT,
	COLUMN_LONGTEXT, /* the journal keeps the old text as a hash only */
	COLUMN_INT,
	COLUMN_REF, /* the id of another record */
};

struct column {
	const char *name;
	enum column_kind kind;
};

/* A key under which a record is found; see table find_key of the schema. */
enum find_kind {
	FIND_NAME,       /* the folded name */
	FIND_INSIDE,     /* the same from its second character on, and so on */
	FIND_PINYIN,     /* as it is read; see base/pinyin_find.h */
	FIND_READING,    /* as it could be read as well */
	FIND_NUMBER,     /* a number from its first digit */
	FIND_NUMBER_END, /* its last digits read backwards */
	FIND_COLUMN,     /* FIND_NUMBER by the index of a column: never kept */
	FIND_N,
};

/* The list of keys of one kind, of the table with that number. */
enum { FIND_LISTS = 8 }; /* a table has so many */

static inline int
find_list(int table_number, enum find_kind kind)
{
	return table_number * FIND_LISTS + (int)kind;
}

struct find_key {
	enum find_kind kind;
	char *key;
};

/*
 * What follows from a record's values alone and is kept beside them.  It is
 * not journalled; ronghe check computes it anew.
 */
struct derived {
	struct strbuf sort_key;
	VEC(struct find_key) keys; /* each once; the strings owned here */
};

#define DERIVED_INIT {STRBUF_INIT, VEC_INIT}

/* Empties derived for the next record. */
void
derived_reset(struct derived *derived);

void
derived_clear(struct derived *derived);

/* Adds a copy of key, unless it is "" or there already. */
void
derived_add_key(struct derived *derived, enum find_kind kind, const char *key);

struct table {
	const char *name;
	int number; /* of the type, see find_list(); never given to another */
	const struct column *columns;
	size_t n_columns;
	/* Fills derived (reset by the caller) from n_columns values. */
	void (*derive)(const struct table *table, const char *const *values,
		struct derived *derived);
	int derivation; /* which derive() it is, the same in all tables: where
	                   another made the keys, they are made anew */
	/* What is still to be said of a record when all of a change is written
	 * (change_owe()), or NULL. */
	enum err_code (*settle)(struct store *store, const struct table *table,
		int64_t id, struct err *err);
	const void *data; /* the dictionary's record_type */
};

#endif
