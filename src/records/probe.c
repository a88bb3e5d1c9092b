#include "records/probe.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/probe_private.h"

const struct probe probes[] = {
	{"idle_since_founding", probe_idle_since_founding},
	{"scope_tested", probe_scope_tested},
	{"results_written", probe_results_written},
	{"units_take_part", probe_units_take_part},
	{"members_attend_jointly", probe_members_attend_jointly},
	{"need_recorded", probe_need_recorded},
	{"head_permitted", probe_head_permitted},
	{"approved_by_committee", probe_approved_by_committee},
	{"central_task", probe_central_task},
	{"leading_group", probe_leading_group},
	{"qualified_head", probe_qualified_head},
	{"roster_current", probe_roster_current},
	{"rules_agreed", NULL},
	{"place_to_work", probe_place_to_work},
	{"guarantees", NULL},
	{"first_topic", probe_first_topic},
	{"organisational_life", probe_organisational_life},
	{"joint_consultation", probe_joint_consultation},
	{"posts_taken", probe_posts_taken},
	{"points_reckoned", NULL},
	{"assessed_this_year", NULL},
	{"rectification_closed", probe_rectification_closed},
	{"resources_used", NULL},
	{"problems_closed", NULL},
};

const size_t probes_n = sizeof(probes) / sizeof(probes[0]);

void
probe_say(struct probe_answer *answer, const char *verdict, const char *format,
	...)
{
	va_list args;

	va_start(args, format);
	free(answer->sentence);
	answer->sentence = xvasprintf(format, args);
	answer->verdict = verdict;
	va_end(args);
}

void
probe_add_evidence(struct probe_answer *answer, const struct record_type *type,
	int64_t id)
{
	struct probe_evidence evidence = {type, id};

	if (answer->evidence.n < PROBE_MAX_EVIDENCE)
		vec_push(&answer->evidence, evidence);
}

enum err_code
probe_open(const struct probe_case *about, const char *sql, struct stmt **out,
	struct err *err)
{
	enum err_code code = stmt_open(about->store, sql, out, err);

	if (code != ERR_OK)
		return code;
	stmt_bind_int(*out, 1, about->org->id);
	stmt_bind_text(*out, 2, about->from_on);
	stmt_bind_text(*out, 3, about->until_on);
	return ERR_OK;
}

enum err_code
probe_count(const struct probe_case *about, const char *sql, int64_t numbers[],
	int n, struct err *err)
{
	struct stmt *stmt;
	bool row = false;
	enum err_code code = probe_open(about, sql, &stmt, err);

	if (code != ERR_OK)
		return code;
	code = stmt_step(stmt, &row, err);
	for (int i = 0; code == ERR_OK && i < n; i++)
		numbers[i] = stmt_int(stmt, i);
	stmt_done(stmt);
	return code;
}

enum err_code
probe_gather(const struct probe_case *about, const char *sql,
	const struct record_type *type, struct probe_answer *answer,
	struct err *err)
{
	struct stmt *stmt;
	bool row;
	enum err_code code = probe_open(about, sql, &stmt, err);

	if (code != ERR_OK)
		return code;
	while (answer->evidence.n < PROBE_MAX_EVIDENCE &&
		(code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		probe_add_evidence(answer, type, stmt_int(stmt, 0));
	stmt_done(stmt);
	return code;
}

enum err_code
probe_tally(const struct probe_case *about, const char *sql,
	struct probe_answer *answer, struct probe_tally *tally,
	struct err *err)
{
	struct stmt *stmt;
	bool row;
	enum err_code code = probe_open(about, sql, &stmt, err);

	if (code != ERR_OK)
		return code;
	*tally = (struct probe_tally){0};
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		int64_t lack = stmt_int(stmt, 1);

		tally->n++;
		tally->n_partly += lack == 1;
		tally->n_without += lack == 2;
		if (lack > 0 || tally->n_partly + tally->n_without == 0)
			probe_add_evidence(answer, &meeting_type,
				stmt_int(stmt, 0));
	}
	stmt_done(stmt);
	return code;
}

const char *
probe_tally_verdict(const struct probe_tally *tally)
{
	if (tally->n == 0)
		return PROBE_UNCLEAR;
	if (tally->n_without == tally->n)
		return PROBE_UNMET;
	return tally->n_partly + tally->n_without > 0 ? PROBE_PARTLY
						      : PROBE_MET;
}

static void
add_to_list(struct strbuf *list, const char *word)
{
	if (list->len > 0)
		strbuf_add(list, _(", "));
	strbuf_add(list, word);
}

/* “成立文号（镇发3号）”; of a long text the term alone. */
static void
add_filled(struct store *store, const struct record *record,
	const struct field_type *field, struct strbuf *list)
{
	struct strbuf value = STRBUF_INIT;

	add_to_list(list, term_word(&field->term));
	if (field->kind != FIELD_LONGTEXT) {
		record_show(store, record, field, true, &value);
		strbuf_addf(list, _(" (%s)"), value.s);
	}
	strbuf_clear(&value);
}

size_t
probe_fields(struct store *store, const struct record *record,
	const char *const fields[], size_t n, struct strbuf *filled,
	struct strbuf *empty)
{
	size_t n_filled = 0;

