/* Probes of what the member units (成员单位) of a union do together. */
#include "records/probe_private.h"

#include "base/i18n.h"
#include "records/nouns.h"

/* Meetings of the member units, by the code of meeting_eligible. */
#define JOINT                                                        \
	"FROM meeting m JOIN meeting_kind k ON k.id = m.kind_id "    \
	"WHERE" PROBE_HELD "AND k.eligible = '5' "

/* Units take part under their own name, by one of those whom they sent, or by a
 * task that they had; of others who came no unit is known.  CROSS JOIN: from the
 * union's own meetings on. */
static const char took_part_sql[] =
	"WITH came (unit_id, member_id) AS "
	"(SELECT DISTINCT a.unit_id, a.member_id FROM meeting m "
	"CROSS JOIN attendance a ON a.meeting_id = m.id "
	"WHERE" PROBE_HELD "AND a.deleted = 0 AND a.presence = '1'), "
	"sent (unit_id, member_id) AS "
	"(SELECT s.unit_id, s.member_id FROM membership s "
	"WHERE s.union_org_id = ?1 AND s.deleted = 0 "
	"AND s.unit_id IS NOT NULL), "
	"part (unit_id) AS (SELECT unit_id FROM came UNION "
	"SELECT sent.unit_id FROM sent WHERE sent.member_id IN "
	"(SELECT member_id FROM came) UNION "
	"SELECT t.unit_id FROM task t WHERE t.union_org_id = ?1 "
	"AND t.deleted = 0 AND t.state <> '3' AND t.given_on <= ?3 || '~' "
	"AND (t.closed_on = '' OR t.closed_on >= ?2)), "
	"u (id) AS (SELECT DISTINCT uu.unit_id FROM union_unit uu "
	"WHERE uu.union_org_id = ?1 AND uu.deleted = 0 AND"
	PROBE_CURRENT("uu.joined_on", "uu.left_on") ") "
	"SELECT count(*), sum(EXISTS (SELECT 1 FROM part "
	"WHERE part.unit_id = u.id)), "
	"EXISTS (SELECT 1 FROM came WHERE came.unit_id IS NULL "
	"AND NOT EXISTS (SELECT 1 FROM sent "
	"WHERE sent.member_id = came.member_id)) FROM u";

static void
say_part(int units, int took, bool strangers, struct probe_answer *answer)
{
	if (units < 2)
		probe_say(answer, PROBE_UNCLEAR,
			_("Member units on record: %d; whether they act "
			  "together shows only from two on."), units);
	else if (2 * took >= units)
		probe_say(answer, PROBE_MET,
			_("Of %d member units, %d came to meetings or had "
			  "tasks in the period."), units, took);
	else if (took == 0 || strangers)
		probe_say(answer, PROBE_UNCLEAR,
			_("Of %d member units, %d came to meetings or had "
			  "tasks in the period by the records; who else did "
			  "is not on record."), units, took);
	else
		probe_say(answer, took == 1 ? PROBE_UNMET : PROBE_PARTLY,
			_("Of %d member units, only %d came to meetings or had "
			  "tasks in the period."), units, took);
}

/* F4 防“自拉自唱”. */
enum err_code
probe_units_take_part(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	enum { UNITS, TOOK, STRANGERS, NUMBERS };
	int64_t n[NUMBERS] = {0};
	enum err_code code = probe_count(about, took_part_sql, n, NUMBERS, err);

	if (code == ERR_OK)
		code = probe_gather(about,
			"SELECT m.id FROM meeting m WHERE" PROBE_HELD
			"ORDER BY m.begin_at DESC, m.id DESC",
			&meeting_type, answer, err);
	if (code == ERR_OK)
		say_part((int)n[UNITS], (int)n[TOOK], n[STRANGERS] > 0, answer);
	return code;
}

/* How many member units came to a meeting. */
#define UNITS_THERE                                                    \
	"(SELECT count(DISTINCT a.unit_id) FROM attendance a "         \
	"WHERE a.meeting_id = m.id AND a.deleted = 0 "                 \
	"AND a.presence = '1' AND a.unit_id IN "                       \
	"(SELECT uu.unit_id FROM union_unit uu "                       \
	"WHERE uu.union_org_id = ?1 AND uu.deleted = 0) "

/* The joint meetings of which it is marked which units came, by how many of
 * those of that day did; 2: none but the lead unit. */
