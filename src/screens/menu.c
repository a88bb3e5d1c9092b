#include "screens/menu.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "screens/open.h"
#include "screens/settings.h"
#include "tui/menu.h"

bool
menu_word_fits(const char *word, const char *typed)
{
	struct strbuf syllables = STRBUF_INIT, key = STRBUF_INIT;
	char *folded_word = text_fold(word);
	char *folded = text_fold(typed);
	bool fits = strstr(folded_word, folded) != NULL;

	pinyin_of_text(word, &syllables);
	pinyin_initials(syllables.s, &key);
	fits = fits || strstr(key.s, folded) != NULL;
	strbuf_reset(&key);
	pinyin_joined(syllables.s, &key);
	fits = fits || strncmp(key.s, folded, strlen(folded)) == 0;
	strbuf_clear(&syllables);
	strbuf_clear(&key);
	free(folded_word);
	free(folded);
	return fits;
}

/* What the entries of the menu stand for: actions first, then commands. */
struct everything {
	struct keymap_live live;
	struct ui_commands commands;
	VEC(enum action) actions;
};

static bool
fits(void *data, int64_t id, const char *typed)
{
	struct everything *all = data;

	if ((size_t)id < all->actions.n)
		return menu_word_fits(action_word(all->actions.items[id]),
			typed);
	return menu_word_fits(
		all->commands.items[(size_t)id - all->actions.n].word, typed);
}

/* Commands of every screen */

static void
run_operator(struct ui *ui, void *state, int64_t argument)
{
	struct ui_frame *frame = &ui->frames.items[ui->frames.n - 1];

	(void)argument;
	(void)choose_operator(ui);
	ui_refresh_frame(ui);
	if (frame->screen->returned != NULL)
		frame->screen->returned(ui, state);
}

static void
run_settings(struct ui *ui, void *state, int64_t argument)
{
	const struct ui_frame *frame = &ui->frames.items[ui->frames.n - 1];

	(void)argument;
	open_settings(ui);
	if (frame->screen->returned != NULL)
		frame->screen->returned(ui, state);
}

static void
add_entries(struct everything *all, struct menu *menu)
{
	for (size_t i = 0; i < all->live.n; i++) {
		enum action action = all->live.actions[i];
		struct keymap_entry entry;

		if (action == ACTION_MENU || action_word(action)[0] == '\0')
			continue;
		keymap_entry(&all->live, i, &entry);
		vec_push(&all->actions, action);
		menu_add(menu, action_word(action),
			entry.n_keys > 0 ? entry.keys[0] : "");
	}
	for (size_t i = 0; i < all->commands.n; i++)
		menu_add(menu, all->commands.items[i].word, "");
}

static void
run_chosen(struct ui *ui, struct everything *all, size_t id)
{
	struct ui_frame frame = ui->frames.items[ui->frames.n - 1];
	struct key_event none = KEY_EVENT_INIT;

	if (id < all->actions.n) {
		ui_act(ui, all->actions.items[id], &none);
		return;
	}
	id -= all->actions.n;
	all->commands.items[id].run(ui, frame.state,
		all->commands.items[id].argument);
}

void
menu_of_everything(struct ui *ui)
{
	struct ui_frame *frame = &ui->frames.items[ui->frames.n - 1];
	struct everything all = {.commands = VEC_INIT, .actions = VEC_INIT};
	struct menu menu;

	ui_live(ui, &all.live);
	if (frame->screen->commands != NULL)
		frame->screen->commands(ui, frame->state, &all.commands);
	ui_commands_add(&all.commands, _("Settings"), run_settings, 0);
	ui_commands_add(&all.commands, _("Another operator"), run_operator, 0);
	menu_init(&menu, fits, &all, &ui->clip);
	menu.title = _("Everything possible here");
	add_entries(&all, &menu);
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		run_chosen(ui, &all, (size_t)menu_chosen(&menu)->id);
	menu_clear(&menu);
	for (size_t i = 0; i < all.commands.n; i++)
		free(all.commands.items[i].word);
	vec_clear(&all.commands);
	vec_clear(&all.actions);
}
