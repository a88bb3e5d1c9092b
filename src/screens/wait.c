#include "screens/wait.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/ui.h"

enum { UNSEEN_MS = 300 }; /* most have their turn before one could read */

/* What the holder does, by the action of its change. */
static const struct {
	const char *action;
	const char *word;
} doings[] = {
	{"import", N_("Importing")},
	{"bulk", N_("Changing many records")},
	{"undo", N_("Taking a change back")},
	{"merge", N_("Merging two records")},
	{"update", N_("Bringing the database up to date")},
};

static const char *
word_of(const char *action)
{
	for (size_t i = 0; i < sizeof(doings) / sizeof(doings[0]); i++)
		if (strcmp(doings[i].action, action) == 0)
			return _(doings[i].word);
	return _("Saving");
}

static void
say(struct ui *ui, const struct holder *holder)
{
	const char *word = word_of(holder->action);
	const char *who = holder->operator_name[0] != '\0'
		? holder->operator_name : holder->account;

	if (who[0] == '\0')
		who = _("somebody else");
	if (holder->left > 0)
		/* TRANSLATORS: what is done just now, by whom, seconds */
		ui_say(ui, _("%s (%s, about %lld s). You save after that by "
			     "itself; Esc calls it off."),
			word, who, (long long)holder->left);
	else
		/* TRANSLATORS: what is done just now, and by whom */
		ui_say(ui, _("%s (%s). You save after that by itself; Esc "
			     "calls it off."), word, who);
}

static bool
go_on(void *data, const struct holder *holder, int waited_ms)
{
	struct ui *ui = data;
	struct keymap_live live;

	if (waited_ms >= UNSEEN_MS) {
		if (!ui->waits)
			ui_keep(ui);
		ui->waits = true;
		say(ui, holder);
		keymap_live_init(&live, CONTEXT_DIALOG);
		keymap_live_add(&live, ACTION_BACK);
		ui->host.paint(ui->host.data, &live);
		term_flush(ui->app->term);
	}
	return !key_cancelled(ui->app->term);
}

static void
over(void *data)
{
	struct ui *ui = data;

	if (ui->waits)
		status_hush(&ui->status);
	ui->waits = false;
}

struct store_waiter
wait_on_screen(struct ui *ui)
{
	return (struct store_waiter){go_on, over, ui};
}
