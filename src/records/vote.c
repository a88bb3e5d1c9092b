/* vote (表决): how a meeting voted on a matter. */
#include "records/vote.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/attendance.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/quorum.h"

/* Of meeting_state: nothing has been counted yet. */
#define PREPARED "1"

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "agenda_item_id", .term = {"agenda item", "议题"},
		.kind = FIELD_REF, .ref = "agenda_item", .cols = 20,
		.flags = FIELD_SIBLING},
	{.name = "order_no", .term = {"order", "序号"}, .also = "表决序号",
		.kind = FIELD_INT, .cols = 4},
	{.name = "matter", .term = {"matter", "表决事项"}, .also = "事项",
		.kind = FIELD_TEXT, .cols = 30, .max = 200,
		.flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "way", .term = {"way", "表决方式"}, .also = "方式",
		.kind = FIELD_CODE, .cols = 10, .codes = "vote_way",
		.initial = "1"},
	{.name = "vote_rule_id", .term = {"voting rule", "表决规则"},
		.kind = FIELD_REF, .ref = "vote_rule", .cols = 20},
	{.name = "eligible", .term = {"ought to attend", "应到人数"},
		.also = "应到", .kind = FIELD_INT, .cols = 6,
		.flags = FIELD_READONLY},
	{.name = "present", .term = {"present", "实到人数"}, .also = "实到",
		.kind = FIELD_INT, .cols = 6, .flags = FIELD_READONLY},
	{.name = "in_favour", .term = {"in favour", "赞成票"},
		.also = "赞成|同意", .kind = FIELD_INT, .cols = 6},
	{.name = "against", .term = {"against", "反对票"},
		.also = "反对|不同意", .kind = FIELD_INT, .cols = 6},
	{.name = "abstained", .term = {"abstained", "弃权票"},
		.also = "弃权", .kind = FIELD_INT, .cols = 6},
	{.name = "not_cast", .term = {"not cast", "未投票"},
		.also = "未投|未表决", .kind = FIELD_INT, .cols = 6},
	{.name = "written", .term = {"written opinions", "书面意见"},
		.also = "书面意见数", .kind = FIELD_INT, .cols = 8,
		.help = N_("How many absent members handed in a written "
			   "opinion before the meeting that counts as a "
			   "vote.")},
	{.name = "outcome", .term = {"outcome", "表决结果"}, .also = "结果",
		.kind = FIELD_CODE, .cols = 10, .codes = "vote_outcome",
		.flags = FIELD_READONLY},
};

/* What is counted at the meeting. */
static const char *const counts[] = {"in_favour", "against", "abstained",
	"not_cast", "written"};

enum { COUNTS_N = sizeof(counts) / sizeof(counts[0]), CAST_N = 4 };

static long long
number(const struct record *vote, const char *field)
{
	return strtoll(record_get(vote, field), NULL, 10);
}

static void
set_number(struct record *vote, const char *field, long long value)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", value);
	record_set(vote, field, text);
}

static bool
is_counted(const struct record *vote)
{
	for (size_t i = 0; i < COUNTS_N; i++)
		if (record_get(vote, counts[i])[0] != '\0')
			return true;
	return false;
}

static bool
is_recounted(const struct record *vote, const struct record *old)
{
	for (size_t i = 0; i < COUNTS_N; i++)
		if (strcmp(record_get(vote, counts[i]),
			    record_get(old, counts[i])) != 0)
			return true;
	return false;
}

/* What came in from elsewhere brings its numbers along. */
bool
vote_counts_anew(const struct record *vote, const struct record *old)
{
	return record_get(vote, "present")[0] == '\0' ||
		(old != NULL && is_recounted(vote, old));
}

/* Who ought to attend and who does, as they are marked when it is counted. */
static void
count_people(struct record *vote, const struct check_context *context)
{
	struct attendance_numbers numbers;

	if (!vote_counts_anew(vote, context->old))
		return;
	attendance_count(owned_seen(context, &attendance_type), &numbers);
	set_number(vote, "eligible", numbers.called);
	set_number(vote, "present", numbers.there);
}

