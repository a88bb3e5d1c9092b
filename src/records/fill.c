#include "records/fill.h"

#include <string.h>

#include "base/idcard.h"

const struct field_type *
fill_field_of_kind(const struct record_type *type, enum field_kind kind)
{
	for (size_t i = 0; i < type->n_fields; i++)
		if (type->fields[i].kind == kind)
			return &type->fields[i];
	return NULL;
}

static void
fill(struct record *record, const char *field, const char *value)
{
	if (record_get(record, field)[0] == '\0')
		record_set(record, field, value);
}

void
record_fill_from_idcard(struct record *record, const char *today)
{
	const struct record_type *type = record->type;
	const struct field_type *number = fill_field_of_kind(type,
		FIELD_IDCARD);
	struct idcard card;

	if (number == NULL || record_get(record, number->name)[0] == '\0')
		return;
	idcard_read(record_get(record, number->name), today, &card);
	if (card.state != IDCARD_VALID && card.state != IDCARD_UNVERIFIED)
		return;
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];

		if (field->kind == FIELD_DATE &&
			strcmp(field->name, "birth_on") == 0)
			fill(record, field->name, card.birth_on);
		if (field->kind == FIELD_CODE &&
			strcmp(field->codes, "sex") == 0 &&
			card.sex != IDCARD_SEX_UNKNOWN)
			fill(record, field->name,
				card.sex == IDCARD_MALE ? "1" : "2");
	}
}
