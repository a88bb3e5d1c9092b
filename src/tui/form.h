/*
 * Labels and values to be filled in, 表单, over one or several pages.  It knows
 * nothing of what the values mean: the caller checks them.
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/editor.h"
#include "tui/field.h"
#include "tui/rect.h"
#include "tui/term.h"

enum form_kind {
	FORM_TEXT,
	FORM_LONGTEXT, /* Enter opens the editor in place of the form */
	FORM_CHOICE,   /* text that F4 offers choices for; typing begins a new
	                  choice */
	FORM_READONLY, /* shown; Tab passes over it, arrows do not */
};

enum {
	FORM_SECRET = 1 << 0,   /* see field_set_secret() */
	FORM_REQUIRED = 1 << 1, /* a * stands before the label */
};

struct form_row {
	const char *label; /* translated */
	enum form_kind kind;
	unsigned flags;
	size_t max;        /* characters; 0 sets no limit */
	size_t page;       /* from 0 */
	size_t mask_head;  /* of a secret, see text_mask() */
	size_t mask_tail;
	const char *hint;  /* one translated sentence, or NULL */
};

#define FORM_NOWHERE ((size_t)-1)

enum { FORM_DIGITS = 9 }; /* pages that have a digit */

struct form_cell {
	struct field field;
	char *first_value; /* as form_set() gave it */
	char *sentence;    /* what is wrong with it, or NULL */
	bool hidden;
};

/* Read what you like; write through the functions. */
struct form {
	const struct form_row *rows;
	struct form_cell *cells;
	size_t n_rows;
	const char *const *pages; /* names, translated */
	size_t n_pages;
	size_t page;
	size_t focus;  /* index of a row, or FORM_NOWHERE on a page without */
	size_t left;   /* the row that FORM_LEFT speaks of */
	size_t top;    /* first line of the page that is shown */
	size_t body;   /* lines of the body, as drawn last */
	struct editor editor;
	struct offer_source offers; /* of long texts, or zeros */
	bool editing;  /* the editor of the focused row is open */
};

/*
 * rows, pages and clip live longer than the form.  n_pages is at least 1; with
 * one page its name is not shown.  A page may be without rows: the caller
 * draws something else in form_body().
 */
void
form_init(struct form *form, const struct form_row *rows, size_t n_rows,
	const char *const *pages, size_t n_pages, struct strbuf *clip);

void
form_clear(struct form *form);

/* What an @ offers in long texts from now on; the source is copied. */
void
form_set_offers(struct form *form, const struct offer_source *source);

/* Puts in the value that the record has, from which changes are counted. */
void
form_set(struct form *form, size_t row, const char *value);

/* Puts in another value as if it had been typed: a choice, a draft, or what
 * was typed in its stored form; undo takes it back. */
void
form_fill(struct form *form, size_t row, const char *value);

/* The value as typed so far; valid until the next change. */
const char *
form_value(const struct form *form, size_t row);

/* True where the value is not the one of form_set(). */
bool
form_is_changed(const struct form *form, size_t row);

void
form_hide(struct form *form, size_t row, bool hidden);

/* Shows all secrets (F11), or not any more. */
void
form_reveal(struct form *form, bool revealed);

/* Goes to a row, on whatever page it is, and closes the editor. */
void
form_focus(struct form *form, size_t row);

/* Where the cursor stands in the focused row: bytes of its value. */
size_t
form_cursor(const struct form *form);

/* Puts it there, or to the next place before that where it can stand; editing
 * opens the editor of a long text. */
void
form_set_cursor(struct form *form, size_t at, bool editing);

void
form_go_page(struct form *form, size_t page);

/* True where there are so many pages that their digits stand before their
 * names: to turn through them would take long. */
bool
form_numbers_pages(const struct form *form);

/* Says what is wrong with a row, which is then marked with a !; NULL: nothing
 * any more. */
void
form_fail(struct form *form, size_t row, const char *sentence);

/* What is to be said of the focused row: what is wrong with it, else its hint,
 * else "". */
const char *
form_sentence(const struct form *form);

enum form_result {
	FORM_IGNORED, /* goes up */
	FORM_HANDLED,
	FORM_CHANGED, /* the value of form->focus is another */
	FORM_FULL,    /* the same, and not all fitted: form_rest_sentence() */
	FORM_LEFT,    /* the cursor has left form->left: check its value */
	FORM_CHOOSE,  /* F4 in form->focus, a FORM_CHOICE */
	FORM_DONE,    /* Enter in the last field: save */
};

/*
 * On a page without rows only NEXT_FIELD and PREV_FIELD are obeyed.  A long
 * text opens on Enter or when something is typed, and closes on BACK.
 */
enum form_result
form_handle(struct form *form, enum action action,
	const struct key_event *event);

/* form_go_page() for a person who is in the form: FORM_LEFT where the cursor
 * has left a row. */
enum form_result
form_turn_to(struct form *form, size_t page);

/* On the heap. */
char *
form_rest_sentence(const struct form *form);

/* CONTEXT_FORM, or CONTEXT_EDITOR with the editor open. */
enum context
form_context(const struct form *form);

void
form_live(const struct form *form, struct keymap_live *live);

/* Adds to live the ways from page to page and from field to field; for a page
 * that the caller draws. */
void
form_live_pages(const struct form *form, struct keymap_live *live);

/* Screen rows that the page shown takes to be seen whole, with the names of the
 * pages. */
int
form_page_rows(const struct form *form);

/* The rectangle below the names of the pages, which are not there while the
 * editor is open. */
struct rect
form_body(const struct form *form, const struct rect *rect);

void
form_draw(struct form *form, struct term *term, const struct rect *rect,
	bool focused);

#endif
