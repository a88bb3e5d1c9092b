#include "tui/progress.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "tui/box.h"

enum {
	PROGRESS_WAIT_MS = 500,
	PROGRESS_EVERY_MS = 100,
	PROGRESS_COLS = 40,
};

struct state {
	uint64_t done;
	uint64_t total;
};

static void
measure(struct box *box, int max_cols, int *rows, int *cols)
{
	(void)box;
	*rows = 1;
	*cols = PROGRESS_COLS < max_cols ? PROGRESS_COLS : max_cols;
}

/* "[####    ]  50%", or how many where the whole is not known. */
static void
draw(struct box *box, const struct rect *foot)
{
	const struct state *state = box->data;
	uint64_t done = state->done < state->total ? state->done
		: state->total;
	int cols = foot->cols - 7, full;
	char *text, *bar;

	if (state->total == 0) {
		text = xasprintf("%" PRIu64, state->done);
	} else {
		full = (int)((double)done / (double)state->total * cols);
		bar = xcalloc((size_t)cols + 1, 1);
		memset(bar, ' ', (size_t)cols);
		memset(bar, '#', (size_t)full);
		text = xasprintf("[%s] %3d%%", bar, (int)((double)done /
			(double)state->total * 100));
		free(bar);
	}
	term_put(box->host->term, foot->row, foot->col, foot->cols, text,
		STYLE_NORMAL);
	free(text);
}

static void
paint(struct progress *progress, uint64_t done, uint64_t total)
{
	struct dialog_host *host = progress->host;
	struct state state = {.done = done, .total = total};
	struct box box = {
		.host = host,
		.title = progress->title,
		.text = progress->step,
		.data = &state,
		.measure = measure,
		.draw = draw,
	};
	struct keymap_live live;

	keymap_live_init(&live, CONTEXT_DIALOG);
	keymap_live_add(&live, ACTION_BACK);
	host->paint(host->data, &live);
	box_draw(&box);
	term_flush(host->term);
}

static void
on_progress(struct job *job, const char *step, uint64_t done, uint64_t total)
{
	struct progress *progress = job->data;
	int64_t now = progress->host->now(progress->host->data);

	if (now < progress->next_at)
		return;
	if (strcmp(progress->step, step) != 0) {
		char *copy = xstrdup(step);

		free(progress->step);
		progress->step = copy;
	}
	paint(progress, done, total);
	progress->next_at = now + PROGRESS_EVERY_MS;
}

static void
on_warn(struct job *job, const char *sentence)
{
	struct progress *progress = job->data;

	strvec_add(&progress->warnings, sentence);
}

static bool
on_cancelled(struct job *job)
{
	struct progress *progress = job->data;

	if (!progress->cancelled)
		progress->cancelled = key_cancelled(progress->host->term);
	return progress->cancelled;
}

void
progress_init(struct progress *progress, struct dialog_host *host,
	const char *title)
{
	*progress = (struct progress){
		.job = {
			.progress = on_progress,
			.warn = on_warn,
			.cancelled = on_cancelled,
			.data = progress,
		},
		.host = host,
		.title = title,
		.step = xstrdup(""),
		.next_at = host->now(host->data) + PROGRESS_WAIT_MS,
	};
}

void
progress_clear(struct progress *progress)
{
	free(progress->step);
	progress->step = NULL;
	strvec_clear(&progress->warnings);
}
