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
#include "tui/array.h"
#include "tui/list.h"
#include "tui/rect.h"
#include "tui/term.h"

/* Where to begin: 桌面, 下载, the last folder, a stick. */
struct chooser_place {
	const char *name; /* translated */
	const char *path; /* bytes of the file system */
};

struct chooser_entry;

/* Read what you like; write through the functions. */
struct chooser {
	const struct chooser_place *places;
	size_t n_places;
	bool folders_only; /* a folder is to be chosen */
	bool at_places;    /* the start places are shown, no folder */
	char *home;        /* for a path that begins with ~ */
	struct strbuf folder;
	struct strbuf path; /* what was chosen, in the file system's bytes */
	VEC(struct chooser_entry *) entries;
	struct array array;
	struct list list;
	struct err err;    /* why a folder cannot be opened */
};

/*
 * Shows the places, which live longer than the chooser.  The chooser must stay
 * where it is.  home may be NULL; clip as in edit_init().
 */
void
chooser_init(struct chooser *chooser, const struct chooser_place *places,
	size_t n_places, const char *home, struct strbuf *clip);

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

/* Enter walks into a folder or picks a file; Backspace and BACK walk out.  In
 * the filter line a text with a slash is a path, and Enter goes there. */
enum chooser_result
chooser_handle(struct chooser *chooser, enum action action,
	const struct key_event *event);

enum context
chooser_context(const struct chooser *chooser);

void
chooser_live(const struct chooser *chooser, struct keymap_live *live);

void
chooser_draw(struct chooser *chooser, struct term *term,
	const struct rect *rect, bool focused);

#endif
