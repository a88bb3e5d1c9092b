/*
 * The places of the program, 各项工作: Home numbers the first of them, and F9
 * goes to any of them from anywhere.
 */
#ifndef SCREENS_AREAS_H
#define SCREENS_AREAS_H

#include <stdbool.h>
#include <stddef.h>

#include "records/record.h"
#include "screens/ui.h"

struct area {
	const struct record_type *type; /* whose list it is, or NULL: */
	const char *word;               /* N_() its name, */
	void (*open)(struct ui *ui);    /* and what opens it */
	bool writes;  /* not where the database is read-only */
	bool on_home; /* Home has it as well */
};

extern const struct area areas[];
extern const size_t areas_n;

/* The name, translated. */
const char *
area_word(const struct area *area);

/* The same in English, whatever the language. */
const char *
area_english(const struct area *area);

/* True where it can be opened now. */
bool
area_is_open(struct ui *ui, const struct area *area);

/* Puts it on top of the stack. */
void
area_open(struct ui *ui, const struct area *area);

#endif
