/* A page of rows in which one key a row fills in one field (逐行登记). */
#include "screens/form_state.h"

#include <string.h>

#include "base/i18n.h"
#include "records/codes.h"
#include "records/load.h"
#include "tui/fit.h"
#include "tui/menu.h"

enum { DIGITS = 9 };

static const struct noun_marks *
marks_of(const struct owned_page *page)
{
	return page != NULL && page->noun != NULL ? page->noun->marks : NULL;
}

/* The codes of a field of the rows. */
static const struct code_list *
codes_of(const struct owned_page *page, const char *field)
{
	return field_codes(record_field(page->rows->type, field));
}

/* The usual reasons that have a digit: the last code needs words. */
static size_t
n_whys(const struct owned_page *page, const struct noun_marks *marks)
{
	size_t room = DIGITS - codes_of(page, marks->field)->n_codes;
	size_t n;

	if (marks->why == NULL)
		return 0;
	n = codes_of(page, marks->why)->n_codes - 1;
	return n < room ? n : room;
}

/* The key of a code. */
static enum action
digit_of(const struct code *code)
{
	return ACTION_VALUE_1 + (enum action)(code->code[0] - '1');
}

/* How the code is worded in the chosen row. */
static const char *
word_of(const struct form_state *state, struct owned_page *page,
	const struct code *code)
{
	const struct noun_marks *marks = page->noun->marks;

	return marks->word != NULL
		? marks->word(state, form_rows_chosen(page), code)
		: code_word(code);
}

void
form_marks_live(const struct form_state *state, struct keymap_live *live)
{
	struct owned_page *page = form_rows_page(state);
	const struct noun_marks *marks = marks_of(page);
	const struct code_list *codes;

	if (marks == NULL || !state->writable || page->rows->n == 0)
		return;
	codes = codes_of(page, marks->field);
	for (size_t i = 0; i < codes->n_codes; i++) {
		const char *word = word_of(state, page, &codes->codes[i]);

		keymap_live_name(live, digit_of(&codes->codes[i]), word, word);
	}
	for (size_t i = 0; i < n_whys(page, marks); i++)
		keymap_live_name(live, ACTION_VALUE_1 +
			(enum action)(codes->n_codes + i), "",
			code_word(&codes_of(page, marks->why)->codes[i]));
	if (marks->rest != NULL)
		keymap_live_name(live, ACTION_VALUE_REST, _(marks->rest),
			_(marks->rest_help));
	if (marks->accept != NULL)
		keymap_live_name(live, ACTION_NEXT_VALUE,
			_(marks->accept_word), _(marks->accept_help));
	else
		keymap_live_name(live, ACTION_NEXT_VALUE, "",
			_("Give the first value and go on; where there is one, "
			  "the next value."));
	keymap_live_add(live, ACTION_SAVE);
	form_step_live(state, live);
	keymap_live_add(live, ACTION_PAGES);
	keymap_live_add(live, ACTION_MENU);
	if (state->marked.n > 0)
		keymap_live_add(live, ACTION_UNDO);
}

void
form_marks_hint(const struct form_state *state, struct strbuf *out)
{
	const struct owned_page *page = form_rows_page(state);
	const struct noun_marks *marks = marks_of(page);
	const struct code_list *codes, *whys;

	if (marks == NULL || marks->why == NULL || !state->writable ||
		page->rows->n == 0)
		return;
	codes = codes_of(page, marks->field);
	whys = codes_of(page, marks->why);
	strbuf_addf(out, _("%s at once:"),
		code_word(code_find(codes, (char[]){marks->why_of[0], '\0'})));
	for (size_t i = 0; i < n_whys(page, marks); i++)
		strbuf_addf(out, " %zu %s", codes->n_codes + i + 1,
			code_word(&whys->codes[i]));
}

/* What can be taken back */

void
form_marks_forget(struct form_state *state)
{
	for (size_t i = 0; i < state->marked.n; i++)
		record_clear(&state->marked.items[i].was);
	vec_clear(&state->marked);
}

static void
remember(struct marked_rows *marked, struct owned_row *row)
{
	struct marked_row one = {.row = row};

	record_copy(&one.was, &row->now);
	vec_push(marked, one);
}

/* The rows have their new values; takes over what they were. */
static void
keep(struct ui *ui, struct form_state *state, struct owned_page *page,
	const struct owned_row *chosen, const struct marked_rows *marked)
{
	form_rows_typed(ui, state, page, chosen);
	state->marked = *marked;
}

