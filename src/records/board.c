#include "records/board.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/codes.h"
#include "records/load.h"
#include "records/nouns.h"
#include "store/stmt.h"

enum { YEAR_FIRST = 1900, YEAR_LAST = 2100 };

/* Of standard_status. */
#define PROVISIONAL "1"

static enum err_code
read_standard(struct board *board, struct err *err)
{
	struct record standard;
	enum err_code code = record_load(board->store, &standard_type,
		board->view.standard_id, &standard, err);
	bool provisional;

	if (code != ERR_OK)
		return code;
	provisional = strcmp(record_get(&standard, "status"),
		PROVISIONAL) == 0;
	board->standard = xstrdup(record_get(&standard, "name"));
	board->notice = xstrdup(provisional ? record_get(&standard, "notice")
					    : "");
	record_clear(&standard);
	return ERR_OK;
}

static void
add_item(struct board *board, const struct stmt *row)
{
	board->items = vec_room(board->items, &board->items_size,
		board->n_items + 1, sizeof(*board->items));
	board->items[board->n_items++] = (struct board_item){
		.group = xstrdup(stmt_text(row, 0)),
		.code = xstrdup(stmt_text(row, 1)),
		.text = xstrdup(stmt_text(row, 2)),
		.words = {xstrdup(stmt_text(row, 3)),
			xstrdup(stmt_text(row, 4)),
			xstrdup(stmt_text(row, 5))},
	};
}

static void
add_union(struct board *board, const struct stmt *row)
{
	board->unions = vec_room(board->unions, &board->unions_size,
		board->n_unions + 1, sizeof(*board->unions));
	board->unions[board->n_unions++] = (struct board_union){
		.id = stmt_int(row, 0),
		.name = xstrdup(stmt_text(row, 1)),
		.committee_id = stmt_int(row, 2),
	};
}

/* Runs come as the unions do, each union's latest first. */
static void
add_run(struct board *board, const struct stmt *row, size_t *at)
{
	const int64_t id = stmt_int(row, 0);
	struct board_union *org;
	size_t past = 0;

	while (*at < board->n_unions && board->unions[*at].id !=
		stmt_int(row, 1))
		(*at)++;
	if (*at == board->n_unions)
		return;
	org = &board->unions[*at];
	while (past < BOARD_RUNS && org->runs[past] != 0)
		past++;
	if (past == BOARD_RUNS)
		return;
	org->runs[past] = id;
	if (past == 0)
		org->state = stmt_text(row, 2)[0];
}

/* In the order of their names; a dissolved one that was checked then is still
 * among them. */
#define UNIONS                                                        \
	"FROM union_org u WHERE u.deleted = 0 "                       \
	"AND (?4 = 0 OR u.committee_id = ?4) "                        \
	"AND (u.state <> '4' OR EXISTS (SELECT 1 FROM checklist_run r " \
	"JOIN standard s ON s.id = r.standard_id "                    \
	"WHERE r.union_org_id = u.id AND r.deleted = 0 "              \
	"AND s.code = (SELECT code FROM standard WHERE id = ?1) "     \
	"AND r.year = ?2 AND r.part = ?3)) "

static const char items_sql[] =
	"SELECT g.name, i.code, i.text, g.word_met, g.word_partly, "
	"g.word_unmet FROM standard_item i "
	"JOIN standard_group g ON g.id = i.group_id "
	"WHERE i.standard_id = ?1 AND i.deleted = 0 AND g.deleted = 0 "
	"ORDER BY g.order_no, g.id, i.order_no, i.id";

static const char unions_sql[] =
	"SELECT u.id, u.name, u.committee_id " UNIONS
	"ORDER BY u.sort_key, u.id";

/* Of each union the run that is looked at, and those whose period ended before
 * that one's did: the first of each day alone, as checklist_previous() has
 * it. */
static const char runs_sql[] =
	"WITH run AS (SELECT r.id, r.union_org_id, r.state, r.until_on, "
	"r.year = ?2 AND r.part = ?3 AS is_it FROM checklist_run r "
	"JOIN standard s ON s.id = r.standard_id WHERE r.deleted = 0 "
	"AND s.code = (SELECT code FROM standard WHERE id = ?1)), "
	"it AS (SELECT union_org_id, max(until_on) AS until_on FROM run "
	"WHERE is_it GROUP BY union_org_id) "
	"SELECT min(run.id), run.union_org_id, run.state FROM run "
	"JOIN it ON it.union_org_id = run.union_org_id "
	"JOIN union_org u ON u.id = run.union_org_id "
	"WHERE (?4 = 0 OR u.committee_id = ?4) AND "
	"((run.is_it AND run.until_on = it.until_on) "
	"OR run.until_on < it.until_on) "
	"GROUP BY u.sort_key, u.id, run.until_on "
	"ORDER BY u.sort_key, u.id, run.until_on DESC";

