/* 规范整顿: what a check has found, and what the acceptance comes to. */
#include "screens/rectification.h"

#include <string.h>

#include "base/i18n.h"
#include "records/acceptance.h"
#include "records/find.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/save.h"
#include "screens/form_state.h"
#include "screens/form_values.h"

static struct owned_rows *
items_of(const struct form_state *state)
{
	return owned_of(&state->owned, &rectification_item_type);
}

static bool
has_item(const struct owned_rows *items, int64_t result)
{
	for (size_t i = 0; i < items->n; i++)
		if (record_ref(&items->items[i]->now,
			    "checklist_result_id") == result)
			return true;
	return false;
}

/* One result, where it is a finding that is no item yet. */
static void
take_over(struct ui *ui, struct form_state *state, int64_t id, size_t *n)
{
	struct owned_rows *items = items_of(state);
	struct record result;

	if (record_load(ui->app->store, &checklist_result_type, id, &result,
		    NULL) != ERR_OK)
		return;
	if (finding_is(&result) && !has_item(items, id)) {
		finding_begin_item(&result,
			&owned_add(items, state->today)->now);
		++*n;
	}
	record_clear(&result);
}

/* How many findings of the check that it came from became items. */
static size_t
take_over_all(struct ui *ui, struct form_state *state)
{
	struct find_ids ids = VEC_INIT;
	struct err err = ERR_INIT;
	size_t n = 0;

	if (find_by_value(ui->app->store, &checklist_result_type,
		    "checklist_run_id",
		    record_get(&state->record, "checklist_run_id"),
		    SIZE_MAX / 2, &ids, &err) != ERR_OK)
		ui_fail(ui, &err);
	for (size_t i = 0; i < ids.n; i++)
		take_over(ui, state, ids.items[i], &n);
	find_ids_clear(&ids);
	return n;
}

/* It is of the union that was checked, and begins with what was found there. */
static void
follow(struct ui *ui, struct form_state *state, const struct record *before,
	const char *field)
{
	struct record run;

	(void)before;
	if (strcmp(field, "checklist_run_id") != 0 ||
		record_load(ui->app->store, &checklist_run_type,
			record_ref(&state->record, field), &run, NULL) !=
			ERR_OK)
		return;
	if (record_get(&state->record, "union_org_id")[0] == '\0')
		form_put(ui, state, "union_org_id",
			record_get(&run, "union_org_id"));
	record_clear(&run);
	if (state->record.version == 0 && take_over_all(ui, state) > 0) {
		state->rows_typed = true;
		form_rows_show(ui, state);
	}
}

/* By what stands in the form, as far as it is understood. */
static void
foot(struct ui *ui, struct form_state *state, struct strbuf *out)
{
	struct acceptance_marks marks;
	struct acceptance acceptance;
	struct record typed;

	if (!record_field_applies(&state->record,
		    record_field(state->type, "score")))
		return;
	record_copy(&typed, &state->record);
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (state->type->fields[i].kind == FIELD_INT)
			(void)form_values_take(ui->app->store, &state->form, i,
				state->today, &typed, NULL);
	(void)record_fill(ui->app->store, &typed, NULL, NULL);
	acceptance_kept_marks(&typed, &marks);
	acceptance_of(&typed, &acceptance);
	acceptance_tell(&acceptance, &marks,
		record_get(&typed, "track_until_on"), out);
	record_clear(&typed);
}

static bool
came_from_check(const struct form_state *state)
{
	return state->writable &&
		record_ref(&state->record, "checklist_run_id") != 0;
}

static void
run_take_over(struct ui *ui, struct form_state *state)
{
	struct owned_page *page = form_rows_page(state);
	size_t n = take_over_all(ui, state);

	if (n == 0) {
		ui_say(ui, _("All findings of the check are items already."));
		return;
	}
	form_rows_typed(ui, state, page, page->rows->items[page->rows->n - 1]);
	ui_say(ui, P_("%zu finding has been taken over.",
			   "%zu findings have been taken over.", n), n);
}

static const struct noun_deed item_deeds[] = {
	{.word = N_("Take findings over"),
		.help = N_("Make items of those findings of the check that are "
			   "none yet."),
		.key = true, .works = came_from_check, .run = run_take_over},
};

static const char *const item_paths[] = {"order_no", "problem", "measure",
	"member_id", "due_on", "done_on", "person", NULL};
static const char *const note_paths[] = {"noted_on", "body", "noted_by", NULL};

static const struct noun_page item_page = {
	.rows = "rectification_item",
	.paths = item_paths,
	.deeds = item_deeds,
	.n_deeds = sizeof(item_deeds) / sizeof(item_deeds[0]),
};
static const struct noun_page note_page = {
	.rows = "rectification_note", .paths = note_paths};

static const struct noun_page *const pages[] = {&item_page, &note_page, NULL};

const struct noun rectification_noun = {
	.type = "rectification",
	.steps = true,
	.stays = true,
	.follow = follow,
	.foot = foot,
	.pages = pages,
};
