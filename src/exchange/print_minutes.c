/* minutes (会议记录): a meeting from its facts to the signatures. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "exchange/print_private.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/owned.h"
#include "records/quorum.h"
#include "store/site.h"

/* States of a meeting whose minutes are whole: 待签 and 归档. */
static const char *const whole_states[] = {"3", "4"};

struct minutes {
	const struct print_request *request;
	const struct record *meeting;
	struct owned owned;
	struct paper *paper;
};

static bool
is_one_of(const char *code, const char *const *codes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(code, codes[i]) == 0)
			return true;
	return false;
}

/* From when to when; of an end on the same day the time alone. */
static void
add_time(struct minutes *minutes)
{
	const char *begin = record_get(minutes->meeting, "begin_at");
	const char *end = record_get(minutes->meeting, "end_at");
	struct strbuf from = STRBUF_INIT, to = STRBUF_INIT;
	struct strbuf text = STRBUF_INIT;

	print_add_date(begin, &from);
	if (strncmp(begin, end, DATE_SIZE - 1) == 0 && end[0] != '\0')
		strbuf_add(&to, end + DATE_SIZE);
	else
		print_add_date(end, &to);
	if (to.len > 0)
		strbuf_addf(&text, _("%s to %s"), print_or_none(from.s), to.s);
	else
		strbuf_add(&text, print_or_none(from.s));
	paper_add_fact(minutes->paper, _("Time: "), text.s);
	strbuf_clear(&from);
	strbuf_clear(&to);
	strbuf_clear(&text);
}

static void
add_person_fact(struct minutes *minutes, const char *label,
	const struct record *record, const char *member, const char *name)
{
	struct strbuf text = STRBUF_INIT;

	print_add_person(minutes->request, record, member, name, &text);
	paper_add_fact(minutes->paper, label, print_or_none(text.s));
	strbuf_clear(&text);
}

static void
add_facts(struct minutes *minutes)
{
	const struct record *meeting = minutes->meeting;
	struct paper *paper = minutes->paper;
	struct strbuf text = STRBUF_INIT;

	print_add_value(minutes->request, meeting, "union_org_id", &text);
	paper_addf(paper, PAPER_TITLE, _("Minutes of %s"), text.s);
	paper_add(paper, PAPER_SUBTITLE, record_get(meeting, "title"));
	print_fact(minutes->request, meeting, "kind_id", paper);
	print_known_fact(minutes->request, meeting, "serial_no", paper);
	add_time(minutes);
	print_fact(minutes->request, meeting, "place", paper);
	print_known_fact(minutes->request, meeting, "party_group", paper);
	add_person_fact(minutes, _("Chair: "), meeting, "chair_id",
		"chair_name");
	add_person_fact(minutes, _("Recorder: "), meeting, "recorder_id",
		"recorder_name");
	if (!is_one_of(record_get(meeting, "state"), whole_states,
		    sizeof(whole_states) / sizeof(whole_states[0])))
		print_fact(minutes->request, meeting, "state", paper);
	print_known_fact(minutes->request, meeting, "cancel_why", paper);
	strbuf_clear(&text);
}

/* Each line of a long text as a paragraph, behind who or what it is about. */
static void
add_words(struct minutes *minutes, const char *before, const char *words)
{
	if (before[0] != '\0' || words[0] != '\0')
		paper_addf(minutes->paper, PAPER_TEXT, "%s%s", before, words);
}

static void
add_discussion(struct minutes *minutes, const struct record *speech)
{
	struct strbuf who = STRBUF_INIT, before = STRBUF_INIT;

	print_add_person(minutes->request, speech, "member_id", "speaker_name",
		&who);
	if (strcmp(record_get(speech, "dissent"), "1") == 0)
		strbuf_addf(&before, _("%s (dissenting): "), who.s);
	else
		strbuf_addf(&before, _("%s: "), who.s);
	add_words(minutes, before.s, record_get(speech, "words"));
	strbuf_clear(&who);
	strbuf_clear(&before);
}

