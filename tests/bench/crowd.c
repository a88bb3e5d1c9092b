/*
 * Many processes that save single records into one database at the same time.
 *
 *	crowd [-n PROCESSES] [-c SAVES | -s SECONDS] [-p THINK_MS] [-m MEMBERS]
 *	      [-t] DATABASE
 *
 * Each saves members again and again, so many times or so long, and thinks
 * before each save for up to twice THINK_MS (none).  All choose among the same
 * first MEMBERS (1000) and count in their remarks: where somebody else was
 * quicker (ERR_STALE) the record is read anew, so that in the end all remarks
 * together say how many saves there were.  -t leaves the program's own lock
 * out, which leaves SQLite's busy_timeout.
 *
 * Prints how many saves there were, how many of them the remarks have lost, how
 * many came too late and how many failed, then saves and late ones in a second,
 * and what each took in milliseconds: median, 99th percentile, longest.
 */
#include <err.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/query.h"
#include "records/save.h"
#include "store/change.h"

enum {
	MEMBERS_USUAL = 1000,
	TIMES_MAX = 1 << 20, /* all processes together */
};

struct options {
	int n_processes;
	long n_saves; /* of each process; 0: for so many seconds */
	double seconds;
	long think_ms;
	size_t n_members;
	const char *path;
};

/* What all processes share. */
struct board {
	double start; /* when all begin; 0: not yet */
	long n_ready;
	long n_saved;
	long n_late;
	long n_failed;
	long n_times;
	float ms[TIMES_MAX];
};

static bool lock_is_left_out;

enum err_code
__real_file_lock_wait(struct file_lock *lock, bool (*go_on)(void *data),
	void *data, struct err *err);
enum err_code
__wrap_file_lock_wait(struct file_lock *lock, bool (*go_on)(void *data),
	void *data, struct err *err);

enum err_code
__wrap_file_lock_wait(struct file_lock *lock, bool (*go_on)(void *data),
	void *data, struct err *err)
{
	return lock_is_left_out ? ERR_OK
		: __real_file_lock_wait(lock, go_on, data, err);
}

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
pause_for(double seconds)
{
	struct timespec time = {(time_t)seconds,
		(long)((seconds - (double)(time_t)seconds) * 1e9)};

	nanosleep(&time, NULL);
}

static void
need(enum err_code code, const struct err *err)
{
	if (code != ERR_OK)
		errx(1, "%s", err->text);
}

static struct store *
open_store(const char *path, struct world *world)
{
	struct err err = ERR_INIT;
	struct store *store;

	world_init(world);
	need(store_open(path, world, 0, NULL, &store, &err), &err);
	record_register(store);
	return store;
}

static void
load_members(struct store *store, size_t n, struct query_page *page)
{
	struct err err = ERR_INIT;
	struct query query;

	query_init(&query, &member_type);
	need(query_load(store, &query, NULL, 0, NULL, 0, false, n, page,
		     &err), &err);
	query_clear(&query);
	if (page->n == 0)
		errx(1, "there are no members");
}

/* What the remarks of all of them say. */
static long
count_remarks(const struct options *options)
{
	struct err err = ERR_INIT;
	struct query_page page;
	struct record record;
	struct world world;
	struct store *store = open_store(options->path, &world);
	long n = 0;

	load_members(store, options->n_members, &page);
	for (size_t i = 0; i < page.n; i++) {
		need(record_load(store, &member_type, page.rows[i].id, &record,
			     &err), &err);
		n += strtol(record_get(&record, "remark"), NULL, 10);
		record_clear(&record);
	}
	query_page_clear(&page);
	store_close(store);
	world_clear(&world);
	return n;
}

