/* Carrying the plan of an import out. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/import.h"
#include "screens/open.h"
#include "tui/progress.h"

/* "" for pasted text; on the heap. */
static char *
source_name(const struct import_session *session)
{
	return session->path != NULL ? file_shown(file_name(session->path))
				     : xstrdup("");
}

static void
say_written(struct ui *ui, const char *path, uint64_t n)
{
	char *name = file_shown(path);

	ui_say(ui, P_("%llu row has been written to %s, with its "
		      "reason; put it right there and import that "
		      "file.",
		      "%llu rows have been written to %s, with their "
		      "reasons; put them right there and import that "
		      "file.", (unsigned long)n),
		(unsigned long long)n, name);
	free(name);
}

static char *
rejects_name(const struct import_session *session)
{
	static const char *const endings[] = {".csv", ".xlsx"};
	char *source = source_name(session), *name;
	size_t len = strlen(source);

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t end = strlen(endings[i]);

		if (len > end && strcmp(source + len - end, endings[i]) == 0) {
			len -= end;
			break;
		}
	}
	name = len == 0 ? xasprintf(_("rejected rows.csv"))
		: xasprintf(_("%.*s, rejected rows.csv"), (int)len, source);
	free(source);
	return name;
}

void
import_save_rejects(struct ui *ui, struct import_session *session)
{
	char *name = rejects_name(session);
	char *path = choose_file(ui, _("Where to write the rejected rows?"),
		name);
	struct err err = ERR_INIT;
	uint64_t n = 0;

	free(name);
	if (path == NULL)
		return;
	if (import_write_rejects(session->import, path, ENC_UTF8_BOM, &n,
		    &err) == ERR_OK)
		say_written(ui, path, n);
	else
		dialog_tell(&ui->host, _("Import"), err.text);
	err_clear(&err);
	free(path);
}

/* What is to be done with rows that cannot be taken as they are; false: the
 * person goes back to them. */
static bool
settle_bad(struct ui *ui, uint64_t n_bad)
{
	const char *answers[] = {
		_("Go back and correct them"), _("Leave them out")};
	char *text;
	bool leave;

	if (n_bad == 0)
		return true;
	text = xasprintf(P_("%llu row is rejected. Shall the others be "
			    "imported without it?",
			    "%llu rows are rejected. Shall the others be "
			    "imported without them?", (unsigned long)n_bad),
		(unsigned long long)n_bad);
	leave = dialog_ask(&ui->host, _("Import"), text, answers, 2, 0) == 1;
	free(text);
	return leave;
}

static bool
settle_doubtful(struct ui *ui, struct import_session *session, uint64_t n)
{
	enum { BACK, LEAVE, TAKE };
	const char *answers[] = {_("Go back and look at them"),
		_("Leave them out"), _("Take them as new")};
	char *text;
	size_t answer;

	if (n == 0 || session->options.take_doubtful)
		return true;
	text = xasprintf(P_("%llu row is doubtful: it could be somebody who is "
			    "here already. What shall become of it?",
			    "%llu rows are doubtful: they could be people who "
			    "are here already. What shall become of them?",
			    (unsigned long)n), (unsigned long long)n);
	answer = dialog_ask(&ui->host, _("Import"), text, answers, 3, BACK);
	free(text);
	session->options.take_doubtful = answer == TAKE;
	return answer != BACK;
}

static void
say_done(struct ui *ui, const struct import_result *result)
{
	unsigned long long n_new = result->n_new;
	unsigned long long n_changed = result->n_changed;

	if (result->change == 0)
		ui_say(ui, _("Every row is here already as the file has it; "
			     "nothing was to be done."));
	else if (result->n_others > 0)
		ui_say(ui, _("Imported: %llu new, %llu changed, and %llu "
			     "records that they refer to. Ctrl-Z takes all "
			     "of it back."), n_new, n_changed,
			(unsigned long long)result->n_others);
	else
		ui_say(ui, _("Imported: %llu new, %llu changed. Ctrl-Z takes "
			     "all of it back."), n_new, n_changed);
}

/* Rows that stay behind would be forgotten without a file.  Some doubtful ones
 * do so even where they should be taken: they can only be somebody known. */
static void
offer_rejects(struct ui *ui, struct import_session *session, uint64_t n)
{
	char *text;

	if (n == 0)
		return;
	text = xasprintf(P_("%llu row has stayed behind. Shall it be written "
			    "to a file, with its reason, to be put right and "
			    "imported?",
			    "%llu rows have stayed behind. Shall they be "
			    "written to a file, with their reasons, to be put "
			    "right and imported?", (unsigned long)n),
		(unsigned long long)n);
	if (dialog_confirm(&ui->host, _("Import"), text, _("Write the file")))
		import_save_rejects(ui, session);
	free(text);
}

/* Somebody has saved what the plan speaks of: it is made anew, and looked at
 * once more. */
static void
plan_anew(struct ui *ui, struct import_session *session)
{
	if (import_session_plan(ui, session))
		ui_say(ui, _("Somebody has changed records meanwhile; the "
			     "plan has been made anew. Look at it once "
			     "more."));
}

bool
import_do(struct ui *ui, struct import_session *session,
	enum import_verdict *look)
{
	struct change_info info;
	struct import_counts counts;
	struct import_result result = {0};
	struct progress progress;
	struct err err = ERR_INIT;
	const struct record_type *type = session->type;
	uint64_t n_bad, n_doubtful, n_taken;
	enum err_code code;
	char *name;

	import_counts(session->import, &counts);
	n_bad = counts.rows[IMPORT_REJECTED];
	n_doubtful = counts.rows[IMPORT_DOUBTFUL];
	if (!settle_bad(ui, n_bad)) {
		*look = IMPORT_REJECTED;
		return true;
	}
	if (!settle_doubtful(ui, session, n_doubtful)) {
		*look = IMPORT_DOUBTFUL;
		return true;
	}
	session->options.skip_bad = true;
	import_set_options(session->import, &session->options);
	progress_init(&progress, &ui->host, _("Import"));
	name = source_name(session);
	info = ui_change_info(ui, "import", name);
	code = import_run(session->import, &info, &progress.job, &result, &err);
	free(name);
	progress_clear(&progress);
	if (code == ERR_STALE) {
		err_clear(&err);
		plan_anew(ui, session);
	} else if (code != ERR_OK) {
		ui_fail(ui, &err);
	} else {
		n_taken = result.n_new > counts.rows[IMPORT_NEW]
			? result.n_new - counts.rows[IMPORT_NEW] : 0;
		offer_rejects(ui, session, n_bad + n_doubtful - n_taken);
		import_session_finish(ui, session);
		say_done(ui, &result);
		if (result.change != 0 && type->n_alike > 0)
			open_duplicates_of_change(ui, type, result.change);
		return false;
	}
	return true;
}
