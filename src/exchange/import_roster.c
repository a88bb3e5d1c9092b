#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/import_private.h"
#include "records/load.h"
#include "store/site.h"

/* A type whose key begins with a reference to this one. */
const struct record_type *
roster_companion(const struct record_type *type)
{
	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *other = record_types[i];
		const struct field_type *first = other->key[0][0] == NULL
			? NULL : record_field(other, other->key[0][0]);

		if (first != NULL && first->kind == FIELD_REF &&
			other != type && field_ref(first) == type)
			return other;
	}
	return NULL;
}

static size_t
type_index(const struct record_type *type)
{
	size_t i = 0;

	while (record_types[i] != type)
		i++;
	return i;
}

static void
put_row_mark(struct plan_row *row, size_t field, int64_t number)
{
	char *mark = xasprintf("%c%lld", PLAN_ROW_MARK, (long long)number);

	plan_row_set(row, field, mark);
	free(mark);
}

/* A new record of which nothing but the title is known. */
static enum err_code
plan_referent(struct import *import, const struct record_type *type,
	const char *title, int64_t *number, struct plan_row *blamed,
	struct err *err)
{
	char **values = xcalloc(type->n_fields, sizeof(*values));
	size_t field = record_field_index(type, type->title[0]);
	struct plan_row row;
	enum err_code code;

	plan_row_init(&row, type);
	row.number = *number = PLAN_BESIDE + import->n_beside;
	values[field] = xstrdup(title);
	code = merge_row(import, &row, values, err);
	if (code == ERR_OK && row.verdict == IMPORT_REJECTED) {
		plan_row_decide(blamed, IMPORT_REJECTED, -1, "%s", row.reason);
	} else if (code == ERR_OK) {
		import->n_beside++;
		import->counts.others[type_index(type)]++;
		code = plan_store(import->scratch, &row, PLAN_REFERENT, err);
	}
	free(values[field]);
	free(values);
	plan_row_clear(&row);
	return code;
}

static enum err_code
find_referent(struct import *import, const struct record_type *type,
	const char *title, int64_t *number, struct plan_row *blamed,
	struct err *err)
{
	char *folded = text_fold(title);
	char *key = xasprintf("%s\n%s", type->name, folded);
	enum err_code code = scratch_find_key(import->scratch,
		PLAN_KEY_REFERENT, key, 0, number, err);

	if (code == ERR_OK && *number == 0) {
		code = plan_referent(import, type, title, number, blamed, err);
		if (code == ERR_OK && blamed->verdict != IMPORT_REJECTED)
			code = scratch_add_key(import->scratch,
				PLAN_KEY_REFERENT, key, *number, err);
	}
	free(key);
	free(folded);
	return code;
}

static enum err_code
plan_referents(struct import *import, struct plan_row *row,
	struct plan_row *blamed, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < row->type->n_fields &&
		blamed->verdict != IMPORT_REJECTED; i++) {
		const struct field_type *field = &row->type->fields[i];
		int64_t number;

		if (field->kind != FIELD_REF || row->values[i] == NULL ||
			row->values[i][0] != PLAN_TITLE_MARK)
			continue;
		code = find_referent(import, field_ref(field),
			row->values[i] + 1, &number, blamed, err);
		if (code == ERR_OK)
			put_row_mark(row, i, number);
	}
	return code;
}

static bool
says_nothing(const struct record_type *type, char *const *values)
{
	for (size_t i = 0; i < type->n_fields; i++)
		if (values[i] != NULL && values[i][0] != '\0')
			return false;
	return true;
}

/* The membership that is there already, if the row's record is. */
static enum err_code
match_companion(struct import *import, char *const *values,
	struct plan_row *companion, struct plan_row *row, struct err *err)
{
	struct record given, record;
	struct match found;
	enum err_code code;

	merge_given(companion->type, values, &given);
	code = match_in_store(import, &given, &found, err);
	if (code == ERR_OK && found.doubtful)
		plan_row_decide(row, IMPORT_REJECTED, -1, "%s", found.reason);
	else if (code == ERR_OK && found.record != 0)
		code = record_load(import->store, companion->type,
			found.record, &record, err);
	if (code == ERR_OK && !found.doubtful && found.record != 0) {
		companion->record = record.id;
		companion->version = record.version;
		record_clear(&record);
	}
	match_clear(&found);
	record_clear(&given);
	return code;
}

static enum err_code
decide_companion(struct import *import, char **values,
	struct plan_row *companion, struct plan_row *row, struct err *err)
{
	size_t owner = record_field_index(companion->type,
		companion->type->key[0][0]);
	char id[SITE_ID_TEXT_SIZE];
	enum err_code code;

	site_id_to_text(row->record, id);
	free(values[owner]);
	values[owner] = row->version != 0 ? xstrdup(id)
		: xasprintf("%c%lld", PLAN_ROW_MARK, (long long)row->number);
	code = match_companion(import, values, companion, row, err);
	if (code == ERR_OK && row->verdict != IMPORT_REJECTED)
		code = merge_row(import, companion, values, err);
	if (code == ERR_OK && companion->verdict == IMPORT_REJECTED)
		plan_row_decide(row, IMPORT_REJECTED, companion->column, "%s",
			companion->reason);
	return code;
}

static enum err_code
store_companion(struct import *import, struct plan_row *companion,
	struct plan_row *row, struct err *err)
{
	enum err_code code = plan_referents(import, row, row, err);

	if (code == ERR_OK)
		code = plan_referents(import, companion, row, err);
	if (code != ERR_OK || row->verdict == IMPORT_REJECTED ||
		companion->verdict == IMPORT_SAME)
		return code;
	companion->number = PLAN_BESIDE + import->n_beside++;
	if (companion->verdict == IMPORT_NEW)
		import->counts.others[type_index(companion->type)]++;
	return plan_store(import->scratch, companion, PLAN_COMPANION, err);
}

static enum err_code
plan_companion(struct import *import, struct plan_row *row, struct err *err)
{
	const struct record_type *type = import->companion;
	char **values = xcalloc(type->n_fields, sizeof(*values));
	struct plan_row companion;
	enum err_code code;

	plan_row_init(&companion, type);
	code = cells_read(import, row, type, values, err);
	if (code == ERR_OK && row->verdict != IMPORT_REJECTED &&
		says_nothing(type, values)) {
		code = plan_referents(import, row, row, err);
	} else if (code == ERR_OK && row->verdict != IMPORT_REJECTED) {
		code = decide_companion(import, values, &companion, row, err);
		if (code == ERR_OK && row->verdict != IMPORT_REJECTED)
			code = store_companion(import, &companion, row, err);
	}
	for (size_t i = 0; i < type->n_fields; i++)
		free(values[i]);
	free(values);
	plan_row_clear(&companion);
	return code;
}

enum err_code
roster_plan(struct import *import, struct plan_row *row, struct err *err)
{
	if (!import->options.roster)
		return ERR_OK;
	if (import->companion == NULL || row->verdict == IMPORT_DOUBTFUL)
		return plan_referents(import, row, row, err);
	return plan_companion(import, row, err);
}
