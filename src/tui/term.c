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
	SECOND_HALF = 2,  /* how curses marks that cell of a wide character */
};

struct term {
	SCREEN *screen;
	FILE *nowhere; /* a headless terminal's; NULL for a real one */
	struct term_settings settings;
	bool colour; /* wanted and there */
	bool titled; /* the terminal has a title */
	bool asks;   /* it can be asked where the cursor is */
	char *title;
	int row, col; /* of the cursor */
	struct key_reader *reader;
	struct strbuf sent;
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
	FILE *nowhere = fopen("/dev/null", "r+");
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

bool
term_too_small(const struct term *term)
{
	return term_rows(term) < TERM_MIN_ROWS ||
		term_cols(term) < TERM_MIN_COLS;
}

void
term_draw_too_small(struct term *term)
{
	char *sentence = xasprintf(
		_("This window is too small; make it at least %d columns "
		  "wide and %d rows high. Nothing is lost."),
		TERM_MIN_COLS, TERM_MIN_ROWS);
	const char *at = sentence;

	term_erase(term);
	for (int row = 0; row < LINES && *at != '\0'; row++) {
		size_t len = text_fit(at, (size_t)COLS, NULL);
		char *line = xstrndup(at, len);

		term_put(term, row, 0, COLS, line, STYLE_NORMAL);
		free(line);
		if (len == 0)
			break;
		at += len;
	}
	term_cursor(term, 0, 0);
	free(sentence);
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

/* A cursor outside the screen rests at its nearest edge. */
static int
within(int place, int n)
{
	if (place >= n)
		place = n - 1;
	return place < 0 ? 0 : place;
}

void
term_flush(struct term *term)
{
	move(within(term->row, LINES), within(term->col, COLS));
	wnoutrefresh(stdscr);
	doupdate();
}

void
term_redraw(struct term *term)
{
	(void)term;
	clearok(curscr, TRUE);
}

void
term_erase(struct term *term)
{
	(void)term;
	attrset(A_NORMAL);
	erase();
}

/* A character that the terminal's encoding does not have is shown as ?, as
 * many as it takes columns. */
static size_t
put_wide(uint32_t c, wchar_t *out)
{
	char bytes[MB_LEN_MAX];
	mbstate_t shift = {0};
	int cols;

	if (wcrtomb(bytes, (wchar_t)c, &shift) != (size_t)-1) {
		out[0] = (wchar_t)c;
		return 1;
	}
	cols = text_char_cols(c);
	for (int i = 0; i < cols; i++)
		out[i] = L'?';
	return cols > 0 ? (size_t)cols : 0;
}

/* The first len bytes of clean text as wide characters, without marks that
 * have no base; on the heap. */
static wchar_t *
to_wide(const char *s, size_t len)
{
	wchar_t *wide = xcalloc(2 * len + 1, sizeof(*wide));
	size_t n = 0, n_bytes;

	for (size_t at = 0; at < len; at += n_bytes) {
		uint32_t c = text_char(s + at, &n_bytes);

		if (n > 0 || text_char_cols(c) > 0)
			n += put_wide(c, wide + n);
	}
	return wide;
}

/*
 * Blanks a wide character that stands across the border left of a place: half
 * of it is about to be covered, and curses would leave the other half.
 */
static void
part_wide(int row, int col)
{
	cchar_t cell;

	if (row < 0 || row >= LINES || col <= 0 || col >= COLS ||
		mvin_wch(row, col, &cell) == ERR ||
		(cell.attr & A_CHARTEXT) < SECOND_HALF)
		return;
	mvaddwstr(row, col - 1, L"  ");
}

/* Draws len bytes of clean text, which take used columns, and blanks after
 * them up to cols. */
static void
draw(struct term *term, int row, int col, int cols, const char *s, size_t len,
	int used, enum style style)
{
	wchar_t *wide = to_wide(s, len);

	part_wide(row, col);
	part_wide(row, col + cols);
	attrset((int)theme_attributes(style, term->colour));
	mvaddwstr(row, col, wide);
	if (used < cols)
		mvhline(row, col + used, ' ', cols - used);
	attrset(A_NORMAL);
	free(wide);
}

/* Cuts the columns off at the screen's edge; false where nothing is left. */
static bool
clip(int row, int col, int *cols)
{
	if (row < 0 || row >= LINES || col < 0 || col >= COLS)
		return false;
	if (*cols > COLS - col)
		*cols = COLS - col;
	return *cols > 0;
}

int
term_put(struct term *term, int row, int col, int cols, const char *text,
	enum style style)
{
	char *clean;
	size_t len, used;

	if (!clip(row, col, &cols))
		return 0;
	clean = text_clean(text, strlen(text));
	len = text_fit(clean, (size_t)cols, &used);
	draw(term, row, col, cols, clean, len, (int)used, style);
	free(clean);
	return (int)used;
}

int
term_put_cut(struct term *term, int row, int col, int cols, const char *text,
	enum style style)
{
	char *clean;
	size_t len, used;

	if (!clip(row, col, &cols))
		return 0;
	clean = text_clean(text, strlen(text));
	len = text_fit(clean, (size_t)cols, &used);
	if (clean[len] != '\0') {
		len = text_fit(clean, (size_t)cols - 1, &used);
		draw(term, row, col, cols - 1, clean, len, (int)used, style);
		draw(term, row, col + cols - 1, 1, "~", 1, 1, style);
		used = (size_t)cols;
	} else {
		draw(term, row, col, cols, clean, len, (int)used, style);
	}
	free(clean);
	return (int)used;
}

int
term_put_right(struct term *term, int row, int col, int cols, const char *text,
	enum style style)
{
	char *clean = text_clean(text, strlen(text));
	size_t used;
	int blanks;

	text_fit(clean, cols > 0 ? (size_t)cols : 0, &used);
	blanks = cols - (int)used;
	free(clean);
	term_fill(term, row, col, 1, blanks, style);
	return term_put(term, row, col + blanks, (int)used, text, style);
}

void
term_fill(struct term *term, int row, int col, int rows, int cols,
	enum style style)
{
	for (int i = 0; i < rows; i++)
		term_put(term, row + i, col, cols, "", style);
}

/* Line characters are of ambiguous width. */
static bool
is_ascii(const struct term *term)
{
	return term->settings.ascii_borders || text_ambiguous_wide();
}

void
term_hline(struct term *term, int row, int col, int cols)
{
	if (!clip(row, col, &cols))
		return;
	part_wide(row, col);
	part_wide(row, col + cols);
	if (is_ascii(term))
		mvhline(row, col, '-', cols);
	else
		mvhline_set(row, col, WACS_HLINE, cols);
}

void
term_vline(struct term *term, int row, int col, int rows)
{
	if (row < 0 || row >= LINES || col < 0 || col >= COLS || rows <= 0)
		return;
	for (int i = row; i < row + rows; i++) {
		part_wide(i, col);
		part_wide(i, col + 1);
	}
	if (is_ascii(term))
		mvvline(row, col, '|', rows);
	else
		mvvline_set(row, col, WACS_VLINE, rows);
}

static void
put_corner(struct term *term, int row, int col, const cchar_t *corner)
{
	if (row < 0 || row >= LINES || col < 0 || col >= COLS)
		return;
	if (is_ascii(term))
		mvaddch(row, col, '+');
	else
		mvadd_wch(row, col, corner);
}

void
term_box(struct term *term, int row, int col, int rows, int cols,
	const char *title)
{
	int bottom = row + rows - 1, right = col + cols - 1;
	char *clean;
	size_t title_cols;

	if (rows < 2 || cols < 2)
		return;
	term_hline(term, row, col, cols);
	term_hline(term, bottom, col, cols);
	term_vline(term, row, col, rows);
	term_vline(term, row, right, rows);
	put_corner(term, row, col, WACS_ULCORNER);
	put_corner(term, row, right, WACS_URCORNER);
	put_corner(term, bottom, col, WACS_LLCORNER);
	put_corner(term, bottom, right, WACS_LRCORNER);
	if (title == NULL || *title == '\0' || cols < 8)
		return;
	clean = xasprintf(" %s ", title);
	title_cols = text_cols(clean);
	if (title_cols > (size_t)cols - 4)
		title_cols = (size_t)cols - 4;
	term_put_cut(term, row, col + 2, (int)title_cols, clean, STYLE_TITLE);
	free(clean);
}

/* Clean text in the terminal's own encoding, appended. */
static void
encode(const char *s, struct strbuf *out)
{
	wchar_t *wide = to_wide(s, strlen(s));
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

/* Appends what a cell shows and returns how many columns it takes. */
static int
dump_cell(int row, int col, struct strbuf *out)
{
	wchar_t chars[CCHARW_MAX + 1];
	cchar_t cell;
	attr_t attributes;
	short pair;
	char utf8[4];
	int cols;

	if (mvwin_wch(newscr, row, col, &cell) == ERR ||
		getcchar(&cell, chars, &attributes, &pair, NULL) == ERR)
		return 1;
	for (size_t i = 0; chars[i] != L'\0'; i++)
		strbuf_add_bytes(out, utf8,
			text_put_char((uint32_t)chars[i], utf8));
	cols = text_char_cols((uint32_t)chars[0]);
	return cols > 1 ? cols : 1;
}

void
term_dump(struct term *term, struct strbuf *out)
{
	for (int row = 0; row < LINES; row++) {
		size_t begin = out->len;

		for (int col = 0; col < COLS;)
			col += dump_cell(row, col, out);
		while (out->len > begin && out->s[out->len - 1] == ' ')
			strbuf_truncate(out, out->len - 1);
		strbuf_add_char(out, '\n');
	}
	strbuf_addf(out, "cursor %d,%d\n", within(term->row, LINES),
		within(term->col, COLS));
}

const char *
term_sent(const struct term *term)
{
	return term->sent.s;
}

const char *
term_style_name_at(struct term *term, int row, int col)
{
	const attr_t shown = A_BOLD | A_UNDERLINE | A_REVERSE | A_DIM;
	wchar_t chars[CCHARW_MAX + 1];
	cchar_t cell;
	attr_t attributes;
	short pair;

	if (mvwin_wch(newscr, row, col, &cell) == ERR ||
		getcchar(&cell, chars, &attributes, &pair, NULL) == ERR)
		return "";
	attributes = (attributes & shown) | COLOR_PAIR(pair);
	for (enum style style = 0; style < STYLE_N; style++)
		if (attributes == theme_attributes(style, term->colour))
			return theme_name(style);
	return "";
}
