/* What may stand in a cell or a field: a stored value, or one sentence. */
#include "fuzz.h"

#include "base/text.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/value.h"
#include "store/site.h"

#define TODAY "2025-11-25"

static const struct fuzz_seed seeds[] = {
	FUZZ_SEED("单晓红"), FUZZ_SEED("张　三"), FUZZ_SEED("　阿拉腾·巴根那 "),
	FUZZ_SEED("2024年3月5日"), FUZZ_SEED("2024-03-05 09:05"),
	FUZZ_SEED("159902197904033708"), FUZZ_SEED("１５９９０２１９７９０４０３３７０８"),
	FUZZ_SEED("'15496793256"), FUZZ_SEED("0489-2622675"),
	FUZZ_SEED("+86 154 9679 3256"), FUZZ_SEED("1,234.50"),
	FUZZ_SEED("¥12,345.6元"), FUZZ_SEED("-1234567"), FUZZ_SEED("女"),
	FUZZ_SEED("汉族"), FUZZ_SEED("01"), FUZZ_SEED("是"), FUZZ_SEED("无"),
	FUZZ_SEED("9223372036854775807"), FUZZ_SEED("92233720368547758.07"),
	FUZZ_SEED("第一行\r\n第二行\r\n"), FUZZ_SEED("0K3M9QX-1F"),
	FUZZ_SEED(""),
};

/* One field of every kind, and those with rules of their own. */
static const struct field_type fields[] = {
	{.name = "text", .kind = FIELD_TEXT, .max = 20},
	{.name = "person", .kind = FIELD_TEXT, .max = 20,
		.flags = FIELD_PERSON},
	{.name = "long", .kind = FIELD_LONGTEXT, .max = 60},
	{.name = "date", .kind = FIELD_DATE},
	{.name = "time", .kind = FIELD_TIME},
	{.name = "int", .kind = FIELD_INT},
	{.name = "money", .kind = FIELD_MONEY},
	{.name = "code", .kind = FIELD_CODE, .codes = "sex"},
	{.name = "ethnic", .kind = FIELD_CODE, .codes = "ethnic"},
	{.name = "ref", .kind = FIELD_REF, .ref = "unit"},
	{.name = "bool", .kind = FIELD_BOOL},
	{.name = "idno", .kind = FIELD_IDCARD, .flags = FIELD_SENSITIVE},
	{.name = "phone", .kind = FIELD_PHONE, .flags = FIELD_SENSITIVE},
};

/* A stored value shows as valid text, which is the same value again. */
static void
look_at(const struct fuzz *fuzz, const struct field_type *field,
	const char *stored)
{
	struct strbuf shown = STRBUF_INIT, masked = STRBUF_INIT;
	struct err err = ERR_INIT;

	fuzz_expect(fuzz, value_is_stored(field, stored, TODAY, &err),
		field->name);
	err_clear(&err);
	value_show(field, stored, &shown);
	value_show_masked(field, stored, &masked);
	fuzz_expect(fuzz, text_valid(shown.s, shown.len) &&
			text_valid(masked.s, masked.len),
		"a value shows as valid text");
	strbuf_clear(&shown);
	strbuf_clear(&masked);
}

static void
try_value(struct fuzz *fuzz, void *data)
{
	char *typed = xstrdup(fuzz->input.s);

	(void)data;
	for (size_t i = 0; i < N_ITEMS(fields); i++) {
		struct strbuf stored = STRBUF_INIT;
		struct err err = ERR_INIT;
		enum err_code code = value_normalise(&fields[i], typed, TODAY,
			&stored, &err);

		fuzz_expect(fuzz, code == ERR_OK || (err.field != NULL &&
				strcmp(err.field, fields[i].name) == 0),
			"a refusal names the field");
		fuzz_answered(fuzz, code, 1u << ERR_INVALID, &err);
		if (code == ERR_OK)
			look_at(fuzz, &fields[i], stored.s);
		strbuf_clear(&stored);
	}
	free(typed);
}

static const struct fuzz_seed ids[] = {
	FUZZ_SEED("0K3M9QX-1F"), FUZZ_SEED("ok3m9qx-if"),
	FUZZ_SEED("1ZZZZZZ-3ZZZZZZ"), FUZZ_SEED("0000001-1"), FUZZ_SEED("-"),
};

static void
try_id(struct fuzz *fuzz, void *data)
{
	char *typed = xstrdup(fuzz->input.s);
	char text[SITE_ID_TEXT_SIZE];
	int64_t id = 0, again = 0;

	(void)data;
	if (site_id_from_text(typed, &id)) {
		site_id_to_text(id, text);
		fuzz_expect(fuzz, id > 0, "an id is a positive number");
		fuzz_expect(fuzz, site_id_from_text(text, &again) &&
				again == id, "an id is read as itself");
	}
	free(typed);
}

static void
values_are_stored_or_refused(void **state)
{
	(void)state;
	fuzz_run(seeds, N_ITEMS(seeds), 15000, try_value, NULL);
}

static void
ids_are_read_or_refused(void **state)
{
	(void)state;
	fuzz_run(ids, N_ITEMS(ids), 20000, try_id, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_stored_or_refused),
		cmocka_unit_test(ids_are_read_or_refused),
	};

	return cmocka_run_group_tests_name("fuzz value", tests, NULL, NULL);
}
