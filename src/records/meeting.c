/* meeting (会议): one meeting of a union, from the notice to the signature. */
#include "records/nouns.h"

#include <string.h>

#include "base/i18n.h"
#include "records/attendance.h"
#include "records/load.h"

static bool
is_cancelled(const struct record *meeting)
{
	return strcmp(record_get(meeting, "state"), "5") == 0;
}

static const struct field_type fields[] = {
	{.name = "union_org_id", .term = {"union organisation", "联合党组织"},
		.also = "召开单位|所在联合党组织", .kind = FIELD_REF,
		.ref = "union_org", .cols = 26,
		.flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "kind_id", .term = {"kind", "会议类别"},
		.also = "类别|会议类型", .kind = FIELD_REF,
		.ref = "meeting_kind", .cols = 16, .flags = FIELD_REQUIRED},
	{.name = "title", .term = {"title", "会议名称"},
		.also = "名称|会议标题", .kind = FIELD_TEXT, .cols = 30,
		.max = 100, .flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "serial_no", .term = {"number in the year", "第几次"},
		.also = "次数", .kind = FIELD_INT, .cols = 6,
		.flags = FIELD_READONLY,
		.help = N_("Given when the meeting is opened: it counts "
			   "within the union, the kind and the year.")},
	{.name = "begin_at", .term = {"begins", "开始时间"},
		.also = "会议时间|召开时间|时间", .kind = FIELD_TIME,
		.flags = FIELD_SORTED},
	{.name = "end_at", .term = {"ends", "结束时间"},
		.also = "散会时间", .kind = FIELD_TIME},
	{.name = "place", .term = {"place", "会议地点"}, .also = "地点",
		.kind = FIELD_TEXT, .cols = 16, .max = 100},
	{.name = "party_group", .term = {"Party group", "党小组"},
		.also = "所在党小组", .kind = FIELD_TEXT, .max = 64,
		.help = N_("For meetings of a Party group: which one; its "
			   "members are those who ought to attend.")},
	{.name = "chair_id", .term = {"chair", "主持人"}, .kind = FIELD_REF,
		.ref = "member", .cols = 12,
		.inverse = {"meetings chaired", "主持的会议"}},
	{.name = "chair_name", .term = {"chair from outside", "主持人姓名"},
		.kind = FIELD_TEXT, .max = 64, .flags = FIELD_PERSON,
		.help = N_("Only for one who is not in the register of "
			   "members.")},
	{.name = "recorder_id", .term = {"recorder", "记录人"},
		.kind = FIELD_REF, .ref = "member", .cols = 12,
		.inverse = {"meetings recorded", "记录的会议"}},
	{.name = "recorder_name",
		.term = {"recorder from outside", "记录人姓名"},
		.kind = FIELD_TEXT, .max = 64, .flags = FIELD_PERSON,
		.help = N_("Only for one who is not in the register of "
			   "members.")},
	{.name = "state", .term = {"state", "会议状态"}, .also = "状态",
		.kind = FIELD_CODE, .cols = 8, .codes = "meeting_state",
		.initial = "1"},

	{.name = "secret", .term = {"internal", "内部"}, .also = "是否内部",
		.kind = FIELD_BOOL, .initial = "0",
		.help = N_("Printed minutes are then marked as internal.")},
	{.name = "signed_on", .term = {"signed", "签字日期"},
		.kind = FIELD_DATE,
		.help = N_("When chair and recorder signed the printed "
			   "minutes; needed to close them.")},
	{.name = "signed_by", .term = {"signed by", "签字人"},
		.kind = FIELD_TEXT, .max = 100},
	{.name = "cancel_why", .term = {"why cancelled", "取消原因"},
		.kind = FIELD_TEXT, .max = 200, .when = is_cancelled},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000},
};

/* Minute books taken over from paper hold meetings in any state. */
static const struct state_step steps[] = {
	{"", "1", {"enter as prepared", "登记（筹备）"}, {NULL}},
	{"", "2", {"enter as held", "登记（进行）"}, {"begin_at", "place"}},
	{"", "3", {"enter as to be signed", "登记（待签）"},
		{"begin_at", "end_at"}},
	{"", "4", {"enter as closed", "登记（归档）"},
		{"begin_at", "signed_on"}},
	{"", "5", {"enter as cancelled", "登记（取消）"}, {"cancel_why"}},
	{"1", "2", {"open the meeting", "开会"}, {"begin_at", "place"}},
	{"1", "5", {"cancel", "取消会议"}, {"cancel_why"}},
	{"2", "1", {"correct: not begun yet", "更正为筹备"}, {NULL}},
	{"2", "3", {"end the meeting", "散会"}, {"end_at"}},
	{"2", "5", {"cancel", "取消会议"}, {"cancel_why"}},
	{"3", "2", {"give back for changes", "退回修改"}, {NULL}},
	{"3", "4", {"close", "归档"}, {"signed_on"}},
};

/* What belongs to the branch that holds the members' relations. */
static void
check_functional(const struct record *meeting, struct store *store,
	struct notes *notes)
{
	struct record org, kind;

	if (record_load(store, &union_org_type,
		    record_ref(meeting, "union_org_id"), &org, NULL) != ERR_OK)
		return;
	if (record_load(store, &meeting_kind_type,
		    record_ref(meeting, "kind_id"), &kind, NULL) == ERR_OK) {
		if (strcmp(record_get(&org, "basis"), "2") == 0 &&
			strcmp(record_get(&kind, "functional"), "0") == 0)
			notes_warn(notes, "kind_id",
				_("%s belongs to the branch that holds the "
				  "members' relations; a functional union "
				  "does not normally hold it."),
				record_get(&kind, "name"));
		record_clear(&kind);
	}
	record_clear(&org);
}

