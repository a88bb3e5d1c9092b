/* Choosing a file, 选择文件: a screen above the one that asks. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/open.h"
#include "screens/places.h"
#include "tui/chooser.h"
#include "tui/menu.h"

enum { NAME_MAX_CHARS = 200 };

static const char *const media[] = {"/media", "/run/media", NULL};

struct chooser_state {
	const char *title;
	struct chooser chooser;
	char **path; /* where the one picked goes, on the heap */
};

static void
chooser_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct chooser_state *state = data;

	(void)ui;
	strbuf_add(out, state->title);
}

static const char *
chooser_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Walk through the folders with the arrows and Enter; "
		  "Backspace goes to the folder above, Esc to the places "
		  "where one can begin. F7 finds a name by a part of it or by "
		  "its pinyin. Whoever knows the path begins with / or ~ and "
		  "types it: Enter goes there.");
}

static void
live(struct ui *ui, void *data, struct keymap_live *out)
{
	const struct chooser_state *state = data;

	(void)ui;
	keymap_live_init(out, chooser_context(&state->chooser));
	chooser_live(&state->chooser, out);
}

static void
draw(struct ui *ui, void *data, const struct rect *body)
{
	struct chooser_state *state = data;

	chooser_draw(&state->chooser, ui->app->term, body, true);
}

static bool
handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct chooser_state *state = data;

	switch (chooser_handle(&state->chooser, action, event)) {
	case CHOOSER_PICKED:
		*state->path = xstrdup(state->chooser.path);
		ui_back(ui);
		return true;
	case CHOOSER_FAILED:
		ui_fail(ui, &state->chooser.err);
		return true;
	default:
		return true;
	case CHOOSER_IGNORED:
		return false;
	}
}

static void
close_chooser(struct ui *ui, void *data)
{
	struct chooser_state *state = data;

	(void)ui;
	chooser_clear(&state->chooser);
	free(state);
}

static const struct screen chooser_screen = {
	.title = chooser_title,
	.help = chooser_help,
	.live = live,
	.draw = draw,
	.handle = handle,
	.close = close_chooser,
};

/* The path of a file or a folder, on the heap, or NULL. */
static char *
run_chooser(struct ui *ui, const char *title, const struct places *places,
	enum chooser_mode mode)
{
	struct chooser_state *state = xcalloc(1, sizeof(*state));
	size_t n_below = ui->frames.n;
	char *place = xstrdup(ui->status.place), *path = NULL;

	state->title = title;
	state->path = &path;
	chooser_init(&state->chooser, mode, places->items, places->n,
		ui->app->world->home, NULL, &ui->clip);
	ui_open(ui, &chooser_screen, state);
	status_say(&ui->status, STYLE_DIM, "%s",
		_("Or type the path: it begins with / or ~."));
	ui_run_above(ui, n_below);
	status_set_place(&ui->status, place);
	free(place);
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
