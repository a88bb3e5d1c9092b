/*
 * The terminal's settings, by TERM, in $XDG_CONFIG_HOME/ronghe/terminals, a
 * line each: TERM.name = value.
 */
#ifndef SCREENS_SETTINGS_H
#define SCREENS_SETTINGS_H

#include "base/world.h"
#include "screens/ui.h"
#include "tui/term.h"

/* What was kept for this terminal; else what NO_COLOR and TERM say. */
void
settings_load(const struct world *world, struct term_settings *settings);

enum err_code
settings_save(const struct world *world, const struct term_settings *settings,
	struct err *err);

/* The operator's language, kept in the database, unless --lang says another. */
void
settings_load_language(struct ui *ui);

/* Keeps the language of now as the operator's. */
void
settings_save_language(struct ui *ui);

/* 设置: language, colours, borders, ambiguous width, slow line. */
void
open_settings(struct ui *ui);

#endif
