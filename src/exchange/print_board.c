/* board (对标检查总览): the unions by the items of a standard, in the period of
 * one check. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/print_private.h"
#include "records/board.h"
#include "records/nouns.h"

/* As many items as a page of text has room for beside the unions. */
enum { HEADS_N = 2, MOST_ITEMS = 16, CELL_WIDTH = 3 };

/* The items of one table. */
struct part {
	size_t first;
	size_t n;
};

static bool
is_group_begun(const struct board *board, size_t i)
{
	return i == 0 || strcmp(board->items[i].group,
		board->items[i - 1].group) != 0;
}

/* Whole groups, as many as there is room for; one that is too large is cut. */
static struct part
part_from(const struct board *board, size_t first)
{
	struct part part = {first, 0};

	for (size_t i = first; i < board->n_items; i++) {
		if (i > first && is_group_begun(board, i))
			part.n = i - first;
		if (i - first == MOST_ITEMS)
			return part.n > 0 ? part
					  : (struct part){first, MOST_ITEMS};
	}
	return (struct part){first, board->n_items - first};
}

/* 七防、八有 */
static void
add_heading(const struct board *board, const struct part *part,
	struct paper *paper)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = part->first; i < part->first + part->n; i++)
		if (i == part->first || is_group_begun(board, i))
			strbuf_addf(&text, "%s%s",
				text.len > 0 ? _(", ") : "",
				board->items[i].group);
	paper_add(paper, PAPER_HEADING, text.s);
	strbuf_clear(&text);
}

/* What the signs mean in each group, and what the codes stand for. */
static void
add_legend(const struct board *board, const struct part *part,
	struct paper *paper)
{
	struct strbuf codes = STRBUF_INIT;

	for (size_t i = part->first; i < part->first + part->n; i++) {
		const struct board_item *item = &board->items[i];

		if (i == part->first || is_group_begun(board, i))
			paper_addf(paper, PAPER_TEXT, _("%s: %s %s, %s %s, "
							"%s %s."),
				item->group, board_sign('1', false),
				item->words[0], board_sign('2', false),
				item->words[1], board_sign('3', false),
				item->words[2]);
		strbuf_addf(&codes, "%s%s %s", codes.len > 0 ? _(", ") : "",
			item->code, item->text);
	}
	paper_addf(paper, PAPER_TEXT, _("%s."), codes.s);
	strbuf_clear(&codes);
}

static void
add_union(const struct board *board, const struct board_union *org,
	const struct part *part, struct paper *paper)
{
	struct strvec cells = VEC_INIT;
	struct strbuf progress = STRBUF_INIT;

	board_add_progress(board, org, &progress);
	strvec_add(&cells, org->name);
	strvec_add(&cells, progress.s);
	for (size_t i = part->first; i < part->first + part->n; i++) {
		const struct board_cell *cell = &org->cells[i];
		char *text = org->runs[0] == 0 ? xstrdup("")
			: xasprintf("%s%s", board_sign(cell->verdict, false),
				board_mark(cell->turn));

		strvec_add(&cells, text);
		free(text);
	}
	paper_add_row(paper, (const char *const *)cells.items);
	strbuf_clear(&progress);
	strvec_clear(&cells);
}

static void
add_part(const struct board *board, const struct part *part,
	struct paper *paper)
{
	struct paper_column columns[HEADS_N + MOST_ITEMS] = {
		{term_word(&union_org_type.term), 28, false},
		{_("Judged"), 14, false},
	};

	for (size_t i = 0; i < part->n; i++)
		columns[HEADS_N + i] = (struct paper_column){
			board->items[part->first + i].code, CELL_WIDTH, false};
	add_heading(board, part, paper);
	add_legend(board, part, paper);
	paper_begin_table(paper, columns, HEADS_N + part->n, false);
	for (size_t i = 0; i < board->n_unions; i++)
		add_union(board, &board->unions[i], part, paper);
}

