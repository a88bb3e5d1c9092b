/* 检查结果: how the union stands against each item, and on what that rests. */
#include "screens/checklist.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/checklist.h"
#include "records/codes.h"
#include "records/load.h"
#include "records/nouns.h"
#include "screens/checklist_known.h"
#include "screens/rectification.h"
#include "store/site.h"

/* Not known yet as long as nothing was shown. */
static const struct checklist_known *
known_of(const struct form_state *run)
{
	return run->known;
}

/* Columns */

/* Decided in its words; what is proposed alone, as that. */
static void
tell_verdict(struct ui *ui, struct form_state *run,
	const struct owned_row *row, struct strbuf *out)
{
	const struct checklist_known *known = checklist_known(ui, run);
	const char *verdict = record_get(&row->now, "verdict");
	const struct probe_answer *answer = checklist_known_answer(known,
		&row->now);

	if (verdict[0] != '\0' && strcmp(verdict,
			record_get(&row->was, "verdict")) == 0)
		strbuf_add(out, record_get(&row->now, "word"));
	else if (verdict[0] != '\0')
		strbuf_add(out, checklist_known_word(known, &row->now,
			verdict));
	else if (answer != NULL && answer->verdict[0] != '\0')
		strbuf_addf(out, C_("proposed", "%s?"), checklist_known_word(known,
			&row->now, answer->verdict));
}

static void
tell_code(struct ui *ui, struct form_state *run, const struct owned_row *row,
	struct strbuf *out)
{
	(void)ui;
	(void)run;
	strbuf_add(out, record_get(&row->now, "code"));
}

static void
tell_text(struct ui *ui, struct form_state *run, const struct owned_row *row,
	struct strbuf *out)
{
	(void)ui;
	(void)run;
	strbuf_add(out, record_get(&row->now, "text"));
}

static size_t
count_evidence(const struct form_state *run, const struct owned_row *row)
{
	const struct owned_rows *rows = owned_of(&run->owned, &evidence_type);
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		n += !rows->items[i]->now.deleted &&
			record_ref(&rows->items[i]->now, "result_id") ==
				row->now.id;
	return n;
}

static void
tell_evidence(struct ui *ui, struct form_state *run,
	const struct owned_row *row, struct strbuf *out)
{
	size_t n = count_evidence(run, row);

	(void)ui;
	if (n > 0)
		strbuf_addf(out, "%zu", n);
}

static void
tell_before(struct ui *ui, struct form_state *run,
	const struct owned_row *row, struct strbuf *out)
{
	const struct record *before = checklist_known_before(
		checklist_known(ui, run), &row->now);

	if (before != NULL)
		strbuf_add(out, record_get(before, "word"));
}

static const struct noun_column columns[] = {
	{"+code", {.name = N_("Code"), .cols = 4}, tell_code},
	{"+verdict", {.name = N_("Verdict"), .cols = 10}, tell_verdict},
	{"+text", {.name = N_("Item"), .cols = 28, .least = 12, .grows = true},
		tell_text},
	{"+evidence", {.name = N_("Refs"), .cols = 4,
		.right = true}, tell_evidence},
	{"+before", {.name = N_("Before"), .cols = 8}, tell_before},
};

static const char *const paths[] = {"+code", "+verdict", "+text", "+evidence",
	"+before", "due_on", "finding", "member_id", NULL};

/* Around the rows */

static void
add_progress(const struct form_state *run, const char *group,
	struct strbuf *out)
{
	const struct owned_rows *rows = owned_of(&run->owned,
		&checklist_result_type);
	size_t n = 0, n_judged = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;

		if (row->deleted || strcmp(record_get(row, "grp"), group) != 0)
			continue;
		n++;
		n_judged += record_get(row, "verdict")[0] != '\0';
	}
	strbuf_addf(out, " %zu/%zu", n_judged, n);
}

/* The other groups with their progress, in their order. */
static void
add_others(const struct form_state *run, const char *shown, struct strbuf *out)
{
	const struct owned_rows *rows = owned_of(&run->owned,
		&checklist_result_type);
	const char *last = shown;

	for (size_t i = 0; i < rows->n; i++) {
		const char *group = record_get(&rows->items[i]->now, "grp");

		if (strcmp(group, last) == 0 || strcmp(group, shown) == 0)
			continue;
		strbuf_addf(out, "  %s", group);
		add_progress(run, group, out);
		last = group;
	}
}

static void
head(struct ui *ui, struct form_state *run, struct strbuf *out)
{
	const struct owned_row *row = form_rows_chosen(form_rows_page(run));
	const struct record *group;
	const char *name;

	if (row == NULL)
		return;
	name = record_get(&row->now, "grp");
	group = checklist_known_group(checklist_known(ui, run), &row->now);
	strbuf_add(out, name);
	if (group != NULL && record_get(group, "heading")[0] != '\0')
		strbuf_addf(out, " %s", record_get(group, "heading"));
	add_progress(run, name, out);
	add_others(run, name, out);
}

