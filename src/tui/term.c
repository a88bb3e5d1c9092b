#include "tui/term.h"

#include <assert.h>
#include <curses.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "tui/key_reader.h"
#include "tui/term_private.h"

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define TITLE_PUSH "\033[22;2t"
#define TITLE_POP "\033[23;2t"
/* Row 3, column 1; · ; where is the cursor now?  Then back to where it was. */
#define WIDTH_BEGIN "\0337\033[3;1H"
#define WIDTH_END "\033[6n\0338"

enum {
	AMBIGUOUS = 0xb7, /* · */
	WIDTH_ROW = 2,    /* where WIDTH_BEGIN goes, counted from 0 */
};

/* Terminals that are known to have a title, by how their types begin. */
static const char *const titled_types[] = {
	"xterm", "putty", "rxvt", "tmux", "screen", "vte", "gnome", "konsole",
	"alacritty", "kitty", "foot", "st-", "mintty",
};

static bool
has_title(const char *type)
{
	for (size_t i = 0; type != NULL && i < N_ITEMS(titled_types); i++)
		if (strncmp(type, titled_types[i], strlen(titled_types[i])) ==
			0)
			return true;
	return false;
}

static void
write_all(const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(STDOUT_FILENO, bytes, len);

		if (n < 0 && errno != EINTR)
			return;
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		}
	}
}

/* Past curses, which has nothing in its buffer between two flushes. */
static void
send_bytes(struct term *term, const char *bytes)
{
	if (term->nowhere != NULL)
		strbuf_add(&term->sent, bytes);
	else
		write_all(bytes, strlen(bytes));
}

static bool
has_capability(const char *name)
{
	const char *value = tigetstr(name);

	return value != NULL && value != (const char *)-1;
}

/* What both kinds of terminal need once curses is there. */
static struct term *
set_up(SCREEN *screen, FILE *nowhere, const struct term_settings *settings)
{
	struct term *term = xcalloc(1, sizeof(*term));

	term->screen = screen;
	term->nowhere = nowhere;
	term->settings = *settings;
	raw();
	noecho();
	nonl();
	idlok(stdscr, TRUE);
	term->colour = theme_start(settings->colour);
	text_set_ambiguous_wide(settings->ambiguous_wide);
	strbuf_init(&term->sent);
	term->reader = key_reader_new(nowhere != NULL ? -1 : STDIN_FILENO);
	return term;
}

enum err_code
term_open(const struct term_settings *settings, struct term **out,
	struct err *err)
{
	const char *type = getenv("TERM");
	SCREEN *screen;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(err, ERR_DENIED,
			_("The screens need a terminal for input and output; "
			  "without one use the commands, see --help."));
	screen = newterm(NULL, stdout, stdin);
	if (screen != NULL && !has_capability("cup")) {
		endwin();
		delscreen(screen);
		screen = NULL;
	}
	if (screen == NULL)
		return err_set(err, ERR_DENIED,
			_("Screens cannot be drawn on the terminal type "
			  "\"%s\"; set TERM to the type of your terminal, "
			  "for example TERM=xterm."),
			type != NULL ? type : "");
	*out = set_up(screen, NULL, settings);
	if ((*out)->reader == NULL) {
		term_close(*out);
		return err_set(err, ERR_FILE,
			_("This program has too many files open."));
	}
	(*out)->titled = has_title(type);
	(*out)->asks = has_capability("u7");
	if ((*out)->titled)
		send_bytes(*out, TITLE_PUSH);
	send_bytes(*out, PASTE_ON);
	return ERR_OK;
}

struct term *
term_open_headless(int rows, int cols, const struct term_settings *settings)
{
	FILE *nowhere = tmpfile();
	SCREEN *screen;
	struct term *term;

	assert(nowhere != NULL);
	screen = newterm("xterm-256color", nowhere, nowhere);
	assert(screen != NULL);
	term = set_up(screen, nowhere, settings);
	term->titled = term->asks = true;
	resize_term(rows, cols);
	return term;
}

void
term_close(struct term *term)
{
	if (term == NULL)
		return;
	if (!isendwin()) {
		send_bytes(term, PASTE_OFF);
		if (term->titled)
			send_bytes(term, TITLE_POP);
		endwin();
	}
	key_reader_free(term->reader);
	delscreen(term->screen);
	if (term->nowhere != NULL)
		fclose(term->nowhere);
	strbuf_clear(&term->sent);
	free(term->title);
	free(term);
}

