#include "desk.h"

#include "records/acceptance.h"
#include "records/nouns.h"

static const struct acceptance_marks usual = {70, 50, 12};

static const struct {
	struct acceptance acceptance;
	enum acceptance_verdict verdict;
} cases[] = {
	{{69, -1, -1}, ACCEPTANCE_FAILED},
	{{70, -1, -1}, ACCEPTANCE_PASSED},
	{{71, -1, -1}, ACCEPTANCE_PASSED},
	{{69, 41, 0}, ACCEPTANCE_FAILED},
	{{70, 40, 20}, ACCEPTANCE_PASSED}, /* exactly half */
	{{70, 41, 20}, ACCEPTANCE_PASSED},
	{{70, 41, 21}, ACCEPTANCE_FAILED},
	{{100, 1, 1}, ACCEPTANCE_FAILED},
	{{100, 0, 0}, ACCEPTANCE_PASSED},
	{{100, 0, -1}, ACCEPTANCE_PASSED},
	{{-1, 41, 3}, ACCEPTANCE_OPEN},
	{{72, 41, -1}, ACCEPTANCE_OPEN},
	{{72, -1, 3}, ACCEPTANCE_OPEN},
	{{0, -1, -1}, ACCEPTANCE_FAILED},
};

static void
judges_at_the_marks(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		if (acceptance_judge(&cases[i].acceptance, &usual) !=
			cases[i].verdict)
			fail_msg("case %zu", i);
}

static void
tells(const struct acceptance *acceptance, const char *until, const char *said)
{
	struct strbuf out = STRBUF_INIT;

	acceptance_tell(acceptance, &usual, until, &out);
	assert_string_equal(out.s, said);
	strbuf_clear(&out);
}

static void
tells_in_words(void **state)
{
	(void)state;
	tells(&(struct acceptance){72, 41, 3}, "2027-09-20",
		"Score 72 (pass mark 70), 3 of 41 ballots dissatisfied (7.3%, "
		"at most 50%): passed.\nTracked until 2027-09-20.");
	tells(&(struct acceptance){72, 41, 21}, "2027-09-20",
		"Score 72 (pass mark 70), 21 of 41 ballots dissatisfied "
		"(51.2%, at most 50%): failed.");
	tells(&(struct acceptance){69, -1, -1}, "",
		"Score 69 (pass mark 70), no ballot: failed.");
	tells(&(struct acceptance){70, 0, 0}, "",
		"Score 70 (pass mark 70), no ballot: passed.");
	tells(&(struct acceptance){-1, 41, 3}, "",
		"The score of the acceptance is not there yet.");
	tells(&(struct acceptance){72, 41, -1}, "",
		"Of the ballot both numbers are needed: how many were cast and "
		"how many of them were dissatisfied.");
}

static void
has(const struct acceptance_marks *marks, int64_t pass, int64_t most,
	int64_t months)
{
	assert_int_equal(marks->pass_mark, pass);
	assert_int_equal(marks->dissatisfied_max, most);
	assert_int_equal(marks->track_months, months);
}

static void
takes_the_marks_of_the_office(void **state)
{
	struct desk *desk = *state;
	struct acceptance_marks marks;

	acceptance_marks(desk->store, &marks);
	has(&marks, 70, 50, 12);
	desk_add(desk, &office_type, "name", "苏木党委", "pass_mark", "80",
		"dissatisfied_max", "0", "track_months", "", NULL);
	acceptance_marks(desk->store, &marks);
	has(&marks, 80, 0, 12);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(judges_at_the_marks),
		cmocka_unit_test(tells_in_words),
		cmocka_unit_test_setup_teardown(takes_the_marks_of_the_office,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("acceptance", tests, NULL, NULL);
}