/* What the records say about it; false where that is nothing. */
static bool
tell_records(const struct checklist_known *known, const struct record *result,
	struct strbuf *out)
{
	const struct probe_answer *answer = checklist_known_answer(known,
		result);

	if (record_get(result, "ground")[0] != '\0')
		strbuf_add(out, record_get(result, "ground"));
	else if (answer != NULL)
		strbuf_add(out, answer->sentence);
	else
		return false;
	return true;
}

static void
page_foot(struct ui *ui, struct form_state *run, struct strbuf *out)
{
	const struct owned_row *row = form_rows_chosen(form_rows_page(run));

	if (row != NULL && !tell_records(checklist_known(ui, run), &row->now,
				out))
		strbuf_add(out, record_get(&row->now, "guide"));
}

/* Verdicts */

static const char *
word(const struct form_state *run, const struct owned_row *row,
	const struct code *code)
{
	const struct checklist_known *known = known_of(run);

	return row != NULL && known != NULL
		? checklist_known_word(known, &row->now, code->code)
		: code_word(code);
}

/* What was proposed is kept beside what was decided. */
static void
marked(struct ui *ui, struct form_state *run, struct owned_row *row,
	const struct record *was)
{
	struct checklist_known *known = checklist_known(ui, run);
	const struct probe_answer *answer = checklist_known_answer(known,
		&row->now);

	(void)was;
	known->accepted = NULL;
	if (answer == NULL)
		return;
	record_set(&row->now, "proposed", answer->verdict);
	record_set(&row->now, "ground", answer->sentence);
}

/* A record that the result rests on. */
static struct owned_row *
add_evidence(struct form_state *run, const struct owned_row *result,
	const struct record_type *type, int64_t id)
{
	struct owned_row *row = owned_add(form_rows_page_of(run,
		&evidence_type)->rows, run->today);
	char text[SITE_ID_TEXT_SIZE];

	site_id_to_text(result->now.id, text);
	record_set(&row->now, "result_id", text);
	site_id_to_text(id, text);
	for (size_t i = 0; i < evidence_type.n_fields; i++) {
		const struct field_type *field = &evidence_type.fields[i];

		if (field->kind == FIELD_REF && field_ref(field) == type)
			record_set(&row->now, field->name, text);
	}
	return row;
}

static bool
accept(struct ui *ui, struct form_state *run, struct owned_row *row)
{
	struct checklist_known *known = checklist_known(ui, run);
	const struct probe_answer *answer = checklist_known_answer(known,
		&row->now);

	if (answer == NULL || answer->verdict[0] == '\0')
		return false;
	record_set(&row->now, "verdict", answer->verdict);
	marked(ui, run, row, &row->was);
	known->evidence.n = 0;
	for (size_t i = 0; i < answer->evidence.n; i++)
		vec_push(&known->evidence, add_evidence(run, row,
			answer->evidence.items[i].type,
			answer->evidence.items[i].id));
	known->accepted = row;
	return true;
}

/* Its evidence came with it. */
static void
taken_back(struct form_state *run, struct owned_row *row)
{
	struct checklist_known *known = run->known;
	struct owned_rows *rows = form_rows_page_of(run, &evidence_type)->rows;

	if (known == NULL || known->accepted != row)
		return;
	for (size_t i = 0; i < known->evidence.n; i++)
		owned_drop(rows, known->evidence.items[i]);
	known->evidence.n = 0;
	known->accepted = NULL;
}

static bool
lacks(struct store *store, const struct record *result)
{
	char *wants = checklist_wants(store, result);
	bool any = wants != NULL;

	free(wants);
	return any;
}

static const struct noun_marks marks = {
	.field = "verdict",
	.word = word,
	.accept = accept,
	.accept_word = N_("As proposed"),
	.accept_help = N_("Take over what the records propose, with its "
			  "evidence, and go on; an item that is judged stays "
			  "as it is."),
	.accept_none = N_("The records propose nothing here; judge it yourself "
			  "with a digit."),
	.lacks = lacks,
	.marked = marked,
	.taken_back = taken_back,
};

/* What follows from a result */

static struct owned_row *
chosen(const struct form_state *run)
{
	struct owned_row *row = form_rows_chosen(form_rows_page_of(run,
		&checklist_result_type));

	return row != NULL && !row->now.deleted ? row : NULL;
}

static bool
has_chosen(const struct form_state *run)
{
	return chosen(run) != NULL;
}

