#include "tui/chooser.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "tui/fit.h"
#include "tui/folder.h"
#include "tui/wrap.h"

enum entry_kind {
	ENTRY_PLACE,
	ENTRY_HERE, /* this folder, or the new file in it */
	ENTRY_UP,
	ENTRY_FOLDER,
	ENTRY_FILE,
};

struct chooser_entry {
	enum entry_kind kind;
	char *path; /* "" for ENTRY_HERE, which depends on what is typed */
};

static void
clear_entries(struct chooser *chooser)
{
	for (size_t i = 0; i < chooser->array.rows.n; i++)
		free(chooser->entries[i].path);
	free(chooser->entries);
	chooser->entries = NULL;
	array_clear(&chooser->array);
}

/* Appends a row and, as its entry, the path, which it takes over. */
static void
add_entry(struct chooser *chooser, enum entry_kind kind, char *path,
	const char *shown, const char *size, const char *changed)
{
	struct row *row = array_add(&chooser->array);
	size_t n = chooser->array.rows.n;

	strvec_add(&row->cells, shown);
	strvec_add(&row->cells, size);
	strvec_add(&row->cells, changed);
	chooser->entries = xreallocarray(chooser->entries, n,
		sizeof(*chooser->entries));
	chooser->entries[n - 1] = (struct chooser_entry){kind, path};
}

static void
show_places(struct chooser *chooser)
{
	clear_entries(chooser);
	free(chooser->folder);
	chooser->folder = NULL;
	for (size_t i = 0; i < chooser->n_places; i++) {
		const struct chooser_place *place = &chooser->places[i];
		char *path = file_shown(place->path);
		char *shown = xasprintf("%s  %s", place->name, path);

		add_entry(chooser, ENTRY_PLACE, xstrdup(place->path), shown,
			"", "");
		free(path);
		free(shown);
	}
	list_set_filter(&chooser->list, "");
	list_restart(&chooser->list);
}

void
chooser_init(struct chooser *chooser, enum chooser_mode mode,
	const struct chooser_place *places, size_t n_places, const char *home,
	const char *new_name, struct strbuf *clip)
{
	struct window_source source;

	*chooser = (struct chooser){
		.mode = mode,
		.places = places,
		.n_places = n_places,
		.home = home != NULL ? xstrdup(home) : NULL,
		.new_name = new_name != NULL ? xstrdup(new_name) : NULL,
		.columns = {
			{.name = _("Name"), .cols = 24, .least = 12,
				.grows = true},
			{.name = _("Size"), .cols = 9, .right = true},
			{.name = _("Changed"), .cols = TIME_SIZE - 1},
		},
		.err = ERR_INIT,
	};
	array_init(&chooser->array);
	array_source(&chooser->array, &source);
	list_init(&chooser->list, chooser->columns, CHOOSER_COLUMNS, &source,
		clip);
	chooser->list.can_filter = true;
	chooser->list.empty = _("There is no such file here.");
	show_places(chooser);
}

void
chooser_clear(struct chooser *chooser)
{
	clear_entries(chooser);
	list_clear(&chooser->list);
	free(chooser->home);
	free(chooser->new_name);
	free(chooser->folder);
	free(chooser->path);
	err_clear(&chooser->err);
}

static void
add_item(struct chooser *chooser, const struct folder_item *item)
{
	char *path = file_join(chooser->folder, item->name);
	char changed[TIME_SIZE], *size, *shown;

	date_time_of_moment(item->moment, changed);
	if (item->is_folder) {
		shown = xasprintf("%s/", item->shown);
		add_entry(chooser, ENTRY_FOLDER, path, shown, "", changed);
		free(shown);
		return;
	}
	size = folder_show_size(item->size);
	add_entry(chooser, ENTRY_FILE, path, item->shown, size, changed);
	free(size);
}

static bool
is_path(const char *typed)
{
	return *typed == '~' || strchr(typed, '/') != NULL;
}

/* The name of the new file: what is typed, else what is offered. */
static const char *
new_name(const struct chooser *chooser)
{
	const char *typed = list_filter(&chooser->list);

	if (*typed != '\0' && !is_path(typed))
		return typed;
	return chooser->new_name != NULL ? chooser->new_name : "";
}

