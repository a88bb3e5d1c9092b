#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/import_private.h"
#include "records/fill.h"
#include "records/find.h"
#include "records/load.h"
#include "records/query.h"
#include "records/value.h"
#include "store/site.h"

enum {
	CANDIDATES_NAMED = 3,
	IDCARD_WHOLE = 18, /* places of a number that can be verified */
};

void
match_clear(struct match *match)
{
	free(match->reason);
	match->reason = NULL;
}

static const char *
part(const char *const *key, size_t i)
{
	return i < RECORD_MAX_KEY_FIELDS ? key[i] : NULL;
}

static bool
has_parts(const struct record *record, const char *const *key)
{
	for (size_t i = 0; part(key, i) != NULL; i++)
		if (record_get(record, key[i])[0] == '\0')
			return false;
	return true;
}

const char *const *
match_name_key(const struct record *given)
{
	const struct record_type *type = given->type;

	for (size_t i = 0; i < RECORD_MAX_KEYS && type->key[i][0] != NULL; i++)
		if (type->owned_by != NULL ? has_parts(given, type->key[i])
			: record_field(type, type->key[i][0])->kind !=
				FIELD_IDCARD)
			return type->key[i];
	return NULL;
}

const char *
match_number(const struct record *record)
{
	const struct field_type *field = fill_field_of_kind(record->type,
		FIELD_IDCARD);

	return field != NULL ? record_get(record, field->name) : "";
}

static bool
same_text(const char *a, const char *b)
{
	char *folded_a, *folded_b;
	bool same;

	if (strcmp(a, b) == 0)
		return true;
	folded_a = text_fold(a);
	folded_b = text_fold(b);
	same = strcmp(folded_a, folded_b) == 0;
	free(folded_a);
	free(folded_b);
	return same;
}

static bool
same_value(const struct field_type *field, const char *a, const char *b)
{
	return field->kind == FIELD_TEXT ? same_text(a, b)
					 : strcmp(a, b) == 0;
}

static enum nearness
compare_numbers(const struct record *a, const struct record *b)
{
	const char *one = match_number(a), *two = match_number(b);

	if (one[0] == '\0' || two[0] == '\0' || strcmp(one, two) == 0)
		return NEAR_SAME;
	return strlen(one) == IDCARD_WHOLE && strlen(two) == IDCARD_WHOLE
		? NEAR_NUMBER : NEAR_SAME;
}

/* What stands between the first and the last part must be there and equal;
 * without it nothing is decided. */
static enum nearness
compare_middle(const struct field_type *field, const char *a, const char *b)
{
	if (a[0] == '\0' || b[0] == '\0')
		return NEAR_WEAK;
	if (same_value(field, a, b))
		return NEAR_SAME;
	if (field->kind == FIELD_DATE && date_compare(a, b) == 0)
		return NEAR_WEAK;
	return NEAR_OTHER;
}

/* The last part may be missing, but not contradict; another day (on which a
 * period begins) is another record, and so is another moment (of a meeting). */
static enum nearness
compare_last(const struct field_type *field, const char *a, const char *b)
{
	if (a[0] == '\0' || b[0] == '\0')
		return a[0] == b[0] ? NEAR_EXACT : NEAR_SAME;
	if (same_value(field, a, b))
		return NEAR_EXACT;
	if (field->kind == FIELD_DATE && date_compare(a, b) == 0)
		return NEAR_SAME;
	return field->kind == FIELD_TIME || field->kind == FIELD_DATE
		? NEAR_OTHER : NEAR_AGAINST;
}

/* One part behind the first. */
static enum nearness
compare_part(const struct record *a, const struct record *b,
	const char *const *key, size_t i)
{
	const struct field_type *field = record_field(a->type, key[i]);
	const char *one = record_get(a, key[i]);
	const char *other = record_get(b, key[i]);

	return i > 1 && part(key, i + 1) == NULL
		? compare_last(field, one, other)
		: compare_middle(field, one, other);
}

/* Among the rows of one owner nothing is in doubt. */
static enum nearness
compare_owned(const struct record *a, const struct record *b,
	const char *const *key)
{
	for (size_t i = 0; part(key, i) != NULL; i++)
		if (!same_value(record_field(a->type, key[i]),
			    record_get(a, key[i]), record_get(b, key[i])))
			return NEAR_OTHER;
	return NEAR_EXACT;
}

