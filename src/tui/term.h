/*
 * The terminal, on ncursesw: opening it and giving it back, and the one way
 * by which text reaches it.  Rows and columns count from 0 at the top left; a
 * place outside the screen is cut off, never an error.  Nothing shows before
 * term_flush(), which key_next() calls when it begins to wait.
 */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include <stdbool.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "tui/theme.h"

enum {
	TERM_MIN_ROWS = 12,
	TERM_MIN_COLS = 40,
};

struct term_settings {
	bool colour;         /* accents; theme_wants_colour() */
	bool ascii_borders;  /* + - | in place of line characters */
	bool ambiguous_wide; /* · — ① take two columns */
	bool slow_line;      /* draw as little as possible */
	bool printer;        /* one hangs on the terminal */
};

struct term;

/*
 * Takes the terminal on standard input and output over; LC_CTYPE must be set.
 * ERR_DENIED says in one sentence why it cannot: no terminal, or of a type
 * that is unknown here or cannot place the cursor.
 */
enum err_code
term_open(const struct term_settings *settings, struct term **out,
	struct err *err);

/* A terminal of that size that nobody sees; its keys come from key_script().
 * LC_CTYPE must be set here too. */
struct term *
term_open_headless(int rows, int cols, const struct term_settings *settings);

/* Gives the terminal back and frees it; takes NULL. */
void
term_close(struct term *term);

/*
 * Gives the terminal back as it was, whatever state the program is in, so that
 * a last sentence can be printed; may be called twice and without a terminal.
 * For xalloc_set_last_words() and before abort().
 */
void
term_last_words(void);

/* Gives the terminal back, stops the process (SIGSTOP) and takes the terminal
 * again when it goes on. */
void
term_suspend(struct term *term);

/* Gives the terminal back for another program and takes it again. */
void
term_leave(struct term *term);

void
term_return(struct term *term);

const struct term_settings *
term_settings(const struct term *term);

/* Changes the settings; the whole screen is painted again. */
void
term_set(struct term *term, const struct term_settings *settings);

int
term_rows(const struct term *term);

int
term_cols(const struct term *term);

/* Below TERM_MIN_ROWS x TERM_MIN_COLS: the main loop then shows one sentence
 * with term_draw_too_small() and draws nothing else. */
bool
term_too_small(const struct term *term);

void
term_draw_too_small(struct term *term);

/* Takes over a new size, with rows 0 the one that the terminal has now;
 * key_next() does it before it returns EVENT_RESIZE. */
void
term_resize(struct term *term, int rows, int cols);

/*
 * Writes text into exactly cols columns: cleaned (text_clean()), cut where a
 * cluster ends, padded with blanks.  Returns how many columns the text took.
 * Marks without a base character at the beginning do not show.
 */
int
term_put(struct term *term, int row, int col, int cols, const char *text,
	enum style style);

/* The same, but text that does not fit ends in a ~ in the last column. */
int
term_put_cut(struct term *term, int row, int col, int cols, const char *text,
	enum style style);

/* The same as term_put(), at the right end of the columns. */
int
term_put_right(struct term *term, int row, int col, int cols, const char *text,
	enum style style);

/* Blanks. */
void
term_fill(struct term *term, int row, int col, int rows, int cols,
	enum style style);

/* Empties the whole screen (a drawing begins with it). */
void
term_erase(struct term *term);

/* Lines and boxes, with line characters or, by setting, in wide ambiguous
 * width or where the terminal has none, with + - and |. */
void
term_hline(struct term *term, int row, int col, int cols);

void
term_vline(struct term *term, int row, int col, int rows);

/* A box of rows x cols at its outside; title may be NULL.  The inside is left
 * as it is. */
void
term_box(struct term *term, int row, int col, int rows, int cols,
	const char *title);

/* Where the cursor rests: always on what has the focus. */
void
term_cursor(struct term *term, int row, int col);

/* Sends what has changed since the last time; nothing if nothing has. */
void
term_flush(struct term *term);

/* The next term_flush() paints everything anew. */
void
term_redraw(struct term *term);

/* The window's title, cleaned, where the terminal is known to have one. */
void
term_title(struct term *term, const char *text);

/* True where text can be sent to a printer that hangs on the terminal: its
 * type knows how (mc5 and mc4 of terminfo), and the settings say so. */
bool
term_can_print(const struct term *term);

/* Sends clean text there, in the terminal's encoding, lines ended by CR LF;
 * form feeds turn the page. */
void
term_print(struct term *term, const char *text);

/*
 * Asks the terminal how wide it draws characters of ambiguous width; call once
 * after the first painting.  The answer comes as EVENT_WIDTH, some time or
 * never.
 */
void
term_ask_width(struct term *term);

/*
 * The screen as text, for tests: a line a row without the blanks at its end,
 * then "cursor ROW,COL" counted from 0.  Flush before.
 */
void
term_dump(struct term *term, struct strbuf *out);

/* The bytes that went to a headless terminal past curses: titles and
 * questions. */
const char *
term_sent(const struct term *term);

/* How many bytes went to a headless terminal through curses. */
long
term_n_sent(const struct term *term);

/* What a cell looks like: its style as text, for tests: "normal", "focus" …;
 * styles that look the same give the first name. */
const char *
term_style_name_at(struct term *term, int row, int col);

#endif
