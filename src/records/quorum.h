/*
 * How a vote is judged (表决结果的判定), by the numbers of its rule, in integers
 * alone: is there a quorum, was the matter carried, and that in words.
 */
#ifndef RECORDS_QUORUM_H
#define RECORDS_QUORUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "records/record.h"

/* A part of a whole, 4/5, and whether it must be exceeded. */
struct quorum_part {
	int64_t num; /* 0: nothing is asked for */
	int64_t den;
	bool over; /* 超过; else 不少于 */
};

enum quorum_base {
	QUORUM_UNCOUNTED, /* nothing is counted (协商一致) */
	QUORUM_ELIGIBLE,  /* 应到 */
	QUORUM_PRESENT,   /* 实到, and those whose written opinion counts */
};

struct quorum_rule {
	struct quorum_part there;  /* of those who ought to attend */
	enum quorum_base base;     /* of what … */
	struct quorum_part favour; /* … this part must be in favour */
};

struct quorum_tally {
	int64_t eligible; /* 应到 */
	int64_t present;  /* 实到 */
	int64_t written;  /* 书面意见 that count as votes of absentees */
	int64_t favour;   /* 赞成, written ones among them */
};

enum quorum_outcome {
	OUTCOME_CARRIED = 1, /* 通过; the numbers are the codes of vote_outcome */
	OUTCOME_LOST,        /* 未通过 */
	OUTCOME_INVALID,     /* 无效（不足法定人数） */
	OUTCOME_UNCOUNTED,   /* 不计票 */
};

/* From a vote_rule; NULL is a rule that asks for nothing. */
void
quorum_rule_of(const struct record *vote_rule, struct quorum_rule *rule);

/* The fewest of that many that are the part; of nobody, one is still too many
 * to be there: the result is more than whole then. */
int64_t
quorum_least(const struct quorum_part *part, int64_t whole);

/* True where as many are present as the rule asks for. */
bool
quorum_is_there(const struct quorum_rule *rule,
	const struct quorum_tally *tally);

enum quorum_outcome
quorum_outcome(const struct quorum_rule *rule,
	const struct quorum_tally *tally);

/* Appends “应到 56，实到 41：符合有效人数（不少于半数）。”, translated. */
void
quorum_tell_there(const struct quorum_rule *rule,
	const struct quorum_tally *tally, struct strbuf *out);

/* Appends that and, where votes are counted,
 * “赞成 39：通过（须超过应到半数，即 29 票）。” */
void
quorum_tell(const struct quorum_rule *rule, const struct quorum_tally *tally,
	struct strbuf *out);

#endif
