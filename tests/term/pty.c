/*
 * Runs a program in a pseudo-terminal and plays a script from standard input
 * to it, for what a terminal in a terminal cannot show: which bytes come, and
 * when they are sent.
 *
 *	pty [-s COLSxROWS] [-o FILE] COMMAND ARGUMENTS... <SCRIPT
 *
 * A line of the script is a word and, after one blank, its argument:
 *
 *	expect TEXT    reads until TEXT has come since the last expect
 *	type TEXT      sends TEXT
 *	wait MS        lets time pass before what is sent next
 *	soon MS        the same, of bytes of one key: where the next were not
 *	               sent soon enough, the computer was too busy and the
 *	               script is to be played again
 *	still MS       reads until the program, if it was sent something, waits
 *	               again and nothing has come for so long
 *	count NAME     prints NAME and the bytes that came since the last count
 *	wakes NAME     prints NAME and how often the program has gone to sleep
 *	               since the last wakes
 *	hang up        closes the terminal
 *	kill           kills the program (SIGKILL)
 *	end            waits until the program has ended by itself with status 0
 *
 * In TEXT stands %1b for the byte 1b; all else stands for itself, so that a
 * script can be in any encoding whose hanzi have no byte '%'.  FILE receives
 * every byte that came.  The exit status is 0, or 1 with a sentence on
 * standard error where the program did otherwise, or 2 for a wrong script,
 * or 3 where the computer was too busy.
 */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/strbuf.h"

enum {
	LIMIT_MS = 30 * 1000, /* for whatever a program may take its time for */
	SHOWN_MAX = 3000,     /* bytes shown where something did not come */
	EXIT_WRONG = 1,
	EXIT_SCRIPT = 2,
	EXIT_BUSY = 3,
	SOON_MS = 90, /* bytes of one key are less than 100 ms apart */
};

struct session {
	int master; /* -1 once it is closed */
	pid_t pid;  /* 0 once it has ended */
	bool over;  /* the other side of the terminal is closed */
	struct strbuf came;
	size_t expected; /* up to here, by the last expect */
	size_t counted;  /* up to here, by the last count */
	long slept;      /* how often, up to the last wakes */
	int64_t sent_at; /* what was sent last */
	bool soon;       /* what is sent next is to come soon after that */
	long slept_then; /* up to the last type; -1 none since the last still */
	FILE *record;    /* or NULL */
};

static int64_t
clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The program must not outlive a script that fails. */
static void
end_program(struct session *session)
{
	if (session->pid != 0) {
		kill(session->pid, SIGKILL);
		waitpid(session->pid, NULL, 0);
	}
	session->pid = 0;
}

static void __attribute__((noreturn, format(printf, 2, 3)))
fail(struct session *session, const char *format, ...)
{
	size_t from = session->came.len > SHOWN_MAX
		? session->came.len - SHOWN_MAX : 0;
	va_list args;

	end_program(session);
	va_start(args, format);
	vwarnx(format, args);
	va_end(args);
	fprintf(stderr, "the last bytes that came:\n");
	for (size_t i = from; i < session->came.len; i++) {
		unsigned char c = (unsigned char)session->came.s[i];

		fprintf(stderr, c < ' ' || c == 0x7f ? "%%%02x" : "%c", c);
	}
	fprintf(stderr, "\n");
	exit(EXIT_WRONG);
}

/* Takes what there is to read. */
static void
take(struct session *session)
{
	char bytes[4096];
	ssize_t n = read(session->master, bytes, sizeof(bytes));

	if (n > 0) {
		strbuf_add_bytes(&session->came, bytes, (size_t)n);
		if (session->record != NULL)
			fwrite(bytes, 1, (size_t)n, session->record);
	} else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
		session->over = true;
	}
}

/* Waits until the terminal can do one of events (of poll) or the moment is
 * there; takes what comes. */
