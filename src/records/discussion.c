/* discussion (发言): who said what in a meeting. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "agenda_item_id", .term = {"agenda item", "议题"},
		.kind = FIELD_REF, .ref = "agenda_item", .cols = 20,
		.flags = FIELD_SIBLING},
	{.name = "order_no", .term = {"order", "序号"}, .also = "发言序号",
		.kind = FIELD_INT, .cols = 4},
	{.name = "member_id", .term = {"member", "发言人"},
		.also = "姓名", .kind = FIELD_REF, .ref = "member",
		.cols = 12},
	{.name = "speaker_name",
		.term = {"speaker from outside", "发言人姓名"},
		.kind = FIELD_TEXT, .cols = 12, .max = 64,
		.flags = FIELD_PERSON,
		.help = N_("For one who is not in the register of members, "
			   "or for several.")},
	{.name = "dissent", .term = {"dissent", "不同意见"},
		.also = "是否不同意见", .kind = FIELD_BOOL, .cols = 8,
		.initial = "0",
		.help = N_("What is said against the proposal is kept word "
			   "for word.")},
	{.name = "words", .term = {"words", "发言要点"},
		.also = "发言内容|内容", .kind = FIELD_LONGTEXT, .cols = 40,
		.max = 100000, .flags = FIELD_REQUIRED},
};

static void
check(const struct record *speech, const struct check_context *context,
	struct notes *notes)
{
	(void)context;
	if (record_ref(speech, "member_id") == 0 &&
		record_get(speech, "speaker_name")[0] == '\0')
		notes_block(notes, "member_id",
			_("Say who spoke: a member, or somebody else by "
			  "name."));
}

const struct record_type discussion_type = {
	.name = "discussion",
	.term = {"Speech", "发言"},
	.number = 16,
	.help = N_("Who said what to which agenda item, dissent included. "
		   "Typed while the meeting goes on."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Speech", "发言"}},
	.title = {"member_id", "speaker_name"},
	.list = {"order_no", "meeting_id", "agenda_item_id", "member_id",
		"speaker_name", "dissent", "words"},
	.order = "order_no",
	.key = {{"meeting_id", "order_no"}, {"meeting_id", "words"}},
	.check = check,
	.owned_by = "meeting_id",
};
