#include "cli/cli.h"

#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "cli/commands.h"

static const struct cli_command *const commands[] = {
	&cli_init_command,
	&cli_types_command,
	&cli_check_command,
	&cli_backup_command,
	&cli_restore_command,
};

enum { N_COMMANDS = sizeof(commands) / sizeof(commands[0]) };

const struct cli_command *
cli_find(const char *name)
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

/* One sentence; whoever wrote the name in it, the terminal stays unharmed. */
static void
say(const char *sentence)
{
	char *clean = text_clean_lines(sentence, strlen(sentence));

	fprintf(stderr, "%s\n", clean);
	free(clean);
}

int
cli_refuse(const struct err *err)
{
	say(err->text != NULL ? err->text : _("It could not be done."));
	return EXIT_REFUSED;
}

int
cli_usage(const struct cli_command *command)
{
	char *usage = xasprintf(_("Usage: ronghe %s %s"), command->name,
		command->usage);

	say(usage);
	free(usage);
	return EXIT_USAGE;
}

void
cli_print(const char *format, ...)
{
	va_list args;
	char *text, *clean;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	clean = isatty(STDOUT_FILENO) ? text_clean_lines(text, strlen(text))
				      : xstrdup(text);
	fputs(clean, stdout);
	free(clean);
	free(text);
}

/* Set by the handler of SIGINT; a signal can reach nothing else. */
static volatile sig_atomic_t interrupted;

static void
interrupt(int signal_number)
{
	(void)signal_number;
	interrupted = 1;
}

static void
show_progress(struct job *job, const char *step, uint64_t done, uint64_t total)
{
	(void)job;
	if (total > 0)
		fprintf(stderr, "\r%s %llu%%  ", step,
			(unsigned long long)(done * 100 / total));
	else
		fprintf(stderr, "\r%s %llu  ", step, (unsigned long long)done);
}

static void
show_warning(struct job *job, const char *sentence)
{
	(void)job;
	say(sentence);
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
	if (isatty(STDERR_FILENO))
		job->progress = show_progress;
	interrupted = 0;
	signal(SIGINT, interrupt);
}

void
cli_job_end(struct job *job)
{
	signal(SIGINT, SIG_DFL);
	if (job->progress != NULL)
		fprintf(stderr, "\r\033[K");
}