static const char joint_sql[] =
	"WITH joint AS (SELECT m.id, m.begin_at, "
	"(SELECT count(DISTINCT uu.unit_id) FROM union_unit uu "
	"WHERE uu.union_org_id = ?1 AND uu.deleted = 0 "
	"AND uu.joined_on <= m.begin_at AND (uu.left_on = '' "
	"OR uu.left_on || '~' >= m.begin_at)) AS units, "
	UNITS_THERE ") AS came, "
	UNITS_THERE "AND a.unit_id IS NOT (SELECT o.lead_unit_id "
	"FROM union_org o WHERE o.id = ?1)) AS others "
	JOINT "AND EXISTS (SELECT 1 FROM attendance a "
	"WHERE a.meeting_id = m.id AND a.deleted = 0 "
	"AND a.unit_id IS NOT NULL AND a.presence <> '')) "
	"SELECT id, CASE WHEN others = 0 THEN 2 "
	"WHEN 2 * came < units THEN 1 ELSE 0 END "
	"FROM joint WHERE units > 1 ORDER BY 2 DESC, begin_at DESC";

/* F5 防“联而不合、联而不活”. */
enum err_code
probe_members_attend_jointly(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	struct probe_tally tally;
	const char *verdict;
	enum err_code code = probe_tally(about, joint_sql, answer, &tally,
		err);

	if (code != ERR_OK)
		return code;
	verdict = probe_tally_verdict(&tally);
	if (tally.n == 0)
		probe_say(answer, verdict,
			_("In the period there is no meeting of the member "
			  "units for which it is marked which of them came."));
	else if (tally.n_partly + tally.n_without == 0)
		probe_say(answer, verdict,
			_("Meetings of the member units in the period: %d; at "
			  "least half of the units came to each."),
			(int)tally.n);
	else
		probe_say(answer, verdict,
			_("Meetings of the member units in the period: %d; "
			  "with fewer than half of the units: %d, with nobody "
			  "but the lead unit: %d."), (int)tally.n,
			(int)tally.n_partly, (int)tally.n_without);
	return ERR_OK;
}

enum { GIVEN, DONE, OVERDUE, TASK_NUMBERS };

#define OVERDUE_TASK                                                 \
	" t.state = '1' AND t.due_on <> '' AND t.due_on || '~' < ?3 "

/* What the joint meetings gave to do. */
static enum err_code
count_tasks(const struct probe_case *about, int64_t n[TASK_NUMBERS],
	struct err *err)
{
	return probe_count(about,
		"SELECT count(*), sum(t.state = '2'), sum(" OVERDUE_TASK ") "
		"FROM task t WHERE t.deleted = 0 AND t.state <> '3' "
		"AND t.meeting_id IN (SELECT m.id " JOINT ")",
		n, TASK_NUMBERS, err);
}

static void
say_joint(const struct probe_tally *tally, const struct probe_demand *demand,
	const int64_t n[TASK_NUMBERS], struct probe_answer *answer)
{
	bool faultless = tally->n_partly == 0 && n[OVERDUE] == 0 &&
		demand->n_held == demand->n_demanded;

	if (tally->n == 0)
		probe_say(answer,
			demand->n_demanded > 0 ? PROBE_UNMET : PROBE_UNCLEAR,
			_("No meeting of the member units was held in the "
			  "period; by their cycles there ought to have been "
			  "%d."), demand->n_demanded);
	else
		probe_say(answer, faultless ? PROBE_MET : PROBE_PARTLY,
			_("Meetings of the member units in the period: %d (of "
			  "%d that the cycles demand: %d), without a "
			  "resolution or task: %d; tasks given by them: %d, "
			  "done: %d, overdue: %d."),
			(int)tally->n, demand->n_demanded, demand->n_held,
			(int)tally->n_partly, (int)n[GIVEN], (int)n[DONE],
			(int)n[OVERDUE]);
}

/* The joint meetings, those first that agreed on nothing. */
static const char agreed_sql[] =
	"SELECT m.id, NOT EXISTS (SELECT 1 FROM resolution r "
	"WHERE r.meeting_id = m.id AND r.deleted = 0) "
	"AND NOT EXISTS (SELECT 1 FROM task t "
	"WHERE t.meeting_id = m.id AND t.deleted = 0) " JOINT
	"ORDER BY 2 DESC, m.begin_at DESC";

/* Z3 落实联席会商制度: held, something agreed, and that followed up. */
enum err_code
probe_joint_consultation(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	struct probe_tally tally = {0};
	struct probe_demand demand = PROBE_DEMAND_INIT;
	int64_t n[TASK_NUMBERS] = {0};
	enum err_code code = probe_gather(about,
		"SELECT t.id FROM task t WHERE" OVERDUE_TASK
		"AND t.deleted = 0 AND t.meeting_id IN (SELECT m.id " JOINT ") "
		"ORDER BY t.due_on DESC, t.id DESC", &task_type, answer, err);

	if (code == ERR_OK)
		code = probe_tally(about, agreed_sql, answer, &tally, err);
	if (code == ERR_OK)
		code = count_tasks(about, n, err);
	if (code == ERR_OK)
		code = probe_count_demand(about, true, &demand, err);
	if (code == ERR_OK)
		say_joint(&tally, &demand, n, answer);
	strbuf_clear(&demand.missed);
	return code;
}
