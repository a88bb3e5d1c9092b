/* Choices that stand in front of a screen: a record, a day, who types. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/save.h"
#include "screens/open.h"
#include "screens/source.h"
#include "tui/menu.h"

/* The records of a type, narrowed down by what is typed in their menu. */
struct record_menu {
	struct menu menu;
	struct query query;
	const char *paths[2]; /* title, and what tells namesakes apart */
	size_t n_paths;
	struct record_source source;
	struct window_source rows; /* of the source */
};

static enum err_code
fetch_typed(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	struct record_menu *choice = data;
	size_t from = out->n;
	enum err_code code;

	query_set_words(&choice->query, menu_typed(&choice->menu));
	code = choice->rows.fetch(choice->rows.data, side, place, n, out, err);
	for (size_t i = from; choice->n_paths == 1 && i < out->n; i++)
		strvec_add(&out->items[i].cells, "");
	return code;
}

static enum err_code
locate_typed(void *data, int64_t id, struct strbuf *place, struct err *err)
{
	struct record_menu *choice = data;

	return choice->rows.locate(choice->rows.data, id, place, err);
}

static bool
is_title(const struct record_type *type, const char *path)
{
	for (size_t i = 0; i < 3 && type->title[i] != NULL; i++)
		if (strcmp(type->title[i], path) == 0)
			return true;
	return false;
}

/* The column of the type's list that best tells namesakes apart: where they
 * belong, else the first besides title and order; NULL where there is none. */
static const char *
telling_path(const struct record_type *type)
{
	const char *first = NULL;

	for (size_t i = 0; i < RECORD_MAX_PATHS && type->list[i] != NULL;
		i++) {
		if (is_title(type, type->list[i]) || (type->order != NULL &&
			strcmp(type->order, type->list[i]) == 0))
			continue;
		if (query_field(type, type->list[i])->kind == FIELD_REF)
			return type->list[i];
		if (first == NULL)
			first = type->list[i];
	}
	return first;
}

static void
record_menu_init(struct record_menu *choice, struct ui *ui,
	const struct record_type *type, const char *new_entry,
	const char *typed)
{
	struct window_source source = {fetch_typed, locate_typed, choice};

	query_init(&choice->query, type);
	choice->paths[choice->n_paths++] = "title";
	choice->paths[choice->n_paths] = telling_path(type);
	if (choice->paths[choice->n_paths] != NULL)
		choice->n_paths++;
	record_source_init(&choice->source, ui->app->store, &choice->query,
		choice->paths, choice->n_paths, &choice->rows);
	menu_init_paged(&choice->menu, &source, &ui->clip);
	choice->menu.title = term_word(&type->term);
	choice->menu.about = type->help != NULL ? _(type->help) : NULL;
	choice->menu.new_entry = new_entry;
	choice->menu.empty = _("Nothing fits what was typed.");
	menu_type(&choice->menu, typed);
}

static void
record_menu_clear(struct record_menu *choice)
{
	menu_clear(&choice->menu);
	query_clear(&choice->query);
}

/* A new record from a form of its own, above what is shown; 0 for none. */
static int64_t
enter_new(struct ui *ui, const struct record_type *type, const char *title)
{
	const struct field_type *field = record_field(type, type->title[0]);
	struct record begin;
	char today[DATE_SIZE];
	int64_t id;

	world_today(ui->app->world, today);
	record_begin(&begin, type, today);
	if (field != NULL && field->kind == FIELD_TEXT)
		record_set(&begin, field->name, title);
	id = enter_record(ui, type, &begin);
	record_clear(&begin);
	return id;
}

int64_t
choose_record(struct ui *ui, const struct record_type *type, const char *begin)
{
	bool can_enter = store_read_only(ui->app->store) == NULL &&
		type->owned_by == NULL;
	char *new_entry = xasprintf(_("New: %s …"), term_word(&type->term));
	char *typed = xstrdup(begin);
	enum menu_result result = MENU_NEW;
	int64_t id = 0;

	while (id == 0 && result == MENU_NEW && !ui->leaving) {
		struct record_menu choice = {.n_paths = 0};

		record_menu_init(&choice, ui, type,
			can_enter ? new_entry : NULL, typed);
		result = dialog_choose(&ui->host, &choice.menu);
		if (result == MENU_CHOSEN)
			id = menu_chosen(&choice.menu)->id;
		free(typed);
		typed = xstrdup(menu_typed(&choice.menu));
		record_menu_clear(&choice);
		if (result == MENU_NEW)
			id = enter_new(ui, type, typed);
	}
	free(typed);
	free(new_entry);
	return id;
}