/* By which rule the numbers of a vote make it what it is, in words. */
static void
add_judgement(struct minutes *minutes, const struct record *vote)
{
	const struct quorum_tally tally = {
		.eligible = strtoll(record_get(vote, "eligible"), NULL, 10),
		.present = strtoll(record_get(vote, "present"), NULL, 10),
		.written = strtoll(record_get(vote, "written"), NULL, 10),
		.favour = strtoll(record_get(vote, "in_favour"), NULL, 10),
	};
	struct strbuf text = STRBUF_INIT;
	struct quorum_rule rule;
	struct record of;

	if (record_get(vote, "outcome")[0] == '\0' ||
		record_load(minutes->request->store, &vote_rule_type,
			record_ref(vote, "vote_rule_id"), &of, NULL) != ERR_OK)
		return;
	quorum_rule_of(&of, &rule);
	quorum_tell(&rule, &tally, &text);
	paper_add(minutes->paper, PAPER_TEXT, text.s);
	strbuf_clear(&text);
	record_clear(&of);
}

/* What was voted on and how, the numbers, and what came of it. */
static void
add_vote(struct minutes *minutes, const struct record *vote)
{
	static const char *const fields[] = {"matter", "way", "eligible",
		"present", "in_favour", "against", "abstained", "not_cast",
		"written", "outcome"};
	struct strbuf words[sizeof(fields) / sizeof(fields[0])];
	const char *said[sizeof(fields) / sizeof(fields[0])];

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		strbuf_init(&words[i]);
		print_add_value(minutes->request, vote, fields[i], &words[i]);
		said[i] = print_or_none(words[i].s);
	}
	paper_addf(minutes->paper, PAPER_TEXT,
		_("Vote on %s: by %s. Ought to attend %s, present %s; in "
		  "favour %s, against %s, abstained %s, not cast %s, written "
		  "opinions %s. Outcome: %s."),
		said[0], said[1], said[2], said[3], said[4], said[5], said[6],
		said[7], said[8], said[9]);
	add_judgement(minutes, vote);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		strbuf_clear(&words[i]);
}

static void
add_resolution(struct minutes *minutes, const struct record *resolution)
{
	const char *body = record_get(resolution, "body");

	paper_addf(minutes->paper, PAPER_TEXT,
		body[0] != '\0' ? _("Resolution: %s.\n%s")
				: _("Resolution: %s.%s"),
		record_get(resolution, "subject"), body);
}

/* What hangs on an item, in this order. */
static const struct {
	const struct record_type *type;
	void (*add)(struct minutes *minutes, const struct record *row);
} below_item[] = {
	{&discussion_type, add_discussion},
	{&vote_type, add_vote},
	{&resolution_type, add_resolution},
};

enum { BELOW_N = sizeof(below_item) / sizeof(below_item[0]) };

static bool
is_below(const struct record *row, int64_t item)
{
	return record_ref(row, "agenda_item_id") == item;
}

static void
add_below(struct minutes *minutes, int64_t item)
{
	for (size_t i = 0; i < BELOW_N; i++) {
		const struct owned_rows *rows =
			owned_of(&minutes->owned, below_item[i].type);

		for (size_t j = 0; j < rows->n; j++)
			if (is_below(&rows->items[j]->now, item))
				below_item[i].add(minutes,
					&rows->items[j]->now);
	}
}

static void
add_item(struct minutes *minutes, const struct record *item)
{
	struct strbuf kind = STRBUF_INIT;

	print_add_value(minutes->request, item, "kind", &kind);
	paper_addf(minutes->paper, PAPER_SUBHEADING, _("%s: %s"), kind.s,
		record_get(item, "subject"));
	if (record_get(item, "form")[0] != '\0')
		print_fact(minutes->request, item, "form", minutes->paper);
	if (record_ref(item, "speaker_id") != 0 ||
		record_get(item, "speaker_name")[0] != '\0')
		add_person_fact(minutes, _("Speaker: "), item, "speaker_id",
			"speaker_name");
	add_words(minutes, "", record_get(item, "gist"));
	add_below(minutes, item->id);
	strbuf_clear(&kind);
}

/* True where something was said or decided beside the items. */
static bool
has_loose_rows(const struct minutes *minutes)
{
	for (size_t i = 0; i < BELOW_N; i++) {
		const struct owned_rows *rows =
			owned_of(&minutes->owned, below_item[i].type);

		for (size_t j = 0; j < rows->n; j++)
			if (is_below(&rows->items[j]->now, 0))
				return true;
	}
	return false;
}

