/*
 * The form screen's state, and the parts that it is made of: form.c shows it,
 * form_open.c opens it, form_save.c reads and saves what is typed, form_draft.c
 * keeps it until then, form_refresh.c shows what others save meanwhile,
 * form_rows.c edits the rows that the record owns, form_group.c shows some of
 * them at a time, form_marks.c fills one field of them by a key a row,
 * form_text.c puts phrases and names into long texts.
 */
#ifndef SCREENS_FORM_STATE_H
#define SCREENS_FORM_STATE_H

#include "records/owned_refresh.h"
#include "records/record.h"
#include "screens/noun.h"
#include "screens/related.h"
#include "screens/ui.h"
#include "store/draft.h"
#include "tui/array.h"
#include "tui/form.h"

/* A page with the rows of one type that the record owns. */
struct owned_page {
	struct owned_rows *rows;
	const struct noun_page *noun; /* what is added to it, or NULL */
	const struct field_type *of; /* of those rows alone that refer so to */
	int64_t of_id;               /* this one; NULL: all */
	const char *paths[RECORD_MAX_PATHS]; /* without the owner */
	size_t n_paths;
	struct list_column columns[RECORD_MAX_PATHS + 2]; /* and what a save
	                                                     would do, and what
	                                                     the noun finds */
	bool looked;               /* that has been found */
	char *group; /* the value of those that are shown, where the noun has
	                groups; NULL: not known yet */
	struct array array; /* its ids are indexes of rows */
	struct list list;
};

/* A row, and what it was before a key gave it a value. */
struct marked_row {
	struct owned_row *row;
	struct record was;
};

struct marked_rows {
	struct marked_row *items;
	size_t n;
	size_t size;
};

/* Of whose texts names are asked for. */
struct form_names {
	struct ui *ui;
	const struct form_state *state;
};

struct form_state {
	const struct record_type *type;
	const struct noun *noun; /* what its type adds to the form */
	struct record record; /* with what was typed and understood */
	bool writable;
	bool steppable; /* its state may go on; all else only where writable */
	bool amendable; /* frozen: what amends it may be added, nothing else */
	struct form_row *rows;
	const char **pages;
	size_t n_own_pages; /* those of the fields; then come … */
	struct form form;
	struct owned owned;
	struct owned_page *owned_pages; /* … owned.n of these … */
	struct owned_page *beside; /* … or, of a row's form, this one, with
	                              rows of the same owner, or NULL … */
	struct related_lists related;   /* … and these */
	struct draft draft;
	struct marked_rows marked; /* by the last key, if that marked */
	bool rows_typed;   /* something was done to the rows */
	bool unwritten;    /* typed since the draft was written */
	bool unflushed;    /* written since, and a power cut would lose it */
	int64_t flush_at;  /* key_now() by which it is flushed */
	int64_t typed_at;  /* key_now() of the first such key */
	bool revealed;     /* masked numbers were shown and journalled */
	bool warned;       /* the warnings were read: save all the same */
	int64_t told_at;   /* moment of the last change by others that was
	                      spoken of while something was typed */
	int64_t *saved;    /* where the id of what was saved goes, or NULL */
	char today[DATE_SIZE];
	/* Of the form of a row, which is kept, saved and dropped with its
	 * owner's; else NULL. */
	struct form_state *owner;
	struct owned_page *page; /* of the owner */
	struct owned_row *row;
	bool fresh;              /* it was added when the form was opened */
	void *known; /* what the noun keeps with it, or NULL */
	struct form_names names;
	struct form_state *above; /* of an owner: the form of one of its rows,
	                             while it is open; else NULL */
};

/* True where something can be typed that is kept and saved. */
static inline bool
form_may_type(const struct form_state *state)
{
	return state->writable || state->amendable;
}

/* True where any value is not the saved one. */
bool
form_any_typed(const struct form_state *state);

/* The same of the record itself, without the rows that it owns. */
bool
form_field_typed(const struct form_state *state);

/* The form of the whole record: of a row, its owner's. */
static inline struct form_state *
form_whole(struct form_state *state)
{
	return state->owner != NULL ? state->owner : state;
}

/* form.c */

extern const struct screen form_screen;

/* Puts every value of the record into the form. */
void
form_show_values(struct ui *ui, struct form_state *state);

/* The names of all pages, in the language of the screen. */
void
form_name_pages(struct form_state *state);

/* The list of records that refer to this one on the page that is shown, or
 * NULL. */
