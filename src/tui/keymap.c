#include "tui/keymap.h"

#include <assert.h>

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

/* Sets of contexts. */
#define IN(context) (1U << CONTEXT_##context)
enum {
	ALL = (1U << CONTEXT_N) - 1,
	LISTS = IN(HOME) | IN(LIST) | IN(FILTER),
	LETTERS = IN(HOME) | IN(LIST) | IN(PAGE),
	TYPED = IN(FILTER) | IN(FORM) | IN(EDITOR) | IN(MENU) | IN(DIALOG),
	/* whoever is searched for is given a value without leaving the search:
	 * no name has a digit or a blank in its letters */
	VALUES = IN(LIST) | IN(FILTER),
	LONG = ALL & ~(IN(FORM) | IN(EDITOR)),
};

/*
 * Where several rows fit a key, the first whose action works now counts.  The
 * first row of an action has the key that the bar names.
 */
static const struct binding {
	unsigned contexts;
	enum key key;
	enum action action;
} bindings[] = {
	{ALL, K_F1, ACTION_HELP},
	{ALL, K_F2, ACTION_SAVE},
	{LISTS, K_F2, ACTION_RESTORE},
	{LISTS, K_F2, ACTION_RUN},
	{ALL, K_CTRL_S, ACTION_SAVE},
	{LISTS, K_CTRL_S, ACTION_RUN},
	{LISTS, K_ENTER, ACTION_OPEN},
	{IN(EDITOR), K_ENTER, ACTION_NEW_LINE},
	{IN(EDITOR), K_ENTER, ACTION_FIND_NEXT},
	{ALL, K_ENTER, ACTION_ACCEPT},
	{ALL, K_ENTER, ACTION_OPEN},
	{IN(FORM), K_ENTER, ACTION_NEXT_FIELD},
	{ALL, K_F3, ACTION_PAGES},
	{ALL, K_F3, ACTION_VIEW},
	{ALL, K_F3, ACTION_OPEN},
	{ALL, K_F4, ACTION_CHOOSE},
	{ALL, K_F4, ACTION_EDIT},
	{ALL, K_F4, ACTION_DEED},
	{ALL, K_F5, ACTION_HISTORY},
	{ALL, K_F6, ACTION_SORT},
	{ALL, K_F6, ACTION_STEP},
	{IN(EDITOR), K_F6, ACTION_DEED},
	{ALL, K_F7, ACTION_FILTER},
	{IN(EDITOR), K_F7, ACTION_FIND},
	{IN(EDITOR), K_F7, ACTION_FIND_NEXT},
	{ALL, K_F8, ACTION_REMOVE},
	{ALL, K_F9, ACTION_MENU},
	{IN(HOME), K_F10, ACTION_QUIT},
	{ALL, K_ESC, ACTION_BACK},
	{ALL, K_F10, ACTION_BACK},
	{ALL, K_F11, ACTION_REVEAL},
	{ALL, K_CTRL_R, ACTION_REVEAL},
	{ALL, K_CTRL_N, ACTION_NEW},
	{ALL, K_CTRL_P, ACTION_PRINT},
	{ALL, K_INSERT, ACTION_NEW},
	{ALL, K_CTRL_Z, ACTION_UNDO},
	{ALL, K_CTRL_Y, ACTION_REDO},
	{ALL, K_CTRL_L, ACTION_REDRAW},
	{ALL, K_CTRL_C, ACTION_COPY},
	{ALL, K_CTRL_C, ACTION_BACK},
	{ALL, K_CTRL_X, ACTION_CUT},
	{ALL, K_CTRL_V, ACTION_PASTE},
	{ALL, K_CTRL_SPACE, ACTION_SELECT},
	{ALL, K_TAB, ACTION_NEXT_FIELD},
	{ALL, K_SHIFT_TAB, ACTION_PREV_FIELD},
	{ALL, K_UP, ACTION_UP},
	{ALL, K_DOWN, ACTION_DOWN},
	{IN(EDITOR), K_UP, ACTION_FIND_PREV},
	{IN(EDITOR), K_DOWN, ACTION_FIND_NEXT},
	{ALL, K_LEFT, ACTION_LEFT},
	{ALL, K_RIGHT, ACTION_RIGHT},
	{ALL, K_PAGE_UP, ACTION_PREV_PAGE},
	{ALL, K_PAGE_DOWN, ACTION_NEXT_PAGE},
	{ALL, K_PAGE_UP, ACTION_PAGE_UP},
	{ALL, K_PAGE_DOWN, ACTION_PAGE_DOWN},
	{TYPED, K_HOME, ACTION_LINE_BEGIN},
	{TYPED, K_END, ACTION_LINE_END},
	{LONG, K_HOME, ACTION_FIRST},
	{LONG, K_END, ACTION_LAST},
	{ALL, K_CTRL_HOME, ACTION_FIRST},
	{ALL, K_CTRL_END, ACTION_LAST},
	{TYPED, K_CTRL_LEFT, ACTION_WORD_LEFT},
	{IN(LIST), K_CTRL_LEFT, ACTION_LINE_BEGIN},
	{TYPED, K_CTRL_RIGHT, ACTION_WORD_RIGHT},
	{IN(LIST), K_CTRL_RIGHT, ACTION_LINE_END},
	{TYPED, K_SHIFT_UP, ACTION_SELECT_UP},
	{TYPED, K_SHIFT_DOWN, ACTION_SELECT_DOWN},
	{TYPED, K_SHIFT_LEFT, ACTION_SELECT_LEFT},
	{TYPED, K_SHIFT_RIGHT, ACTION_SELECT_RIGHT},
	{TYPED, K_SHIFT_HOME, ACTION_SELECT_LINE_BEGIN},
	{TYPED, K_SHIFT_END, ACTION_SELECT_LINE_END},
	{ALL, K_BACKSPACE, ACTION_ERASE_LEFT},
	{IN(LIST), K_BACKSPACE, ACTION_WIDEN},
	{TYPED, K_DELETE, ACTION_ERASE},
	{LETTERS, K_DELETE, ACTION_REMOVE},
};

