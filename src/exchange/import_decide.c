#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/idcard.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/import_private.h"
#include "records/fill.h"
#include "records/find.h"
#include "records/load.h"
#include "records/ruling.h"
#include "store/site.h"

enum {
	IDCARD_WHOLE = 18,
	/* More of both is no chance: one number in a thousand ends in 000. */
	ZEROS_TOO_MANY = 3,
	ZEROS_PER_CENT = 1,
};

static void
free_values(const struct record_type *type, char **values)
{
	for (size_t i = 0; i < type->n_fields; i++)
		free(values[i]);
	free(values);
}

/* The column of the ID number, -1 none. */
static int
number_column(const struct import *import)
{
	const struct field_type *field = fill_field_of_kind(import->type,
		FIELD_IDCARD);

	return field != NULL ? header_column(import, field, false) : -1;
}

/* False where the row has no ID number of all its places. */
static bool
read_number(const struct import *import, const struct plan_row *row,
	struct idcard *card)
{
	int column = number_column(import);

	if (column < 0)
		return false;
	idcard_read(cells_text(row, column), import->today, card);
	return strlen(card->number) == IDCARD_WHOLE;
}

/* A number that stands in the store as it is has not been lost by a
 * spreadsheet, nor one that comes with an id of another database. */
static enum err_code
is_known_number(struct import *import, const struct plan_row *row,
	const struct idcard *card, bool *known, struct err *err)
{
	const struct field_type *field = fill_field_of_kind(row->type,
		FIELD_IDCARD);
	struct find_ids ids = VEC_INIT;
	enum err_code code;
	int64_t id;

	code = find_by_value(import->store, row->type, field->name,
		card->number, 1, &ids, err);
	*known = ids.n > 0 || (card->state == IDCARD_VALID &&
		site_id_from_text(cells_id(import, row), &id) &&
		record_type_of_id(import->store, id) == NULL);
	find_ids_clear(&ids);
	return code;
}

/* Does the row's whole number end in 000, and is not known otherwise? */
static enum err_code
find_zeros(struct import *import, const struct plan_row *row,
	const struct idcard *card, bool *zeros, struct err *err)
{
	bool known = false;
	enum err_code code = ERR_OK;

	*zeros = strcmp(card->number + IDCARD_WHOLE - 3, "000") == 0;
	if (*zeros)
		code = is_known_number(import, row, card, &known, err);
	*zeros = *zeros && !known;
	return code;
}

enum err_code
decide_note_number(struct import *import, const struct plan_row *row,
	struct err *err)
{
	struct idcard card;
	bool zeros;
	enum err_code code;

	if (!read_number(import, row, &card))
		return ERR_OK;
	code = find_zeros(import, row, &card, &zeros, err);
	import->n_numbers++;
	import->n_zeros += zeros;
	return code;
}

/* Has a spreadsheet lost the last digits of the numbers? */
static bool
is_damaged(const struct import *import)
{
	return import->n_zeros >= ZEROS_TOO_MANY &&
		import->n_zeros * 100 > import->n_numbers * ZEROS_PER_CENT;
}

static bool
differs(const struct record *given, const struct record *record,
	const char *field)
{
	const char *a = record_get(given, field);
	const char *b = record_get(record, field);
	char *folded_a = text_fold(a), *folded_b = text_fold(b);
	bool differ = a[0] != '\0' && b[0] != '\0' &&
		strcmp(folded_a, folded_b) != 0;

	free(folded_a);
	free(folded_b);
	return differ;
}

/* The record with the row's id must be the same person. */
static void
take_known(const struct record *given, const struct record *record,
	int column, struct plan_row *row)
{
	const struct field_type *number = fill_field_of_kind(row->type,
		FIELD_IDCARD);

	if (record->deleted)
		plan_row_decide(row, IMPORT_REJECTED, column,
			_("The record with this number has been removed; bring "
			  "it back first."));
	else if (number != NULL && differs(given, record, number->name) &&
		differs(given, record, row->type->title[0]))
		plan_row_decide(row, IMPORT_REJECTED, column,
			_("The record with this number has another name and "
			  "another ID number; the number is of somebody "
			  "else."));
	row->record = record->id;
	row->version = record->version;
}

