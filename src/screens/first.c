#include "screens/first.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/stock.h"
#include "records/nouns.h"
#include "records/save.h"
#include "records/value.h"
#include "screens/pick.h"
#include "screens/open.h"
#include "screens/sample.h"
#include "tui/menu.h"

#define LEVEL_USUAL "5" /* 乡镇（苏木） of unit_level */

/* The two languages name themselves, whatever the language is now. */
static bool
ask_language(struct ui *ui)
{
	struct menu menu;
	bool chosen;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = "语言 Language";
	menu.numbered = true;
	menu_add(&menu, "中文", "");
	menu_add(&menu, "English", "");
	menu_want(&menu, i18n_language() == LANGUAGE_EN ? 1 : 0);
	chosen = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
	if (chosen)
		i18n_set_language(menu_chosen(&menu)->id == 1 ? LANGUAGE_EN
							      : LANGUAGE_ZH);
	menu_clear(&menu);
	return chosen;
}

/* One field of a record about to be made, asked for until it is right. */
static bool
ask_field(struct ui *ui, struct record *record, const char *name,
	const char *question)
{
	const struct field_type *field = record_field(record->type, name);
	struct strbuf typed = STRBUF_INIT, stored = STRBUF_INIT;
	struct err err = ERR_INIT;
	char today[DATE_SIZE];
	bool answered = false;

	world_today(ui->app->world, today);
	strbuf_add(&typed, record_get(record, name));
	while (!answered && dialog_input(&ui->host, term_word(&record->type->term),
				    question, field_max(field), &typed)) {
		strbuf_reset(&stored);
		if (value_normalise(field, typed.s, today, &stored, &err) !=
			ERR_OK)
			dialog_tell(&ui->host, term_word(&field->term),
				err.text);
		else if (stored.len == 0 && field->flags & FIELD_REQUIRED)
			dialog_tell(&ui->host, term_word(&field->term),
				_("A name is needed here."));
		else
			answered = true;
	}
	if (answered)
		record_set(record, name, stored.s);
	err_clear(&err);
	strbuf_clear(&typed);
	strbuf_clear(&stored);
	return answered;
}

static bool
ask_level(struct ui *ui, struct record *office)
{
	const char *before = record_get(office, "level");
	struct strbuf level = STRBUF_INIT;
	bool chosen;

	strbuf_add(&level, before[0] != '\0' ? before : LEVEL_USUAL);
	chosen = choose_value(ui, record_field(&office_type, "level"), "",
		&level);
	if (chosen)
		record_set(office, "level", level.s);
	strbuf_clear(&level);
	return chosen;
}

static bool
ask_name(struct ui *ui, struct record *office)
{
	return ask_field(ui, office, "name",
		_("What is this office called? As on its seal, e.g. the Party "
		  "committee of a sumu or township."));
}

static bool
ask_region(struct ui *ui, struct record *office)
{
	return ask_field(ui, office, "region",
		_("Its region code of GB/T 2260, six digits or more; leave it "
		  "empty if it is not at hand."));
}

static bool
ask_upper(struct ui *ui, struct record *office)
{
	return ask_field(ui, office, "upper",
		_("Which office stands above it? May be left empty."));
}

static bool
ask_operator(struct ui *ui, struct record *operator)
{
	return ask_field(ui, operator, "name",
		_("Who is going to type? The name stands beside everything that "
		  "is saved."));
}

/* One question after the other; going back goes back to the one before it,
 * with what was answered still there. */
static bool
ask_all(struct ui *ui, struct record *office, struct record *operator)
{
	static bool (*const questions[])(struct ui *ui,
		struct record *record) = {
		ask_name, ask_level, ask_region, ask_upper, ask_operator,
	};
	const size_t n = sizeof(questions) / sizeof(questions[0]);
	size_t i = 0;

	if (!ask_language(ui))
		return false;
	while (i < n && !ui->leaving) {
		bool is_last = i == n - 1;

		if (questions[i](ui, is_last ? operator : office))
			i++;
		else if (i > 0)
			i--;
		else if (ui->leaving || !ask_language(ui))
			return false;
	}
	return i == n;
}

/* The two first records are one change, by the operator who is one of them. */
static enum err_code
save_first(struct ui *ui, struct record *office, struct record *operator,
	struct err *err)
{
	struct change_info info = {.action = "init", .reason = "",
		.operator_name = record_get(operator, "name")};
	struct change *change;
	enum err_code code = change_begin(ui->app->store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	code = record_save(change, operator, NULL, NULL, err);
	if (code == ERR_OK)
		code = record_save(change, office, NULL, NULL, err);
	return change_end(change, code, err);
}

static enum err_code
enter_stock(struct ui *ui, struct err *err)
{
	struct change_info info = ui_change_info(ui, "init", "");

	return stock_fill(ui->app->store, &info, NULL, err);
}

static bool
make_database(struct ui *ui, struct record *office, struct record *operator)
{
	struct app *app = ui->app;
	struct err err = ERR_INIT;
	enum err_code code = app_create_store(app, &err);

	if (code == ERR_OK)
		code = save_first(ui, office, operator, &err);
	if (code == ERR_OK) {
		app_set_operator(app, operator->id,
			record_get(operator, "name"));
		code = enter_stock(ui, &err);
	}
	if (code == ERR_OK)
		return true;
	dialog_tell(&ui->host, _("The database"), err.text);
	err_clear(&err);
	return false;
}

bool
first_start(struct ui *ui)
{
	struct record office, operator;
	char today[DATE_SIZE];
	bool made;

	status_set_place(&ui->status, _("First start"));
	world_today(ui->app->world, today);
	record_begin(&office, &office_type, today);
	record_begin(&operator, &operator_type, today);
	made = ask_all(ui, &office, &operator) &&
		make_database(ui, &office, &operator);
	record_clear(&office);
	record_clear(&operator);
	return made;
}

enum { STEP_IMPORT, STEP_SAMPLE, STEP_EMPTY, STEP_RESTORE };

void
first_steps(struct ui *ui)
{
	struct menu menu;
	int64_t step = STEP_EMPTY;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("How shall it begin?");
	menu.numbered = true;
	menu_add(&menu, _("Import a roster from a file"), "");
	menu_add(&menu, _("Try the sample office, in a file of its own"), "");
	menu_add(&menu, _("Start empty"), "");
	menu_add(&menu, _("Restore a copy from a stick or a folder"), "");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		step = menu_chosen(&menu)->id;
	menu_clear(&menu);
	if (step == STEP_IMPORT)
		open_import(ui, &member_type);
	else if (step == STEP_SAMPLE)
		try_sample(ui);
	else if (step == STEP_RESTORE)
		open_restore(ui);
}
