#include "records/meeting_due.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "store/stmt.h"

/* Of meeting_cycle; what is not here is held as needed. */
static const struct cycle {
	const char *code;
	int months;
} cycles[] = {
	{"1", 1},
	{"2", 3},
	{"3", 6},
	{"4", 12},
};

enum {
	CYCLES_N = sizeof(cycles) / sizeof(cycles[0]),
	CYCLE_VALUES = 4,
	TODAY = CYCLES_N * CYCLE_VALUES + 1, /* the parameter behind them */
};

/* A meeting has been held from the state on in which it was opened. */
static const char sql[] =
	"WITH cycle (code, prior, begins, next) AS "
	"(VALUES (?1, ?2, ?3, ?4), (?5, ?6, ?7, ?8), (?9, ?10, ?11, ?12), "
	"(?13, ?14, ?15, ?16)), "
	"seen AS (SELECT m.union_org_id, m.kind_id, "
	"sum(m.state <> '1' AND m.begin_at >= c.begins "
	"AND m.begin_at < c.next) AS n, "
	"sum(m.state <> '1' AND m.begin_at >= c.prior "
	"AND m.begin_at < c.begins) AS n_prior, "
	"max(CASE WHEN m.state <> '1' THEN m.begin_at END) AS last_held, "
	"min(CASE WHEN m.state = '1' AND (m.begin_at = '' "
	"OR m.begin_at >= c.begins AND m.begin_at < c.next) "
	"THEN m.id END) AS prepared "
	"FROM meeting m JOIN meeting_kind k ON k.id = m.kind_id "
	"JOIN cycle c ON c.code = k.cycle "
	"WHERE m.deleted = 0 AND m.state IN ('1', '2', '3', '4') "
	"GROUP BY m.union_org_id, m.kind_id) "
	"SELECT u.id, k.id, u.name, k.name, k.cycle, k.times, "
	"coalesce(s.n, 0), s.prepared, substr(s.last_held, 1, 10), "
	"coalesce(s.n_prior, 0), u.founded_on, k.since_on, c.prior, "
	"c.begins, c.next "
	"FROM union_org u CROSS JOIN meeting_kind k "
	"JOIN cycle c ON c.code = k.cycle "
	"LEFT JOIN seen s ON s.union_org_id = u.id AND s.kind_id = k.id "
	"WHERE u.deleted = 0 AND u.state IN ('2', '3') AND k.deleted = 0 "
	"AND substr(?17, 1, length(u.founded_on)) >= u.founded_on "
	"AND substr(?17, 1, length(k.since_on)) >= k.since_on "
	"AND (k.until_on = '' "
	"OR substr(?17, 1, length(k.until_on)) <= k.until_on) "
	"AND NOT (u.basis = '2' AND k.functional = '0') "
	"AND (k.union_kinds = '' "
	"OR instr(',' || k.union_kinds || ',', ',' || u.kind || ',') > 0) "
	"AND coalesce(s.n, 0) < k.times "
	"ORDER BY u.sort_key, u.id, k.cycle, k.id";

/* The first day of the cycle that holds the day. */
static void
cycle_begin(const struct cycle *cycle, const char *day, char out[DATE_SIZE])
{
	int month = (int)strtol(day + 5, NULL, 10) - 1;
	int first = month - month % cycle->months + 1;

	memcpy(out, day, DATE_SIZE);
	out[5] = (char)('0' + first / 10);
	out[6] = (char)('0' + first % 10);
	out[8] = '0';
	out[9] = '1';
}

static void
bind_cycles(struct stmt *stmt, const char *today)
{
	for (int i = 0; i < CYCLES_N; i++) {
		int n = i * CYCLE_VALUES;
		char prior[DATE_SIZE], begin[DATE_SIZE], next[DATE_SIZE];

		cycle_begin(&cycles[i], today, begin);
		date_add_months(begin, -cycles[i].months, prior);
		date_add_months(begin, cycles[i].months, next);
		stmt_bind_text(stmt, n + 1, cycles[i].code);
		stmt_bind_text(stmt, n + 2, prior);
		stmt_bind_text(stmt, n + 3, begin);
		stmt_bind_text(stmt, n + 4, next);
	}
	stmt_bind_text(stmt, TODAY, today);
}

/* Was it there on that day, by a date that may name a year or month alone? */
static bool
was_there(const char *since, const char *day)
{
	int order = date_compare(since, day);

	return order < 0 || (order == 0 && date_is_day(since));
}

/* Of a row of the statement. */
static int
days_left(const struct stmt *stmt, const char *today)
{
	const char *founded = stmt_text(stmt, 10);
	const char *since = stmt_text(stmt, 11);
	const char *prior = stmt_text(stmt, 12);
	bool demanded = founded[0] != '\0' && was_there(founded, prior) &&
		(since[0] == '\0' || was_there(since, prior));

	if (demanded && stmt_int(stmt, 9) < stmt_int(stmt, 5))
		return date_days_between(today, stmt_text(stmt, 13)) - 1;
	return date_days_between(today, stmt_text(stmt, 14)) - 1;
}

static void
add_row(const struct stmt *stmt, const char *today,
	struct meeting_due_list *list)
{
	struct meeting_due due = {
		.union_org_id = stmt_int(stmt, 0),
		.kind_id = stmt_int(stmt, 1),
		.union_name = xstrdup(stmt_text(stmt, 2)),
		.kind_name = xstrdup(stmt_text(stmt, 3)),
		.cycle = xstrdup(stmt_text(stmt, 4)),
		.times = stmt_int(stmt, 5),
		.n_held = stmt_int(stmt, 6),
		.prepared_id = stmt_int(stmt, 7),
		.days_left = days_left(stmt, today),
	};

	(void)snprintf(due.last_held, sizeof(due.last_held), "%s",
		stmt_text(stmt, 8));
	vec_push(list, due);
}

enum err_code
meeting_due_load(struct store *store, const char *today,
	struct meeting_due_list *list, struct err *err)
{
	struct stmt *stmt;
	bool row = true;
	enum err_code code = stmt_open(store, sql, &stmt, err);

	if (code != ERR_OK)
		return code;
	bind_cycles(stmt, today);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		add_row(stmt, today, list);
	stmt_done(stmt);
	return code;
}

void
meeting_due_clear(struct meeting_due_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->items[i].union_name);
		free(list->items[i].kind_name);
		free(list->items[i].cycle);
	}
	vec_clear(list);
}

void
meeting_due_when(const struct meeting_due *due, struct strbuf *out)
{
	int days = due->days_left;

	if (days < 0)
		strbuf_addf(out, P_("%d day over", "%d days over",
				(unsigned long)-days), -days);
	else
		strbuf_addf(out, P_("%d day left", "%d days left",
				(unsigned long)days), days);
	if (due->prepared_id != 0)
		strbuf_add(out, _(", prepared"));
}
