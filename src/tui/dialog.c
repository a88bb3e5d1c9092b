#include "tui/dialog.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "tui/box.h"
#include "tui/field.h"
#include "tui/wrap.h"

static int
cols_of(const char *s)
{
	return wrap_cols(s, strlen(s));
}

void
dialog_tell(struct dialog_host *host, const char *title, const char *text)
{
	(void)box_tell(host, title, text);
}

struct question {
	const char *const *answers;
	size_t n;
	size_t safe;
	size_t chosen;
};

enum {
	ANSWER_SIGNS = 4, /* ">1. " */
	ANSWER_GAP = 2,
};

/* On one line where they fit, else below one another. */
static void
measure_answers(struct box *box, int max_cols, int *rows, int *cols)
{
	const struct question *question = box->data;
	int sum = -ANSWER_GAP, widest = 0;

	for (size_t i = 0; i < question->n; i++) {
		int answer = ANSWER_SIGNS + cols_of(question->answers[i]);

		sum += answer + ANSWER_GAP;
		widest = answer > widest ? answer : widest;
	}
	*rows = sum <= max_cols ? 1 : (int)question->n;
	*cols = sum <= max_cols ? sum : widest;
}

/* The word is reversed where it is the chosen one; cols with its number. */
static void
draw_answer(const struct question *question, size_t i, struct term *term,
	int row, int col, int cols)
{
	bool chosen = i == question->chosen;
	char signs[] = "   ";

	if (chosen)
		signs[0] = '>';
	if (i < 9) {
		signs[1] = (char)('1' + i);
		signs[2] = '.';
	}
	term_put(term, row, col, ANSWER_SIGNS, signs, STYLE_NORMAL);
	term_put_cut(term, row, col + ANSWER_SIGNS, cols - ANSWER_SIGNS,
		question->answers[i],
		chosen && !term_settings(term)->slow_line ? STYLE_FOCUS
							  : STYLE_NORMAL);
	if (chosen)
		term_cursor(term, row, col + ANSWER_SIGNS);
}

static void
draw_answers(struct box *box, const struct rect *foot)
{
	const struct question *question = box->data;
	struct term *term = box->host->term;
	int rows, cols, col = foot->col;
	size_t first = 0;

	measure_answers(box, foot->cols, &rows, &cols);
	if (rows > foot->rows && question->chosen >= (size_t)foot->rows)
		first = question->chosen - (size_t)foot->rows + 1;
	for (size_t i = first; i < question->n; i++) {
		int answer = ANSWER_SIGNS + cols_of(question->answers[i]);
		int row = rows > 1 ? (int)(i - first) : 0;

		if (row >= foot->rows)
			break;
		if (rows > 1)
			answer = foot->cols;
		draw_answer(question, i, term, foot->row + row, col, answer);
		if (rows == 1)
			col += answer + ANSWER_GAP;
	}
}

static void
live_answers(struct box *box, struct keymap_live *live)
{
	static const enum action own[] = {
		ACTION_LEFT, ACTION_RIGHT, ACTION_UP, ACTION_DOWN,
		ACTION_NEXT_FIELD, ACTION_PREV_FIELD,
	};

	(void)box;
	keymap_live_add(live, ACTION_ACCEPT);
	keymap_live_add(live, ACTION_BACK);
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		keymap_live_add(live, own[i]);
}

/* A digit answers at once. */
static enum box_result
choose_answer(struct question *question, const struct key_event *event)
{
	uint32_t c;

	if (event->kind != EVENT_CHAR)
		return BOX_IGNORED;
	c = key_halfwidth(event->code);
	if (c < '1' || c > '9' || c - '1' >= question->n)
		return BOX_IGNORED;
	question->chosen = c - '1';
	return BOX_DONE;
}

static enum box_result
handle_answers(struct box *box, enum action action,
	const struct key_event *event)
{
	struct question *question = box->data;

	switch (action) {
	case ACTION_ACCEPT:
		return BOX_DONE;
	case ACTION_BACK:
		question->chosen = question->safe;
		return BOX_DONE;
	case ACTION_LEFT:
	case ACTION_UP:
	case ACTION_PREV_FIELD:
		question->chosen += question->n - 1;
		break;
	case ACTION_RIGHT:
	case ACTION_DOWN:
	case ACTION_NEXT_FIELD:
		question->chosen++;
		break;
	case ACTION_NONE:
		return choose_answer(question, event);
	default:
		return BOX_IGNORED;
	}
	question->chosen %= question->n;
	return BOX_HANDLED;
}

static void
about_question(const struct box *box, struct strbuf *out)
{
	const struct question *question = box->data;

	strbuf_addf(out, _("A question. Enter gives the answer marked with >, "
			   "a digit gives that answer at once, Esc gives "
			   "“%s”."), question->answers[question->safe]);
}

size_t
dialog_ask(struct dialog_host *host, const char *title, const char *text,
	const char *const *answers, size_t n, size_t safe)
{
	struct question question = {
		.answers = answers,
		.n = n,
		.safe = safe,
		.chosen = safe,
	};
	struct box box = {
		.host = host,
		.context = CONTEXT_DIALOG,
		.title = title,
		.text = text,
		.data = &question,
		.measure = measure_answers,
		.draw = draw_answers,
		.live = live_answers,
		.handle = handle_answers,
		.about = about_question,
	};

	box_run(&box);
	return box.leaving ? safe : question.chosen;
}

bool
dialog_confirm(struct dialog_host *host, const char *title, const char *text,
	const char *do_it)
{
	const char *const answers[] = {_("Leave it as it is"), do_it};

	return dialog_ask(host, title, text, answers, 2, 0) == 1;
}

