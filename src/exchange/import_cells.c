#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/csv.h"
#include "exchange/import_private.h"
#include "records/fill.h"
#include "records/find.h"
#include "records/load.h"
#include "records/ruling.h"
#include "records/value.h"
#include "store/site.h"

enum { CANDIDATES_NAMED = 4 };

const char *
cells_text(const struct plan_row *row, int column)
{
	if (column < 0 || (size_t)column >= row->cells.n)
		return "";
	return csv_unguard(row->cells.items[column]);
}

static bool
is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

void
cells_title(const struct import *import, const struct plan_row *row,
	struct strbuf *out)
{
	const struct record_type *type = row->type;
	const size_t n = sizeof(type->title) / sizeof(type->title[0]);
	size_t begin = out->len;

	for (size_t i = 0; i < n && type->title[i] != NULL; i++) {
		const struct field_type *field = record_field(type,
			type->title[i]);
		const char *text = cells_text(row,
			header_column(import, field, false));

		if (out->len > begin && text[0] != '\0')
			strbuf_add(out, RECORD_TITLE_PARTED);
		strbuf_add(out, text);
	}
}

const char *
cells_id(const struct import *import, const struct plan_row *row)
{
	const char *text = cells_text(row, header_column(import, NULL, true));

	return is_blank(text) ? "" : text;
}

/* A reference that is being resolved. */
struct reference {
	struct import *import;
	struct plan_row *row;
	const struct field_type *field;
	const struct record_type *to;
	int column;
	const char *text; /* as in the cell */
	struct strbuf *out;
	const char *owner; /* of a FIELD_SIBLING: whose rows are meant; else
	                      NULL */
};

static void
put_id(const struct reference *reference, int64_t id)
{
	char text[SITE_ID_TEXT_SIZE];

	site_id_to_text(id, text);
	strbuf_add(reference->out, text);
}

/* Has a record of the owner that is meant? */
static bool
stands_with(const struct reference *reference, int64_t id)
{
	struct record record;
	bool stands;

	if (record_load(reference->import->store, reference->to, id, &record,
		    NULL) != ERR_OK)
		return false;
	stands = strcmp(record_get(&record, reference->to->owned_by),
			 reference->owner) == 0;
	record_clear(&record);
	return stands;
}

/* The same of a row of a file; what a known one does not say is as it was. */
static enum err_code
row_stands_with(const struct reference *reference, const struct import *in,
	int64_t number, bool *stands, struct err *err)
{
	struct plan_row row;
	const char *owner;
	enum err_code code = plan_load(in->scratch, number, &row, err);

	if (code != ERR_OK)
		return code;
	owner = row.values[record_field_index(reference->to,
		reference->to->owned_by)];
	*stands = owner != NULL ? strcmp(owner, reference->owner) == 0
				: stands_with(reference, row.record);
	plan_row_clear(&row);
	return ERR_OK;
}

/* The next row with this key behind that number that may be meant. */
static enum err_code
next_within(const struct reference *reference, const struct import *in,
	enum plan_key kind, const char *key, int64_t *number, struct err *err)
{
	bool stands = false;
	enum err_code code = ERR_OK;

	while (code == ERR_OK && !stands) {
		code = scratch_find_key(in->scratch, kind, key, *number,
			number, err);
		if (code != ERR_OK || *number == 0)
			break;
		stands = reference->owner == NULL || kind != PLAN_KEY_TITLE;
		if (!stands)
			code = row_stands_with(reference, in, *number, &stands,
				err);
	}
	return code;
}

/* The row with this key, in the file that has records of the type. */
static enum err_code
find_within(const struct reference *reference, enum plan_key kind,
	const char *key, int64_t *number, int64_t *second, struct err *err)
{
	struct import *in = import_holding(reference->import, reference->to);
	enum err_code code;

	*number = *second = 0;
	if (reference->to != in->type)
		return ERR_OK;
	code = next_within(reference, in, kind, key, number, err);
	*second = *number;
	if (code == ERR_OK && *number != 0)
		code = next_within(reference, in, kind, key, second, err);
	return code;
}

static void
put_mark(const struct reference *reference, int64_t number)
{
	strbuf_addf(reference->out, "%c%lld", PLAN_ROW_MARK,
		(long long)number);
}

