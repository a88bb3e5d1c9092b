#include "records/meeting_calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "records/code_set.h"
#include "records/load.h"
#include "records/nouns.h"
#include "store/stmt.h"

static const char *const month_words[CALENDAR_MONTHS] = {
	N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
	N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

static const char *const quarter_words[] = {
	N_("first quarter"), N_("second quarter"), N_("third quarter"),
	N_("fourth quarter"),
};

static const char *const half_words[] = {
	N_("first half"), N_("second half"),
};

static const char kinds_sql[] =
	"SELECT id, name, cycle, ifnull(times, 0), since_on, until_on, "
	"functional, deleted, union_kinds FROM meeting_kind ORDER BY cycle, id";

/* A meeting has been held from the state on in which it was opened. */
static const char meetings_sql[] =
	"SELECT kind_id, id, begin_at, state FROM meeting "
	"WHERE union_org_id = ?1 AND deleted = 0 "
	"AND state IN ('1', '2', '3', '4') "
	"AND (substr(begin_at, 1, 4) = ?2 OR begin_at = '' AND state = '1' "
	"AND substr(?3, 1, 4) = ?2)";

/* What the calendar is made from. */
struct frame {
	struct store *store;
	struct record org;
	const char *today;
	char year[DATE_SIZE];  /* YYYY, */
	char first[DATE_SIZE]; /* and its first day */
	const char *founded;
	const char *ended; /* "" at work; a union may also never have been: */
	bool was_at_work;
};

static void
frame_set_union(struct frame *frame)
{
	const char *state = record_get(&frame->org, "state");
	bool is_ended = strcmp(state, "4") == 0;

	frame->founded = record_get(&frame->org, "founded_on");
	frame->ended = is_ended ? record_get(&frame->org, "ended_on") : "";
	frame->was_at_work = strcmp(state, "2") == 0 ||
		strcmp(state, "3") == 0 || frame->ended[0] != '\0';
}

/* Is any of the day, month or year between them? */
static bool
meets(const char *date, const char *since, const char *until)
{
	return (since[0] == '\0' || date_compare(since, date) <= 0) &&
		(until[0] == '\0' || date_compare(date, until) <= 0);
}

static bool
is_demanded(const struct frame *frame, const struct cycle_span *span,
	const char *since, const char *until)
{
	const char *today = frame->today;
	bool is_over = strcmp(span->next, today) <= 0;

	if (!is_over && frame->ended[0] != '\0')
		return false;
	if (!is_over && strcmp(span->begin, today) <= 0)
		return meets(today, frame->founded, "") &&
			meets(today, since, until);
	if (is_over && frame->founded[0] == '\0')
		return false;
	return cycle_is_covered(span, frame->founded, frame->ended) &&
		cycle_is_covered(span, since, until);
}

static void
mark_demanded(const struct frame *frame, struct calendar_kind *kind,
	const char *since, const char *until)
{
	for (int month = 0; month < CALENDAR_MONTHS; month++) {
		struct cycle_span span;
		char day[DATE_SIZE];

		date_add_months(frame->first, month, day);
		cycle_span_of(kind->cycle, day, &span);
		kind->months[month].is_demanded =
			is_demanded(frame, &span, since, until);
	}
}

/* Of a row of the statement. */
static void
add_kind(const struct frame *frame, const struct stmt *stmt,
	struct meeting_calendar *calendar, bool *may_hold)
{
	const char *since = stmt_text(stmt, 4), *until = stmt_text(stmt, 5);
	const char *union_kinds = stmt_text(stmt, 8);
	struct calendar_kind kind = {
		.id = stmt_int(stmt, 0),
		.name = xstrdup(stmt_text(stmt, 1)),
		.cycle = cycle_find(stmt_text(stmt, 2)),
		.times = (unsigned)stmt_int(stmt, 3),
	};

	*may_hold = frame->was_at_work && stmt_int(stmt, 7) == 0 &&
		meets(frame->year, frame->founded, frame->ended) &&
		meets(frame->year, since, until) &&
		(union_kinds[0] == '\0' || code_set_has(union_kinds,
			record_get(&frame->org, "kind"))) &&
		!(strcmp(record_get(&frame->org, "basis"), "2") == 0 &&
			strcmp(stmt_text(stmt, 6), "0") == 0);
	if (*may_hold && kind.cycle != NULL)
		mark_demanded(frame, &kind, since, until);
	vec_push(calendar, kind);
}

/* The kinds, and by its index whether the union may hold each. */
struct kinds_held {
	bool *items;
	size_t n;
	size_t size;
};

static enum err_code
load_kinds(const struct frame *frame, struct meeting_calendar *calendar,
	struct kinds_held *may_hold, struct err *err)
{
	struct stmt *stmt;
	bool row = true;
	enum err_code code = stmt_open(frame->store, kinds_sql, &stmt, err);

	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		bool may = false;

		add_kind(frame, stmt, calendar, &may);
		vec_push(may_hold, may);
	}
	stmt_done(stmt);
	return code;
}

