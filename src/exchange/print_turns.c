/* What has changed since the check before (对比上次), on paper. */
#include <string.h>

#include "base/i18n.h"
#include "exchange/print_private.h"
#include "records/checklist.h"
#include "records/load.h"
#include "records/nouns.h"

/* The check before, and the one before that, by which it is known what came
 * back. */
enum { PAST_MAX = 2 };

struct past {
	struct record run;
	struct owned owned;
};

struct turns {
	const struct print_request *request;
	const struct owned_rows *now;
	struct past past[PAST_MAX];
	size_t n_past;
};

void
print_add_period(const struct print_request *request,
	const struct record *run, struct strbuf *out)
{
	struct strbuf part = STRBUF_INIT;

	print_add_value(request, run, "part", &part);
	if (record_get(run, "day_on")[0] != '\0')
		print_add_date(record_get(run, "day_on"), out);
	else
		strbuf_addf(out, _("%1$s of %2$s"), part.s,
			record_get(run, "year"));
	strbuf_clear(&part);
}

void
print_add_verdict(const struct print_request *request,
	const struct record *result, struct strbuf *out)
{
	if (record_get(result, "verdict")[0] == '\0')
		strbuf_add(out, _("not judged"));
	else if (record_get(result, "word")[0] == '\0')
		print_add_value(request, result, "verdict", out);
	else
		strbuf_add(out, record_get(result, "word"));
}

/* What became of an item. */
enum turn {
	TURN_BETTER,
	TURN_WORSE,
	TURN_BACK, /* it had been put right since it was found before */
	TURN_SAME,
	TURN_UNKNOWN, /* one of the two does not judge it */
	TURN_N,
};

static const char *const turn_words[TURN_N] = {
	[TURN_BETTER] = N_("better"),
	[TURN_WORSE] = N_("worse"),
	[TURN_BACK] = N_("came back"),
};

/* The result of the same item, which another edition may have under another
 * id; NULL: none. */
static const struct record *
counterpart(const struct turns *turns, size_t past, const struct record *result)
{
	const struct owned_rows *rows;

	if (past >= turns->n_past)
		return NULL;
	rows = owned_of(&turns->past[past].owned, &checklist_result_type);
	for (size_t i = 0; i < rows->n; i++)
		if (strcmp(record_get(&rows->items[i]->now, "code"),
			    record_get(result, "code")) == 0)
			return &rows->items[i]->now;
	return NULL;
}

/* 1 is good, 3 bad; 0: the item is not judged. */
static int
rank(const struct record *result)
{
	const char *verdict = result != NULL ? record_get(result, "verdict")
					     : "";

	return verdict[0] >= '1' && verdict[0] <= '3' ? verdict[0] - '0' : 0;
}

static enum turn
turn_of(const struct turns *turns, const struct record *result)
{
	int now = rank(result), last = rank(counterpart(turns, 0, result));

	if (now == 0 || last == 0)
		return TURN_UNKNOWN;
	if (now == last)
		return TURN_SAME;
	if (now < last)
		return TURN_BETTER;
	return last == 1 && rank(counterpart(turns, 1, result)) > 1
		? TURN_BACK : TURN_WORSE;
}

static void
add_turn(const struct turns *turns, const struct record *result,
	struct paper *paper)
{
	struct strbuf then = STRBUF_INIT, now = STRBUF_INIT;
	const char *cells[] = {record_get(result, "code"),
		record_get(result, "text"), NULL, NULL,
		i18n_text(turn_words[turn_of(turns, result)])};

	print_add_verdict(turns->request, counterpart(turns, 0, result),
		&then);
	print_add_verdict(turns->request, result, &now);
	cells[2] = then.s;
	cells[3] = now.s;
	paper_add_row(paper, cells);
	strbuf_clear(&then);
	strbuf_clear(&now);
}

/* The items that are not as they were. */
static void
add_table(const struct turns *turns, struct paper *paper)
{
	const struct paper_column columns[] = {{_("Code"), 8, false},
		{_("Item"), 40, false}, {_("Verdict then"), 14, false},
		{_("Verdict now"), 14, false}, {_("Change"), 14, false}};

	paper_begin_table(paper, columns, sizeof(columns) / sizeof(columns[0]),
		false);
	for (size_t i = 0; i < turns->now->n; i++) {
		const struct record *result = &turns->now->items[i]->now;

		if (turn_of(turns, result) < TURN_SAME)
			add_turn(turns, result, paper);
	}
}

static void
add_comparison(const struct turns *turns, struct paper *paper)
{
	struct strbuf period = STRBUF_INIT;
	size_t n[TURN_N] = {0};

	for (size_t i = 0; i < turns->now->n; i++)
		n[turn_of(turns, &turns->now->items[i]->now)]++;
	print_add_period(turns->request, &turns->past[0].run, &period);
	paper_addf(paper, PAPER_TEXT,
		_("Since the check of %s: better %zu, worse %zu, came back "
		  "%zu, the same %zu, not to be compared %zu."), period.s,
		n[TURN_BETTER], n[TURN_WORSE], n[TURN_BACK], n[TURN_SAME],
		n[TURN_UNKNOWN]);
	if (n[TURN_BETTER] + n[TURN_WORSE] + n[TURN_BACK] > 0)
		add_table(turns, paper);
	strbuf_clear(&period);
}

static enum err_code
load_past(struct store *store, int64_t id, struct past *past, struct err *err)
{
	enum err_code code = record_load(store, &checklist_run_type, id,
		&past->run, err);

	if (code != ERR_OK)
		return code;
	owned_init(&past->owned, &checklist_run_type);
	code = owned_load(store, &past->owned, id, err);
	if (code != ERR_OK) {
		owned_clear(&past->owned);
		record_clear(&past->run);
	}
	return code;
}

/* The checks before the run, newest first. */
static enum err_code
load_all(struct turns *turns, const struct record *run, struct err *err)
{
	struct store *store = turns->request->store;
	int64_t id;
	enum err_code code = checklist_previous(store, run, &id, err);

	while (code == ERR_OK && id != 0 && turns->n_past < PAST_MAX) {
		struct past *past = &turns->past[turns->n_past];

		code = load_past(store, id, past, err);
		if (code != ERR_OK)
			break;
		turns->n_past++;
		code = checklist_previous(store, &past->run, &id, err);
	}
	return code;
}

enum err_code
print_add_turns(const struct print_request *request, const struct record *run,
	const struct owned_rows *results, struct paper *paper, struct err *err)
{
	struct turns turns = {.request = request, .now = results};
	enum err_code code = load_all(&turns, run, err);

	paper_add(paper, PAPER_HEADING, _("Beside the check before"));
	if (code == ERR_OK && turns.n_past == 0)
		paper_add(paper, PAPER_TEXT,
			_("There is no earlier check by this standard."));
	else if (code == ERR_OK)
		add_comparison(&turns, paper);
	while (turns.n_past > 0) {
		struct past *past = &turns.past[--turns.n_past];

		owned_clear(&past->owned);
		record_clear(&past->run);
	}
	return code;
}