static void
take_back(struct ui *ui, struct form_state *state, struct owned_page *page)
{
	struct owned_row *row = state->marked.items[0].row;
	size_t n = state->marked.n;

	for (size_t i = 0; i < n; i++) {
		struct marked_row *one = &state->marked.items[i];

		record_clear(&one->row->now);
		record_copy(&one->row->now, &one->was);
		if (page->noun->marks->taken_back != NULL)
			page->noun->marks->taken_back(state, one->row);
	}
	form_rows_typed(ui, state, page, row);
	ui_say(ui, P_("Taken back for %zu.", "Taken back for %zu.",
		(unsigned long)n), n);
}

/* Why */

static enum fit
why_fits(void *data, int64_t id, const char *typed)
{
	const struct code_list *whys = data;

	if ((size_t)id + 1 == whys->n_codes)
		return fit_word(_("Later"), typed);
	return fit_better(fit_word(whys->codes[id].zh, typed),
		fit_word(whys->codes[id].en, typed));
}

/* Where no usual reason is chosen, the words that were typed are it. */
static void
put_words(struct ui *ui, const struct noun_marks *marks,
	const struct code_list *whys, const char *typed, struct record *row)
{
	struct strbuf words = STRBUF_INIT;

	strbuf_add(&words, typed);
	if (typed[0] == '\0' &&
		!dialog_input(&ui->host,
			term_word(&record_field(row->type, marks->why)->term),
			_("In words:"), field_max(record_field(row->type,
				marks->why_note)), &words))
		strbuf_reset(&words);
	if (words.len > 0) {
		record_set(row, marks->why,
			whys->codes[whys->n_codes - 1].code);
		record_set(row, marks->why_note, words.s);
	}
	strbuf_clear(&words);
}

/* Esc puts it off, and so does a digit: behind Esc that would be an F-key. */
static void
ask_why(struct ui *ui, const struct owned_page *page,
	const struct noun_marks *marks, struct owned_row *row)
{
	const struct code_list *whys = codes_of(page, marks->why);
	struct strbuf title = STRBUF_INIT;
	size_t later = whys->n_codes - 1;
	struct menu menu;

	record_title(ui->app->store, &row->now, &title);
	strbuf_addf(&title, "  %s",
		term_word(&record_field(page->rows->type, marks->why)->term));
	menu_init(&menu, why_fits, (void *)whys, &ui->clip);
	menu.title = title.s;
	menu.numbered = true;
	menu.new_entry = _("In other words …");
	for (size_t i = 0; i < later; i++)
		menu_add(&menu, code_word(&whys->codes[i]), "");
	menu_add(&menu, _("Later"), "");
	switch (dialog_choose(&ui->host, &menu)) {
	case MENU_CHOSEN:
		if ((size_t)menu_chosen(&menu)->id < later)
			record_set(&row->now, marks->why, whys->codes[
				menu_chosen(&menu)->id].code);
		break;
	case MENU_NEW:
		put_words(ui, marks, whys, menu_typed(&menu), &row->now);
		break;
	default:
		break;
	}
	menu_clear(&menu);
	strbuf_clear(&title);
}

/* Marking */

static bool
wants_why(const struct noun_marks *marks, const char *code)
{
	return marks->why != NULL && code[0] != '\0' &&
		strchr(marks->why_of, code[0]) != NULL;
}

const struct owned_row *
form_marks_lacking(struct store *store, const struct owned_page *page)
{
	const struct noun_marks *marks = marks_of(page);

	for (size_t i = 0; marks != NULL && i < page->rows->n; i++) {
		const struct owned_row *row = page->rows->items[i];
		const char *code = record_get(&row->now, marks->field);
		bool lacks = code[0] == '\0';

		if (wants_why(marks, code))
			lacks = record_get(&row->now, marks->why)[0] == '\0' &&
				record_get(&row->now, marks->why_note)[0] ==
					'\0';
		if (!lacks && marks->lacks != NULL)
			lacks = marks->lacks(store, &row->now);
		if (lacks && !row->now.deleted)
			return row;
	}
	return NULL;
}

/* A reason of another value says nothing any more. */
static void
set_value(struct ui *ui, struct form_state *state,
	const struct noun_marks *marks, const struct marked_row *marked,
	const char *code, const char *why)
{
	struct owned_row *row = marked->row;

	if (marks->why != NULL && (why != NULL || !wants_why(marks, code))) {
		record_set(&row->now, marks->why, why != NULL ? why : "");
		record_set(&row->now, marks->why_note, "");
	}
	record_set(&row->now, marks->field, code);
	if (marks->marked != NULL)
		marks->marked(ui, state, row, &marked->was);
}

/* The row below, or what is to be searched for next. */
static void
go_on(struct ui *ui, struct form_state *state, struct owned_page *page)
{
	struct key_event none = KEY_EVENT_INIT;

	if (*list_filter(&page->list) != '\0')
		form_rows_handle(ui, state, page, ACTION_BACK, &none);
	else
		form_rows_handle(ui, state, page, ACTION_DOWN, &none);
}

