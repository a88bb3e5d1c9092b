#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/headers.h"
#include "exchange/import_private.h"

enum { HEADER_ROWS = 10 };

#define NOT_TAKEN "-"

/* What a header means. */
struct meaning {
	const struct record_type *type; /* NULL: nothing that we know */
	const struct field_type *field; /* NULL with is_id: 编号 */
	bool is_id;
};

static bool
is_folded(const char *word, size_t len, const char *folded)
{
	char *plain = xstrndup(word, len);
	char *own = text_fold(plain);
	bool same = strcmp(own, folded) == 0;

	free(own);
	free(plain);
	return same;
}

static bool
is_header(const struct field_type *field, bool is_id, bool english,
	const char *folded)
{
	struct strbuf header = STRBUF_INIT;
	bool same;

	header_add(field, is_id, english, &header);
	same = is_folded(header.s, header.len, folded);
	strbuf_clear(&header);
	return same;
}

/* Names of fields, best first: a later kind never hides an earlier one. */
static bool
is_name(const struct field_type *field, const char *folded)
{
	return is_header(field, false, true, folded);
}

static bool
is_term(const struct field_type *field, const char *folded)
{
	return is_header(field, false, false, folded);
}

static bool
is_other_name(const struct field_type *field, const char *folded)
{
	for (const char *word = field->also; word != NULL && *word != '\0';) {
		size_t len = strcspn(word, "|");

		if (is_folded(word, len, folded))
			return true;
		word += len + (word[len] == '|');
	}
	return is_folded(field->term.en, strlen(field->term.en), folded);
}

static bool
is_id_name(const struct field_type *field, const char *folded)
{
	return field->kind == FIELD_REF &&
		(is_header(field, true, true, folded) ||
			is_header(field, true, false, folded));
}

static const struct {
	bool (*fits)(const struct field_type *field, const char *folded);
	bool is_id;
} ways[] = {{is_name, false}, {is_term, false}, {is_id_name, true},
	{is_other_name, false}};

static struct meaning
find_meaning(const struct record_type *type, const char *folded)
{
	if (is_folded(HEADER_ID_EN, strlen(HEADER_ID_EN), folded) ||
		is_folded(HEADER_ID_ZH, strlen(HEADER_ID_ZH), folded))
		return (struct meaning){type, NULL, true};
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		for (size_t j = 0; j < type->n_fields; j++)
			if (ways[i].fits(&type->fields[j], folded))
				return (struct meaning){type,
					&type->fields[j], ways[i].is_id};
	return (struct meaning){NULL, NULL, false};
}

static char *
setting_key(const struct import *import, const char *folded)
{
	return xasprintf("header.%s.%s", import->type->name, folded);
}

/* What was set by hand for the same header before. */
static bool
recall(const struct import *import, const char *folded,
	struct meaning *meaning)
{
	char *key = setting_key(import, folded);
	char *word = store_setting(import->store, key);
	char *dot = strchr(word, '.');
	bool known = word[0] != '\0';

	*meaning = (struct meaning){NULL, NULL, false};
	if (dot != NULL && import->companion != NULL)
		*meaning = find_meaning(import->companion, dot + 1);
	else if (known && dot == NULL && strcmp(word, NOT_TAKEN) != 0)
		*meaning = find_meaning(import->type, word);
	free(word);
	free(key);
	return known && (dot == NULL || import->companion != NULL);
}

int
header_column(const struct import *import, const struct field_type *field,
	bool is_id)
{
	for (size_t i = 0; i < import->columns.n; i++) {
		const struct import_column *column = &import->columns.items[i];

		if (column->field == field && column->is_id == is_id)
			return (int)i;
	}
	return -1;
}

static void
match_column(struct import *import, const char *header)
{
	struct import_column column = {.header = header};
	char *folded = text_fold(header);
	struct meaning meaning = {NULL, NULL, false};

	if (folded[0] != '\0') {
		column.by_hand = recall(import, folded, &meaning);
		if (!column.by_hand)
			meaning = find_meaning(import->type, folded);
		if (meaning.type == NULL && !column.by_hand &&
			import->companion != NULL)
			meaning = find_meaning(import->companion, folded);
	}
	/* The first column of its kind counts. */
	if (meaning.type != NULL &&
		header_column(import, meaning.field, meaning.is_id) < 0) {
		column.type = meaning.type;
		column.field = meaning.field;
		column.is_id = meaning.is_id;
	}
	vec_push(&import->columns, column);
	free(folded);
}

void
header_match(struct import *import)
{
	cells_forget(import);
	import->columns.n = 0;
	for (size_t i = 0; i < import->header.n; i++)
		match_column(import, import->header.items[i]);
	import->planned = false;
}

