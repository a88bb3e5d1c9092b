/* Steps of the state (状态的步骤), and saving without leaving the form. */
#include "screens/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/codes.h"
#include "records/save.h"

enum { STEPS_MAX = 16 };

/* Where a code stands in its list: steps lead onwards or back. */
static size_t
place_of(const struct record_type *type, const char *code)
{
	const struct code_list *list = field_codes(record_field(type,
		type->state));
	size_t i = 0;

	while (i < list->n_codes && strcmp(list->codes[i].code, code) != 0)
		i++;
	return i;
}

/* The first of those that are open that leads onwards, or NULL. */
static const struct state_step *
next_step(const struct form_state *state)
{
	const struct record_type *type = state->type;
	const struct state_step *steps[STEPS_MAX];
	size_t n;

	if (!state->noun->stays || !state->writable)
		return NULL;
	n = record_steps(&state->record, steps, STEPS_MAX);
	for (size_t i = 0; i < n; i++)
		if (steps[i]->from[0] != '\0' &&
			place_of(type, steps[i]->to) >
				place_of(type, steps[i]->from))
			return steps[i];
	return NULL;
}

void
form_step_live(const struct form_state *state, struct keymap_live *live)
{
	const struct state_step *step = next_step(state);

	if (step != NULL)
		keymap_live_name(live, ACTION_STEP, term_word(&step->action),
			NULL);
}

/* A field of the step that is empty, or NULL. */
static const struct field_type *
missing(const struct form_state *state, const struct state_step *step)
{
	for (size_t i = 0; i < sizeof(step->needs) / sizeof(*step->needs) &&
		step->needs[i] != NULL; i++)
		if (record_get(&state->record, step->needs[i])[0] == '\0')
			return record_field(state->type, step->needs[i]);
	return NULL;
}

/* The moment is offered for what asks for one, to be put right. */
static void
offer_now(struct ui *ui, struct form_state *state,
	const struct field_type *field)
{
	char now[TIME_SIZE];

	if (field->kind == FIELD_TIME) {
		date_time_of_moment(ui->app->world->now(ui->app->world), now);
		form_put(ui, state, field->name, now);
	} else if (field->kind == FIELD_DATE) {
		form_put(ui, state, field->name, state->today);
	}
}

/* True where something has to be filled in or looked at first. */
static bool
asks_first(struct ui *ui, struct form_state *state,
	const struct state_step *step)
{
	const struct field_type *field = missing(state, step);

	if (field == NULL)
		return false;
	form_focus(&state->form, record_field_index(state->type,
		field->name));
	offer_now(ui, state, field);
	form_note_typing(ui, state);
	ui_say(ui, _("%s is needed for this step: fill it in or put it right, "
		     "then press F6 again."), term_word(&field->term));
	return true;
}

void
form_step_next(struct ui *ui, struct form_state *state)
{
	const struct state_step *step = next_step(state);
	char *was;

	if (!form_take_all(ui, state) || asks_first(ui, state, step))
		return;
	was = xstrdup(record_get(&state->record, state->type->state));
	form_put(ui, state, state->type->state, step->to);
	state->warned = false;
	if (!form_save_here(ui, &state))
		form_put(ui, state, state->type->state, was);
	free(was);
}

/* A step from F9: what it needs is filled in and saved by whoever took it. */
static void
run_step(struct ui *ui, void *data, int64_t index)
{
	struct form_state *state = data;
	const struct state_step *steps[STEPS_MAX];
	const struct field_type *field;

	(void)record_steps(&state->record, steps, STEPS_MAX);
	form_put(ui, state, state->type->state, steps[index]->to);
	form_note_typing(ui, state);
	field = missing(state, steps[index]);
	if (field == NULL) {
		ui_say(ui, _("Save with F2 to let it stand."));
		return;
	}
	form_focus(&state->form, record_field_index(state->type,
		field->name));
	ui_say(ui, _("Fill in %s, then save with F2."),
		term_word(&field->term));
}

void
form_step_commands(const struct form_state *state,
	struct ui_commands *commands)
{
	const struct state_step *steps[STEPS_MAX];
	const struct state_step *next = next_step(state);
	size_t n = record_steps(&state->record, steps, STEPS_MAX);

	for (size_t i = 0; i < n; i++)
		if (steps[i] != next)
			ui_commands_add_term(commands, &steps[i]->action,
				N_("Take this step of the record's state."),
				run_step, (int64_t)i);
}

/* Where one is in a form. */
struct spot {
	size_t page;
	size_t focus;
	int64_t row; /* the one chosen on a page of owned rows, or -1 */
};

static struct spot
spot_of(const struct form_state *state)
{
	struct owned_page *page = form_rows_page(state);
	const struct row *row = page != NULL ? list_chosen(&page->list) : NULL;

	return (struct spot){state->form.page, state->form.focus,
		row != NULL ? row->id : -1};
}

static void
go_to(struct form_state *state, const struct spot *spot)
{
	struct owned_page *page;

	if (spot->focus != FORM_NOWHERE)
		form_focus(&state->form, spot->focus);
	form_go_page(&state->form, spot->page);
	if (spot->focus != FORM_NOWHERE)
		form_focus(&state->form, spot->focus);
	page = form_rows_page(state);
	if (page != NULL && spot->row >= 0)
		list_want(&page->list, spot->row);
}

bool
form_save_here(struct ui *ui, struct form_state **state)
{
	const struct record_type *type = (*state)->type;
	struct form_state *again;
	struct spot spot;

	if (!form_save(ui, *state))
		return false;
	spot = spot_of(*state);
	ui_back(ui);
	again = form_open_saved(ui, type, ui->saved);
	if (again != NULL)
		go_to(again, &spot);
	*state = again;
	return true;
}
