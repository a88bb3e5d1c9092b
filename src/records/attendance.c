/* attendance (出席): one person or unit in a meeting, there or not. */
#include "records/nouns.h"

#include <string.h>

#include "base/i18n.h"

static bool
has(const struct record *row, const char *field, const char *code)
{
	return strcmp(record_get(row, field), code) == 0;
}

/* 应到, and not 列席. */
static bool
is_called(const struct record *row)
{
	return has(row, "capacity", "1");
}

static bool
is_there(const struct record *row)
{
	return has(row, "presence", "1");
}

static bool
is_away(const struct record *row)
{
	return has(row, "presence", "2") || has(row, "presence", "3");
}

static bool
is_left_out(const struct record *row)
{
	return is_called(row) && record_get(row, "left_out")[0] != '\0';
}

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "order_no", .term = {"order", "序号"}, .kind = FIELD_INT,
		.cols = 4},
	{.name = "member_id", .term = {"member", "党员"},
		.also = "姓名|党员姓名", .kind = FIELD_REF, .ref = "member",
		.cols = 12},
	{.name = "unit_id", .term = {"unit", "单位"}, .also = "成员单位",
		.kind = FIELD_REF, .ref = "unit", .cols = 20},
	{.name = "person", .term = {"person from outside", "外来人员"},
		.also = "到会人员|外来人员姓名", .kind = FIELD_TEXT,
		.cols = 12, .max = 64, .flags = FIELD_SEARCH | FIELD_PERSON,
		.help = N_("Who came for the unit, or who is in no register "
			   "of members.")},
	{.name = "post", .term = {"post", "职务"}, .kind = FIELD_TEXT,
		.cols = 14, .max = 64},
	{.name = "capacity", .term = {"capacity", "参会身份"},
		.also = "身份", .kind = FIELD_CODE, .cols = 8,
		.codes = "attendance_capacity", .flags = FIELD_REQUIRED,
		.initial = "1"},
	{.name = "presence", .term = {"presence", "到会情况"},
		.also = "出席情况|签到", .kind = FIELD_CODE, .cols = 8,
		.codes = "attendance_presence"},
	{.name = "arrived_at", .term = {"arrived", "到会时间"},
		.also = "签到时间", .kind = FIELD_TIME, .when = is_there,
		.help = N_("For who came late; empty for who was there from "
			   "the beginning.")},
	{.name = "absence", .term = {"kind of absence", "缺席事由"},
		.also = "请假类别|请假事由", .kind = FIELD_CODE, .cols = 10,
		.codes = "absence_reason", .when = is_away},
	{.name = "reason", .term = {"reason", "事由说明"},
		.also = "事由|缺席原因|请假原因", .kind = FIELD_TEXT,
		.cols = 16, .max = 200, .when = is_away},
	{.name = "left_out", .term = {"why not counted", "不计应到原因"},
		.kind = FIELD_CODE, .cols = 16, .codes = "left_out",
		.when = is_called,
		.help = N_("Empty for who counts among those who ought to "
			   "attend.")},
	{.name = "left_out_note",
		.term = {"approval of that", "不计应到说明"},
		.kind = FIELD_TEXT, .max = 200, .when = is_left_out,
		.help = N_("Who agreed to it: the upper organisation, and the "
			   "general meeting.")},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_TEXT,
		.max = 200},
};

static void
check(const struct record *row, const struct check_context *context,
	struct notes *notes)
{
	const char *left_out = record_get(row, "left_out");

	(void)context;
	if (record_ref(row, "member_id") == 0 &&
		record_ref(row, "unit_id") == 0 &&
		record_get(row, "person")[0] == '\0')
		notes_block(notes, "member_id",
			_("Say who it is: a member, a unit, or a person from "
			  "outside by name."));
	if (has(row, "absence", "9") && record_get(row, "reason")[0] == '\0')
		notes_block(notes, "reason",
			_("Another reason than the usual ones needs its "
			  "words."));
	/* from 4 on: by consent alone */
	if (is_left_out(row) && left_out[0] >= '4' &&
		record_get(row, "left_out_note")[0] == '\0')
		notes_block(notes, "left_out_note",
			_("Who is not counted for this reason is so by consent "
			  "alone; write down who agreed to it."));
}

const struct record_type attendance_type = {
	.name = "attendance",
	.term = {"Attendance", "出席"},
	.number = 14,
	.help = N_("One person or unit in a meeting: ought to attend or sits "
		   "in, there, on leave or absent, and why. Taken from the "
		   "roster and the sign-in sheet."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Attendance", "出席情况"}},
	.title = {"member_id", "person", "unit_id"},
	.list = {"order_no", "meeting_id", "member_id", "person", "unit_id",
		"post", "capacity", "presence", "absence", "reason",
		"left_out"},
	.order = "order_no",
	.key = {{"meeting_id", "member_id"}, {"meeting_id", "person"},
		{"meeting_id", "unit_id"}},
	.check = check,
	.owned_by = "meeting_id",
};
