/* 任务: passed on, divided, done. */
#include "screens/meeting.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/nouns.h"
#include "screens/form_state.h"
#include "screens/open.h"
#include "store/site.h"

/* Of task_state. */
#define OPEN "1"

/* A task is its meeting's union's, and a part is where the whole is. */
static void
follow(struct ui *ui, struct form_state *state, const struct record *before,
	const char *field)
{
	static const char *const shared[] = {"union_org_id", "meeting_id",
		"resolution_id", "due_on"};
	const struct record_type *from;
	struct record record;

	(void)before;
	if (strcmp(field, "meeting_id") == 0)
		from = &meeting_type;
	else if (strcmp(field, "parent_id") == 0)
		from = &task_type;
	else
		return;
	if (record_load(ui->app->store, from, record_ref(&state->record,
			field), &record, NULL) != ERR_OK)
		return;
	for (size_t i = 0; i < sizeof(shared) / sizeof(shared[0]); i++)
		if (record_field(from, shared[i]) != NULL &&
			record_get(&state->record, shared[i])[0] == '\0')
			form_put(ui, state, shared[i],
				record_get(&record, shared[i]));
	record_clear(&record);
}

static bool
is_open(const struct form_state *state)
{
	return state->writable && state->record.version != 0 &&
		strcmp(record_get(&state->record, "state"), OPEN) == 0;
}

/* Who does it, "" where nobody is named. */
static char *
owner_title(struct ui *ui, const struct form_state *state)
{
	struct strbuf title = STRBUF_INIT;
	int64_t id = record_ref(&state->record, "member_id");

	if (id != 0)
		record_title_of(ui->app->store, &member_type, id, &title);
	return strbuf_detach(&title);
}

static void
add_note(struct ui *ui, struct form_state *state, const char *body,
	const char *by)
{
	struct owned_page *page = &state->owned_pages[0];
	struct owned_row *row = owned_add(page->rows, state->today);

	record_set(&row->now, "body", body);
	record_set(&row->now, "noted_by", by);
	form_rows_typed(ui, state, page, row);
}

/* The new owner, and that it was passed on, in one change. */
static void
pass_on(struct ui *ui, struct form_state *state, int64_t member,
	const char *why)
{
	char *from = owner_title(ui, state), *to;
	struct strbuf body = STRBUF_INIT;
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(member, id);
	form_put(ui, state, "member_id", id);
	to = owner_title(ui, state);
	if (from[0] != '\0')
		strbuf_addf(&body, _("Passed on from %s to %s."), from, to);
	else
		strbuf_addf(&body, _("Given to %s."), to);
	if (why[0] != '\0')
		strbuf_addf(&body, "\n%s", why);
	add_note(ui, state, body.s, ui->app->operator_name != NULL
			? ui->app->operator_name : "");
	(void)form_save_here(ui, &state);
	free(from);
	free(to);
	strbuf_clear(&body);
}

static void
run_pass_on(struct ui *ui, struct form_state *state)
{
	struct strbuf why = STRBUF_INIT;
	int64_t member = choose_record(ui, &member_type, "");

	if (member != 0 && dialog_input(&ui->host, _("Pass on"),
			_("Why, and what the new one is to know (may stay "
			  "empty):"),
			field_max(record_field(&task_type, "title")), &why))
		pass_on(ui, state, member, why.s);
	strbuf_clear(&why);
}

static void
run_divide(struct ui *ui, struct form_state *state)
{
	char id[SITE_ID_TEXT_SIZE];
	struct record begin;

	site_id_to_text(state->record.id, id);
	record_begin(&begin, &task_type, state->today);
	record_set(&begin, "parent_id", id);
	open_form(ui, &task_type, 0, &begin);
	record_clear(&begin);
}

static const struct noun_deed deeds[] = {
	{.word = N_("Pass on"),
		.help = N_("Give the task to somebody else, with a note of it "
			   "among its progress, and save."),
		.works = is_open, .run = run_pass_on},
	{.word = N_("Divide"),
		.help = N_("Begin a task that is a part of this one."),
		.works = is_open, .run = run_divide},
};

static const char *const paths[] = {"due_on", "title", "member_id", "state",
	"unit_id", "closed_on", NULL};

const struct noun_page task_page = {.rows = "task", .paths = paths};

static const struct noun_page *const pages[] = {&task_page, NULL};

const struct noun task_noun = {
	.type = "task",
	.steps = true,
	.follow = follow,
	.deeds = deeds,
	.n_deeds = sizeof(deeds) / sizeof(deeds[0]),
	.pages = pages,
};