static enum err_code
open_stmt(const struct board *board, const char *sql, struct stmt **out,
	struct err *err)
{
	const struct board_view *view = &board->view;
	const char part[] = {view->part, '\0'};
	enum err_code code = stmt_open(board->store, sql, out, err);

	if (code != ERR_OK)
		return code;
	stmt_bind_int(*out, 1, view->standard_id);
	if (sql == items_sql)
		return ERR_OK;
	stmt_bind_int(*out, 2, view->year);
	stmt_bind_text(*out, 3, part);
	stmt_bind_int(*out, 4, view->committee_id);
	return ERR_OK;
}

static enum err_code
read_items(struct board *board, struct err *err)
{
	struct stmt *stmt;
	bool row;
	enum err_code code = open_stmt(board, items_sql, &stmt, err);

	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		add_item(board, stmt);
	stmt_done(stmt);
	return code;
}

static enum err_code
read_unions(struct board *board, struct err *err)
{
	struct stmt *stmt;
	bool row;
	enum err_code code = open_stmt(board, unions_sql, &stmt, err);

	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		add_union(board, stmt);
	stmt_done(stmt);
	return code;
}

static enum err_code
read_runs(struct board *board, struct err *err)
{
	struct stmt *stmt;
	size_t at = 0;
	bool row;
	enum err_code code = open_stmt(board, runs_sql, &stmt, err);

	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		add_run(board, stmt, &at);
	stmt_done(stmt);
	return code;
}

enum err_code
board_load(struct store *store, const struct board_view *view,
	struct board *board, struct err *err)
{
	enum err_code code;

	*board = (struct board){.store = store, .view = *view};
	code = read_standard(board, err);
	if (code == ERR_OK)
		code = read_items(board, err);
	if (code == ERR_OK)
		code = read_unions(board, err);
	return code == ERR_OK ? read_runs(board, err) : code;
}

void
board_clear(struct board *board)
{
	for (size_t i = 0; i < board->n_items; i++) {
		free(board->items[i].group);
		free(board->items[i].code);
		free(board->items[i].text);
		for (size_t w = 0; w < BOARD_WORDS; w++)
			free(board->items[i].words[w]);
	}
	for (size_t i = 0; i < board->n_unions; i++) {
		free(board->unions[i].name);
		free(board->unions[i].cells);
	}
	free(board->items);
	free(board->unions);
	free(board->standard);
	free(board->notice);
	*board = (struct board){.store = NULL};
}

/* The item of that code; results mostly come as the items do, so that the one
 * after the last is looked at first. */
static size_t
item_of(const struct board *board, const char *code, size_t expected)
{
	for (size_t i = 0; i < board->n_items; i++) {
		size_t item = (expected + i) % board->n_items;

		if (strcmp(board->items[item].code, code) == 0)
			return item;
	}
	return board->n_items;
}

/* 1 is good, 3 bad; 0: the item was not judged, or does not apply. */
static int
rank(char verdict)
{
	return verdict >= '1' && verdict <= '3' ? verdict - '0' : 0;
}

static enum board_turn
turn_of(const char verdicts[BOARD_RUNS])
{
	const int now = rank(verdicts[0]), last = rank(verdicts[1]);

	if (last == 0 || now <= last)
		return BOARD_SAME;
	return last == 1 && rank(verdicts[2]) > 1 ? BOARD_BACK : BOARD_WORSE;
}

/* verdicts are of the items, BOARD_RUNS each. */
static enum err_code
read_run(struct board *board, const struct board_union *org, size_t past,
	char (*verdicts)[BOARD_RUNS], struct err *err)
{
	struct stmt *stmt;
	size_t item = 0;
	bool row;
	enum err_code code = stmt_open(board->store,
		"SELECT id, code, verdict FROM checklist_result "
		"WHERE checklist_run_id = ?1 AND deleted = 0 ORDER BY id",
		&stmt, err);

	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, org->runs[past]);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		size_t found = item_of(board, stmt_text(stmt, 1), item);

		if (found == board->n_items)
			continue;
		verdicts[found][past] = stmt_text(stmt, 2)[0];
		if (past == 0)
			org->cells[found].result_id = stmt_int(stmt, 0);
		item = found + 1;
	}
	stmt_done(stmt);
	return code;
}

static void
settle(const struct board *board, struct board_union *org,
	char (*verdicts)[BOARD_RUNS])
{
	for (size_t i = 0; i < board->n_items; i++) {
		struct board_cell *cell = &org->cells[i];

		cell->verdict = verdicts[i][0];
		cell->last = verdicts[i][1];
		cell->turn = turn_of(verdicts[i]);
		org->n_judged += cell->verdict != '\0';
		org->is_turned |= cell->turn != BOARD_SAME;
	}
}

