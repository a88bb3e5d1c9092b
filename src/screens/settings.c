#include "screens/settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/open.h"
#include "store/site.h"
#include "tui/theme.h"

enum { FILE_MAX = 64 * 1024 };

const struct setting terminal_settings[] = {
	{"colour", N_("Colours"),
		N_("Headings and warnings stand out in colour; without it by a "
		   "word or a sign."),
		offsetof(struct term_settings, colour)},
	{"ascii_borders", N_("Borders of + - |"),
		N_("For a terminal that shows other characters where lines "
		   "ought to be."),
		offsetof(struct term_settings, ascii_borders)},
	{"ambiguous_wide", N_("Ambiguous characters take two columns"),
		N_("Where columns are shifted by characters such as the middle "
		   "dot, try the other."),
		offsetof(struct term_settings, ambiguous_wide)},
	{"slow_line", N_("Slow line: draw as little as possible"),
		N_("The chosen row has its > alone, and no record is shown "
		   "beside a list."),
		offsetof(struct term_settings, slow_line)},
	{"printer", N_("A printer hangs on this terminal"),
		N_("Documents can then be printed there as text, by the "
		   "terminal."),
		offsetof(struct term_settings, printer)},
};

const size_t terminal_settings_n =
	sizeof(terminal_settings) / sizeof(terminal_settings[0]);

static bool *
value_of(struct term_settings *of, size_t i)
{
	return (bool *)((char *)of + terminal_settings[i].offset);
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
	for (size_t i = 0; i < terminal_settings_n; i++) {
		size_t n = strlen(terminal_settings[i].name);
		const char *rest = line + len + 1 + n;

		if (strncmp(rest - n, terminal_settings[i].name, n) == 0 &&
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
	for (size_t i = 0; i < terminal_settings_n; i++)
		strbuf_addf(&text, "%s.%s = %d\n", terminal(),
			terminal_settings[i].name, *value_of(&values, i));
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

bool
settings_get(struct ui *ui, size_t i)
{
	struct term_settings values = *term_settings(ui->app->term);

	return *value_of(&values, i);
}

void
settings_turn_over(struct ui *ui, size_t i)
{
	struct term_settings values = *term_settings(ui->app->term);
	struct err err = ERR_INIT;

	*value_of(&values, i) = !*value_of(&values, i);
	term_set(ui->app->term, &values);
	if (settings_save(ui->app->world, &values, &err) != ERR_OK)
		ui_fail(ui, &err);
}

static char *
own_key(struct ui *ui, const char *name)
{
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(ui->app->operator_id, id);
	return xasprintf("%s.%s", name, id);
}

char *
settings_load_own(struct ui *ui, const char *name)
{
	char *key = own_key(ui, name);
	char *text = store_setting(ui->app->store, key);

	free(key);
	return text;
}

void
settings_save_own(struct ui *ui, const char *name, const char *text)
{
	char *key = own_key(ui, name);
	char *before = store_setting(ui->app->store, key);
	struct err err = ERR_INIT;

	if (strcmp(text, before) != 0 &&
		store_read_only(ui->app->store) == NULL &&
		store_set_setting(ui->app->store, key, text, &err) != ERR_OK)
		ui_fail(ui, &err);
	free(before);
	free(key);
}

void
settings_load_language(struct ui *ui)
{
	char *name = settings_load_own(ui, "language");
	enum language language = i18n_language_by_name(name);

	if (language != LANGUAGE_N && !ui->app->language_given)
		i18n_set_language(language);
	free(name);
}

void
settings_change_operator(struct ui *ui)
{
	if (choose_operator(ui))
		settings_load_language(ui);
	ui_refresh_frame(ui);
}

void
settings_save_language(struct ui *ui)
{
	settings_save_own(ui, "language",
		i18n_language() == LANGUAGE_ZH ? "zh_CN" : "en");
}
