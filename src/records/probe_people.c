/* Probes of who leads a union and who is on its roster. */
#include "records/probe_private.h"

#include <string.h>

#include "base/i18n.h"
#include "records/leader.h"
#include "records/load.h"
#include "records/nouns.h"

#define LED_BY                                                   \
	" l.union_org_id = ?1 AND l.deleted = 0 AND"             \
	PROBE_CURRENT("l.since_on", "l.until_on")
/* of union_post: the head */
#define HEADED_BY LED_BY "AND l.post = '1' "
#define ON_ROSTER                                                \
	" s.union_org_id = ?1 AND s.deleted = 0 AND"             \
	PROBE_CURRENT("s.joined_on", "s.left_on")

/* Who heads the union, as far as the rule is concerned. */
enum head {
	HEAD_NONE,
	HEAD_SEVERAL,
	HEAD_FREE,       /* of a union below another one */
	HEAD_PERMITTED,  /* 分管领导, 牵头单位一把手 */
	HEAD_POSTLESS,   /* the same, but the post in the unit is not said */
	HEAD_ENTERPRISE, /* 企业（项目）方 */
	HEAD_EXCEPTION,  /* the same, for a reason that is recorded */
	HEAD_GROUNDLESS, /* on which ground is not said */
	HEAD_REASONED,   /* on another ground, which is explained */
	HEAD_OTHER,      /* on another ground that is not */
	HEADS_N,
};

static const struct {
	const char *takes_the_lead; /* F7: is it an enterprise that leads? */
	const char *qualified;      /* Y4 */
} verdicts[HEADS_N] = {
	[HEAD_NONE] = {PROBE_UNCLEAR, PROBE_UNMET},
	[HEAD_SEVERAL] = {PROBE_UNCLEAR, PROBE_UNCLEAR},
	[HEAD_FREE] = {PROBE_MET, PROBE_MET},
	[HEAD_PERMITTED] = {PROBE_MET, PROBE_MET},
	[HEAD_POSTLESS] = {PROBE_MET, PROBE_PARTLY},
	[HEAD_ENTERPRISE] = {PROBE_UNMET, PROBE_UNMET},
	[HEAD_EXCEPTION] = {PROBE_PARTLY, PROBE_PARTLY},
	[HEAD_GROUNDLESS] = {PROBE_UNCLEAR, PROBE_UNCLEAR},
	[HEAD_REASONED] = {PROBE_PARTLY, PROBE_PARTLY},
	[HEAD_OTHER] = {PROBE_PARTLY, PROBE_UNMET},
};

static bool
is_empty(const struct record *leader, const char *field)
{
	return record_get(leader, field)[0] == '\0';
}

/* By the codes of leader_ground. */
static enum head
head_of(const struct probe_case *about, const struct record *leader)
{
	const char *ground = record_get(leader, "ground");
	bool reasoned = !is_empty(leader, "reason");

	if (leader_is_free(about->org))
		return HEAD_FREE;
	if (leader_is_of_enterprise(about->store, leader))
		return reasoned ? HEAD_EXCEPTION : HEAD_ENTERPRISE;
	if (ground[0] == '\0')
		return HEAD_GROUNDLESS;
	if (strcmp(ground, "1") == 0 || strcmp(ground, "2") == 0)
		return is_empty(leader, "unit_post") ? HEAD_POSTLESS
						     : HEAD_PERMITTED;
	return reasoned ? HEAD_REASONED : HEAD_OTHER;
}

