#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/import_private.h"
#include "exchange/input.h"
#include "records/fill.h"
#include "store/site.h"

enum { PROGRESS_EVERY = 256 };

typedef enum err_code row_fn(struct import *import, struct plan_row *row,
	struct err *err);

/* Calls each for every row of the file, in order. */
typedef enum err_code pass_fn(struct import *import, row_fn *each,
	struct job *job, struct err *err);

static bool
is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

/* Nothing in the columns that are taken: an empty line of a sheet, or what
 * stands below it. */
static bool
says_nothing(const struct import *import, const struct source_row *row)
{
	for (size_t i = 0; i < row->n_cells && i < import->columns.n; i++)
		if (import->columns.items[i].type != NULL &&
			!is_blank(row->cells[i]))
			return false;
	return true;
}

/* Sheets that were joined repeat the header. */
static bool
is_header_again(const struct import *import, const struct source_row *row)
{
	for (size_t i = 0; i < import->columns.n; i++)
		if (import->columns.items[i].type != NULL &&
			(i >= row->n_cells || strcmp(row->cells[i],
				import->header.items[i]) != 0))
			return false;
	return true;
}

/* A row on its way from the file to a row_fn. */
struct reading {
	struct import *import;
	row_fn *each;
};

static enum err_code
read_row(void *data, const struct source_row *row, struct err *err)
{
	struct reading *reading = data;
	struct import *import = reading->import;
	struct plan_row read;
	enum err_code code;

	if (row->number <= import->header_number ||
		says_nothing(import, row) || is_header_again(import, row))
		return ERR_OK;
	plan_row_init(&read, import->type);
	read.number = (int64_t)row->number;
	read.line = row->line;
	/* lent, since nobody writes to them */
	read.cells = (struct strvec){(char **)row->cells, row->n_cells, 0};
	code = reading->each(import, &read, err);
	read.cells = (struct strvec){NULL, 0, 0};
	plan_row_clear(&read);
	return code;
}

/* The rows as they stand in the file. */
static enum err_code
each_read(struct import *import, row_fn *each, struct job *job,
	struct err *err)
{
	struct reading reading = {import, each};

	return sheet_reader_read(import->reader, read_row, &reading, job, err);
}

static enum err_code
tick(struct job *job, uint64_t n, uint64_t number, uint64_t last,
	struct err *err)
{
	if (n % PROGRESS_EVERY != 0)
		return ERR_OK;
	job_progress(job, _("checking"), number, last);
	if (!job_cancelled(job))
		return ERR_OK;
	return err_set(err, ERR_CANCELLED, _("Stopped; nothing was changed."));
}

static enum err_code
load_and_call(struct import *import, int64_t number, row_fn *each,
	struct err *err)
{
	struct plan_row row;
	enum err_code code = plan_load(import->scratch, number, &row, err);

	if (code != ERR_OK)
		return code;
	code = each(import, &row, err);
	plan_row_clear(&row);
	return code;
}

/* The rows as they were read and corrected. */
static enum err_code
each_kept(struct import *import, row_fn *each, struct job *job,
	struct err *err)
{
	int64_t number = 0, last = 0;
	uint64_t n = 0;
	enum err_code code;

	code = scratch_next(import->scratch, -1, PLAN_BESIDE, true, &last, err);
	while (code == ERR_OK) {
		code = scratch_next(import->scratch, -1, number, false,
			&number, err);
		if (code != ERR_OK || number == 0 || number >= PLAN_BESIDE)
			break;
		code = tick(job, n++, (uint64_t)number, (uint64_t)last, err);
		if (code == ERR_OK)
			code = load_and_call(import, number, each, err);
	}
	return code;
}

static enum err_code
note_called(struct import *import, const struct plan_row *row,
	const char *text, struct err *err)
{
	char *folded = text_fold(text);
	enum err_code code = scratch_add_key(import->scratch, PLAN_KEY_TITLE,
		folded, row->number, err);

	free(folded);
	return code;
}

