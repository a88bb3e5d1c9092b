#include "test.h"

#include <stdio.h>

#include "base/seal.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/derive.h"
#include "records/nouns.h"

/*
 * What follows from a name of every hanzi, and from a record of every type
 * with every field filled.  Where this hash changes, so do the keys of the
 * databases there are: raise DERIVE_VERSION, and put down the new hash here.
 */
#define DERIVED_BY "1 " \
	"62bf9478ad11bc179f0677f47e8a174d50e728e585103a0b5581c2f45205c591"

enum { HANZI_FIRST = 0x3400, HANZI_LAST = 0x323AF, HANZI_BETWEEN = 0xA000,
	HANZI_COMPATIBLE = 0xF900 };

static void
add_derived(const struct table *table, const char *const *values,
	struct strbuf *out)
{
	struct derived derived = DERIVED_INIT;

	table->derive(table, values, &derived);
	strbuf_addf(out, "%s %s:", table->name, derived.sort_key.s);
	for (size_t i = 0; i < derived.keys.n; i++)
		strbuf_addf(out, " %d%s", (int)derived.keys.items[i].kind,
			derived.keys.items[i].key);
	strbuf_add_char(out, '\n');
	derived_clear(&derived);
}

/* A value for every field, such as its kind takes. */
static void
add_type(const struct table *table, struct strbuf *out)
{
	const struct record_type *type = table->data;
	const char **values = xcalloc(type->n_fields, sizeof(*values));

	for (size_t i = 0; i < type->n_fields; i++)
		values[i] = type->fields[i].kind == FIELD_IDCARD
			? "15990319520503797X"
			: type->fields[i].kind == FIELD_PHONE ? "0489-2358330"
			: type->fields[i].kind == FIELD_REF ? ""
							    : "单于Ｓ·國栋 2";
	add_derived(table, values, out);
	free(values);
}

static void
add_hanzi(struct strbuf *out)
{
	const struct table *table = record_table(&unit_type);
	const char **values = xcalloc(unit_type.n_fields, sizeof(*values));
	size_t name = record_field_index(&unit_type, unit_type.title[0]);
	char hanzi[5];

	for (size_t i = 0; i < unit_type.n_fields; i++)
		values[i] = "";
	values[name] = hanzi;
	for (uint32_t c = HANZI_FIRST; c <= HANZI_LAST; c++) {
		if (c >= HANZI_BETWEEN && c < HANZI_COMPATIBLE)
			continue;
		hanzi[text_put_char(c, hanzi)] = '\0';
		add_derived(table, values, out);
	}
	free(values);
}

static void
changes_with_its_version_alone(void **state)
{
	struct strbuf all = STRBUF_INIT;
	unsigned char hash[SEAL_HASH_SIZE];
	struct seal_part part;
	char text[2 * SEAL_HASH_SIZE + 16];

	(void)state;
	for (size_t i = 0; i < record_types_n; i++)
		add_type(record_tables()[i], &all);
	add_hanzi(&all);
	part = (struct seal_part){all.s, all.len};
	seal_hash(&part, 1, hash);
	snprintf(text, sizeof(text), "%d ", DERIVE_VERSION);
	seal_hex(hash, sizeof(hash), text + strlen(text));
	assert_string_equal(text, DERIVED_BY);
	strbuf_clear(&all);
}

static void
takes_the_digits_of_a_number(void **state)
{
	struct strbuf key = STRBUF_INIT;

	(void)state;
	derive_number_key("0489-235 83x0", false, &key);
	assert_string_equal(key.s, "048923583X0");
	strbuf_reset(&key);
	derive_number_key("0489-235 83x0", true, &key);
	assert_string_equal(key.s, "0X385329840");
	strbuf_clear(&key);
}

static void
assert_initials(const char *old_name, const char *old_initials,
	const char *name, const char *initials, const char *expected)
{
	struct record old, record;

	record_begin(&old, &member_type, "2026-11-23");
	record_begin(&record, &member_type, "2026-11-23");
	if (old_name != NULL) {
		record_set(&old, "name", old_name);
		record_set(&old, "initials", old_initials);
	}
	record_set(&record, "name", name);
	record_set(&record, "initials", initials);
	derive_initials(&record, old_name != NULL ? &old : NULL);
	assert_string_equal(record_get(&record, "initials"), expected);
	record_clear(&old);
	record_clear(&record);
}

/* A correction belongs to the name that it was made for. */
static void
keeps_corrected_initials(void **state)
{
	(void)state;
	assert_initials(NULL, NULL, "单晓红", "", "sxh");
	assert_initials(NULL, NULL, "单晓红", "dxh", "dxh");
	assert_initials("单晓红", "dxh", "单晓红", "dxh", "dxh");
	assert_initials("单晓红", "dxh", "单小红", "dxh", "sxh");
	assert_initials("单晓红", "dxh", "仇小红", "cxh", "cxh");
	assert_initials("单晓红", "dxh", "单晓红", "", "sxh");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changes_with_its_version_alone),
		cmocka_unit_test(takes_the_digits_of_a_number),
		cmocka_unit_test(keeps_corrected_initials),
	};

	return cmocka_run_group_tests_name("derive", tests, NULL, NULL);
}