/* How many unions, how many of them with a check, and what it came to. */
static void
add_counts(const struct board *board, struct paper *paper)
{
	size_t n_runs = 0, n_turns[] = {[BOARD_BACK] = 0};

	for (size_t i = 0; i < board->n_unions; i++) {
		const struct board_union *org = &board->unions[i];

		n_runs += org->runs[0] != 0;
		for (size_t j = 0; j < board->n_items; j++)
			n_turns[org->cells[j].turn]++;
	}
	paper_addf(paper, PAPER_TEXT, _("Unions: %zu; checked: %zu; worse "
					"than at the check before (%s): %zu; "
					"put right and found again (%s): "
					"%zu."),
		board->n_unions, n_runs, board_mark(BOARD_WORSE),
		n_turns[BOARD_WORSE], board_mark(BOARD_BACK),
		n_turns[BOARD_BACK]);
	paper_addf(paper, PAPER_TEXT, _("In the tables %s is what does not "
					"apply and %s what is not judged; a "
					"union without signs has no check."),
		board_sign('9', false), board_sign('\0', false));
}

static void
add_turn(const struct board *board, const struct board_union *org, size_t i,
	struct paper *paper)
{
	const struct board_item *item = &board->items[i];
	const struct board_cell *cell = &org->cells[i];
	char *what = xasprintf("%s %s", item->code, item->text);
	const char *const cells[] = {org->name, what,
		board_word(item, cell->last), board_word(item, cell->verdict),
		cell->turn == BOARD_BACK ? _("came back") : _("worse")};

	paper_add_row(paper, cells);
	free(what);
}

/* Nothing where there is nothing of the kind. */
static void
add_turns(const struct board *board, struct paper *paper)
{
	const struct paper_column columns[] = {
		{term_word(&union_org_type.term), 28, false},
		{_("Item"), 30, false},
		{_("Last time"), 14, false},
		{_("This time"), 14, false},
		{_("What became of it"), 14, false},
	};
	bool is_begun = false;

	for (size_t i = 0; i < board->n_unions; i++) {
		const struct board_union *org = &board->unions[i];

		for (size_t j = 0; j < board->n_items; j++) {
			if (org->cells[j].turn == BOARD_SAME)
				continue;
			if (!is_begun) {
				paper_add(paper, PAPER_HEADING,
					_("Worse or come back"));
				paper_begin_table(paper, columns,
					sizeof(columns) / sizeof(*columns),
					false);
			}
			is_begun = true;
			add_turn(board, org, j, paper);
		}
	}
}

static void
add_all(const struct board *board, struct paper *paper)
{
	struct strbuf period = STRBUF_INIT;
	struct part part = {0, 0};

	board_add_period(&board->view, &period);
	paper_add(paper, PAPER_TITLE, _("Board of checklists"));
	paper_add(paper, PAPER_SUBTITLE, period.s);
	paper_add_fact(paper, _("Standard: "), board->standard);
	paper_set_mark(paper, board->notice);
	add_counts(board, paper);
	while (part.first + part.n < board->n_items) {
		part = part_from(board, part.first + part.n);
		add_part(board, &part, paper);
	}
	add_turns(board, paper);
	strbuf_clear(&period);
}

static enum err_code
make(const struct print_request *request, const struct record *run,
	struct paper *paper, struct err *err)
{
	const struct board_view view = {
		.standard_id = record_ref(run, "standard_id"),
		.year = (int)strtol(record_get(run, "year"), NULL, 10),
		.part = record_get(run, "part")[0],
	};
	struct board board;
	enum err_code code = board_load(request->store, &view, &board, err);

	for (size_t i = 0; code == ERR_OK && i < board.n_unions; i++)
		code = board_read(&board, i, err);
	if (code == ERR_OK)
		add_all(&board, paper);
	board_clear(&board);
	return code;
}

const struct print_kind print_board_kind = {
	.name = "board",
	.term = {"Board of checklists on paper", "对标检查总览表"},
	.help = N_("How all unions stand in the period of a check, item by "
		   "item, and what got worse or came back."),
	.landscape = true,
	.of = {&checklist_run_type},
	.make = make,
};
