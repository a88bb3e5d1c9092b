/*
 * The model of editing text: a cursor and a marked range that move by what a
 * reader takes for one character (UAX #29 extended grapheme cluster),
 * insertion, deletion, undo and redo; and which actions do that.  Knows no
 * screen.  Text is UTF-8 and is kept byte for byte as it came in.
 */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "tui/keymap.h"

/* One step of undo: at byte position at, gone was replaced by came. */
struct edit_step {
	size_t at;
	struct strbuf gone;
	struct strbuf came;
	size_t cursor; /* where the cursor and the anchor stood before */
	size_t anchor;
	bool open; /* the next key of the same kind joins this step */
};

/* Read what you like; write through the functions only. */
struct edit {
	struct strbuf text;
	size_t at;         /* cursor: byte position on a cluster's border */
	size_t anchor;     /* the marked range lies between anchor and at */
	bool marking;      /* every move extends the range (Ctrl-Space) */
	bool lines;        /* line feeds may stand in it */
	size_t max;        /* code points at most; 0 sets no limit */
	size_t n_chars;    /* code points that there are */
	size_t n_changes;  /* counts changes of the text since edit_init() */
	size_t head;       /* bytes at its beginning and at its end that are */
	size_t tail;       /* as they were at the last edit_same() */
	VEC(struct edit_step) steps; /* the oldest are forgotten in time */
	size_t n_done;     /* steps that stand; those after it can be redone */
	struct strbuf rest;  /* what of the last insertion did not fit */
	struct strbuf *clip; /* what Ctrl-C copies to; the caller's, or NULL */
};

/* Where the cursor can go, and up to where text can be deleted. */
enum edit_move {
	EDIT_LEFT,
	EDIT_RIGHT,
	EDIT_WORD_LEFT,
	EDIT_WORD_RIGHT,
	EDIT_LINE_START,
	EDIT_LINE_END,
	EDIT_TEXT_START,
	EDIT_TEXT_END,
	EDIT_MOVE_N,
};

/* An empty text; clip lives longer than edit and is shared by all that copy
 * to one another. */
void
edit_init(struct edit *edit, bool lines, size_t max, struct strbuf *clip);

void
edit_clear(struct edit *edit);

/*
 * Puts in a text as it is, even one that is longer than max, forgets the
 * steps of undo and sets the cursor behind its end.
 */
void
edit_set(struct edit *edit, const char *text);

/*
 * Moves the cursor; mark extends the marked range, else it is given up (unless
 * marking).  Returns whether the cursor stood somewhere else before.
 */
bool
edit_move(struct edit *edit, enum edit_move move, bool mark);

/* The same to a byte position, or to the next border where it is none. */
bool
edit_go(struct edit *edit, size_t at, bool mark);

/* The first border of a cluster that is not before byte position at. */
size_t
edit_border(const struct edit *edit, size_t at);

/* Whether the character at a border is one that words are made of: no blank,
 * no punctuation, not the end. */
bool
edit_is_word(const struct edit *edit, size_t at);

/* Marks the bytes [from, to), borders both, with the cursor at to. */
void
edit_mark(struct edit *edit, size_t from, size_t to);

/*
 * How many bytes at the beginning and at the end of the text are as they were
 * when this was called last (or edit_set() was); together they are never more
 * than the text had or has.  For whoever lays it out, of whom there is one.
 */
void
edit_same(struct edit *edit, size_t *head, size_t *tail);

/* Where the move would lead from byte position at, itself a border. */
size_t
edit_target(const struct edit *edit, enum edit_move move, size_t at);

/* Switches marking on (beginning here) or off. */
void
edit_toggle_marking(struct edit *edit);

void
edit_mark_all(struct edit *edit);

/* False where nothing is marked; else the bytes [*from, *to) are. */
bool
edit_marked(const struct edit *edit, size_t *from, size_t *to);

/*
 * Puts text in at the cursor in place of what is marked.  Line ends of any
 * kind become line feeds, or blanks in a text of one line; tabs become blanks;
 * other controls and bytes that are not UTF-8 are left out.  Whole clusters go
 * in as long as max allows; the others are kept in edit->rest and the number
 * of their code points is returned, 0 where all went in.
 */
size_t
edit_insert(struct edit *edit, const char *s, size_t len);

/* edit_insert() as one step of undo of its own. */
size_t
edit_paste(struct edit *edit, const char *s, size_t len);

/* One sentence for the person about what is in edit->rest, on the heap. */
char *
edit_rest_sentence(const struct edit *edit);

/* Deletes what is marked, else from the cursor to where the move leads; at a
 * line's end EDIT_LINE_END takes the line feed.  False: nothing was there. */
bool
edit_delete(struct edit *edit, enum edit_move move);

/* Copies what is marked to clip; false where nothing is marked. */
bool
edit_copy(const struct edit *edit);

bool
edit_cut(struct edit *edit);

/* False where there is nothing to undo or redo. */
bool
edit_undo(struct edit *edit);

bool
edit_redo(struct edit *edit);

/* What became of an event; the same for all that is typed into. */
enum edit_result {
	EDIT_IGNORED, /* not for a text: it goes up */
	EDIT_HANDLED, /* the cursor has moved, or nothing had to be done */
	EDIT_CHANGED, /* the text is another */
	EDIT_FULL,    /* not all went in: say edit_rest_sentence() */
};

/*
 * Obeys an action, or where it is ACTION_NONE takes the event's character or
 * paste.  Moving by lines is the caller's business: UP, DOWN, PAGE_UP,
 * PAGE_DOWN and NEW_LINE are ignored, and so is COPY with nothing marked.
 */
enum edit_result
edit_handle(struct edit *edit, enum action action,
	const struct key_event *event);

/* Adds the actions that edit_handle() obeys now. */
void
edit_live(const struct edit *edit, struct keymap_live *live);

#endif
