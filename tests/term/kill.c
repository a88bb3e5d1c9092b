/*
 * Types into a form, kills the program in the midst of it and looks whether
 * what was typed is there again: nothing that is older than a second may be
 * missing.
 *
 *	kill [-n RUNS] [-j JOBS] [-s SEED] DATABASE PROGRAM ARGUMENTS...
 *
 * Each run has a copy of the database, which the program gets behind its
 * arguments as -d FILE, and a seed of its own, which says what is typed, how
 * fast, and when the program is killed (SIGKILL): 0 to 1,500 ms behind the last
 * key.  Even runs type a new member's name, odd ones the remark of the first.
 * A key is as old as the first thing that came on the screen after it.
 *
 * Prints how many runs there were, how many keys were old enough to be there and
 * in how many runs one was missing; the status is 0 where none was.
 */
#include <err.h>
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "base/xalloc.h"

enum {
	LIMIT_MS = 30 * 1000, /* for whatever a program may take its time for */
	SECOND_MS = 1000,
	KEYS_MIN = 3,
	KEYS_MORE = 8,
	GAP_MS = 400,  /* between two keys, at most */
	LAST_MS = 1500, /* behind the last one, at most */
	KEYS_MAX = KEYS_MIN + KEYS_MORE,
};

/* What all jobs add to. */
struct sums {
	int n_runs;
	int n_keys; /* that had to be there */
	int n_bad;
};

struct run {
	uint32_t seed;
	char **command; /* with the database */
	int fd;         /* the terminal of the program */
	pid_t pid;
	struct strbuf came;
	size_t seen; /* up to here something was waited for */
	char typed[KEYS_MAX + 1];
	int64_t seen_at[KEYS_MAX]; /* 0: nothing came since that key */
	size_t n_typed;
};

static int64_t
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Below n, from the seed: a linear congruential generator (Numerical
 * Recipes' constants). */
static uint32_t
draw(struct run *run, uint32_t n)
{
	run->seed = run->seed * 1664525u + 1013904223u;
	return (uint32_t)((uint64_t)run->seed * n >> 32);
}

static void
begin(struct run *run)
{
	const struct winsize size = {.ws_row = 24, .ws_col = 80};

	strbuf_reset(&run->came);
	run->seen = 0;
	run->pid = forkpty(&run->fd, NULL, NULL, &size);
	if (run->pid < 0)
		err(2, "forkpty");
	if (run->pid == 0) {
		execv(run->command[0], run->command);
		err(2, "%s", run->command[0]);
	}
}

static void
end(struct run *run)
{
	kill(run->pid, SIGKILL);
	waitpid(run->pid, NULL, 0);
	close(run->fd);
}

/* Reads what comes up to that moment, or until something came; false at the
 * end of the program. */
static bool
read_until(struct run *run, int64_t until, bool until_any)
{
	struct pollfd one = {run->fd, POLLIN, 0};
	int64_t left;
	char bytes[4096];
	ssize_t n;

	while ((left = until - now_ms()) > 0) {
		if (poll(&one, 1, (int)left) <= 0)
			continue;
		n = read(run->fd, bytes, sizeof(bytes));
		if (n <= 0)
			return false;
		strbuf_add_bytes(&run->came, bytes, (size_t)n);
		for (size_t i = run->n_typed; i-- > 0 && run->seen_at[i] == 0;)
			run->seen_at[i] = now_ms();
		if (until_any)
			return true;
	}
	return true;
}

/* True where the text comes behind what was seen last. */
static bool
sees(struct run *run, const char *text)
{
	int64_t until = now_ms() + LIMIT_MS;
	const char *found;

	do {
		found = memmem(run->came.s + run->seen,
			run->came.len - run->seen, text, strlen(text));
		if (found != NULL) {
			run->seen = (size_t)(found - run->came.s) +
				strlen(text);
			return true;
		}
	} while (now_ms() < until && read_until(run, until, true));
	return false;
}

static void
type(const struct run *run, const char *keys)
{
	if (write(run->fd, keys, strlen(keys)) != (ssize_t)strlen(keys))
		err(2, "the terminal");
}

/* A key or a whole way, and what it brings on the screen. */
struct step {
	const char *keys;
	const char *seen;
};

static bool
walk(struct run *run, const struct step *steps, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		type(run, steps[i].keys);
		if (!sees(run, steps[i].seen)) {
			fprintf(stderr, "“%s” did not come\n", steps[i].seen);
			return false;
		}
	}
	return true;
}

/* To where it is typed. */
static bool
go_to_field(struct run *run, bool is_name)
{
	static const struct step to_name[] = {
		{"", "各项工作"}, {"1", "公民身份号码"}, {"\016", "姓名首字母"},
	};
	static const struct step to_remark[] = {
		{"", "各项工作"}, {"1", "公民身份号码"},
		{"\r", "与身份证一致"}, {"\033[6~", "入党日期"},
		{"\033[6~", "流动党员"}, {"\033[B\033[B\r", "查找"},
	};

	return is_name ? walk(run, to_name, 3) : walk(run, to_remark, 6);
}

