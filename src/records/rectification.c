/* rectification (规范整顿): a union that plays little part is put right, or is
 * dissolved or merged. */
#include "records/nouns.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "records/acceptance.h"
#include "records/find.h"
#include "records/load.h"
#include "records/rectification.h"
#include "store/site.h"

enum { PAGE_GROUND, PAGE_PLAN, PAGE_ACCEPTANCE, PAGE_END };

/* Of rectification_state; what is behind TRACKED is over. */
#define APPLIED '4'
#define TRACKED '5'

/* Of accept_verdict. */
#define PASSED "1"
#define FAILED "2"

static char
state_of(const struct record *record)
{
	return record_get(record, "state")[0];
}

static bool
was_applied_for(const struct record *record)
{
	return state_of(record) >= APPLIED ||
		record_get(record, "applied_on")[0] != '\0';
}

static bool
is_tracked(const struct record *record)
{
	return record_get(record, "track_until_on")[0] != '\0';
}

bool
rectification_is_over(const struct record *record)
{
	return state_of(record) > TRACKED;
}

static bool
is_merged(const struct record *record)
{
	return strcmp(record_get(record, "state"), RECTIFICATION_MERGED) == 0;
}

static const struct field_type fields[] = {
	{.name = "union_org_id", .term = {"union organisation", "联合党组织"},
		.also = "所在联合党组织|整顿对象", .kind = FIELD_REF,
		.ref = "union_org", .cols = 26,
		.flags = FIELD_REQUIRED | FIELD_SORTED, .page = PAGE_GROUND},
	{.name = "checklist_run_id",
		.term = {"check that it came from", "来源对标检查"},
		.also = "对标检查", .kind = FIELD_REF, .ref = "checklist_run",
		.cols = 26, .page = PAGE_GROUND},
	{.name = "grounds", .term = {"grounds", "列入原因"},
		.also = "整顿原因|原因", .kind = FIELD_CODE, .cols = 20,
		.codes = "rectification_ground",
		.flags = FIELD_REQUIRED | FIELD_SEVERAL, .page = PAGE_GROUND},
	{.name = "ground_text", .term = {"facts", "具体情形"},
		.also = "主要问题", .kind = FIELD_LONGTEXT, .max = 2000,
		.page = PAGE_GROUND},
	{.name = "proposed_on", .term = {"proposed", "列入日期"},
		.also = "列入时间", .kind = FIELD_DATE,
		.flags = FIELD_REQUIRED | FIELD_SORTED, .initial = "today",
		.page = PAGE_GROUND},
	{.name = "proposed_by", .term = {"proposed by", "提出单位"},
		.also = "提出人", .kind = FIELD_TEXT, .max = 100,
		.page = PAGE_GROUND},
	{.name = "decided_on", .term = {"decided", "认定日期"},
		.also = "认定时间", .kind = FIELD_DATE, .page = PAGE_GROUND},
	{.name = "decided_by", .term = {"decided by", "认定机关"},
		.also = "认定单位", .kind = FIELD_TEXT, .max = 100,
		.page = PAGE_GROUND},
	{.name = "document_no", .term = {"document", "认定文号"},
		.also = "文号", .kind = FIELD_TEXT, .cols = 20, .max = 64,
		.flags = FIELD_SEARCH, .page = PAGE_GROUND},
	{.name = "state", .term = {"state", "整顿状态"}, .also = "状态",
		.kind = FIELD_CODE, .cols = 10,
		.codes = "rectification_state", .initial = "1",
		.page = PAGE_GROUND},

	{.name = "plan_text", .term = {"plan", "整改方案"}, .also = "方案",
		.kind = FIELD_LONGTEXT, .page = PAGE_PLAN},
	{.name = "member_id", .term = {"responsible member", "责任人"},
		.also = "负责人", .kind = FIELD_REF, .ref = "member",
		.cols = 12,
		.inverse = {"rectifications to see to", "负责的规范整顿"},
		.page = PAGE_PLAN},
	{.name = "person",
		.term = {"responsible from outside", "责任人姓名"},
		.kind = FIELD_TEXT, .cols = 12, .max = 64,
		.flags = FIELD_PERSON, .page = PAGE_PLAN,
		.help = N_("Only for one who is not in the register of "
			   "members.")},
	{.name = "due_on", .term = {"due", "整改时限"},
		.also = "时限|整改期限", .kind = FIELD_DATE,
		.flags = FIELD_SORTED, .page = PAGE_PLAN},
	{.name = "applied_on", .term = {"acceptance applied for", "申请日期"},
		.also = "申请验收日期", .kind = FIELD_DATE,
		.when = was_applied_for, .page = PAGE_PLAN},

	{.name = "means", .term = {"means of acceptance", "验收方式"},
		.also = "验收办法", .kind = FIELD_CODE,
		.codes = "accept_means", .flags = FIELD_SEVERAL,
		.when = was_applied_for, .page = PAGE_ACCEPTANCE},
	{.name = "score", .term = {"score", "综合得分"},
		.also = "得分|分数", .kind = FIELD_INT, .cols = 6,
		.when = was_applied_for, .page = PAGE_ACCEPTANCE,
		.help = N_("Of 100; the office's pass mark stands in its own "
			   "record.")},
	{.name = "ballots", .term = {"ballots cast", "测评票数"},
		.also = "测评人数", .kind = FIELD_INT,
		.when = was_applied_for, .page = PAGE_ACCEPTANCE,
		.help = N_("Of the democratic ballot; empty where none was "
			   "held.")},
	{.name = "dissatisfied", .term = {"dissatisfied ballots", "不满意票"},
		.also = "不满意票数", .kind = FIELD_INT,
		.when = was_applied_for, .page = PAGE_ACCEPTANCE},
	{.name = "pass_mark", .term = {"pass mark then", "合格分数"},
		.kind = FIELD_INT, .flags = FIELD_READONLY,
		.when = was_applied_for, .page = PAGE_ACCEPTANCE},
	{.name = "dissatisfied_max",
		.term = {"dissatisfied at most then (%)", "不满意率上限（%）"},
		.kind = FIELD_INT, .flags = FIELD_READONLY,
		.when = was_applied_for, .page = PAGE_ACCEPTANCE},
	{.name = "verdict", .term = {"verdict", "验收结论"}, .also = "结论",
		.kind = FIELD_CODE, .cols = 8, .codes = "accept_verdict",
		.flags = FIELD_READONLY, .when = was_applied_for,
		.page = PAGE_ACCEPTANCE},
	{.name = "accepted_on", .term = {"accepted", "验收日期"},
		.also = "验收时间", .kind = FIELD_DATE,
		.when = was_applied_for, .page = PAGE_ACCEPTANCE},
	{.name = "accepted_by", .term = {"accepted by", "验收单位"},
		.also = "验收人", .kind = FIELD_TEXT, .max = 100,
		.when = was_applied_for, .page = PAGE_ACCEPTANCE},
	{.name = "accept_note", .term = {"opinion", "验收意见"},
		.kind = FIELD_LONGTEXT, .max = 2000,
		.when = was_applied_for, .page = PAGE_ACCEPTANCE},

	{.name = "track_until_on", .term = {"tracked until", "跟踪至"},
		.also = "跟踪期满", .kind = FIELD_DATE,
		.flags = FIELD_READONLY | FIELD_SORTED, .when = is_tracked,
		.page = PAGE_END},
	{.name = "closed_on", .term = {"closed", "销号日期"},
		.also = "结束日期", .kind = FIELD_DATE,
		.when = rectification_is_over, .page = PAGE_END},
	{.name = "closed_by", .term = {"closed by", "销号单位"},
		.kind = FIELD_TEXT, .max = 100,
		.when = rectification_is_over, .page = PAGE_END},
	{.name = "merged_into_id", .term = {"merged into", "并入组织"},
		.kind = FIELD_REF, .ref = "union_org", .cols = 26,
		.inverse = {"unions merged into it", "并入的联合党组织"},
		.when = is_merged, .page = PAGE_END},
	{.name = "aftermath",
		.term = {"what becomes of members and records",
			"党员和档案去向"},
		.kind = FIELD_LONGTEXT, .max = 2000,
		.when = rectification_is_over, .page = PAGE_END},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_END},
};