bool
choose_day(struct ui *ui, const char *title, const char *text,
	char day[DATE_SIZE])
{
	struct strbuf typed = STRBUF_INIT;
	struct err err = ERR_INIT;
	char today[DATE_SIZE], chosen[DATE_SIZE];
	bool done = false;

	world_today(ui->app->world, today);
	strbuf_add(&typed, day);
	while (!done && dialog_input(&ui->host, title,
				err.text != NULL ? err.text : text, DATE_SIZE,
				&typed)) {
		err_clear(&err);
		done = date_parse(typed.s, today, chosen, &err) == ERR_OK;
		if (done && !date_is_day(chosen))
			done = err_set(&err, ERR_INVALID,
				_("Type a whole day, such as %s."), today) ==
				ERR_OK;
	}
	if (done)
		memcpy(day, chosen, DATE_SIZE);
	err_clear(&err);
	strbuf_clear(&typed);
	return done;
}

/* Those who keep the records today. */
struct operators {
	struct menu *menu;
	VEC(int64_t) ids;
	struct strvec names;
};

static enum err_code
add_operator(void *data, const struct record *operator, struct err *err)
{
	struct operators *operators = data;

	(void)err;
	vec_push(&operators->ids, operator->id);
	strvec_add(&operators->names, record_get(operator, "name"));
	menu_add(operators->menu, record_get(operator, "name"),
		record_get(operator, "post"));
	return ERR_OK;
}

static enum err_code
load_operators(struct ui *ui, struct operators *operators, struct err *err)
{
	struct query query;
	enum err_code code;
	char today[DATE_SIZE];

	world_today(ui->app->world, today);
	query_init(&query, &operator_type);
	free(query.as_of);
	query.as_of = xstrdup(today);
	code = query_each(ui->app->store, &query, add_operator, operators, err);
	query_clear(&query);
	return code;
}

static enum err_code
save_operator(struct ui *ui, struct record *operator, struct err *err)
{
	struct change_info info = ui_change_info(ui, "form", "");
	struct change *change;
	enum err_code code = change_begin(ui->app->store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	code = record_save(change, operator, NULL, NULL, err);
	return change_end(change, code, err);
}

/* One line for the name; the rest can be filled in later. */
static bool
enter_operator(struct ui *ui, const char *typed)
{
	struct strbuf name = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct record operator;
	char today[DATE_SIZE];
	bool done = false;

	world_today(ui->app->world, today);
	strbuf_add(&name, typed);
	while (!done && dialog_input(&ui->host, term_word(&operator_type.term),
				err.text != NULL ? err.text : _("Your name:"),
				field_max(record_field(&operator_type, "name")),
				&name)) {
		err_clear(&err);
		record_begin(&operator, &operator_type, today);
		record_set(&operator, "name", name.s);
		done = save_operator(ui, &operator, &err) == ERR_OK;
		if (done)
			app_set_operator(ui->app, operator.id,
				record_get(&operator, "name"));
		record_clear(&operator);
	}
	err_clear(&err);
	strbuf_clear(&name);
	return done;
}

bool
choose_operator(struct ui *ui)
{
	struct menu menu;
	struct operators operators = {&menu, VEC_INIT, VEC_INIT};
	struct err err = ERR_INIT;
	bool done = false;
	size_t i;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Who is at the keyboard?");
	menu.numbered = true;
	if (store_read_only(ui->app->store) == NULL)
		menu.new_entry = _("Somebody else …");
	if (load_operators(ui, &operators, &err) != ERR_OK) {
		ui_fail(ui, &err);
	} else {
		menu.empty = operators.ids.n == 0
			? _("Nobody has been entered yet.")
			: _("Nothing fits what was typed.");
		switch (dialog_choose(&ui->host, &menu)) {
		case MENU_CHOSEN:
			i = (size_t)menu_chosen(&menu)->id;
			app_set_operator(ui->app, operators.ids.items[i],
				operators.names.items[i]);
			done = true;
			break;
		case MENU_NEW:
			done = enter_operator(ui, menu_typed(&menu));
			break;
		default:
			break;
		}
	}
	menu_clear(&menu);
	vec_clear(&operators.ids);
	strvec_clear(&operators.names);
	return done;
}
