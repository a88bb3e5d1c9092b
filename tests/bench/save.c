/*
 * Times what saving a member takes beside the disk's own flush:
 *
 *	save DATABASE
 *
 * saves a member, each time another one, and writes 4 KiB to a file beside the
 * database: prints the milliseconds of a save, then of a plain write, each the
 * median of N_SAVES.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/query.h"
#include "records/save.h"
#include "store/change.h"

enum {
	N_SAVES = 200,
	WRITE_SIZE = 4096,
};

static double
now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void
need(enum err_code code, const struct err *err)
{
	if (code == ERR_OK)
		return;
	fprintf(stderr, "%s\n", err->text);
	exit(1);
}

static void
save_one(struct store *store, int64_t id, int n)
{
	const struct change_info info = {.operator_name = "", .action = "form",
		.reason = ""};
	struct err err = ERR_INIT;
	struct record record;
	struct change *change;
	char remark[32];

	snprintf(remark, sizeof(remark), "%lld/%d", (long long)time(NULL), n);
	need(record_load(store, &member_type, id, &record, &err), &err);
	record_set(&record, "remark", remark);
	need(change_begin(store, &info, &change, &err), &err);
	need(record_save(change, &record, NULL, NULL, &err), &err);
	need(change_commit(change, &err), &err);
	record_clear(&record);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median(double *ms, size_t n)
{
	qsort(ms, n, sizeof(*ms), compare);
	return ms[n / 2];
}

static double
time_saves(struct store *store)
{
	double ms[N_SAVES];
	struct query query;
	struct query_page page;
	struct err err = ERR_INIT;

	query_init(&query, &member_type);
	need(query_load(store, &query, NULL, 0, NULL, 0, false, N_SAVES, &page,
		     &err), &err);
	for (int i = 0; i < N_SAVES && page.n > 0; i++) {
		double since = now_ms();

		save_one(store, page.rows[(size_t)i % page.n].id, i);
		ms[i] = now_ms() - since;
	}
	if (page.n == 0)
		exit(1);
	query_page_clear(&page);
	query_clear(&query);
	return median(ms, N_SAVES);
}

static double
time_writes(const char *database)
{
	static const char bytes[WRITE_SIZE];
	char *path = xasprintf("%s-plain", database);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	double ms[N_SAVES];

	for (int i = 0; i < N_SAVES; i++) {
		double since = now_ms();

		if (fd < 0 || pwrite(fd, bytes, sizeof(bytes),
				      (off_t)i * WRITE_SIZE) != WRITE_SIZE ||
			fdatasync(fd) != 0) {
			perror(path);
			exit(1);
		}
		ms[i] = now_ms() - since;
	}
	close(fd);
	unlink(path);
	free(path);
	return median(ms, N_SAVES);
}

int
main(int argc, char **argv)
{
	struct world world;
	struct store *store;
	struct err err = ERR_INIT;
	double ms;

	if (argc != 2) {
		fputs("usage: save DATABASE\n", stderr);
		return 2;
	}
	world_init(&world);
	need(store_open(argv[1], &world, 0, NULL, &store, &err), &err);
	record_register(store);
	ms = time_saves(store);
	printf("%.3f %.3f\n", ms, time_writes(argv[1]));
	store_close(store);
	world_clear(&world);
	return 0;
}
