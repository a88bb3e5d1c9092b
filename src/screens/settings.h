/*
 * What is kept of the settings: the terminal's, by TERM, in
 * $XDG_CONFIG_HOME/ronghe/terminals, a line each: TERM.name = value; the
 * operator's in the database.  The office's are records.
 */
#ifndef SCREENS_SETTINGS_H
#define SCREENS_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/world.h"
#include "screens/ui.h"
#include "tui/term.h"

/* One of the terminal's, yes or no. */
struct setting {
	const char *name;  /* in the file */
	const char *label; /* N_() */
	const char *help;  /* N_() sentence */
	size_t offset;     /* of the bool in struct term_settings */
};

extern const struct setting terminal_settings[];
extern const size_t terminal_settings_n;

/* What was kept for this terminal; else what NO_COLOR and TERM say. */
void
settings_load(const struct world *world, struct term_settings *settings);

enum err_code
settings_save(const struct world *world, const struct term_settings *settings,
	struct err *err);

/* The i-th of this terminal's settings as it is now. */
bool
settings_get(struct ui *ui, size_t i);

/* Turns it over, at once and to stay. */
void
settings_turn_over(struct ui *ui, size_t i);

/* A text that the operator has under that name in the database, "" where none
 * was kept; on the heap. */
char *
settings_load_own(struct ui *ui, const char *name);

/* Keeps it; a database that cannot be written stays as it is. */
void
settings_save_own(struct ui *ui, const char *name, const char *text);

/* The operator's language, kept in the database, unless --lang says another. */
void
settings_load_language(struct ui *ui);

/* Asks who is at the keyboard from now on, and goes over to the language of
 * that operator. */
void
settings_change_operator(struct ui *ui);

/* Keeps the language of now as the operator's. */
void
settings_save_language(struct ui *ui);

#endif
