/* The probe of rectifications (规范整顿). */
#include "records/probe_private.h"

#include <string.h>

#include "base/i18n.h"
#include "records/nouns.h"

/* Those of which a day lies in the period; from state 6 on they are over. */
#define RECTIFIED                                                     \
	"FROM rectification r WHERE r.union_org_id = ?1 "             \
	"AND r.deleted = 0 AND r.proposed_on <= ?3 || '~' "           \
	"AND (r.closed_on = '' OR r.closed_on >= ?2) "
#define OVER                                                          \
	"(r.state >= '6' AND r.closed_on <= ?3 || '~')"

enum { ALL, CLOSED, OVERDUE, NUMBERS };

static void
say_none(const struct probe_case *about, struct probe_answer *answer)
{
	if (strcmp(record_get(about->org, "state"), "3") == 0)
		probe_say(answer, PROBE_UNMET,
			_("The union is under rectification, but no "
			  "rectification of it is on record."));
	else
		probe_say(answer, PROBE_UNCLEAR,
			_("No rectification of the union is on record in the "
			  "period; where there was no ground for one, the item "
			  "does not apply."));
}

/* Z7 落实规范整顿制度: what was begun is brought to its end, and in time. */
enum err_code
probe_rectification_closed(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	int64_t n[NUMBERS] = {0};
	const char *verdict = PROBE_PARTLY;
	enum err_code code = probe_count(about,
		"SELECT count(*), sum(" OVER "), "
		"sum(r.state IN ('2', '3', '4') AND r.due_on <> '' "
		"AND r.due_on || '~' < ?3) " RECTIFIED, n, NUMBERS, err);

	if (code == ERR_OK)
		code = probe_gather(about,
			"SELECT r.id " RECTIFIED
			"ORDER BY r.proposed_on DESC, r.id DESC",
			&rectification_type, answer, err);
	if (code != ERR_OK)
		return code;
	if (n[ALL] == 0) {
		say_none(about, answer);
		return ERR_OK;
	}
	if (n[OVERDUE] > 0)
		verdict = PROBE_UNMET;
	else if (n[CLOSED] == n[ALL])
		verdict = PROBE_MET;
	probe_say(answer, verdict,
		_("Rectifications of the union in the period: %d, brought to "
		  "their end: %d, overdue: %d."), (int)n[ALL],
		(int)n[CLOSED], (int)n[OVERDUE]);
	return ERR_OK;
}
