/* Every quorum and majority at its boundaries. */
#include "test.h"

#include "base/i18n.h"
#include "records/nouns.h"
#include "records/quorum.h"

static const struct quorum_part half = {1, 2, false};
static const struct quorum_part over_half = {1, 2, true};
static const struct quorum_part four_fifths = {4, 5, false};
static const struct quorum_part over_four_fifths = {4, 5, true};
static const struct quorum_part two_thirds = {2, 3, false};
static const struct quorum_part all = {1, 1, false};
static const struct quorum_part none = {0, 0, false};

static void
least_of_a_whole(void **state)
{
	static const struct {
		const struct quorum_part *part;
		int64_t whole, least;
	} rows[] = {
		{&half, 0, 1}, {&half, 1, 1}, {&half, 2, 1}, {&half, 3, 2},
		{&half, 55, 28}, {&half, 56, 28}, {&half, 57, 29},
		{&over_half, 0, 1}, {&over_half, 1, 1}, {&over_half, 2, 2},
		{&over_half, 3, 2}, {&over_half, 55, 28},
		{&over_half, 56, 29}, {&over_half, 57, 29},
		{&four_fifths, 0, 1}, {&four_fifths, 1, 1},
		{&four_fifths, 4, 4}, {&four_fifths, 5, 4},
		{&four_fifths, 6, 5}, {&four_fifths, 55, 44},
		{&four_fifths, 56, 45}, {&four_fifths, 60, 48},
		{&over_four_fifths, 5, 5}, {&over_four_fifths, 55, 45},
		{&over_four_fifths, 56, 45},
		{&two_thirds, 3, 2}, {&two_thirds, 4, 3}, {&two_thirds, 56, 38},
		{&all, 7, 7}, {&none, 56, 0}, {&none, 0, 0},
		{&half, INT64_MAX, INT64_MAX / 2 + 1},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		if (quorum_least(rows[i].part, rows[i].whole) != rows[i].least)
			fail_msg("row %zu: %lld", i, (long long)quorum_least(
				rows[i].part, rows[i].whole));
}

static const struct quorum_rule usual = {{1, 2, false}, QUORUM_ELIGIBLE,
	{1, 2, true}};
static const struct quorum_rule election = {{4, 5, false}, QUORUM_PRESENT,
	{1, 2, true}};
static const struct quorum_rule consent = {{0, 0, false}, QUORUM_UNCOUNTED,
	{0, 0, false}};

static void
judges_at_the_boundaries(void **state)
{
	static const struct {
		const struct quorum_rule *rule;
		struct quorum_tally tally;
		enum quorum_outcome outcome;
	} rows[] = {
		{&usual, {56, 41, 0, 39}, OUTCOME_CARRIED},
		{&usual, {56, 41, 0, 29}, OUTCOME_CARRIED},
		{&usual, {56, 41, 0, 28}, OUTCOME_LOST},
		{&usual, {56, 28, 0, 28}, OUTCOME_LOST},
		{&usual, {56, 27, 0, 27}, OUTCOME_INVALID},
		{&usual, {55, 28, 0, 28}, OUTCOME_CARRIED},
		{&usual, {55, 27, 0, 27}, OUTCOME_INVALID},
		{&usual, {56, 28, 3, 31}, OUTCOME_CARRIED},
		{&usual, {56, 27, 9, 36}, OUTCOME_INVALID},
		{&usual, {0, 0, 0, 0}, OUTCOME_INVALID},
		{&usual, {1, 1, 0, 1}, OUTCOME_CARRIED},
		{&usual, {1, 1, 0, 0}, OUTCOME_LOST},
		{&election, {55, 44, 0, 23}, OUTCOME_CARRIED},
		{&election, {55, 44, 0, 22}, OUTCOME_LOST},
		{&election, {55, 43, 0, 43}, OUTCOME_INVALID},
		{&election, {56, 45, 0, 23}, OUTCOME_CARRIED},
		{&election, {56, 45, 1, 23}, OUTCOME_LOST},
		{&election, {0, 0, 0, 0}, OUTCOME_INVALID},
		{&consent, {12, 3, 0, 0}, OUTCOME_UNCOUNTED},
		{&consent, {0, 0, 0, 0}, OUTCOME_UNCOUNTED},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		if (quorum_outcome(rows[i].rule, &rows[i].tally) !=
			rows[i].outcome)
			fail_msg("row %zu: %d", i, (int)quorum_outcome(
				rows[i].rule, &rows[i].tally));
}

static void
says_it_in_words(void **state)
{
	static const struct {
		const struct quorum_rule *rule;
		struct quorum_tally tally;
		const char *zh, *en;
	} rows[] = {
		{&usual, {56, 41, 0, 39},
			"应到 56，实到 41：符合有效人数（须不少于应到半数，即 28 人）。"
			"赞成 39：通过（须超过应到半数，即 29 票）。",
			"Ought to attend 56, present 41: a quorum (at least half "
			"of those who ought to attend, that is 28, must be "
			"there). In favour 39: carried (more than half of "
			"those who ought to attend, that is 29 votes, are "
			"needed)."},
		{&election, {55, 44, 0, 22},
			"应到 55，实到 44：符合有效人数（须不少于应到五分之四，即 "
			"44 人）。赞成 22：未通过（须超过实到半数，即 23 票）。",
			"Ought to attend 55, present 44: a quorum (at least 4/5 "
			"of those who ought to attend, that is 44, must be "
			"there). In favour 22: not carried (more than half of "
			"those present, that is 23 votes, are needed)."},
		{&usual, {56, 27, 0, 27},
			"应到 56，实到 27：不足有效人数（须不少于应到半数，即 28 人）。"
			"表决照记，但无效。",
			"Ought to attend 56, present 27: no quorum (at least "
			"half of those who ought to attend, that is 28, must "
			"be there). The vote is recorded and is invalid."},
		{&consent, {12, 3, 0, 0},
			"应到 12，实到 3：不要求到会人数。不计票。",
			"Ought to attend 12, present 3: no number is required. "
			"No votes are counted."},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct strbuf text = STRBUF_INIT;

		i18n_set_language(LANGUAGE_ZH);
		quorum_tell(rows[i].rule, &rows[i].tally, &text);
		assert_string_equal(text.s, rows[i].zh);
		strbuf_reset(&text);
		i18n_set_language(LANGUAGE_EN);
		quorum_tell(rows[i].rule, &rows[i].tally, &text);
		assert_string_equal(text.s, rows[i].en);
		strbuf_clear(&text);
	}
}

static void
reads_its_record(void **state)
{
	struct quorum_rule rule;
	struct record record;

	(void)state;
	quorum_rule_of(NULL, &rule);
	assert_int_equal(rule.there.num, 0);
	assert_int_equal(rule.base, QUORUM_UNCOUNTED);
	record_init(&record, &vote_rule_type);
	quorum_rule_of(&record, &rule);
	assert_int_equal(rule.base, QUORUM_UNCOUNTED);
	record_set(&record, "quorum_num", "4");
	record_set(&record, "quorum_den", "5");
	record_set(&record, "quorum_over", "0");
	record_set(&record, "pass_base", "2");
	record_set(&record, "pass_num", "1");
	record_set(&record, "pass_den", "2");
	record_set(&record, "pass_over", "1");
	quorum_rule_of(&record, &rule);
	assert_int_equal(rule.there.num, 4);
	assert_int_equal(rule.there.den, 5);
	assert_false(rule.there.over);
	assert_int_equal(rule.base, QUORUM_PRESENT);
	assert_true(rule.favour.over);
	record_clear(&record);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(least_of_a_whole),
		cmocka_unit_test(judges_at_the_boundaries),
		cmocka_unit_test(says_it_in_words),
		cmocka_unit_test(reads_its_record),
	};

	return cmocka_run_group_tests_name("quorum", tests, NULL, NULL);
}
