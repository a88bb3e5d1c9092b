#include "exchange/printer.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { LOOK_EVERY_NS = 20 * 1000 * 1000, ANSWER_MAX = 2000 };

/* Margins in points: 28 and 37 mm; so many characters and lines an inch make
 * PAPER_COLS and PAPER_ROWS fill 156 by 225 mm, and PAPER_WIDE_COLS 225. */
static const char *const upright[] = {"lp", "-t", "ronghe", "-o", "media=A4",
	"-o", "page-left=79", "-o", "page-top=105", "-o", "page-right=73", "-o",
	"page-bottom=99", "-o", "cpi=9.1", "-o", "lpi=2.48", NULL};

static const char *const on_its_side[] = {"lp", "-t", "ronghe", "-o",
	"media=A4", "-o", "landscape", "-o", "page-left=99", "-o", "page-top=79", "-o",
	"page-right=105", "-o", "page-bottom=73", "-o", "cpi=14.9", "-o",
	"lpi=3.58", NULL};

/* Two files without names: what it reads, and what it says. */
struct pipe_files {
	int in;
	int out;
};

static bool
write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		}
	}
	return true;
}

static enum err_code
open_files(const struct paper *paper, struct pipe_files *files,
	struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	bool done;

	paper_join_pages(paper, "\n", &text);
	files->in = file_open_nameless();
	files->out = file_open_nameless();
	done = files->in >= 0 && files->out >= 0 &&
		write_all(files->in, text.s, text.len) &&
		lseek(files->in, 0, SEEK_SET) == 0;
	strbuf_clear(&text);
	if (done)
		return ERR_OK;
	return err_set(err, ERR_FILE,
		_("There is no room for a temporary file; save the document "
		  "instead and print it elsewhere."));
}

static void
close_files(struct pipe_files *files)
{
	if (files->in >= 0)
		close(files->in);
	if (files->out >= 0)
		close(files->out);
}

static void
read_answer(int fd, struct strbuf *answer)
{
	char bytes[ANSWER_MAX];
	ssize_t n = pread(fd, bytes, sizeof(bytes), 0);
	char *clean = text_clean(bytes, n > 0 ? (size_t)n : 0);
	size_t len = strlen(clean);

	while (len > 0 && clean[len - 1] == ' ')
		len--;
	strbuf_add_bytes(answer, clean, len);
	free(clean);
}

/* In a session of its own it finds no terminal to ask for a password on. */
static int
start(const struct world *world, const struct paper *paper,
	const struct pipe_files *files, pid_t *pid)
{
	char *home = xasprintf("HOME=%s", world->home);
	const char *const environment[] = {"PATH=/usr/bin:/bin",
		"LC_ALL=C.UTF-8", home, NULL};
	const char *const *arguments = paper->landscape ? on_its_side
							: upright;
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t all, none;
	int error;

	sigfillset(&all);
	sigemptyset(&none);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID |
		POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigdefault(&attributes, &all);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, files->in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, files->out, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, files->out, STDERR_FILENO);
	/* POSIX wants the arrays without const and does not write to them */
	error = posix_spawn(pid, world->printer, &actions, &attributes,
		(char *const *)arguments, (char *const *)environment);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	free(home);
	return error;
}

/* True where it ended; its status is then in *status. */
static bool
wait_for(pid_t pid, struct job *job, int *status)
{
	const struct timespec pause = {0, LOOK_EVERY_NS};
	pid_t ended;

	while ((ended = waitpid(pid, status, WNOHANG)) != pid) {
		if (ended < 0 && errno != EINTR)
			return false;
		job_progress(job, _("Printing"), 0, 0);
		if (job_cancelled(job)) {
			kill(pid, SIGTERM);
			waitpid(pid, status, 0);
			return false;
		}
		nanosleep(&pause, NULL);
	}
	return true;
}

static enum err_code
run(const struct world *world, const struct paper *paper,
	const struct pipe_files *files, struct job *job,
	struct strbuf *answer, struct err *err)
{
	int error, status;
	pid_t pid;

	error = start(world, paper, files, &pid);
	if (error != 0)
		return err_set(err, ERR_FILE, _("%s cannot be started: %s."),
			world->printer, strerror(error));
	if (!wait_for(pid, job, &status))
		return err_set(err, ERR_CANCELLED,
			_("Printing was given up."));
	read_answer(files->out, answer);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return ERR_OK;
	if (answer->len == 0)
		return err_set(err, ERR_FILE,
			_("The printer did not take it, and lp does not say "
			  "why."));
	return err_set(err, ERR_FILE,
		_("The printer did not take it, and lp says: %s"), answer->s);
}

enum err_code
printer_print(const struct world *world, const struct paper *paper,
	struct job *job, struct strbuf *answer, struct err *err)
{
	struct pipe_files files = {-1, -1};
	enum err_code code = open_files(paper, &files, err);

	if (code == ERR_OK)
		code = run(world, paper, &files, job, answer, err);
	close_files(&files);
	return code;
}