/* words say who it is, or of nobody and of several, the day. */
static void
say_head(struct probe_answer *answer, enum head head, const char *verdict,
	const char *words)
{
	switch (head) {
	case HEAD_NONE:
		probe_say(answer, verdict,
			_("No head of the union is on record on %s."), words);
		break;
	case HEAD_SEVERAL:
		probe_say(answer, verdict,
			_("Several heads of the union are on record on %s; "
			  "give those who have left their last day."), words);
		break;
	case HEAD_FREE:
		probe_say(answer, verdict,
			_("The head of a union below another one is chosen "
			  "more freely: %s."), words);
		break;
	case HEAD_PERMITTED:
		probe_say(answer, verdict,
			_("The head is of the permitted kinds: %s."), words);
		break;
	case HEAD_POSTLESS:
		probe_say(answer, verdict,
			_("The head is of the permitted kinds, but which post "
			  "in the unit is not on record: %s."), words);
		break;
	case HEAD_ENTERPRISE:
	case HEAD_EXCEPTION:
		probe_say(answer, verdict,
			_("The head comes from the enterprise: %s."), words);
		break;
	case HEAD_GROUNDLESS:
		probe_say(answer, verdict,
			_("On which ground the head was appointed is not on "
			  "record: %s."), words);
		break;
	default:
		probe_say(answer, verdict,
			_("The head is neither a leader in charge nor the "
			  "first hand of the lead unit: %s."), words);
		break;
	}
}

/* Finds the head of the last day, whose leader row becomes evidence; words as
 * say_head() wants them. */
static enum err_code
find_head(const struct probe_case *about, struct probe_answer *answer,
	enum head *head, struct strbuf *words, struct err *err)
{
	static const char *const fields[] = {"member_id", "unit_id",
		"unit_post", "ground", "reason"};
	struct record leader;
	enum err_code code = probe_gather(about,
		"SELECT l.id FROM leader l WHERE" HEADED_BY
		"ORDER BY l.since_on DESC, l.id DESC", &leader_type, answer,
		err);

	if (code != ERR_OK)
		return code;
	if (answer->evidence.n != 1) {
		*head = answer->evidence.n == 0 ? HEAD_NONE : HEAD_SEVERAL;
		strbuf_add(words, about->until_on);
		return ERR_OK;
	}
	code = record_load(about->store, &leader_type,
		answer->evidence.items[0].id, &leader, err);
	if (code != ERR_OK)
		return code;
	*head = head_of(about, &leader);
	(void)probe_fields(about->store, &leader, fields,
		sizeof(fields) / sizeof(fields[0]), words, NULL);
	record_clear(&leader);
	return ERR_OK;
}

/* F7 防“企业（项目）方唱主角”. */
enum err_code
probe_head_permitted(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	struct strbuf words = STRBUF_INIT;
	enum head head;
	enum err_code code = find_head(about, answer, &head, &words, err);

	if (code == ERR_OK)
		say_head(answer, head, verdicts[head].takes_the_lead, words.s);
	strbuf_clear(&words);
	return code;
}

/* Y4 有合规负责人. */
enum err_code
probe_qualified_head(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	struct strbuf words = STRBUF_INIT;
	enum head head;
	enum err_code code = find_head(about, answer, &head, &words, err);

	if (code == ERR_OK)
		say_head(answer, head, verdicts[head].qualified, words.s);
	strbuf_clear(&words);
	return code;
}

/* Y3 有领导班子: a head and others, proposed jointly, whose term runs. */
enum err_code
probe_leading_group(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	enum { LEADERS, HEADS, PROPOSED, NUMBERS };
	const char *term = record_get(about->org, "term_until_on");
	bool is_over = term[0] != '\0' &&
		date_compare(term, about->until_on) < 0;
	int64_t n[NUMBERS] = {0};
	enum err_code code = probe_count(about,
		"SELECT count(*), sum(l.post = '1'), "
		"sum(l.proposed_on <> '' OR l.proposed_by <> '') "
		"FROM leader l WHERE" LED_BY, n, NUMBERS, err);

	if (code == ERR_OK)
		code = probe_gather(about,
			"SELECT l.id FROM leader l WHERE" LED_BY
			"ORDER BY l.since_on DESC, l.id DESC", &leader_type,
			answer, err);
	if (code != ERR_OK)
		return code;
	if (n[LEADERS] == 0)
		probe_say(answer, PROBE_UNMET,
			_("No leader is on record on %s."), about->until_on);
	else if (is_over)
		probe_say(answer, PROBE_PARTLY,
			_("Leaders in office on %s: %d, but their term ended "
			  "on %s."), about->until_on, (int)n[LEADERS], term);
	else
		probe_say(answer, n[HEADS] == 1 && n[LEADERS] > 1 &&
				n[PROPOSED] == n[LEADERS] ? PROBE_MET
							  : PROBE_PARTLY,
			_("Leaders in office on %s: %d, of these heads: %d, "
			  "proposed jointly by the records: %d."),
			about->until_on, (int)n[LEADERS], (int)n[HEADS],
			(int)n[PROPOSED]);
	return ERR_OK;
}

