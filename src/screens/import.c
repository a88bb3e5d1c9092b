/* 导入: from where, and what the stages share. */
#include "screens/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "screens/open.h"
#include "tui/menu.h"
#include "tui/progress.h"

struct import_session *
import_session_hold(struct import_session *session)
{
	session->n_stages++;
	return session;
}

void
import_session_drop(struct import_session *session)
{
	if (session->n_stages > 0 && --session->n_stages > 0)
		return;
	import_close(session->import);
	strbuf_clear(&session->text);
	free(session->path);
	free(session);
}

void
import_session_title(const struct import_session *session, struct strbuf *out)
{
	strbuf_addf(out, _("Import: %s"), term_word(&session->type->term));
}

void
import_session_finish(struct ui *ui, struct import_session *session)
{
	size_t n_below = session->n_below;

	while (ui->frames.n > n_below)
		ui_back(ui);
}

bool
import_session_plan(struct ui *ui, struct import_session *session)
{
	struct progress progress;
	struct err err = ERR_INIT;
	enum err_code code;

	import_set_options(session->import, &session->options);
	progress_init(&progress, &ui->host, _("Import"));
	code = import_plan(session->import, &progress.job, &err);
	progress_clear(&progress);
	if (code != ERR_OK)
		ui_fail(ui, &err);
	return code == ERR_OK;
}

const char *
import_verdict_word(enum import_verdict verdict)
{
	static const char *const words[] = {
		[IMPORT_NEW] = N_("new"),
		[IMPORT_CHANGED] = N_("changed"),
		[IMPORT_SAME] = N_("unchanged"),
		[IMPORT_DOUBTFUL] = N_("doubtful"),
		[IMPORT_REJECTED] = N_("rejected"),
		[IMPORT_VERDICT_N] = N_("all rows"),
	};

	return _(words[verdict]);
}

/* False where none of several was chosen. */
static bool
choose_sheet(struct ui *ui, struct import *import)
{
	const struct strvec *sheets = import_sheets(import);
	struct menu menu;
	bool chosen;

	if (sheets->n < 2)
		return true;
	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Which sheet of the workbook?");
	menu.numbered = true;
	for (size_t i = 0; i < sheets->n; i++)
		menu_add(&menu, sheets->items[i], "");
	chosen = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
	if (chosen)
		import_set_sheet(import, (size_t)menu_chosen(&menu)->id);
	menu_clear(&menu);
	return chosen;
}

bool
import_begin(struct ui *ui, struct import_session *session)
{
	enum encoding fits[ENC_N];
	struct sheet_source source;
	struct err err = ERR_INIT;

	import_close(session->import);
	session->import = NULL;
	source = session->path != NULL
		? (struct sheet_source){.path = session->path}
		: (struct sheet_source){.text = session->text.s,
			.len = session->text.len};
	if (import_open(ui->app->store, session->type, &source,
		    &session->options, &session->import, &err) != ERR_OK) {
		char *sentence = xstrdup(err.text);

		err_clear(&err);
		dialog_tell(&ui->host, _("Import"), sentence);
		free(sentence);
		return false;
	}
	if (!choose_sheet(ui, session->import))
		return false;
	if (import_encodings(session->import, fits) < 2)
		return import_open_columns(ui, session);
	import_open_encoding(ui, session);
	return true;
}

static const struct record_type *
choose_type(struct ui *ui)
{
	const struct record_type *type = NULL;
	struct menu menu;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("What does the file hold?");
	menu.numbered = true;
	for (size_t i = 0; i < record_types_n; i++) {
		menu_add(&menu, term_word(&record_types[i]->term), "");
		if (record_types[i] == &member_type)
			menu_want(&menu, (int64_t)i);
	}
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		type = record_types[menu_chosen(&menu)->id];
	menu_clear(&menu);
	return type;
}

enum source { SOURCE_FILE, SOURCE_PASTE, SOURCE_NONE };

static enum source
choose_source(struct ui *ui)
{
	struct menu menu;
	enum source source = SOURCE_NONE;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Where are the rows?");
	menu.numbered = true;
	menu_add(&menu, _("In a file: CSV, or a workbook (.xlsx)"), "");
	menu_add(&menu, _("Copied in WPS or Excel, to be pasted here"), "");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		source = menu_chosen(&menu)->id == 0 ? SOURCE_FILE
						     : SOURCE_PASTE;
	menu_clear(&menu);
	return source;
}

void
open_import(struct ui *ui, const struct record_type *type)
{
	struct import_session *session;
	enum source source;
	char *path = NULL;

	if (ui_is_read_only(ui) ||
		(type == NULL && (type = choose_type(ui)) == NULL))
		return;
	source = choose_source(ui);
	if (source == SOURCE_FILE)
		path = choose_file(ui, _("Which file?"), NULL);
	if (source == SOURCE_NONE || (source == SOURCE_FILE && path == NULL))
		return;
	session = xcalloc(1, sizeof(*session));
	session->type = type;
	session->path = path;
	strbuf_init(&session->text);
	session->n_below = ui->frames.n;
	if (path == NULL)
		import_open_paste(ui, session);
	else if (!import_begin(ui, session))
		import_session_drop(session);
}
