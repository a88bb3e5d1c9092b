/*
 * The command line: ronghe COMMAND ….  A command is one file and exports one
 * constant; cli.c has the table of them.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "app.h"
#include "base/err.h"
#include "base/job.h"

enum {
	EXIT_DONE = 0,
	EXIT_REFUSED = 1, /* with one sentence on stderr */
	EXIT_USAGE = 2,
};

struct cli_command {
	const char *name;
	const char *usage; /* behind the name: "TYPE FILE|- [--dry-run]" */
	const char *help;  /* N_() one sentence */
	/* argc and argv are those after the global options; argv[0] is the
	 * command.  Returns an exit status. */
	int (*run)(struct app *app, int argc, char **argv);
};

/* Calls each for every command, in the order of the help. */
void
cli_each(void (*each)(void *data, const struct cli_command *command),
	void *data);

/* Runs the command that argv[0] names, or says that there is none; an exit
 * status. */
int
cli_run(struct app *app, int argc, char **argv);

/* What was typed behind the command, from the locale's encoding to UTF-8; on
 * the heap.  File names are not for this: they are bytes. */
char *
cli_text(const char *typed);

/* Says one sentence on stderr, cleaned if that is a terminal. */
void
cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says one sentence on stderr and returns EXIT_REFUSED. */
int
cli_refuse(const struct err *err);

/* The exit status for code: what err says is said, and err cleared.  What was
 * printed must have reached stdout, else that is the refusal. */
int
cli_end(enum err_code code, struct err *err);

/* Says how the command is used on stderr and returns EXIT_USAGE. */
int
cli_usage(const struct cli_command *command);

/* Writes text to stdout: cleaned and in the terminal's encoding if it is one,
 * else as it is. */
void
cli_print(const char *format, ...) __attribute__((format(printf, 1, 2)));

/*
 * Lets write put a file on standard output.  A terminal gets what it can bear:
 * write is then asked for plain UTF-8, whose lines are printed as everything
 * is.  What write returns.
 */
enum err_code
cli_put_output(enum err_code (*write)(void *data, bool plain, struct err *err),
	void *data, struct err *err);

/* A job that shows progress on stderr if that is a terminal, prints warnings
 * there, and is cancelled by Ctrl-C. */
void
cli_job_begin(struct job *job);

/* Takes the progress line away and the signal handler back. */
void
cli_job_end(struct job *job);

#endif