/* Puts what refers to a row: its record, where that is there already. */
static enum err_code
put_row(const struct reference *reference, int64_t number, struct err *err)
{
	struct import *in = import_holding(reference->import, reference->to);
	struct plan_row row;
	enum err_code code;

	if (in == reference->import) { /* where it may still be undecided */
		put_mark(reference, number);
		return ERR_OK;
	}
	code = plan_load(in->scratch, number, &row, err);
	if (code != ERR_OK)
		return code;
	if (row.version != 0)
		put_id(reference, row.record);
	else
		put_mark(reference, number);
	plan_row_clear(&row);
	return ERR_OK;
}

static enum err_code
resolve_id(const struct reference *reference, struct err *err)
{
	struct import *import = reference->import;
	char text[SITE_ID_TEXT_SIZE];
	struct record record;
	int64_t id, number, second;
	enum err_code code;

	if (!site_id_from_text(reference->text, &id)) {
		plan_row_decide(reference->row, IMPORT_REJECTED,
			reference->column, _("“%s” is no number of a %s."),
			reference->text, term_word(&reference->to->term));
		return ERR_OK;
	}
	if ((reference->to->flags & RECORD_MERGES) &&
		(code = ruling_survivor(import->store, id, &id, err)) !=
			ERR_OK)
		return code;
	code = record_load(import->store, reference->to, id, &record, NULL);
	if (code == ERR_OK && !record.deleted)
		put_id(reference, id);
	else if (code == ERR_OK)
		plan_row_decide(reference->row, IMPORT_REJECTED,
			reference->column,
			_("%s points at a record that has been removed."),
			term_word(&reference->field->term));
	if (code == ERR_OK)
		record_clear(&record);
	if (code != ERR_ABSENT)
		return code;
	site_id_to_text(id, text);
	code = find_within(reference, PLAN_KEY_ID, text, &number, &second, err);
	if (code != ERR_OK)
		return code;
	if (number != 0)
		return put_row(reference, number, err);
	plan_row_decide(reference->row, IMPORT_REJECTED, reference->column,
		_("There is no %s with the number %s."),
		term_word(&reference->to->term), text);
	return ERR_OK;
}

static void
reject_several(const struct reference *reference, const struct find_ids *ids)
{
	struct strbuf names = STRBUF_INIT;

	find_name_all(reference->import->store, reference->to, ids, &names);
	plan_row_decide(reference->row, IMPORT_REJECTED, reference->column,
		_("“%s” could be several records: %s; give the number in a "
		  "column of its own."),
		reference->text, names.s);
	strbuf_clear(&names);
}

static bool
makes_referents(const struct reference *reference)
{
	const struct import *import = reference->import;

	return import->options.roster && reference->to != import->type &&
		reference->to != import->companion;
}

/* No row has the title: nothing, or one that roster makes. */
static void
put_title(const struct reference *reference)
{
	const struct record_type *to = reference->to;
	struct strbuf title = STRBUF_INIT;
	struct err why = ERR_INIT;

	if (!makes_referents(reference))
		plan_row_decide(reference->row, IMPORT_REJECTED,
			reference->column,
			_("There is no %s called “%s”; enter it first."),
			term_word(&to->term), reference->text);
	else if (value_normalise(record_field(to, to->title[0]),
			reference->text, reference->import->today, &title,
			&why) != ERR_OK)
		plan_row_decide(reference->row, IMPORT_REJECTED,
			reference->column, "%s", why.text);
	else
		strbuf_addf(reference->out, "%c%s", PLAN_TITLE_MARK, title.s);
	err_clear(&why);
	strbuf_clear(&title);
}

/* A person may be named by the ID number as well; false where text is none. */
static bool
read_number(const struct reference *reference, struct strbuf *value)
{
	const struct field_type *number = fill_field_of_kind(reference->to,
		FIELD_IDCARD);

	return number != NULL && value_normalise(number, reference->text,
		reference->import->today, value, NULL) == ERR_OK;
}

/* No record has the title: a row of a file, or one that roster makes. */
static enum err_code
resolve_planned(const struct reference *reference, struct err *err)
{
	char *folded = text_fold(reference->text);
	struct strbuf value = STRBUF_INIT;
	int64_t number, second;
	enum err_code code;

	code = find_within(reference, PLAN_KEY_TITLE, folded, &number, &second,
		err);
	if (code == ERR_OK && number == 0 && read_number(reference, &value))
		code = find_within(reference, PLAN_KEY_NUMBER, value.s,
			&number, &second, err);
	if (code == ERR_OK && second != 0)
		plan_row_decide(reference->row, IMPORT_REJECTED,
			reference->column,
			_("“%s” stands in rows %lld and %lld of the file; give "
			  "the number in a column of its own."),
			reference->text, (long long)number, (long long)second);
	else if (code == ERR_OK && number != 0)
		code = put_row(reference, number, err);
	else if (code == ERR_OK)
		put_title(reference);
	strbuf_clear(&value);
	free(folded);
	return code;
}

