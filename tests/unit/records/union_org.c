#include "test.h"

#include "records/nouns.h"

/* What the check says of one union: the field, and whether it blocks. */
static const struct {
	const char *values[8]; /* field, value, … */
	const char *field;     /* "" where there is nothing to say */
	bool blocks;
} rows[] = {
	{{"state", "1"}, "", false},
	{{"state", "2"}, "committee_id", false},
	{{"state", "2", "committee_id", "0000001-2"}, "", false},
	{{"approved_on", "2021-03-01", "founded_on", "2021-03-01"}, "", false},
	{{"approved_on", "2021-03-01", "founded_on", "2021-02-28"},
		"founded_on", false},
	{{"approved_on", "2021-03", "founded_on", "2021-03-01"}, "", false},
	{{"approved_on", "2021-03-01"}, "", false},
	{{"founded_on", "2021-03-01"}, "", false},
	{{"parent_id", "0000001-2"}, "", false},
};

static void
fill(struct record *record, const char *const *values)
{
	for (size_t i = 0; values[i] != NULL; i += 2)
		record_set(record, values[i], values[i + 1]);
}

static void
says_what_is_odd(void **state)
{
	struct check_context context = {.today = "2025-11-25"};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct notes notes = VEC_INIT;
		struct record org;

		record_init(&org, &union_org_type);
		fill(&org, rows[i].values);
		union_org_type.check(&org, &context, &notes);
		if (notes.n != (rows[i].field[0] != '\0'))
			fail_msg("row %zu: %zu notes", i, notes.n);
		if (notes.n > 0) {
			assert_string_equal(notes.items[0].field,
				rows[i].field);
			assert_int_equal(notes.items[0].blocks,
				rows[i].blocks);
		}
		notes_clear(&notes);
		record_clear(&org);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_what_is_odd),
	};

	return cmocka_run_group_tests_name("union_org", tests, NULL, NULL);
}
