/* What the files of the import (import*.c) share. */
#ifndef EXCHANGE_IMPORT_PRIVATE_H
#define EXCHANGE_IMPORT_PRIVATE_H

#include "base/date.h"
#include "base/sorter.h"
#include "base/vec.h"
#include "exchange/import.h"
#include "store/scratch.h"

/* Rows of the plan that are none of the file's have numbers from here on. */
#define PLAN_BESIDE ((int64_t)1 << 48)

/* Verdicts in the scratch beyond those of rows of the file. */
enum {
	PLAN_REFERENT = IMPORT_VERDICT_N, /* made when a row needs it */
	PLAN_COMPANION,                   /* the membership of a row */
};

/* Keys under which rows of the plan are found. */
enum plan_key {
	PLAN_KEY_ID,       /* of the 编号 column: its text form */
	PLAN_KEY_TITLE,    /* folded; for references within the file */
	PLAN_KEY_RECORD,   /* the record that the row is */
	PLAN_KEY_NUMBER,   /* its ID number */
	PLAN_KEY_WHOLE,    /* name and second part of the type's name key */
	PLAN_KEY_PART,     /* name, where the second part is not whole */
	PLAN_KEY_NAME,     /* name */
	PLAN_KEY_REFERENT, /* type and folded title */
};

/*
 * A reference that waits for another row: "#NUMBER" is the record of that row,
 * "+TITLE" one that has still to be planned under that title.  The row is one
 * of import_holding() of the type referred to.
 */
#define PLAN_ROW_MARK '#'
#define PLAN_TITLE_MARK '+'

/* A row of the plan, as it lies in the scratch. */
struct plan_row {
	const struct record_type *type;
	int64_t number;
	uint64_t line;
	enum import_verdict verdict;
	int64_t record;  /* that it is, or the id that it asks for */
	int64_t version; /* of that record; 0: new */
	int64_t made;    /* the record, once the row has been executed */
	bool may_be_new; /* a doubtful row that could be taken as new */
	int column;
	char *title;
	char *reason;
	struct strvec cells;
	struct strvec changed;
	char **values; /* type->n_fields; NULL: stays as it is */
};

void
plan_row_init(struct plan_row *row, const struct record_type *type);

void
plan_row_clear(struct plan_row *row);

/* Forgets what was decided, but not the cells. */
void
plan_row_reset(struct plan_row *row);

void
plan_row_write(const struct plan_row *row, struct strbuf *out);

/* Fills row (uninitialised) from what plan_row_write() wrote. */
void
plan_row_read(const struct strbuf *bytes, struct plan_row *row);

void
plan_row_set(struct plan_row *row, size_t field, const char *value);

