/* member (党员): one person of the roster, one record. */
#include "records/nouns.h"

#include <string.h>

#include "base/i18n.h"
#include "base/idcard.h"

static bool
is_confirmed(const struct record *member)
{
	return strcmp(record_get(member, "kind"), "2") != 0;
}

static bool
is_mobile(const struct record *member)
{
	return strcmp(record_get(member, "mobile"), "1") == 0;
}

static bool
has_left(const struct record *member)
{
	return strcmp(record_get(member, "state"), "1") != 0;
}

static bool
is_lost(const struct record *member)
{
	return strcmp(record_get(member, "state"), "6") == 0;
}

enum { PAGE_PERSON, PAGE_PARTY, PAGE_MORE };

static const struct field_type fields[] = {
	{.name = "name", .term = {"name", "姓名"}, .also = "党员姓名|名字",
		.kind = FIELD_TEXT, .cols = 14, .max = 64,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_PERSON,
		.page = PAGE_PERSON,
		.help = N_("As on the identity card; Mongolian names whole, "
			   "with their middle dot.")},
	{.name = "initials", .term = {"pinyin initials", "姓名首字母"},
		.also = "拼音首字母|首字母|拼音简码", .kind = FIELD_TEXT,
		.cols = 8,
		.max = 32, .flags = FIELD_INITIALS, .page = PAGE_PERSON,
		.help = N_("Filled in from the name; correct it here where the "
			   "name is read otherwise.")},
	{.name = "sex", .term = {"sex", "性别"}, .kind = FIELD_CODE, .cols = 6,
		.codes = "sex", .page = PAGE_PERSON},
	{.name = "ethnic", .term = {"ethnic group", "民族"},
		.kind = FIELD_CODE, .cols = 8, .codes = "ethnic",
		.page = PAGE_PERSON},
	{.name = "birth_on", .term = {"date of birth", "出生日期"},
		.also = "出生年月|出生年月日|生日|出生时间", .kind = FIELD_DATE,
		.flags = FIELD_SORTED, .page = PAGE_PERSON,
		.help = N_("As in the personnel file; it may differ from the "
			   "ID number.")},
	{.name = "idno", .term = {"citizen ID number", "公民身份号码"},
		.also = "身份证|身份证号|身份证号码|证件号码|公民身份证号码|"
			"身份号码",
		.kind = FIELD_IDCARD,
		.flags = FIELD_UNIQUE | FIELD_SEARCH | FIELD_SENSITIVE,
		.page = PAGE_PERSON},
	{.name = "phone", .term = {"phone", "联系电话"},
		.also = "电话|手机|手机号|手机号码|联系方式|电话号码",
		.kind = FIELD_PHONE, .flags = FIELD_SEARCH | FIELD_SENSITIVE,
		.page = PAGE_PERSON},
	{.name = "native_place", .term = {"native place", "籍贯"},
		.kind = FIELD_TEXT, .max = 64, .page = PAGE_PERSON},
	{.name = "education", .term = {"education", "学历"},
		.also = "文化程度|最高学历", .kind = FIELD_CODE, .cols = 12,
		.codes = "education", .page = PAGE_PERSON},
	{.name = "address", .term = {"home address", "家庭住址"},
		.also = "住址|现住址|家庭地址", .kind = FIELD_TEXT, .max = 128,
		.page = PAGE_PERSON},
	{.name = "work", .term = {"work unit and post", "工作单位及职务"},
		.also = "工作单位|单位及职务|工作单位职务|单位职务",
		.kind = FIELD_TEXT,
		.cols = 24, .max = 128, .page = PAGE_PERSON},
	{.name = "work_on", .term = {"start of work", "参加工作日期"},
		.also = "参加工作时间", .kind = FIELD_DATE,
		.page = PAGE_PERSON},

	{.name = "kind", .term = {"member status", "人员类别"},
		.also = "党员类别|类别|党员类型", .kind = FIELD_CODE,
		.cols = 10,
		.codes = "member_kind", .initial = "1", .page = PAGE_PARTY},
	{.name = "joined_on", .term = {"joined the Party", "入党日期"},
		.also = "入党时间|入党年月", .kind = FIELD_DATE,
		.page = PAGE_PARTY},
	{.name = "confirmed_on", .term = {"confirmed", "转正日期"},
		.also = "转正时间|转为正式党员日期", .kind = FIELD_DATE,
		.when = is_confirmed, .page = PAGE_PARTY},
	{.name = "introducers", .term = {"introducers", "入党介绍人"},
		.also = "介绍人", .kind = FIELD_TEXT, .max = 64,
		.page = PAGE_PARTY},
	{.name = "branch_id", .term = {"home branch", "所在党支部"},
		.also = "党支部|所在支部|支部|所属党支部|组织关系所在党支部",
		.kind = FIELD_REF, .ref = "branch", .cols = 22,
		.flags = FIELD_SORTED, .page = PAGE_PARTY},
	{.name = "party_post", .term = {"Party post", "党内职务"},
		.kind = FIELD_CODE, .cols = 12, .codes = "party_post",
		.page = PAGE_PARTY},
	{.name = "post_since_on", .term = {"in the post since", "任职日期"},
		.also = "任职时间", .kind = FIELD_DATE, .page = PAGE_PARTY},
	{.name = "state", .term = {"state", "党籍状态"},
		.also = "状态|党员状态",
		.kind = FIELD_CODE, .cols = 10, .codes = "member_state",
		.initial = "1", .page = PAGE_PARTY},
	{.name = "state_on", .term = {"state since", "状态日期"},
		.also = "状态变动日期", .kind = FIELD_DATE, .when = has_left,
		.page = PAGE_PARTY},
	{.name = "lost_cause", .term = {"why out of contact", "失联原因"},
		.kind = FIELD_CODE, .cols = 16, .codes = "lost_cause",
		.when = is_lost, .page = PAGE_PARTY},

	{.name = "mobile", .term = {"mobile member", "流动党员"},
		.also = "是否流动党员", .kind = FIELD_BOOL, .page = PAGE_MORE},
	{.name = "mobile_where", .term = {"where to", "流动去向"},
		.also = "外出地点|去向", .kind = FIELD_TEXT, .max = 128,
		.when = is_mobile, .page = PAGE_MORE},
	{.name = "file_at", .term = {"place of the file", "档案存放地"},
		.also = "档案所在地", .kind = FIELD_TEXT, .max = 64,
		.page = PAGE_MORE},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_MORE},
};