static void
add_meeting(const struct frame *frame, const struct stmt *stmt,
	struct meeting_calendar *calendar)
{
	const char *begin = stmt_text(stmt, 2);
	const char *day = begin[0] != '\0' ? begin : frame->today;
	bool held = strcmp(stmt_text(stmt, 3), "1") != 0;
	struct calendar_cell *cell;
	size_t i = 0;

	while (i < calendar->n && calendar->items[i].id != stmt_int(stmt, 0))
		i++;
	if (i == calendar->n)
		return;
	cell = &calendar->items[i].months[strtol(day + 5, NULL, 10) - 1];
	cell->meeting_id = cell->n_held + cell->n_prepared == 0
		? stmt_int(stmt, 1) : 0;
	cell->n_held += held;
	cell->n_prepared += !held;
	calendar->items[i].n_held += held;
}

static enum err_code
load_meetings(const struct frame *frame, struct meeting_calendar *calendar,
	struct err *err)
{
	struct stmt *stmt;
	bool row = true;
	enum err_code code = stmt_open(frame->store, meetings_sql, &stmt, err);

	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, calendar->union_org_id);
	stmt_bind_text(stmt, 2, frame->year);
	stmt_bind_text(stmt, 3, frame->today);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		add_meeting(frame, stmt, calendar);
	stmt_done(stmt);
	return code;
}

/* What was held and is prepared in the cycle that the month belongs to. */
static void
sum_cycle(const struct calendar_kind *kind, int month, unsigned *n_held,
	unsigned *n_prepared)
{
	int months = kind->cycle != NULL ? kind->cycle->months : 1;
	int first = month - month % months;

	*n_held = *n_prepared = 0;
	for (int i = first; i < first + months; i++) {
		*n_held += kind->months[i].n_held;
		*n_prepared += kind->months[i].n_prepared;
	}
}

/* What the cycles lack, each in its last month. */
static void
settle(const struct frame *frame, struct calendar_kind *kind)
{
	int months = kind->cycle != NULL ? kind->cycle->months : 1;

	for (int last = months - 1; last < CALENDAR_MONTHS; last += months) {
		struct calendar_cell *cell = &kind->months[last];
		unsigned n_held, n_prepared;
		char next[DATE_SIZE], begin[DATE_SIZE];

		if (!cell->is_demanded)
			continue;
		kind->n_demanded += kind->times;
		sum_cycle(kind, last, &n_held, &n_prepared);
		date_add_months(frame->first, last + 1, next);
		date_add_months(next, -months, begin);
		if (strcmp(next, frame->today) <= 0)
			cell->n_missing = kind->times > n_held
				? kind->times - n_held : 0;
		else if (strcmp(begin, frame->today) <= 0)
			cell->n_due = kind->times > n_held + n_prepared
				? kind->times - n_held - n_prepared : 0;
	}
}

static bool
is_seen(const struct calendar_kind *kind)
{
	for (int month = 0; month < CALENDAR_MONTHS; month++)
		if (kind->months[month].n_held +
				kind->months[month].n_prepared > 0)
			return true;
	return false;
}

