#include "records/derive.h"

#include <stdlib.h>
#include <string.h>

#include "base/pinyin.h"
#include "base/text.h"

enum {
	READINGS_MAX = 16, /* ways of reading one name that are searched */
	SUFFIXES_MAX = 16, /* further beginnings inside one name */
};

static void
add_name_keys(const char *text, struct derived *derived)
{
	char *folded = text_fold(text);
	const char *s = folded;

	for (int i = 0; i <= SUFFIXES_MAX && *s != '\0'; i++) {
		size_t n_bytes;

		derived_add_key(derived, FIND_NAME, s);
		text_char(s, &n_bytes);
		s += n_bytes;
	}
	free(folded);
}

static void
add_pinyin_keys(const char *text, bool person, struct derived *derived)
{
	struct strvec readings = VEC_INIT;
	struct strbuf key = STRBUF_INIT;

	pinyin_all(text, person, READINGS_MAX, &readings);
	for (size_t i = 0; i < readings.n; i++) {
		strbuf_reset(&key);
		pinyin_initials(readings.items[i], &key);
		derived_add_key(derived, FIND_INITIALS, key.s);
		strbuf_reset(&key);
		pinyin_joined(readings.items[i], &key);
		derived_add_key(derived, FIND_PINYIN, key.s);
	}
	strbuf_clear(&key);
	strvec_clear(&readings);
}

static void
add_number_keys(const char *number, struct derived *derived)
{
	struct strbuf backwards = STRBUF_INIT;

	for (size_t i = strlen(number); i > 0; i--)
		strbuf_add_char(&backwards, number[i - 1]);
	derived_add_key(derived, FIND_NUMBER, number);
	derived_add_key(derived, FIND_NUMBER_END, backwards.s);
	strbuf_clear(&backwards);
}

/* The reading whose initials are those that were corrected by hand. */
static void
choose_reading(const char *text, bool person, const char *initials,
	struct strbuf *out)
{
	struct strvec readings = VEC_INIT;
	struct strbuf key = STRBUF_INIT;

	pinyin_all(text, person, READINGS_MAX, &readings);
	for (size_t i = 0; i < readings.n; i++) {
		strbuf_reset(&key);
		pinyin_initials(readings.items[i], &key);
		if (strcmp(key.s, initials) == 0 || i + 1 == readings.n ||
			initials[0] == '\0') {
			strbuf_add(out, readings.items[i]);
			break;
		}
	}
	strbuf_clear(&key);
	strvec_clear(&readings);
}

static const char *
value_of(const struct record_type *type, const char *const *values,
	const char *name)
{
	return values[record_field_index(type, name)];
}

static const struct field_type *
initials_field(const struct record_type *type)
{
	for (size_t i = 0; i < type->n_fields; i++)
		if (type->fields[i].flags & FIELD_INITIALS)
			return &type->fields[i];
	return NULL;
}

static void
add_sort_key(const struct record_type *type, const char *const *values,
	struct derived *derived)
{
	const struct field_type *title = record_field(type, type->title[0]);
	const struct field_type *initials = initials_field(type);
	struct strbuf syllables = STRBUF_INIT;
	const char *text;

	if (title->kind == FIELD_REF)
		return;
	text = value_of(type, values, title->name);
	choose_reading(text, title->flags & FIELD_PERSON,
		initials != NULL ? value_of(type, values, initials->name) : "",
		&syllables);
	pinyin_sort_key(text, syllables.s, &derived->sort_key);
	strbuf_clear(&syllables);
}

void
derive_record(const struct table *table, const char *const *values,
	struct derived *derived)
{
	const struct record_type *type = table->data;

	add_sort_key(type, values, derived);
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];

		if (field->flags & FIELD_INITIALS)
			derived_add_key(derived, FIND_INITIALS, values[i]);
		if (!(field->flags & FIELD_SEARCH) || values[i][0] == '\0')
			continue;
		if (field->kind == FIELD_IDCARD || field->kind == FIELD_PHONE) {
			add_number_keys(values[i], derived);
			continue;
		}
		add_name_keys(values[i], derived);
		add_pinyin_keys(values[i], field->flags & FIELD_PERSON, derived);
	}
}

void
derive_initials(struct record *record, const struct record *old)
{
	const struct field_type *initials = initials_field(record->type);
	const struct field_type *title;
	struct strbuf syllables = STRBUF_INIT;
	struct strbuf letters = STRBUF_INIT;

	if (initials == NULL)
		return;
	title = record_field(record->type, record->type->title[0]);
	if (record_get(record, initials->name)[0] != '\0' &&
		(old == NULL ||
			strcmp(record_get(old, title->name),
				record_get(record, title->name)) == 0 ||
			strcmp(record_get(old, initials->name),
				record_get(record, initials->name)) != 0))
		return;
	if (title->flags & FIELD_PERSON)
		pinyin_of_name(record_get(record, title->name), &syllables);
	else
		pinyin_of_text(record_get(record, title->name), &syllables);
	pinyin_initials(syllables.s, &letters);
	if (text_chars(letters.s) > field_max(initials))
		strbuf_truncate(&letters, field_max(initials));
	record_set(record, initials->name, letters.s);
	strbuf_clear(&syllables);
	strbuf_clear(&letters);
}