enum nearness
match_compare(const struct record *a, const struct record *b)
{
	const struct record_type *type = a->type;
	const char *const *key = match_name_key(a);
	const struct field_type *field = record_field(type, key[0]);
	enum nearness nearness;

	if (type->owned_by != NULL)
		return compare_owned(a, b, key);
	if (!same_value(field, record_get(a, key[0]), record_get(b, key[0])))
		return NEAR_OTHER;
	nearness = compare_numbers(a, b);
	for (size_t i = 1; nearness == NEAR_SAME && part(key, i) != NULL; i++)
		nearness = compare_part(a, b, key, i);
	return nearness;
}

/* The candidates seen so far. */
struct candidates {
	const struct record *given;
	size_t n[NEAR_N];
	int64_t last[NEAR_N]; /* the last one of each nearness */
	struct find_ids doubts; /* what could be the one */
};

static void
weigh(struct candidates *candidates, const struct record *other)
{
	enum nearness nearness = match_compare(candidates->given, other);

	candidates->n[nearness]++;
	candidates->last[nearness] = other->id;
	if (nearness > NEAR_NUMBER && candidates->doubts.n < CANDIDATES_NAMED)
		vec_push(&candidates->doubts, other->id);
}

/* A person is told from another by birthday and branch, not by a number. */
static void
describe(struct store *store, const struct record *given, int64_t id,
	struct strbuf *out)
{
	const struct record_type *type = given->type;
	const char *const *key = match_name_key(given);
	struct strbuf words = STRBUF_INIT;
	char text[SITE_ID_TEXT_SIZE];
	struct record record;

	record_title_of(store, type, id, out);
	site_id_to_text(id, text);
	strbuf_add(&words, text);
	if (record_load(store, type, id, &record, NULL) == ERR_OK) {
		for (size_t i = 1; part(key, i) != NULL; i++) {
			if (record_get(&record, key[i])[0] == '\0')
				continue;
			strbuf_add(&words, _(", "));
			record_show(store, &record,
				record_field(type, key[i]), true, &words);
		}
		record_clear(&record);
	}
	strbuf_addf(out, _(" (%s)"), words.s);
	strbuf_clear(&words);
}

static char *
reason_of_doubt(struct store *store, const struct candidates *candidates)
{
	struct strbuf names = STRBUF_INIT;
	char *reason;

	for (size_t i = 0; i < candidates->doubts.n; i++) {
		if (i > 0)
			strbuf_add(&names, _(", "));
		describe(store, candidates->given,
			candidates->doubts.items[i], &names);
	}
	reason = xasprintf(_("This could be the same as %s, but nothing in the "
			     "row decides it; add what is missing, or take it "
			     "as new."), names.s);
	strbuf_clear(&names);
	return reason;
}

static void
judge(struct store *store, const struct candidates *candidates,
	struct match *match)
{
	const size_t *n = candidates->n;

	if (n[NEAR_EXACT] == 1)
		match->record = candidates->last[NEAR_EXACT];
	else if (n[NEAR_EXACT] + n[NEAR_SAME] == 1)
		match->record = candidates->last[NEAR_SAME];
	else if (candidates->doubts.n > 0)
		match->doubtful = true;
	if (match->doubtful)
		match->reason = reason_of_doubt(store, candidates);
	else if (match->record == 0 && n[NEAR_NUMBER] > 0)
		match->reason = xstrdup(_("Somebody else of the same name, "
					  "with another ID number, is on "
					  "record."));
}

static enum err_code
weigh_each(void *data, const struct record *record, struct err *err)
{
	(void)err;
	weigh(data, record);
	return ERR_OK;
}

/* Records that share the references of the key. */
static enum err_code
weigh_by_references(struct store *store, const char *const *key,
	struct candidates *candidates, struct err *err)
{
	const struct record *given = candidates->given;
	struct query query;
	enum err_code code;

	query_init(&query, given->type);
	query_set_order(&query, "id", false);
	for (size_t i = 0; part(key, i) != NULL; i++)
		if (record_field(given->type, key[i])->kind == FIELD_REF)
			query_set_filter(&query, key[i],
				record_get(given, key[i]));
	code = query_each(store, &query, weigh_each, candidates, err);
	query_clear(&query);
	return code;
}

