#include "tui/key.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "tui/key_parser.h"
#include "tui/key_reader.h"
#include "tui/key_script.h"

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

enum {
	FULLWIDTH_FIRST = 0xff01, /* ！ */
	FULLWIDTH_LAST = 0xff5e,  /* ～ */
	FULLWIDTH_OFFSET = 0xff01 - '!',
	IDEOGRAPHIC_SPACE = 0x3000,
	IDEOGRAPHIC_COMMA = 0x3001, /* 、 */

	STEP_MS = 10, /* between two steps of a script */
};

static const char *const labels[K_N] = {
	[K_NONE] = "",
#define X(constant, label) [K_##constant] = label,
	KEYS(X)
#undef X
};

static const int caught[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP};

struct key_reader {
	struct key_parser *parser;
	int fd;
	bool gone;   /* the terminal has hung up */
	int leave;   /* SIGHUP, SIGTERM or SIGINT has come, or 0 */
	bool resize; /* SIGWINCH has come */
	bool stop;   /* SIGTSTP has come */
	int64_t now; /* up to when time has passed for the parser */
	int pipe[2];
	struct sigaction before[N_ITEMS(caught)];

	struct key_steps steps; /* of the script */
	size_t n_played;
	int waited_ms; /* of a STEP_WAIT */
	void (*dump)(void *data, const char *name);
	void *dump_data;
};

/* A handler is given nothing but the number: the one state of this module. */
static volatile sig_atomic_t signal_pipe = -1;

void
key_event_clear(struct key_event *event)
{
	free(event->text);
	*event = (struct key_event)KEY_EVENT_INIT;
}

const char *
key_label(enum key key)
{
	return labels[key];
}

const char *
key_word(enum key key)
{
	return key != K_NONE ? i18n_text(labels[key]) : "";
}

enum key
key_by_label(const char *label)
{
	for (enum key key = K_NONE + 1; key < K_N; key++)
		if (strcasecmp(labels[key], label) == 0)
			return key;
	return K_NONE;
}

uint32_t
key_halfwidth(uint32_t code)
{
	if (code >= FULLWIDTH_FIRST && code <= FULLWIDTH_LAST)
		return code - FULLWIDTH_OFFSET;
	if (code == IDEOGRAPHIC_SPACE)
		return ' ';
	return code == IDEOGRAPHIC_COMMA ? '/' : code;
}

/* The keys of terminfo that may be spelled in a way of their own. */
static void
learn_terminfo(struct key_parser *parser)
{
	static const struct {
		const char *capability;
		enum key key;
	} known[] = {
		{"kf1", K_F1}, {"kf2", K_F2}, {"kf3", K_F3}, {"kf4", K_F4},
		{"kf5", K_F5}, {"kf6", K_F6}, {"kf7", K_F7}, {"kf8", K_F8},
		{"kf9", K_F9}, {"kf10", K_F10}, {"kf11", K_F11},
		{"kf12", K_F12}, {"kcuu1", K_UP}, {"kcud1", K_DOWN},
		{"kcub1", K_LEFT}, {"kcuf1", K_RIGHT}, {"khome", K_HOME},
		{"kend", K_END}, {"kpp", K_PAGE_UP}, {"knp", K_PAGE_DOWN},
		{"kich1", K_INSERT}, {"kdch1", K_DELETE},
		{"kcbt", K_SHIFT_TAB}, {"kent", K_ENTER},
		{"kLFT", K_SHIFT_LEFT}, {"kRIT", K_SHIFT_RIGHT},
		{"kri", K_SHIFT_UP}, {"kind", K_SHIFT_DOWN},
		{"kHOM", K_SHIFT_HOME}, {"kEND", K_SHIFT_END},
	};

	for (size_t i = 0; i < N_ITEMS(known); i++) {
		const char *bytes = tigetstr(known[i].capability);

		if (bytes != NULL && bytes != (const char *)-1)
			key_parser_learn(parser, bytes, known[i].key);
	}
}

static void
note_signal(int number)
{
	int saved = errno;
	unsigned char byte = (unsigned char)number;
	ssize_t n = write(signal_pipe, &byte, 1);

	/* A pipe that is full holds signals enough to be noticed. */
	(void)n;
	errno = saved;
}

static bool
catch_signals(struct key_reader *reader)
{
	struct sigaction action = {.sa_handler = note_signal,
		.sa_flags = SA_RESTART};

	if (pipe2(reader->pipe, O_CLOEXEC | O_NONBLOCK) != 0)
		return false;
	signal_pipe = reader->pipe[1];
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < N_ITEMS(caught); i++)
		sigaction(caught[i], &action, &reader->before[i]);
	return true;
}

