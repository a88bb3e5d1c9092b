#include "screens/settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/open.h"
#include "store/site.h"
#include "tui/menu.h"
#include "tui/theme.h"

enum { FILE_MAX = 64 * 1024 };

/* The settings of a terminal, each with its name in the file. */
static const struct setting {
	const char *name;
	const char *label;
	size_t offset; /* of the bool in struct term_settings */
} settings[] = {
	{"colour", N_("Colours"), offsetof(struct term_settings, colour)},
	{"ascii_borders", N_("Borders of + - |"),
		offsetof(struct term_settings, ascii_borders)},
	{"ambiguous_wide", N_("Ambiguous characters take two columns"),
		offsetof(struct term_settings, ambiguous_wide)},
	{"slow_line", N_("Slow line: draw as little as possible"),
		offsetof(struct term_settings, slow_line)},
};

enum { N_SETTINGS = sizeof(settings) / sizeof(settings[0]) };

static bool *
value_of(struct term_settings *of, size_t i)
{
	return (bool *)((char *)of + settings[i].offset);
}

static char *
settings_path(const struct world *world)
{
	return file_join(world->config_home, "terminals");
}

static const char *
terminal(void)
{
	const char *term = getenv("TERM");

	return term != NULL ? term : "";
}

/* A line "TERM.name = value" that is about this terminal sets its value. */
static void
read_line(const char *line, struct term_settings *out)
{
	size_t len = strlen(terminal());

	if (strncmp(line, terminal(), len) != 0 || line[len] != '.')
		return;
	for (size_t i = 0; i < N_SETTINGS; i++) {
		size_t n = strlen(settings[i].name);
		const char *rest = line + len + 1 + n;

		if (strncmp(line + len + 1, settings[i].name, n) == 0 &&
			strncmp(rest, " = ", 3) == 0)
			*value_of(out, i) = rest[3] == '1';
	}
}

void
settings_load(const struct world *world, struct term_settings *out)
{
	char *path = settings_path(world);
	struct strbuf text = STRBUF_INIT;
	char *rest, *line;

	*out = (struct term_settings){
		.colour = theme_wants_colour(getenv("NO_COLOR"))};
	if (file_read(path, FILE_MAX, &text, NULL) == ERR_OK) {
		rest = text.s;
		while ((line = strsep(&rest, "\n")) != NULL)
			read_line(line, out);
	}
	if (!theme_wants_colour(getenv("NO_COLOR")))
		out->colour = false;
	strbuf_clear(&text);
	free(path);
}

/* The lines of other terminals stay as they are. */
static void
keep_others(const char *path, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;
	size_t len = strlen(terminal());
	char *rest, *line;

	if (file_read(path, FILE_MAX, &text, NULL) != ERR_OK)
		return;
	rest = text.s;
	while ((line = strsep(&rest, "\n")) != NULL)
		if (line[0] != '\0' && (strncmp(line, terminal(), len) != 0 ||
					line[len] != '.'))
			strbuf_addf(out, "%s\n", line);
	strbuf_clear(&text);
}

enum err_code
settings_save(const struct world *world, const struct term_settings *from,
	struct err *err)
{
	struct term_settings values = *from;
	char *path = settings_path(world);
	struct strbuf text = STRBUF_INIT;
	struct file_out *out;
	enum err_code code = file_make_folder(world->config_home, err);

	keep_others(path, &text);
	for (size_t i = 0; i < N_SETTINGS; i++)
		strbuf_addf(&text, "%s.%s = %d\n", terminal(),
			settings[i].name, *value_of(&values, i));
	if (code == ERR_OK)
		code = file_out_open(path, true, &out, err);
	if (code == ERR_OK) {
		code = file_out_write(out, text.s, text.len, err);
		if (code == ERR_OK)
			code = file_out_commit(out, err);
		else
			file_out_abandon(out);
	}
	strbuf_clear(&text);
	free(path);
	return code;
}

static void
toggle(struct ui *ui, size_t i)
{
	struct term_settings values = *term_settings(ui->app->term);
	struct err err = ERR_INIT;

	*value_of(&values, i) = !*value_of(&values, i);
	term_set(ui->app->term, &values);
	if (settings_save(ui->app->world, &values, &err) != ERR_OK)
		ui_fail(ui, &err);
}

static char *
language_key(struct ui *ui)
{
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(ui->app->operator_id, id);
	return xasprintf("language.%s", id);
}

void
settings_load_language(struct ui *ui)
{
	char *key = language_key(ui);
	char *name = store_setting(ui->app->store, key);
	enum language language = i18n_language_by_name(name);

	if (language != LANGUAGE_N && !ui->app->language_given)
		i18n_set_language(language);
	free(name);
	free(key);
}

void
settings_save_language(struct ui *ui)
{
	char *key = language_key(ui);
	struct err err = ERR_INIT;

	if (store_read_only(ui->app->store) == NULL &&
		store_set_setting(ui->app->store, key,
			i18n_language() == LANGUAGE_ZH ? "zh_CN" : "en",
			&err) != ERR_OK)
		ui_fail(ui, &err);
	free(key);
}

static void
other_language(struct ui *ui)
{
	i18n_set_language(i18n_language() == LANGUAGE_ZH ? LANGUAGE_EN
							 : LANGUAGE_ZH);
	settings_save_language(ui);
}

void
open_settings(struct ui *ui)
{
	enum menu_result result;
	int64_t id = 0;

	do {
		struct term_settings values = *term_settings(ui->app->term);
		struct menu menu;

		menu_init(&menu, NULL, NULL, &ui->clip);
		menu.title = _("Settings");
		menu.numbered = true;
		for (size_t i = 0; i < N_SETTINGS; i++)
			menu_add(&menu, _(settings[i].label),
				*value_of(&values, i) ? C_("value", "yes")
						      : C_("value", "no"));
		menu_add(&menu, "语言 Language",
			i18n_language() == LANGUAGE_ZH ? "中文" : "English");
		menu_want(&menu, id);
		result = dialog_choose(&ui->host, &menu);
		if (result == MENU_CHOSEN) {
			id = menu_chosen(&menu)->id;
			if (id < N_SETTINGS)
				toggle(ui, (size_t)id);
			else
				other_language(ui);
		}
		menu_clear(&menu);
	} while (result == MENU_CHOSEN);
}
