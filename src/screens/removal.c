#include "screens/removal.h"

#include "base/i18n.h"
#include "records/load.h"
#include "records/save.h"
#include "screens/open.h"
#include "screens/unmerge.h"

static bool
confirm(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct strbuf text = STRBUF_INIT, title = STRBUF_INIT;
	bool yes;

	record_title_of(ui->app->store, type, id, &title);
	strbuf_addf(&text, _("Remove “%s”? It can be brought back."), title.s);
	if (type->remove_hint != NULL)
		strbuf_addf(&text, "\n%s", _(type->remove_hint));
	yes = dialog_confirm(&ui->host, term_word(&type->term), text.s,
		_("Remove"));
	strbuf_clear(&text);
	strbuf_clear(&title);
	return yes;
}

static enum err_code
set_removed(struct ui *ui, const struct record_type *type, int64_t id,
	bool removed, struct err *err)
{
	struct change_info info = ui_change_info(ui,
		removed ? "remove" : "restore", "");
	struct change *change;
	enum err_code code = change_begin(ui->app->store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	code = removed ? record_remove(change, type, id, err)
		       : record_restore(change, type, id, err);
	return change_end(change, code, err);
}

/* A closed one takes no end date either. */
static bool
can_end(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct record record;
	bool can = type->until != NULL && record_load(ui->app->store, type, id,
			&record, NULL) == ERR_OK;

	if (can) {
		can = !record_is_frozen(&record);
		record_clear(&record);
	}
	return can;
}

/* What cannot go can be given an end: in its form, with the cursor there. */
static void
offer_end(struct ui *ui, const struct record_type *type, int64_t id,
	const char *sentence)
{
	const char *answers[] = {_("Leave it"), _("Give it an end date")};

	if (!can_end(ui, type, id))
		dialog_tell(&ui->host, term_word(&type->term), sentence);
	else if (dialog_ask(&ui->host, term_word(&type->term), sentence,
			 answers, 2, 0) == 1)
		open_form_ending(ui, type, id);
}

bool
remove_with_question(struct ui *ui, const struct record_type *type,
	int64_t id)
{
	struct err err = ERR_INIT;
	enum err_code code;

	if (ui_is_read_only(ui) || !confirm(ui, type, id))
		return false;
	code = set_removed(ui, type, id, true, &err);
	if (code == ERR_OK)
		ui_say(ui, _("Removed; Ctrl-Z brings it back."));
	else if (code == ERR_DENIED)
		offer_end(ui, type, id, err.text);
	else
		ui_fail(ui, &err);
	err_clear(&err);
	return code == ERR_OK;
}

static bool
stands(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct record record;
	bool is_there;

	if (record_load(ui->app->store, type, id, &record, NULL) != ERR_OK)
		return false;
	is_there = !record.deleted;
	record_clear(&record);
	return is_there;
}

bool
bring_back(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct err err = ERR_INIT;
	enum err_code code;

	if (ui_is_read_only(ui))
		return false;
	if (unmerge_instead(ui, type, id))
		return stands(ui, type, id);
	code = set_removed(ui, type, id, false, &err);
	if (code == ERR_OK)
		ui_say(ui, _("Brought back."));
	else
		ui_fail(ui, &err);
	return code == ERR_OK;
}
