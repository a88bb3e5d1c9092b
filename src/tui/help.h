/*
 * Help (帮助) on whatever has the keyboard, made from the live table by which
 * its keys are obeyed.
 */
#ifndef TUI_HELP_H
#define TUI_HELP_H

#include "base/strbuf.h"
#include "tui/keymap.h"

/* Appends a line for each key that does something now, those that have a word
 * on the bar first. */
void
help_add_keys(const struct keymap_live *live, struct strbuf *out);

#endif
