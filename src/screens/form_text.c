/* A long text that has the whole screen: what is put into it, how long it is,
 * whose names an @ offers. */
#include "screens/form_state.h"

#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/search.h"
#include "screens/open.h"
#include "tui/fit.h"

/* In whose form it stands: that of the record, or of the owner of the row. */
static const struct form_state *
whole_of(const struct form_state *state)
{
	return state->owner != NULL ? state->owner : state;
}

/* Appends with what the text can begin, as long as it is empty. */
static void
add_template(struct ui *ui, const struct form_state *state, struct strbuf *out)
{
	const struct form_state *whole = whole_of(state);
	size_t field = state->form.focus;

	if (whole->noun->template != NULL &&
		form_value(&state->form, field)[0] == '\0')
		whole->noun->template(ui, whole, &state->type->fields[field],
			out);
}

void
form_text_live(struct ui *ui, const struct form_state *state,
	struct keymap_live *live)
{
	const struct editor *editor = &state->form.editor;
	struct strbuf template = STRBUF_INIT;

	keymap_live_init(live, form_context(&state->form));
	keymap_live_add(live, ACTION_SAVE);
	keymap_live_add(live, ACTION_BACK);
	offer_live(&editor->offer, live);
	if (!editor->finder.open && !offer_is_open(&editor->offer)) {
		add_template(ui, state, &template);
		if (template.len > 0)
			keymap_live_name(live, ACTION_DEED, _("Template"),
				_("Begin the empty text with the template of "
				  "this kind."));
		keymap_live_name(live, ACTION_CHOOSE, _("Phrases"),
			_("Choose a phrase and put it in."));
	}
	form_live(&state->form, live);
	keymap_live_add(live, ACTION_MENU);
	strbuf_clear(&template);
}

void
form_text_hint(const struct form_state *state, struct strbuf *out)
{
	const struct edit *edit = state->form.editor.edit;

	strbuf_addf(out, P_("%zu of at most %zu character",
			"%zu of at most %zu characters", edit->max),
		edit->n_chars, edit->max);
}

/* As one step of undo; what does not fit is said. */
static enum form_result
put_in(struct form_state *state, struct strbuf *text)
{
	const struct key_event event = {
		.kind = EVENT_PASTE, .text = text->s, .len = text->len};

	return form_handle(&state->form, ACTION_NONE, &event);
}

static enum form_result
put_in_phrase(struct ui *ui, struct form_state *state)
{
	int64_t id = choose_record(ui, &phrase_type, "");
	enum form_result result = FORM_HANDLED;
	struct strbuf text = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct record phrase;

	if (id == 0)
		return result;
	if (record_load(ui->app->store, &phrase_type, id, &phrase, &err) !=
		ERR_OK) {
		ui_fail(ui, &err);
		return result;
	}
	strbuf_add(&text, record_get(&phrase, "body"));
	record_clear(&phrase);
	result = put_in(state, &text);
	strbuf_clear(&text);
	return result;
}

static enum form_result
put_in_template(struct ui *ui, struct form_state *state)
{
	enum form_result result = FORM_HANDLED;
	struct strbuf text = STRBUF_INIT;

	add_template(ui, state, &text);
	if (text.len > 0)
		result = put_in(state, &text);
	strbuf_clear(&text);
	return result;
}

enum form_result
form_text_handle(struct ui *ui, struct form_state *state, enum action action)
{
	switch (action) {
	case ACTION_CHOOSE:
		return put_in_phrase(ui, state);
	case ACTION_DEED:
		return put_in_template(ui, state);
	default:
		return FORM_IGNORED;
	}
}

/* Names */

/* Namesakes need no two places. */
static void
add_once(struct strvec *out, const char *name)
{
	for (size_t i = 0; i < out->n; i++)
		if (strcmp(out->items[i], name) == 0)
			return;
	strvec_add(out, name);
}

/* Those that fit best come first. */
static void
add_fitting(const struct strvec *names, const char *typed, size_t most,
	struct strvec *out)
{
	for (int fit = FIT_WHOLE; fit > FIT_NONE; fit--)
		for (size_t i = 0; i < names->n && out->n < most; i++)
			if ((int)fit_word(names->items[i], typed) == fit)
				add_once(out, names->items[i]);
}

static void
add_members(struct ui *ui, const char *typed, size_t most, struct strvec *out)
{
	struct search_page page = {0};
	struct err err = ERR_INIT;
	struct search search;
	struct query query;

	query_init(&query, &member_type);
	if (search_init(&search, ui->app->store, typed, &query, &err) !=
			ERR_OK || search_load(&search, SEARCH_AFTER, NULL,
			most, &page, &err) != ERR_OK)
		ui_fail(ui, &err);
	for (size_t i = 0; i < page.n; i++)
		add_once(out, record_get(&page.items[i].record, "name"));
	search_page_clear(&page);
	search_clear(&search);
	query_clear(&query);
}

void
form_text_names(void *data, const char *typed, size_t most,
	struct strvec *names)
{
	struct form_names *from = data;
	const struct form_state *whole = whole_of(from->state);
	struct strvec people = VEC_INIT;

	if (whole->noun->people != NULL)
		whole->noun->people(from->ui, whole, &people);
	add_fitting(&people, typed, most, names);
	if (names->n == 0)
		add_members(from->ui, typed, most, names);
	strvec_clear(&people);
}
