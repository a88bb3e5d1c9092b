/* 会议: its facts, its agenda, votes and resolutions. */
#include "screens/meeting.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "records/attachment.h"
#include "records/convene.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/save.h"
#include "screens/form_state.h"
#include "screens/open.h"
#include "store/site.h"

/* Of agenda_kind. */
#define FIRST_TOPIC "1"

/* Facts */

/* What was proposed before, or is empty, gives way to what is proposed now. */
static void
take_proposal(struct ui *ui, struct form_state *state,
	const struct record *was, const struct record *now)
{
	for (const char *const *field = convene_fields; *field != NULL;
		field++) {
		const char *typed = record_get(&state->record, *field);

		if (typed[0] == '\0' ||
			strcmp(typed, record_get(was, *field)) == 0)
			form_put(ui, state, *field, record_get(now, *field));
	}
}

/* What the save would warn of is said while it can be chosen otherwise. */
static void
warn_of_kind(struct ui *ui, const struct record *meeting)
{
	struct notes notes = VEC_INIT;

	(void)record_check(ui->app->store, meeting, NULL, &notes, NULL);
	for (size_t i = 0; i < notes.n; i++)
		if (!notes.items[i].blocks &&
			strcmp(notes.items[i].field, "kind_id") == 0)
			status_say(&ui->status, STYLE_WARNING, "%s",
				notes.items[i].text);
	notes_clear(&notes);
}

static void
follow(struct ui *ui, struct form_state *state, const struct record *before,
	const char *field)
{
	struct err err = ERR_INIT;
	struct record was, now;

	if (state->record.version != 0 ||
		(strcmp(field, "union_org_id") != 0 &&
			strcmp(field, "kind_id") != 0 &&
			strcmp(field, "begin_at") != 0))
		return;
	record_copy(&was, before);
	record_copy(&now, &state->record);
	if (convene_propose(ui->app->store, &was, state->today, &err) !=
			ERR_OK ||
		convene_propose(ui->app->store, &now, state->today, &err) !=
			ERR_OK)
		ui_fail(ui, &err);
	else
		take_proposal(ui, state, &was, &now);
	warn_of_kind(ui, &state->record);
	record_clear(&was);
	record_clear(&now);
}

/* Agenda and text */

static bool
demands_first_topic(struct ui *ui, const struct record *meeting)
{
	struct record kind;
	bool demands;

	if (record_load(ui->app->store, &meeting_kind_type,
		    record_ref(meeting, "kind_id"), &kind, NULL) != ERR_OK)
		return false;
	demands = strcmp(record_get(&kind, "first_topic"), "1") == 0;
	record_clear(&kind);
	return demands;
}

/* The row before a new one, or NULL. */
static const struct record *
row_before(const struct form_state *owner, const struct record *row)
{
	const struct record *before = NULL;

	for (size_t i = 0; i < owner->owned.n; i++) {
		const struct owned_rows *rows = &owner->owned.items[i];

		for (size_t j = 0; rows->type == row->type && j < rows->n; j++)
			if (&rows->items[j]->now != row &&
				!rows->items[j]->now.deleted)
				before = &rows->items[j]->now;
	}
	return before;
}

static void
begin_item(struct ui *ui, struct form_state *owner, struct record *row)
{
	if (row_before(owner, row) == NULL &&
		demands_first_topic(ui, &owner->record))
		record_set(row, "kind", FIRST_TOPIC);
}

void
meeting_begin_text(struct ui *ui, struct form_state *owner, struct record *row)
{
	const struct record *before = row_before(owner, row);

	(void)ui;
	if (before != NULL)
		record_set(row, "agenda_item_id",
			record_get(before, "agenda_item_id"));
}

/* What was said about an item is written down as the kind proposes. */
static void
add_template(struct ui *ui, const struct form_state *state,
	const struct field_type *field, struct strbuf *out)
{
	struct record kind;

	if (strcmp(field->name, "gist") != 0 || record_load(ui->app->store,
			&meeting_kind_type, record_ref(&state->record,
				"kind_id"), &kind, NULL) != ERR_OK)
		return;
	strbuf_add(out, record_get(&kind, "template"));
	record_clear(&kind);
}

/* Resolutions */

