/*
 * The form screen's state and the half of it that reads, keeps and saves what
 * is typed; form.c is the half that shows it.
 */
#ifndef SCREENS_FORM_STATE_H
#define SCREENS_FORM_STATE_H

#include "records/record.h"
#include "screens/related.h"
#include "screens/ui.h"
#include "store/draft.h"
#include "tui/form.h"

struct form_state {
	const struct record_type *type;
	struct record record; /* with what was typed and understood */
	bool writable;
	struct form_row *rows;
	const char **pages;
	size_t n_own_pages; /* those of the fields; related lists follow */
	struct form form;
	struct related_lists related;
	struct draft draft;
	bool unwritten;    /* typed since the draft was written */
	bool unflushed;    /* written since, and a power cut would lose it */
	int64_t flush_at;  /* key_now() by which it is flushed */
	int64_t typed_at;  /* key_now() of the first such key */
	bool revealed;     /* masked numbers were shown and journalled */
	bool warned;       /* the warnings were read: save all the same */
	int64_t *saved;    /* where the id of what was saved goes, or NULL */
	char today[DATE_SIZE];
};

/* True where any value is not the saved one. */
bool
form_any_typed(const struct form_state *state);

/* Writes what was typed since into the draft, and every ten seconds makes it
 * outlast a power cut. */
void
form_write_draft(struct ui *ui, struct form_state *state);

/* The same, and makes it outlast a power cut; struct screen's keep. */
void
form_keep_draft(struct ui *ui, void *data);

void
form_drop_draft(struct ui *ui, struct form_state *state);

/* To be called after every key that typed. */
void
form_note_typing(struct ui *ui, struct form_state *state);

/* Reads one row into the record; where it is wrong, its sentence stands in the
 * form and on the message line and false is returned. */
bool
form_take_row(struct ui *ui, struct form_state *state, size_t row);

/* F4 in the row with the focus. */
void
form_choose_value(struct ui *ui, struct form_state *state);

/*
 * Where somebody else has saved the record meanwhile, brings what he changed
 * and what was typed here together: fields that he alone changed are taken
 * over, the clerk is asked about those that both changed.  True where the
 * record may be saved as it is now.
 */
bool
form_merge(struct ui *ui, struct form_state *state);

/* Checks, asks about warnings, saves; true where it was saved.  Else the
 * cursor is on the failing field and the message line says why. */
bool
form_save(struct ui *ui, struct form_state *state);

#endif
