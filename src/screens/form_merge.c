/* 两人同改: what somebody else has saved while the form was open, brought
 * together with what was typed in it. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/merge.h"
#include "records/merge_text.h"
#include "screens/form_state.h"
#include "screens/form_values.h"

enum outcome {
	TAKE_THEIRS,
	KEEP_MINE,
	UNDECIDED,
	SHOW_NUMBERS, /* first, and asked again */
	KEEP_BOTH,    /* of long texts: one under the other */
};

/* A value in quotes, masked as the form shows it. */
static char *
quoted(struct ui *ui, const struct form_state *state,
	const struct record *record, size_t field)
{
	const struct field_type *of = &state->type->fields[field];
	struct strbuf word = STRBUF_INIT;
	char *quote;

	record_show(ui->app->store, record, of, !state->revealed, &word);
	quote = word.len > 0 ? xasprintf(_("“%s”"), word.s)
			     : xstrdup(_("nothing"));
	strbuf_clear(&word);
	return quote;
}

/* Two numbers that are covered can look the same. */
static enum outcome
ask_once(struct ui *ui, const struct form_state *state,
	const struct merge *merge, size_t field)
{
	const char *const answers[] = {
		[TAKE_THEIRS] = _("Theirs"),
		[KEEP_MINE] = _("Mine"),
		[UNDECIDED] = _("Back to the form"),
		[SHOW_NUMBERS] = _("Show numbers"),
	};
	bool covered = !state->revealed &&
		state->type->fields[field].flags & FIELD_SENSITIVE;
	char *base = quoted(ui, state, &merge->base, field);
	char *theirs = quoted(ui, state, &merge->theirs, field);
	char *mine = quoted(ui, state, &state->record, field);
	char *text = xasprintf(_("You and %s have both changed this. Which is "
				 "to stand?\n\nIt was %s.\n%s has made it %s.\n"
				 "You have made it %s."),
		merge->who, base, merge->who, theirs, mine);
	enum outcome outcome = (enum outcome)dialog_ask(&ui->host,
		term_word(&state->type->fields[field].term), text, answers,
		covered ? SHOW_NUMBERS + 1 : SHOW_NUMBERS, UNDECIDED);

	free(base);
	free(theirs);
	free(mine);
	free(text);
	return outcome;
}

/* Of a long text only the lines in which they differ are shown. */
static enum outcome
ask_text(struct ui *ui, const struct form_state *state,
	const struct merge *merge, size_t field)
{
	static const enum outcome outcomes[] = {TAKE_THEIRS, KEEP_MINE,
		KEEP_BOTH, UNDECIDED};
	const char *const answers[] = {_("Theirs"), _("Mine"),
		_("Both, one under the other"), _("Back to the form")};
	const char *theirs = merge->theirs.values[field];
	const char *mine = state->record.values[field];
	struct strbuf their_part = STRBUF_INIT, my_part = STRBUF_INIT;
	struct merge_text same;
	char *text;
	size_t answer;

	merge_text_compare(theirs, mine, &same);
	merge_text_part(&same, theirs, &their_part);
	merge_text_part(&same, mine, &my_part);
	text = xasprintf(_("You and %s have both changed this. Which is to "
			   "stand?\n\nWhere it is another, %s has:\n%s\n\n"
			   "You have:\n%s"), merge->who, merge->who,
		their_part.len > 0 ? their_part.s : _("nothing"),
		my_part.len > 0 ? my_part.s : _("nothing"));
	answer = dialog_ask(&ui->host,
		term_word(&state->type->fields[field].term), text, answers,
		sizeof(answers) / sizeof(answers[0]), 2);
	strbuf_clear(&their_part);
	strbuf_clear(&my_part);
	free(text);
	return outcomes[answer];
}