/* A roster taken over from paper holds people in any state. */
static const struct state_step steps[] = {
	{"", "1", {"enter", "登记"}, {NULL}},
	{"", "2", {"enter as moved", "登记（已转出）"}, {NULL}},
	{"", "3", {"enter as dead", "登记（已去世）"}, {NULL}},
	{"", "4", {"enter as expelled", "登记（已出党）"}, {NULL}},
	{"", "5", {"enter as suspended", "登记（停止党籍）"}, {NULL}},
	{"", "6", {"enter as lost", "登记（失联）"}, {NULL}},
	{"1", "2", {"move out", "转出"}, {"state_on"}},
	{"1", "3", {"has died", "去世"}, {"state_on"}},
	{"1", "4", {"has left the Party", "出党"}, {"state_on"}},
	{"1", "5", {"suspend", "停止党籍"}, {"state_on"}},
	{"1", "6", {"out of contact", "失联"}, {"state_on"}},
	{"2", "1", {"back on the roster", "转回"}, {NULL}},
	{"3", "1", {"correct: is on the roster", "更正为在册"}, {NULL}},
	{"4", "1", {"correct: is on the roster", "更正为在册"}, {NULL}},
	{"5", "1", {"restore", "恢复党籍"}, {NULL}},
	{"5", "4", {"has left the Party", "出党"}, {"state_on"}},
	{"6", "1", {"found again", "恢复联系"}, {NULL}},
	{"6", "5", {"suspend", "停止党籍"}, {"state_on"}},
	{"6", "3", {"has died", "去世"}, {"state_on"}},
};

/* A name says little where many have it.  Couples share a phone, so that it
 * takes a name with it. */
