/*
 * A bar that shows how far long work is, 进度, and takes Esc and Ctrl-C to
 * stop it: the struct job of a screen.
 *
 *	progress_init(&progress, host, _("Importing"));
 *	code = import_run(…, &progress.job, &err);
 *	… progress.warnings …
 *	progress_clear(&progress);
 */
#ifndef TUI_PROGRESS_H
#define TUI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/job.h"
#include "base/vec.h"
#include "tui/dialog.h"

struct progress {
	struct job job;
	struct dialog_host *host;
	const char *title;
	char *step;
	int64_t next_at;   /* when it is drawn next, by the host's clock: not in
	                      the first half second, then ten times a second */
	bool cancelled;    /* stays true once the person has asked for it */
	struct strvec warnings;
};

/* title, translated, and host live longer; progress must stay where it is. */
void
progress_init(struct progress *progress, struct dialog_host *host,
	const char *title);

void
progress_clear(struct progress *progress);

#endif
