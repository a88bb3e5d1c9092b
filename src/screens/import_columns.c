/* Which column of the file is which field. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/import.h"
#include "tui/menu.h"
#include "tui/progress.h"

enum {
	EXAMPLE_ROWS = 40, /* that are looked through for examples */
	COLUMNS_N = 3,
};

struct columns_state {
	struct import_session *session;
	struct strvec examples; /* the first value of each column, or "" */
	struct list_column columns[COLUMNS_N];
	struct array array;
	struct list list;
};

/* What a column may be taken for: entry 0 is nothing, the last but one the id
 * of the record itself. */
struct choice {
	const struct field_type *field;
	bool is_id;
	char *word;
};

struct choices {
	struct choice *items;
	size_t n;
	size_t size;
};

static void
add_word(const struct import_column *column, struct strbuf *out)
{
	if (column->field == NULL && column->is_id)
		strbuf_add(out, C_("column", "id"));
	else if (column->field == NULL)
		strbuf_add(out, C_("column", "(not taken)"));
	else if (column->is_id)
		strbuf_addf(out, C_("column", "%s (id)"),
			term_word(&column->field->term));
	else
		strbuf_add(out, term_word(&column->field->term));
}

static void
fill(struct columns_state *state)
{
	const struct import_column *columns;
	size_t n = import_columns(state->session->import, &columns);
	struct strbuf word = STRBUF_INIT;

	array_clear(&state->array);
	array_init(&state->array);
	for (size_t i = 0; i < n; i++) {
		struct row *row = array_add(&state->array);

		strbuf_reset(&word);
		add_word(&columns[i], &word);
		strvec_add(&row->cells, columns[i].header);
		strvec_add(&row->cells, word.s);
		strvec_add(&row->cells, i < state->examples.n
			? state->examples.items[i] : "");
	}
	strbuf_clear(&word);
	list_reload(&state->list);
}

/* Looks for the headings among the first rows and keeps what stands below. */
struct example_search {
	const struct import_column *columns;
	size_t n_columns;
	bool below;
	struct strvec *examples;
};

static bool
is_header(const struct example_search *search, const struct source_row *row)
{
	if (row->n_cells < search->n_columns)
		return false;
	for (size_t i = 0; i < search->n_columns; i++)
		if (strcmp(row->cells[i], search->columns[i].header) != 0)
			return false;
	return true;
}

static enum err_code
look_for_examples(void *data, const struct source_row *row, struct err *err)
{
	struct example_search *search = data;
	bool all = search->below;

	if (!search->below)
		search->below = is_header(search, row);
	else
		for (size_t i = 0; i < search->n_columns; i++) {
			char **example = &search->examples->items[i];

			if (**example == '\0' && i < row->n_cells) {
				free(*example);
				*example = xstrdup(row->cells[i]);
			}
			all = all && **example != '\0';
		}
	return all || row->number > EXAMPLE_ROWS
		? err_set(err, ERR_CANCELLED, "%s", "") : ERR_OK;
}

static void
find_examples(struct columns_state *state)
{
	struct example_search search = {.examples = &state->examples};

	search.n_columns = import_columns(state->session->import,
		&search.columns);
	for (size_t i = 0; i < search.n_columns; i++)
		strvec_add(&state->examples, "");
	(void)import_read(state->session->import, look_for_examples, &search,
		NULL);
}

static void
columns_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct columns_state *state = data;

	(void)ui;
	import_session_title(state->session, out);
}

static const char *
columns_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Each column of the file is taken for one field, by its "
		  "heading. What was matched wrongly or not at all is chosen "
		  "here; the choice is remembered for the next file with the "
		  "same heading.");
}

static void
columns_live(struct ui *ui, void *data, struct keymap_live *live)
{
	const struct columns_state *state = data;

	(void)ui;
	keymap_live_init(live, CONTEXT_LIST);
	keymap_live_add(live, ACTION_ACCEPT);
	keymap_live_name(live, ACTION_CHOOSE, action_word(ACTION_CHOOSE),
		_("Choose the field that the column is taken for."));
	list_live(&state->list, live);
}

static void
columns_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct columns_state *state = data;
	struct rect rest = *body;

	ui_draw_text(ui->app->term, &rest, 3,
		_("Are the columns taken for the right fields? Enter goes on, "
		  "F4 takes a column for another field."), STYLE_TITLE);
	list_draw(&state->list, ui->app->term, &rest, true);
}

