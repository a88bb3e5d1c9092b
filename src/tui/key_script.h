/* Scripts of keys, in the notation of key_script() in key.h, for headless
 * terminals. */
#ifndef TUI_KEY_SCRIPT_H
#define TUI_KEY_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "base/vec.h"

enum step_kind {
	STEP_BYTES,  /* bytes, in one read */
	STEP_WAIT,   /* first: milliseconds */
	STEP_RESIZE, /* first: columns, second: rows */
	STEP_SIGNAL, /* first: its number */
	STEP_CANCEL, /* key_cancelled() says yes, once */
	STEP_DUMP,   /* bytes: the name */
};

struct step {
	enum step_kind kind;
	struct strbuf bytes;
	int first;
	int second;
};

struct key_steps {
	VEC(struct step) steps;
};

#define KEY_STEPS_INIT {VEC_INIT}

/*
 * Appends the steps of a script (UTF-8).  False, with *bad the byte position
 * of the mistake, where it is wrong; what was appended stays and is to be
 * cleared.
 */
bool
key_steps_parse(struct key_steps *steps, const char *script, size_t *bad);

void
key_steps_clear(struct key_steps *steps);

#endif