/* By the first part of the title, and by the whole where that is more. */
static enum err_code
note_title(struct import *import, const struct plan_row *row, struct err *err)
{
	const struct field_type *title = record_field(import->type,
		import->type->title[0]);
	const char *text = cells_text(row, header_column(import, title, false));
	struct strbuf whole = STRBUF_INIT;
	enum err_code code;

	if (!import->refers_within || is_blank(text))
		return ERR_OK;
	code = note_called(import, row, text, err);
	cells_title(import, row, &whole);
	if (code == ERR_OK && strcmp(whole.s, text) != 0)
		code = note_called(import, row, whole.s, err);
	strbuf_clear(&whole);
	return code;
}

/* What has to be known of all rows before the first is decided. */
static enum err_code
note_row(struct import *import, struct plan_row *row, struct err *err)
{
	char text[SITE_ID_TEXT_SIZE];
	enum err_code code = ERR_OK;
	int64_t id;

	if (site_id_from_text(cells_id(import, row), &id)) {
		site_id_to_text(id, text);
		code = scratch_add_key(import->scratch, PLAN_KEY_ID, text,
			row->number, err);
	}
	if (code == ERR_OK)
		code = note_title(import, row, err);
	if (code == ERR_OK)
		code = decide_note_number(import, row, err);
	return code;
}

static enum err_code
decide_each(struct import *import, struct plan_row *row, struct err *err)
{
	enum err_code code = decide_row(import, row, err);

	if (code == ERR_OK)
		code = plan_store(import->scratch, row, (int)row->verdict, err);
	return code;
}

/* The row that a value waits for, 0 none. */
static int64_t
awaited(const struct plan_row *row, size_t field)
{
	const char *value = row->values[field];

	if (row->type->fields[field].kind != FIELD_REF || value == NULL ||
		value[0] != PLAN_ROW_MARK)
		return 0;
	return strtoll(value + 1, NULL, 10);
}

/* Rejects a row that refers to one which will not be there. */
static enum err_code
reject_awaiting(struct import *import, struct plan_row *row, size_t field,
	const struct import *in, int64_t number, struct err *err)
{
	int column = header_column(import, &row->type->fields[field], false);
	char *name = in != import ? file_shown(import_name(in))
				  : NULL;

	if (name == NULL)
		plan_row_decide(row, IMPORT_REJECTED, column,
			_("It refers to row %lld, which is not taken."),
			(long long)number);
	else
		plan_row_decide(row, IMPORT_REJECTED, column,
			_("It refers to row %lld of %s, which is not taken."),
			(long long)number, name);
	free(name);
	return plan_store(import->scratch, row, IMPORT_REJECTED, err);
}

static enum err_code
check_awaited(struct import *import, struct plan_row *row, struct err *err)
{
	enum err_code code = ERR_OK;

	if (row->verdict == IMPORT_REJECTED)
		return ERR_OK;
	for (size_t i = 0; code == ERR_OK && i < row->type->n_fields; i++) {
		int64_t number = awaited(row, i);
		struct strbuf bytes = STRBUF_INIT;
		int verdict = IMPORT_NEW;
		struct import *in;

		if (number == 0)
			continue;
		in = import_holding(import, field_ref(&row->type->fields[i]));
		code = scratch_get(in->scratch, number, &verdict, &bytes, err);
		strbuf_clear(&bytes);
		if (code == ERR_OK && (verdict == IMPORT_REJECTED ||
			(verdict == IMPORT_DOUBTFUL &&
			(in == import || !in->options.take_doubtful))))
			return reject_awaiting(import, row, i, in, number, err);
	}
	return code;
}

static enum err_code
count(struct import *import, struct err *err)
{
	enum err_code code = ERR_OK;

	for (int i = 0; code == ERR_OK && i < IMPORT_VERDICT_N; i++) {
		int64_t n;

		code = scratch_count(import->scratch, i, &n, err);
		import->counts.rows[i] = (uint64_t)n;
	}
	return code;
}

