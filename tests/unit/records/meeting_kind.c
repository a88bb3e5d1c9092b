#include "desk.h"

#include "records/nouns.h"

static void
is_due_at_least_once(void **state)
{
	static const struct {
		const char *cycle, *times;
		enum err_code code;
	} rows[] = {
		{"1", "1", ERR_OK},
		{"2", "2", ERR_OK},
		{"1", "0", ERR_INVALID},
		{"4", "-1", ERR_INVALID},
		{"4", "", ERR_INVALID},
		{"9", "", ERR_OK},
		{"9", "0", ERR_OK},
	};
	struct desk *desk = *state;

	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct record kind;
		struct err err = ERR_INIT;

		desk_new(&kind, &meeting_kind_type, "name", "党课", "cycle",
			rows[i].cycle, "times", rows[i].times, NULL);
		assert_int_equal(desk_save(desk, &kind, NULL, &err),
			rows[i].code);
		if (rows[i].code == ERR_OK)
			desk_remove(desk, &meeting_kind_type, kind.id);
		else
			assert_string_equal(err.field, "times");
		err_clear(&err);
		record_clear(&kind);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_due_at_least_once),
	};

	return cmocka_run_group_tests_name("meeting_kind", tests, desk_begin,
		desk_end);
}