struct related *
form_related(const struct form_state *state);

/* form_open.c */

/* What may be typed in the form of this record as the store has it. */
void
form_find_writable(struct ui *ui, struct form_state *state,
	const struct record *record);

/* The form of a saved record, or NULL, which the message line explains. */
struct form_state *
form_open_saved(struct ui *ui, const struct record_type *type, int64_t id);

/* Puts the form of a row on top of that of its owner, where it becomes the
 * chosen one. */
struct form_state *
form_open_row(struct ui *ui, struct form_state *owner,
	struct owned_page *page, struct owned_row *row);

/* The same with a new row; begin, if not NULL, has values of it. */
void
form_new_row(struct ui *ui, struct form_state *owner, struct owned_page *page,
	const struct record *begin);

/* form_draft.c */

/* Writes what was typed since into the draft, and every ten seconds makes it
 * outlast a power cut. */
void
form_write_draft(struct ui *ui, struct form_state *state);

/* The same, and makes it outlast a power cut; struct screen's keep. */
void
form_keep_draft(struct ui *ui, void *data);

void
form_drop_draft(struct ui *ui, struct form_state *state);

/* Puts what the draft holds into the form, as if it had been typed.  True where
 * others have saved since, what the draft was made from. */
bool
form_take_draft(struct ui *ui, struct form_state *state);

/* form_save.c */

/* To be called after every key that typed. */
void
form_note_typing(struct ui *ui, struct form_state *state);

/* And after one that moved the cursor: the draft, where there is one, has to
 * know it. */
void
form_note_cursor(struct ui *ui, struct form_state *state);

/* Says of a field that has been typed whether the record looks like one that
 * is here already. */
void
form_alike_hint(struct ui *ui, const struct form_state *state, size_t row);

/* Adds to what is to be read before the record is saved those that are likely
 * the same, where something by which they are known has been typed. */
void
form_alike_warn(struct ui *ui, const struct form_state *state,
	const struct record *record, struct notes *notes);

/* Reads one row of the form into the record; where it is wrong, its sentence
 * stands in the form and on the message line and false is returned. */
bool
form_take_row(struct ui *ui, struct form_state *state, size_t row);

/* Puts a stored value into a field as if it had been typed. */
void
form_put(struct ui *ui, struct form_state *state, const char *field,
	const char *stored);

/* All of them; false with the cursor on the first that is wrong. */
bool
form_take_all(struct ui *ui, struct form_state *state);

/* Says what is wrong; the cursor goes to the field, or to the page of the rows
 * whose type is named, if there is such. */
void
form_fault(struct ui *ui, struct form_state *state, const char *field,
	const char *sentence);

/* F4 in the row with the focus. */
void
form_choose_value(struct ui *ui, struct form_state *state);

/* Shows the masked numbers until the form is left, which the journal notes. */
void
form_show_numbers(struct ui *ui, struct form_state *state);

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

/* form_step.c */

/* Adds the next step of the state where it has a key; without a step, that the
 * key says why. */
void
form_step_live(const struct form_state *state, struct keymap_live *live);

/* Takes it, and saves; where that is refused the cursor goes where it fails.
 * Where there is none, says what to do. */
void
form_step_next(struct ui *ui, struct form_state *state);

/* Adds the steps that are open to the record. */
void
form_step_commands(const struct form_state *state,
	struct ui_commands *commands);

/* Saves what is typed and stays in the form, which is opened anew: true where
 * it was saved; *state is then the new one, NULL where it cannot be shown. */
bool
form_save_here(struct ui *ui, struct form_state **state);

/* Saves what is typed and leaves the form, unless its noun says to stay; true
 * where it was saved. */
bool
form_save_and_go(struct ui *ui, struct form_state *state);

/* form_refresh.c */

/* Shows what others have saved since; of what was typed here, says who did. */
void
form_refresh(struct ui *ui, struct form_state *state);

/* form_rows.c */

/* Makes the pages of what the record owns or, of a row, of what its noun has
 * beside it. */
void
form_rows_init(struct ui *ui, struct form_state *state);

void
form_rows_clear(struct form_state *state);

/* Shows those rows of the page that fit. */
void
form_rows_filter(struct owned_page *page);

/* Shows the rows as they are now. */
void
form_rows_show(struct ui *ui, struct form_state *state);

/* The same as others have saved them since, with the cursor where it was; kept
 * is the row whose form is open, or NULL. */