static enum err_code
save(struct store *store, struct record *record, struct err *err)
{
	const struct change_info info = {.operator_name = "", .action = "form",
		.reason = ""};
	struct change *change;
	enum err_code code = change_begin(store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	return change_end(change, record_save(change, record, NULL, NULL, err),
		err);
}

/* Adds one to the remark; true where it was saved. */
static bool
save_one(struct store *store, int64_t id, struct board *board)
{
	struct err err = ERR_INIT;
	struct record record;
	enum err_code code;
	char remark[24];
	double since;
	long place;

	need(record_load(store, &member_type, id, &record, &err), &err);
	snprintf(remark, sizeof(remark), "%ld",
		strtol(record_get(&record, "remark"), NULL, 10) + 1);
	record_set(&record, "remark", remark);
	since = now();
	code = save(store, &record, &err);
	place = __atomic_fetch_add(&board->n_times, 1, __ATOMIC_SEQ_CST);
	if (place < TIMES_MAX)
		board->ms[place] = (float)((now() - since) * 1e3);
	if (code == ERR_OK)
		__atomic_add_fetch(&board->n_saved, 1, __ATOMIC_SEQ_CST);
	else if (code == ERR_STALE)
		__atomic_add_fetch(&board->n_late, 1, __ATOMIC_SEQ_CST);
	else
		__atomic_add_fetch(&board->n_failed, 1, __ATOMIC_SEQ_CST);
	record_clear(&record);
	err_clear(&err);
	return code == ERR_OK;
}

static void
work(const struct options *options, struct board *board, unsigned seed)
{
	struct query_page page;
	struct world world;
	struct store *store = open_store(options->path, &world);
	double start;
	long n = 0;

	load_members(store, options->n_members, &page);
	__atomic_add_fetch(&board->n_ready, 1, __ATOMIC_SEQ_CST);
	do {
		pause_for(1e-3);
		__atomic_load(&board->start, &start, __ATOMIC_SEQ_CST);
	} while (start == 0);
	while (options->n_saves > 0 ? n < options->n_saves
				    : now() < start + options->seconds) {
		if (options->think_ms > 0)
			pause_for((double)(rand_r(&seed) %
				(2 * options->think_ms)) / 1e3);
		n += save_one(store, page.rows[(size_t)rand_r(&seed) %
			page.n].id, board);
	}
	query_page_clear(&page);
	store_close(store);
	world_clear(&world);
}

/* How long all of it took; a process that ends otherwise counts as failed. */
static double
run(const struct options *options, struct board *board)
{
	double start;
	int status;

	for (int i = 0; i < options->n_processes; i++) {
		pid_t child = fork();

		if (child < 0)
			err(1, "fork");
		if (child == 0) {
			work(options, board, (unsigned)i + 1);
			_exit(0);
		}
	}
	while (__atomic_load_n(&board->n_ready, __ATOMIC_SEQ_CST) <
			options->n_processes &&
		waitpid(-1, &status, WNOHANG) == 0)
		pause_for(1e-3);
	start = now();
	__atomic_store(&board->start, &start, __ATOMIC_SEQ_CST);
	while (wait(&status) > 0)
		board->n_failed += status != 0;
	return now() - start;
}

static int
compare(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

static void
report(struct board *board, double seconds, long n_counted)
{
	long n = board->n_times < TIMES_MAX ? board->n_times : TIMES_MAX;

	if (n == 0)
		errx(1, "nothing was saved");
	qsort(board->ms, (size_t)n, sizeof(*board->ms), compare);
	printf("saved %ld lost %ld late %ld failed %ld rate %.1f"
	       " median %.3f most %.3f longest %.3f\n",
		board->n_saved, board->n_saved - n_counted, board->n_late,
		board->n_failed, (double)board->n_times / seconds, (double)board->ms[n / 2],
		(double)board->ms[n - 1 - n / 100], (double)board->ms[n - 1]);
}

static void
read_options(int argc, char **argv, struct options *options)
{
	int option;

	while ((option = getopt(argc, argv, "n:c:s:p:m:t")) != -1)
		if (option == 'n')
			options->n_processes = atoi(optarg);
		else if (option == 'c')
			options->n_saves = atol(optarg);
		else if (option == 's')
			options->seconds = strtod(optarg, NULL);
		else if (option == 'p')
			options->think_ms = atol(optarg);
		else if (option == 'm')
			options->n_members = (size_t)atol(optarg);
		else if (option == 't')
			lock_is_left_out = true;
		else
			exit(2);
	if (optind != argc - 1)
		errx(2, "one database is wanted");
	options->path = argv[optind];
}

int
main(int argc, char **argv)
{
	struct options options = {.n_processes = 1, .seconds = 1,
		.n_members = MEMBERS_USUAL};
	struct board *board;
	double seconds;
	long before;

	read_options(argc, argv, &options);
	board = mmap(NULL, sizeof(*board), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (board == MAP_FAILED)
		err(1, "mmap");
	before = count_remarks(&options);
	seconds = run(&options, board);
	report(board, seconds, count_remarks(&options) - before);
	munmap(board, sizeof(*board));
	return 0;
}