/* The first required field that has no column; NULL where none is missing. */
static const struct field_type *
find_missing(const struct import *import)
{
	for (size_t i = 0; i < import->type->n_fields; i++) {
		const struct field_type *field = &import->type->fields[i];

		/* what some need alone, is asked of each row */
		if (field->flags & FIELD_REQUIRED && field->when == NULL &&
			header_column(import, field, false) < 0 &&
			header_column(import, field, true) < 0)
			return field;
	}
	return NULL;
}

static size_t
count_taken(const struct import *import)
{
	size_t n = 0;

	for (size_t i = 0; i < import->columns.n; i++)
		n += import->columns.items[i].field != NULL;
	return n;
}

bool
header_suffices(const struct import *import)
{
	return find_missing(import) == NULL ||
		(header_column(import, NULL, true) >= 0 &&
			count_taken(import) > 0);
}

/* The rows among which the header is sought. */
struct first_rows {
	struct import *import;
	struct strvec widest; /* cells of the row with the most of them */
	uint64_t widest_number;
	size_t n_widest;
	bool found;
};

static void
take_cells(const struct source_row *row, struct strvec *cells)
{
	strvec_clear(cells);
	for (size_t i = 0; i < row->n_cells; i++)
		strvec_add(cells, row->cells[i]);
}

static enum err_code
try_row(void *data, const struct source_row *row, struct err *err)
{
	struct first_rows *rows = data;
	struct import *import = rows->import;
	size_t n_filled = 0;

	(void)err;
	if (row->number > HEADER_ROWS)
		return ERR_CANCELLED;
	for (size_t i = 0; i < row->n_cells; i++)
		n_filled += row->cells[i][0] != '\0';
	if (n_filled > rows->n_widest) {
		rows->n_widest = n_filled;
		rows->widest_number = row->number;
		take_cells(row, &rows->widest);
	}
	take_cells(row, &import->header);
	import->header_number = row->number;
	header_match(import);
	rows->found = header_suffices(import);
	return rows->found ? ERR_CANCELLED : ERR_OK;
}

static enum err_code
refuse_header(struct import *import, struct first_rows *rows, struct err *err)
{
	const struct field_type *missing;

	strvec_clear(&import->header);
	import->header = rows->widest;
	rows->widest = (struct strvec)VEC_INIT;
	import->header_number = rows->widest_number;
	header_match(import);
	missing = find_missing(import);
	return err_set(err, ERR_INVALID,
		_("None of the first ten rows names the column “%s”, which %s "
		  "needs; name it in the file or choose the column by hand."),
		term_word(&missing->term), term_word(&import->type->term));
}

enum err_code
import_read_header(struct import *import, struct job *job, struct err *err)
{
	struct first_rows rows = {.import = import};
	enum err_code code;

	code = sheet_reader_read(import->reader, try_row, &rows, job, err);
	if (code == ERR_CANCELLED)
		code = ERR_OK;
	if (code == ERR_OK && !rows.found)
		code = refuse_header(import, &rows, err);
	strvec_clear(&rows.widest);
	return code;
}

size_t
import_columns(const struct import *import,
	const struct import_column **columns)
{
	*columns = import->columns.items;
	return import->columns.n;
}

enum err_code
import_set_column(struct import *import, size_t column,
	const struct field_type *field, bool is_id, struct err *err)
{
	struct import_column *chosen;
	int other = field != NULL || is_id
		? header_column(import, field, is_id) : -1;
	bool own = field >= import->type->fields &&
		field < import->type->fields + import->type->n_fields;

	if (column >= import->columns.n)
		return err_set(err, ERR_INVALID, _("There is no column %zu."),
			column + 1);
	if (other >= 0) {
		import->columns.items[other].field = NULL;
		import->columns.items[other].is_id = false;
	}
	chosen = &import->columns.items[column];
	chosen->type = field == NULL && !is_id ? NULL
		: field == NULL || own ? import->type : import->companion;
	chosen->field = field;
	chosen->is_id = is_id;
	chosen->by_hand = true;
	cells_forget(import);
	import->planned = false;
	return ERR_OK;
}

void
header_remember(struct import *import)
{
	for (size_t i = 0; i < import->columns.n; i++) {
		const struct import_column *column = &import->columns.items[i];
		struct strbuf word = STRBUF_INIT;
		char *folded, *key, *old;

		if (!column->by_hand)
			continue;
		if (column->field != NULL && column->type != import->type)
			strbuf_addf(&word, "%s.", column->type->name);
		if (column->field != NULL)
			header_add(column->field, column->is_id, true, &word);
		else
			strbuf_add(&word,
				column->is_id ? HEADER_ID_EN : NOT_TAKEN);
		folded = text_fold(column->header);
		key = setting_key(import, folded);
		old = store_setting(import->store, key);
		if (strcmp(old, word.s) != 0)
			(void)store_set_setting(import->store, key, word.s,
				NULL);
		free(old);
		free(key);
		free(folded);
		strbuf_clear(&word);
	}
}