struct input {
	struct field field;
	char *note; /* what of a paste did not fit, or NULL */
	bool taken;
};

enum { INPUT_COLS = 32 }; /* where the text is short */

static void
measure_input(struct box *box, int max_cols, int *rows, int *cols)
{
	const struct input *input = box->data;
	struct strvec lines = VEC_INIT;

	*rows = 1;
	*cols = INPUT_COLS < max_cols ? INPUT_COLS : max_cols;
	if (input->note == NULL)
		return;
	*cols = max_cols;
	wrap_text(input->note, max_cols, &lines);
	*rows += (int)lines.n;
	strvec_clear(&lines);
}

static void
draw_input(struct box *box, const struct rect *foot)
{
	struct input *input = box->data;
	struct term *term = box->host->term;
	struct strvec lines = VEC_INIT;

	field_draw(&input->field, term, foot->row, foot->col, foot->cols,
		STYLE_NORMAL, true);
	if (input->note == NULL)
		return;
	wrap_text(input->note, foot->cols, &lines);
	for (int i = 1; i < foot->rows && (size_t)i <= lines.n; i++)
		term_put(term, foot->row + i, foot->col, foot->cols,
			lines.items[i - 1], STYLE_ERROR);
	strvec_clear(&lines);
}

static void
live_input(struct box *box, struct keymap_live *live)
{
	const struct input *input = box->data;

	keymap_live_add(live, ACTION_ACCEPT);
	keymap_live_name(live, ACTION_BACK, action_word(ACTION_BACK),
		_("Go back and leave everything as it was."));
	field_live(&input->field, live);
}

static enum box_result
handle_input(struct box *box, enum action action,
	const struct key_event *event)
{
	struct input *input = box->data;
	enum edit_result result;

	input->taken = action == ACTION_ACCEPT;
	if (action == ACTION_ACCEPT || action == ACTION_BACK)
		return BOX_DONE;
	result = field_handle(&input->field, action, event);
	if (result == EDIT_IGNORED)
		return BOX_IGNORED;
	free(input->note);
	input->note = result == EDIT_FULL
		? edit_rest_sentence(&input->field.edit) : NULL;
	return BOX_HANDLED;
}

static void
about_input(const struct box *box, struct strbuf *out)
{
	(void)box;
	strbuf_add(out, _("A line to be typed. Enter takes what stands in it, "
			  "Esc leaves everything as it was."));
}

bool
dialog_retype(struct dialog_host *host, const char *title, const char *text,
	size_t max, const struct key_event *first, struct strbuf *value)
{
	struct input input = {.note = NULL};
	struct box box = {
		.host = host,
		.context = CONTEXT_DIALOG,
		.title = title,
		.text = text,
		.data = &input,
		.measure = measure_input,
		.draw = draw_input,
		.live = live_input,
		.handle = handle_input,
		.about = about_input,
	};

	field_init(&input.field, max, host->clip);
	field_set(&input.field, value->s);
	if (first != NULL) {
		field_set_whole(&input.field);
		(void)handle_input(&box, ACTION_NONE, first);
	}
	box_run(&box);
	if (input.taken) {
		strbuf_reset(value);
		strbuf_add(value, field_text(&input.field));
	}
	field_clear(&input.field);
	free(input.note);
	return input.taken;
}

bool
dialog_input(struct dialog_host *host, const char *title, const char *text,
	size_t max, struct strbuf *value)
{
	return dialog_retype(host, title, text, max, NULL, value);
}

struct choice {
	struct menu *menu;
	enum menu_result result;
};

static void
measure_menu(struct box *box, int max_cols, int *rows, int *cols)
{
	const struct choice *choice = box->data;

	menu_size(choice->menu, cols, rows);
	*cols = *cols < max_cols ? *cols : max_cols;
}

static void
draw_menu(struct box *box, const struct rect *foot)
{
	const struct choice *choice = box->data;

	menu_draw(choice->menu, box->host->term, foot, true);
}

static void
live_menu(struct box *box, struct keymap_live *live)
{
	const struct choice *choice = box->data;

	menu_live(choice->menu, live);
}

static enum box_result
handle_menu(struct box *box, enum action action, const struct key_event *event)
{
	struct choice *choice = box->data;

	choice->result = menu_handle(choice->menu, action, event);
	switch (choice->result) {
	case MENU_CHOSEN:
	case MENU_NEW:
	case MENU_CLOSED:
		return BOX_DONE;
	case MENU_IGNORED:
		return BOX_IGNORED;
	default:
		return BOX_HANDLED;
	}
}

static void
about_menu(const struct box *box, struct strbuf *out)
{
	const struct choice *choice = box->data;

	if (choice->menu->about != NULL)
		strbuf_addf(out, "%s\n\n", choice->menu->about);
	strbuf_add(out, choice->menu->numbered
		? _("Entries to choose one from. A digit takes the one of that "
		    "number; whatever else is typed leaves those that fit it: "
		    "characters, the first letters of their pinyin, or all of "
		    "it.")
		: _("Entries to choose one from. What is typed leaves those "
		    "that fit it: characters, the first letters of their "
		    "pinyin, or all of it."));
}

enum menu_result
dialog_choose(struct dialog_host *host, struct menu *menu)
{
	struct choice choice = {.menu = menu, .result = MENU_CLOSED};
	struct box box = {
		.host = host,
		.context = CONTEXT_MENU,
		.title = menu->title,
		.data = &choice,
		.measure = measure_menu,
		.draw = draw_menu,
		.live = live_menu,
		.handle = handle_menu,
		.about = about_menu,
	};

	box_run(&box);
	return box.leaving ? MENU_CLOSED : choice.result;
}
