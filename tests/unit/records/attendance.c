#include "desk.h"

#include "records/nouns.h"

/* The field that a row is refused for, or NULL. */
static const struct {
	const char *values[7];
	const char *field;
} rows[] = {
	{{NULL}, "member_id"},
	{{"person", "王强", NULL}, NULL},
	{{"person", "王强", "presence", "2", "absence", "1", NULL}, NULL},
	{{"person", "王强", "presence", "2", "absence", "9", NULL}, "reason"},
	{{"person", "王强", "absence", "9", "reason", "修路", NULL}, NULL},
	{{"person", "王强", "left_out", "1", NULL}, NULL},
	{{"person", "王强", "left_out", "4", NULL}, "left_out_note"},
	{{"person", "王强", "left_out", "9", NULL}, "left_out_note"},
	{{"person", "王强", "left_out", "4", "left_out_note",
		"苏木党委同意", NULL}, NULL},
	{{"person", "王强", "capacity", "2", "left_out", "4", NULL}, NULL},
};

static void
says_who_and_why(void **state)
{
	struct desk *desk = *state;
	struct check_context context = {.store = desk->store,
		.today = DESK_TODAY};

	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct notes notes = VEC_INIT;
		struct record row;

		record_begin(&row, &attendance_type, DESK_TODAY);
		for (size_t k = 0; rows[i].values[k] != NULL; k += 2)
			record_set(&row, rows[i].values[k],
				rows[i].values[k + 1]);
		attendance_type.check(&row, &context, &notes);
		if (notes.n != (rows[i].field != NULL))
			fail_msg("row %zu: %zu notes", i, notes.n);
		if (notes.n > 0) {
			assert_true(notes.items[0].blocks);
			assert_string_equal(notes.items[0].field,
				rows[i].field);
		}
		notes_clear(&notes);
		record_clear(&row);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_who_and_why),
	};

	return cmocka_run_group_tests_name("attendance", tests, desk_begin,
		desk_end);
}