static void
take_unknown(struct import *import, int64_t id, int column,
	struct plan_row *row)
{
	const struct record_type *type = record_type_of_id(import->store, id);

	row->record = id;
	if (type != NULL)
		plan_row_decide(row, IMPORT_REJECTED, column,
			_("The number belongs to a record of the type %s."),
			term_word(&type->term));
}

/* A number that was merged means its survivor, unless that is in the file. */
static enum err_code
take_survivor(struct import *import, const char *plain, int column,
	int64_t *id, struct plan_row *row, struct err *err)
{
	char text[SITE_ID_TEXT_SIZE];
	int64_t survivor, number;
	enum err_code code = ERR_OK;

	if (!(row->type->flags & RECORD_MERGES))
		return ERR_OK;
	code = ruling_survivor(import->store, *id, &survivor, err);
	if (code != ERR_OK || survivor == *id)
		return code;
	*id = survivor;
	site_id_to_text(survivor, text);
	code = scratch_find_key(import->scratch, PLAN_KEY_ID, text, 0, &number,
		err);
	if (code == ERR_OK && number != 0)
		plan_row_decide(row, IMPORT_REJECTED, column,
			_("The record %s has been merged into %s, which stands "
			  "in row %lld."), plain, text, (long long)number);
	return code;
}

static enum err_code
take_id(struct import *import, const struct record *given, const char *text,
	struct plan_row *row, struct err *err)
{
	int column = header_column(import, NULL, true);
	char plain[SITE_ID_TEXT_SIZE];
	struct record record;
	int64_t id, first, second = 0;
	enum err_code code;

	if (!site_id_from_text(text, &id)) {
		plan_row_decide(row, IMPORT_REJECTED, column,
			_("“%s” is no number of a %s."), text,
			term_word(&row->type->term));
		return ERR_OK;
	}
	site_id_to_text(id, plain);
	code = scratch_find_key(import->scratch, PLAN_KEY_ID, plain, 0, &first,
		err);
	if (code == ERR_OK)
		code = scratch_find_key(import->scratch, PLAN_KEY_ID, plain,
			first, &second, err);
	if (code != ERR_OK)
		return code;
	if (second != 0) {
		plan_row_decide(row, IMPORT_REJECTED, column,
			_("The number %s stands in rows %lld and %lld of the "
			  "file."), plain, (long long)first, (long long)second);
		return ERR_OK;
	}
	code = take_survivor(import, plain, column, &id, row, err);
	if (code != ERR_OK || row->verdict == IMPORT_REJECTED)
		return code;
	code = record_load(import->store, row->type, id, &record, NULL);
	if (code == ERR_ABSENT) {
		take_unknown(import, id, column, row);
		return ERR_OK;
	}
	if (code != ERR_OK)
		return err_set(err, code, _("The database cannot be read."));
	take_known(given, &record, column, row);
	record_clear(&record);
	return ERR_OK;
}

static enum err_code
load_version(struct import *import, struct plan_row *row, struct err *err)
{
	struct record record;
	enum err_code code = record_load(import->store, row->type, row->record,
		&record, err);

	if (code != ERR_OK)
		return code;
	row->version = record.version;
	record_clear(&record);
	return ERR_OK;
}

static enum err_code
match(struct import *import, const struct record *given, struct plan_row *row,
	struct err *err)
{
	struct match found;
	enum err_code code = match_in_store(import, given, &found, err);