static char *
here_words(const struct chooser *chooser)
{
	if (chooser->mode == CHOOSER_FOLDER)
		return xstrdup(_("Take this folder"));
	if (*new_name(chooser) == '\0')
		return xstrdup(_("Type a name for the new file"));
	return xasprintf(_("Write here as %s"), new_name(chooser));
}

static void
fill_folder(struct chooser *chooser, const struct folder *folder)
{
	char *words = here_words(chooser);

	clear_entries(chooser);
	if (chooser->mode != CHOOSER_FILE)
		add_entry(chooser, ENTRY_HERE, xstrdup(""), words, "", "");
	free(words);
	if (strcmp(chooser->folder, "/") != 0)
		add_entry(chooser, ENTRY_UP, file_folder(chooser->folder),
			"../", "", "");
	for (size_t i = 0; i < folder->n; i++)
		if (chooser->mode != CHOOSER_FOLDER ||
			folder->items[i].is_folder)
			add_item(chooser, &folder->items[i]);
}

enum err_code
chooser_open(struct chooser *chooser, const char *folder, struct err *err)
{
	struct folder items = VEC_INIT;
	enum err_code code = folder_read(folder, &items, err);
	char *copy;

	if (code == ERR_OK) {
		copy = xstrdup(folder);
		free(chooser->folder);
		chooser->folder = copy;
		list_set_filter(&chooser->list, "");
		fill_folder(chooser, &items);
		list_restart(&chooser->list);
		/* What is in the folder, not the way out of it. */
		if (chooser->array.rows.n > 1 &&
			chooser->entries[0].kind == ENTRY_UP)
			list_want(&chooser->list, 1);
	}
	folder_clear(&items);
	return code;
}

static bool
wanted(void *data, const struct row *row)
{
	struct chooser *chooser = data;
	const char *typed = list_filter(&chooser->list);
	enum entry_kind kind = chooser->entries[row->id].kind;

	if (is_path(typed) || kind == ENTRY_HERE)
		return true;
	if (kind == ENTRY_UP)
		return *typed == '\0';
	return fit_word(row->cells.items[0], typed) != FIT_NONE;
}

static void
filter(struct chooser *chooser)
{
	struct rows *rows = &chooser->array.rows;

	if (rows->n > 0 && chooser->entries[0].kind == ENTRY_HERE) {
		free(rows->items[0].cells.items[0]);
		rows->items[0].cells.items[0] = here_words(chooser);
	}
	array_filter(&chooser->array, wanted, chooser);
	list_restart(&chooser->list);
}

static enum chooser_result
go(struct chooser *chooser, const char *folder)
{
	char *copy = xstrdup(folder); /* it may be one of our entries */
	enum err_code code = chooser_open(chooser, copy, &chooser->err);

	free(copy);
	return code == ERR_OK ? CHOOSER_HANDLED : CHOOSER_FAILED;
}

static enum chooser_result
pick(struct chooser *chooser, char *path)
{
	free(chooser->path);
	chooser->path = path;
	return CHOOSER_PICKED;
}