/* Decides about the row, with the reason and the column that it is about. */
void
plan_row_decide(struct plan_row *row, enum import_verdict verdict, int column,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

enum err_code
plan_load(struct scratch *scratch, int64_t number, struct plan_row *row,
	struct err *err);

/* kind is a verdict of the file's rows, PLAN_REFERENT or PLAN_COMPANION. */
enum err_code
plan_store(struct scratch *scratch, const struct plan_row *row, int kind,
	struct err *err);

enum { KNOWN_N = 256 };

/* What was last found for a title in a column: a file names few others, and
 * often. */
struct known_reference {
	int column;
	char *title; /* NULL: nothing yet */
	char *id;
};

/* Files that are imported as one change, in the order of reference. */
struct import_set {
	struct import **items;
	size_t n;
	size_t size;
};

struct import {
	struct store *store;
	const struct record_type *type;
	const struct record_type *companion; /* of roster, or NULL */
	char *path; /* of the file, NULL for pasted text */
	struct sheet_reader *reader;
	struct import_options options;
	uint64_t header_number; /* of the row; 0: not read yet */
	struct strvec header;   /* its cells */
	VEC(struct import_column) columns;
	struct known_reference known[KNOWN_N]; /* by a hash */
	struct scratch *scratch;
	const struct import_set *set; /* of import_all(): those before this
	                                 one are planned; or NULL */
	bool planned;
	struct sorter *twins; /* of the rows that are being decided; NULL:
	                         each is matched with those before it */
	bool refers_within;  /* rows may refer to rows of the file, or of
	                        others of its set */
	int64_t n_beside;    /* rows from PLAN_BESIDE on */
	uint64_t n_numbers;  /* ID numbers of the file that are whole, */
	uint64_t n_zeros;    /* and those of them that end in 000 */
	int64_t stamp;       /* of the store when it was planned */
	struct import_counts counts;
	char today[DATE_SIZE];
};

/* import.c */

/* The import among whose rows the planned records of a type are: that of the
 * set whose file has them, else the import itself. */
struct import *
import_holding(struct import *import, const struct record_type *type);

/* import_header.c */

/* Matches the columns to the header cells of the import. */
void
header_match(struct import *import);

/* True where the columns have what every new record needs, or the 编号. */
bool
header_suffices(const struct import *import);

/* What a column is remembered as: an English header, or "-". */
void
header_remember(struct import *import);

/* The column taken for this field (title of a reference: is_id false); -1. */
int
header_column(const struct import *import, const struct field_type *field,
	bool is_id);

/* import_cells.c */

/* The text of a column in a row, "" where the row is too short. */
const char *
cells_text(const struct plan_row *row, int column);

/* Appends what the row calls what it is about: the title's cells, as
 * record_title() puts them together. */
void
cells_title(const struct import *import, const struct plan_row *row,
	struct strbuf *out);

/* The 编号 of the row, "" none. */
const char *
cells_id(const struct import *import, const struct plan_row *row);

/*
 * Reads the cells of one type's columns into values (type->n_fields, NULL
 * where the file has no such column).  A wrong cell makes row rejected; the
 * result is not ERR_OK only where the store cannot be read.
 */
enum err_code
cells_read(struct import *import, struct plan_row *row,
	const struct record_type *type, char **values, struct err *err);

/* Forgets what was found for titles. */
void
cells_forget(struct import *import);

/* import_match.c */

/* Which record a row means. */
struct match {
	int64_t record;  /* 0: none */
	int64_t version; /* of that record, 0 where it was not read */
	bool doubtful;
	char *reason; /* of the doubt, or what is worth mentioning; or NULL */
};

void
match_clear(struct match *match);

/* Among the records of the store, by the key of the type. */
enum err_code
match_in_store(struct import *import, const struct record *given,
	struct match *match, struct err *err);

/* How near a candidate comes to what the row says. */
enum nearness {
	NEAR_OTHER,  /* another one */
	NEAR_NUMBER, /* the same name, but both have valid, other numbers */
	NEAR_WEAK,   /* the same name, and nothing that decides */
	NEAR_AGAINST, /* the same but for what contradicts, as the branch */
	NEAR_SAME,
	NEAR_EXACT, /* the same, the last part of the key included */
	NEAR_N,
};

/* a has a key. */
enum nearness
match_compare(const struct record *a, const struct record *b);

/* The parts of the key by which names decide: the longest key without a
 * number; of an owned type, the first of which the row has every part.  NULL
 * none. */
const char *const *
match_name_key(const struct record *given);

/* The ID number of a record, "" none. */
const char *
match_number(const struct record *record);

/* import_twins.c */

/* Among the rows of the file that were noted before; a row that is the same
 * becomes rejected, one that may be doubtful. */
enum err_code
twins_match(struct import *import, const struct record *given,
	struct plan_row *row, struct err *err);

/* Lets later rows find this one. */
enum err_code
twins_note(struct import *import, const struct record *given,
	const struct plan_row *row, struct err *err);

/*
 * Few rows of a file have a name or a number that another one has as well, and
 * only those need be matched with one another.  Between twins_begin() and
 * twins_find() every row is given; then *rows holds the numbers of those that
 * share something, in order, and is the caller's to free in any case.
 */
void
twins_begin(struct import *import);

enum err_code
twins_give(struct import *import, const struct record *given,
	const struct plan_row *row, struct err *err);

enum err_code
twins_find(struct import *import, struct sorter **rows, struct err *err);

/* The number that follows *number; 0 behind the last one. */
enum err_code
twins_next(struct sorter *rows, int64_t *number, struct err *err);

/* Forgets what was given. */
void
twins_end(struct import *import);

/* import_decide.c */

/* Decides about a row whose cells are set. */
enum err_code
decide_row(struct import *import, struct plan_row *row, struct err *err);

/* Counts the row's ID number, for what many of them tell of one. */
enum err_code
decide_note_number(struct import *import, const struct plan_row *row,
	struct err *err);

/* import_merge.c */

/*
 * Lays values over the record that row says (0: a new one), checks the outcome
 * and puts into row what is to be written: NEW, CHANGED, SAME or REJECTED.
 */
enum err_code
merge_row(struct import *import, struct plan_row *row, char *const *values,
	struct err *err);

/*
 * Fills record (uninitialised) with what values say, to be compared with
 * others.  A reference that waits for a row stands as it is, unlike any to a
 * record that is there already; one that waits for a title says nothing.
 */
void
merge_given(const struct record_type *type, char *const *values,
	struct record *given);

/* True where a reference waits for another row. */
bool
value_waits(const struct field_type *field, const char *value);

/* import_roster.c */

/* The type whose records a combined sheet names beside; NULL none. */
const struct record_type *
roster_companion(const struct record_type *type);

/* With --roster: plans the membership of a row that is not rejected, and the
 * records that both name by title. */
enum err_code
roster_plan(struct import *import, struct plan_row *row, struct err *err);

/* import_run.c */

/* May the plan be executed?  ERR_INVALID as import_run(); adds the rows that
 * will stay behind to *n_left. */
enum err_code
run_settle(struct import *import, uint64_t *n_left, struct err *err);

/* Executes plans that are settled as one change and adds up what became of
 * them; the plans are used up. */
enum err_code
run_set(const struct import_set *set, uint64_t n_left,
	const struct change_info *info, struct job *job,
	struct import_result *result, struct err *err);

/* What a sentence calls the file: its own name, or for one in memory that of
 * its type. */
const char *
import_name(const struct import *import);

#endif
