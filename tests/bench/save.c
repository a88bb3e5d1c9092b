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

#include "timing.h"

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
	timing_need(record_load(store, &member_type, id, &record, &err), &err);
	record_set(&record, "remark", remark);
	timing_need(change_begin(store, &info, &change, &err), &err);
	timing_need(record_save(change, &record, NULL, NULL, &err), &err);
	timing_need(change_commit(change, &err), &err);
	record_clear(&record);
}

static double
time_saves(struct store *store)
{
	double ms[N_SAVES];
	struct query query;
	struct query_page page;
	struct err err = ERR_INIT;

	query_init(&query, &member_type);
	timing_need(query_load(store, &query, NULL, 0, NULL, 0, false, N_SAVES,
		&page, &err), &err);
	for (int i = 0; i < N_SAVES && page.n > 0; i++) {
		double since = timing_ms();

		save_one(store, page.rows[(size_t)i % page.n].id, i);
		ms[i] = timing_ms() - since;
	}
	if (page.n == 0)
		exit(1);
	query_page_clear(&page);
	query_clear(&query);
	return timing_median(ms, N_SAVES);
}

static double
time_writes(const char *database)
{
	static const char bytes[WRITE_SIZE];
	char *path = xasprintf("%s-plain", database);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	double ms[N_SAVES];

	for (int i = 0; i < N_SAVES; i++) {
		double since = timing_ms();

		if (fd < 0 || pwrite(fd, bytes, sizeof(bytes),
				      (off_t)i * WRITE_SIZE) != WRITE_SIZE ||
			fdatasync(fd) != 0) {
			perror(path);
			exit(1);
		}
		ms[i] = timing_ms() - since;
	}
	close(fd);
	unlink(path);
	free(path);
	return timing_median(ms, N_SAVES);
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
	timing_need(store_open(argv[1], &world, 0, NULL, &store, &err), &err);
	record_register(store);
	ms = time_saves(store);
	printf("%.3f %.3f\n", ms, time_writes(argv[1]));
	store_close(store);
	world_clear(&world);
	return 0;
}
