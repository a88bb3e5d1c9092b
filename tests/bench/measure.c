/*
 * Runs a program and writes what it took to a file: seconds that passed, seconds
 * of the processor and the peak of its memory in KiB.
 *
 *	measure -o FILE COMMAND…
 *	measure -o FILE -t TEXT [-k KEYS] COMMAND…
 *
 * With -t the program runs on a terminal of its own (24 lines of 80 columns),
 * is sent the keys once it has drawn something, and is ended as soon as it
 * has shown TEXT: the time up to then counts.  Ends with the status of the
 * program, or 0 where TEXT was seen.
 */
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How long a screen is waited for. */
#define PATIENCE_MS 60000

struct terminal {
	int fd;
	const char *text;
	const char *keys; /* not yet sent, or NULL */
	char seen[1 << 16]; /* the end of what was written */
	size_t len;
};

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int
fail(const char *what)
{
	perror(what);
	return 2;
}

/* Adds what was read, letting the older half go where there is no room. */
static void
keep(struct terminal *terminal, const char *bytes, size_t len)
{
	size_t half = sizeof(terminal->seen) / 2;

	if (terminal->len + len > sizeof(terminal->seen)) {
		memmove(terminal->seen, terminal->seen + terminal->len - half,
			half);
		terminal->len = half;
	}
	memcpy(terminal->seen + terminal->len, bytes, len);
	terminal->len += len;
}

static bool
send_keys(struct terminal *terminal)
{
	const char *keys = terminal->keys;

	terminal->keys = NULL;
	return keys == NULL ||
		write(terminal->fd, keys, strlen(keys)) == (ssize_t)strlen(keys);
}

/* Reads until the text has been seen; false where the program ends before. */
static bool
wait_for_text(struct terminal *terminal)
{
	struct pollfd wait = {.fd = terminal->fd, .events = POLLIN};
	char bytes[4096];
	ssize_t n;

	while (poll(&wait, 1, PATIENCE_MS) > 0) {
		n = read(terminal->fd, bytes, sizeof(bytes));
		if (n <= 0)
			return false;
		keep(terminal, bytes, (size_t)n);
		if (memmem(terminal->seen, terminal->len, terminal->text,
			    strlen(terminal->text)) != NULL)
			return true;
		if (!send_keys(terminal))
			return false;
	}
	return false;
}

static double
in_seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* Waits for the program and writes what it took; its status. */
static int
report(pid_t child, double seconds, const char *path)
{
	FILE *file = fopen(path, "w");
	struct rusage usage;
	int status;

	if (wait4(child, &status, 0, &usage) < 0)
		return fail("wait4");
	if (file == NULL)
		return fail(path);
	fprintf(file, "%.4f %.4f %ld\n", seconds,
		in_seconds(usage.ru_utime) + in_seconds(usage.ru_stime),
		usage.ru_maxrss);
	if (fclose(file) != 0)
		return fail(path);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

static int
run_plain(const char *path, char **command)
{
	double since = now();
	siginfo_t info;
	pid_t child = fork();

	if (child < 0)
		return fail("fork");
	if (child == 0) {
		execvp(command[0], command);
		_exit(fail(command[0]));
	}
	if (waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT) < 0)
		return fail("waitid");
	return report(child, now() - since, path);
}

static int
run_on_terminal(const char *text, const char *keys, const char *path,
	char **command)
{
	const struct winsize size = {.ws_row = 24, .ws_col = 80};
	static struct terminal terminal;
	double since = now();
	pid_t child = forkpty(&terminal.fd, NULL, NULL, &size);
	bool seen;

	if (child < 0)
		return fail("forkpty");
	if (child == 0) {
		execvp(command[0], command);
		_exit(fail(command[0]));
	}
	terminal.text = text;
	terminal.keys = keys;
	seen = wait_for_text(&terminal);
	since = now() - since;
	kill(child, SIGKILL);
	report(child, since, path);
	if (!seen)
		fprintf(stderr, "“%s” was never shown\n", text);
	return seen ? 0 : 1;
}

int
main(int argc, char **argv)
{
	const char *text = NULL, *keys = NULL, *path = NULL;
	int option;

	while ((option = getopt(argc, argv, "+o:t:k:")) != -1) {
		if (option == 't')
			text = optarg;
		else if (option == 'o')
			path = optarg;
		else if (option == 'k')
			keys = optarg;
		else
			return 2;
	}
	if (path == NULL || optind == argc)
		return 2;
	return text != NULL ? run_on_terminal(text, keys, path, argv + optind)
			    : run_plain(path, argv + optind);
}