static enum outcome
ask(struct ui *ui, struct form_state *state, const struct merge *merge,
	size_t field)
{
	enum outcome outcome;

	if (state->type->fields[field].kind == FIELD_LONGTEXT)
		return ask_text(ui, state, merge, field);
	while ((outcome = ask_once(ui, state, merge, field)) == SHOW_NUMBERS) {
		form_show_numbers(ui, state);
		if (!state->revealed)
			return UNDECIDED;
	}
	return outcome;
}

/* Initials that follow from a name go with the name. */
static size_t
leading_field(const struct form_state *state, size_t field)
{
	return state->type->fields[field].flags & FIELD_INITIALS
		? record_field_index(state->type, state->type->title[0])
		: field;
}

/* Decides about every field that the other has changed; false where the clerk
 * wants to think it over. */
static bool
decide(struct ui *ui, struct form_state *state, const struct merge *merge,
	enum outcome *outcomes)
{
	for (size_t i = 0; i < merge->fields.n; i++) {
		const struct merge_field *of = &merge->fields.items[i];
		size_t leading = leading_field(state, of->field);

		outcomes[i] = UNDECIDED;
		if (of->kind == MERGE_THEIRS)
			outcomes[i] = TAKE_THEIRS;
		for (size_t j = 0; j < i; j++)
			if (merge->fields.items[j].field == leading)
				outcomes[i] = outcomes[j];
		if (outcomes[i] == UNDECIDED)
			outcomes[i] = ask(ui, state, merge, of->field);
		if (outcomes[i] == UNDECIDED)
			return false;
	}
	return true;
}

static void
add_value_line(struct ui *ui, const struct form_state *state,
	const struct merge *merge, const struct merge_field *of,
	enum outcome outcome, struct strbuf *text)
{
	const char *term = term_word(&state->type->fields[of->field].term);
	char *base = quoted(ui, state, &merge->base, of->field);
	char *theirs = quoted(ui, state, &merge->theirs, of->field);
	char *mine = quoted(ui, state, &state->record, of->field);

	if (of->kind == MERGE_THEIRS)
		strbuf_addf(text, _("%s: %s, taken over; it was %s."), term,
			theirs, base);
	else if (outcome == TAKE_THEIRS)
		strbuf_addf(text, _("%s: %s, taken over; you had made it %s."),
			term, theirs, mine);
	else
		strbuf_addf(text, _("%s: %s stays; it had been made %s."), term,
			mine, theirs);
	free(base);
	free(theirs);
	free(mine);
}

static void
add_line(struct ui *ui, const struct form_state *state,
	const struct merge *merge, const struct merge_field *of,
	enum outcome outcome, struct strbuf *text)
{
	const struct field_type *field = &state->type->fields[of->field];
	const char *term = term_word(&field->term);

	strbuf_add_char(text, '\n');
	if (field->kind != FIELD_LONGTEXT)
		add_value_line(ui, state, merge, of, outcome, text);
	else if (outcome == KEEP_BOTH)
		strbuf_addf(text, _("%s: theirs stands first, yours below it."),
			term);
	else if (outcome == TAKE_THEIRS)
		strbuf_addf(text, _("%s: theirs is taken over."), term);
	else
		strbuf_addf(text, _("%s: yours stays, theirs goes."), term);
}

/* What came of it; true where it is to be saved so. */
static bool
confirm(struct ui *ui, const struct form_state *state,
	const struct merge *merge, const enum outcome *outcomes)
{
	const char *const answers[] = {_("Save"), _("Back to the form")};
	struct strbuf text = STRBUF_INIT;
	char time[TIME_SIZE];
	bool save;

	date_time_of_moment(merge->at, time);
	strbuf_addf(&text, _("%s has saved this record at %s, while you had it "
			     "open. All else that you typed stays."),
		merge->who, time);
	strbuf_add_char(&text, '\n');
	for (size_t i = 0; i < merge->fields.n; i++)
		add_line(ui, state, merge, &merge->fields.items[i],
			outcomes[i], &text);
	save = dialog_ask(&ui->host, _("Saved by somebody else"), text.s,
		answers, 2, 1) == 0;
	strbuf_clear(&text);
	return save;
}

