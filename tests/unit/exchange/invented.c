/* Files in and out of types of the test's own, by the dictionary alone. */
#include "records/desk.h"
#include "records/invented.h"

#include "base/file.h"
#include "exchange/export.h"
#include "exchange/import.h"
#include "records/query.h"

static const struct change_info info = {
	.operator_name = "", .action = "import", .reason = ""};

static int
begin(void **state)
{
	return desk_begin_with(state, invented_steps[0].text);
}

static int
end(void **state)
{
	desk_check(*state);
	return desk_end(state);
}

static void
take(struct desk *desk, const struct record_type *type, const char *text,
	uint64_t n_new, uint64_t n_same)
{
	const struct sheet_source source = {.text = text, .len = strlen(text)};
	const struct import_options options = {0};
	struct import_counts counts;
	struct import_result result;
	struct import *import;

	assert_int_equal(import_open(desk->store, type, &source, &options,
		&import, NULL), ERR_OK);
	assert_int_equal(import_read_header(import, NULL, NULL), ERR_OK);
	assert_int_equal(import_plan(import, NULL, NULL), ERR_OK);
	import_counts(import, &counts);
	assert_int_equal(counts.rows[IMPORT_NEW], n_new);
	assert_int_equal(counts.rows[IMPORT_SAME], n_same);
	assert_int_equal(import_run(import, &info, NULL, &result, NULL),
		ERR_OK);
	assert_int_equal(result.n_new, n_new);
	import_close(import);
}

/* What the export of all records of a type writes. */
static void
give(struct desk *desk, const struct record_type *type, struct strbuf *out)
{
	const struct export_options options = {.enc = ENC_UTF8, .full = true,
		.replace = true, .english = true};
	char *path = file_join(desk->bench->folder, "out.csv");
	struct query query;

	query_init(&query, type);
	assert_int_equal(export_query(desk->store, &query, path, &options,
		NULL, NULL, NULL), ERR_OK);
	query_clear(&query);
	assert_int_equal(file_read(path, 65536, out, NULL), ERR_OK);
	free(path);
}

static void
goes_in_and_out(void **state)
{
	static const char halls[] = "名称,容量,租金\n礼堂,300,\"1,250.50\"\n";
	static const char gatherings[] =
		"议题,会场,召开日期,记录\n"
		"季度会,礼堂,2025年3月1日,一致通过\n"
		"年终会,礼堂,2025.12,\n";
	static const char guests[] = "会议,姓名,座次\n季度会,单　晓,7\n";
	struct desk *desk = *state;
	struct strbuf out = STRBUF_INIT;

	take(desk, &hall_type, halls, 1, 0);
	take(desk, &gathering_type, gatherings, 2, 0);
	take(desk, &guest_type, guests, 1, 0);
	take(desk, &hall_type, halls, 0, 1);
	take(desk, &gathering_type, gatherings, 0, 2);
	take(desk, &guest_type, guests, 0, 1);
	give(desk, &hall_type, &out);
	assert_non_null(strstr(out.s, "\"礼堂\",\"300\",\"1,250.50\""));
	strbuf_reset(&out);
	give(desk, &gathering_type, &out);
	assert_non_null(strstr(out.s, "\"季度会\",\"礼堂\","));
	assert_non_null(strstr(out.s, ",\"2025-12\","));
	strbuf_reset(&out);
	give(desk, &guest_type, &out);
	assert_non_null(strstr(out.s, ",\"单晓\",\"7\""));
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(goes_in_and_out, begin, end),
	};

	return cmocka_run_group_tests_name("invented", tests, NULL, NULL);
}