static void
release_signals(struct key_reader *reader)
{
	for (size_t i = 0; i < N_ITEMS(caught); i++)
		sigaction(caught[i], &reader->before[i], NULL);
	signal_pipe = -1;
	close(reader->pipe[0]);
	close(reader->pipe[1]);
}

static int64_t
clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct key_reader *
key_reader_new(int fd)
{
	struct key_reader *reader = xcalloc(1, sizeof(*reader));

	reader->parser = key_parser_new();
	reader->fd = -1;
	if (fd < 0)
		return reader;
	if (!catch_signals(reader)) {
		key_reader_free(reader);
		return NULL;
	}
	reader->fd = fd;
	reader->now = clock_ms();
	learn_terminfo(reader->parser);
	return reader;
}

void
key_reader_free(struct key_reader *reader)
{
	if (reader == NULL)
		return;
	if (reader->fd >= 0)
		release_signals(reader);
	key_parser_free(reader->parser);
	key_steps_clear(&reader->steps);
	free(reader);
}

static void
take_signals(struct key_reader *reader)
{
	unsigned char numbers[64];
	ssize_t n;

	while ((n = read(reader->pipe[0], numbers, sizeof(numbers))) > 0) {
		for (ssize_t i = 0; i < n; i++) {
			if (numbers[i] == SIGWINCH)
				reader->resize = true;
			else if (numbers[i] == SIGTSTP)
				reader->stop = true;
			else
				reader->leave = numbers[i];
		}
	}
}

static bool
readable(int fd)
{
	struct pollfd one = {fd, POLLIN, 0};

	return poll(&one, 1, 0) > 0;
}

/*
 * Reads what is there and feeds it as having come at reader->now.  What came
 * while the program was busy came all at once, as far as one can know: an
 * arrow that was cut in two by a slow drawing is still an arrow.
 */
static void
take_input(struct key_reader *reader)
{
	char bytes[4096];
	ssize_t n;

	take_signals(reader);
	while (!reader->gone && readable(reader->fd)) {
		n = read(reader->fd, bytes, sizeof(bytes));
		if (n > 0)
			key_parser_feed(reader->parser, bytes, (size_t)n,
				reader->now);
		else if (n == 0 || (errno != EINTR && errno != EAGAIN))
			reader->gone = true;
	}
	if (reader->gone && reader->leave == 0)
		reader->leave = SIGHUP;
}

static void
pass_time(struct key_reader *reader)
{
	reader->now = clock_ms();
	key_parser_tick(reader->parser, reader->now);
}

/* What is to be told now, most pressing first; false if nothing is. */
static bool
take_event(struct term *term, struct key_reader *reader,
	struct key_event *event)
{
	key_event_clear(event);
	if (reader->leave != 0) {
		event->kind = EVENT_SIGNAL;
		event->signal = reader->leave;
		reader->leave = 0;
		return true;
	}
	if (reader->stop) {
		reader->stop = false;
		term_suspend(term);
		reader->resize = true;
	}
	if (reader->resize) {
		reader->resize = false;
		term_resize(term, 0, 0);
		event->kind = EVENT_RESIZE;
		return true;
	}
	return key_parser_next(reader->parser, event);
}

/* Sleeps until a byte or a signal comes or the moment is there (-1 never). */
static void
sleep_until(struct key_reader *reader, int64_t moment)
{
	struct pollfd both[] = {
		{reader->fd, POLLIN, 0},
		{reader->pipe[0], POLLIN, 0},
	};
	int64_t ms = moment - reader->now;

	if (moment >= 0 && ms < 0)
		ms = 0;
	poll(both, N_ITEMS(both), moment < 0 ? -1 : (int)ms);
	reader->now = clock_ms();
	if (both[0].revents & POLLIN) /* else poll() had slept to the end */
		key_parser_hold(reader->parser, reader->now);
}

static int64_t
earlier(int64_t a, int64_t b)
{
	if (a < 0 || (b >= 0 && b < a))
		return b;
	return a;
}

static void
next_typed(struct term *term, struct key_reader *reader, int wait_ms,
	struct key_event *event)
{
	int64_t until = wait_ms < 0 ? -1 : clock_ms() + wait_ms;

	take_input(reader);
	for (;;) {
		if (take_event(term, reader, event))
			return;
		pass_time(reader);
		if (key_parser_has_event(reader->parser))
			continue;
		if (until >= 0 && reader->now >= until)
			return;
		term_flush(term);
		sleep_until(reader,
			earlier(until, key_parser_deadline(reader->parser)));
		take_input(reader);
	}
}

