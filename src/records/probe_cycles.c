/* Probes of what was held of the meetings that their cycles (周期) demand. */
#include "records/probe_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/cycle.h"
#include "records/nouns.h"

/* A meeting that was held. */
struct held {
	int64_t kind_id;
	char day[DATE_SIZE];
};

struct counter {
	const struct probe_case *about;
	struct probe_demand *demand;
	VEC(struct held) held;
};

static enum err_code
read_held(struct counter *counter, struct err *err)
{
	struct stmt *stmt;
	bool row;
	enum err_code code = probe_open(counter->about,
		"SELECT m.kind_id, substr(m.begin_at, 1, 10) "
		"FROM meeting m WHERE" PROBE_HELD, &stmt, err);

	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		struct held held = {.kind_id = stmt_int(stmt, 0)};

		(void)snprintf(held.day, DATE_SIZE, "%s", stmt_text(stmt, 1));
		vec_push(&counter->held, held);
	}
	stmt_done(stmt);
	return code;
}

static int
count_held(const struct counter *counter, int64_t kind_id,
	const struct cycle_span *span)
{
	int n = 0;

	for (size_t i = 0; i < counter->held.n; i++)
		n += counter->held.items[i].kind_id == kind_id &&
			strcmp(counter->held.items[i].day, span->begin) >= 0 &&
			strcmp(counter->held.items[i].day, span->next) < 0;
	return n;
}

/* Was there a kind of meeting to be held all through the cycle? */
static bool
is_demanded(const struct counter *counter, const struct stmt *kind,
	const struct cycle_span *span)
{
	const struct record *org = counter->about->org;

	return cycle_is_covered(span, record_get(org, "founded_on"),
		       record_get(org, "ended_on")) &&
		cycle_is_covered(span, stmt_text(kind, 4),
			stmt_text(kind, 5));
}

/* A kind of meeting: all of its cycles that lie in the period whole. */
static void
count_kind(struct counter *counter, const struct stmt *kind)
{
	const struct cycle *cycle = cycle_find(stmt_text(kind, 2));
	struct probe_demand *demand = counter->demand;
	int times = (int)stmt_int(kind, 3), n_demanded = 0, n_held = 0;
	char behind[DATE_SIZE];
	struct cycle_span span;

	date_add_days(counter->about->until_on, 1, behind);
	for (cycle_span_of(cycle, counter->about->from_on, &span);
		strcmp(span.next, behind) <= 0;
		cycle_span_of(cycle, span.next, &span)) {
		int n = count_held(counter, stmt_int(kind, 0), &span);

		if (strcmp(span.begin, counter->about->from_on) < 0 ||
			!is_demanded(counter, kind, &span))
			continue;
		n_demanded += times;
		n_held += n < times ? n : times;
	}
	demand->n_demanded += n_demanded;
	demand->n_held += n_held;
	if (n_held < n_demanded)
		strbuf_addf(&demand->missed, "%s%s %d/%d",
			demand->missed.len > 0 ? _(", ") : "",
			stmt_text(kind, 1), n_held, n_demanded);
}

static enum err_code
count_kinds(struct counter *counter, bool joint, struct err *err)
{
	struct stmt *stmt;
	bool row;
	enum err_code code = probe_open(counter->about,
		"SELECT k.id, k.name, k.cycle, k.times, k.since_on, "
		"k.until_on, k.eligible = '5' FROM meeting_kind k "
		"JOIN union_org o ON o.id = ?1 "
		"WHERE k.deleted = 0 AND k.since_on <= ?3 || '~' "
		"AND NOT (o.basis = '2' AND k.functional = '0') "
		"ORDER BY k.cycle, k.id", &stmt, err);

	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		if (cycle_find(stmt_text(stmt, 2)) != NULL &&
			(stmt_int(stmt, 6) != 0) == joint)
			count_kind(counter, stmt);
	stmt_done(stmt);
	return code;
}

enum err_code
probe_count_demand(const struct probe_case *about, bool joint,
	struct probe_demand *demand, struct err *err)
{
	struct counter counter = {.about = about, .demand = demand};
	enum err_code code = read_held(&counter, err);

	if (code == ERR_OK)
		code = count_kinds(&counter, joint, err);
	vec_clear(&counter.held);
	return code;
}

static void
say_life(const struct probe_demand *demand, struct probe_answer *answer)
{
	if (demand->n_demanded == 0)
		probe_say(answer, PROBE_UNCLEAR,
			_("No cycle in which a meeting was to be held lies "
			  "whole in the period."));
	else if (demand->n_held == demand->n_demanded)
		probe_say(answer, PROBE_MET,
			_("All meetings that their cycles demand were held in "
			  "the period: %d."), demand->n_demanded);
	else
		probe_say(answer,
			demand->n_held > 0 ? PROBE_PARTLY : PROBE_UNMET,
			_("Meetings that their cycles demand in the period: "
			  "%d, held of these: %d; fewer than demanded: %s."),
			demand->n_demanded, demand->n_held, demand->missed.s);
}

/* Z2 落实组织生活制度. */
enum err_code
probe_organisational_life(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	struct probe_demand demand = PROBE_DEMAND_INIT;
	enum err_code code = probe_count_demand(about, false, &demand, err);

	if (code == ERR_OK)
		code = probe_gather(about,
			"SELECT m.id FROM meeting m "
			"JOIN meeting_kind k ON k.id = m.kind_id "
			"WHERE" PROBE_HELD "AND k.eligible <> '5' "
			"AND k.cycle <> '9' "
			"ORDER BY m.begin_at DESC, m.id DESC",
			&meeting_type, answer, err);
	if (code == ERR_OK)
		say_life(&demand, answer);
	strbuf_clear(&demand.missed);
	return code;
}
