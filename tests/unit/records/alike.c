#include "desk.h"

#include "records/alike.h"
#include "records/nouns.h"

/* What a rule of members makes of two values of two fields. */
static enum likelihood
compare(struct desk *desk, const char *name, const char *phone,
	const char *other_name, const char *other_phone)
{
	struct record a, b;
	struct alike_found found;

	desk_new(&a, &member_type, "name", name, "phone", phone, "birth_on",
		"1980-01-01", NULL);
	desk_new(&b, &member_type, "name", other_name, "phone", other_phone,
		"birth_on", "1990-01-01", NULL);
	assert_int_equal(alike_compare(desk->store, &a, &b, &found, NULL),
		ERR_OK);
	record_clear(&a);
	record_clear(&b);
	return found.how;
}

static void
names_are_almost_the_same(void **state)
{
	static const struct {
		const char *a;
		const char *b;
		enum likelihood how;
	} checks[] = {
		{"王芳", "王芳", LIKELIHOOD_LIKELY},
		{"王芳", "王方", LIKELIHOOD_LIKELY},
		{"海霞", "乌海霞", LIKELIHOOD_LIKELY},
		{"单晓红", "单小洪", LIKELIHOOD_LIKELY}, /* read the same */
		{"娜仁·高娃", "娜仁高娃", LIKELIHOOD_LIKELY},
		{"王芳", "李强", LIKELIHOOD_NONE},
		{"王建国", "李建军", LIKELIHOOD_NONE},
		{"海霞", "乌云海霞", LIKELIHOOD_NONE},
	};

	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		assert_int_equal(compare(*state, checks[i].a, "13904760001",
			checks[i].b, "13904760001"), checks[i].how);
	assert_int_equal(compare(*state, "王芳", "13904760001", "王芳",
		"13904760002"), LIKELIHOOD_NONE);
	assert_int_equal(compare(*state, "王芳", "", "王芳", ""),
		LIKELIHOOD_NONE);
}

/* Both of every two that a rule finds alike have a key in common. */
static void
keys_bring_together(void **state)
{
	const struct alike_rule *rule = &member_type.alike[2];
	struct alike_key a[ALIKE_KEYS_MAX] = {{STRBUF_INIT, 0},
		{STRBUF_INIT, 0}};
	struct alike_key b[ALIKE_KEYS_MAX] = {{STRBUF_INIT, 0},
		{STRBUF_INIT, 0}};
	struct record one, other;

	(void)state;
	assert_int_equal(rule->on[1].as, ALIKE_PLACE);
	desk_new(&one, &member_type, "name", "王芳", "idno", "150402800302002",
		NULL);
	desk_new(&other, &member_type, "name", "王芳", "idno",
		"150402800302012", NULL);
	assert_int_equal(alike_keys(&one, rule, a), 2);
	assert_int_equal(alike_keys(&other, rule, b), 2);
	assert_string_equal(a[0].text.s, b[0].text.s);
	assert_string_not_equal(a[1].text.s, b[1].text.s);
	assert_true(alike_hints_fit(rule, a[0].hint, b[0].hint));
	assert_false(alike_hints_fit(rule, a[0].hint, a[0].hint));
	record_set(&other, "idno", "");
	assert_int_equal(alike_keys(&other, rule, b), 0);
	for (size_t i = 0; i < ALIKE_KEYS_MAX; i++) {
		strbuf_clear(&a[i].text);
		strbuf_clear(&b[i].text);
	}
	record_clear(&one);
	record_clear(&other);
}

/* Every rule of every type names fields that are of the kind it compares. */
static void
rules_fit_their_types(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *type = record_types[i];

		assert_int_equal(type->n_alike > 0,
			(type->flags & RECORD_MERGES) != 0);
		for (size_t j = 0; j < type->n_alike; j++) {
			const struct alike_rule *rule = &type->alike[j];

			assert_true(rule->how > LIKELIHOOD_NONE);
			assert_true(j == 0 || rule->how <= rule[-1].how);
			assert_true(rule->on[0].as != ALIKE_NOT);
			for (size_t k = 0; k < ALIKE_FIELDS_MAX &&
				rule->on[k].as != ALIKE_NOT; k++)
				assert_non_null(record_field(type,
					rule->on[k].field));
			assert_true(rule->against == NULL ||
				record_field(type, rule->against)->kind ==
					FIELD_IDCARD);
		}
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_are_almost_the_same),
		cmocka_unit_test(keys_bring_together),
		cmocka_unit_test(rules_fit_their_types),
	};

	return cmocka_run_group_tests_name("alike", tests, NULL, NULL);
}
