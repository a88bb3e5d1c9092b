/* standard (工作标准): what unions are held against, as groups of items. */
#include "records/nouns.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/find.h"
#include "records/load.h"
#include "records/owned.h"
#include "store/site.h"

enum { PAGE_STANDARD, PAGE_SOURCE };

/* Of standard_state. */
#define DRAFTED "1"
#define IN_FORCE "2"
#define ENDED "3"

/* 暂拟: not the text that was issued. */
static bool
is_provisional(const struct record *standard)
{
	return strcmp(record_get(standard, "status"), "1") == 0;
}

static const struct field_type fields[] = {
	{.name = "name", .term = {"name", "标准名称"}, .also = "名称",
		.kind = FIELD_TEXT, .cols = 40, .max = 128,
		.flags = FIELD_REQUIRED | FIELD_SEARCH,
		.page = PAGE_STANDARD},
	{.name = "code", .term = {"code", "标准代号"}, .also = "代号",
		.kind = FIELD_TEXT, .cols = 12, .max = 32,
		.flags = FIELD_REQUIRED, .page = PAGE_STANDARD,
		.help = N_("The same in all editions of one standard.")},
	{.name = "edition", .term = {"edition", "版次"}, .also = "版本",
		.kind = FIELD_INT, .cols = 6, .flags = FIELD_REQUIRED,
		.initial = "1", .page = PAGE_STANDARD},
	{.name = "status", .term = {"status", "文本性质"}, .also = "性质",
		.kind = FIELD_CODE, .cols = 8, .codes = "standard_status",
		.flags = FIELD_REQUIRED, .initial = "1",
		.page = PAGE_STANDARD},
	{.name = "notice", .term = {"notice", "提示语"},
		.kind = FIELD_TEXT, .max = 64, .flags = FIELD_REQUIRED,
		.when = is_provisional, .page = PAGE_STANDARD,
		.help = N_("Stands on every screen and paper that is made "
			   "from the standard, for as long as its text is "
			   "provisional.")},
	{.name = "since_on", .term = {"since", "施行日期"},
		.also = "实施日期", .kind = FIELD_DATE,
		.page = PAGE_STANDARD},
	{.name = "until_on", .term = {"until", "废止日期"},
		.kind = FIELD_DATE, .page = PAGE_STANDARD},
	{.name = "state", .term = {"state", "标准状态"}, .also = "状态",
		.kind = FIELD_CODE, .cols = 8, .codes = "standard_state",
		.initial = "1", .page = PAGE_STANDARD},

	{.name = "issued_by", .term = {"issued by", "发布机关"},
		.also = "发文机关", .kind = FIELD_TEXT, .cols = 20,
		.max = 100, .page = PAGE_SOURCE},
	{.name = "document_no", .term = {"document number", "发文字号"},
		.also = "文号", .kind = FIELD_TEXT, .cols = 20, .max = 64,
		.page = PAGE_SOURCE},
	{.name = "issued_on", .term = {"issued", "发布日期"},
		.also = "发文日期", .kind = FIELD_DATE, .page = PAGE_SOURCE},
	{.name = "replaces_id", .term = {"replaces", "被替代版本"},
		.kind = FIELD_REF, .ref = "standard", .cols = 26,
		.inverse = {"replaced by", "替代它的版本"},
		.page = PAGE_SOURCE},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_SOURCE},
};

static const struct state_step steps[] = {
	{"", "1", {"draft", "起草"}, {NULL}},
	{"", "2", {"enter as in force", "登记（施行）"}, {NULL}},
	{"", "3", {"enter as ended", "登记（废止）"}, {"until_on"}},
	{"1", "2", {"put in force", "施行"}, {NULL}},
	{"2", "1", {"back to drafting", "退回起草"}, {NULL}},
	{"2", "3", {"end", "废止"}, {"until_on"}},
	{"3", "2", {"correct: still in force", "更正为施行"}, {NULL}},
};

static bool
is(const struct record *record, const char *field, const char *value)
{
	return strcmp(record_get(record, field), value) == 0;
}

/* No two rows have the same code. */
static void
check_codes(const struct owned_rows *rows, struct notes *notes)
{
	const char *named = rows->type == &standard_item_type ? "text" : "name";

	for (size_t i = 0; i < rows->n; i++)
		for (size_t k = 0; k < i; k++) {
			const struct record *a = &rows->items[k]->now;
			const struct record *b = &rows->items[i]->now;

			if (a->deleted || b->deleted ||
				!is(a, "code", record_get(b, "code")))
				continue;
			notes_block(notes, rows->type->name,
				_("“%s” and “%s” have the same code %s; give "
				  "one of them another."),
				record_get(a, named), record_get(b, named),
				record_get(a, "code"));
		}
}

