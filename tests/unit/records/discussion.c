#include "desk.h"

#include "records/nouns.h"

static void
somebody_spoke(void **state)
{
	struct desk *desk = *state;
	struct check_context context = {.store = desk->store,
		.today = DESK_TODAY};
	struct notes notes = VEC_INIT;
	struct record speech;

	desk_new(&speech, &discussion_type, "words", "同意", NULL);
	discussion_type.check(&speech, &context, &notes);
	assert_int_equal(notes.n, 1);
	assert_true(notes.items[0].blocks);
	assert_string_equal(notes.items[0].field, "member_id");
	notes_clear(&notes);
	record_set(&speech, "speaker_name", "全体");
	discussion_type.check(&speech, &context, &notes);
	record_set(&speech, "speaker_name", "");
	record_set(&speech, "member_id", desk_id(4294967297).s);
	discussion_type.check(&speech, &context, &notes);
	assert_int_equal(notes.n, 0);
	record_clear(&speech);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(somebody_spoke),
	};

	return cmocka_run_group_tests_name("discussion", tests, desk_begin,
		desk_end);
}