static void
give(struct ui *ui, struct form_state *state, struct owned_page *page,
	const char *code, const char *why)
{
	const struct noun_marks *marks = page->noun->marks;
	struct owned_row *row = form_rows_chosen(page);
	struct marked_rows marked = VEC_INIT;

	if (row == NULL)
		return;
	remember(&marked, row);
	row->now.deleted = false;
	set_value(ui, state, marks, &marked.items[0], code, why);
	if (why == NULL && wants_why(marks, code) &&
		record_get(&row->now, marks->why)[0] == '\0')
		ask_why(ui, page, marks, row);
	keep(ui, state, page, row, &marked);
	go_on(ui, state, page);
}

static void
give_digit(struct ui *ui, struct form_state *state, struct owned_page *page,
	enum action digit)
{
	const struct noun_marks *marks = page->noun->marks;
	const struct code_list *codes = codes_of(page, marks->field);
	size_t n = (size_t)(digit - ACTION_VALUE_1);
	char with_why[2] = "";

	for (size_t i = 0; i < codes->n_codes; i++)
		if (digit_of(&codes->codes[i]) == digit) {
			give(ui, state, page, codes->codes[i].code, NULL);
			return;
		}
	with_why[0] = marks->why_of[0];
	give(ui, state, page, with_why, codes_of(page, marks->why)
		->codes[n - codes->n_codes].code);
}

/* What is proposed, where the row has no value; where it has one, that stays. */
static void
accept(struct ui *ui, struct form_state *state, struct owned_page *page)
{
	const struct noun_marks *marks = page->noun->marks;
	struct owned_row *row = form_rows_chosen(page);
	struct marked_rows marked = VEC_INIT;

	if (row == NULL)
		return;
	if (record_get(&row->now, marks->field)[0] == '\0') {
		remember(&marked, row);
		if (!marks->accept(ui, state, row)) {
			record_clear(&marked.items[0].was);
			vec_clear(&marked);
			ui_say(ui, "%s", _(marks->accept_none));
			return;
		}
		keep(ui, state, page, row, &marked);
	}
	go_on(ui, state, page);
}

/* The first value goes on to the next row, so that one key is enough for each;
 * from a value on one stays, to press until it is right. */
static void
give_next(struct ui *ui, struct form_state *state, struct owned_page *page)
{
	const struct noun_marks *marks = page->noun->marks;
	const struct code_list *codes = codes_of(page, marks->field);
	struct owned_row *row = form_rows_chosen(page);
	const char *now = row != NULL ? record_get(&row->now, marks->field)
				      : "";
	struct marked_rows marked = VEC_INIT;
	size_t i = 0;

	if (now[0] == '\0') {
		give_digit(ui, state, page, ACTION_VALUE_1);
		return;
	}
	while (i < codes->n_codes && strcmp(codes->codes[i].code, now) != 0)
		i++;
	remember(&marked, row);
	set_value(ui, state, marks, &marked.items[0],
		codes->codes[(i + 1) % codes->n_codes].code, NULL);
	keep(ui, state, page, row, &marked);
}

static void
give_rest(struct ui *ui, struct form_state *state, struct owned_page *page)
{
	const struct noun_marks *marks = page->noun->marks;
	const struct code *first = &codes_of(page, marks->field)->codes[0];
	struct marked_rows marked = VEC_INIT;

	form_marks_forget(state);
	for (size_t i = 0; i < page->rows->n; i++) {
		struct owned_row *row = page->rows->items[i];

		if (row->now.deleted ||
			record_get(&row->now, marks->field)[0] != '\0')
			continue;
		remember(&marked, row);
		record_set(&row->now, marks->field, first->code);
	}
	if (marked.n > 0)
		keep(ui, state, page, form_rows_chosen(page), &marked);
	ui_say(ui, P_("%s: %zu more; Ctrl-Z takes that back.",
		"%s: %zu more; Ctrl-Z takes that back.",
		(unsigned long)marked.n), code_word(first), marked.n);
}

bool
form_marks_handle(struct ui *ui, struct form_state *state, enum action action)
{
	struct owned_page *page = form_rows_page(state);

	if (marks_of(page) == NULL)
		return false;
	if (action >= ACTION_VALUE_1 && action <= ACTION_VALUE_9)
		give_digit(ui, state, page, action);
	else if (action == ACTION_NEXT_VALUE && marks_of(page)->accept != NULL)
		accept(ui, state, page);
	else if (action == ACTION_NEXT_VALUE)
		give_next(ui, state, page);
	else if (action == ACTION_VALUE_REST)
		give_rest(ui, state, page);
	else if (action == ACTION_UNDO && state->marked.n > 0)
		take_back(ui, state, page);
	else
		return false;
	return true;
}