enum err_code
board_read(struct board *board, size_t i, struct err *err)
{
	struct board_union *org = &board->unions[i];
	char (*verdicts)[BOARD_RUNS];
	enum err_code code = ERR_OK;

	if (org->cells != NULL)
		return ERR_OK;
	org->cells = xcalloc(board->n_items + 1, sizeof(*org->cells));
	verdicts = xcalloc(board->n_items + 1, sizeof(*verdicts));
	for (size_t past = 0; code == ERR_OK && past < BOARD_RUNS; past++)
		if (org->runs[past] != 0)
			code = read_run(board, org, past, verdicts, err);
	if (code == ERR_OK) {
		settle(board, org, verdicts);
	} else {
		free(org->cells);
		org->cells = NULL;
	}
	free(verdicts);
	return code;
}

bool
board_newest(struct store *store, struct board_view *view)
{
	struct stmt *stmt;
	bool row = false;

	if (stmt_open(store, "SELECT r.year, r.part FROM checklist_run r "
		"JOIN standard s ON s.id = r.standard_id WHERE r.deleted = 0 "
		"AND s.code = (SELECT code FROM standard WHERE id = ?1) "
		"ORDER BY r.until_on DESC, r.id LIMIT 1", &stmt, NULL) !=
		ERR_OK)
		return false;
	stmt_bind_int(stmt, 1, view->standard_id);
	if (stmt_step(stmt, &row, NULL) == ERR_OK && row) {
		view->year = (int)stmt_int(stmt, 0);
		view->part = stmt_text(stmt, 1)[0];
	}
	stmt_done(stmt);
	return row;
}

/* The codes of check_part that follow one another in a year. */
static const struct {
	char first;
	int n;
} lengths[] = {{'0', 1}, {'1', 2}, {'3', 4}, {'9', 1}};

bool
board_turn_period(struct board_view *view, int by)
{
	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		int n = lengths[i].n, part = view->part - lengths[i].first;
		int year = view->year;

		if (part < 0 || part >= n)
			continue;
		part += by;
		year += part < 0 ? -1 : part / n;
		if (year < YEAR_FIRST || year > YEAR_LAST)
			return false;
		view->year = year;
		view->part = (char)(lengths[i].first + (part + n) % n);
		return true;
	}
	return false;
}

void
board_turn_length(struct board_view *view)
{
	static const struct {
		char from, to;
	} longer[] = {{'3', '1'}, {'4', '1'}, {'5', '2'}, {'6', '2'},
		{'1', '0'}, {'2', '0'}, {'0', '9'}, {'9', '3'}};

	for (size_t i = 0; i < sizeof(longer) / sizeof(*longer); i++)
		if (view->part == longer[i].from) {
			view->part = longer[i].to;
			return;
		}
}

void
board_add_period(const struct board_view *view, struct strbuf *out)
{
	const char part[] = {view->part, '\0'};
	const struct code *code = code_find(code_list_find("check_part"),
		part);

	strbuf_addf(out, _("%1$s of %2$d"), code != NULL ? code_word(code) : "",
		view->year);
}

const char *
board_word(const struct board_item *item, char verdict)
{
	const char text[] = {verdict, '\0'};
	const struct code *code;

	if (verdict == '\0')
		return _("not judged");
	if (rank(verdict) != 0)
		return item->words[rank(verdict) - 1];
	code = code_find(code_list_find("verdict"), text);
	return code != NULL ? code_word(code) : "";
}

void
board_add_progress(const struct board *board, const struct board_union *org,
	struct strbuf *out)
{
	const char text[] = {org->state, '\0'};
	const struct code *state = code_find(code_list_find("check_state"),
		text);

	if (org->runs[0] != 0)
		strbuf_addf(out, "%zu/%zu %s", org->n_judged, board->n_items,
			state != NULL ? code_word(state) : "");
}

static const struct {
	char verdict; /* of the code list; 0: not judged */
	const char *sign;
	const char *ascii;
} signs[] = {
	{'1', "✓", "+"},
	{'2', "~", "~"},
	{'3', "✗", "x"},
	{'9', "-", "-"},
	{'\0', ".", "."},
};

const char *
board_sign(char verdict, bool ascii)
{
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (signs[i].verdict == verdict)
			return ascii ? signs[i].ascii : signs[i].sign;
	return "?";
}

const char *
board_mark(enum board_turn turn)
{
	static const char *const marks[] = {
		[BOARD_SAME] = "",
		[BOARD_WORSE] = "!",
		[BOARD_BACK] = "*",
	};

	return marks[turn];
}
