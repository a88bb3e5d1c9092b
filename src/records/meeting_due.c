#include "records/meeting_due.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "records/cycle.h"
#include "store/stmt.h"

enum {
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
	"c.begins, c.next, coalesce(p.begin_at, '') "
	"FROM union_org u CROSS JOIN meeting_kind k "
	"JOIN cycle c ON c.code = k.cycle "
	"LEFT JOIN seen s ON s.union_org_id = u.id AND s.kind_id = k.id "
	"LEFT JOIN meeting p ON p.id = s.prepared "
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

static void
bind_cycles(struct stmt *stmt, const char *today)
{
	for (int i = 0; i < CYCLES_N; i++) {
		int n = i * CYCLE_VALUES;
		struct cycle_span span, prior;

		cycle_span_of(&cycles[i], today, &span);
		cycle_span_before(&cycles[i], &span, &prior);
		stmt_bind_text(stmt, n + 1, cycles[i].code);
		stmt_bind_text(stmt, n + 2, prior.begin);
		stmt_bind_text(stmt, n + 3, span.begin);
		stmt_bind_text(stmt, n + 4, span.next);
	}
	stmt_bind_text(stmt, TODAY, today);
}

/* Of a row of the statement: union and kind, since they are there today, were
 * there to the end of the cycle before. */
static int
days_left(const struct stmt *stmt, const char *today)
{
	const char *founded = stmt_text(stmt, 10);
	const char *begin = stmt_text(stmt, 13);
	const struct cycle *cycle = cycle_find(stmt_text(stmt, 4));
	struct cycle_span prior;
	bool demanded;

	cycle_span_of(cycle, stmt_text(stmt, 12), &prior);
	demanded = founded[0] != '\0' &&
		cycle_is_covered(&prior, founded, "") &&
		cycle_is_covered(&prior, stmt_text(stmt, 11), "");
	if (demanded && stmt_int(stmt, 9) < stmt_int(stmt, 5))
		return date_days_between(today, begin) - 1;
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
	const char *prepared_for = stmt_text(stmt, 15);

	due.is_past = prepared_for[0] != '\0' &&
		strncmp(prepared_for, today, DATE_SIZE - 1) < 0;
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
	if (due->is_past)
		strbuf_add(out, _(", its day is past"));
	else if (due->prepared_id != 0)
		strbuf_add(out, _(", prepared"));
}