	for (size_t i = 0; i < n; i++) {
		const struct field_type *field = record_field(record->type,
			fields[i]);

		if (record_get(record, fields[i])[0] != '\0') {
			add_filled(store, record, field, filled);
			n_filled++;
		} else if (empty != NULL) {
			add_to_list(empty, term_word(&field->term));
		}
	}
	return n_filled;
}

/* The first day of a date that may name a year or month alone. */
static void
first_day(const char *date, char out[DATE_SIZE])
{
	(void)snprintf(out, DATE_SIZE, "%s%s", date,
		&"0000-01-01"[strlen(date)]);
}

/* The days that the union was at work in the period, until today. */
static void
set_period(const struct probe_request *request, struct probe_case *about)
{
	const char *founded = record_get(about->org, "founded_on");
	const char *ended = record_get(about->org, "ended_on");
	const char *until = request->until_on;

	first_day(founded[0] != '\0' ? founded : request->from_on,
		about->from_on);
	if (strcmp(about->from_on, request->from_on) < 0)
		first_day(request->from_on, about->from_on);
	if (strcmp(request->today, until) < 0)
		until = request->today;
	if (date_is_day(ended) && strcmp(ended, until) < 0)
		until = ended;
	(void)snprintf(about->until_on, DATE_SIZE, "%s", until);
}

/* False where there is nothing to look at yet, or no longer; says why. */
static bool
was_at_work(const struct probe_request *request, const struct record *org,
	struct probe_answer *answer)
{
	const char *founded = record_get(org, "founded_on");
	const char *ended = record_get(org, "ended_on");

	if (strcmp(request->from_on, request->today) > 0)
		probe_say(answer, PROBE_UNCLEAR,
			_("The period begins only on %s."), request->from_on);
	else if (strcmp(record_get(org, "state"), "1") == 0)
		probe_say(answer, PROBE_UNCLEAR,
			_("The union is still being prepared."));
	else if (founded[0] != '\0' &&
		date_compare(founded, request->until_on) > 0)
		probe_say(answer, PROBE_UNCLEAR,
			_("The union was founded on %s, after the end of the "
			  "period."), founded);
	else if (ended[0] != '\0' && date_compare(ended, request->from_on) < 0)
		probe_say(answer, PROBE_UNCLEAR,
			_("The union was dissolved on %s, before the period "
			  "began."), ended);
	return answer->sentence == NULL;
}

static enum err_code
ask(const struct probe *probe, const struct probe_request *request,
	struct probe_answer *answer, struct err *err)
{
	struct record org;
	struct probe_case about = {.store = request->store, .org = &org};
	enum err_code code = record_load(request->store, &union_org_type,
		request->union_org_id, &org, err);

	if (code != ERR_OK)
		return code;
	if (probe->ask == NULL) {
		probe_say(answer, PROBE_UNCLEAR,
			_("There are no records of this kind yet; judge by "
			  "other papers."));
	} else if (was_at_work(request, &org, answer)) {
		set_period(request, &about);
		code = probe->ask(&about, answer, err);
	}
	record_clear(&org);
	return code;
}

enum err_code
probe_ask(const char *name, const struct probe_request *request,
	struct probe_answer *answer, struct err *err)
{
	*answer = (struct probe_answer){.verdict = PROBE_UNCLEAR};
	for (size_t i = 0; i < probes_n; i++)
		if (strcmp(probes[i].name, name) == 0)
			return ask(&probes[i], request, answer, err);
	probe_say(answer, PROBE_UNCLEAR,
		_("This program knows no probe of the name %s; judge by what "
		  "is there to see."), name);
	return ERR_OK;
}

void
probe_answer_clear(struct probe_answer *answer)
{
	free(answer->sentence);
	vec_clear(&answer->evidence);
	*answer = (struct probe_answer){.verdict = PROBE_UNCLEAR};
}
