/* 表决: what a vote comes to, said while its numbers are typed. */
#include "screens/meeting.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/attendance.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/quorum.h"
#include "records/vote.h"
#include "screens/form_state.h"
#include "screens/form_values.h"

static int64_t
number(const struct record *vote, const char *field)
{
	return strtoll(record_get(vote, field), NULL, 10);
}

static void
read_rule(struct ui *ui, int64_t id, struct quorum_rule *rule)
{
	struct record record;

	if (id == 0 || record_load(ui->app->store, &vote_rule_type, id,
			&record, NULL) != ERR_OK) {
		quorum_rule_of(NULL, rule);
		return;
	}
	quorum_rule_of(&record, rule);
	record_clear(&record);
}

/* Who is there, by the page of attendance. */
static void
count_attendance(const struct form_state *meeting, struct quorum_tally *tally)
{
	struct attendance_numbers numbers;

	attendance_count(owned_of(&meeting->owned, &attendance_type),
		&numbers);
	tally->eligible = numbers.called;
	tally->present = numbers.there;
}

/* The numbers by which a save would judge it. */
static void
count_votes(const struct form_state *meeting, const struct record *vote,
	const struct record *saved, struct quorum_tally *tally)
{
	*tally = (struct quorum_tally){
		.eligible = number(vote, "eligible"),
		.present = number(vote, "present"),
		.written = number(vote, "written"),
		.favour = number(vote, "in_favour"),
	};
	if (vote_counts_anew(vote, saved))
		count_attendance(meeting, tally);
}

/* Votes that belong to none of the four. */
static void
tell_rest(const struct record *vote, const struct quorum_tally *tally,
	struct strbuf *out)
{
	int64_t cast = number(vote, "in_favour") + number(vote, "against") +
		number(vote, "abstained") + number(vote, "not_cast");
	int64_t all = tally->present + tally->written;

	if (cast < all)
		strbuf_addf(out, _("\n%lld of %lld votes are not accounted for "
				   "yet."),
			(long long)(all - cast), (long long)all);
	else if (cast > all)
		strbuf_addf(out, _("\nThere are %lld votes, but only %lld "
				   "could vote."),
			(long long)cast, (long long)all);
}

static void
tell(struct ui *ui, const struct form_state *meeting,
	const struct record *vote, const struct record *was, struct strbuf *out)
{
	struct quorum_rule rule;
	struct quorum_tally tally;

	read_rule(ui, record_ref(vote, "vote_rule_id"), &rule);
	count_votes(meeting, vote, was->version != 0 ? was : NULL, &tally);
	quorum_tell(&rule, &tally, out);
	if (rule.base != QUORUM_UNCOUNTED)
		tell_rest(vote, &tally, out);
}

/* What stands in the form, as far as it is understood. */
static void
foot(struct ui *ui, struct form_state *state, struct strbuf *out)
{
	struct record typed;

	if (state->owner == NULL)
		return;
	record_copy(&typed, &state->record);
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (state->type->fields[i].kind == FIELD_INT)
			(void)form_values_take(ui->app->store, &state->form, i,
				state->today, &typed, NULL);
	tell(ui, state->owner, &typed, &state->row->was, out);
	record_clear(&typed);
}

/* That of the chosen vote. */
static void
page_foot(struct ui *ui, struct form_state *state, struct strbuf *out)
{
	const struct owned_row *row = form_rows_chosen(form_rows_page(state));

	if (row != NULL)
		tell(ui, state, &row->now, &row->was, out);
}

void
vote_tell_quorum(struct ui *ui, const struct form_state *meeting,
	const struct record *kind, struct strbuf *out)
{
	struct quorum_rule rule;
	struct quorum_tally tally = {0};

	read_rule(ui, record_ref(kind, "vote_rule_id"), &rule);
	count_attendance(meeting, &tally);
	if (rule.there.num > 0)
		quorum_tell_there(&rule, &tally, out);
}

static void
begin(struct ui *ui, struct form_state *owner, struct record *row)
{
	struct record kind;

	meeting_begin_text(ui, owner, row);
	if (record_load(ui->app->store, &meeting_kind_type,
		    record_ref(&owner->record, "kind_id"), &kind, NULL) !=
		ERR_OK)
		return;
	record_set(row, "vote_rule_id", record_get(&kind, "vote_rule_id"));
	record_clear(&kind);
}

static const char *const paths[] = {"order_no", "matter", "in_favour",
	"against", "abstained", "outcome", "not_cast", "vote_rule_id",
	"agenda_item_id", NULL};

const struct noun_page vote_page = {
	.rows = "vote",
	.paths = paths,
	.begin = begin,
	.foot = page_foot,
};

const struct noun vote_noun = {
	.type = "vote",
	.foot = foot,
};
