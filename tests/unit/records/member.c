#include "test.h"

#include "base/i18n.h"
#include "records/nouns.h"

/* What the check says of one member: the field, and whether it blocks. */
static const struct {
	const char *values[8]; /* field, value, … */
	const char *field;     /* "" where there is nothing to say */
	bool blocks;
} rows[] = {
	{{"birth_on", "1979-04-03", "joined_on", "2003-09-27"}, "", false},
	{{"birth_on", "1979-04-03", "joined_on", "1997-04-03"}, "", false},
	{{"birth_on", "1979-04-03", "joined_on", "1997-04-02"}, "joined_on",
		false},
	{{"birth_on", "1979-04-03", "joined_on", "1979-04-02"}, "joined_on",
		true},
	{{"birth_on", "1979-04", "joined_on", "1978"}, "joined_on", true},
	{{"birth_on", "2024-03-06"}, "birth_on", true},
	{{"joined_on", "2024-03-06"}, "joined_on", true},
	{{"joined_on", "2024-03-05"}, "", false},
	{{"joined_on", "2003-09-27", "confirmed_on", "2003-09-26"},
		"confirmed_on", true},
	{{"joined_on", "2003-09", "confirmed_on", "2003-09-26"}, "", false},
	{{"idno", "159902197904033708", "birth_on", "1979-04-03", "sex", "2"},
		"", false},
	{{"idno", "159902197904033708", "birth_on", "1979-04-04"}, "birth_on",
		false},
	{{"idno", "159902197904033708", "sex", "1"}, "sex", false},
	{{"idno", "159903490621433"}, "idno", false},
};

static void
says_what_is_odd(void **state)
{
	struct check_context context = {.today = "2024-03-05"};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		const char *const *values = rows[i].values;
		struct notes notes = {0};
		struct record member;

		record_init(&member, &member_type);
		for (size_t k = 0; values[k] != NULL; k += 2)
			record_set(&member, values[k], values[k + 1]);
		member_type.check(&member, &context, &notes);
		if (notes.n != (rows[i].field[0] != '\0'))
			fail_msg("row %zu: %zu notes", i, notes.n);
		if (notes.n > 0) {
			assert_string_equal(notes.items[0].field,
				rows[i].field);
			assert_int_equal(notes.items[0].blocks,
				rows[i].blocks);
		}
		notes_clear(&notes);
		record_clear(&member);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_what_is_odd),
	};

	return cmocka_run_group_tests_name("member", tests, NULL, NULL);
}
