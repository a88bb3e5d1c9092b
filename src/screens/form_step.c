/* Steps of the state (状态的步骤), and saving without leaving the form. */
#include "screens/form_state.h"

#include <string.h>

#include "base/i18n.h"
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

static bool
is_guarded(const struct record_type *type, const char *state)
{
	const size_t n = sizeof(type->guarded) / sizeof(type->guarded[0]);

	for (size_t i = 0; i < n && type->guarded[i] != NULL; i++)
		if (strcmp(state, type->guarded[i]) == 0)
			return true;
	return false;
}

/* To a later state, or to be reviewed once more. */
static bool
leads_onwards(const struct record_type *type, const struct state_step *step)
{
	return place_of(type, step->to) > place_of(type, step->from) ||
		(is_guarded(type, step->to) && !is_guarded(type, step->from));
}

/* The first of those that are open that leads onwards, or NULL; one that was
 * taken is saved first. */
static const struct state_step *
next_step(const struct form_state *state)
{
	const struct record_type *type = state->type;
	const struct state_step *steps[STEPS_MAX];
	size_t n;

	if (!state->noun->steps ||
		!state->steppable ||
		form_is_changed(&state->form, record_field_index(type,
			type->state)))
		return NULL;
	n = record_steps(&state->record, steps, STEPS_MAX);
	for (size_t i = 0; i < n; i++)
		if (steps[i]->from[0] != '\0' &&
			leads_onwards(type, steps[i]))
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
	else if (state->noun->steps)
		keymap_live_name(live, ACTION_STEP, "",
			_("Say why no next step is open."));
}

/* The key is known from other records of the type: it must not be dumb. */
static void
say_why_none(struct ui *ui, const struct form_state *state)
{
	if (ui_is_read_only(ui))
		return;
	if (state->record.version == 0)
		ui_say(ui, _("Save it with F2 first; then F6 takes its next "
			     "step."));
	else if (form_any_typed(state))
		ui_say(ui, _("Save with F2 what was typed; then F6 takes the "
			     "next step, where one is open."));
	else
		ui_say(ui, _("No further step is open to you in this state."));
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

/* What the step needs and is not there: the one to be typed, or else a moment
 * to be looked at; NULL where all is there. */
static const struct field_type *
prepare(struct ui *ui, struct form_state *state,
	const struct state_step *step)
{
	const struct field_type *wanted = NULL;

	for (size_t i = 0; i < sizeof(step->needs) / sizeof(*step->needs) &&
		step->needs[i] != NULL; i++) {
		const struct field_type *field = record_field(state->type,
			step->needs[i]);

		if (record_get(&state->record, field->name)[0] != '\0')
			continue;
		if (state->noun->steps)
			offer_now(ui, state, field);
		if (wanted == NULL ||
			(record_get(&state->record, wanted->name)[0] != '\0' &&
				record_get(&state->record, field->name)[0] ==
					'\0'))
			wanted = field;
	}
	return wanted;
}

/* True where nothing is missing for it. */
static bool
take_step(struct ui *ui, struct form_state *state,
	const struct state_step *step)
{
	const struct field_type *wanted;

	form_put(ui, state, state->type->state, step->to);
	wanted = prepare(ui, state, step);
	form_note_typing(ui, state);
	if (wanted == NULL)
		return true;
	form_focus(&state->form, record_field_index(state->type,
		wanted->name));
	if (record_get(&state->record, wanted->name)[0] == '\0')
		ui_say(ui, _("Fill in %s, then save with F2."),
			term_word(&wanted->term));
	else
		ui_say(ui, _("Look whether %s is right, then save with F2."),
			term_word(&wanted->term));
	return false;
}

/* Said anew each time: why it went back the last time is no reason now. */
static bool
is_said(const struct field_type *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_LONGTEXT;
}

/* What the step needs is asked for where nothing can be typed; false where it
 * is not told. */
static bool
ask_needs(struct ui *ui, struct form_state *state,
	const struct state_step *step)
{
	struct strbuf typed = STRBUF_INIT;
	bool told = true;

	for (size_t i = 0; told && i < sizeof(step->needs) /
			sizeof(*step->needs) && step->needs[i] != NULL; i++) {
		const struct field_type *field = record_field(state->type,
			step->needs[i]);

		size_t row = record_field_index(state->type, field->name);

		if (record_get(&state->record, field->name)[0] == '\0')
			offer_now(ui, state, field);
		strbuf_reset(&typed);
		if (!is_said(field))
			strbuf_add(&typed, form_value(&state->form, row));
		told = dialog_input(&ui->host, term_word(&step->action),
			term_word(&field->term), field_max(field), &typed) &&
			typed.len > 0;
		if (!told)
			break;
		form_fill(&state->form, row, typed.s);
		told = form_take_row(ui, state, row);
	}
	strbuf_clear(&typed);
	return told;
}

/* Of a record that changes by its steps alone: takes it and saves. */
static void
step_guarded(struct ui *ui, struct form_state *state,
	const struct state_step *step)
{
	const char *from = step->from;

	if (!ask_needs(ui, state, step))
		return;
	form_put(ui, state, state->type->state, step->to);
	if (form_save_here(ui, &state))
		return;
	form_put(ui, state, state->type->state, from);
}

void
form_step_next(struct ui *ui, struct form_state *state)
{
	const struct state_step *step = next_step(state);
	const char *from = step != NULL ? step->from : NULL;

	if (step == NULL)
		say_why_none(ui, state);
	else if (!state->writable)
		step_guarded(ui, state, step);
	else if (form_take_all(ui, state) && take_step(ui, state, step) &&
		!form_save_and_go(ui, state))
		form_put(ui, state, state->type->state, from);
}

static void
run_step(struct ui *ui, void *data, int64_t index)
{
	struct form_state *state = data;
	const struct state_step *steps[STEPS_MAX];

	(void)record_steps(&state->record, steps, STEPS_MAX);
	if (!state->writable)
		step_guarded(ui, state, steps[index]);
	else if (take_step(ui, state, steps[index]))
		ui_say(ui, _("Save with F2 to let it stand."));
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
	if (page != NULL && spot->row >= 0 &&
		(size_t)spot->row < page->rows->n)
		form_rows_choose(state, page, page->rows->items[spot->row]);
}

bool
form_save_here(struct ui *ui, struct form_state **state)
{
	const struct record_type *type = (*state)->type;
	struct form_state *again;
	struct spot spot;
	int64_t id;

	if (!form_save(ui, *state))
		return false;
	id = ui->saved;
	spot = spot_of(*state);
	ui_back(ui);
	again = form_open_saved(ui, type, id);
	if (again != NULL)
		go_to(again, &spot);
	ui->saved = id; /* the list below has forgotten it */
	*state = again;
	return true;
}

bool
form_save_and_go(struct ui *ui, struct form_state *state)
{
	if (state->noun->stays && state->saved == NULL)
		return form_save_here(ui, &state);
	if (!form_save(ui, state))
		return false;
	ui_back(ui);
	return true;
}