static void
wait_for(struct session *session, short events, int64_t until)
{
	struct pollfd one = {session->master, (short)(events | POLLIN), 0};
	int64_t ms = until - clock_ms();

	if (session->over)
		one.fd = -1;
	if (poll(&one, 1, ms > 0 ? (int)ms : 0) > 0 &&
		one.revents & (POLLIN | POLLHUP | POLLERR))
		take(session);
}

/* Text with the bytes that %XX stands for. */
static void
spell(const char *text, struct strbuf *out)
{
	while (*text != '\0') {
		unsigned byte;
		int len = 0;

		if (*text != '%') {
			strbuf_add_char(out, *text++);
			continue;
		}
		if (sscanf(text, "%%%2x%n", &byte, &len) != 1 || len != 3)
			errx(EXIT_SCRIPT, "two digits must follow %%: %s", text);
		strbuf_add_char(out, (char)byte);
		text += len;
	}
}

static void
do_expect(struct session *session, const char *argument)
{
	int64_t until = clock_ms() + LIMIT_MS;
	struct strbuf wanted = STRBUF_INIT;
	const char *from, *found;

	spell(argument, &wanted);
	for (;;) {
		from = session->came.s + session->expected;
		found = memmem(from, session->came.len - session->expected,
			wanted.s, wanted.len);
		if (found != NULL)
			break;
		if (session->over || clock_ms() >= until)
			fail(session, "“%s” did not come", argument);
		wait_for(session, 0, until);
	}
	session->expected = (size_t)(found - session->came.s) + wanted.len;
	strbuf_clear(&wanted);
}

/* How often the program has waited for something, by what Linux says of it. */
static long
times_slept(struct session *session)
{
	char path[64], line[128];
	FILE *file;
	long n = -1;

	snprintf(path, sizeof(path), "/proc/%ld/status", (long)session->pid);
	file = fopen(path, "r");
	if (file == NULL)
		fail(session, "%s cannot be read", path);
	while (n < 0 && fgets(line, sizeof(line), file) != NULL)
		(void)sscanf(line, "voluntary_ctxt_switches: %ld", &n);
	fclose(file);
	return n;
}

static void
do_type(struct session *session, const char *argument)
{
	int64_t until = clock_ms() + LIMIT_MS;
	struct strbuf bytes = STRBUF_INIT;
	int64_t begin = clock_ms();
	size_t done = 0;

	spell(argument, &bytes);
	session->slept_then = times_slept(session);
	while (done < bytes.len) {
		ssize_t n = write(session->master, bytes.s + done,
			bytes.len - done);

		if (n > 0)
			done += (size_t)n;
		else if (errno != EAGAIN && errno != EINTR)
			fail(session, "“%s” cannot be sent", argument);
		else if (clock_ms() >= until)
			fail(session, "the program does not read");
		else
			wait_for(session, POLLOUT, until);
	}
	strbuf_clear(&bytes);
	if (session->soon && clock_ms() - session->sent_at > SOON_MS) {
		end_program(session);
		exit(EXIT_BUSY);
	}
	session->soon = false;
	session->sent_at = begin;
}

static void
do_wait(struct session *session, const char *argument)
{
	int64_t until = clock_ms() + atol(argument);

	while (!session->over && clock_ms() < until)
		wait_for(session, 0, until);
}

static void
do_soon(struct session *session, const char *argument)
{
	session->soon = true;
	do_wait(session, argument);
}

/* What still comes now and then is not still. */
static void
do_still(struct session *session, const char *argument)
{
	int64_t until = clock_ms() + LIMIT_MS;
	size_t before;

	while (session->slept_then >= 0 && !session->over &&
		times_slept(session) == session->slept_then) {
		if (clock_ms() >= until)
			fail(session, "the program does not read");
		wait_for(session, 0, clock_ms() + 1);
	}
	session->slept_then = -1;
	do {
		if (clock_ms() >= until)
			fail(session, "bytes come on and on");
		before = session->came.len;
		do_wait(session, argument);
	} while (session->came.len != before);
}

static void
do_count(struct session *session, const char *argument)
{
	printf("%s %zu\n", argument, session->came.len - session->counted);
	session->counted = session->came.len;
}