/*
 * Lets script time pass, but not beyond the moment at which the parser or the
 * caller wants to be called; returns how much has passed.
 */
static int
skip_ms(struct key_reader *reader, int ms, int64_t until)
{
	int64_t from = reader->now;
	int64_t target = earlier(from + ms,
		earlier(until, key_parser_deadline(reader->parser)));

	if (target > from)
		reader->now = target;
	key_parser_tick(reader->parser, reader->now);
	return (int)(reader->now - from);
}

static void
play_step(struct term *term, struct key_reader *reader, struct key_event *event,
	int64_t until)
{
	struct step *step = &reader->steps.steps.items[reader->n_played];

	switch (step->kind) {
	case STEP_BYTES:
		key_parser_feed(reader->parser, step->bytes.s,
			step->bytes.len, reader->now);
		skip_ms(reader, STEP_MS, -1);
		break;
	case STEP_WAIT:
		reader->waited_ms += skip_ms(reader,
			step->first - reader->waited_ms, until);
		if (reader->waited_ms < step->first)
			return;
		reader->waited_ms = 0;
		break;
	case STEP_RESIZE:
		term_resize(term, step->second, step->first);
		event->kind = EVENT_RESIZE;
		break;
	case STEP_SIGNAL:
		event->kind = EVENT_SIGNAL;
		event->signal = step->first;
		break;
	case STEP_CANCEL:
		break;
	case STEP_DUMP:
		if (reader->dump != NULL)
			reader->dump(reader->dump_data, step->bytes.s);
		break;
	}
	reader->n_played++;
}

/* A script that is over hangs up, when the last Esc has had its second. */
static void
next_played(struct term *term, struct key_reader *reader, int wait_ms,
	struct key_event *event)
{
	int64_t until = wait_ms < 0 ? -1 : reader->now + wait_ms;

	for (;;) {
		if (key_parser_next(reader->parser, event))
			return;
		if (until >= 0 && reader->now >= until)
			return;
		term_flush(term);
		if (reader->n_played < reader->steps.steps.n) {
			play_step(term, reader, event, until);
		} else if (key_parser_deadline(reader->parser) >= 0) {
			skip_ms(reader, KEY_PASTE_MS, until);
		} else {
			event->kind = EVENT_SIGNAL;
			event->signal = SIGHUP;
		}
		if (event->kind != EVENT_IDLE)
			return;
	}
}

void
key_next(struct term *term, int wait_ms, struct key_event *event)
{
	struct key_reader *reader = term_reader(term);

	key_event_clear(event);
	if (reader->fd < 0)
		next_played(term, reader, wait_ms, event);
	else
		next_typed(term, reader, wait_ms, event);
}

bool
key_pending(struct term *term)
{
	struct key_reader *reader = term_reader(term);

	if (reader->fd < 0)
		return false;
	take_input(reader);
	return reader->leave != 0 || reader->resize || reader->stop ||
		key_parser_has_event(reader->parser);
}

void
key_settle_esc(struct term *term)
{
	key_parser_settle_esc(term_reader(term)->parser);
}

static bool
cancelled_by_script(struct key_reader *reader)
{
	if (reader->n_played == reader->steps.steps.n ||
		reader->steps.steps.items[reader->n_played].kind != STEP_CANCEL)
		return false;
	reader->n_played++;
	return true;
}

bool
key_cancelled(struct term *term)
{
	struct key_reader *reader = term_reader(term);

	if (reader->fd < 0)
		return cancelled_by_script(reader);
	take_input(reader);
	pass_time(reader);
	return key_parser_take_cancel(reader->parser) || reader->leave != 0;
}

int64_t
key_now(struct term *term)
{
	struct key_reader *reader = term_reader(term);

	return reader->fd < 0 ? reader->now : clock_ms();
}

bool
key_script(struct term *term, const char *script,
	void (*dump)(void *data, const char *name), void *data, size_t *bad)
{
	struct key_reader *reader = term_reader(term);
	struct key_steps steps = KEY_STEPS_INIT;

	if (!key_steps_parse(&steps, script, bad)) {
		key_steps_clear(&steps);
		return false;
	}
	key_steps_clear(&reader->steps);
	reader->steps = steps;
	reader->n_played = 0;
	reader->waited_ms = 0;
	reader->dump = dump;
	reader->dump_data = data;
	return true;
}