static enum err_code
weigh_by_name(struct store *store, const char *name,
	struct candidates *candidates, struct err *err)
{
	const struct record_type *type = candidates->given->type;
	struct find_ids ids = VEC_INIT;
	enum err_code code = find_by_title(store, type, name, SIZE_MAX, &ids,
		err);

	for (size_t i = 0; code == ERR_OK && i < ids.n; i++) {
		struct record record;

		code = record_load(store, type, ids.items[i], &record, err);
		if (code != ERR_OK)
			break;
		weigh(candidates, &record);
		record_clear(&record);
	}
	find_ids_clear(&ids);
	return code;
}

static enum err_code
match_by_names(struct import *import, const struct record *given,
	struct match *match, struct err *err)
{
	const char *const *key = match_name_key(given);
	struct candidates candidates = {.given = given};
	const struct field_type *first;
	enum err_code code;

	if (key == NULL || record_get(given, key[0])[0] == '\0')
		return ERR_OK;
	first = record_field(given->type, key[0]);
	code = first->kind == FIELD_REF
		? weigh_by_references(import->store, key, &candidates, err)
		: weigh_by_name(import->store, record_get(given, key[0]),
			  &candidates, err);
	if (code == ERR_OK)
		judge(import->store, &candidates, match);
	find_ids_clear(&candidates.doubts);
	return code;
}

/* Two copies that were brought together can hold one number twice. */
static void
doubt_number(struct store *store, const struct record_type *type,
	const struct find_ids *ids, struct match *match)
{
	struct strbuf names = STRBUF_INIT;

	find_name_all(store, type, ids, &names);
	match_clear(match);
	match->doubtful = true;
	match->reason = xasprintf(
		_("This ID number stands in several records: %s; put them "
		  "right first."), names.s);
	strbuf_clear(&names);
}

/* The record with the number, unless it goes by another name. */
static enum err_code
match_record(struct import *import, const struct record *given, int64_t id,
	struct match *match, struct err *err)
{
	const char *name = record_get(given, given->type->title[0]);
	struct strbuf title = STRBUF_INIT;
	struct record record;
	enum err_code code = record_load(import->store, given->type, id,
		&record, err);

	if (code != ERR_OK)
		return code;
	record_title(import->store, &record, &title);
	match->record = id;
	match->version = record.version;
	match->doubtful = name[0] != '\0' && !same_text(title.s, name);
	if (match->doubtful)
		match->reason = xasprintf(
			_("This ID number stands in the record of %s; one of "
			  "the two names or numbers is wrong."), title.s);
	strbuf_clear(&title);
	record_clear(&record);
	return ERR_OK;
}

static enum err_code
match_by_number(struct import *import, const struct record *given,
	struct match *match, struct err *err)
{
	const struct record_type *type = given->type;
	const struct field_type *number = fill_field_of_kind(type,
		FIELD_IDCARD);
	struct find_ids ids = VEC_INIT;
	enum err_code code;

	code = find_by_value(import->store, type, number->name,
		match_number(given), CANDIDATES_NAMED, &ids, err);
	if (code == ERR_OK && ids.n > 0)
		code = match_record(import, given, ids.items[0], match, err);
	if (code == ERR_OK && ids.n > 1)
		doubt_number(import->store, type, &ids, match);
	find_ids_clear(&ids);
	return code;
}

/* The one record of a type of which there is only one. */
static enum err_code
match_single(void *data, const struct record *record, struct err *err)
{
	struct match *match = data;

	(void)err;
	match->record = record->id;
	return ERR_OK;
}

enum err_code
match_in_store(struct import *import, const struct record *given,
	struct match *match, struct err *err)
{
	enum err_code code = ERR_OK;

	*match = (struct match){0};
	if (given->type->flags & RECORD_SINGLE) {
		struct query query;

		query_init(&query, given->type);
		code = query_each(import->store, &query, match_single, match,
			err);
		query_clear(&query);
		return code;
	}
	if (match_number(given)[0] != '\0')
		code = match_by_number(import, given, match, err);
	if (code == ERR_OK && match->record == 0)
		code = match_by_names(import, given, match, err);
	return code;
}
