/*
 * The board of checklists (对标检查总览): a standard's items by the unions that
 * are held against it in one part of one year, and what has become of each item
 * since the run before.
 */
#ifndef RECORDS_BOARD_H
#define RECORDS_BOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "store/store.h"

/* What is looked at. */
struct board_view {
	int64_t standard_id;  /* whose items these are; runs of any edition of
	                         it count, item by item of the same code */
	int year;
	char part;            /* code of check_part; of several single days the
	                         last */
	int64_t committee_id; /* only unions led by it; 0: all */
};

enum { BOARD_WORDS = 3 };

struct board_item {
	char *group;
	char *code;
	char *text;
	char *words[BOARD_WORDS]; /* of the group: 未发现 有苗头 存在 */
};

/* What has become of an item since the run before. */
enum board_turn {
	BOARD_SAME, /* or better, or not judged in both */
	BOARD_WORSE,
	BOARD_BACK, /* it had been put right since it was found before that */
};

struct board_cell {
	char verdict; /* 1 to 3, 9, as of the code list; 0: not judged */
	char last;    /* of the run before */
	enum board_turn turn;
	int64_t result_id; /* 0: the run has no such item */
};

enum { BOARD_RUNS = 3 }; /* the run, the one before, and the one before that */

struct board_union {
	int64_t id;
	char *name;
	int64_t committee_id;
	int64_t runs[BOARD_RUNS]; /* 0: none */
	char state;               /* of the run, code of check_state */
	struct board_cell *cells; /* one an item, from board_read() on */
	size_t n_judged;
	bool is_turned;           /* has a cell that is not BOARD_SAME */
};

struct board {
	struct store *store;
	struct board_view view;
	char *standard; /* its name */
	char *notice;   /* said of what is provisional (暂拟), else "" */
	struct board_item *items;
	size_t n_items;
	size_t items_size;
	struct board_union *unions; /* in the order of their names */
	size_t n_unions;
	size_t unions_size;
};

/*
 * Fills board (uninitialised before) with items, unions that are not dissolved
 * or have a run, and their runs: three statements.  board_clear() in either
 * case; ERR_ABSENT where there is no such standard.
 */
enum err_code
board_load(struct store *store, const struct board_view *view,
	struct board *board, struct err *err);

void
board_clear(struct board *board);

/* Reads the cells of a union, once. */
enum err_code
board_read(struct board *board, size_t i, struct err *err);

/* The year and part of the standard's run whose period ends last; false, with
 * the view as it was, where there is none. */
bool
board_newest(struct store *store, struct board_view *view);

/* Goes to the part of the same length after that one or before (by 1 or -1);
 * false, with the view as it was, where there is none: dates are of the years
 * 1900 to 2100. */
bool
board_turn_period(struct board_view *view, int by);

/* 2026年上半年, appended. */
void
board_add_period(const struct board_view *view, struct strbuf *out);

/* Goes to the next kind of period: from a quarter to its half, to the year, to
 * single days, to the first quarter. */
void
board_turn_length(struct board_view *view);

/* The verdict in the words of the item's group as this edition has them,
 * translated where it has none; valid as long as the board. */
const char *
board_word(const struct board_item *item, char verdict);

/* 17/24 草稿, appended; nothing where there is no run.  Of a union that was
 * read. */
void
board_add_progress(const struct board *board, const struct board_union *org,
	struct strbuf *out);

/* The sign that stands for a verdict where there is room for one character;
 * where only ASCII can be drawn, the other one. */
const char *
board_sign(char verdict, bool ascii);

/* What stands behind the sign; "" where nothing got worse. */
const char *
board_mark(enum board_turn turn);

#endif
