/*
 * What hangs on a record, as further pages of its form: one list for each
 * reference of another type to this one (a union's units, roster, leaders).
 */
#ifndef SCREENS_RELATED_H
#define SCREENS_RELATED_H

#include "records/query.h"
#include "screens/source.h"
#include "screens/ui.h"
#include "tui/form.h"
#include "tui/list.h"

struct related {
	const struct record_type *type;
	const struct field_type *field; /* that refers to the record */
	struct query query;
	struct record_source source;
	const char *paths[RECORD_MAX_PATHS]; /* without the reference itself */
	size_t n_paths;
	struct list_column columns[RECORD_MAX_PATHS];
	struct list list;
};

struct related_lists {
	struct related **items;
	size_t n;
	size_t size;
};

/* One for each reference to records of this type, but for those it owns; id
 * must be saved. */
void
related_init(struct related_lists *lists, struct ui *ui,
	const struct record_type *type, int64_t id);

void
related_clear(struct related_lists *lists);

/* The name of its page: what these records are to the one of the form. */
const char *
related_word(const struct related *related);

void
related_reload(struct related_lists *lists);

void
related_live(struct ui *ui, struct related *related, const struct form *form,
	struct keymap_live *live);

/* Adds how one moves in a list that is a page of that form, and leaves it. */
void
related_live_moves(const struct list *list, const struct form *form,
	struct keymap_live *live);

/* True: handled. */
bool
related_handle(struct ui *ui, struct related *related, enum action action,
	const struct key_event *event);

#endif
