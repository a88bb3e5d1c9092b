/* Probes of what a union was founded for, by whom and where it works from. */
#include "records/probe_private.h"

#include "base/i18n.h"

/* All of the fields is met, some is partly, none is the verdict given. */
static void
judge_fields(const struct probe_case *about, const char *const fields[],
	size_t n, const char *none, struct probe_answer *answer)
{
	struct strbuf filled = STRBUF_INIT, empty = STRBUF_INIT;
	size_t n_filled = probe_fields(about->store, about->org, fields, n,
		&filled, &empty);

	if (n_filled == n)
		probe_say(answer, PROBE_MET, _("On record: %s."), filled.s);
	else if (n_filled > 0)
		probe_say(answer, PROBE_PARTLY,
			_("On record: %s; not on record: %s."), filled.s,
			empty.s);
	else
		probe_say(answer, none, _("Not on record: %s."), empty.s);
	strbuf_clear(&filled);
	strbuf_clear(&empty);
}

static enum err_code
count_units(const struct probe_case *about, int64_t *n, struct err *err)
{
	return probe_count(about,
		"SELECT count(DISTINCT uu.unit_id) FROM union_unit uu "
		"WHERE uu.union_org_id = ?1 AND uu.deleted = 0 AND"
		PROBE_CURRENT("uu.joined_on", "uu.left_on"), n, 1, err);
}

/* F2 防“什么都能装”: is it work that one unit could do alone? */
enum err_code
probe_scope_tested(const struct probe_case *about, struct probe_answer *answer,
	struct err *err)
{
	static const char *const fields[] = {"scope", "crosses"};
	int64_t n_units = 0;
	enum err_code code = count_units(about, &n_units, err);

	if (code != ERR_OK)
		return code;
	judge_fields(about, fields, 2, PROBE_UNCLEAR, answer);
	if (n_units == 1)
		probe_say(answer, PROBE_UNMET,
			_("It has one member unit alone on %s, so that it "
			  "joins nobody."), about->until_on);
	else if (n_units == 0 && answer->verdict[0] != '\0')
		probe_say(answer, PROBE_PARTLY,
			_("It is written down what the union is for, but no "
			  "member unit is on record on %s."),
			about->until_on);
	return ERR_OK;
}

/* F6 防“为联而联”: for which need, to which end? */
enum err_code
probe_need_recorded(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	static const char *const fields[] = {"need", "task_text"};

	(void)err;
	judge_fields(about, fields, 2, PROBE_UNMET, answer);
	return ERR_OK;
}

/* Y1 有一级党委领导: which committee approved it, by which document, when? */
enum err_code
probe_approved_by_committee(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	static const char *const fields[] = {"committee_id", "document_no",
		"approved_on"};
	const char *founded = record_get(about->org, "founded_on");
	const char *approved = record_get(about->org, "approved_on");

	(void)err;
	if (founded[0] != '\0' && approved[0] != '\0' &&
		date_compare(founded, approved) < 0)
		probe_say(answer, PROBE_PARTLY,
			_("The union was founded on %s, before it was approved "
			  "on %s."), founded, approved);
	else
		judge_fields(about, fields, 3, PROBE_UNMET, answer);
	return ERR_OK;
}

/* Y2 有中心任务. */
enum err_code
probe_central_task(const struct probe_case *about, struct probe_answer *answer,
	struct err *err)
{
	static const char *const fields[] = {"task_text", "task", "chain"};

	(void)err;
	judge_fields(about, fields, 3, PROBE_UNMET, answer);
	return ERR_OK;
}

/* Where no place is recorded, does the union meet at one all the same? */
static enum err_code
look_at_meetings(const struct probe_case *about, struct probe_answer *answer,
	struct err *err)
{
	struct stmt *stmt;
	bool row;
	enum err_code code = probe_open(about,
		"SELECT m.place, count(*), sum(count(*)) OVER () "
		"FROM meeting m WHERE" PROBE_HELD "AND m.place <> '' "
		"GROUP BY m.place ORDER BY 2 DESC, 1 LIMIT 1", &stmt, err);

	if (code != ERR_OK)
		return code;
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row && stmt_int(stmt, 1) > 1 &&
		2 * stmt_int(stmt, 1) >= stmt_int(stmt, 2))
		probe_say(answer, PROBE_PARTLY,
			_("No place to work from is on record, but of the "
			  "meetings held in the period most were at %s: %d of "
			  "%d."), stmt_text(stmt, 0), (int)stmt_int(stmt, 1),
			(int)stmt_int(stmt, 2));
	stmt_done(stmt);
	return code;
}

/* Y7 有活动阵地. */
enum err_code
probe_place_to_work(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	static const char *const fields[] = {"station"};

	judge_fields(about, fields, 1, PROBE_UNMET, answer);
	if (record_get(about->org, "station")[0] != '\0')
		return ERR_OK;
	return look_at_meetings(about, answer, err);
}
