#include "records/derive.h"

#include <stdlib.h>
#include <string.h>

#include "base/pinyin.h"
#include "base/pinyin_find.h"
#include "base/text.h"

enum {
	READINGS_MAX = 16, /* ways of reading one text that are searched, */
	PERSON_READINGS_MAX = 6, /* and a person's name */
	SUFFIXES_MAX = 63, /* further beginnings inside one name */
	ID_END = 6,        /* last places by which an ID number is found, */
	PHONE_END = 7,     /* and a phone number */
};

static void
add_name_keys(const char *text, struct derived *derived)
{
	char *folded = text_fold(text);
	const char *s = folded;

	for (int i = 0; i <= SUFFIXES_MAX && *s != '\0'; i++) {
		size_t n_bytes;

		derived_add_key(derived, i == 0 ? FIND_NAME : FIND_INSIDE, s);
		text_char(s, &n_bytes);
		s += n_bytes;
	}
	free(folded);
}

/* The reading chosen, then the others.  Initials that it does not have were
 * written by hand, or belong to words in letters, and have a key as well. */
static void
add_pinyin_keys(const struct strvec *readings, const char *chosen,
	const char *initials, struct derived *derived)
{
	struct strbuf key = STRBUF_INIT;

	pinyin_find_key(chosen, &key);
	derived_add_key(derived, FIND_PINYIN, key.s);
	if (!pinyin_find_fits(key.s, initials)) {
		strbuf_reset(&key);
		pinyin_find_initials_key(initials, &key);
		derived_add_key(derived, FIND_PINYIN, key.s);
	}
	for (size_t i = 0; i < readings->n; i++) {
		if (strcmp(readings->items[i], chosen) == 0)
			continue;
		strbuf_reset(&key);
		pinyin_find_key(readings->items[i], &key);
		derived_add_key(derived, FIND_READING, key.s);
	}
	strbuf_clear(&key);
}

void
derive_number_key(const char *number, bool backwards, struct strbuf *out)
{
	size_t len = strlen(number);

	for (size_t i = 0; i < len; i++) {
		char c = number[backwards ? len - 1 - i : i];

		if (c == 'x')
			c = 'X';
		if ((c >= '0' && c <= '9') || c == 'X')
			strbuf_add_char(out, c);
	}
}

bool
derive_by_column(const struct field_type *field)
{
	return field->kind == FIELD_IDCARD && field->flags & FIELD_UNIQUE;
}

static void
add_number_keys(const struct field_type *field, const char *number,
	struct derived *derived)
{
	size_t end = field->kind == FIELD_IDCARD ? ID_END : PHONE_END;
	struct strbuf key = STRBUF_INIT;

	if (!derive_by_column(field)) {
		derive_number_key(number, false, &key);
		derived_add_key(derived, FIND_NUMBER, key.s);
		strbuf_reset(&key);
	}
	derive_number_key(number, true, &key);
	if (key.len > end)
		strbuf_truncate(&key, end);
	derived_add_key(derived, FIND_NUMBER_END, key.s);
	strbuf_clear(&key);
}

/* The first reading with the initials that stand in the record, which may
 * have been corrected by hand and cut; the commonest where none has them. */
static const char *
choose_reading(const struct strvec *readings, const char *initials)
{
	struct strbuf key = STRBUF_INIT;
	const char *chosen = readings->n > 0 ? readings->items[0] : "";

	for (size_t i = 0; i < readings->n; i++) {
		strbuf_reset(&key);
		pinyin_initials(readings->items[i], &key);
		if (strncmp(key.s, initials, strlen(initials)) == 0) {
			chosen = readings->items[i];
			break;
		}
	}
	strbuf_clear(&key);
	return chosen;
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

void
derive_readings(const struct field_type *field, const char *text,
	struct strvec *out)
{
	if (field->flags & FIELD_PERSON)
		pinyin_all(text, true, PERSON_READINGS_MAX, out);
	else
		pinyin_all(text, false, READINGS_MAX, out);
}

/* The keys of a text, and the sort key where the record is called by it. */
static void
add_text(const struct record_type *type, const struct field_type *field,
	const char *text, const char *corrected, struct derived *derived)
{
	bool is_title = strcmp(field->name, type->title[0]) == 0;
	struct strbuf initials = STRBUF_INIT;
	struct strvec readings = {0};
	const char *chosen;

	derive_readings(field, text, &readings);
	chosen = choose_reading(&readings, is_title ? corrected : "");
	if (is_title)
		pinyin_sort_key(text, chosen, &derived->sort_key);
	if (field->flags & FIELD_SEARCH) {
		add_name_keys(text, derived);
		if (is_title && corrected[0] != '\0')
			strbuf_add(&initials, corrected);
		else
			pinyin_initials(chosen, &initials);
		add_pinyin_keys(&readings, chosen, initials.s, derived);
	}
	strbuf_clear(&initials);
	strvec_clear(&readings);
}

void
derive_record(const struct table *table, const char *const *values,
	struct derived *derived)
{
	const struct record_type *type = table->data;
	const struct field_type *corrected = initials_field(type);
	char *initials = text_fold(corrected != NULL
		? value_of(type, values, corrected->name) : "");

	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];
		bool is_title = strcmp(field->name, type->title[0]) == 0;

		if (values[i][0] == '\0' || field->kind == FIELD_REF ||
			(!is_title && !(field->flags & FIELD_SEARCH)))
			continue;
		if (field->kind == FIELD_IDCARD || field->kind == FIELD_PHONE)
			add_number_keys(field, values[i], derived);
		else
			add_text(type, field, values[i], initials, derived);
	}
	free(initials);
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
