/* Probes of the meetings of a union: were any held, and what is written of
 * them? */
#include "records/probe_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/nouns.h"

enum {
	QUIET_MONTHS = 2, /* at its end: the union has gone to sleep */
	MONTH_LEN = 7,
	YEAR_MONTHS = 12,
};

/* The meetings that were held. */
struct held {
	int n;                  /* in the period, … */
	int n_months;           /* … in so many of its months */
	char last[DATE_SIZE];   /* of the period, "" none */
	char before[DATE_SIZE]; /* the last before the period, "" none */
};

/* Newest first, and no further back than to the last before the period. */
static enum err_code
read_held(const struct probe_case *about, struct held *held,
	struct probe_answer *answer, struct err *err)
{
	struct stmt *stmt;
	char day[DATE_SIZE] = "";
	bool row;
	enum err_code code = probe_open(about,
		"SELECT m.id, substr(m.begin_at, 1, 10), m.begin_at >= ?2 "
		"FROM meeting m WHERE m.union_org_id = ?1 AND m.deleted = 0 "
		"AND m.state IN ('2', '3', '4') AND m.begin_at < ?3 || '~' "
		"ORDER BY m.begin_at DESC, m.id DESC", &stmt, err);

	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		bool is_new = strncmp(day, stmt_text(stmt, 1), MONTH_LEN) != 0;

		(void)snprintf(day, DATE_SIZE, "%s", stmt_text(stmt, 1));
		if (stmt_int(stmt, 2) == 0) {
			memcpy(held->before, day, DATE_SIZE);
			break;
		}
		if (held->n++ == 0)
			memcpy(held->last, day, DATE_SIZE);
		held->n_months += is_new;
		probe_add_evidence(answer, &meeting_type, stmt_int(stmt, 0));
	}
	stmt_done(stmt);
	return code;
}

static int
month_of(const char *day)
{
	return (int)strtol(day, NULL, 10) * YEAR_MONTHS +
		(int)strtol(day + 5, NULL, 10);
}

static void
say_none(const struct probe_case *about, const struct held *held,
	struct probe_answer *answer)
{
	const char *founded = record_get(about->org, "founded_on");
	char month[DATE_SIZE];

	date_add_months(about->from_on, 1, month);
	if (strcmp(month, about->until_on) > 0)
		probe_say(answer, PROBE_UNCLEAR,
			_("No meeting was held from %s to %s, but that is less "
			  "than a month."), about->from_on, about->until_on);
	else if (held->before[0] != '\0')
		probe_say(answer, PROBE_UNMET,
			_("Founded on %s; no meeting was held in the period, "
			  "the last one before it on %s."), founded,
			held->before);
	else
		probe_say(answer, PROBE_UNMET,
			_("Founded on %s; no meeting has been held since."),
			founded);
}

static void
say_held(const struct probe_case *about, const struct held *held,
	struct probe_answer *answer)
{
	const char *founded = record_get(about->org, "founded_on");
	int n_months = month_of(about->until_on) - month_of(about->from_on) + 1;
	char quiet[DATE_SIZE];

	date_add_months(about->until_on, -QUIET_MONTHS, quiet);
	if (strcmp(held->last, quiet) <= 0)
		probe_say(answer, PROBE_PARTLY,
			_("Founded on %s; meetings held in the period: %d, but "
			  "none in its last two months; the last on %s."),
			founded, held->n, held->last);
	else if (3 * held->n_months < n_months)
		probe_say(answer, PROBE_PARTLY,
			_("Founded on %s; meetings held in the period: %d, in "
			  "only %d of its %d months, the last on %s."),
			founded, held->n, held->n_months, n_months,
			held->last);
	else
		probe_say(answer, PROBE_MET,
			_("Founded on %s; meetings held in the period: %d, the "
			  "last on %s."), founded, held->n, held->last);
}

/* F1 防“一建了之”. */
enum err_code
probe_idle_since_founding(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	struct held held = {0};
	enum err_code code;

	if (record_get(about->org, "founded_on")[0] == '\0') {
		probe_say(answer, PROBE_UNCLEAR,
			_("When the union was founded is not on record."));
		return ERR_OK;
	}
	code = read_held(about, &held, answer, err);
	if (code != ERR_OK)
		return code;
	if (held.n == 0)
		say_none(about, &held, answer);
	else
		say_held(about, &held, answer);
	return ERR_OK;
}

/* F3 防“大杂烩”“花架子”: what came of the meetings? */
enum err_code
probe_results_written(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	struct probe_tally tally;
	enum err_code code = probe_tally(about,
		"SELECT m.id, CASE WHEN "
		"EXISTS (SELECT 1 FROM resolution r "
		"WHERE r.meeting_id = m.id AND r.deleted = 0) "
		"OR EXISTS (SELECT 1 FROM task t "
		"WHERE t.meeting_id = m.id AND t.deleted = 0) "
		"OR EXISTS (SELECT 1 FROM agenda_item a "
		"WHERE a.meeting_id = m.id AND a.deleted = 0 "
		"AND a.gist <> '') THEN 0 ELSE 2 END "
		"FROM meeting m WHERE" PROBE_OVER
		"ORDER BY 2 DESC, m.begin_at DESC", answer, &tally, err);
	const char *verdict;

	if (code != ERR_OK)
		return code;
	verdict = probe_tally_verdict(&tally);
	if (tally.n == 0)
		probe_say(answer, verdict,
			_("No meeting of the period has ended, so that there "
			  "is no result to look at."));
	else if (tally.n_without == 0)
		probe_say(answer, verdict,
			_("Meetings that ended in the period: %d; something "
			  "that came of it is written down for each."),
			(int)tally.n);
	else
		probe_say(answer, verdict,
			_("Meetings that ended in the period: %d; without "
			  "gist, resolution or task: %d."),
			(int)tally.n, (int)tally.n_without);
	return ERR_OK;
}

/* Z1 落实“第一议题”制度: the first item is of that kind; how it was studied and
 * what was said is written down. */
enum err_code
probe_first_topic(const struct probe_case *about, struct probe_answer *answer,
	struct err *err)
{
	struct probe_tally tally;
	enum err_code code = probe_tally(about,
		"SELECT m.id, coalesce((SELECT CASE "
		"WHEN a.kind <> '1' THEN 2 "
		"WHEN a.form = '' OR a.gist = '' THEN 1 ELSE 0 END "
		"FROM agenda_item a "
		"WHERE a.meeting_id = m.id AND a.deleted = 0 "
		"ORDER BY a.order_no, a.id LIMIT 1), 2) "
		"FROM meeting m JOIN meeting_kind k ON k.id = m.kind_id "
		"WHERE" PROBE_OVER "AND k.first_topic = '1' "
		"ORDER BY 2 DESC, m.begin_at DESC", answer, &tally, err);
	const char *verdict;

	if (code != ERR_OK)
		return code;
	verdict = probe_tally_verdict(&tally);
	if (tally.n == 0)
		probe_say(answer, verdict,
			_("No meeting that begins with the first topic has "
			  "ended in the period."));
	else if (tally.n_without + tally.n_partly == 0)
		probe_say(answer, verdict,
			_("Meetings of the period that begin with the first "
			  "topic: %d; each has it as item 1, with form and "
			  "gist."), (int)tally.n);
	else
		probe_say(answer, verdict,
			_("Meetings of the period that begin with the first "
			  "topic: %d; where it is not item 1: %d, where it "
			  "has no form or gist: %d."), (int)tally.n,
			(int)tally.n_without, (int)tally.n_partly);
	return ERR_OK;
}
