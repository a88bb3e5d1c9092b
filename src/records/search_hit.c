#include "records/search_hit.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/pinyin.h"
#include "base/pinyin_find.h"
#include "base/text.h"
#include "records/derive.h"
#include "records/load.h"
#include "store/site.h"
#include "store/stmt.h"

/* All keys of a record, those too for which a column stands. */
static void
derive_all(const struct record *record, struct derived *derived)
{
	const struct record_type *type = record->type;
	const struct field_type *column = search_column(type, FIND_COLUMN);

	derive_record(record_table(type), (const char *const *)record->values,
		derived);
	if (column != NULL)
		derived_add_key(derived, FIND_COLUMN,
			record_get(record, column->name));
}

/* The best key for a word, its range in *range; NULL where none fits. */
static const struct find_key *
best_key(const struct search_word *word, const struct derived *derived,
	size_t *range)
{
	const struct find_key *best = NULL;

	*range = word->ranges.n;
	for (size_t i = 0; i < derived->keys.n; i++) {
		const struct find_key *key = &derived->keys.items[i];
		size_t found = search_word_range(word, key);

		if (found == word->ranges.n || found > *range ||
			(found == *range && strcmp(key->key, best->key) > 0))
			continue;
		*range = found;
		best = key;
	}
	return best;
}

/* Does the word fit what the title refers to? */
static bool
fits_reference(struct store *store, const struct record *record,
	const struct search_word *word)
{
	const struct record_type *type = record->type;
	const size_t n = sizeof(type->title) / sizeof(type->title[0]);
	bool fits = false;

	for (size_t i = 0; !fits && i < n && type->title[i] != NULL; i++) {
		const struct field_type *field =
			record_field(type, type->title[i]);
		struct derived derived = DERIVED_INIT;
		struct record other;
		size_t range;

		if (field->kind != FIELD_REF ||
			record_load(store, field_ref(field),
				record_ref(record, field->name), &other,
				NULL) != ERR_OK)
			continue;
		derive_all(&other, &derived);
		fits = best_key(word, &derived, &range) != NULL;
		derived_clear(&derived);
		record_clear(&other);
	}
	return fits;
}

static bool
fits_others(const struct search *search, const struct record *record,
	const struct derived *derived)
{
	for (size_t i = 0; i < search->words.n; i++) {
		const struct search_word *word = &search->words.items[i];
		size_t range;

		if (i != search->leading &&
			best_key(word, derived, &range) == NULL &&
			!fits_reference(search->store, record, word))
			return false;
	}
	return true;
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);

	return n >= k && strcmp(s + n - k, end) == 0;
}

static bool
is_read_so(const struct field_type *field, const char *value, const char *key)
{
	struct strvec readings = {0};
	bool is = false;

	derive_readings(field, value, &readings);
	for (size_t i = 0; i < readings.n; i++) {
		struct strbuf own = STRBUF_INIT;

		pinyin_find_key(readings.items[i], &own);
		is = is || strcmp(own.s, key) == 0;
		strbuf_clear(&own);
	}
	strvec_clear(&readings);
	return is;
}

static bool
is_number(const struct field_type *field)
{
	return field->kind == FIELD_IDCARD || field->kind == FIELD_PHONE;
}

/* Does this key come from that value? */
static bool
has_key(const struct field_type *field, const char *value,
	const struct find_key *key)
{
	struct strbuf number = STRBUF_INIT;
	char *folded;
	bool has;

	if (is_number(field)) {
		derive_number_key(value, key->kind == FIND_NUMBER_END, &number);
		has = key->kind >= FIND_NUMBER &&
			strncmp(number.s, key->key, strlen(key->key)) == 0;
	} else if (key->kind == FIND_PINYIN || key->kind == FIND_READING) {
		has = is_read_so(field, value, key->key);
	} else {
		folded = text_fold(value);
		has = key->kind <= FIND_INSIDE && ends_with(folded, key->key);
		free(folded);
	}
	strbuf_clear(&number);
	return has;
}

/* The field that a key is of; the title where initials were corrected. */
static const struct field_type *
field_of_key(const struct record *record, const struct find_key *key)
{
	const struct record_type *type = record->type;

	for (size_t i = 0; i < type->n_fields; i++)
		if (type->fields[i].flags & FIELD_SEARCH &&
			has_key(&type->fields[i], record->values[i], key))
			return &type->fields[i];
	return record_field(type, type->title[0]);
}

enum err_code
search_hit_load(const struct search *search, const struct search_stop *stop,
	const char *key, int64_t id, struct search_hit *hit, struct err *err)
{
	const struct search_word *word =
		&search->words.items[search->leading];
	const struct search_range *walked = &word->ranges.items[stop->range];
	const struct find_key this = {walked->kind, (char *)key};
	struct derived derived = DERIVED_INIT;
	const struct find_key *best;
	enum err_code code;
	size_t range;

	if (search_word_range(word, &this) < stop->range)
		return ERR_ABSENT;
	code = record_load(search->store, stop->type, id, &hit->record, err);
	if (code != ERR_OK)
		return code;
	derive_all(&hit->record, &derived);
	best = best_key(word, &derived, &range);
	if (best == NULL || range != stop->range ||
		strcmp(best->key, key) != 0 ||
		!fits_others(search, &hit->record, &derived)) {
		record_clear(&hit->record);
		code = ERR_ABSENT;
	} else {
		hit->why = walked->why;
		hit->field = field_of_key(&hit->record, best);
	}
	derived_clear(&derived);
	return code;
}

enum err_code
search_hit_find(const struct search *search, const struct record_type *type,
	int64_t id, size_t *range, struct strbuf *key, struct err *err)
{
	struct derived derived = DERIVED_INIT;
	const struct find_key *best = NULL;
	struct record record;
	enum err_code code;

	if (search->words.n == 0)
		return ERR_ABSENT;
	code = record_load(search->store, type, id, &record, err);
	if (code != ERR_OK)
		return code;
	derive_all(&record, &derived);
	if (!record.deleted && fits_others(search, &record, &derived))
		best = best_key(&search->words.items[search->leading],
			&derived, range);
	if (best != NULL)
		strbuf_add(key, best->key);
	derived_clear(&derived);
	record_clear(&record);
	return best != NULL ? ERR_OK : ERR_ABSENT;
}

enum err_code
search_hit_place(struct store *store, int64_t id, int64_t *place,
	struct err *err)
{
	int64_t first = 0;
	enum err_code code = stmt_one_int(store,
		"SELECT number FROM site WHERE first = 1", &first, err);

	*place = id - site_make_id((uint32_t)first, 0);
	return code;
}

static const char *const whys[SEARCH_WHY_N] = {
	[SEARCH_EXACT] = N_("the whole of it"),
	[SEARCH_INITIALS] = N_("initials"),
	[SEARCH_PINYIN] = N_("pinyin"),
	[SEARCH_BEGINNING] = N_("its beginning"),
	[SEARCH_INSIDE] = N_("inside it"),
	[SEARCH_READING] = N_("another reading"),
	[SEARCH_NUMBER] = N_("first digits"),
	[SEARCH_NUMBER_END] = N_("last digits"),
};

void
search_why_words(enum search_why why, const struct field_type *field,
	struct strbuf *out)
{
	/* TRANSLATORS: a field, and what of it fits, as in phone: last digits */
	strbuf_addf(out, _("%s: %s"), term_word(&field->term), _(whys[why]));
}
