/* Records in memory, and rows as SQL gives them. */
#include "desk.h"

#include "base/i18n.h"
#include "records/nouns.h"
#include "records/row.h"

static void
begins_with_what_is_usual(void **state)
{
	struct record record;

	(void)state;
	record_init(&record, &operator_type);
	assert_string_equal(record_get(&record, "since_on"), "");
	record_clear(&record);
	record_begin(&record, &operator_type, DESK_TODAY);
	assert_string_equal(record_get(&record, "since_on"), DESK_TODAY);
	assert_string_equal(record_get(&record, "name"), "");
	assert_int_equal(record.id, 0);
	assert_int_equal(record.version, 0);
	record_clear(&record);
	record_clear(&record);
	record_begin(&record, &member_type, DESK_TODAY);
	assert_string_equal(record_get(&record, "state"), "1");
	record_clear(&record);
}

static void
copies_are_apart(void **state)
{
	struct record record, copy;

	(void)state;
	desk_new(&record, &unit_type, "name", "水利局", NULL);
	record.id = 5;
	record_copy(&copy, &record);
	/* a value may be set from itself */
	record_set(&record, "name", record_get(&record, "name"));
	assert_string_equal(record_get(&record, "name"), "水利局");
	record_set(&record, "name", "林业局");
	assert_string_equal(record_get(&copy, "name"), "水利局");
	assert_int_equal(copy.id, 5);
	record_clear(&record);
	record_clear(&copy);
}

static void
knows_its_references(void **state)
{
	struct record record;

	(void)state;
	desk_new(&record, &unit_type, "parent_id", desk_id(4294967297).s, NULL);
	assert_int_equal(record_ref(&record, "parent_id"), 4294967297);
	record_set(&record, "parent_id", "");
	assert_int_equal(record_ref(&record, "parent_id"), 0);
	record_clear(&record);
	assert_null(record_field(&unit_type, "idno"));
	assert_int_equal(record_field_index(&unit_type, "idno"),
		unit_type.n_fields);
}

static void
shows_what_applies(void **state)
{
	const struct field_type *state_on = record_field(&member_type,
		"state_on");
	struct record record;

	(void)state;
	desk_new(&record, &member_type, NULL);
	assert_false(record_field_applies(&record, state_on));
	record_set(&record, "state", "2");
	assert_true(record_field_applies(&record, state_on));
	assert_true(record_field_applies(&record,
		record_field(&member_type, "name")));
	assert_false(record_is_frozen(&record));
	record_clear(&record);
}

static void
notes_stand_in_order(void **state)
{
	struct notes notes = VEC_INIT;

	(void)state;
	assert_null(notes_blocking(&notes, 0));
	notes_warn(&notes, "name", "odd %d", 1);
	assert_null(notes_blocking(&notes, 0));
	notes_block(&notes, "sex", "wrong %s", "two");
	notes_block(&notes, "", "wrong again");
	assert_string_equal(notes_blocking(&notes, 0)->text, "wrong two");
	assert_string_equal(notes_blocking(&notes, 2)->text,
		"wrong again");
	assert_null(notes_blocking(&notes, 3));
	notes_clear(&notes);
	assert_int_equal(notes.n, 0);
}

static void
speaks_both_languages(void **state)
{
	(void)state;
	i18n_set_language(LANGUAGE_ZH);
	assert_string_equal(term_word(&member_type.term), "党员");
	i18n_set_language(LANGUAGE_EN);
	assert_string_equal(term_word(&member_type.term), "Party member");
}

/* Every kind of column comes back from the row as it was put there. */
static void
rows_keep_values(void **state)
{
	struct desk *desk = *state;
	int64_t upper = desk_add(desk, &union_org_type, "name", "一",
		"term_years", "-3", "task_text", "第一行\n第二行", NULL);
	int64_t id = desk_add(desk, &union_org_type, "name", "二", "parent_id",
		desk_id(upper).s, NULL);
	struct strbuf text = STRBUF_INIT;
	struct record record;
	struct stmt *stmt;
	struct err err = ERR_INIT;
	bool row;

	desk_load(desk, &record, &union_org_type, upper);
	assert_string_equal(record_get(&record, "term_years"), "-3");
	assert_string_equal(record_get(&record, "task_text"),
		"第一行\n第二行");
	assert_string_equal(record_get(&record, "parent_id"), "");
	assert_int_equal(record.version, 1);
	assert_false(record.deleted);
	record_clear(&record);

	strbuf_add(&text, "SELECT ");
	row_add_columns(&union_org_type, "t", &text);
	strbuf_add(&text, " FROM union_org t WHERE t.parent_id IS ? "
			  "AND t.term_years IS ? AND t.name = ?");
	bench_ok(stmt_open(desk->store, text.s, &stmt, &err), &err);
	row_bind(record_field(&union_org_type, "parent_id"), stmt, 1,
		desk_id(upper).s);
	row_bind(record_field(&union_org_type, "term_years"), stmt, 2, "");
	row_bind(record_field(&union_org_type, "name"), stmt, 3, "二");
	bench_ok(stmt_step(stmt, &row, &err), &err);
	assert_true(row);
	row_read(&union_org_type, stmt, 0, &record);
	stmt_done(stmt);
	assert_int_equal(record.id, id);
	assert_string_equal(record_get(&record, "parent_id"),
		desk_id(upper).s);
	assert_string_equal(record_get(&record, "term_years"), "");
	record_clear(&record);
	strbuf_clear(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(begins_with_what_is_usual),
		cmocka_unit_test(copies_are_apart),
		cmocka_unit_test(knows_its_references),
		cmocka_unit_test(shows_what_applies),
		cmocka_unit_test(notes_stand_in_order),
		cmocka_unit_test(speaks_both_languages),
		cmocka_unit_test(rows_keep_values),
	};

	return cmocka_run_group_tests_name("record", tests, desk_begin,
		desk_end);
}