static long long
count_items(const struct owned_rows *items, const struct record *group)
{
	long long n = 0;

	for (size_t i = 0; i < items->n; i++)
		n += !items->items[i]->now.deleted &&
			record_ref(&items->items[i]->now, "group_id") ==
				group->id;
	return n;
}

static void
check_group(const struct record *group, long long n_items,
	struct notes *notes)
{
	static const char *const words[] = {"word_met", "word_partly",
		"word_unmet"};
	const char *expected = record_get(group, "expected");

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (is(group, words[i], "")) {
			notes_block(notes, standard_group_type.name,
				_("%s: %s must be filled in before the "
				  "standard is put in force."),
				record_get(group, "name"),
				term_word(&record_field(group->type,
					words[i])->term));
			break;
		}
	if (expected[0] != '\0' && strtoll(expected, NULL, 10) != n_items)
		notes_warn(notes, standard_item_type.name,
			_("%s: there ought to be %s items, and there are "
			  "%lld."), record_get(group, "name"), expected,
			n_items);
}

/* What is in force can be judged by. */
static void
check_in_force(const struct check_context *context, struct notes *notes)
{
	const struct owned_rows *items = owned_seen(context,
		&standard_item_type);
	const struct owned_rows *groups = owned_seen(context,
		&standard_group_type);
	long long n_items = 0;

	for (size_t i = 0; i < groups->n; i++) {
		const struct record *group = &groups->items[i]->now;
		long long n = count_items(items, group);

		if (!group->deleted)
			check_group(group, n, notes);
		n_items += group->deleted ? 0 : n;
	}
	if (n_items == 0)
		notes_block(notes, standard_item_type.name,
			_("A standard is put in force with at least one group "
			  "that has an item."));
	check_codes(groups, notes);
	check_codes(items, notes);
}

/* Checklists stand by the text that they were judged by. */
static void
check_unused(const struct record *standard, struct store *store,
	struct notes *notes)
{
	struct find_ids runs = VEC_INIT;
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(standard->id, id);
	if (find_by_value(store, &checklist_run_type, "standard_id", id, 1,
		    &runs, NULL) == ERR_OK && runs.n > 0)
		notes_block(notes, "state",
			_("Unions were held against this edition, so that it "
			  "stays as it is; draw up a new edition of it."));
	find_ids_clear(&runs);
}

static void
check_edition(const struct record *standard, struct store *store,
	struct notes *notes)
{
	struct find_ids ids = VEC_INIT;

	if (find_by_value(store, standard->type, "code",
		    record_get(standard, "code"), SIZE_MAX / 2, &ids, NULL) !=
		ERR_OK)
		return;
	for (size_t i = 0; i < ids.n; i++) {
		struct record other;

		if (ids.items[i] == standard->id || record_load(store,
				standard->type, ids.items[i], &other, NULL) !=
				ERR_OK)
			continue;
		if (is(&other, "edition", record_get(standard, "edition")))
			notes_block(notes, "edition",
				_("There is an edition %s of the standard %s "
				  "already; give this one another number."),
				record_get(standard, "edition"),
				record_get(standard, "code"));
		record_clear(&other);
	}
	find_ids_clear(&ids);
}

static void
check(const struct record *standard, const struct check_context *context,
	struct notes *notes)
{
	const struct record *old = context->old;

	check_edition(standard, context->store, notes);
	if (is(standard, "state", IN_FORCE))
		check_in_force(context, notes);
	if (old != NULL && is(old, "state", IN_FORCE) &&
		is(standard, "state", DRAFTED))
		check_unused(standard, context->store, notes);
}

const struct record_type standard_type = {
	.name = "standard",
	.term = {"Standard", "工作标准"},
	.number = 23,
	.help = N_("What a union is held against: groups of items, as they "
		   "were issued or, until then, drawn up provisionally. One "
		   "in force does not change: a new edition takes its "
		   "place."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Standard", "基本情况"}, {"Source", "来源"}},
	.title = {"name", "edition"},
	.list = {"name", "code", "edition", "status", "state", "since_on",
		"until_on", "issued_by", "document_no"},
	.key = {{"name", "edition"}},
	.check = check,
	.state = "state",
	.steps = steps,
	.n_steps = sizeof(steps) / sizeof(steps[0]),
	.guarded = {IN_FORCE, ENDED},
	.since = "since_on",
	.until = "until_on",
};