void
form_rows_refresh(struct ui *ui, struct form_state *state,
	const struct owned_row *kept, struct owned_news *news);

/* The page that is shown, or NULL. */
struct owned_page *
form_rows_page(const struct form_state *state);

/* The page of the rows of that type, which the record owns. */
struct owned_page *
form_rows_page_of(const struct form_state *state,
	const struct record_type *type);

/* Goes to the page of the rows whose type has that name, if there is such; to
 * the first row that lacks its mark. */
void
form_rows_go(struct ui *ui, struct form_state *state, const char *type);

/* Finds, behind the screen, what the noun says of each row of the page that is
 * shown; true where that is new. */
bool
form_rows_look(struct form_state *state);

/* The row that is chosen on the page, or NULL. */
struct owned_row *
form_rows_chosen(struct owned_page *page);

/* What was done to the rows is kept like anything that is typed; the row, if it
 * is still there, stays the chosen one.  What was marked before is forgotten:
 * taking it back would undo this as well. */
void
form_rows_typed(struct ui *ui, struct form_state *state,
	struct owned_page *page, const struct owned_row *row);

/* Goes to the page of a row and makes it the chosen one. */
void
form_rows_choose(struct form_state *state, struct owned_page *page,
	const struct owned_row *row);

/* True where a row can be added to the page. */
bool
form_rows_may_add(const struct form_state *state,
	const struct owned_page *page);

/* The same of changing the row; what amends is not changed once it is saved. */
bool
form_rows_may_change(const struct form_state *state,
	const struct owned_page *page, const struct owned_row *row);

void
form_rows_live(const struct form_state *state, struct owned_page *page,
	struct keymap_live *live);

/* True: handled. */
bool
form_rows_handle(struct ui *ui, struct form_state *state,
	struct owned_page *page, enum action action,
	const struct key_event *event);

/* In the form of a row: */

/* Lets the owner have what stands in the form; what cannot be understood, as
 * it was typed. */
void
form_row_keep(struct ui *ui, struct form_state *state);

/* Keeps it and goes back to the owner; a new row in which nothing was typed
 * goes away. */
void
form_row_leave(struct ui *ui, struct form_state *state);

/* The same where nothing is wrong with the row; true where one went back. */
bool
form_row_done(struct ui *ui, struct form_state *state);

/* Marks the row as one that goes, or drops a new one, and goes back. */
void
form_row_remove(struct ui *ui, struct form_state *state);

/* Lets the row be as it was saved, or drops a new one, and goes back. */
void
form_row_discard(struct ui *ui, struct form_state *state);

/* form_group.c: a page of which some rows are shown at a time. */

/* True where the row is among those that are shown. */
bool
form_group_shows(const struct owned_page *page, const struct owned_row *row);

/* Shows the rows that stand together with this one; true where others were
 * shown before. */
bool
form_group_set(struct owned_page *page, const struct owned_row *row);

/* The same with the first row, where what is shown has no rows any more. */
void
form_group_settle(struct owned_page *page);

/* Adds that one can go to the next. */
void
form_group_live(const struct owned_page *page, struct keymap_live *live);

/* True where the action went to rows that stand together elsewhere. */
bool
form_group_handle(struct form_state *state, struct owned_page *page,
	enum action action);

/* form_text.c: while a long text is open. */

void
form_text_live(struct ui *ui, const struct form_state *state,
	struct keymap_live *live);

/* Appends how long the text is, of how much it may be. */
void
form_text_hint(const struct form_state *state, struct strbuf *out);

/* Puts in a phrase, or the template where nothing was typed yet. */
enum form_result
form_text_handle(struct ui *ui, struct form_state *state, enum action action);

/* struct offer_source's find, for a struct form_names: the people of the noun
 * that fit, else members. */
void
form_text_names(void *data, const char *typed, size_t most,
	struct strvec *names);

/* form_marks.c: a page whose noun has marks (screens/noun.h). */

void
form_marks_live(const struct form_state *state, struct keymap_live *live);

/* Appends what stands on the message line while nothing else does. */
void
form_marks_hint(const struct form_state *state, struct strbuf *out);

/* The first row that lacks its mark, or the reason for it; or NULL. */
const struct owned_row *
form_marks_lacking(struct store *store, const struct owned_page *page);

/* True: handled. */
bool
form_marks_handle(struct ui *ui, struct form_state *state, enum action action);

/* What was marked cannot be taken back any more: the rows are others, or
 * something was done to them since. */
void
form_marks_forget(struct form_state *state);

#endif
