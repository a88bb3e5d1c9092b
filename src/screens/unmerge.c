/* 撤销合并: what came since is shown before a merge is taken back. */
#include "screens/unmerge.h"

#include "base/i18n.h"
#include "records/fuse.h"
#include "records/load.h"
#include "records/ruling.h"
#include "screens/open.h"
#include "store/site.h"
#include "tui/array.h"
#include "tui/menu.h"

enum { TOLD_MAX = 8 };

/* Which of those that were merged into the record; 0: none, or not now. */
static int64_t
choose_other(struct ui *ui, const struct record_type *type, int64_t id,
	struct err *err)
{
	struct find_ids others = VEC_INIT;
	const char *answers[TOLD_MAX + 1];
	struct strvec titles = VEC_INIT;
	int64_t chosen = 0;
	size_t n, answer;

	if (ruling_merged_into(ui->app->store, id, &others, err) != ERR_OK)
		return 0;
	n = others.n < TOLD_MAX ? others.n : TOLD_MAX;
	for (size_t i = 0; i < n; i++) { /* the newest first */
		struct strbuf title = STRBUF_INIT;
		char text[SITE_ID_TEXT_SIZE];
		int64_t other = others.items[others.n - 1 - i];

		record_title_of(ui->app->store, type, other, &title);
		site_id_to_text(other, text);
		strbuf_addf(&title, _(" (%s)"), text);
		strvec_add(&titles, title.s);
		strbuf_clear(&title);
	}
	for (size_t i = 0; i < n; i++)
		answers[i] = titles.items[i];
	answers[n] = _("Cancel");
	answer = n > 1 ? dialog_ask(&ui->host, _("Take a merge back"),
			_("Which of those that were merged into this record "
			  "is to stand by itself again?"), answers, n + 1, n)
		       : 0;
	if (answer < n)
		chosen = others.items[others.n - 1 - answer];
	strvec_clear(&titles);
	find_ids_clear(&others);
	return chosen;
}

struct told {
	struct store *store;
	struct strbuf text;
	size_t n;
};

static void
tell_since(void *data, const struct record_type *type, int64_t id)
{
	struct told *told = data;

	if (told->n++ >= TOLD_MAX)
		return;
	strbuf_addf(&told->text, "\n%s  ", term_word(&type->term));
	record_title_of(told->store, type, id, &told->text);
}

/* What came after the merge, where there is any. */
static bool
confirm(struct ui *ui, const struct told *told)
{
	struct strbuf text = STRBUF_INIT;
	bool sure;

	if (told->n == 0)
		return true;
	strbuf_addf(&text, P_("%zu record came after the merge and stays with "
			      "the one that was kept:",
				   "%zu records came after the merge and stay "
				   "with the one that was kept:",
				   (unsigned long)told->n), told->n);
	strbuf_add(&text, told->text.s);
	if (told->n > TOLD_MAX)
		strbuf_add(&text, "\n…");
	sure = dialog_confirm(&ui->host, _("Take a merge back"), text.s,
		_("Take back"));
	strbuf_clear(&text);
	return sure;
}

static void
take_back(struct ui *ui, const struct record_type *type, int64_t other)
{
	struct told told = {ui->app->store, STRBUF_INIT, 0};
	struct err err = ERR_INIT;
	int64_t change, survivor;
	enum err_code code = fuse_find_change(ui->app->store, type, other,
		&change, &err);

	if (code == ERR_OK)
		code = ruling_survivor(ui->app->store, other, &survivor, &err);
	if (code == ERR_OK)
		code = fuse_each_since(ui->app->store, type, survivor, change,
			tell_since, &told, &err);
	if (code != ERR_OK)
		ui_fail(ui, &err);
	else if (confirm(ui, &told))
		undo_with_question(ui, change);
	strbuf_clear(&told.text);
}

bool
unmerge_is_possible(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct find_ids others = VEC_INIT;
	bool any;

	if (!(type->flags & RECORD_MERGES) || id == 0)
		return false;
	(void)ruling_merged_into(ui->app->store, id, &others, NULL);
	any = others.n > 0;
	find_ids_clear(&others);
	return any;
}

void
unmerge_with_question(struct ui *ui, const struct record_type *type,
	int64_t id)
{
	struct err err = ERR_INIT;
	int64_t other;

	if (ui_is_read_only(ui))
		return;
	other = choose_other(ui, type, id, &err);
	if (err.text != NULL)
		ui_fail(ui, &err);
	else if (other != 0)
		take_back(ui, type, other);
}

bool
unmerge_instead(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct strbuf text = STRBUF_INIT, title = STRBUF_INIT;
	int64_t survivor = id;

	if (type->flags & RECORD_MERGES)
		(void)ruling_survivor(ui->app->store, id, &survivor, NULL);
	if (survivor == id)
		return false;
	record_title_of(ui->app->store, type, survivor, &title);
	strbuf_addf(&text, _("This record was merged into “%s”. It stands by "
			     "itself again when that merge is taken back."),
		title.s);
	if (dialog_confirm(&ui->host, _("Take a merge back"), text.s,
		    _("Take back")))
		take_back(ui, type, id);
	strbuf_clear(&text);
	strbuf_clear(&title);
	return true;
}
