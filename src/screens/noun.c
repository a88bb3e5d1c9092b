#include "screens/noun.h"

#include <string.h>

#include "base/i18n.h"
#include "screens/form_state.h"
#include "tui/wrap.h"

const struct noun *
noun_of(const struct record_type *type)
{
	static const struct noun plain = {.type = ""};

	for (const struct noun *const *noun = nouns; *noun != NULL; noun++)
		if (strcmp((*noun)->type, type->name) == 0)
			return *noun;
	return &plain;
}

const struct noun_page *
noun_page_of(const struct noun *noun, const struct record_type *rows)
{
	const struct noun_page *const *page = noun->pages;

	while (page != NULL && *page != NULL &&
		strcmp((*page)->rows, rows->name) != 0)
		page++;
	return page != NULL ? *page : NULL;
}

/* That of the page that is shown, or NULL. */
static const struct noun_page *
shown_page(const struct form_state *state)
{
	const struct owned_page *owned = form_rows_page(state);
	const struct related *related = form_related(state);

	if (owned != NULL)
		return owned->noun;
	return related != NULL ? noun_page_of(state->noun, related->type)
			       : NULL;
}

static bool
works(const struct form_state *state, const struct noun_deed *deed)
{
	return deed->works != NULL ? deed->works(state) : state->writable;
}

/* The deed of those that F4 does now, or NULL. */
static const struct noun_deed *
keyed(const struct form_state *state, const struct noun_deed *deeds, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (deeds[i].key && works(state, &deeds[i]))
			return &deeds[i];
	return NULL;
}

const struct noun_deed *
noun_deed_of_key(const struct form_state *state)
{
	const struct noun_page *page = shown_page(state);

	return page != NULL ? keyed(state, page->deeds, page->n_deeds) : NULL;
}

void
noun_live(const struct form_state *state, struct keymap_live *live)
{
	const struct noun_deed *deed = noun_deed_of_key(state);

	form_marks_live(state, live);
	if (deed != NULL)
		keymap_live_name(live, ACTION_DEED, _(deed->word),
			_(deed->help));
}

bool
noun_handle(struct ui *ui, struct form_state *state, enum action action)
{
	if (form_marks_handle(ui, state, action))
		return true;
	if (action != ACTION_DEED)
		return false;
	noun_deed_of_key(state)->run(ui, state);
	return true;
}

static void
run_deed(struct ui *ui, void *state, int64_t index)
{
	const struct noun_page *page = shown_page(state);

	page->deeds[index].run(ui, state);
}

static void
run_own_deed(struct ui *ui, void *data, int64_t index)
{
	struct form_state *state = data;

	state->noun->deeds[index].run(ui, state);
}

void
noun_commands(const struct form_state *state, struct ui_commands *commands)
{
	const struct noun_page *page = shown_page(state);
	const struct noun_deed *with_key = noun_deed_of_key(state);

	for (size_t i = 0; page != NULL && i < page->n_deeds; i++)
		if (&page->deeds[i] != with_key &&
			works(state, &page->deeds[i]))
			ui_commands_add(commands, page->deeds[i].word,
				page->deeds[i].help, run_deed, (int64_t)i);
	for (size_t i = 0; i < state->noun->n_deeds; i++)
		if (works(state, &state->noun->deeds[i]))
			ui_commands_add(commands, state->noun->deeds[i].word,
				state->noun->deeds[i].help, run_own_deed,
				(int64_t)i);
}

void
noun_draw_head(struct ui *ui, struct form_state *state, struct rect *body)
{
	const struct noun_page *page = shown_page(state);
	struct strbuf text = STRBUF_INIT;

	if (page == NULL || page->head == NULL)
		return;
	page->head(ui, state, &text);
	if (text.len > 0) {
		term_put_cut(ui->app->term, body->row, body->col, body->cols,
			text.s, STYLE_TITLE);
		body->row++;
		body->rows--;
	}
	strbuf_clear(&text);
}

static void
add_foot(struct ui *ui, struct form_state *state, struct strbuf *out)
{
	struct form_state *whole = form_whole(state);
	const struct noun_page *page = shown_page(state);
	bool fields = form_rows_page(state) == NULL &&
		form_related(state) == NULL;
	size_t begin;

	if (whole->noun->notice != NULL)
		whole->noun->notice(ui, whole, out);
	if (out->len > 0)
		strbuf_add_char(out, '\n');
	begin = out->len;
	if (fields && state->noun->foot != NULL)
		state->noun->foot(ui, state, out);
	else if (page != NULL && page->foot != NULL)
		page->foot(ui, state, out);
	if (out->len == begin && begin > 0)
		strbuf_truncate(out, begin - 1);
}

/* It takes a third at most, or what the fields leave. */
static int
most_rows(const struct form_state *state, const struct rect *body)
{
	int third = body->rows / 3, left = 0;

	if (form_rows_page(state) == NULL && form_related(state) == NULL)
		left = body->rows - form_page_rows(&state->form);
	return left > third ? left : third;
}

void
noun_draw_foot(struct ui *ui, struct form_state *state, struct rect *body)
{
	struct strbuf text = STRBUF_INIT;
	struct strvec lines = VEC_INIT;
	int n;

	add_foot(ui, state, &text);
	if (text.len > 0)
		wrap_text(text.s, body->cols, &lines);
	n = most_rows(state, body);
	if ((int)lines.n < n)
		n = (int)lines.n;
	body->rows -= n;
	for (int i = 0; i < n; i++)
		term_put_cut(ui->app->term, body->row + body->rows + i,
			body->col, body->cols, lines.items[i], STYLE_TITLE);
	strvec_clear(&lines);
	strbuf_clear(&text);
}