static enum err_code
find_by_number(const struct reference *reference, struct find_ids *ids,
	struct err *err)
{
	struct strbuf value = STRBUF_INIT;
	enum err_code code = ERR_OK;

	if (read_number(reference, &value))
		code = find_by_value(reference->import->store, reference->to,
			fill_field_of_kind(reference->to, FIELD_IDCARD)->name,
			value.s, CANDIDATES_NAMED, ids, err);
	strbuf_clear(&value);
	return code;
}

/* Will another file of the set have given the record another title? */
static enum err_code
is_renamed(const struct reference *reference, int64_t id, bool *renamed,
	struct err *err)
{
	struct import *in = import_holding(reference->import, reference->to);
	char text[SITE_ID_TEXT_SIZE];
	struct plan_row row;
	int64_t number, second;
	enum err_code code;

	*renamed = false;
	if (in == reference->import)
		return ERR_OK;
	site_id_to_text(id, text);
	code = find_within(reference, PLAN_KEY_RECORD, text, &number, &second,
		err);
	if (code == ERR_OK && number != 0)
		code = plan_load(in->scratch, number, &row, err);
	if (code == ERR_OK && number != 0) {
		*renamed = row.values[record_field_index(row.type,
			row.type->title[0])] != NULL;
		plan_row_clear(&row);
	}
	return code;
}

/* Will another file of the set have given the title to a new record? */
static enum err_code
is_shared(const struct reference *reference, bool *shared, struct err *err)
{
	struct import *in = import_holding(reference->import, reference->to);
	char *folded = text_fold(reference->text);
	int64_t number = 0, second = 0;
	struct plan_row row;
	enum err_code code = ERR_OK;

	*shared = false;
	if (in != reference->import)
		code = find_within(reference, PLAN_KEY_TITLE, folded, &number,
			&second, err);
	if (code == ERR_OK && number != 0)
		code = plan_load(in->scratch, number, &row, err);
	if (code == ERR_OK && number != 0) {
		*shared = row.version == 0;
		plan_row_clear(&row);
	}
	free(folded);
	return code;
}

/* The one record that was found by what it is called now. */
static enum err_code
resolve_found(const struct reference *reference, int64_t id, struct err *err)
{
	bool renamed, shared = false;
	enum err_code code = is_renamed(reference, id, &renamed, err);

	if (code == ERR_OK && renamed)
		return resolve_planned(reference, err);
	if (code == ERR_OK)
		code = is_shared(reference, &shared, err);
	if (code == ERR_OK && shared)
		plan_row_decide(reference->row, IMPORT_REJECTED,
			reference->column,
			_("“%s” is on record, and another file adds one more of "
			  "that name; give the number in a column of its "
			  "own."), reference->text);
	else if (code == ERR_OK)
		put_id(reference, id);
	return code;
}

void
cells_forget(struct import *import)
{
	for (size_t i = 0; i < KNOWN_N; i++) {
		free(import->known[i].title);
		free(import->known[i].id);
		import->known[i] = (struct known_reference){0};
	}
}

/* The one place where what is known of this text may stand. */
static struct known_reference *
known_place(const struct reference *reference)
{
	uint32_t hash = (uint32_t)reference->column;

	for (const char *s = reference->text; *s != '\0'; s++)
		hash = hash * 31 + (unsigned char)*s;
	return &reference->import->known[hash % KNOWN_N];
}

/* A sibling is another one with each owner. */
static bool
is_known(const struct reference *reference)
{
	const struct known_reference *known = known_place(reference);

	return reference->owner == NULL && known->title != NULL &&
		known->column == reference->column &&
		strcmp(known->title, reference->text) == 0;
}

static void
know(const struct reference *reference)
{
	struct known_reference *known = known_place(reference);

	free(known->title);
	free(known->id);
	known->column = reference->column;
	known->title = xstrdup(reference->text);
	known->id = xstrdup(reference->out->s);
}

/* Those that are called so. */
static enum err_code
find_called(const struct reference *reference, struct find_ids *ids,
	struct err *err)
{
	size_t limit = reference->owner != NULL ? SIZE_MAX : CANDIDATES_NAMED;
	enum err_code code = find_by_title(reference->import->store,
		reference->to, reference->text, limit, ids, err);
	size_t n = 0;

	for (size_t i = 0; reference->owner != NULL && i < ids->n; i++)
		if (stands_with(reference, ids->items[i]))
			ids->items[n++] = ids->items[i];
	if (reference->owner != NULL)
		ids->n = n;
	return code;
}