	if (code == ERR_OK && found.doubtful) {
		plan_row_decide(row, IMPORT_DOUBTFUL, -1, "%s", found.reason);
	} else if (code == ERR_OK && found.record != 0) {
		row->record = found.record;
		row->version = found.version;
		if (found.version == 0)
			code = load_version(import, row, err);
	} else if (code == ERR_OK && found.reason != NULL) {
		plan_row_decide(row, IMPORT_NEW, -1, "%s", found.reason);
	}
	match_clear(&found);
	return code;
}

/* Who is who, short of what the row would change. */
static enum err_code
identify(struct import *import, const struct record *given, bool zeros,
	struct plan_row *row, struct err *err)
{
	const char *id = cells_id(import, row);
	enum err_code code = id[0] != '\0'
		? take_id(import, given, id, row, err)
		: match(import, given, row, err);

	if (code == ERR_OK && zeros && row->verdict == IMPORT_NEW) {
		plan_row_decide(row, IMPORT_DOUBTFUL, number_column(import),
			_("The ID number ends in 000, as spreadsheets leave "
			  "it; compare it with the identity card."));
		row->record = row->version = 0;
	}
	if (code == ERR_OK && row->verdict != IMPORT_REJECTED)
		code = import->twins != NULL
			? twins_give(import, given, row, err)
			: twins_match(import, given, row, err);
	return code;
}

/* A doubtful row is planned as a new record, should it be taken. */
static enum err_code
merge_doubtful(struct import *import, struct plan_row *row,
	char *const *values, struct err *err)
{
	char *reason = xstrdup(row->reason);
	int column = row->column;
	enum err_code code;

	row->record = row->version = 0;
	code = merge_row(import, row, values, err);
	row->may_be_new = row->verdict == IMPORT_NEW;
	plan_row_decide(row, IMPORT_DOUBTFUL, column, "%s", reason);
	free(reason);
	return code;
}

static enum err_code
decide_values(struct import *import, struct plan_row *row,
	char *const *values, bool zeros, struct err *err)
{
	struct record given;
	enum err_code code;

	merge_given(row->type, values, &given);
	record_fill_from_idcard(&given, import->today);
	code = identify(import, &given, zeros, row, err);
	if (code == ERR_OK && row->verdict == IMPORT_DOUBTFUL)
		code = merge_doubtful(import, row, values, err);
	else if (code == ERR_OK && row->verdict != IMPORT_REJECTED)
		code = merge_row(import, row, values, err);
	if (code == ERR_OK && row->verdict != IMPORT_REJECTED)
		code = roster_plan(import, row, err);
	if (code == ERR_OK && row->verdict != IMPORT_REJECTED &&
		import->twins == NULL)
		code = twins_note(import, &given, row, err);
	record_clear(&given);
	return code;
}

/* What the row calls what it is about. */
static void
name_row(struct import *import, struct plan_row *row)
{
	struct strbuf title = STRBUF_INIT;

	cells_title(import, row, &title);
	if (title.len == 0)
		strbuf_add(&title, cells_id(import, row));
	free(row->title);
	row->title = strbuf_detach(&title);
}

enum err_code
decide_row(struct import *import, struct plan_row *row, struct err *err)
{
	char **values = xcalloc(row->type->n_fields, sizeof(*values));
	enum err_code code = ERR_OK;
	struct idcard card;
	bool zeros = false;

	plan_row_reset(row);
	name_row(import, row);
	if (read_number(import, row, &card))
		code = find_zeros(import, row, &card, &zeros, err);
	if (code == ERR_OK && zeros && is_damaged(import))
		plan_row_decide(row, IMPORT_REJECTED, number_column(import),
			_("Several ID numbers end in 000: a spreadsheet has "
			  "lost their last digits.  Format the column as text "
			  "before the numbers are put in, and save the file "
			  "anew."));
	else if (code == ERR_OK)
		code = cells_read(import, row, row->type, values, err);
	if (code == ERR_OK && row->verdict != IMPORT_REJECTED)
		code = decide_values(import, row, values, zeros, err);
	free_values(row->type, values);
	return code;
}
