#include "cli/cli.h"

#include <getopt.h>
#include <inttypes.h>
#include <langinfo.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/enc.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cli/commands.h"

static const struct cli_command *const commands[] = {
	&cli_init_command,
	&cli_types_command,
	&cli_import_command,
	&cli_export_command,
	&cli_report_command,
	&cli_print_command,
	&cli_find_command,
	&cli_show_command,
	&cli_history_command,
	&cli_undo_command,
	&cli_redo_command,
	&cli_merge_command,
	&cli_unmerge_command,
	&cli_check_command,
	&cli_backup_command,
	&cli_restore_command,
};

enum { N_COMMANDS = sizeof(commands) / sizeof(commands[0]) };

static const struct cli_command *
find_command(const char *name)
{
	for (size_t i = 0; i < N_COMMANDS; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

void
cli_each(void (*each)(void *data, const struct cli_command *command),
	void *data)
{
	for (size_t i = 0; i < N_COMMANDS; i++)
		each(data, commands[i]);
}

static bool
is_utf8_locale(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

char *
cli_text(const char *typed)
{
	struct enc_decoder *decoder;
	struct strbuf text = STRBUF_INIT;
	bool is_whole;

	if (is_utf8_locale())
		return xstrdup(typed);
	decoder = enc_decoder_new(ENC_GB18030);
	is_whole = enc_feed(decoder, typed, strlen(typed), &text, NULL) ==
		ERR_OK && enc_end(decoder, NULL) == ERR_OK;
	enc_decoder_free(decoder);
	if (is_whole)
		return strbuf_detach(&text);
	strbuf_clear(&text);
	return xstrdup(typed);
}

/*
 * What may reach a terminal, in its encoding: no control but tabs and line
 * ends, whoever wrote the name in it.
 */
static void
add_clean(const char *text, struct strbuf *out)
{
	struct strbuf clean = STRBUF_INIT;

	while (*text != '\0') {
		size_t len = strcspn(text, "\t");
		char *piece = text_clean_lines(text, len);

		strbuf_add(&clean, piece);
		free(piece);
		text += len;
		if (*text == '\t')
			strbuf_add_char(&clean, *text++);
	}
	if (is_utf8_locale() ||
		enc_encode(ENC_GB18030, false, clean.s, clean.len, out, NULL) !=
			ERR_OK)
		strbuf_add_bytes(out, clean.s, clean.len);
	strbuf_clear(&clean);
}

static void
put(FILE *file, const char *text)
{
	struct strbuf clean = STRBUF_INIT;

	if (!isatty(fileno(file))) {
		fputs(text, file);
		return;
	}
	add_clean(text, &clean);
	fwrite(clean.s, 1, clean.len, file);
	strbuf_clear(&clean);
}

void
cli_print(const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	put(stdout, text);
	free(text);
}

enum err_code
cli_put_output(enum err_code (*write)(void *data, bool plain, struct err *err),
	void *data, struct err *err)
{
	FILE *file;
	int terminal;
	char *line = NULL;
	size_t size = 0;
	enum err_code code = ERR_FILE;

	if (!isatty(STDOUT_FILENO))
		return write(data, false, err);
	file = tmpfile();
	terminal = dup(STDOUT_FILENO);
	if (file == NULL || terminal < 0 ||
		dup2(fileno(file), STDOUT_FILENO) < 0) {
		err_set(err, ERR_FILE,
			_("No temporary file can be made; export into a file "
			  "instead."));
	} else {
		code = write(data, true, err);
		dup2(terminal, STDOUT_FILENO);
		rewind(file);
		while (code == ERR_OK && getline(&line, &size, file) > 0) {
			line[strcspn(line, "\r\n")] = '\0';
			cli_print("%s\n", line);
		}
	}
	free(line);
	if (terminal >= 0)
		close(terminal);
	if (file != NULL)
		fclose(file);
	return code;
}

void
cli_say(const char *format, ...)
{
	va_list args;
	char *text, *clean, *line;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	clean = text_clean(text, strlen(text));
	line = xasprintf("%s\n", clean);
	fflush(stdout);
	put(stderr, line);
	free(line);
	free(clean);
	free(text);
}

int
cli_refuse(const struct err *err)
{
	cli_say("%s", err->text != NULL ? err->text
					: _("It could not be done."));
	return EXIT_REFUSED;
}

int
cli_end(enum err_code code, struct err *err)
{
	int status = EXIT_DONE;

	if ((fflush(stdout) != 0 || ferror(stdout)) && code == ERR_OK)
		code = err_set(err, ERR_FILE,
			_("Not everything could be written to the standard "
			  "output; see whether the disk is full."));
	if (code != ERR_OK)
		status = cli_refuse(err);
	err_clear(err);
	return status;
}

int
cli_usage(const struct cli_command *command)
{
	cli_say(_("Usage: ronghe %s %s"), command->name, command->usage);
	return EXIT_USAGE;
}

int
cli_run(struct app *app, int argc, char **argv)
{
	const struct cli_command *command = find_command(argv[0]);
	struct err err = ERR_INIT;

	if (command == NULL) {
		cli_say(_("There is no command “%s”; ronghe --help lists "
			  "them."), argv[0]);
		return EXIT_USAGE;
	}
	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		cli_print(_("Usage: ronghe %s %s\n%s\n"), command->name,
			command->usage, _(command->help));
		return cli_end(ERR_OK, &err);
	}
	optind = 0; /* main has read the options before the command */
	opterr = 0;
	return command->run(app, argc, argv);
}

/* Set by the handler of SIGINT; a signal can reach nothing else. */
static volatile sig_atomic_t interrupted;

static void
interrupt(int signal_number)
{
	(void)signal_number;
	interrupted = 1;
}

/* When the work began and when it was last shown, in milliseconds. */
struct showing {
	int64_t begun;
	int64_t shown;
	const char *step; /* that was shown */
};

enum { SHOW_AFTER_MS = 1000, SHOW_EVERY_MS = 100 };

static int64_t
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Only for what takes more than a second, and not at every row. */
static void
show_progress(struct job *job, const char *step, uint64_t done, uint64_t total)
{
	struct showing *showing = job->data;
	int64_t now = milliseconds();
	char *line;

	if (now - showing->begun < SHOW_AFTER_MS ||
		(now - showing->shown < SHOW_EVERY_MS &&
			showing->step == step))
		return;
	showing->shown = now;
	showing->step = step;
	if (total > 0)
		line = xasprintf("%s %" PRIu64 "%%", step, done * 100 / total);
	else
		line = xasprintf("%s %" PRIu64, step, done);
	fputs("\r\033[K", stderr);
	put(stderr, line);
	free(line);
}

static void
show_warning(struct job *job, const char *sentence)
{
	(void)job;
	cli_say("%s", sentence);
}

static bool
was_interrupted(struct job *job)
{
	(void)job;
	return interrupted != 0;
}

void
cli_job_begin(struct job *job)
{
	*job = (struct job){.warn = show_warning, .cancelled = was_interrupted};
	if (isatty(STDERR_FILENO)) {
		struct showing *showing = xcalloc(1, sizeof(*showing));

		showing->begun = milliseconds();
		job->data = showing;
		job->progress = show_progress;
	}
	interrupted = 0;
	signal(SIGINT, interrupt);
}

void
cli_job_end(struct job *job)
{
	struct showing *showing = job->data;

	signal(SIGINT, SIG_DFL);
	if (showing != NULL && showing->shown > 0)
		fputs("\r\033[K", stderr);
	free(showing);
}
