#include "screens/menu.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/areas.h"
#include "screens/rare.h"
#include "screens/settings.h"
#include "tui/menu.h"

/* What an entry of the menu stands for: an action, a command or an area. */
struct entry {
	enum action action;               /* or ACTION_NONE */
	const struct ui_command *command; /* or NULL */
	const struct area *area;          /* or NULL */
};

struct everything {
	struct keymap_live live;
	struct ui_commands commands;
	VEC(struct entry) entries;
};

static const char *
english_of(const struct entry *entry)
{
	if (entry->command != NULL)
		return entry->command->english;
	return entry->area != NULL ? area_english(entry->area)
				   : action_english(entry->action);
}

static enum fit
fits(void *data, int64_t id, const char *typed)
{
	const struct everything *all = data;
	const struct entry *entry = &all->entries.items[id];
	const char *word = entry->area != NULL ? area_word(entry->area)
		: entry->command != NULL ? entry->command->word
		: keymap_live_word(&all->live, entry->action);
	enum fit fit;

	fit = fit_better(fit_word(word, typed),
		fit_word(english_of(entry), typed));
	/* What can be done here goes before the places. */
	return entry->area != NULL && fit != FIT_NONE ? FIT_INSIDE : fit;
}

static const char *
help_of(void *data, int64_t id)
{
	const struct everything *all = data;
	const struct entry *entry = &all->entries.items[id];

	if (entry->command != NULL)
		return entry->command->help;
	if (entry->area != NULL)
		return _("Opens above what is shown here: nothing typed is "
			 "lost, and Esc comes back.");
	return keymap_live_help(&all->live, entry->action);
}

static void
run_operator(struct ui *ui, void *state, int64_t argument)
{
	struct ui_frame *frame = &ui->frames.items[ui->frames.n - 1];

	(void)argument;
	settings_change_operator(ui);
	if (frame->screen->returned != NULL)
		frame->screen->returned(ui, state);
}

static void
run_rare(struct ui *ui, void *state, int64_t argument)
{
	(void)state;
	(void)argument;
	enter_rare(ui);
}

static void
add_actions(struct everything *all, struct menu *menu)
{
	for (size_t i = 0; i < all->live.n; i++) {
		struct entry entry = {.action = all->live.actions[i]};
		struct keymap_entry keys;

		keymap_entry(&all->live, i, &keys);
		if (entry.action == ACTION_MENU || keys.word[0] == '\0')
			continue;
		vec_push(&all->entries, entry);
		menu_add(menu, keys.word,
			keys.n_keys > 0 ? keys.keys[0] : "");
	}
}

static void
add_commands(struct everything *all, struct menu *menu)
{
	for (size_t i = 0; i < all->commands.n; i++) {
		struct entry entry = {.command = &all->commands.items[i]};

		vec_push(&all->entries, entry);
		menu_add(menu, entry.command->word, "");
	}
}

static void
add_areas(struct ui *ui, struct everything *all, struct menu *menu)
{
	for (size_t i = 0; i < areas_n; i++) {
		struct entry entry = {.area = &areas[i]};
		char *text;

		if (!area_is_open(ui, entry.area))
			continue;
		text = xasprintf(_("Go to: %s"), area_word(entry.area));
		vec_push(&all->entries, entry);
		menu_add(menu, text, "");
		free(text);
	}
}

static void
run_chosen(struct ui *ui, const struct entry *entry)
{
	struct ui_frame frame = ui->frames.items[ui->frames.n - 1];
	struct key_event none = KEY_EVENT_INIT;

	if (entry->command != NULL) {
		entry->command->run(ui, frame.state, entry->command->argument);
		return;
	}
	if (entry->area == NULL) {
		ui_act(ui, entry->action, &none);
		return;
	}
	if (frame.screen->keep != NULL)
		frame.screen->keep(ui, frame.state);
	area_open(ui, entry->area);
}

void
menu_of_everything(struct ui *ui)
{
	struct ui_frame *frame = &ui->frames.items[ui->frames.n - 1];
	struct everything all = {.commands = VEC_INIT, .entries = VEC_INIT};
	struct menu menu;

	ui_live(ui, &all.live);
	if (frame->screen->commands != NULL)
		frame->screen->commands(ui, frame->state, &all.commands);
	if (keymap_live_has(&all.live, ACTION_PASTE))
		ui_commands_add(&all.commands, N_("Enter a rare character"),
			N_("Put a character in that cannot be typed, by its "
			   "number, as in U+20BB7."), run_rare, 0);
	if (ui->app->store != NULL)
		ui_commands_add(&all.commands, N_("Another operator"),
			N_("Say who is at the keyboard from now on."),
			run_operator, 0);
	menu_init(&menu, fits, &all, &ui->clip);
	menu.title = _("Everything possible here");
	menu.about = _("What can be done on this screen, also without a key of "
		       "its own, and all places that one can go to.");
	menu.help = help_of;
	add_actions(&all, &menu);
	add_commands(&all, &menu);
	add_areas(ui, &all, &menu);
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		run_chosen(ui, &all.entries.items[menu_chosen(&menu)->id]);
	menu_clear(&menu);
	vec_clear(&all.commands);
	vec_clear(&all.entries);
}
