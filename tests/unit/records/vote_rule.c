#include "desk.h"

#include "records/nouns.h"

/* The field that a rule of these numbers is refused for, or NULL. */
static const struct {
	const char *num, *den, *pass_num, *pass_den, *base;
	const char *field;
} rows[] = {
	{"", "", "", "", "", NULL}, /* by consensus */
	{"1", "2", "1", "2", "1", NULL},
	{"4", "5", "1", "2", "2", NULL},
	{"1", "1", "1", "1", "1", NULL},
	{"0", "2", "1", "2", "1", "quorum_num"},
	{"-1", "2", "1", "2", "1", "quorum_num"},
	{"5", "4", "1", "2", "1", "quorum_num"},
	{"1", "", "1", "2", "1", "quorum_den"},
	{"1", "2", "3", "2", "1", "pass_num"},
	{"1", "2", "", "2", "1", "pass_num"},
	{"1", "2", "1", "0", "1", "pass_num"},
	{"1", "2", "9", "2", "", NULL}, /* nothing is counted */
};

static void
parts_are_parts(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct record rule;
		struct err err = ERR_INIT;
		enum err_code code;

		desk_new(&rule, &vote_rule_type, "name", "规则",
			"quorum_num", rows[i].num, "quorum_den", rows[i].den,
			"pass_base", rows[i].base, "pass_num",
			rows[i].pass_num, "pass_den", rows[i].pass_den, NULL);
		code = desk_save(desk, &rule, NULL, &err);
		if (rows[i].field == NULL) {
			bench_ok(code, &err);
			desk_remove(desk, &vote_rule_type, rule.id);
		} else if (code != ERR_INVALID ||
			strcmp(err.field, rows[i].field) != 0)
			fail_msg("row %zu: %s", i, err.text);
		err_clear(&err);
		record_clear(&rule);
	}
}

static void
numbers_stay_once_used(void **state)
{
	struct desk *desk = *state;
	int64_t org = desk_add(desk, &union_org_type, "name", "联合党支部",
		NULL);
	int64_t rule = desk_add(desk, &vote_rule_type, "name", "一般表决",
		"quorum_num", "1", "quorum_den", "2", NULL);
	int64_t kind = desk_add(desk, &meeting_kind_type, "name", "大会",
		NULL);
	int64_t meeting = desk_add(desk, &meeting_type, "union_org_id",
		desk_id(org).s, "kind_id", desk_id(kind).s, "title", "大会",
		NULL);
	struct record record;
	struct err err = ERR_INIT;

	desk_put(desk, &vote_rule_type, rule, "quorum_den", "3", NULL);
	desk_add(desk, &vote_type, "meeting_id", desk_id(meeting).s, "matter",
		"通过计划", "vote_rule_id", desk_id(rule).s, NULL);
	desk_load(desk, &record, &vote_rule_type, rule);
	record_set(&record, "quorum_den", "2");
	bench_refused(desk_save(desk, &record, NULL, &err), ERR_INVALID, &err);
	record_clear(&record);
	desk_put(desk, &vote_rule_type, rule, "until_on", "2025-12-31",
		"remark", "已停用", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(parts_are_parts, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(numbers_stay_once_used,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("vote_rule", tests, NULL, NULL);
}