enum roster_numbers {
	MEMBERS,
	BRANCHLESS,
	DATELESS,
	GONE,
	UNITS,
	EMPTY_UNITS,
	ROSTER_NUMBERS,
};

/* What is wrong with whom, and with which units. */
static enum err_code
count_roster(const struct probe_case *about, int64_t n[ROSTER_NUMBERS],
	struct err *err)
{
	enum err_code code = probe_count(about,
		"SELECT count(*), sum(b.branch_id IS NULL), "
		"sum(s.joined_on = ''), sum(b.state <> '1') "
		"FROM membership s JOIN member b ON b.id = s.member_id "
		"WHERE" ON_ROSTER, n, UNITS, err);

	if (code != ERR_OK)
		return code;
	return probe_count(about,
		"WITH unit (id) AS (SELECT DISTINCT uu.unit_id "
		"FROM union_unit uu WHERE uu.union_org_id = ?1 "
		"AND uu.deleted = 0 AND"
		PROBE_CURRENT("uu.joined_on", "uu.left_on") ") "
		"SELECT count(*), sum(id NOT IN (SELECT s.unit_id "
		"FROM membership s WHERE s.unit_id IS NOT NULL AND" ON_ROSTER
		")) FROM unit", n + UNITS, ROSTER_NUMBERS - UNITS, err);
}

/* Y5 有成员名册: complete and of today. */
enum err_code
probe_roster_current(const struct probe_case *about,
	struct probe_answer *answer, struct err *err)
{
	int64_t n[ROSTER_NUMBERS] = {0};
	enum err_code code = count_roster(about, n, err);
	bool faultless = n[BRANCHLESS] + n[DATELESS] + n[GONE] +
			n[EMPTY_UNITS] == 0 && n[UNITS] > 0;

	if (code != ERR_OK)
		return code;
	if (n[MEMBERS] == 0)
		probe_say(answer, PROBE_UNMET,
			_("Nobody is on the roster on %s."), about->until_on);
	else
		probe_say(answer, faultless ? PROBE_MET : PROBE_PARTLY,
			_("Members on the roster on %s: %d, of whom without a "
			  "home branch: %d, without the day of reporting: %d, "
			  "no longer in the register: %d; member units: %d, of "
			  "these with nobody on the roster: %d."),
			about->until_on, (int)n[MEMBERS], (int)n[BRANCHLESS],
			(int)n[DATELESS], (int)n[GONE], (int)n[UNITS],
			(int)n[EMPTY_UNITS]);
	return ERR_OK;
}

/* Z4 落实党员报到领岗制度. */
enum err_code
probe_posts_taken(const struct probe_case *about, struct probe_answer *answer,
	struct err *err)
{
	enum { ALL, REPORTED, POSTED, NUMBERS };
	int64_t n[NUMBERS] = {0};
	const char *verdict = PROBE_PARTLY;
	enum err_code code = probe_count(about,
		"SELECT count(*), sum(s.joined_on <> ''), sum(s.duty <> '') "
		"FROM membership s WHERE" ON_ROSTER, n, NUMBERS, err);

	if (code != ERR_OK)
		return code;
	if (n[ALL] == 0) {
		probe_say(answer, PROBE_UNCLEAR,
			_("Nobody is on the roster on %s."), about->until_on);
		return ERR_OK;
	}
	if (n[POSTED] == 0)
		verdict = PROBE_UNMET;
	else if (n[REPORTED] == n[ALL] && n[POSTED] == n[ALL])
		verdict = PROBE_MET;
	probe_say(answer, verdict,
		_("Members on the roster on %s: %d, of whom with the day of "
		  "reporting: %d, with a post taken: %d."),
		about->until_on, (int)n[ALL], (int)n[REPORTED],
		(int)n[POSTED]);
	return ERR_OK;
}
