/* What the probes share: probe.c has their table, and what comes before and
 * behind each; the others are cut by what they look at. */
#ifndef RECORDS_PROBE_PRIVATE_H
#define RECORDS_PROBE_PRIVATE_H

#include "base/date.h"
#include "base/strbuf.h"
#include "records/probe.h"
#include "store/stmt.h"

/* Codes of verdict: 1 is the good one in every group of a standard. */
#define PROBE_MET "1"
#define PROBE_PARTLY "2"
#define PROBE_UNMET "3"
#define PROBE_UNCLEAR ""

/*
 * In SQL: ?1 is the union, ?2 and ?3 are the period.  A meeting has been held
 * from the state on in which it was opened.  '~' stands after every digit and
 * hyphen, so that a day lies in its month and year.
 */
#define PROBE_HELD                                                  \
	" m.union_org_id = ?1 AND m.deleted = 0 "                   \
	"AND m.state IN ('2', '3', '4') AND m.begin_at >= ?2 "      \
	"AND m.begin_at < ?3 || '~' "
#define PROBE_OVER PROBE_HELD "AND m.state <> '2' "

/* Of a row with a period of its own: it holds on the last day. */
#define PROBE_CURRENT(since, until)              \
	" " since " <= ?3 || '~' AND (" until    \
	" = '' OR " until " || '~' >= ?3) "

/* A union that was at work in the period, as far as that has come. */
struct probe_case {
	struct store *store;
	const struct record *org;
	char from_on[DATE_SIZE];  /* not before it was founded */
	char until_on[DATE_SIZE]; /* not after today */
};

/* Meetings that ought to have something. */
struct probe_tally {
	int64_t n;
	int64_t n_partly; /* have not all of it */
	int64_t n_without;
};

/* Sets verdict (one of the four above) and sentence. */
void
probe_say(struct probe_answer *answer, const char *verdict, const char *format,
	...) __attribute__((format(printf, 3, 4)));

/* Leaves out what is more than PROBE_MAX_EVIDENCE. */
void
probe_add_evidence(struct probe_answer *answer, const struct record_type *type,
	int64_t id);

/* A statement with its three parameters bound; it must use the third. */
enum err_code
probe_open(const struct probe_case *about, const char *sql, struct stmt **out,
	struct err *err);

/* The numbers of the one row that the statement gives. */
enum err_code
probe_count(const struct probe_case *about, const char *sql, int64_t numbers[],
	int n, struct err *err);

/* The ids that the statement gives become evidence, as far as there is room. */
enum err_code
probe_gather(const struct probe_case *about, const char *sql,
	const struct record_type *type, struct probe_answer *answer,
	struct err *err);

/*
 * Counts the rows of a statement: a meeting, and 0 where it has what it ought
 * to have, 1 partly, 2 not at all; those with most first.  These become
 * evidence, but those that have it only where all do.
 */
enum err_code
probe_tally(const struct probe_case *about, const char *sql,
	struct probe_answer *answer, struct probe_tally *tally,
	struct err *err);

/* Unclear where there were none. */
const char *
probe_tally_verdict(const struct probe_tally *tally);

/*
 * How many of the n fields of the record are filled: their terms and, but for
 * long texts, words are appended to filled, the terms of the others to empty,
 * which may be NULL.
 */
size_t
probe_fields(struct store *store, const struct record *record,
	const char *const fields[], size_t n, struct strbuf *filled,
	struct strbuf *empty);

/* The functions of the table.  probe_founding.c: the union's own record. */
enum err_code
probe_scope_tested(const struct probe_case *about, struct probe_answer *answer,
	struct err *err);

enum err_code
probe_need_recorded(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_approved_by_committee(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_central_task(const struct probe_case *about, struct probe_answer *answer,
	struct err *err);

enum err_code
probe_place_to_work(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

/* probe_people.c: leaders and roster. */
enum err_code
probe_head_permitted(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_leading_group(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_qualified_head(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_roster_current(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_posts_taken(const struct probe_case *about, struct probe_answer *answer,
	struct err *err);

/* probe_meetings.c: that meetings were held, and what was written of them. */
enum err_code
probe_idle_since_founding(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_results_written(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_first_topic(const struct probe_case *about, struct probe_answer *answer,
	struct err *err);

/* probe_units.c: what the member units do together. */
enum err_code
probe_units_take_part(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_members_attend_jointly(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

enum err_code
probe_joint_consultation(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

/* probe_cycles.c: what was held of what the cycles demand. */
struct probe_demand {
	int n_demanded; /* in the cycles that lie whole in the period */
	int n_held;     /* of these */
	struct strbuf missed; /* "支部委员会 9/11、党课 3/4"; strbuf_clear() */
};

#define PROBE_DEMAND_INIT {.missed = STRBUF_INIT}

/* Counts meetings of the member units (joint), or all others. */
enum err_code
probe_count_demand(const struct probe_case *about, bool joint,
	struct probe_demand *demand, struct err *err);

enum err_code
probe_organisational_life(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

/* probe_rectification.c */
enum err_code
probe_rectification_closed(const struct probe_case *about,
	struct probe_answer *answer, struct err *err);

#endif
