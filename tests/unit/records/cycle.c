/* Where cycles begin and end, and what was there for the whole of one. */
#include "test.h"

#include "records/cycle.h"

static void
finds_the_cycle_of_a_day(void **state)
{
	static const struct {
		const char *code, *day, *begin, *next, *before;
	} cases[] = {
		{"1", "2024-02-29", "2024-02-01", "2024-03-01", "2024-01-01"},
		{"1", "2025-01-01", "2025-01-01", "2025-02-01", "2024-12-01"},
		{"1", "2025-12-31", "2025-12-01", "2026-01-01", "2025-11-01"},
		{"2", "2025-03-31", "2025-01-01", "2025-04-01", "2024-10-01"},
		{"2", "2025-04-01", "2025-04-01", "2025-07-01", "2025-01-01"},
		{"2", "2025-12-31", "2025-10-01", "2026-01-01", "2025-07-01"},
		{"3", "2025-06-30", "2025-01-01", "2025-07-01", "2024-07-01"},
		{"3", "2025-07-01", "2025-07-01", "2026-01-01", "2025-01-01"},
		{"4", "2024-02-29", "2024-01-01", "2025-01-01", "2023-01-01"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct cycle *cycle = cycle_find(cases[i].code);
		struct cycle_span span, before;

		cycle_span_of(cycle, cases[i].day, &span);
		assert_string_equal(span.begin, cases[i].begin);
		assert_string_equal(span.next, cases[i].next);
		cycle_span_before(cycle, &span, &before);
		assert_string_equal(before.begin, cases[i].before);
		assert_string_equal(before.next, cases[i].begin);
	}
	assert_null(cycle_find("9"));
	assert_null(cycle_find(""));
}

static void
knows_what_covers_a_cycle(void **state)
{
	static const struct {
		const char *since, *until;
		bool covered;
	} cases[] = {
		{"", "", true},
		{"2025-04-01", "", true},
		{"2025-04-02", "", false},
		{"2025-03", "", true},
		{"2025-04", "", false}, /* perhaps later in the month */
		{"2024", "", true},
		{"2025", "", false},
		{"", "2025-06-30", true},
		{"", "2025-06-29", false},
		{"", "2025-06", true},
		{"", "2025-05", false},
		{"", "2025", true},
		{"", "2024", false},
		{"2025-04-01", "2025-06-30", true},
	};
	const struct cycle_span span = {"2025-04-01", "2025-07-01"};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (cycle_is_covered(&span, cases[i].since, cases[i].until) !=
			cases[i].covered)
			fail_msg("“%s” to “%s”", cases[i].since,
				cases[i].until);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_cycle_of_a_day),
		cmocka_unit_test(knows_what_covers_a_cycle),
	};

	return cmocka_run_group_tests_name("cycle", tests, NULL, NULL);
}
