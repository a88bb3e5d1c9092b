#include "tui/action.h"

static const struct {
	const char *name;
	const char *word;
	const char *help;
} actions[ACTION_N] = {
	[ACTION_NONE] = {"", "", ""},
#define X(constant, word, help) [ACTION_##constant] = {#constant, word, help},
	ACTIONS(X)
#undef X
};

/* The catalogue answers "" with its own heading. */
static const char *
translated(const char *msgid)
{
	return *msgid != '\0' ? i18n_text(msgid) : "";
}

const char *
action_name(enum action action)
{
	return actions[action].name;
}

const char *
action_word(enum action action)
{
	return translated(actions[action].word);
}

const char *
action_english(enum action action)
{
	return actions[action].word;
}

const char *
action_help(enum action action)
{
	return translated(actions[action].help);
}
