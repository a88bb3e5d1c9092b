/* Rows of SQL and the records that they become. */
#include "desk.h"

#include "records/nouns.h"
#include "records/row.h"

/* One field of each way to keep a value. */
static const struct field_type fields[] = {
	{.name = "text", .kind = FIELD_TEXT},
	{.name = "on", .kind = FIELD_DATE},
	{.name = "number", .kind = FIELD_INT},
	{.name = "fen", .kind = FIELD_MONEY},
	{.name = "member_id", .kind = FIELD_REF, .ref = "member"},
};

static const struct record_type type = {
	.name = "thing",
	.fields = fields,
	.n_fields = N_ITEMS(fields),
};

static void
names_the_columns(void **state)
{
	struct strbuf sql = STRBUF_INIT;

	(void)state;
	strbuf_add(&sql, "SELECT ");
	row_add_columns(&type, "x", &sql);
	assert_string_equal(sql.s, "SELECT x.id, x.version, x.deleted, x.text, "
				   "x.on, x.number, x.fen, x.member_id");
	strbuf_clear(&sql);
}

static const struct {
	size_t field;
	const char *value;
	const char *kept; /* as SQL has it: type and value */
} values[] = {
	{0, "单晓红", "text 单晓红"},
	{0, "", "text "},
	{0, "007", "text 007"},
	{1, "2024-03", "text 2024-03"},
	{1, "", "text "},
	{2, "-3", "integer -3"},
	{2, "0", "integer 0"},
	{2, "", "null "},
	{3, "123450", "integer 123450"},
	{3, "", "null "},
	{4, "0000001-1", "integer 4294967297"},
	{4, "", "null "},
};

static void
keeps_and_gives_back_values(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < N_ITEMS(values); i++) {
		const struct field_type *field = &fields[values[i].field];
		struct strbuf value = STRBUF_INIT;
		struct stmt *stmt;
		bool row;

		assert_int_equal(stmt_open(desk->store, "SELECT ?1, "
				 "typeof(?1) || ' ' || ifnull(?1, '')", &stmt,
				 NULL),
			ERR_OK);
		row_bind(field, stmt, 1, values[i].value);
		assert_int_equal(stmt_step(stmt, &row, NULL), ERR_OK);
		assert_true(row);
		assert_string_equal(stmt_text(stmt, 1), values[i].kept);
		strbuf_add(&value, "=");
		row_value(field, stmt, 0, &value);
		assert_string_equal(value.s + 1, values[i].value);
		assert_int_equal(value.s[0], '=');
		stmt_done(stmt);
		strbuf_clear(&value);
	}
}

static void
reads_a_record(void **state)
{
	struct desk *desk = *state;
	struct record record;
	struct stmt *stmt;
	bool row;

	assert_int_equal(stmt_open(desk->store, "SELECT 'before', 4294967298, "
			 "7, 1, '甲', '2024', NULL, 5, 4294967297", &stmt,
			 NULL),
		ERR_OK);
	assert_int_equal(stmt_step(stmt, &row, NULL), ERR_OK);
	row_read(&type, stmt, 1, &record);
	stmt_done(stmt);
	assert_ptr_equal(record.type, &type);
	assert_int_equal(record.id, INT64_C(4294967298));
	assert_int_equal(record.version, 7);
	assert_true(record.deleted);
	assert_string_equal(record_get(&record, "text"), "甲");
	assert_string_equal(record_get(&record, "on"), "2024");
	assert_string_equal(record_get(&record, "number"), "");
	assert_string_equal(record_get(&record, "fen"), "5");
	assert_string_equal(record_get(&record, "member_id"), "0000001-1");
	assert_int_equal(record_ref(&record, "member_id"),
		INT64_C(4294967297));
	record_clear(&record);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_the_columns),
		cmocka_unit_test(keeps_and_gives_back_values),
		cmocka_unit_test(reads_a_record),
	};

	return cmocka_run_group_tests_name("row", tests, desk_begin, desk_end);
}
