/* 导出: what a list shows, as a file. */
#include "screens/export.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/export.h"
#include "exchange/sheet.h"
#include "screens/open.h"
#include "store/journal.h"
#include "tui/menu.h"
#include "tui/progress.h"

enum { SSH_PORT = 22 };

/* The lines of the menu. */
enum line {
	LINE_WRITE,
	LINE_FORMAT,
	LINE_CODES,
	LINE_FULL,
	LINE_HEADERS,
	LINE_TITLE,
	LINE_N,
};

/* What the file can be, in this order. */
static const struct {
	const char *ending;
	enum encoding enc;
	const char *word;
} formats[] = {
	{"csv", ENC_UTF8_BOM, N_("CSV for WPS, Excel")},
	{"csv", ENC_GB18030, N_("CSV in GB18030")},
	{"csv", ENC_UTF8, N_("CSV in plain UTF-8")},
	{"xlsx", ENC_UTF8, N_("workbook (.xlsx)")},
};

enum { FORMATS_N = sizeof(formats) / sizeof(formats[0]) };

struct export_lines {
	size_t format; /* index in formats */
	struct export_options options;
};

static const char *
line_words(size_t line)
{
	static const char *const words[LINE_N] = {
		[LINE_WRITE] = N_("Write the file …"),
		[LINE_FORMAT] = N_("Kind of file"),
		[LINE_CODES] = N_("Codes"),
		[LINE_FULL] = N_("ID and phone numbers"),
		[LINE_HEADERS] = N_("Headings"),
		[LINE_TITLE] = N_("Title line"),
	};

	return _(words[line]);
}

static const char *
line_state(const struct export_lines *lines, size_t line)
{
	switch (line) {
	case LINE_FORMAT:
		return _(formats[lines->format].word);
	case LINE_CODES:
		return lines->options.codes ? C_("codes", "as codes")
					    : C_("codes", "as words");
	case LINE_FULL:
		return lines->options.full ? C_("numbers", "whole")
					   : C_("numbers", "masked");
	case LINE_HEADERS:
		return lines->options.english ? C_("headings", "English")
					      : C_("headings", "Chinese");
	case LINE_TITLE:
		return lines->options.title ? C_("title line", "with one")
					    : C_("title line", "without");
	default:
		return "";
	}
}

/* The next one that this program can write. */
static void
change_format(struct export_lines *lines)
{
	do
		lines->format = (lines->format + 1) % FORMATS_N;
	while (strcmp(formats[lines->format].ending, "xlsx") == 0 &&
		!sheet_has_workbooks());
	lines->options.enc = formats[lines->format].enc;
}

static bool
wants_full(struct ui *ui)
{
	if (ui_is_read_only(ui))
		return false;
	return dialog_confirm(&ui->host, line_words(LINE_FULL),
		_("The file would hold every ID and phone number whole, for "
		  "anybody to read who gets hold of it. It is noted in the "
		  "journal that you have taken them out."),
		_("Write them whole"));
}

static void
change_line(struct ui *ui, struct export_lines *lines, size_t line)
{
	struct export_options *options = &lines->options;

	switch (line) {
	case LINE_FORMAT:
		change_format(lines);
		break;
	case LINE_CODES:
		options->codes = !options->codes;
		break;
	case LINE_FULL:
		options->full = !options->full && wants_full(ui);
		break;
	case LINE_HEADERS:
		options->english = !options->english;
		break;
	case LINE_TITLE:
		options->title = !options->title;
		break;
	default:
		break;
	}
}

/* Shows the menu until the file is to be written; false: gone back. */
static bool
ask_options(struct ui *ui, const struct query *query,
	struct export_lines *lines)
{
	size_t line = LINE_WRITE;
	bool chosen = true;

	do {
		char *title = xasprintf(_("Export: %s"),
			term_word(&query->type->term));
		struct menu menu;

		menu_init(&menu, NULL, NULL, &ui->clip);
		menu.title = title;
		menu.numbered = true;
		for (size_t i = 0; i < LINE_N; i++)
			menu_add(&menu, line_words(i), line_state(lines, i));
		menu_want(&menu, (int64_t)line);
		chosen = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
		if (chosen)
			line = (size_t)menu_chosen(&menu)->id;
		menu_clear(&menu);
		free(title);
		if (chosen)
			change_line(ui, lines, line);
	} while (chosen && line != LINE_WRITE);
	return chosen;
}

