/*
 * Records in (导入): a file or pasted rows become a plan, the plan is shown,
 * corrected and then executed as it stands, as one change.
 *
 *	import_open → (encoding or sheet) → import_read_header → (columns)
 *	→ import_plan → (correct rows) → import_run
 *
 * Parsing, matching and planning touch no record and take no lock; the plan
 * lies in a private temporary table, whatever the number of rows.  Who is who
 * is decided by the key of the type (record_type.key): a unique number first,
 * then names with what contradicts them.
 */
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/embed.h"
#include "base/enc.h"
#include "base/err.h"
#include "base/job.h"
#include "exchange/sheet_read.h"
#include "records/record.h"
#include "store/change.h"
#include "store/store.h"

/* What becomes of a row. */
enum import_verdict {
	IMPORT_NEW,       /* 新增 */
	IMPORT_CHANGED,   /* 更新 */
	IMPORT_SAME,      /* 无变化 */
	IMPORT_DOUBTFUL,  /* 待定: could be one of several, or another person */
	IMPORT_REJECTED,  /* 退回: breaks a rule, with its reason */
	IMPORT_VERDICT_N,
};

struct import_options {
	bool skip_bad;      /* take the good rows though others are rejected */
	bool take_doubtful; /* take doubtful rows as new records */
	bool roster;        /* also make the units, branches, unions and
	                       memberships that a combined sheet names */
};

/* A column of the file and what it is taken for. */
struct import_column {
	const char *header;        /* as in the file */
	const struct record_type *type; /* of the field: the import's, or with
	                                   roster that of the memberships */
	const struct field_type *field; /* NULL: not taken */
	bool is_id;    /* the …_id column of a reference, or 编号 where field is
	                  NULL */
	bool by_hand;  /* set with import_set_column() or remembered so */
};

/* One row of the plan. */
struct import_row {
	uint64_t number; /* of the row in the file, from 1 */
	uint64_t line;
	enum import_verdict verdict;
	int64_t record;  /* that it becomes or is; 0 for a new one */
	char *title;     /* what the row calls it */
	char *reason;    /* a translated sentence, or "" */
	int column;      /* of the file, that the reason is about; -1 none */
	size_t n_cells;
	char **cells;    /* as in the file */
	struct strvec changed; /* names of the fields that would change */
};

void
import_row_clear(struct import_row *row);

struct import;

/* Opens the source and finds the encodings that fit, or the sheets of a
 * workbook.  Pasted text must live until import_close(). */
enum err_code
import_open(struct store *store, const struct record_type *type,
	const struct sheet_source *source, const struct import_options *options,
	struct import **out, struct err *err);

/* Takes NULL; the plan is gone with it. */
void
import_close(struct import *import);

void
import_set_options(struct import *import,
	const struct import_options *options);

/* The encodings that fit, likeliest first, and the one in use; a workbook
 * has none to choose from. */
size_t
import_encodings(const struct import *import, enum encoding fits[ENC_N]);

enum encoding
import_encoding(const struct import *import);

void
import_set_encoding(struct import *import, enum encoding enc);

/* The names of the sheets of a workbook that have anything in them, of which
 * the first is in use until another is set; none for CSV. */
const struct strvec *
import_sheets(const struct import *import);

void
import_set_sheet(struct import *import, size_t sheet);

/* The first rows as the encoding in question reads them, cells joined by two
 * blanks, at most n; for the preview. */
enum err_code
import_preview(struct import *import, enum encoding enc, size_t n,
	struct strvec *lines, struct err *err);

/*
 * Finds the header in the first ten rows and matches its columns: by English
 * name, Chinese term, other headers of the dictionary, and what was set by
 * hand for the same header before (remembered in the store's settings).
 * ERR_INVALID where no row of the first ten has the required columns.
 */
enum err_code
import_read_header(struct import *import, struct job *job, struct err *err);

/* Calls each for the rows as they stand, the header and what is above it
 * among them. */
enum err_code
import_read(struct import *import, source_row_fn *each, void *data,
	struct err *err);

size_t
import_columns(const struct import *import,
	const struct import_column **columns);

/* Takes a column for a field (NULL: leaves it out); remembered for that
 * header at import_run(). */
enum err_code
import_set_column(struct import *import, size_t column,
	const struct field_type *field, bool is_id, struct err *err);

/* Reads every row and decides what becomes of it. */
enum err_code
import_plan(struct import *import, struct job *job, struct err *err);

/* How many rows of each verdict; others[] counts records of other types that
 * --roster would make, by index of record_types. */
struct import_counts {
	uint64_t rows[IMPORT_VERDICT_N];
	uint64_t others[64];
};

void
import_counts(const struct import *import, struct import_counts *counts);

/*
 * A page of the plan: the rows of one verdict (IMPORT_VERDICT_N: all) with a
 * number greater than after (or, backward, less), at most n; the caller clears
 * each.
 */
enum err_code
import_rows(struct import *import, enum import_verdict verdict,
	uint64_t after, bool backward, size_t n, struct import_row rows[],
	size_t *n_found, struct err *err);

/*
 * Puts another text into one cell of a row and decides about every row anew,
 * since others may have stood back because of this one.
 */
enum err_code
import_correct(struct import *import, uint64_t row, size_t column,
	const char *text, struct job *job, struct err *err);

struct import_result {
	int64_t change; /* 0 where nothing was to do */
	uint64_t n_new;
	uint64_t n_changed;
	uint64_t n_others; /* records of other types, with --roster */
};

/*
 * Executes the plan as one change.  ERR_INVALID where rows are rejected or
 * doubtful and the options do not say what to do with them; ERR_STALE where
 * records that the plan speaks of have been changed meanwhile (plan again).
 * Rows that stay behind are noted in the settings ("held_back") for Home.
 */
enum err_code
import_run(struct import *import, const struct change_info *info,
	struct job *job, struct import_result *result, struct err *err);

/* The rejected and doubtful rows in their own columns plus 原因 (reason). */
enum err_code
import_write_rejects(struct import *import, const char *path,
	enum encoding enc, uint64_t *n, struct err *err);

/*
 * Imports TYPE.csv of the folder for every type, in the order of reference,
 * as one change.  All files are planned before the lock is taken, each with
 * the rows of those before it in view, and planned again where others have
 * changed meanwhile what they speak of.  Files that are not there are left
 * out; ERR_FILE where there is none at all, ERR_INVALID names file, row and
 * reason.
 */
enum err_code
import_all(struct store *store, const char *folder,
	const struct import_options *options, const struct change_info *info,
	struct job *job, struct import_result *result, struct err *err);

/* Imports files that are compiled in, TYPE.csv in the order of reference, one
 * change for each and for what its records own. */
enum err_code
import_embedded(struct store *store, const struct embed_file *files,
	size_t n_files, const struct change_info *info, struct job *job,
	struct err *err);

#endif