/* A row that refers to one that was just rejected is rejected in its turn. */
static enum err_code
check_all_awaited(struct import *import, struct job *job, struct err *err)
{
	uint64_t before;
	enum err_code code = count(import, err);

	do {
		before = import->counts.rows[IMPORT_REJECTED];
		if (code == ERR_OK && import->refers_within)
			code = each_kept(import, check_awaited, job, err);
		if (code == ERR_OK)
			code = count(import, err);
	} while (code == ERR_OK &&
		before != import->counts.rows[IMPORT_REJECTED]);
	return code;
}

/* Nothing has to be known beforehand of rows that cannot refer to one another
 * and have no ID numbers. */
static bool
must_note(const struct import *import)
{
	return import->refers_within ||
		header_column(import, NULL, true) >= 0 ||
		fill_field_of_kind(import->type, FIELD_IDCARD) != NULL;
}

static enum err_code
note_all(struct import *import, pass_fn *pass, struct job *job,
	struct err *err)
{
	enum err_code code = scratch_empty_keys(import->scratch, err);

	import->n_numbers = import->n_zeros = 0;
	if (code == ERR_OK && must_note(import))
		code = pass(import, note_row, job, err);
	return code;
}

/* Once more, but now with what stands before them in the file. */
static enum err_code
decide_twins(struct import *import, struct job *job, struct err *err)
{
	struct sorter *rows;
	int64_t number = 0;
	uint64_t n = 0;
	enum err_code code = twins_find(import, &rows, err);

	while (code == ERR_OK) {
		code = twins_next(rows, &number, err);
		if (code != ERR_OK || number == 0)
			break;
		code = tick(job, n++, (uint64_t)number, 0, err);
		if (code == ERR_OK)
			code = load_and_call(import, number, decide_each, err);
	}
	sorter_free(rows);
	return code;
}

/*
 * Every row has been noted.  Where rows refer to others of the file, or bring
 * others with them, each is decided once and with those before it; else each
 * by itself, and those that share something once more.
 */
static enum err_code
decide_all(struct import *import, pass_fn *pass, struct job *job,
	struct err *err)
{
	enum err_code code;

	import->n_beside = 0;
	import->counts = (struct import_counts){0};
	code = scratch_cut(import->scratch, PLAN_BESIDE, err);
	if (code == ERR_OK)
		code = scratch_stamp(import->scratch, &import->stamp, err);
	if (!import->refers_within && !import->options.roster)
		twins_begin(import);
	if (code == ERR_OK)
		code = pass(import, decide_each, job, err);
	if (code == ERR_OK && import->twins != NULL)
		code = decide_twins(import, job, err);
	twins_end(import);
	if (code == ERR_OK)
		code = check_all_awaited(import, job, err);
	return code;
}

static enum err_code
plan_all(struct import *import, pass_fn *pass, struct job *job,
	struct err *err)
{
	enum err_code code = note_all(import, pass, job, err);

	return code == ERR_OK ? decide_all(import, pass, job, err) : code;
}

/* Planning reads one state of the store, and leaves a whole plan or none; a
 * set sees to that for all its files at once. */
static enum err_code
begin(struct import *import, struct err *err)
{
	cells_forget(import);
	import->planned = false;
	return import->set != NULL ? ERR_OK
				   : scratch_begin(import->scratch, err);
}

static enum err_code
end(struct import *import, enum err_code code, struct err *err)
{
	enum err_code ended = ERR_OK;

	if (import->set == NULL)
		ended = scratch_end(import->scratch, code == ERR_OK,
			code == ERR_OK ? err : NULL);
	if (code == ERR_OK)
		code = ended;
	import->planned = code == ERR_OK;
	return code;
}

