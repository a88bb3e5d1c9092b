#include "yardstick.h"

#include <stdio.h>

#include "base/xalloc.h"
#include "records/checklist.h"
#include "records/nouns.h"

static int64_t
add_group(struct desk *desk, int64_t standard, size_t number, size_t n_items)
{
	char *name = xasprintf("第%zu组", number);
	char *code = xasprintf("G%zu", number);
	char *expected = xasprintf("%zu", n_items);
	int64_t id = desk_add(desk, &standard_group_type, "standard_id",
		desk_id(standard).s, "order_no", code + 1, "code", code,
		"name", name, "expected", expected, "word_met", "已做到",
		"word_partly", "做到一部分", "word_unmet", "没做到", NULL);

	free(name);
	free(code);
	free(expected);
	return id;
}

static void
add_item(struct desk *desk, int64_t standard, int64_t group, size_t number)
{
	char *code = xasprintf("I%zu", number);
	char *text = xasprintf("第%zu条", number);

	desk_add(desk, &standard_item_type, "standard_id",
		desk_id(standard).s, "group_id", desk_id(group).s,
		"order_no", code + 1, "code", code, "text", text, "guide",
		"看记录", NULL);
	free(code);
	free(text);
}

int64_t
yardstick_draft(struct desk *desk, const char *code, const char *edition,
	size_t n_groups, size_t n_items)
{
	int64_t standard = desk_add(desk, &standard_type, "name", "工作标准",
		"code", code, "edition", edition, "status", "2", NULL);
	size_t number = 0;

	for (size_t g = 0; g < n_groups; g++) {
		size_t n = n_items / n_groups + (g < n_items % n_groups);
		int64_t group = add_group(desk, standard, g + 1, n);

		for (size_t i = 0; i < n; i++)
			add_item(desk, standard, group, ++number);
	}
	return standard;
}

int64_t
yardstick_make(struct desk *desk, const char *code, const char *edition,
	size_t n_groups, size_t n_items)
{
	int64_t standard = yardstick_draft(desk, code, edition, n_groups,
		n_items);

	desk_put(desk, &standard_type, standard, "state", "2", NULL);
	return standard;
}

int64_t
yardstick_union(struct desk *desk, const char *name)
{
	return desk_add(desk, &union_org_type, "name", name, NULL);
}

int64_t
yardstick_run(struct desk *desk, int64_t standard, int64_t union_org,
	const char *part)
{
	const struct change_info info = {.operator_name = "", .action = "form",
		.reason = ""};
	struct checklist_begun begun;
	struct change *change;
	struct record run;
	struct err err = ERR_INIT;

	desk_new(&run, &checklist_run_type, "standard_id",
		desk_id(standard).s, "part", part, "judged_on", "2025-11-20",
		"judged_by", "乌兰", NULL);
	bench_ok(change_begin(desk->store, &info, &change, &err), &err);
	bench_ok(checklist_begin(change, &run, &union_org, 1, NULL, &begun,
			 &err), &err);
	assert_int_equal(begun.n_made, 1);
	bench_ok(change_commit(change, &err), &err);
	record_clear(&run);
	return bench_int(desk->store, "SELECT max(id) FROM checklist_run");
}

int64_t
yardstick_row(struct desk *desk, int64_t run, const char *code)
{
	char *sql = xasprintf("SELECT id FROM checklist_result WHERE code = "
		"'%s' AND checklist_run_id = %lld", code, (long long)run);
	int64_t id = bench_int(desk->store, sql);

	free(sql);
	return id;
}