/* Letters that follow one another, so that each place tells which it is. */
static void
type_letters(struct run *run)
{
	size_t n = KEYS_MIN + draw(run, KEYS_MORE);
	char first = (char)('a' + (int)draw(run, 26 - KEYS_MAX));

	for (size_t i = 0; i < n; i++) {
		run->typed[i] = (char)(first + (int)i);
		run->typed[i + 1] = '\0';
		run->n_typed = i + 1;
		type(run, run->typed + i);
		(void)read_until(run, now_ms() + (i + 1 < n
			? draw(run, GAP_MS) : draw(run, LAST_MS)), false);
	}
}

/* How many keys must be there after a kill now. */
static size_t
n_old(const struct run *run)
{
	int64_t now = now_ms();
	size_t n = 0;

	while (n < run->n_typed && run->seen_at[n] != 0 &&
		now - run->seen_at[n] > SECOND_MS)
		n++;
	return n;
}

/* Takes the draft up from Home; true where its first n keys are shown. */
static bool
resume(struct run *run, size_t n)
{
	static const struct step steps[] = {
		{"", "草稿"}, {"", "各项工作"}, {"\033[1~\r", "接着填"},
		{"\r", "未保存"},
	};
	char *wanted = xstrndup(run->typed, n);
	bool good;

	run->n_typed = 0;
	begin(run);
	good = walk(run, steps, sizeof(steps) / sizeof(steps[0])) &&
		sees(run, wanted);
	end(run);
	free(wanted);
	return good;
}

static void
run_once(struct run *run, uint32_t seed, bool is_name, struct sums *sums)
{
	bool good;
	size_t n;

	run->seed = seed * 2654435761u;
	run->n_typed = 0;
	memset(run->seen_at, 0, sizeof(run->seen_at));
	begin(run);
	good = go_to_field(run, is_name);
	if (good)
		type_letters(run);
	n = n_old(run);
	end(run);
	if (good && n > 0)
		good = resume(run, n);
	__atomic_add_fetch(&sums->n_runs, 1, __ATOMIC_SEQ_CST);
	__atomic_add_fetch(&sums->n_keys, (int)n, __ATOMIC_SEQ_CST);
	if (good)
		return;
	__atomic_add_fetch(&sums->n_bad, 1, __ATOMIC_SEQ_CST);
	fprintf(stderr, "seed %u: %s, of which %zu must be there\n", seed,
		run->typed, n);
}

static void
copy(const char *from, const char *to)
{
	struct strbuf bytes = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct file_out *out;

	if (file_read(from, SIZE_MAX, &bytes, &err) != ERR_OK ||
		file_out_open(to, true, &out, &err) != ERR_OK ||
		file_out_write(out, bytes.s, bytes.len, &err) != ERR_OK ||
		file_out_commit(out, &err) != ERR_OK)
		errx(2, "%s", err.text);
	strbuf_clear(&bytes);
}

static void
remove_all(const char *path)
{
	static const char *const suffixes[] = {"", "-wal", "-shm", "-lock",
		"-session", "-drafts", "-drafts-wal", "-drafts-shm"};

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		char *one = xasprintf("%s%s", path, suffixes[i]);

		unlink(one);
		free(one);
	}
}

/* The runs from first on, each n_jobs apart. */
static void
work(char **argv, int first, int n_jobs, int n_runs, uint32_t seed,
	struct sums *sums)
{
	const char *database = argv[0];
	struct run run = {.came = STRBUF_INIT};
	size_t n = 0;
	char *path = xasprintf("%s-%d", database, first);

	while (argv[n + 1] != NULL)
		n++;
	run.command = xcalloc(n + 3, sizeof(*run.command));
	memcpy(run.command, argv + 1, n * sizeof(*run.command));
	run.command[n] = xstrdup("-d");
	run.command[n + 1] = path;
	for (int i = first; i < n_runs; i += n_jobs) {
		copy(database, path);
		run_once(&run, seed + (uint32_t)i, i % 2 == 0, sums);
		remove_all(path);
	}
}

int
main(int argc, char **argv)
{
	int option, n_runs = 40, n_jobs = 8;
	uint32_t seed = 1;
	struct sums *sums = mmap(NULL, sizeof(*sums), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	while ((option = getopt(argc, argv, "+n:j:s:")) != -1)
		if (option == 'n')
			n_runs = atoi(optarg);
		else if (option == 'j')
			n_jobs = atoi(optarg);
		else if (option == 's')
			seed = (uint32_t)strtoul(optarg, NULL, 10);
		else
			return 2;
	if (argc - optind < 2 || sums == MAP_FAILED)
		errx(2, "a database and a program are wanted");
	for (int i = 0; i < n_jobs; i++)
		if (fork() == 0) {
			work(argv + optind, i, n_jobs, n_runs, seed, sums);
			_exit(0);
		}
	while (wait(NULL) > 0)
		;
	printf("runs %d keys %d bad %d\n", sums->n_runs, sums->n_keys,
		sums->n_bad);
	return sums->n_runs == n_runs && sums->n_bad == 0 ? 0 : 1;
}
