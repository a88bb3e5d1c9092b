/*
 * What is known of a checklist (对标检查) besides its rows, kept with its form:
 * the standard by which it is judged, what the records propose for each item,
 * and the run before.
 */
#ifndef SCREENS_CHECKLIST_KNOWN_H
#define SCREENS_CHECKLIST_KNOWN_H

#include "records/owned.h"
#include "records/probe.h"
#include "screens/form_state.h"

/* What the records say about an item of the standard. */
struct checklist_answer {
	bool asked; /* else they will be, behind the screen */
	struct probe_answer told;
};

struct checklist_known {
	struct record standard; /* version 0: there is none */
	struct owned yardstick; /* its groups and items */
	struct checklist_answer *answers; /* one for each item */
	char *about; /* union and period that they are about, and the next */
	bool looked; /* for the run before */
	struct owned before; /* its rows */
	/* What Space took over last, to be taken back. */
	const struct owned_row *accepted;
	VEC(struct owned_row *) evidence;
};

/* That of the run's form, by the standard that it names now. */
struct checklist_known *
checklist_known(struct ui *ui, struct form_state *run);

/* struct noun's work, stale and clear. */
bool
checklist_known_work(struct ui *ui, struct form_state *run);

void
checklist_known_stale(struct form_state *run);

void
checklist_known_clear(struct form_state *run);

/* The item that a result judges, as the standard has it, or NULL. */
const struct record *
checklist_known_item(const struct checklist_known *known,
	const struct record *result);

/* Its group, or NULL. */
const struct record *
checklist_known_group(const struct checklist_known *known,
	const struct record *result);

/* What the records say about it, or NULL where they were not asked. */
const struct probe_answer *
checklist_known_answer(const struct checklist_known *known,
	const struct record *result);

/* The result of the item of that code in the run before, or NULL. */
const struct record *
checklist_known_before(const struct checklist_known *known,
	const struct record *result);

/* A code of verdict in the words of the result's group. */
const char *
checklist_known_word(const struct checklist_known *known,
	const struct record *result, const char *verdict);

#endif
