/*
 * Times what a key in the search box costs, in this process:
 *
 *	search DATABASE [WORDS…]
 *
 * prints for each text the microseconds of the first page, the median and the
 * slowest of the runs, how many are found on it, and how long the counting
 * takes, which happens afterwards.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "records/search.h"
#include "store/store.h"

enum {
	ROWS = 20,  /* of a page of the screen */
	RUNS = 101,
};

/* By their kinds; what they find depends on roster.c. */
static const char *const usual[] = {
	"仇", "尉迟", "其格", "晓", "国栋", "阿拉其其格", "王", /* hanzi */
	"w", "zs", "zwg", "ycx", "qwx", "alqqg", /* initials */
	"zhang", "zhangwei", "qiuxiaohong", "wangguodong", /* pinyin */
	"zhangs", "zsan", "zhsan", "whaor", /* mixtures */
	"1599011980", "154", "15400012345", /* beginnings of numbers */
	"012", "0123", "012345", "345x", /* and their ends */
	"王 0123", "zhang wei", "w 5",
};

static int64_t
microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int
compare(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static enum err_code
time_page(struct store *store, const char *text, int64_t *took, size_t *n,
	struct err *err)
{
	struct search_page page = {0};
	struct search search;
	int64_t begun = microseconds();
	enum err_code code = search_init(&search, store, text, NULL, err);

	if (code == ERR_OK)
		code = search_load(&search, SEARCH_AFTER, NULL, ROWS, &page,
			err);
	*took = microseconds() - begun;
	*n = page.n;
	search_page_clear(&page);
	search_clear(&search);
	return code;
}

static enum err_code
time_count(struct store *store, const char *text, int64_t *took, int64_t *n,
	struct err *err)
{
	struct search search;
	int64_t begun = microseconds();
	enum err_code code = search_init(&search, store, text, NULL, err);

	if (code == ERR_OK)
		code = search_count(&search, 0, n, err);
	*took = microseconds() - begun;
	search_clear(&search);
	return code;
}

static enum err_code
time_text(struct store *store, const char *text, struct err *err)
{
	int64_t runs[RUNS], counting = 0, n_all = 0;
	enum err_code code = ERR_OK;
	size_t n = 0;

	for (int i = 0; code == ERR_OK && i < RUNS; i++)
		code = time_page(store, text, &runs[i], &n, err);
	if (code == ERR_OK)
		code = time_count(store, text, &counting, &n_all, err);
	if (code != ERR_OK)
		return code;
	qsort(runs, RUNS, sizeof(runs[0]), compare);
	printf("%s\t%lld\t%lld\t%zu of %lld\t%lld\n", text,
		(long long)runs[RUNS / 2], (long long)runs[RUNS - 1], n,
		(long long)n_all, (long long)counting);
	return ERR_OK;
}

int
main(int argc, char **argv)
{
	struct err err = ERR_INIT;
	struct store *store = NULL;
	struct world world;
	enum err_code code;

	if (argc < 2) {
		fputs("usage: search DATABASE [WORDS...]\n", stderr);
		return 2;
	}
	world_init(&world);
	code = store_open(argv[1], &world, STORE_READ_ONLY, NULL, &store, &err);
	if (code == ERR_OK)
		record_register(store);
	puts("words\tmedian us\tslowest us\tfound\tcounting us");
	for (int i = 2; code == ERR_OK && i < argc; i++)
		code = time_text(store, argv[i], &err);
	for (size_t i = 0; code == ERR_OK && argc == 2 &&
		i < sizeof(usual) / sizeof(usual[0]); i++)
		code = time_text(store, usual[i], &err);
	if (code != ERR_OK)
		fprintf(stderr, "%s\n", err.text);
	store_close(store);
	world_clear(&world);
	err_clear(&err);
	return code == ERR_OK ? 0 : 1;
}