/* Whose part of a text it is, and when it was written. */
static char *
whose(const char *who, int64_t at)
{
	char time[TIME_SIZE];

	date_time_of_moment(at, time);
	/* TRANSLATORS: a name and a time, above what this person wrote */
	return xasprintf(_("[%s, %s]"), who, time);
}

static void
put_both(struct ui *ui, struct form_state *state, const struct merge *merge,
	size_t field, const char *mine)
{
	const struct app *app = ui->app;
	char *their_line = whose(merge->who, merge->at);
	char *my_line = whose(app->operator_name != NULL &&
			app->operator_name[0] != '\0' ? app->operator_name
						      : app->world->account,
		app->world->now(app->world));
	struct strbuf both = STRBUF_INIT;

	merge_text_join(merge->theirs.values[field], their_line, mine, my_line,
		&both);
	form_fill(&state->form, field, both.s);
	record_set(&state->record, state->type->fields[field].name, both.s);
	strbuf_clear(&both);
	free(their_line);
	free(my_line);
}

/* The value from which changes are counted is theirs from now on. */
static void
put(struct ui *ui, struct form_state *state, const struct merge *merge,
	size_t field, enum outcome outcome)
{
	const struct field_type *of = &state->type->fields[field];
	char *mine = xstrdup(form_value(&state->form, field));
	struct strbuf theirs = STRBUF_INIT;

	form_values_show(ui->app->store, &state->record, of,
		merge->theirs.values[field], &theirs);
	form_set(&state->form, field, theirs.s);
	if (outcome == KEEP_BOTH)
		put_both(ui, state, merge, field, mine);
	else if (outcome == KEEP_MINE)
		form_fill(&state->form, field, mine);
	else
		record_set(&state->record, of->name,
			merge->theirs.values[field]);
	strbuf_clear(&theirs);
	free(mine);
}

/* What both made alike is changed no more. */
static void
put_all(struct ui *ui, struct form_state *state, const struct merge *merge,
	const enum outcome *outcomes)
{
	for (size_t i = 0, j = 0; i < state->type->n_fields; i++)
		if (j < merge->fields.n && merge->fields.items[j].field == i)
			put(ui, state, merge, i, outcomes[j++]);
		else if (strcmp(state->record.values[i],
				merge->theirs.values[i]) == 0)
			put(ui, state, merge, i, TAKE_THEIRS);
	state->record.version = merge->theirs.version;
	state->draft.version = merge->theirs.version;
	form_values_hide(&state->record, &state->form);
	form_note_typing(ui, state);
}

static bool
settle(struct ui *ui, struct form_state *state, const struct merge *merge)
{
	enum outcome *outcomes = xcalloc(merge->fields.n + 1,
		sizeof(*outcomes));
	bool decided = decide(ui, state, merge, outcomes);
	bool save = decided;

	if (decided && merge->fields.n > 0)
		save = confirm(ui, state, merge, outcomes);
	if (decided)
		put_all(ui, state, merge, outcomes);
	free(outcomes);
	if (!decided)
		ui_say(ui, _("Nothing is decided yet; saving asks again."));
	else if (!save)
		ui_say(ui, _("Both are in the form now; save with F2."));
	return save;
}

bool
form_merge(struct ui *ui, struct form_state *state)
{
	struct err err = ERR_INIT;
	struct merge merge;
	bool save = true;

	if (state->record.version == 0)
		return true;
	if (merge_begin(ui->app->store, &state->record, &merge, &err) !=
		ERR_OK) {
		ui_fail(ui, &err);
		return false;
	}
	if (merge.theirs.version != state->record.version &&
		!merge.theirs.deleted)
		save = settle(ui, state, &merge);
	merge_clear(&merge);
	return save;
}
