#include "screens/sheet.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/sheet.h"
#include "screens/export.h"
#include "screens/open.h"

enum { TITLE_MAX = 60 };

/* How the sheet can be written; the first is the usual one. */
enum kind {
	KIND_TEXT,
	KIND_CSV,
	KIND_NONE, /* gone back */
	KIND_N = KIND_NONE,
};

static const char *const kind_words[KIND_N] = {
	N_("Text to print"), N_("CSV table")};

static const char *const kind_endings[KIND_N] = {"txt", "csv"};

static enum kind
ask_kind(struct ui *ui)
{
	struct menu menu;
	enum kind kind = KIND_NONE;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Sign-in sheet");
	menu.numbered = true;
	for (size_t i = 0; i < KIND_N; i++)
		menu_add(&menu, i18n_text(kind_words[i]), "");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		kind = (enum kind)menu_chosen(&menu)->id;
	menu_clear(&menu);
	return kind;
}

static void
write_sheet(struct ui *ui, const struct query *query,
	const struct sheet *sheet, enum kind kind)
{
	char *name = xasprintf("%s-%s.%s", sheet->title, sheet->day,
		kind_endings[kind]);
	char *path = choose_file(ui, _("Where to write the sheet?"), name);
	struct err err = ERR_INIT;
	enum err_code code = ERR_OK;
	uint64_t n = 0;

	if (path != NULL && kind == KIND_TEXT)
		code = sheet_write_text(ui->app->store, query, sheet,
			ENC_UTF8_BOM, path, &n, &err);
	else if (path != NULL)
		code = sheet_write_csv(ui->app->store, query, ENC_UTF8_BOM,
			path, &n, &err);
	if (code != ERR_OK)
		ui_fail(ui, &err);
	else if (path != NULL)
		export_tell_written(ui, path, n);
	free(path);
	free(name);
}

void
sheet_ask_and_write(struct ui *ui, const struct query *query,
	const char *union_name)
{
	struct sheet sheet = {
		.office = ui->office, .union_name = union_name};
	struct strbuf title = STRBUF_INIT;
	char day[DATE_SIZE];
	enum kind kind;

	strbuf_addf(&title, _("%s sign-in sheet"), union_name);
	world_today(ui->app->world, day);
	if (dialog_input(&ui->host, _("Sign-in sheet"),
		    _("What is to stand above the sheet?"), TITLE_MAX,
		    &title) &&
		choose_day(ui, _("Sign-in sheet"),
			_("The day of the meeting:"), day) &&
		(kind = ask_kind(ui)) != KIND_NONE) {
		sheet.title = title.s;
		sheet.day = day;
		write_sheet(ui, query, &sheet, kind);
	}
	strbuf_clear(&title);
}

void
sheet_write_numbers(struct ui *ui, const struct query *query,
	const char *union_name, const char *day)
{
	char *name = xasprintf(_("%s roster-%s.csv"), union_name, day);
	char *path = choose_file(ui, _("Where to write the roster?"), name);
	struct err err = ERR_INIT;
	uint64_t n = 0;

	if (path != NULL && sheet_write_roster(ui->app->store, query, day,
			ENC_UTF8_BOM, path, &n, &err) == ERR_OK)
		export_tell_written(ui, path, n);
	else if (path != NULL)
		ui_fail(ui, &err);
	free(path);
	free(name);
}
