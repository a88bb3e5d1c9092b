/*
 * The stages of an import (导入), each a screen above the one before it:
 * pasted rows, encoding, columns, plan, one row.  They share what is imported;
 * the last stage that closes frees it.
 */
#ifndef SCREENS_IMPORT_H
#define SCREENS_IMPORT_H

#include "exchange/import.h"
#include "screens/ui.h"
#include "tui/array.h"
#include "tui/list.h"

struct import_session {
	const struct record_type *type;
	char *path;         /* NULL: the rows are pasted */
	struct strbuf text; /* pasted */
	struct import_options options;
	struct import *import; /* NULL until the source is open */
	size_t n_stages;       /* that use it */
	size_t n_below;        /* screens on the stack before the first stage */
};

/* Counts one more stage. */
struct import_session *
import_session_hold(struct import_session *session);

/* Frees it with the last stage. */
void
import_session_drop(struct import_session *session);

/* "Import: Member", appended. */
void
import_session_title(const struct import_session *session,
	struct strbuf *out);

/* Closes all stages: the import is done. */
void
import_session_finish(struct ui *ui, struct import_session *session);

/* Reads every row and decides about it, with the bar; false: it has been
 * said why not. */
bool
import_session_plan(struct ui *ui, struct import_session *session);

/* The word of a verdict. */
const char *
import_verdict_word(enum import_verdict verdict);

/* Opens the source once it is known, and the first stage that has something
 * to ask.  False, and said why, where it cannot be read. */
bool
import_begin(struct ui *ui, struct import_session *session);

/* The stages.  Each puts its screen on top or says why it cannot. */
void
import_open_paste(struct ui *ui, struct import_session *session);

void
import_open_encoding(struct ui *ui, struct import_session *session);

bool
import_open_columns(struct ui *ui, struct import_session *session);

void
import_open_plan(struct ui *ui, struct import_session *session);

void
import_open_row(struct ui *ui, struct import_session *session,
	uint64_t number);

/* Asks for a file and writes the rejected and doubtful rows into it. */
void
import_save_rejects(struct ui *ui, struct import_session *session);

/*
 * Carries the plan out, asking about rows that cannot be taken.  True: the
 * plan is still there to be looked at, at the rows of the verdict *look where
 * the person wants to put those right; false: it is done, all stages are
 * closed.
 */
bool
import_do(struct ui *ui, struct import_session *session,
	enum import_verdict *look);

#endif