enum err_code
import_plan(struct import *import, struct job *job, struct err *err)
{
	uint64_t stamp;
	enum err_code code = ERR_OK;

	if (import->header_number == 0)
		code = import_read_header(import, job, err);
	if (code == ERR_OK && !header_suffices(import))
		code = err_set(err, ERR_INVALID,
			_("A column that %s needs is missing; choose it by "
			  "hand."), term_word(&import->type->term));
	if (code == ERR_OK)
		code = begin(import, err);
	if (code != ERR_OK)
		return code;
	stamp = input_stamp(&import->reader->source);
	code = scratch_empty(import->scratch, err);
	if (code == ERR_OK)
		code = plan_all(import, each_read, job, err);
	if (code == ERR_OK && stamp != input_stamp(&import->reader->source))
		code = err_set(err, ERR_FILE,
			_("%s was changed while it was read; let it be checked "
			  "again."),
			err_name(err, import_name(import)));
	return end(import, code, err);
}

enum err_code
import_correct(struct import *import, uint64_t row, size_t column,
	const char *text, struct job *job, struct err *err)
{
	struct plan_row corrected;
	enum err_code code;

	if (column >= import->columns.n)
		return err_set(err, ERR_INVALID, _("There is no column %zu."),
			column + 1);
	code = begin(import, err);
	if (code != ERR_OK)
		return code;
	code = plan_load(import->scratch, (int64_t)row, &corrected, err);
	if (code != ERR_OK)
		return end(import, code, err);
	while (corrected.cells.n <= column)
		strvec_add(&corrected.cells, "");
	free(corrected.cells.items[column]);
	corrected.cells.items[column] = xstrdup(text);
	code = plan_store(import->scratch, &corrected, IMPORT_NEW, err);
	plan_row_clear(&corrected);
	if (code == ERR_OK)
		code = plan_all(import, each_kept, job, err);
	return end(import, code, err);
}

void
import_counts(const struct import *import, struct import_counts *counts)
{
	*counts = import->counts;
}

/* Hands over what row shows of itself. */
static void
show_row(struct plan_row *row, struct import_row *out)
{
	*out = (struct import_row){
		.number = (uint64_t)row->number,
		.line = row->line,
		.verdict = row->verdict,
		.record = row->version != 0 ? row->record : 0,
		.title = row->title,
		.reason = row->reason,
		.column = row->column,
		.n_cells = row->cells.n,
		.cells = row->cells.items,
		.changed = row->changed,
	};
	row->title = row->reason = NULL;
	row->cells = row->changed = (struct strvec){NULL, 0, 0};
	plan_row_clear(row);
}

void
import_row_clear(struct import_row *row)
{
	struct strvec cells = {row->cells, row->n_cells, row->n_cells};

	free(row->title);
	free(row->reason);
	strvec_clear(&cells);
	strvec_clear(&row->changed);
	*row = (struct import_row){0};
}

enum err_code
import_rows(struct import *import, enum import_verdict verdict,
	uint64_t after, bool backward, size_t n, struct import_row rows[],
	size_t *n_found, struct err *err)
{
	int wanted = verdict == IMPORT_VERDICT_N ? -1 : (int)verdict;
	int64_t number = (int64_t)after;
	enum err_code code = ERR_OK;

	*n_found = 0;
	if (backward && number > PLAN_BESIDE)
		number = PLAN_BESIDE;
	while (code == ERR_OK && *n_found < n) {
		struct plan_row row;

		code = scratch_next(import->scratch, wanted, number, backward,
			&number, err);
		if (code != ERR_OK || number == 0 || number >= PLAN_BESIDE)
			break;
		code = plan_load(import->scratch, number, &row, err);
		if (code == ERR_OK)
			show_row(&row, &rows[(*n_found)++]);
	}
	for (size_t i = 0; code != ERR_OK && i < *n_found; i++)
		import_row_clear(&rows[i]);
	if (code != ERR_OK)
		*n_found = 0;
	return code;
}
