/*
 * What every screen stands in: the stack of screens, the frame, the one loop.
 *
 * A screen is one file and exports one function that opens it; its struct
 * screen is static.  The loop turns events into actions by the live table of
 * the top screen, lets it handle them, and handles itself what comes back:
 * help, the menu of everything, redraw, back.
 */
#ifndef SCREENS_UI_H
#define SCREENS_UI_H

#include <stdbool.h>
#include <stdint.h>

#include "app.h"
#include "base/err.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "records/record.h"
#include "screens/daily_copy.h"
#include "tui/dialog.h"
#include "tui/keymap.h"
#include "tui/list.h"
#include "tui/rect.h"
#include "tui/status.h"

struct ui;

/* A command of the F9 menu besides the actions of the live table. */
struct ui_command {
	const char *word;    /* translated */
	const char *english; /* by which it is found as well */
	const char *help;    /* a translated sentence */
	void (*run)(struct ui *ui, void *state, int64_t argument);
	int64_t argument;
};

struct ui_commands {
	struct ui_command *items;
	size_t n;
	size_t size;
};

/* Appends a command; word and the sentence help are N_() and constant. */
void
ui_commands_add(struct ui_commands *commands, const char *word,
	const char *help,
	void (*run)(struct ui *ui, void *state, int64_t argument),
	int64_t argument);

/* The same, where the word is a term of the dictionary. */
void
ui_commands_add_term(struct ui_commands *commands, const struct term *term,
	const char *help,
	void (*run)(struct ui *ui, void *state, int64_t argument),
	int64_t argument);

/*
 * What a screen is.  state is what ui_open() was given; only draw, live, title
 * and close must be there.
 */
struct screen {
	/* Appends the words of line 1 that say where one is. */
	void (*title)(struct ui *ui, void *state, struct strbuf *out);
	/* N_() a page on what the thing is, for F1; "" none. */
	const char *(*help)(struct ui *ui, void *state);
	/* Fills in what works now. */
	void (*live)(struct ui *ui, void *state, struct keymap_live *live);
	void (*draw)(struct ui *ui, void *state, const struct rect *body);
	/* True: done.  False: the loop handles it. */
	bool (*handle)(struct ui *ui, void *state, enum action action,
		const struct key_event *event);
	/* Commands for F9. */
	void (*commands)(struct ui *ui, void *state,
		struct ui_commands *commands);
	/* The screen above has been closed: load anew what it may have
	 * changed. */
	void (*returned)(struct ui *ui, void *state);
	/* About once a second while nothing is typed, and when tick_by is there;
	 * changed: another process has written. */
	void (*tick)(struct ui *ui, void *state, bool changed);
	/* Behind the screen that is shown, until a key comes: what nobody
	 * waits for, such as counting.  The store stops then with
	 * ERR_CANCELLED, and it is called again later.  True: there is
	 * something new to be drawn. */
	bool (*work)(struct ui *ui, void *state);
	/* The terminal is about to go: keep what was typed.  No questions. */
	void (*keep)(struct ui *ui, void *state);
	void (*close)(struct ui *ui, void *state);
};

struct ui_frame {
	const struct screen *screen;
	void *state;
};

struct ui {
	struct app *app;
	struct status status;
	struct strbuf clip;
	struct dialog_host host; /* for dialog_*() and progress_init() */
	VEC(struct ui_frame) frames;
	char *office;      /* name of the office, for line 1 */
	int64_t n_drafts;  /* that wait on Home */
	int64_t saved;     /* the record that a form saved last, until a list
	                      has shown it; 0 none */
	char *last_folder; /* where a file was chosen last, "" */
	bool leaving;      /* the loop ends when the event has been handled */
	int signal;        /* that asked to leave, 0 none */
	bool waits;        /* for its turn to write, and says so */
	bool unkept;       /* what was typed last could not be kept */
	int64_t tick_by;   /* key_now() by which what was typed is to be kept,
	                      whatever stands before the screen; 0 nothing */
	struct daily_copy copy; /* of today, while it is made */
};

/* app->term is open. */
void
ui_init(struct ui *ui, struct app *app);

/* Lets all screens keep what was typed. */
void
ui_keep(struct ui *ui);

/* Closes all screens, letting them keep what was typed. */
void
ui_close_screens(struct ui *ui);

/* The same, and frees what ui owns. */
void
ui_clear(struct ui *ui);

/* Shows a screen on top; the stack owns state and closes it. */
void
ui_open(struct ui *ui, const struct screen *screen, void *state);

/* Closes the top screen and tells the one below. */
void
ui_back(struct ui *ui);

/* Runs until ui->leaving or no screen is left. */
void
ui_run(struct ui *ui);

/* Runs until ui->leaving or only the n lowest screens are left: for a choice
 * in the middle of which a form is filled in. */
void
ui_run_above(struct ui *ui, size_t n);

/* Lets the top screen, or else the loop, do what the action says. */
void
ui_act(struct ui *ui, enum action action, const struct key_event *event);

/* All that works now on the top screen. */
void
ui_live(struct ui *ui, struct keymap_live *live);

/* Puts the sentence of err on the message line and empties err. */
void
ui_fail(struct ui *ui, struct err *err);

/* As list_handle(); why rows cannot be shown is put on the message line. */
enum list_result
ui_list_handle(struct ui *ui, struct list *list, enum action action,
	const struct key_event *event);

/* The columns as they are called in the language of now: from has N_() names. */
void
ui_name_columns(const struct list_column *from, size_t n,
	struct list_column *out);

/* Puts a sentence on the message line. */
void
ui_say(struct ui *ui, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/*
 * Draws a text wrapped at the top of the rectangle, on at most most rows, and
 * takes them off it.
 */
void
ui_draw_text(struct term *term, struct rect *rect, int most, const char *text,
	enum style style);

/* True, with the sentence on the message line, where nothing can be written. */
bool
ui_is_read_only(struct ui *ui);

/* Reads office, drafts and operator anew for the frame. */
void
ui_refresh_frame(struct ui *ui);

/* The head of a change by whoever types. */
struct change_info
ui_change_info(struct ui *ui, const char *action, const char *reason);

#endif