/* Characters that are commands, as half-width ones. */
static const struct letter {
	unsigned contexts;
	char c;
	const char *label;
	enum action action;
} letters[] = {
	{LETTERS, '?', "?", ACTION_HELP},
	{LETTERS, '/', "/", ACTION_FILTER},
	{LETTERS, 'j', "j", ACTION_DOWN},
	{LETTERS, 'k', "k", ACTION_UP},
	{LETTERS, 'g', "g", ACTION_FIRST},
	{LETTERS, 'G', "G", ACTION_LAST},
	{LETTERS | IN(MENU), ' ', N_("Space"), ACTION_MARK},
	{LETTERS, ' ', N_("Space"), ACTION_SWITCH},
	{VALUES, ' ', N_("Space"), ACTION_NEXT_VALUE},
	{VALUES, '1', "1", ACTION_VALUE_1},
	{VALUES, '2', "2", ACTION_VALUE_2},
	{VALUES, '3', "3", ACTION_VALUE_3},
	{VALUES, '4', "4", ACTION_VALUE_4},
	{VALUES, '5', "5", ACTION_VALUE_5},
	{VALUES, '6', "6", ACTION_VALUE_6},
	{VALUES, '7', "7", ACTION_VALUE_7},
	{VALUES, '8', "8", ACTION_VALUE_8},
	{VALUES, '9', "9", ACTION_VALUE_9},
	{VALUES, '0', "0", ACTION_VALUE_REST},
	{IN(PAGE), ' ', N_("Space"), ACTION_PAGE_DOWN},
	{IN(HOME), 'q', "q", ACTION_QUIT},
	{LETTERS, 'q', "q", ACTION_BACK},
};

void
keymap_live_init(struct keymap_live *live, enum context context)
{
	*live = (struct keymap_live){.context = context};
}