/* Those taken over from paper may be in any state. */
static const struct state_step steps[] = {
	{"", "1", {"propose", "列入"}, {NULL}},
	{"", "2", {"enter as planned", "登记（方案）"}, {"decided_on"}},
	{"", "3", {"enter as under way", "登记（整改中）"}, {"decided_on"}},
	{"", "4", {"enter as up for acceptance", "登记（申请验收）"},
		{"applied_on"}},
	{"", "5", {"enter as tracked", "登记（跟踪巩固）"}, {"accepted_on"}},
	{"", "6", {"enter as closed", "登记（销号）"}, {"closed_on"}},
	{"", "7", {"enter as dissolved", "登记（撤销）"},
		{"closed_on", "aftermath"}},
	{"", "8", {"enter as merged", "登记（并入）"},
		{"closed_on", "merged_into_id", "aftermath"}},
	{"1", "2", {"decide", "认定"}, {"decided_on", "decided_by"}},
	{"2", "3", {"begin", "开始整改"}, {"plan_text"}},
	{"2", "1", {"correct: only proposed", "更正为列入"}, {NULL}},
	{"3", "4", {"apply for acceptance", "申请验收"}, {"applied_on"}},
	{"3", "2", {"work the plan over", "修改方案"}, {NULL}},
	{"3", "7", {"dissolve the union", "撤销组织"},
		{"closed_on", "aftermath"}},
	{"3", "8", {"merge the union", "并入其他组织"},
		{"merged_into_id", "closed_on", "aftermath"}},
	{"4", "5", {"accept", "验收合格"},
		{"score", "accepted_on", "accepted_by"}},
	{"4", "3", {"go on rectifying", "继续整改"}, {NULL}},
	{"4", "7", {"dissolve the union", "撤销组织"},
		{"closed_on", "aftermath"}},
	{"4", "8", {"merge the union", "并入其他组织"},
		{"merged_into_id", "closed_on", "aftermath"}},
	{"5", "6", {"close", "销号"}, {"closed_on", "closed_by"}},
	{"5", "4", {"correct: not accepted yet", "更正为申请验收"}, {NULL}},
	{"5", "3", {"found wanting again", "回头看不合格"}, {NULL}},
	/* by an undo alone */
	{"6", "5", {"correct: not closed yet", "更正为跟踪巩固"}, {NULL}},
	{"7", "3", {"correct: not dissolved", "更正为整改中"}, {NULL}},
	{"7", "4", {"correct: not dissolved", "更正为申请验收"}, {NULL}},
	{"8", "3", {"correct: not merged", "更正为整改中"}, {NULL}},
	{"8", "4", {"correct: not merged", "更正为申请验收"}, {NULL}},
};