/* The path that was typed, from the folder that is shown or from home. */
static char *
typed_path(const struct chooser *chooser, const char *typed)
{
	const char *from = chooser->folder;

	if (*typed == '~' && (typed[1] == '/' || typed[1] == '\0')) {
		from = chooser->home;
		typed += typed[1] == '/' ? 2 : 1;
	}
	if (*typed == '/' || from == NULL)
		return xstrdup(typed);
	return *typed != '\0' ? file_join(from, typed) : xstrdup(from);
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static enum chooser_result
go_typed(struct chooser *chooser, const char *typed)
{
	char *path = typed_path(chooser, typed), *folder;
	enum chooser_result result;
	bool can_be;

	if (is_folder(path)) {
		result = go(chooser, path);
		free(path);
		return result;
	}
	folder = file_folder(path);
	can_be = chooser->mode == CHOOSER_FILE ? file_exists(path)
		: chooser->mode == CHOOSER_NEW && is_folder(folder) &&
			*file_name(path) != '\0';
	free(folder);
	if (can_be)
		return pick(chooser, path);
	err_set(&chooser->err, ERR_FILE, chooser->mode == CHOOSER_FILE
		? _("There is no file %s.") : _("There is no folder %s."),
		typed);
	free(path);
	return CHOOSER_FAILED;
}

static enum chooser_result
take_here(struct chooser *chooser)
{
	if (chooser->mode == CHOOSER_FOLDER)
		return pick(chooser, xstrdup(chooser->folder));
	if (*new_name(chooser) == '\0') {
		err_set(&chooser->err, ERR_INVALID,
			_("The new file needs a name; type one."));
		return CHOOSER_FAILED;
	}
	return pick(chooser, file_join(chooser->folder, new_name(chooser)));
}

static enum chooser_result
enter(struct chooser *chooser)
{
	const char *typed = list_filter(&chooser->list);
	const struct chooser_entry *entry;
	const struct row *row;

	if (is_path(typed))
		return go_typed(chooser, typed);
	row = list_chosen(&chooser->list);
	if (row == NULL)
		return CHOOSER_HANDLED;
	entry = &chooser->entries[row->id];
	switch (entry->kind) {
	case ENTRY_HERE:
		return take_here(chooser);
	case ENTRY_FILE:
		return pick(chooser, xstrdup(entry->path));
	default:
		return go(chooser, entry->path);
	}
}

/* Backspace: to the folder above. */
static enum chooser_result
go_up(struct chooser *chooser)
{
	enum chooser_result result;
	char *above;

	if (chooser->folder == NULL)
		return CHOOSER_HANDLED;
	above = file_folder(chooser->folder);
	result = go(chooser, above);
	free(above);
	return result;
}

static enum chooser_result
handle_list(struct chooser *chooser, enum action action,
	const struct key_event *event)
{
	switch (list_handle(&chooser->list, action, event)) {
	case LIST_IGNORED:
		return CHOOSER_IGNORED;
	case LIST_FILTERED:
		filter(chooser);
		return CHOOSER_HANDLED;
	default:
		return CHOOSER_HANDLED;
	}
}

/* The character by which a path begins that is typed without more ado. */
static const char *
path_begun(const struct key_event *event)
{
	uint32_t c = event->kind == EVENT_CHAR ? key_halfwidth(event->code)
					       : 0;

	if (c == '/')
		return "/";
	return c == '~' ? "~" : NULL;
}

enum chooser_result
chooser_handle(struct chooser *chooser, enum action action,
	const struct key_event *event)
{
	bool filtering = chooser->list.filtering;
	const char *path = filtering ? NULL : path_begun(event);

	err_clear(&chooser->err);
	if (path != NULL) {
		list_set_filter(&chooser->list, path);
		filter(chooser);
		return CHOOSER_HANDLED;
	}
	if (action == ACTION_OPEN || action == ACTION_ACCEPT)
		return enter(chooser);
	if (action == ACTION_ERASE_LEFT && !filtering)
		return go_up(chooser);
	if (action == ACTION_BACK && !filtering && chooser->folder != NULL &&
		chooser->n_places > 0) {
		show_places(chooser);
		return CHOOSER_HANDLED;
	}
	return handle_list(chooser, action, event);
}

enum context
chooser_context(const struct chooser *chooser)
{
	return list_context(&chooser->list);
}

void
chooser_live(const struct chooser *chooser, struct keymap_live *live)
{
	keymap_live_add(live, ACTION_OPEN);
	keymap_live_add(live, ACTION_BACK);
	keymap_live_add(live, ACTION_ERASE_LEFT);
	list_live(&chooser->list, live);
}

/* The end of a path says more than its beginning. */
static void
draw_path(const char *path, struct term *term, const struct rect *rect)
{
	char *shown = file_shown(path);
	const char *s = shown;
	int cut = 0;

	while (wrap_cols(s, strlen(s)) + cut > rect->cols && *s != '\0') {
		s += text_next(s);
		cut = 1;
	}
	if (cut > 0)
		term_put(term, rect->row, rect->col, 1, "~", STYLE_TITLE);
	term_put(term, rect->row, rect->col + cut, rect->cols - cut, s,
		STYLE_TITLE);
	free(shown);
}

void
chooser_draw(struct chooser *chooser, struct term *term,
	const struct rect *rect, bool focused)
{
	struct rect body = *rect;

	if (body.rows > 2) {
		draw_path(chooser->folder != NULL ? chooser->folder
			: _("Where is the file?"), term, rect);
		body.row++;
		body.rows--;
	}
	list_draw(&chooser->list, term, &body, focused);
}