bool
keymap_live_has(const struct keymap_live *live, enum action action)
{
	for (size_t i = 0; i < live->n; i++)
		if (live->actions[i] == action)
			return true;
	return false;
}

void
keymap_live_add(struct keymap_live *live, enum action action)
{
	assert(action > ACTION_NONE && action < ACTION_N);
	if (!keymap_live_has(live, action))
		live->actions[live->n++] = action;
}

void
keymap_live_name(struct keymap_live *live, enum action action,
	const char *word, const char *help)
{
	keymap_live_add(live, action);
	live->words[action] = word;
	live->helps[action] = help;
}

const char *
keymap_live_word(const struct keymap_live *live, enum action action)
{
	return live->words[action] != NULL ? live->words[action]
					   : action_word(action);
}

const char *
keymap_live_help(const struct keymap_live *live, enum action action)
{
	return live->helps[action] != NULL ? live->helps[action]
					   : action_help(action);
}

void
keymap_live_remove(struct keymap_live *live, enum action action)
{
	size_t kept = 0;

	for (size_t i = 0; i < live->n; i++)
		if (live->actions[i] != action)
			live->actions[kept++] = live->actions[i];
	live->n = kept;
}

static bool
works(const struct keymap_live *live, unsigned contexts, enum action action)
{
	return (contexts & (1U << live->context)) != 0 &&
		keymap_live_has(live, action);
}

static enum action
find_key(const struct keymap_live *live, enum key key)
{
	for (size_t i = 0; i < N_ITEMS(bindings); i++)
		if (bindings[i].key == key &&
			works(live, bindings[i].contexts, bindings[i].action))
			return bindings[i].action;
	return ACTION_NONE;
}

static enum action
find_letter(const struct keymap_live *live, uint32_t code)
{
	uint32_t c = key_halfwidth(code);

	for (size_t i = 0; i < N_ITEMS(letters); i++)
		if ((unsigned char)letters[i].c == c &&
			works(live, letters[i].contexts, letters[i].action))
			return letters[i].action;
	return ACTION_NONE;
}

enum action
keymap_find(const struct keymap_live *live, const struct key_event *event)
{
	if (event->kind == EVENT_KEY)
		return find_key(live, event->key);
	if (event->kind == EVENT_CHAR)
		return find_letter(live, event->code);
	return ACTION_NONE;
}

static void
add_label(struct keymap_entry *entry, const char *label)
{
	for (size_t i = 0; i < entry->n_keys; i++)
		if (entry->keys[i] == label)
			return;
	if (entry->n_keys < KEYMAP_KEYS_MAX)
		entry->keys[entry->n_keys++] = label;
}

/* A box has hardly an F-key, and its Esc is pressed too often to wait for a
 * digit. */
static bool
works_at_once(enum context context)
{
	return context == CONTEXT_MENU || context == CONTEXT_DIALOG;
}

/* Only keys that would really give this action now. */
void
keymap_entry(const struct keymap_live *live, size_t i,
	struct keymap_entry *entry)
{
	assert(i < live->n);
	*entry = (struct keymap_entry){
		.action = live->actions[i],
		.word = keymap_live_word(live, live->actions[i]),
		.help = keymap_live_help(live, live->actions[i]),
	};
	for (size_t k = 0; k < N_ITEMS(bindings); k++) {
		enum key key = bindings[k].key;

		if (bindings[k].action != entry->action ||
			!works(live, bindings[k].contexts, entry->action) ||
			find_key(live, key) != entry->action)
			continue;
		add_label(entry, key_word(key));
		if (entry->digit == '\0' && !works_at_once(live->context) &&
			key >= K_F1 && key <= K_F10)
			entry->digit = "1234567890"[key - K_F1];
	}
	for (size_t k = 0; k < N_ITEMS(letters); k++)
		if (letters[k].action == entry->action &&
			works(live, letters[k].contexts, entry->action) &&
			find_letter(live, (unsigned char)letters[k].c) ==
				entry->action)
			add_label(entry, i18n_text(letters[k].label));
}