static void
add_agenda(struct minutes *minutes)
{
	const struct owned_rows *items = owned_of(&minutes->owned,
		&agenda_item_type);
	bool is_loose = has_loose_rows(minutes);

	if (items->n == 0 && !is_loose)
		return;
	paper_add(minutes->paper, PAPER_HEADING, _("Agenda and discussion"));
	for (size_t i = 0; i < items->n; i++)
		add_item(minutes, &items->items[i]->now);
	if (is_loose) {
		paper_add(minutes->paper, PAPER_SUBHEADING,
			_("Beside the agenda"));
		add_below(minutes, 0);
	}
}

static enum err_code
add_tasks(struct minutes *minutes, struct err *err)
{
	struct paper *paper = minutes->paper;
	char id[SITE_ID_TEXT_SIZE];
	struct query query;
	int64_t n = 0;
	enum err_code code;

	site_id_to_text(minutes->meeting->id, id);
	query_init(&query, &task_type);
	query_set_filter(&query, "meeting_id", id);
	code = query_count(minutes->request->store, &query, 1, &n, err);
	if (code == ERR_OK && n > 0) {
		paper_add(paper, PAPER_HEADING, _("Tasks"));
		code = print_add_tasks(minutes->request, &query,
			PRINT_TASKS_SHORT, paper, err);
	}
	query_clear(&query);
	return code;
}

static void
add_attachments(struct minutes *minutes)
{
	const struct owned_rows *rows = owned_of(&minutes->owned,
		&attachment_type);
	struct strbuf kind = STRBUF_INIT;

	if (rows->n > 0)
		paper_add(minutes->paper, PAPER_HEADING, _("Attachments"));
	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;
		const char *place = record_get(row, "place");

		strbuf_reset(&kind);
		print_add_value(minutes->request, row, "kind", &kind);
		paper_addf(minutes->paper, PAPER_TEXT,
			place[0] != '\0' ? _("%zu. %s (%s), kept at: %s")
					 : _("%zu. %s (%s)%s"),
			i + 1, record_get(row, "name"), kind.s, place);
	}
	strbuf_clear(&kind);
}

static void
add_signatures(struct minutes *minutes)
{
	print_add_remark(minutes->meeting, minutes->paper);
	paper_add(minutes->paper, PAPER_SIGNATURE, _("Chair (signature):"));
	paper_add(minutes->paper, PAPER_SIGNATURE, _("Recorder (signature):"));
	print_known_fact(minutes->request, minutes->meeting, "signed_on",
		minutes->paper);
	print_known_fact(minutes->request, minutes->meeting, "signed_by",
		minutes->paper);
}

/* What was found wrong after the minutes had been signed. */
static void
add_amendments(struct minutes *minutes)
{
	const struct owned_rows *rows = owned_of(&minutes->owned,
		&amendment_type);
	struct strbuf day = STRBUF_INIT;

	if (rows->n > 0)
		paper_add(minutes->paper, PAPER_HEADING, _("Amendments"));
	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;

		strbuf_reset(&day);
		print_add_date(record_get(row, "amended_on"), &day);
		paper_addf(minutes->paper, PAPER_SUBHEADING, _("%s: %s"),
			day.s, record_get(row, "matter"));
		add_words(minutes, "", record_get(row, "body"));
		print_fact(minutes->request, row, "signed_by",
			minutes->paper);
	}
	strbuf_clear(&day);
}

static enum err_code
make(const struct print_request *request, const struct record *meeting,
	struct paper *paper, struct err *err)
{
	struct minutes minutes = {
		.request = request, .meeting = meeting, .paper = paper};
	enum err_code code;

	owned_init(&minutes.owned, &meeting_type);
	code = owned_load(request->store, &minutes.owned, meeting->id, err);
	if (code == ERR_OK) {
		if (strcmp(record_get(meeting, "secret"), "1") == 0)
			paper_set_mark(paper, _("Internal"));
		add_facts(&minutes);
		print_add_attendance(request,
			owned_of(&minutes.owned, &attendance_type), paper);
		add_agenda(&minutes);
		code = add_tasks(&minutes, err);
	}
	if (code == ERR_OK) {
		add_attachments(&minutes);
		add_signatures(&minutes);
		add_amendments(&minutes);
	}
	owned_clear(&minutes.owned);
	return code;
}

const struct print_kind print_minutes_kind = {
	.name = "minutes",
	.term = {"Minutes", "会议记录"},
	.help = N_("A meeting from its facts to the lines for signatures, and "
		   "what was amended since."),
	.of = {&meeting_type},
	.make = make,
};