static enum err_code
resolve_title(const struct reference *reference, struct err *err)
{
	struct find_ids ids = VEC_INIT;
	enum err_code code;

	if (is_known(reference)) {
		strbuf_add(reference->out, known_place(reference)->id);
		return ERR_OK;
	}
	code = find_called(reference, &ids, err);
	if (code == ERR_OK && ids.n == 0)
		code = find_by_number(reference, &ids, err);
	if (code == ERR_OK && ids.n > 1) {
		reject_several(reference, &ids);
	} else if (code == ERR_OK && ids.n == 1) {
		code = resolve_found(reference, ids.items[0], err);
		if (code == ERR_OK && reference->out->len > 0 &&
			reference->owner == NULL)
			know(reference);
	} else if (code == ERR_OK) {
		code = resolve_planned(reference, err);
	}
	find_ids_clear(&ids);
	return code;
}

static bool
means_nothing(const struct import *import, const char *text)
{
	static const struct field_type plain = {.name = "", .kind = FIELD_TEXT};
	struct strbuf value = STRBUF_INIT;
	bool nothing;

	nothing = value_normalise(&plain, text, import->today, &value, NULL) ==
			ERR_OK && value.len == 0;
	strbuf_clear(&value);
	return nothing;
}

/* owner is NULL but for what stands with the row's own. */
static enum err_code
read_reference(struct import *import, struct plan_row *row,
	const struct field_type *field, const char *owner, struct strbuf *out,
	struct err *err)
{
	struct reference reference = {import, row, field, field_ref(field),
		header_column(import, field, true), "", out, owner};

	reference.text = cells_text(row, reference.column);
	if (!is_blank(reference.text))
		return resolve_id(&reference, err);
	reference.column = header_column(import, field, false);
	reference.text = cells_text(row, reference.column);
	if (means_nothing(import, reference.text))
		return ERR_OK;
	return resolve_title(&reference, err);
}

/* What our own masked export shows of the value that is there. */
static bool
is_mask_of_old(struct import *import, struct plan_row *row,
	const struct field_type *field, const char *text)
{
	struct strbuf masked = STRBUF_INIT;
	struct record record;
	bool same = false;
	int64_t id;

	if (!(field->flags & FIELD_SENSITIVE) || strchr(text, '*') == NULL ||
		record_field(row->type, field->name) != field ||
		!site_id_from_text(cells_id(import, row), &id) ||
		record_load(import->store, row->type, id, &record, NULL) !=
			ERR_OK)
		return false;
	value_show_masked(field, record_get(&record, field->name), &masked);
	same = strcmp(masked.s, text) == 0;
	strbuf_clear(&masked);
	record_clear(&record);
	return same;
}

static void
read_plain(struct import *import, struct plan_row *row,
	const struct field_type *field, int column, struct strbuf *out)
{
	const char *text = cells_text(row, column);
	struct err why = ERR_INIT;

	if (value_normalise(field, text, import->today, out, &why) != ERR_OK &&
		!is_mask_of_old(import, row, field, text))
		plan_row_decide(row, IMPORT_REJECTED, column, "%s", why.text);
	err_clear(&why);
}

/* The owner that a row names, whose field comes before those that refer to
 * what it owns; NULL where the file does not say. */
static const char *
owner_said(const struct record_type *type, char *const *values)
{
	const char *owner = values[record_field_index(type, type->owned_by)];

	return owner != NULL && owner[0] != '\0' ? owner : NULL;
}

static enum err_code
read_field(struct import *import, struct plan_row *row,
	const struct field_type *field, const char *owner, char **value,
	struct err *err)
{
	int column = header_column(import, field, false);
	struct strbuf out = STRBUF_INIT;
	enum err_code code = ERR_OK;

	if (column < 0 && header_column(import, field, true) < 0)
		return ERR_OK;
	if (field->kind == FIELD_REF)
		code = read_reference(import, row, field, owner, &out, err);
	else
		read_plain(import, row, field, column, &out);
	*value = strbuf_detach(&out);
	return code;
}

enum err_code
cells_read(struct import *import, struct plan_row *row,
	const struct record_type *type, char **values, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < type->n_fields &&
		row->verdict != IMPORT_REJECTED; i++) {
		const struct field_type *field = &type->fields[i];
		const char *owner = (field->flags & FIELD_SIBLING) != 0
			? owner_said(type, values) : NULL;

		code = read_field(import, row, field, owner, &values[i], err);
	}
	return code;
}
