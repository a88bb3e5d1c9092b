/*
 * The one way to name a file, 选择文件: folders and files to walk through, a
 * filter, or a typed path.
 */
#ifndef TUI_CHOOSER_H
#define TUI_CHOOSER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "tui/array.h"
#include "tui/list.h"
#include "tui/rect.h"
#include "tui/term.h"

/* Where to begin: 桌面, 下载, the last folder, a stick. */
struct chooser_place {
	const char *name; /* translated */
	const char *path; /* bytes of the file system, without ~ */
};

enum chooser_mode {
	CHOOSER_FILE,   /* a file that is there */
	CHOOSER_FOLDER, /* a folder */
	CHOOSER_NEW,    /* a file to be written, there or not: the caller asks
	                   before it is replaced */
};

struct chooser_entry;

enum { CHOOSER_COLUMNS = 3 };

/* Read what you like; write through the functions. */
struct chooser {
	enum chooser_mode mode;
	const struct chooser_place *places;
	size_t n_places;
	char *home;     /* what a typed ~ is, or NULL */
	char *new_name; /* offered in CHOOSER_NEW */
	char *folder;   /* that is shown; NULL: the places are */
	char *path;     /* what was picked, in the file system's bytes */
	struct chooser_entry *entries; /* one a row of array */
	struct array array;
	struct list_column columns[CHOOSER_COLUMNS];
	struct list list;
	struct err err; /* why something cannot be opened */
};

/*
 * Shows the places, which live longer than the chooser.  The chooser must stay
 * where it is.  home and new_name (for CHOOSER_NEW) may be NULL; clip as in
 * edit_init().
 */
void
chooser_init(struct chooser *chooser, enum chooser_mode mode,
	const struct chooser_place *places, size_t n_places, const char *home,
	const char *new_name, struct strbuf *clip);

void
chooser_clear(struct chooser *chooser);

/* Shows a folder; ERR_FILE where it cannot be read, and nothing changes. */
enum err_code
chooser_open(struct chooser *chooser, const char *folder, struct err *err);

enum chooser_result {
	CHOOSER_IGNORED, /* goes up; BACK too, where the places are shown */
	CHOOSER_HANDLED,
	CHOOSER_PICKED,  /* chooser->path */
	CHOOSER_FAILED,  /* chooser->err says why */
};

/*
 * Enter walks into a folder or picks a file, Backspace walks out, BACK goes to
 * the places.  Names are found as fit_word() does it; a text
 * with a slash, or a ~ at its beginning, is a path, and Enter goes there.  A
 * slash or a ~ opens the filter line by itself.
 */
enum chooser_result
chooser_handle(struct chooser *chooser, enum action action,
	const struct key_event *event);

/* CONTEXT_LIST, or CONTEXT_FILTER with the filter line open. */
enum context
chooser_context(const struct chooser *chooser);

void
chooser_live(const struct chooser *chooser, struct keymap_live *live);

/* Draws the folder's path and the list. */
void
chooser_draw(struct chooser *chooser, struct term *term,
	const struct rect *rect, bool focused);

#endif
