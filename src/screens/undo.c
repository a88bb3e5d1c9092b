/* 撤销: what it touches, what would stay, and then doing it. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/undo.h"
#include "records/words.h"
#include "screens/open.h"
#include "store/journal.h"
#include "tui/progress.h"

enum { LOOK_BACK = 50 }; /* changes among which the newest own is sought */

/* The newest change by this operator in this session that still stands. */
static int64_t
newest_own(struct ui *ui)
{
	struct journal_change changes[LOOK_BACK];
	size_t n = 0;
	int64_t found = 0;

	if (journal_changes(ui->app->store, NULL, 0, false, LOOK_BACK,
		    changes, &n, NULL) != ERR_OK)
		return 0;
	for (size_t i = 0; i < n; i++) {
		const struct journal_change *change = &changes[i];

		if (found == 0 && change->undone_by == 0 &&
			change->undoes == 0 &&
			change->at >= ui->app->started_at &&
			change->operator_id == ui->app->operator_id &&
			words_is_saving(change->action))
			found = change->id;
	}
	for (size_t i = 0; i < n; i++)
		journal_change_clear(&changes[i]);
	return found;
}

/* Fields and records that stay, a line each. */
static void
add_kept(const struct undo_result *result, struct strbuf *out)
{
	struct strbuf what = STRBUF_INIT;

	for (size_t i = 0; i < result->n_kept; i++) {
		const struct undo_kept *kept = &result->kept[i];
		const struct field_type *field =
			record_field(kept->type, kept->field);

		strbuf_reset(&what);
		strbuf_addf(&what, "%s %s", term_word(&kept->type->term),
			kept->title);
		if (field != NULL)
			strbuf_addf(&what, "%s%s", _(", "),
				term_word(&field->term));
		strbuf_add_char(out, '\n');
		strbuf_addf(out, _("%s: "), what.s);
		strbuf_add(out, kept->text);
	}
	strbuf_clear(&what);
}

/* Taking back what took something back is doing that again. */
static const char *
what_it_is(const struct journal_change *change)
{
	return strcmp(change->action, "undo") == 0 ? _("Do again")
						   : _("Take back");
}

/* Asks only where more than one record goes back, or something stays. */
static bool
confirm(struct ui *ui, const struct journal_change *change,
	const struct undo_result *plan)
{
	struct strbuf text = STRBUF_INIT;
	bool yes;

	if (plan->n_records == 1 && plan->n_kept == 0)
		return true;
	words_of_change(ui->app->store, change, &text);
	strbuf_addf(&text, "\n");
	strbuf_addf(&text, P_("%zu record would be put back.",
			"%zu records would be put back.",
			(unsigned long)plan->n_records), plan->n_records);
	if (plan->n_kept > 0) {
		strbuf_addf(&text, "\n%s", _("These stay as they are:"));
		add_kept(plan, &text);
	}
	yes = plan->n_records > 0;
	if (yes)
		yes = dialog_confirm(&ui->host, what_it_is(change), text.s,
			what_it_is(change));
	else
		dialog_tell(&ui->host, what_it_is(change), text.s);
	strbuf_clear(&text);
	return yes;
}

static enum err_code
run(struct ui *ui, int64_t change, bool plan_only, struct undo_result *result,
	struct err *err)
{
	struct change_info info = ui_change_info(ui, "undo", "");
	struct progress progress;
	enum err_code code;

	progress_init(&progress, &ui->host, _("Take back"));
	code = undo_change(ui->app->store, change, &info, plan_only,
		&progress.job, result, err);
	progress_clear(&progress);
	return code;
}

static void
say_done(struct ui *ui, const struct journal_change *change,
	const struct undo_result *result)
{
	struct strbuf text = STRBUF_INIT;

	words_of_change(ui->app->store, change, &text);
	if (result->n_kept == 0) {
		ui_say(ui, _("Taken back: %s."), text.s);
	} else {
		strbuf_addf(&text, "\n%s", _("These stay as they are:"));
		add_kept(result, &text);
		dialog_tell(&ui->host, _("Taken back"), text.s);
	}
	strbuf_clear(&text);
}

void
undo_with_question(struct ui *ui, int64_t id)
{
	struct journal_change change;
	struct undo_result result = {0};
	struct err err = ERR_INIT;
	enum err_code code;

	if (ui_is_read_only(ui))
		return;
	if (id == 0)
		id = newest_own(ui);
	if (id == 0) {
		ui_say(ui, _("Nothing that you saved since the start is left to "
			     "be taken back; “Changes” has everything else."));
		return;
	}
	if (journal_change_load(ui->app->store, id, &change, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	code = run(ui, id, true, &result, &err);
	if (code == ERR_OK && confirm(ui, &change, &result)) {
		undo_result_clear(&result);
		code = run(ui, id, false, &result, &err);
		if (code == ERR_OK)
			say_done(ui, &change, &result);
	}
	if (code != ERR_OK)
		ui_fail(ui, &err);
	undo_result_clear(&result);
	journal_change_clear(&change);
}