/* The voting rule of the vote. */
static bool
load_rule(struct store *store, const struct record *vote, struct record *rule)
{
	return record_load(store, &vote_rule_type,
		record_ref(vote, "vote_rule_id"), rule, NULL) == ERR_OK;
}

/* Nothing is carried before it is counted; without a quorum it is invalid
 * whatever is counted. */
static void
judge(struct record *vote, struct store *store)
{
	const struct quorum_tally tally = {
		.eligible = number(vote, "eligible"),
		.present = number(vote, "present"),
		.written = number(vote, "written"),
		.favour = number(vote, "in_favour"),
	};
	struct quorum_rule rule;
	struct record of;
	enum quorum_outcome outcome;

	record_set(vote, "outcome", "");
	if (!load_rule(store, vote, &of))
		return;
	quorum_rule_of(&of, &rule);
	record_clear(&of);
	outcome = quorum_outcome(&rule, &tally);
	if (is_counted(vote) || outcome == OUTCOME_INVALID ||
		outcome == OUTCOME_UNCOUNTED)
		set_number(vote, "outcome", outcome);
}

static void
fill(struct record *vote, const struct check_context *context)
{
	struct record meeting;

	if (record_load(context->store, &meeting_type,
		    record_ref(vote, "meeting_id"), &meeting, NULL) != ERR_OK)
		return;
	if (strcmp(record_get(&meeting, "state"), PREPARED) != 0) {
		count_people(vote, context);
		judge(vote, context->store);
	}
	record_clear(&meeting);
}

/* Every vote that could be cast is accounted for. */
static void
check_sum(const struct record *vote, struct notes *notes)
{
	long long present = number(vote, "present");
	long long written = number(vote, "written"), cast = 0;

	for (size_t i = 0; i < CAST_N; i++)
		cast += number(vote, counts[i]);
	if (cast != present + written)
		notes_block(notes, "in_favour",
			_("In favour %lld, against %lld, abstained %lld and not "
			  "cast %lld are %lld votes; present %lld and written "
			  "%lld are %lld."),
			number(vote, "in_favour"), number(vote, "against"),
			number(vote, "abstained"), number(vote, "not_cast"),
			cast, present, written, present + written);
}

static void
check(const struct record *vote, const struct check_context *context,
	struct notes *notes)
{
	size_t begin = notes->n;

	(void)context;
	for (size_t i = 0; i < COUNTS_N; i++)
		if (number(vote, counts[i]) < 0)
			notes_block(notes, counts[i],
				_("A number of votes is not below zero."));
	if (notes->n > begin || !is_counted(vote) ||
		record_get(vote, "present")[0] == '\0')
		return;
	if (number(vote, "written") >
		number(vote, "eligible") - number(vote, "present"))
		notes_block(notes, "written",
			_("More have written than were away: %lld of %lld who "
			  "ought to attend are present."),
			number(vote, "present"), number(vote, "eligible"));
	check_sum(vote, notes);
	if (record_get(vote, "vote_rule_id")[0] == '\0')
		notes_warn(notes, "vote_rule_id",
			_("Without a rule it cannot be said whether the matter "
			  "is carried."));
}

const struct record_type vote_type = {
	.name = "vote",
	.term = {"Vote", "表决"},
	.number = 17,
	.help = N_("How a meeting voted on a matter, by which rule, and "
		   "whether it was carried. Counted at the meeting."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Vote", "表决"}},
	.title = {"matter"},
	.list = {"order_no", "meeting_id", "matter", "way", "eligible",
		"present", "in_favour", "against", "abstained", "not_cast",
		"outcome"},
	.order = "order_no",
	.key = {{"meeting_id", "matter"}, {"meeting_id", "order_no"}},
	.fill = fill,
	.check = check,
	.owned_by = "meeting_id",
};