static void
add_choice(struct choices *choices, const struct field_type *field, bool is_id)
{
	const struct import_column column = {.field = field, .is_id = is_id};
	struct choice choice = {field, is_id, NULL};
	struct strbuf word = STRBUF_INIT;

	add_word(&column, &word);
	choice.word = strbuf_detach(&word);
	vec_push(choices, choice);
}

static void
choices_init(struct choices *choices, const struct record_type *type)
{
	*choices = (struct choices)VEC_INIT;
	add_choice(choices, NULL, false);
	for (size_t i = 0; i < type->n_fields; i++) {
		add_choice(choices, &type->fields[i], false);
		if (type->fields[i].kind == FIELD_REF)
			add_choice(choices, &type->fields[i], true);
	}
	add_choice(choices, NULL, true);
}

static void
choices_clear(struct choices *choices)
{
	for (size_t i = 0; i < choices->n; i++)
		free(choices->items[i].word);
	vec_clear(choices);
}

/* The heading of the column that is taken for this already, or "". */
static const char *
taken_by(const struct import *import, const struct choice *choice)
{
	const struct import_column *columns;
	size_t n = import_columns(import, &columns);

	if (choice->field == NULL && !choice->is_id)
		return "";
	for (size_t i = 0; i < n; i++)
		if (columns[i].field == choice->field &&
			columns[i].is_id == choice->is_id)
			return columns[i].header;
	return "";
}

static void
choose_field(struct ui *ui, struct columns_state *state, size_t column)
{
	struct import *import = state->session->import;
	const struct import_column *columns;
	struct choices choices;
	struct menu menu;
	struct err err = ERR_INIT;

	(void)import_columns(import, &columns);
	choices_init(&choices, state->session->type);
	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = columns[column].header;
	for (size_t i = 0; i < choices.n; i++) {
		menu_add(&menu, choices.items[i].word,
			taken_by(import, &choices.items[i]));
		if (choices.items[i].field == columns[column].field &&
			choices.items[i].is_id == columns[column].is_id)
			menu_want(&menu, (int64_t)i);
	}
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN) {
		const struct choice *choice =
			&choices.items[menu_chosen(&menu)->id];

		if (import_set_column(import, column, choice->field,
			    choice->is_id, &err) != ERR_OK)
			ui_fail(ui, &err);
		fill(state);
	}
	menu_clear(&menu);
	choices_clear(&choices);
}

static bool
columns_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct columns_state *state = data;
	const struct row *row;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	row = list_chosen(&state->list);
	switch (action) {
	case ACTION_ACCEPT:
		if (import_session_plan(ui, state->session))
			import_open_plan(ui, state->session);
		return true;
	case ACTION_CHOOSE:
		if (row != NULL)
			choose_field(ui, state, (size_t)row->id);
		return true;
	default:
		return false;
	}
}

static void
columns_close(struct ui *ui, void *data)
{
	struct columns_state *state = data;

	(void)ui;
	list_clear(&state->list);
	array_clear(&state->array);
	strvec_clear(&state->examples);
	import_session_drop(state->session);
	free(state);
}

static const struct screen columns_screen = {
	.title = columns_title,
	.help = columns_help,
	.live = columns_live,
	.draw = columns_draw,
	.handle = columns_handle,
	.close = columns_close,
};

/* A workbook is unpacked meanwhile, which takes its time. */
static enum err_code
read_header(struct ui *ui, struct import_session *session, struct err *err)
{
	struct progress progress;
	enum err_code code;

	progress_init(&progress, &ui->host, _("Import"));
	code = import_read_header(session->import, &progress.job, err);
	progress_clear(&progress);
	return code;
}

bool
import_open_columns(struct ui *ui, struct import_session *session)
{
	struct columns_state *state;
	const struct import_column *columns;
	struct window_source source;
	struct err err = ERR_INIT;

	if (read_header(ui, session, &err) != ERR_OK) {
		ui_fail(ui, &err);
		if (import_columns(session->import, &columns) == 0)
			return false;
	}
	state = xcalloc(1, sizeof(*state));
	state->session = import_session_hold(session);
	state->columns[0] = (struct list_column){
		.name = _("In the file"), .cols = 20, .least = 8};
	state->columns[1] = (struct list_column){
		.name = _("Taken for"), .cols = 20, .least = 8};
	state->columns[2] = (struct list_column){
		.name = _("Example"), .cols = 12, .least = 8, .grows = true};
	array_init(&state->array);
	array_source(&state->array, &source);
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	state->list.empty = _("The file has no columns.");
	find_examples(state);
	fill(state);
	ui_open(ui, &columns_screen, state);
	return true;
}