/* The union is under rectification (3) as long as this is decided and not
 * over; it then works again (2), or is no more (4).  Removed, it was a mistake:
 * the union works as before. */
static const struct state_effect effects[] = {
	{"", "2", "union_org_id", "2", "3", NULL, NULL},
	{"", "3", "union_org_id", "2", "3", NULL, NULL},
	{"", "4", "union_org_id", "2", "3", NULL, NULL},
	{"", "5", "union_org_id", "2", "3", NULL, NULL},
	{"1", "2", "union_org_id", "2", "3", NULL, NULL},
	{"2", "1", "union_org_id", "3", "2", NULL, NULL},
	{"5", "6", "union_org_id", "3", "2", NULL, NULL},
	{"3", "7", "union_org_id", "3", "4", "closed_on", "ended_on"},
	{"3", "8", "union_org_id", "3", "4", "closed_on", "ended_on"},
	{"4", "7", "union_org_id", "3", "4", "closed_on", "ended_on"},
	{"4", "8", "union_org_id", "3", "4", "closed_on", "ended_on"},
	{"6", "5", "union_org_id", "2", "3", NULL, NULL},
	{"7", "3", "union_org_id", "4", "3", NULL, NULL},
	{"7", "4", "union_org_id", "4", "3", NULL, NULL},
	{"8", "3", "union_org_id", "4", "3", NULL, NULL},
	{"8", "4", "union_org_id", "4", "3", NULL, NULL},
	{"2", "", "union_org_id", "3", "2", NULL, NULL},
	{"3", "", "union_org_id", "3", "2", NULL, NULL},
	{"4", "", "union_org_id", "3", "2", NULL, NULL},
	{"5", "", "union_org_id", "3", "2", NULL, NULL},
};

static void
put_number(struct record *record, const char *field, int64_t number)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "%lld", (long long)number);
	record_set(record, field, text.s);
	strbuf_clear(&text);
}

/* After an acceptance that failed one applies again: its numbers stand there
 * until the next, and are not those of the application. */
static bool
is_of_the_last(const struct record *record)
{
	const char *applied = record_get(record, "applied_on");
	const char *accepted = record_get(record, "accepted_on");

	return applied[0] != '\0' && accepted[0] != '\0' &&
		date_compare(accepted, applied) < 0;
}