static char *
offered_name(struct ui *ui, const struct query *query, const char *ending)
{
	char today[DATE_SIZE];

	world_today(ui->app->world, today);
	return xasprintf("%s-%s.%s", term_word(&query->type->term), today,
		ending);
}

/* s as one word of a shell's command line. */
static void
add_quoted(struct strbuf *out, const char *s)
{
	strbuf_add_char(out, '\'');
	for (; *s != '\0'; s++)
		if (*s == '\'')
			strbuf_add(out, "'\\''");
		else
			strbuf_add_char(out, *s);
	strbuf_add_char(out, '\'');
}

/*
 * The command that fetches the file, where the person sits at another computer
 * (sshd(8): SSH_CONNECTION is "client port server port").
 */
static bool
fetch_command(const struct ui *ui, const char *path, struct strbuf *out)
{
	const char *connection = getenv("SSH_CONNECTION");
	struct strbuf from = STRBUF_INIT;
	char server[64];
	unsigned port;

	if (connection == NULL ||
		sscanf(connection, "%*s %*u %63s %u", server, &port) != 2)
		return false;
	strbuf_addf(&from, strchr(server, ':') != NULL ? "%s@[%s]:%s"
						       : "%s@%s:%s",
		ui->app->world->account, server, path);
	strbuf_add(out, "scp ");
	if (port != SSH_PORT)
		strbuf_addf(out, "-P %u ", port);
	add_quoted(out, from.s);
	strbuf_add(out, " .");
	strbuf_clear(&from);
	return true;
}

/* Says text and, over SSH, how the file of that name is fetched. */
static void
tell(struct ui *ui, const char *name, struct strbuf *text)
{
	struct strbuf command = STRBUF_INIT;

	if (fetch_command(ui, name, &command)) {
		strbuf_add_char(text, '\n');
		strbuf_addf(text, _("To fetch the file, type on your own "
				    "computer: %s"), command.s);
		dialog_tell(&ui->host, _("Export"), text->s);
	} else {
		ui_say(ui, "%s", text->s);
	}
	strbuf_clear(&command);
}

void
export_tell_written(struct ui *ui, const char *path, uint64_t n)
{
	struct strbuf text = STRBUF_INIT;
	char *name = file_shown(path);

	strbuf_addf(&text, P_("%llu row has been written to %s.",
			"%llu rows have been written to %s.",
			(unsigned long)n), (unsigned long long)n, name);
	tell(ui, name, &text);
	strbuf_clear(&text);
	free(name);
}

void
export_tell_file(struct ui *ui, const char *path)
{
	struct strbuf text = STRBUF_INIT;
	char *name = file_shown(path);

	strbuf_addf(&text, _("%s has been written."), name);
	tell(ui, name, &text);
	strbuf_clear(&text);
	free(name);
}

static enum err_code
write_file(struct ui *ui, const struct query *query, const char *path,
	const struct export_options *options, uint64_t *n, struct err *err)
{
	const struct app *app = ui->app;
	struct progress progress;
	enum err_code code = ERR_OK;
	char *name = file_shown(file_name(path));

	if (options->full)
		code = journal_note(app->store, "export", app->operator_id,
			app->operator_name != NULL ? app->operator_name : "",
			query->type->name, 0, name, err);
	free(name);
	if (code != ERR_OK)
		return code;
	progress_init(&progress, &ui->host, _("Export"));
	code = export_query(app->store, query, path, options, &progress.job, n,
		err);
	progress_clear(&progress);
	return code;
}

void
open_export(struct ui *ui, const struct query *query)
{
	struct export_lines lines = {
		.options = {
			.enc = formats[0].enc,
			.english = i18n_language() == LANGUAGE_EN,
		},
	};
	struct err err = ERR_INIT;
	char *name, *path;
	uint64_t n = 0;

	if (!ask_options(ui, query, &lines))
		return;
	name = offered_name(ui, query, formats[lines.format].ending);
	path = choose_file(ui, _("Where to write the file?"), name);
	free(name);
	if (path == NULL)
		return;
	if (write_file(ui, query, path, &lines.options, &n, &err) == ERR_OK)
		export_tell_written(ui, path, n);
	else
		ui_fail(ui, &err);
	free(path);
}
