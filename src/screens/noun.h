/*
 * What a noun adds to the generic form (各类记录的专用功能): tables of what can
 * be done on which page, by which key and in which words, and functions for
 * what only this noun knows.  nouns.c lists them; the form looks for the one of
 * its type and knows none by name.
 */
#ifndef SCREENS_NOUN_H
#define SCREENS_NOUN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "screens/ui.h"
#include "tui/list.h"
#include "tui/rect.h"

struct code;
struct form_state;
struct owned_page;
struct owned_row;

/* Something to be done. */
struct noun_deed {
	const char *word; /* N_(); on the bar too where key is true */
	const char *help; /* N_() one sentence */
	bool key;         /* F4 does it (ACTION_DEED); the first such counts */
	/* NULL: wherever the form can be written. */
	bool (*works)(const struct form_state *state);
	void (*run)(struct ui *ui, struct form_state *state);
};

/*
 * A page on which one key a row fills in one field and goes on (逐行登记): a
 * digit gives the code that it is, 0 the first code to all rows that have none,
 * Space the next one.  form_marks.c does it.
 */
struct noun_marks {
	const char *field; /* FIELD_CODE, whose codes are digits */
	/* How a code is worded in this row, which may be NULL; the words live
	 * until something is done.  NULL: as the code list has it. */
	const char *(*word)(const struct form_state *state,
		const struct owned_row *row, const struct code *code);
	const char *rest;  /* N_() the word of 0 on the bar; NULL: no such key */
	const char *rest_help;
	/* In place of the next value, Space takes over for a row that has none
	 * what is proposed for it; false where that is nothing. */
	bool (*accept)(struct ui *ui, struct form_state *state,
		struct owned_row *row);
	const char *accept_word; /* N_() */
	const char *accept_help;
	const char *accept_none; /* N_() said where nothing is proposed */
	/* Why a row has the value, or NULL: a FIELD_CODE, and a text for what
	 * its codes do not say, of which the last is such.  The codes of field
	 * are 1 and those that follow then. */
	const char *why;
	const char *why_note;
	const char *why_of; /* codes of field that want it; the digits behind
	                       give the first of these with the usual ones */
	/* Does a row that has a value want more to be written, before the whole
	 * is in order?  NULL: never. */
	bool (*lacks)(struct store *store, const struct record *row);
	/* A row was given the value that it has now by a key of its own. */
	void (*marked)(struct ui *ui, struct form_state *state,
		struct owned_row *row, const struct record *was);
	/* That was taken back; NULL: no more than the row was changed. */
	void (*taken_back)(struct form_state *state, struct owned_row *row);
};

/* A column of owned rows that no field has, or that stands for a field's. */
struct noun_column {
	const char *path; /* its name among the page's paths */
	struct list_column column; /* its name is N_() */
	/* Appends its words. */
	void (*tell)(struct ui *ui, struct form_state *state,
		const struct owned_row *row, struct strbuf *out);
};

/* What is added to the page of some rows, owned or related. */
struct noun_page {
	const char *rows; /* name of their type */
	const char *const *paths; /* its columns, up to NULL, in place of those
	                             of the type's list; of owned rows, "title"
	                             names the row.  NULL: those */
	const struct noun_column *columns; /* that paths may name besides */
	size_t n_columns;
	const char *group; /* a field of owned rows, or NULL: those that share a
	                      value, and stand together, are shown at a time;
	                      Tab goes to the next of them (form_group.c) */
	/* Appends what stands above the rows, one line. */
	void (*head)(struct ui *ui, struct form_state *state,
		struct strbuf *out);
	const char *empty; /* N_() said where there are no rows, or NULL */
	/* A column of owned rows that no field has, in words that are found
	 * behind the screen since that takes a while; or NULL. */
	const char *(*find)(const struct record *row);
	struct list_column found; /* its name is N_() */
	const struct noun_deed *deeds;
	size_t n_deeds;
	const struct noun_marks *marks; /* or NULL */
	/* Appends lines, parted by LF, for the foot of the page. */
	void (*foot)(struct ui *ui, struct form_state *state,
		struct strbuf *out);
	/* A new row begins with more than the initial values. */
	void (*begin)(struct ui *ui, struct form_state *owner,
		struct record *row);
	/* Asks for what a new owned row is, in place of its form, and fills it
	 * in; false where the person went back.  NULL: its form is opened. */
	bool (*ask)(struct ui *ui, struct record *row);
};

struct noun {
	const char *type;
	bool steps; /* the next step of the state has a key (F6), which saves at
	               once where nothing is missing for it */
	bool stays; /* one works on it for an hour: saving leaves it open */
	const char *beside; /* of a row: the type of rows of the same owner that
	                       refer to it (FIELD_SIBLING), which are a page of
	                       its form: Enter there does what F4 does; or
	                       NULL */
	const char *starts; /* the field of a row where the cursor begins, or
	                       NULL: the first */
	const char *opens; /* the type of rows on whose page a saved record is
	                      opened, or NULL */
	/* A new record begins with more than the initial values. */
	void (*begin)(struct ui *ui, struct record *record);
	/* A person, or what the form was opened with, has filled in a field of
	 * the record, which was as before: may fill in others that are empty. */
	void (*follow)(struct ui *ui, struct form_state *state,
		const struct record *before, const char *field);
	const struct noun_deed *deeds; /* wherever one is in the form */
	size_t n_deeds;
	/* The same as of a page, below the fields. */
	void (*foot)(struct ui *ui, struct form_state *state,
		struct strbuf *out);
	const struct noun_page *const *pages; /* up to NULL; or NULL */
	/* Appends what must be read on every page, also of its rows' forms:
	 * one line. */
	void (*notice)(struct ui *ui, struct form_state *state,
		struct strbuf *out);
	/* Finds behind the screen what nobody waits for; true where there is
	 * something new to be shown. */
	bool (*work)(struct ui *ui, struct form_state *state);
	/* What was found may be another by now. */
	void (*stale)(struct form_state *state);
	/* Frees what it keeps with the form (struct form_state's known). */
	void (*clear)(struct form_state *state);
	/* In the form of the record, for its texts and those of its rows; or
	 * NULL.  Appends with what the text of a field begins (模板): */
	void (*template)(struct ui *ui, const struct form_state *state,
		const struct field_type *field, struct strbuf *out);
	/* Appends the names that an @ offers before all others: */
	void (*people)(struct ui *ui, const struct form_state *state,
		struct strvec *names);
};

/* Up to NULL. */
extern const struct noun *const nouns[];

/* That of the type; one that adds nothing where there is none. */
const struct noun *
noun_of(const struct record_type *type);

/* What it adds to the page of rows of that type, or NULL. */
const struct noun_page *
noun_page_of(const struct noun *noun, const struct record_type *rows);

/* Adds what can be done on the page that is shown, and its keys. */
void
noun_live(const struct form_state *state, struct keymap_live *live);

/* True: handled. */
bool
noun_handle(struct ui *ui, struct form_state *state, enum action action);

/* What F4 does on the page that is shown, or NULL. */
const struct noun_deed *
noun_deed_of_key(const struct form_state *state);

/* Adds what has no key. */
void
noun_commands(const struct form_state *state, struct ui_commands *commands);

/* Draws what stands above the rows and takes its line off the body. */
void
noun_draw_head(struct ui *ui, struct form_state *state, struct rect *body);

/* Draws the foot of the page that is shown and takes its lines off the body. */
void
noun_draw_foot(struct ui *ui, struct form_state *state, struct rect *body);

#endif