static void
fill_verdict(struct record *record, const struct acceptance_marks *marks)
{
	static const char *const words[] = {
		[ACCEPTANCE_OPEN] = "",
		[ACCEPTANCE_PASSED] = PASSED,
		[ACCEPTANCE_FAILED] = FAILED,
	};
	const char *accepted = record_get(record, "accepted_on");
	struct acceptance acceptance;
	enum acceptance_verdict verdict = ACCEPTANCE_OPEN;
	char until[DATE_SIZE] = "";

	acceptance_of(record, &acceptance);
	if (!is_of_the_last(record))
		verdict = acceptance_judge(&acceptance, marks);
	if (verdict == ACCEPTANCE_PASSED && date_is_day(accepted))
		date_add_months(accepted, (int)marks->track_months, until);
	put_number(record, "pass_mark", marks->pass_mark);
	put_number(record, "dissatisfied_max", marks->dissatisfied_max);
	record_set(record, "verdict", words[verdict]);
	record_set(record, "track_until_on", until);
}

/* It is judged by the marks of the day on which it was accepted; they are kept
 * with it, as those that a file brings along. */
static void
fill(struct record *record, const struct check_context *context)
{
	const struct record *old = context->old;
	bool settles = state_of(record) == APPLIED ||
		(state_of(record) == TRACKED &&
			(old != NULL ? state_of(old) == APPLIED
				     : !is_tracked(record)));
	struct acceptance_marks marks;

	if (!settles)
		return;
	acceptance_marks(context->store, &marks);
	fill_verdict(record, &marks);
}

/* Is the step from the one state to the other being taken? */
static bool
goes(const struct record *record, const struct check_context *context,
	const char *from, const char *to)
{
	return context->old != NULL &&
		strcmp(record_get(context->old, "state"), from) == 0 &&
		strcmp(record_get(record, "state"), to) == 0;
}

static void
check_numbers(const struct record *record, struct notes *notes)
{
	struct acceptance acceptance;

	acceptance_of(record, &acceptance);
	if (acceptance.score < -1 || acceptance.score > 100)
		notes_block(notes, "score",
			_("A score is a number from 0 to 100."));
	if (acceptance.ballots < -1)
		notes_block(notes, "ballots",
			_("There cannot be fewer than no ballots."));
	if (acceptance.dissatisfied < -1)
		notes_block(notes, "dissatisfied",
			_("There cannot be fewer than no ballots."));
	if (acceptance.ballots >= 0 &&
		acceptance.dissatisfied > acceptance.ballots)
		notes_block(notes, "dissatisfied",
			_("%lld ballots were dissatisfied, but only %lld were "
			  "cast."), (long long)acceptance.dissatisfied,
			(long long)acceptance.ballots);
}

/* One day of the course follows the other. */
static void
check_days(const struct record *record, struct notes *notes)
{
	static const char *const order[][2] = {
		{"proposed_on", "decided_on"},
		{"decided_on", "due_on"},
		{"decided_on", "applied_on"},
		{"accepted_on", "closed_on"},
	};

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		const char *first = record_get(record, order[i][0]);
		const char *then = record_get(record, order[i][1]);

		if (first[0] != '\0' && then[0] != '\0' &&
			date_compare(then, first) < 0)
			notes_warn(notes, order[i][1],
				_("%s (%s) stands before %s (%s)."),
				term_word(&record_field(record->type,
					order[i][1])->term), then,
				term_word(&record_field(record->type,
					order[i][0])->term), first);
	}
}

static void
check_begin(const struct record *record, const struct check_context *context,
	struct notes *notes)
{
	if (goes(record, context, "2", "3") &&
		record_ref(record, "member_id") == 0 &&
		record_get(record, "person")[0] == '\0')
		notes_block(notes, "member_id",
			_("Name who is responsible before it begins."));
	if (goes(record, context, "2", "3") &&
		record_get(record, "due_on")[0] == '\0')
		notes_block(notes, "due_on",
			_("Enter by when it is to be put right."));
}

/* What did not pass gets a new limit (限期). */
static void
check_limit(const struct record *record, const struct check_context *context,
	struct notes *notes)
{
	const char *due = record_get(record, "due_on");
	bool failed = strcmp(record_get(record, "verdict"), FAILED) == 0;

	if ((goes(record, context, "5", "3") ||
		    (goes(record, context, "4", "3") && failed)) &&
		(due[0] == '\0' || date_compare(due, context->today) < 0))
		notes_block(notes, "due_on",
			_("Enter the new day by which it is to be put "
			  "right."));
}