static bool
has_finding(const struct form_state *run)
{
	const struct owned_row *row = chosen(run);

	return run->steppable && row != NULL && finding_is(&row->now);
}

/* What becomes of it refers to it, so that it must be saved. */
static void
run_act(struct ui *ui, struct form_state *run)
{
	const struct owned_row *row;

	if (form_any_typed(run) && !form_save_here(ui, &run))
		return;
	row = run != NULL ? chosen(run) : NULL;
	if (row != NULL)
		finding_act(ui, &run->record, &row->now);
}

/* Its code finds it among the evidence of all. */
static void
run_evidence(struct ui *ui, struct form_state *run)
{
	struct owned_page *page = form_rows_page_of(run, &evidence_type);
	const struct owned_row *row = chosen(run);

	(void)ui;
	form_rows_choose(run, page, NULL);
	list_set_filter(&page->list, record_get(&row->now, "code"));
	form_rows_filter(page);
	list_restart(&page->list);
}

static bool
was_sent_back(const struct form_state *run)
{
	return run->record.version != 0 &&
		record_get(&run->record, "return_why")[0] != '\0';
}

/* Submitted again: what its reviewer looks at first. */
static bool
is_back(const struct form_state *run)
{
	return was_sent_back(run) && record_is_guarded(&run->record);
}

static bool
was_back(const struct form_state *run)
{
	return was_sent_back(run) && !is_back(run);
}

static void
run_changed(struct ui *ui, struct form_state *run)
{
	checklist_changed_open(ui, run);
}

static const struct noun_deed result_deeds[] = {
	{.word = N_("Changed since"),
		.help = N_("Show what has been changed since this checklist "
			   "was sent back."),
		.key = true, .works = is_back, .run = run_changed},
	{.word = N_("Changed since it was sent back"),
		.help = N_("Show what has been changed since this checklist "
			   "was sent back."),
		.works = was_back, .run = run_changed},
	{.word = N_("Act on it"),
		.help = N_("Make a task of the chosen finding, or a part of "
			   "the rectification of this union; what was typed is "
			   "saved first."),
		.key = true, .works = has_finding, .run = run_act},
	{.word = N_("Its evidence"),
		.help = N_("Show what the chosen result rests on, and add to "
			   "it."),
		.key = true, .works = has_chosen, .run = run_evidence},
};

const struct noun_page checklist_result_page = {
	.rows = "checklist_result",
	.paths = paths,
	.columns = columns,
	.n_columns = sizeof(columns) / sizeof(columns[0]),
	.group = "grp",
	.empty = N_("None yet; they come from the standard when the union is "
		    "chosen."),
	.head = head,
	.deeds = result_deeds,
	.n_deeds = sizeof(result_deeds) / sizeof(result_deeds[0]),
	.marks = &marks,
	.foot = page_foot,
};

/* The form of one result */

static void
add_line(const struct record *record, const char *field, struct strbuf *out)
{
	const char *value = record_get(record, field);

	if (value[0] != '\0')
		strbuf_addf(out, _("  %s: %s"), term_word(&record_field(
			record->type, field)->term), value);
}

/* The last run stands beside this one. */
static void
add_before(const struct record *before, struct strbuf *out)
{
	if (before == NULL || record_get(before, "verdict")[0] == '\0')
		return;
	strbuf_addf(out, _("Last time: %s"), record_get(before, "word"));
	add_line(before, "finding", out);
	add_line(before, "measure", out);
	strbuf_add_char(out, '\n');
}

/* The text of a field behind its name, on a line of its own. */
static void
add_text(const struct record *record, const char *field, struct strbuf *out)
{
	if (record == NULL || record_get(record, field)[0] == '\0')
		return;
	strbuf_addf(out, _("%s: "), term_word(&record_field(record->type,
		field)->term));
	strbuf_addf(out, "%s\n", record_get(record, field));
}

/* What whoever judges it wants to know: most of all, what the records say, how
 * it stood the last time, and then by what it is judged. */
static void
foot(struct ui *ui, struct form_state *state, struct strbuf *out)
{
	const struct checklist_known *known;
	size_t begin = out->len;

	if (state->owner == NULL)
		return;
	known = checklist_known(ui, state->owner);
	if (tell_records(known, &state->record, out))
		strbuf_add_char(out, '\n');
	add_before(checklist_known_before(known, &state->record), out);
	add_text(&state->record, "guide", out);
	add_text(checklist_known_item(known, &state->record), "look_at", out);
	if (out->len > begin)
		strbuf_truncate(out, out->len - 1);
}

const struct noun checklist_result_noun = {
	.type = "checklist_result",
	.beside = "evidence",
	.starts = "verdict",
	.foot = foot,
};