static bool
has_resolution(const struct form_state *state)
{
	const struct owned_row *row = form_rows_chosen(form_rows_page(state));

	return row != NULL && !row->now.deleted && state->writable;
}

static void
open_task(struct ui *ui, const struct form_state *state,
	const struct record *resolution)
{
	char meeting[SITE_ID_TEXT_SIZE], id[SITE_ID_TEXT_SIZE];
	struct record begin;

	site_id_to_text(state->record.id, meeting);
	site_id_to_text(resolution->id, id);
	record_begin(&begin, &task_type, state->today);
	record_set(&begin, "meeting_id", meeting);
	record_set(&begin, "resolution_id", id);
	record_set(&begin, "title", record_get(resolution, "subject"));
	open_form(ui, &task_type, 0, &begin);
	record_clear(&begin);
}

/* The task refers to it, so that it must be saved. */
static void
run_give_task(struct ui *ui, struct form_state *state)
{
	const struct owned_row *row;

	if (form_any_typed(state) && !form_save_here(ui, &state))
		return;
	if (state == NULL)
		return;
	row = form_rows_chosen(form_rows_page(state));
	if (row != NULL)
		open_task(ui, state, &row->now);
}

static const struct noun_deed resolution_deeds[] = {
	{.word = N_("Give a task"),
		.help = N_("Begin a task that follows from the chosen "
			   "resolution; what was typed is saved first."),
		.key = true, .works = has_resolution, .run = run_give_task},
};

/* Attachments */

/* It was chosen, so that nothing more need be typed of it. */
static void
run_attach(struct ui *ui, struct form_state *state)
{
	char *path = choose_file(ui, term_word(&attachment_type.term), NULL);
	struct owned_page *page = form_rows_page(state);
	struct owned_row *row;

	if (path == NULL)
		return;
	row = owned_add(page->rows, state->today);
	record_set(&row->now, "file", path);
	record_set(&row->now, "name", file_name(path));
	form_rows_typed(ui, state, page, row);
	ui_say(ui, _("Added; Enter says of what kind it is."));
	free(path);
}

static const char *
find_file(const struct record *attachment)
{
	return attachment_word(attachment_look(attachment));
}

static const struct noun_deed attachment_deeds[] = {
	{.word = N_("Choose a file"),
		.help = N_("Choose the file that belongs to the meeting; its "
			   "size, time and fingerprint are kept with it."),
		.key = true, .run = run_attach},
};

/* What is told by the text is worth more room than what it belongs to. */
static const char *const item_paths[] = {"order_no", "kind", "subject",
	"speaker_id", "gist", NULL};
static const char *const discussion_paths[] = {"order_no", "member_id",
	"words", "dissent", "agenda_item_id", "speaker_name", NULL};
static const char *const resolution_paths[] = {"order_no", "subject", "body",
	"agenda_item_id", "vote_id", NULL};

static const struct noun_page item_page = {
	.rows = "agenda_item", .paths = item_paths, .begin = begin_item};
static const struct noun_page discussion_page = {
	.rows = "discussion",
	.paths = discussion_paths,
	.begin = meeting_begin_text,
};
static const struct noun_page resolution_page = {
	.rows = "resolution",
	.paths = resolution_paths,
	.begin = meeting_begin_text,
	.deeds = resolution_deeds,
	.n_deeds = sizeof(resolution_deeds) / sizeof(resolution_deeds[0]),
};

static const char *const attachment_paths[] = {"name", "kind", "place", "file",
	"size", "file_at", NULL};

static const struct noun_page attachment_page = {
	.rows = "attachment",
	.paths = attachment_paths,
	.empty = N_("None yet; F4 chooses a file, Ctrl-N enters a paper."),
	.find = find_file,
	.found = {.name = N_("File"), .cols = 12},
	.deeds = attachment_deeds,
	.n_deeds = sizeof(attachment_deeds) / sizeof(attachment_deeds[0]),
};

static const struct noun_page *const pages[] = {&attendance_page, &item_page,
	&discussion_page, &vote_page, &resolution_page,
	&attachment_page, &task_page, NULL};

const struct noun meeting_noun = {
	.type = "meeting",
	.steps = true,
	.stays = true,
	.follow = follow,
	.pages = pages,
	.template = add_template,
	.people = attendance_people,
};