static void
do_wakes(struct session *session, const char *argument)
{
	long n = times_slept(session);

	printf("%s %ld\n", argument, n - session->slept);
	session->slept = n;
}

static void
do_hang_up(struct session *session, const char *argument)
{
	(void)argument;
	close(session->master);
	session->master = -1;
	session->over = true;
}

static void
do_kill(struct session *session, const char *argument)
{
	(void)argument;
	end_program(session);
}

static void
do_end(struct session *session, const char *argument)
{
	int64_t until = clock_ms() + LIMIT_MS;
	int status = 0;

	(void)argument;
	while (waitpid(session->pid, &status, WNOHANG) == 0) {
		if (clock_ms() >= until)
			fail(session, "the program does not end");
		wait_for(session, 0, clock_ms() + 20);
	}
	session->pid = 0;
	if (WIFSIGNALED(status))
		fail(session, "the program died of signal %d",
			WTERMSIG(status));
	if (WEXITSTATUS(status) != 0)
		fail(session, "the program ended with status %d",
			WEXITSTATUS(status));
}

static const struct order {
	const char *word;
	void (*run)(struct session *session, const char *argument);
} orders[] = {
	{"expect", do_expect},
	{"type", do_type},
	{"wait", do_wait},
	{"soon", do_soon},
	{"still", do_still},
	{"count", do_count},
	{"wakes", do_wakes},
	{"hang", do_hang_up},
	{"kill", do_kill},
	{"end", do_end},
};

static void
obey(struct session *session, char *line)
{
	char *argument = line + strcspn(line, " ");

	if (*argument == ' ')
		*argument++ = '\0';
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		if (strcmp(orders[i].word, line) == 0) {
			orders[i].run(session, argument);
			return;
		}
	end_program(session);
	errx(EXIT_SCRIPT, "no order “%s”", line);
}

static void
run_child(const char *slave, char **command)
{
	int fd;

	setsid();
	fd = open(slave, O_RDWR);
	if (fd < 0 || ioctl(fd, TIOCSCTTY, 0) < 0)
		err(EXIT_SCRIPT, "%s", slave);
	for (int to = 0; to <= 2; to++)
		dup2(fd, to);
	if (fd > 2)
		close(fd);
	execvp(command[0], command);
	err(EXIT_SCRIPT, "%s", command[0]);
}

static void
start(struct session *session, const struct winsize *size, char **command)
{
	const char *slave;

	session->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (session->master < 0 || grantpt(session->master) < 0 ||
		unlockpt(session->master) < 0 ||
		ioctl(session->master, TIOCSWINSZ, size) < 0)
		err(EXIT_SCRIPT, "no pseudo-terminal");
	slave = ptsname(session->master);
	session->pid = fork();
	if (session->pid < 0)
		err(EXIT_SCRIPT, "fork");
	if (session->pid == 0)
		run_child(slave, command);
	if (fcntl(session->master, F_SETFL, O_NONBLOCK) < 0)
		err(EXIT_SCRIPT, "fcntl");
}

int
main(int argc, char **argv)
{
	struct session session = {.came = STRBUF_INIT, .slept_then = -1};
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	char *line = NULL;
	size_t room = 0;
	ssize_t len;
	int option;

	while ((option = getopt(argc, argv, "+s:o:")) != -1) {
		if (option == 's' && sscanf(optarg, "%hux%hu", &size.ws_col,
					     &size.ws_row) == 2)
			continue;
		if (option != 'o' ||
			(session.record = fopen(optarg, "a")) == NULL)
			errx(EXIT_SCRIPT, "bad -%c", option);
	}
	if (optind == argc)
		errx(EXIT_SCRIPT, "no command");
	start(&session, &size, argv + optind);
	while ((len = getline(&line, &room, stdin)) > 0) {
		line[len - (line[len - 1] == '\n')] = '\0';
		obey(&session, line);
	}
	end_program(&session);
	if (session.record != NULL)
		fclose(session.record);
	strbuf_clear(&session.came);
	free(line);
	return 0;
}