static const struct alike_rule alike[] = {
	{LIKELIHOOD_CERTAIN, {{"idno", ALIKE_VALUE}}, 0, NULL},
	{LIKELIHOOD_LIKELY, {{"name", ALIKE_NAME}, {"birth_on", ALIKE_VALUE}},
		50, "idno"},
	{LIKELIHOOD_LIKELY, {{"name", ALIKE_NAME}, {"idno", ALIKE_PLACE}}, 0,
		NULL},
	{LIKELIHOOD_LIKELY, {{"phone", ALIKE_VALUE}, {"name", ALIKE_ALMOST}}, 0,
		"idno"},
	{LIKELIHOOD_POSSIBLE, {{"name", ALIKE_SOUND}, {"birth_on", ALIKE_VALUE}},
		0, "idno"},
	{LIKELIHOOD_POSSIBLE, {{"name", ALIKE_NAME}, {"birth_on", ALIKE_VAGUE}},
		4, "idno"},
};

static void
check_idno(const struct record *member, const struct check_context *context,
	struct notes *notes)
{
	const char *birth = record_get(member, "birth_on");
	const char *sex = record_get(member, "sex");
	struct idcard card;

	idcard_read(record_get(member, "idno"), context->today, &card);
	if (card.state == IDCARD_UNVERIFIED)
		notes_warn(notes, "idno",
			_("A 15-digit ID number has no check digit; take it "
			  "from the new identity card when you can."));
	if (birth[0] != '\0' && card.birth_on[0] != '\0' &&
		date_compare(birth, card.birth_on) != 0)
		notes_warn(notes, "birth_on",
			_("The date of birth %s differs from the ID number "
			  "(%s)."),
			birth, card.birth_on);
	if ((card.sex == IDCARD_MALE && strcmp(sex, "2") == 0) ||
		(card.sex == IDCARD_FEMALE && strcmp(sex, "1") == 0))
		notes_warn(notes, "sex",
			_("The sex differs from what the ID number says."));
}

static void
check_age(const char *birth, const char *joined, struct notes *notes)
{
	if (date_compare(joined, birth) < 0)
		notes_block(notes, "joined_on",
			_("The day of joining %s stands before the date of "
			  "birth %s."), joined, birth);
	else if (date_full_years(birth, joined) < 18)
		notes_warn(notes, "joined_on",
			_("By these dates the member joined before the age of "
			  "18."));
}

static void
check(const struct record *member, const struct check_context *context,
	struct notes *notes)
{
	const char *birth = record_get(member, "birth_on");
	const char *joined = record_get(member, "joined_on");
	const char *confirmed = record_get(member, "confirmed_on");

	if (record_get(member, "idno")[0] != '\0')
		check_idno(member, context, notes);
	if (birth[0] != '\0' && date_compare(birth, context->today) > 0)
		notes_block(notes, "birth_on",
			_("The date of birth %s lies in the future."), birth);
	if (joined[0] != '\0' && date_compare(joined, context->today) > 0)
		notes_block(notes, "joined_on",
			_("The day of joining %s lies in the future."), joined);
	if (birth[0] != '\0' && joined[0] != '\0')
		check_age(birth, joined, notes);
	if (joined[0] != '\0' && confirmed[0] != '\0' &&
		date_compare(confirmed, joined) < 0)
		notes_block(notes, "confirmed_on",
			_("The day of confirmation %s stands before the day of "
			  "joining %s."), confirmed, joined);
}

const struct record_type member_type = {
	.name = "member",
	.term = {"Party member", "党员"},
	.number = 7,
	.flags = RECORD_MERGES,
	.help = N_("One Party member of the roster, taken from the member's "
		   "card or the office's roster sheet. Relations stay in the "
		   "home branch; unions are entered as memberships."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Person", "个人情况"}, {"Party", "党内情况"},
		{"More", "其他"}},
	.title = {"name"},
	.list = {"name", "sex", "ethnic", "birth_on", "idno", "phone",
		"branch_id", "kind", "state"},
	.key = {{"idno"}, {"name", "birth_on", "branch_id"}},
	.alike = alike,
	.n_alike = sizeof(alike) / sizeof(alike[0]),
	.check = check,
	.state = "state",
	.steps = steps,
	.n_steps = sizeof(steps) / sizeof(steps[0]),
	.remove_hint = N_("Removing is for entries made by mistake. Who has "
			  "moved, died or left the Party stays on record: "
			  "change the state instead."),
};
