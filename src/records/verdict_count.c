#include "records/verdict_count.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "records/nouns.h"
#include "records/value.h"
#include "store/stmt.h"

/* How each of them is told, grouped and put in order: two texts, of which the
 * second is behind the first. */
static const struct {
	const char *label;
	const char *group;
	const char *order;
} sql_of[VERDICT_BY_N] = {
	[VERDICT_BY_ITEM] = {"t.code, t.text", "t.code, t.text",
		"min(t.order_no), t.code, t.text"},
	[VERDICT_BY_UNION] = {"u.name, ''", "u.id", "u.sort_key, u.id"},
	[VERDICT_BY_COMMITTEE] = {"ifnull(c.name, ''), ''", "c.id",
		"ifnull(c.sort_key, ''), c.id"},
	[VERDICT_BY_PERIOD] = {"r.year, r.part", "r.year, r.part",
		"min(r.from_on), min(r.until_on)"},
};

const struct verdict_grouping verdict_groupings[VERDICT_BY_N] = {
	[VERDICT_BY_ITEM] = {"item", {"Item", "条目"}},
	[VERDICT_BY_UNION] = {"union", {"Union organisation", "联合党组织"}},
	[VERDICT_BY_COMMITTEE] = {"committee", {"Committee", "党委"}},
	[VERDICT_BY_PERIOD] = {"period", {"Period", "时段"}},
};

enum verdict_by
verdict_by_find(const char *name)
{
	int by = 0;

	while (by < VERDICT_BY_N &&
		strcmp(name, verdict_groupings[by].name) != 0 &&
		strcmp(name, verdict_groupings[by].term.en) != 0 &&
		strcmp(name, verdict_groupings[by].term.zh) != 0)
		by++;
	return (enum verdict_by)by;
}

void
verdict_counts_clear(struct verdict_counts *counts)
{
	for (size_t i = 0; i < counts->n; i++)
		free(counts->items[i].label);
	vec_clear(counts);
}

static char *
make_label(enum verdict_by by, const char *first, const char *second)
{
	struct strbuf label = STRBUF_INIT;

	strbuf_add(&label, first);
	if (second[0] != '\0')
		strbuf_add_char(&label, ' ');
	if (by == VERDICT_BY_PERIOD)
		value_show(record_field(&checklist_run_type, "part"), second,
			&label);
	else
		strbuf_add(&label, second);
	return strbuf_detach(&label);
}

static void
add_sql(enum verdict_by by, struct strbuf *sql)
{
	strbuf_addf(sql,
		"SELECT %s, count(DISTINCT r.id), sum(t.verdict = '1'), "
		"sum(t.verdict = '2'), sum(t.verdict = '3'), "
		"sum(t.verdict = '9'), sum(t.verdict = '') "
		"FROM checklist_run r "
		"JOIN checklist_result t ON t.checklist_run_id = r.id "
		"AND t.deleted = 0 "
		"JOIN union_org u ON u.id = r.union_org_id "
		"LEFT JOIN unit c ON c.id = u.committee_id "
		"WHERE r.deleted = 0 AND (?1 = 0 OR r.year = ?1) "
		"AND (?2 = '' OR r.part = ?2) GROUP BY %s ORDER BY %s",
		sql_of[by].label, sql_of[by].group, sql_of[by].order);
}

enum err_code
verdict_counts_load(struct store *store, enum verdict_by by,
	const struct verdict_filter *filter, struct verdict_counts *counts,
	struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool row;

	*counts = (struct verdict_counts)VEC_INIT;
	add_sql(by, &sql);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, filter->year);
	stmt_bind_text(stmt, 2, filter->part);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		const struct verdict_count count = {
			.label = make_label(by, stmt_text(stmt, 0),
				stmt_text(stmt, 1)),
			.n_runs = stmt_int(stmt, 2),
			.n_met = stmt_int(stmt, 3),
			.n_partly = stmt_int(stmt, 4),
			.n_unmet = stmt_int(stmt, 5),
			.n_not_applicable = stmt_int(stmt, 6),
			.n_open = stmt_int(stmt, 7),
		};

		vec_push(counts, count);
	}
	stmt_done(stmt);
	return code;
}