static void
check_acceptance(const struct record *record,
	const struct check_context *context, struct notes *notes)
{
	const char *verdict = record_get(record, "verdict");
	const char *accepted = record_get(record, "accepted_on");

	if (goes(record, context, "3", "4") && accepted[0] != '\0' &&
		!is_of_the_last(record))
		notes_block(notes, "applied_on",
			_("The last acceptance was on %s; enter the later day "
			  "of the new application."), accepted);
	if (goes(record, context, "4", "5") && is_of_the_last(record))
		notes_block(notes, "accepted_on",
			_("These are the numbers of the last acceptance, on "
			  "%s; enter those of the new one."), accepted);
	else if (goes(record, context, "4", "5") &&
		strcmp(verdict, PASSED) != 0)
		notes_block(notes, "score",
			_("It has not passed; it goes on being rectified "
			  "(F9)."));
	if (goes(record, context, "4", "3") && strcmp(verdict, PASSED) == 0)
		notes_block(notes, "score",
			_("By its numbers it has passed; put them right, or "
			  "accept it."));
}

static void
check_end(const struct record *record, const struct check_context *context,
	struct notes *notes)
{
	const char *until = record_get(record, "track_until_on");
	const char *closed = record_get(record, "closed_on");

	if (goes(record, context, "5", "6") && until[0] != '\0' &&
		date_compare(closed, until) < 0)
		notes_block(notes, "closed_on",
			_("It is tracked until %s and is not closed before "
			  "that day."), until);
	if (record_ref(record, "merged_into_id") != 0 &&
		record_ref(record, "merged_into_id") ==
			record_ref(record, "union_org_id"))
		notes_block(notes, "merged_into_id",
			_("A union cannot be merged into itself."));
}

enum err_code
rectification_open_of(struct store *store, int64_t union_org_id,
	int64_t except, int64_t *open, struct err *err)
{
	char org[SITE_ID_TEXT_SIZE];
	struct find_ids ids = VEC_INIT;
	enum err_code code;

	*open = 0;
	site_id_to_text(union_org_id, org);
	code = find_by_value(store, &rectification_type, "union_org_id", org,
		SIZE_MAX / 2, &ids, err);
	for (size_t i = 0; code == ERR_OK && *open == 0 && i < ids.n; i++) {
		struct record record;

		code = record_load(store, &rectification_type, ids.items[i],
			&record, err);
		if (code != ERR_OK)
			break;
		if (record.id != except && !rectification_is_over(&record))
			*open = record.id;
		record_clear(&record);
	}
	find_ids_clear(&ids);
	return code;
}

/* The union follows one; a second would pull it the other way. */
static void
check_alone(const struct record *record, const struct check_context *context,
	struct notes *notes)
{
	struct strbuf title = STRBUF_INIT;
	int64_t open;

	if (rectification_is_over(record) ||
		rectification_open_of(context->store,
			record_ref(record, "union_org_id"), record->id, &open,
			NULL) != ERR_OK || open == 0)
		return;
	record_title_of(context->store, &rectification_type, open, &title);
	notes_block(notes, "union_org_id",
		_("This union is being rectified already (%s); go on there."),
		title.s);
	strbuf_clear(&title);
}

static void
check(const struct record *record, const struct check_context *context,
	struct notes *notes)
{
	check_numbers(record, notes);
	check_days(record, notes);
	check_begin(record, context, notes);
	check_acceptance(record, context, notes);
	check_limit(record, context, notes);
	check_end(record, context, notes);
	check_alone(record, context, notes);
}

const struct record_type rectification_type = {
	.name = "rectification",
	.term = {"Rectification", "规范整顿"},
	.number = 29,
	.help = N_("How a union that plays little part is put right: the "
		   "grounds, the plan, the acceptance, the tracking, and the "
		   "closing; or how it is dissolved or merged. The union "
		   "itself follows from state to state."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Grounds", "列入与认定"}, {"Plan", "整改方案"},
		{"Acceptance", "验收"}, {"Tracking and end", "跟踪与销号"}},
	.title = {"union_org_id", "proposed_on"},
	.list = {"proposed_on", "union_org_id", "state", "due_on", "grounds",
		"member_id", "score", "verdict", "track_until_on", "closed_on"},
	.order = "proposed_on",
	.newest_first = true,
	.key = {{"union_org_id", "proposed_on"}},
	.fill = fill,
	.check = check,
	.state = "state",
	.steps = steps,
	.n_steps = sizeof(steps) / sizeof(steps[0]),
	.effects = effects,
	.n_effects = sizeof(effects) / sizeof(effects[0]),
	.frozen = {"6", "7", RECTIFICATION_MERGED},
	.remove_hint = N_("A union that it has put under rectification works "
			  "again as before."),
};
