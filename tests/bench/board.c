/*
 * Times the board of checklists beside a plain query:
 *
 *	board DATABASE
 *
 * prints the milliseconds until the board of the newest period shows its first
 * page, those of each further page, of the whole board with all its verdicts,
 * and of one query that reads the same verdicts; each the median of its runs.
 */
#include <stdio.h>
#include <stdlib.h>

#include "timing.h"

#include "records/board.h"
#include "records/nouns.h"
#include "records/query.h"
#include "store/stmt.h"

enum {
	ROWS = 20, /* of a page of the screen */
	RUNS = 9,
};

/* The first standard, as its newest runs have it. */
static void
begin_view(struct store *store, struct board_view *view)
{
	struct query query;
	struct query_page page;
	struct err err = ERR_INIT;

	query_init(&query, &standard_type);
	timing_need(query_load(store, &query, NULL, 0, NULL, 0, false, 1,
		&page, &err), &err);
	*view = (struct board_view){
		.standard_id = page.n > 0 ? page.rows[0].id : 0};
	if (!board_newest(store, view)) {
		fputs("there is no check in this database\n", stderr);
		exit(1);
	}
	query_page_clear(&page);
	query_clear(&query);
}

static void
read_page(struct board *board, size_t first)
{
	struct err err = ERR_INIT;

	for (size_t i = first; i < first + ROWS && i < board->n_unions; i++)
		timing_need(board_read(board, i, &err), &err);
}

/* Fills in the median of a further page, and what all of it takes. */
static double
time_board(struct store *store, const struct board_view *view, double *page,
	double *all)
{
	double begun = timing_ms(), since, opened, *pages;
	struct board board;
	struct err err = ERR_INIT;
	size_t n = 0;

	timing_need(board_load(store, view, &board, &err), &err);
	read_page(&board, 0);
	opened = timing_ms() - begun;
	pages = calloc(board.n_unions / ROWS + 1, sizeof(*pages));
	if (pages == NULL)
		exit(1);
	for (size_t i = ROWS; i < board.n_unions; i += ROWS) {
		since = timing_ms();
		read_page(&board, i);
		pages[n++] = timing_ms() - since;
	}
	*all = timing_ms() - begun;
	*page = timing_median(pages, n);
	free(pages);
	board_clear(&board);
	return opened;
}

static double
time_query(struct store *store)
{
	double begun = timing_ms();
	struct stmt *stmt;
	struct err err = ERR_INIT;
	size_t n = 0;
	bool row;

	timing_need(stmt_open(store, "SELECT u.name, t.code, t.verdict "
		"FROM union_org u JOIN checklist_run r ON r.union_org_id = u.id "
		"JOIN checklist_result t ON t.checklist_run_id = r.id "
		"ORDER BY u.sort_key, u.id", &stmt, &err), &err);
	while (stmt_step(stmt, &row, &err) == ERR_OK && row)
		n += stmt_text(stmt, 2)[0] != '\0';
	stmt_done(stmt);
	return n > 0 ? timing_ms() - begun : 0;
}

int
main(int argc, char **argv)
{
	double opened[RUNS], page[RUNS], all[RUNS], plain[RUNS];
	struct err err = ERR_INIT;
	struct board_view view;
	struct store *store;
	struct world world;

	if (argc != 2) {
		fputs("usage: board DATABASE\n", stderr);
		return 2;
	}
	world_init(&world);
	timing_need(store_open(argv[1], &world, STORE_READ_ONLY, NULL, &store,
		&err), &err);
	record_register(store);
	begin_view(store, &view);
	for (int i = 0; i < RUNS; i++) {
		opened[i] = time_board(store, &view, &page[i], &all[i]);
		plain[i] = time_query(store);
	}
	printf("%.3f %.3f %.3f %.3f\n", timing_median(opened, RUNS),
		timing_median(page, RUNS), timing_median(all, RUNS),
		timing_median(plain, RUNS));
	store_close(store);
	world_clear(&world);
	return 0;
}
