/* Choices that stand in front of a screen: a file, a record, who types. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/save.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/source.h"
#include "tui/chooser.h"
#include "tui/menu.h"

enum { NAME_MAX_CHARS = 200 };

static const char *const media[] = {"/media", "/run/media", NULL};

static void
chooser_paint(struct ui *ui, struct chooser *chooser, const char *title,
	const struct keymap_live *live)
{
	struct term *term = ui->app->term;
	int rows = term_rows(term) - STATUS_TOP - STATUS_BOTTOM;
	int cols = term_cols(term);
	struct rect inside = {STATUS_TOP + 1, 1, rows - 2, cols - 2};

	ui->host.paint(ui->host.data, live);
	if (term_too_small(term))
		return;
	term_fill(term, STATUS_TOP, 0, rows, cols, STYLE_NORMAL);
	term_box(term, STATUS_TOP, 0, rows, cols, title);
	chooser_draw(chooser, term, &inside, true);
	status_draw(&ui->status, term, live);
}

static const char chooser_help[] =
	N_("Walk through the folders with the arrows and Enter; Backspace goes "
	   "to the folder above, Esc to the places where one can begin. F7 "
	   "finds a name by a part of it or by its pinyin. Whoever knows the "
	   "path begins with / or ~ and types it: Enter goes there.");

/* True: ask on. */
static bool
chooser_step(struct ui *ui, struct chooser *chooser,
	const struct keymap_live *live, const struct key_event *event,
	bool *picked)
{
	enum action action = keymap_find(live, event);

	switch (chooser_handle(chooser, action, event)) {
	case CHOOSER_PICKED:
		*picked = true;
		return false;
	case CHOOSER_FAILED:
		ui_fail(ui, &chooser->err);
		return true;
	case CHOOSER_IGNORED:
		if (action == ACTION_REDRAW)
			term_redraw(ui->app->term);
		else if (action == ACTION_HELP)
			dialog_tell(&ui->host, _("Help"), _(chooser_help));
		return action != ACTION_BACK;
	default:
		return true;
	}
}

static bool
is_typed(const struct key_event *event)
{
	return event->kind == EVENT_CHAR || event->kind == EVENT_KEY ||
		event->kind == EVENT_PASTE;
}

/* The path of a file or a folder, on the heap, or NULL. */
static char *
run_chooser(struct ui *ui, const char *title, const struct places *places,
	enum chooser_mode mode)
{
	struct chooser chooser;
	struct key_event event = KEY_EVENT_INIT;
	bool picked = false, on = true;
	char *path = NULL;

	chooser_init(&chooser, mode, places->items, places->n,
		ui->app->world->home, NULL, &ui->clip);
	status_say(&ui->status, STYLE_DIM, "%s",
		_("Or type the path: it begins with / or ~."));
	while (on && !ui->leaving) {
		struct keymap_live live;

		keymap_live_init(&live, chooser_context(&chooser));
		chooser_live(&chooser, &live);
		keymap_live_add(&live, ACTION_BACK);
		keymap_live_add(&live, ACTION_HELP);
		keymap_live_add(&live, ACTION_REDRAW);
		if (!key_pending(ui->app->term))
			chooser_paint(ui, &chooser, title, &live);
		ui->host.next(ui->host.data, &event);
		if (is_typed(&event))
			on = chooser_step(ui, &chooser, &live, &event,
				&picked);
	}
	if (picked)
		path = xstrdup(chooser.path);
	key_event_clear(&event);
	chooser_clear(&chooser);
	return path;
}

static enum fit
place_fits(void *data, int64_t id, const char *typed)
{
	const struct places *places = data;

	return (size_t)id >= places->n ? FIT_INSIDE
		: fit_word(places->items[id].name, typed);
}

/* A folder to write into, on the heap, or NULL. */
static char *
choose_folder(struct ui *ui, const char *title, struct places *places)
{
	struct menu menu;
	char *folder = NULL;
	size_t chosen = 0;
	bool done;

	menu_init(&menu, place_fits, places, &ui->clip);
	menu.title = title;
	menu.numbered = true;
	for (size_t i = 0; i < places->n; i++)
		menu_add(&menu, places->items[i].name, places->items[i].path);
	menu_add(&menu, _("Another folder …"), "");
	done = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
	if (done)
		chosen = (size_t)menu_chosen(&menu)->id;
	menu_clear(&menu);
	if (done && chosen < places->n)
		folder = xstrdup(places->items[chosen].path);
	else if (done)
		folder = run_chooser(ui, title, places, CHOOSER_FOLDER);
	return folder;
}

/* A name that no file of the folder has yet: NAME-2.csv where NAME.csv is
 * there. */
static void
offer_name(const char *folder, const char *name, struct strbuf *out)
{
	const char *dot = strrchr(name, '.');
	size_t stem = dot != NULL && dot != name ? (size_t)(dot - name)
						 : strlen(name);
	char *path = file_join(folder, name);

	strbuf_add(out, name);
	for (unsigned n = 2; file_exists(path); n++) {
		free(path);
		strbuf_reset(out);
		strbuf_add_bytes(out, name, stem);
		strbuf_addf(out, "-%u%s", n, name + stem);
		path = file_join(folder, out->s);
	}
	free(path);
}

/* What is wrong with the name of a new file, or NULL. */
static const char *
name_refused(const char *folder, const char *name)
{
	char *path;
	bool there;

	if (*name == '\0' || strchr(name, '/') != NULL ||
		strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return _("Type a name for the file, without a slash.");
	path = file_join(folder, name);
	there = file_exists(path);
	free(path);
	return there ? _("A file of this name is there already; type another "
			 "name.")
		     : NULL;
}

static char *
name_new_file(struct ui *ui, const char *title, const char *folder,
	const char *offered)
{
	struct strbuf name = STRBUF_INIT;
	const char *refused = NULL;
	char *path = NULL;

	offer_name(folder, offered, &name);
	while (dialog_input(&ui->host, title,
			refused != NULL ? refused : _("Name of the file:"),
			NAME_MAX_CHARS, &name)) {
		refused = name_refused(folder, name.s);
		if (refused == NULL) {
			path = file_join(folder, name.s);
			break;
		}
	}
	strbuf_clear(&name);
	return path;
}

char *
choose_file(struct ui *ui, const char *title, const char *save_as)
{
	struct places places;
	char *path = NULL, *folder;

	places_init(&places, ui->app->world, ui->last_folder, media);
	if (save_as == NULL) {
		path = run_chooser(ui, title, &places, CHOOSER_FILE);
	} else {
		folder = choose_folder(ui, title, &places);
		if (folder != NULL)
			path = name_new_file(ui, title, folder, save_as);
		free(folder);
	}
	places_clear(&places);
	if (path != NULL) {
		free(ui->last_folder);
		ui->last_folder = file_folder(path);
	}
	return path;
}

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
 * belong, else the first besides the title; NULL where there is none. */
static const char *
telling_path(const struct record_type *type)
{
	const char *first = NULL;

	for (size_t i = 0; i < RECORD_MAX_PATHS && type->list[i] != NULL;
		i++) {
		if (is_title(type, type->list[i]))
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
