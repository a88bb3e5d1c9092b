#include "tui/theme.h"

#include <curses.h>

enum accent {
	ACCENT_NONE,
	ACCENT_KEY,
	ACCENT_WARNING,
	ACCENT_ERROR,
	ACCENT_N,
};

static const short accent_colours[ACCENT_N] = {
	[ACCENT_NONE] = -1,
	[ACCENT_KEY] = COLOR_CYAN,
	[ACCENT_WARNING] = COLOR_YELLOW,
	[ACCENT_ERROR] = COLOR_RED,
};

/* The attributes alone tell the styles apart; an accent only helps. */
static const struct look {
	const char *name;
	attr_t attributes;
	enum accent accent;
} looks[STYLE_N] = {
	[STYLE_NORMAL] = {"normal", A_NORMAL, ACCENT_NONE},
	[STYLE_TITLE] = {"title", A_BOLD, ACCENT_NONE},
	[STYLE_FOCUS] = {"focus", A_REVERSE, ACCENT_NONE},
	[STYLE_WARNING] = {"warning", A_UNDERLINE, ACCENT_WARNING},
	[STYLE_ERROR] = {"error", A_BOLD | A_UNDERLINE, ACCENT_ERROR},
	[STYLE_DIM] = {"dim", A_DIM, ACCENT_NONE},
	[STYLE_KEY] = {"key", A_BOLD | A_REVERSE, ACCENT_KEY},
};

bool
theme_start(bool wanted)
{
	if (!wanted || !has_colors() || start_color() == ERR)
		return false;
	if (COLORS < 8 || COLOR_PAIRS < ACCENT_N ||
		use_default_colors() == ERR)
		return false;
	for (short i = ACCENT_NONE + 1; i < ACCENT_N; i++)
		init_pair(i, accent_colours[i], -1);
	return true;
}

bool
theme_wants_colour(const char *no_color)
{
	return no_color == NULL || *no_color == '\0';
}

unsigned
theme_attributes(enum style style, bool colour)
{
	const struct look *look = &looks[style];

	if (!colour)
		return look->attributes;
	return look->attributes | COLOR_PAIR(look->accent);
}

const char *
theme_name(enum style style)
{
	return looks[style].name;
}