/* curses itself keeps which terminal is open, so that this needs nothing. */
void
term_last_words(void)
{
	if (stdscr == NULL || isendwin())
		return;
	if (isatty(STDOUT_FILENO))
		write_all(PASTE_OFF, strlen(PASTE_OFF));
	endwin();
}

void
term_leave(struct term *term)
{
	send_bytes(term, PASTE_OFF);
	endwin();
}

void
term_return(struct term *term)
{
	clearok(curscr, TRUE);
	term_flush(term);
	send_bytes(term, PASTE_ON);
}

void
term_suspend(struct term *term)
{
	term_leave(term);
	raise(SIGSTOP);
	term_return(term);
}

const struct term_settings *
term_settings(const struct term *term)
{
	return &term->settings;
}

void
term_set(struct term *term, const struct term_settings *settings)
{
	term->settings = *settings;
	term->colour = theme_start(settings->colour);
	text_set_ambiguous_wide(settings->ambiguous_wide);
	term_redraw(term);
}

struct key_reader *
term_reader(struct term *term)
{
	return term->reader;
}

int
term_rows(const struct term *term)
{
	(void)term;
	return LINES;
}

int
term_cols(const struct term *term)
{
	(void)term;
	return COLS;
}

void
term_resize(struct term *term, int rows, int cols)
{
	struct winsize size;

	(void)term;
	if (rows == 0) {
		if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
			size.ws_row == 0 || size.ws_col == 0)
			return;
		rows = size.ws_row;
		cols = size.ws_col;
	}
	resize_term(rows, cols);
	clearok(curscr, TRUE);
}

void
term_cursor(struct term *term, int row, int col)
{
	term->row = row;
	term->col = col;
}

int
term_within(int place, int n)
{
	if (place >= n)
		place = n - 1;
	return place < 0 ? 0 : place;
}

void
term_flush(struct term *term)
{
	move(term_within(term->row, LINES), term_within(term->col, COLS));
	wnoutrefresh(stdscr);
	doupdate();
}

void
term_redraw(struct term *term)
{
	(void)term;
	clearok(curscr, TRUE);
}

/* Clean text in the terminal's own encoding, appended. */
static void
encode(const char *s, struct strbuf *out)
{
	wchar_t *wide = term_to_wide(s, strlen(s));
	char bytes[MB_LEN_MAX];
	mbstate_t shift = {0};

	for (const wchar_t *c = wide; *c != L'\0'; c++) {
		size_t n = wcrtomb(bytes, *c, &shift);

		if (n != (size_t)-1)
			strbuf_add_bytes(out, bytes, n);
	}
	free(wide);
}

void
term_title(struct term *term, const char *text)
{
	struct strbuf out = STRBUF_INIT;
	char *clean;

	if (!term->titled ||
		(term->title != NULL && strcmp(term->title, text) == 0))
		return;
	free(term->title);
	term->title = xstrdup(text);
	clean = text_clean(text, strlen(text));
	strbuf_add(&out, "\033]2;");
	encode(clean, &out);
	strbuf_add(&out, "\a");
	send_bytes(term, out.s);
	strbuf_clear(&out);
	free(clean);
}

bool
term_can_print(const struct term *term)
{
	return term->settings.printer && has_capability("mc5") &&
		has_capability("mc4");
}

void
term_print(struct term *term, const char *text)
{
	struct strbuf out = STRBUF_INIT, encoded = STRBUF_INIT;

	encode(text, &encoded);
	strbuf_add(&out, tigetstr("mc5"));
	for (const char *s = encoded.s; *s != '\0'; s++) {
		if (*s == '\n')
			strbuf_add_char(&out, '\r');
		strbuf_add_char(&out, *s);
	}
	strbuf_add(&out, tigetstr("mc4"));
	send_bytes(term, out.s);
	strbuf_clear(&encoded);
	strbuf_clear(&out);
}

void
term_ask_width(struct term *term)
{
	struct strbuf out = STRBUF_INIT;
	char ambiguous[5] = "";

	if (!term->asks || LINES <= WIDTH_ROW)
		return;
	term_flush(term);
	text_put_char(AMBIGUOUS, ambiguous);
	strbuf_add(&out, WIDTH_BEGIN);
	encode(ambiguous, &out);
	strbuf_add(&out, WIDTH_END);
	send_bytes(term, out.s);
	strbuf_clear(&out);
	wredrawln(stdscr, WIDTH_ROW, 1);
}

const char *
term_sent(const struct term *term)
{
	return term->sent.s;
}

long
term_n_sent(const struct term *term)
{
	return (long)lseek(fileno(term->nowhere), 0, SEEK_CUR);
}
