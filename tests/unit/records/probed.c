#include "probed.h"

#include "base/xalloc.h"

int64_t
probed_union(struct desk *desk)
{
	return desk_add(desk, &union_org_type, "name", "浑善达克联合党支部",
		"state", "2", "founded_on", "2020-05-12", NULL);
}

int64_t
probed_unit(struct desk *desk, const char *name, const char *kind)
{
	return desk_add(desk, &unit_type, "name", name, "kind", kind, NULL);
}

void
probed_join(struct desk *desk, int64_t org, int64_t unit)
{
	desk_add(desk, &union_unit_type, "union_org_id", desk_id(org).s,
		"unit_id", desk_id(unit).s, "joined_on", "2020", NULL);
}

int64_t
probed_kind(struct desk *desk, const char *name, const char *eligible,
	const char *cycle)
{
	return desk_add(desk, &meeting_kind_type, "name", name, "eligible",
		eligible, "cycle", cycle, NULL);
}

int64_t
probed_meeting(struct desk *desk, int64_t org, int64_t kind, const char *day)
{
	char *begin = xasprintf("%s 09:00", day);
	char *end = xasprintf("%s 10:00", day);
	int64_t id = desk_add(desk, &meeting_type, "union_org_id",
		desk_id(org).s, "kind_id", desk_id(kind).s, "title", "例会",
		"begin_at", begin, "end_at", end, "chair_name", "敖特根",
		"recorder_name", "单晓红", "state", "3", NULL);

	free(begin);
	free(end);
	return id;
}

void
probed_attends(struct desk *desk, int64_t meeting, int64_t member,
	int64_t unit, bool there)
{
	desk_add(desk, &attendance_type, "meeting_id", desk_id(meeting).s,
		"member_id", desk_id(member).s, "unit_id", desk_id(unit).s,
		"presence", there ? "1" : "3", "absence",
		there ? "" : "6", NULL);
}

int64_t
probed_member(struct desk *desk, const char *name)
{
	return desk_add(desk, &member_type, "name", name, NULL);
}

void
probed_says(struct desk *desk, int64_t org, const char *name,
	const char *verdict, size_t n_evidence, const char *sentence)
{
	struct probe_request request = {
		.store = desk->store,
		.union_org_id = org,
		.from_on = "2025-01-01",
		.until_on = "2025-12-31",
		.today = "2026-02-01",
	};

	probed_says_of(&request, name, verdict, n_evidence, sentence);
}

void
probed_says_of(const struct probe_request *request, const char *name,
	const char *verdict, size_t n_evidence, const char *sentence)
{
	struct probe_answer answer;
	struct err err = ERR_INIT;

	bench_ok(probe_ask(name, request, &answer, &err), &err);
	assert_string_equal(answer.sentence, sentence);
	assert_string_equal(answer.verdict, verdict);
	assert_int_equal(answer.evidence.n, n_evidence);
	probe_answer_clear(&answer);
}
