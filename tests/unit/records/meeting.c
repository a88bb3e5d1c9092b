#include "desk.h"

#include "records/nouns.h"

static void
begin_meeting(struct desk *desk, struct record *meeting, const char *basis,
	const char *functional)
{
	int64_t org = desk_add(desk, &union_org_type, "name", "联合党支部",
		"basis", basis, NULL);
	int64_t kind = desk_add(desk, &meeting_kind_type, "name",
		"换届选举大会", "functional", functional, NULL);

	desk_new(meeting, &meeting_type, "union_org_id", desk_id(org).s,
		"kind_id", desk_id(kind).s, "title", "换届选举大会",
		"begin_at", "2025-11-25 09:00", "place", "三楼会议室", NULL);
}

static void
ends_after_it_begins(void **state)
{
	struct desk *desk = *state;
	struct record meeting;
	struct err err = ERR_INIT;

	begin_meeting(desk, &meeting, "1", "1");
	record_set(&meeting, "end_at", "2025-11-25 09:00");
	assert_int_equal(desk_save(desk, &meeting, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, "end_at");
	err_clear(&err);
	record_set(&meeting, "end_at", "2025-11-25 09:01");
	bench_ok(desk_save(desk, &meeting, NULL, &err), &err);
	record_clear(&meeting);
}

/* What a formal branch alone holds, a functional union is warned of, once. */
static void
warns_functional_unions(void **state)
{
	static const struct {
		const char *basis, *functional;
		size_t n_warnings;
	} rows[] = {
		{"2", "0", 1},
		{"2", "1", 0},
		{"1", "0", 0},
		{"3", "0", 0},
		{"2", "", 0},
	};
	struct desk *desk = *state;

	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct notes notes = VEC_INIT;
		struct record meeting;
		struct err err = ERR_INIT;
		int64_t org, kind;

		begin_meeting(desk, &meeting, rows[i].basis,
			rows[i].functional);
		org = record_ref(&meeting, "union_org_id");
		kind = record_ref(&meeting, "kind_id");
		bench_ok(desk_save(desk, &meeting, &notes, &err), &err);
		assert_int_equal(notes.n, rows[i].n_warnings);
		notes_clear(&notes);
		record_set(&meeting, "place", "小会议室");
		bench_ok(desk_save(desk, &meeting, &notes, &err), &err);
		assert_int_equal(notes.n, 0);
		desk_remove(desk, &meeting_type, meeting.id);
		desk_remove(desk, &union_org_type, org);
		desk_remove(desk, &meeting_kind_type, kind);
		record_clear(&meeting);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(ends_after_it_begins,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(warns_functional_unions,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("meeting", tests, NULL, NULL);
}