/* Leaves out what the union may not hold and has not held. */
static void
keep_kinds(const struct frame *frame, struct meeting_calendar *calendar,
	const struct kinds_held *may_hold)
{
	size_t kept = 0;

	for (size_t i = 0; i < calendar->n; i++) {
		struct calendar_kind *kind = &calendar->items[i];

		if (may_hold->items[i] || is_seen(kind)) {
			settle(frame, kind);
			calendar->items[kept++] = *kind;
		} else {
			free(kind->name);
		}
	}
	calendar->n = kept;
}

enum err_code
meeting_calendar_load(struct store *store, int64_t union_org_id, int year,
	const char *today, struct meeting_calendar *calendar, struct err *err)
{
	struct frame frame = {.store = store, .today = today};
	struct kinds_held may_hold = VEC_INIT;
	enum err_code code;

	*calendar = (struct meeting_calendar){
		.union_org_id = union_org_id,
		.year = year,
	};
	(void)snprintf(frame.year, sizeof(frame.year), "%04d", year);
	(void)snprintf(frame.first, sizeof(frame.first), "%04d-01-01", year);
	code = record_load(store, &union_org_type, union_org_id, &frame.org,
		err);
	if (code != ERR_OK)
		return code;
	frame_set_union(&frame);
	code = load_kinds(&frame, calendar, &may_hold, err);
	if (code == ERR_OK)
		code = load_meetings(&frame, calendar, err);
	if (code == ERR_OK)
		keep_kinds(&frame, calendar, &may_hold);
	vec_clear(&may_hold);
	record_clear(&frame.org);
	return code;
}

void
meeting_calendar_clear(struct meeting_calendar *calendar)
{
	for (size_t i = 0; i < calendar->n; i++)
		free(calendar->items[i].name);
	vec_clear(calendar);
}

const char *
calendar_month_word(int month)
{
	return i18n_text(month_words[month]);
}

/* A sign, with the number behind it where there are several. */
static void
show_sign(const char *sign, unsigned n, struct strbuf *out)
{
	if (n > 0)
		strbuf_add(out, sign);
	if (n > 1)
		strbuf_addf(out, "%u", n);
}

void
calendar_cell_show(const struct calendar_cell *cell, struct strbuf *out)
{
	if (cell->n_held > 0)
		strbuf_addf(out, "%u", cell->n_held);
	show_sign(C_("sign of the calendar: prepared", "p"), cell->n_prepared,
		out);
	show_sign(C_("sign of the calendar: missing", "m"), cell->n_missing,
		out);
	show_sign(C_("sign of the calendar: due", "d"), cell->n_due, out);
}

static void
name_cycle(const struct cycle *cycle, int month, int year, struct strbuf *out)
{
	int months = cycle != NULL ? cycle->months : 1;
	int i = month / months;

	switch (months) {
	case 1:
		strbuf_addf(out, _("%s %d"), calendar_month_word(i), year);
		break;
	case 3:
		strbuf_addf(out, _("%s of %d"), i18n_text(quarter_words[i]),
			year);
		break;
	case 6:
		strbuf_addf(out, _("%s of %d"), i18n_text(half_words[i]), year);
		break;
	default:
		strbuf_addf(out, _("all of %d"), year);
		break;
	}
}

void
meeting_calendar_say(const struct meeting_calendar *calendar,
	const struct calendar_kind *kind, int month, struct strbuf *out)
{
	struct strbuf when = STRBUF_INIT;
	unsigned n_held, n_prepared;

	name_cycle(kind->cycle, month, calendar->year, &when);
	sum_cycle(kind, month, &n_held, &n_prepared);
	if (kind->months[month].is_demanded)
		strbuf_addf(out, _("%s, %s: %u to be held, %u held."),
			kind->name, when.s, kind->times, n_held);
	else if (kind->cycle == NULL)
		strbuf_addf(out, _("%s, %s: held as needed, %u held."),
			kind->name, when.s, n_held);
	else
		strbuf_addf(out, _("%s, %s: none demanded, %u held."),
			kind->name, when.s, n_held);
	if (n_prepared > 0)
		strbuf_addf(out, P_(" %u is prepared.", " %u are prepared.",
				(unsigned long)n_prepared), n_prepared);
	strbuf_clear(&when);
}
