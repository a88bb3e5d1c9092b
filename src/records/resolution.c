/* resolution (决议): what a meeting decided. */
#include "records/nouns.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "records/owned.h"
#include "records/quorum.h"

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "agenda_item_id", .term = {"agenda item", "议题"},
		.kind = FIELD_REF, .ref = "agenda_item", .cols = 20,
		.flags = FIELD_SIBLING},
	{.name = "vote_id", .term = {"vote", "表决"}, .also = "表决事项",
		.kind = FIELD_REF, .ref = "vote", .cols = 20,
		.flags = FIELD_SIBLING},
	{.name = "order_no", .term = {"order", "序号"}, .also = "决议序号",
		.kind = FIELD_INT, .cols = 4},
	{.name = "subject", .term = {"subject", "决议事项"}, .also = "事项",
		.kind = FIELD_TEXT, .cols = 30, .max = 200,
		.flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "body", .term = {"text", "决议内容"},
		.also = "决议|内容", .kind = FIELD_LONGTEXT, .cols = 40,
		.max = 100000,
		.help = N_("The wording; empty where the subject says it "
			   "all.")},
};

/* Nothing is passed in silence. */
static void
check(const struct record *resolution, const struct check_context *context,
	struct notes *notes)
{
	const struct owned_row *vote = owned_find(owned_seen(context,
		&vote_type), record_ref(resolution, "vote_id"));
	int outcome = vote != NULL
		? atoi(record_get(&vote->now, "outcome")) : 0;

	if (outcome == OUTCOME_LOST)
		notes_warn(notes, "vote_id",
			_("The vote on this was not carried."));
	else if (outcome == OUTCOME_INVALID)
		notes_warn(notes, "vote_id",
			_("The vote on this is invalid for want of a quorum."));
}

const struct record_type resolution_type = {
	.name = "resolution",
	.term = {"Resolution", "决议"},
	.number = 18,
	.help = N_("What a meeting decided, in its wording; tasks follow from "
		   "it."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Resolution", "决议"}},
	.title = {"subject"},
	.list = {"order_no", "meeting_id", "agenda_item_id", "vote_id",
		"subject", "body"},
	.order = "order_no",
	.key = {{"meeting_id", "subject"}, {"meeting_id", "order_no"}},
	.check = check,
	.owned_by = "meeting_id",
};