/* 实到 + 请假 + 缺席 = 应到. */
static void
check_marks(const struct owned_rows *rows, struct notes *notes)
{
	struct attendance_numbers numbers;

	attendance_count(rows, &numbers);
	if (numbers.unmarked > 0)
		notes_block(notes, attendance_type.name,
			_("Of %u who ought to attend, %u are there, %u on "
			  "leave and %u absent; %u are not marked yet."),
			numbers.called, numbers.there, numbers.on_leave,
			numbers.absent, numbers.unmarked);
}

static bool
is_away(const struct record *row)
{
	const char *presence = record_get(row, "presence");

	return strcmp(presence, "2") == 0 || strcmp(presence, "3") == 0;
}

/* Who is away says why. */
static void
check_reasons(const struct owned_rows *rows, struct store *store,
	struct notes *notes)
{
	struct strbuf name = STRBUF_INIT;

	for (size_t i = 0; i < rows->n && name.len == 0; i++) {
		const struct record *row = &rows->items[i]->now;

		if (is_away(row) && record_get(row, "absence")[0] == '\0' &&
			record_get(row, "reason")[0] == '\0')
			record_title(store, row, &name);
	}
	if (name.len > 0)
		notes_block(notes, attendance_type.name,
			_("%s was away, and it is not said why."), name.s);
	strbuf_clear(&name);
}

static void
check_named(const struct record *meeting, const char *member,
	const char *outsider, struct notes *notes)
{
	if (record_get(meeting, member)[0] == '\0' &&
		record_get(meeting, outsider)[0] == '\0')
		notes_block(notes, member,
			_("%s must be named before the meeting is ended."),
			term_word(&record_field(meeting->type, member)->term));
}

static bool
demands_first_topic(const struct record *meeting, struct store *store)
{
	struct record kind;
	bool demands;

	if (record_load(store, &meeting_kind_type,
		    record_ref(meeting, "kind_id"), &kind, NULL) != ERR_OK)
		return false;
	demands = strcmp(record_get(&kind, "first_topic"), "1") == 0;
	record_clear(&kind);
	return demands;
}

/* 第一议题: items come in the order of their places. */
static void
check_first_topic(const struct record *meeting,
	const struct check_context *context, struct notes *notes)
{
	const struct owned_rows *items = owned_seen(context,
		&agenda_item_type);

	if (demands_first_topic(meeting, context->store) && (items->n == 0 ||
		strcmp(record_get(&items->items[0]->now, "kind"), "1") != 0))
		notes_block(notes, agenda_item_type.name,
			_("Meetings of this kind begin with the first topic; "
			  "let it be the first agenda item."));
}

static bool
is_over(const struct record *meeting)
{
	const char *state = record_get(meeting, "state");

	return strcmp(state, "3") == 0 || strcmp(state, "4") == 0;
}

/* What must be in order when a meeting is over.  Minutes that were taken over
 * from paper are as they are, but for the numbers. */
static void
check_over(const struct record *meeting, const struct check_context *context,
	struct notes *notes)
{
	const struct owned_rows *rows = owned_seen(context, &attendance_type);

	check_marks(rows, notes);
	if (context->old == NULL)
		return;
	check_reasons(rows, context->store, notes);
	check_named(meeting, "chair_id", "chair_name", notes);
	check_named(meeting, "recorder_id", "recorder_name", notes);
	check_first_topic(meeting, context, notes);
}

static void
check(const struct record *meeting, const struct check_context *context,
	struct notes *notes)
{
	const struct record *old = context->old;
	const char *begin = record_get(meeting, "begin_at");
	const char *end = record_get(meeting, "end_at");

	if (begin[0] != '\0' && end[0] != '\0' && strcmp(end, begin) <= 0)
		notes_block(notes, "end_at",
			_("The meeting ends at %s, but it begins at %s."),
			end, begin);
	if (old == NULL || strcmp(record_get(old, "kind_id"),
				   record_get(meeting, "kind_id")) != 0 ||
		strcmp(record_get(old, "union_org_id"),
			record_get(meeting, "union_org_id")) != 0)
		check_functional(meeting, context->store, notes);
	if (is_over(meeting))
		check_over(meeting, context, notes);
}

const struct record_type meeting_type = {
	.name = "meeting",
	.term = {"Meeting", "会议"},
	.number = 13,
	.help = N_("One meeting of a union: prepared, held, recorded, signed "
		   "and closed. Once closed nothing of it changes; what was "
		   "wrong is put right by a dated and signed amendment."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Facts", "基本情况"}},
	.title = {"title", "begin_at"},
	.list = {"begin_at", "title", "kind_id", "union_org_id", "serial_no",
		"state", "place", "chair_id"},
	.order = "begin_at",
	.newest_first = true,
	.key = {{"union_org_id", "kind_id", "begin_at"},
		{"union_org_id", "title"}},
	.check = check,
	.state = "state",
	.steps = steps,
	.n_steps = sizeof(steps) / sizeof(steps[0]),
	.frozen = {"4", "5"},
	.serial = {.field = "serial_no", .date = "begin_at",
		.within = {"union_org_id", "kind_id"},
		.given_by = {"2", "3", "4"}, .cancelled = "5"},
};
