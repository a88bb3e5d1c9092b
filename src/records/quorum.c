#include "records/quorum.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/* Codes of vote_bound and vote_base. */
#define OVER "1"
#define OF_ELIGIBLE "1"

static int64_t
number(const struct record *record, const char *field)
{
	return strtoll(record_get(record, field), NULL, 10);
}

static void
read_part(const struct record *rule, const char *num, const char *den,
	const char *over, struct quorum_part *part)
{
	part->num = number(rule, num);
	part->den = number(rule, den);
	part->over = strcmp(record_get(rule, over), OVER) == 0;
	if (part->num < 1 || part->den < part->num)
		*part = (struct quorum_part){0};
}

void
quorum_rule_of(const struct record *vote_rule, struct quorum_rule *rule)
{
	const char *base;

	*rule = (struct quorum_rule){.base = QUORUM_UNCOUNTED};
	if (vote_rule == NULL)
		return;
	read_part(vote_rule, "quorum_num", "quorum_den", "quorum_over",
		&rule->there);
	read_part(vote_rule, "pass_num", "pass_den", "pass_over",
		&rule->favour);
	base = record_get(vote_rule, "pass_base");
	if (base[0] != '\0' && rule->favour.num > 0)
		rule->base = strcmp(base, OF_ELIGIBLE) == 0 ? QUORUM_ELIGIBLE
							    : QUORUM_PRESENT;
}

/* Divided first, so that no number of people is too large to be multiplied. */
int64_t
quorum_least(const struct quorum_part *part, int64_t whole)
{
	int64_t parts, rest;

	if (part->num == 0)
		return 0;
	if (whole < 1)
		return 1;
	parts = whole / part->den * part->num;
	rest = whole % part->den * part->num;
	parts += rest / part->den;
	if (part->over || rest % part->den != 0)
		parts++;
	return parts;
}

bool
quorum_is_there(const struct quorum_rule *rule,
	const struct quorum_tally *tally)
{
	return tally->present >= quorum_least(&rule->there, tally->eligible);
}

static int64_t
votes_needed(const struct quorum_rule *rule, const struct quorum_tally *tally)
{
	int64_t base = rule->base == QUORUM_ELIGIBLE
		? tally->eligible : tally->present + tally->written;

	return quorum_least(&rule->favour, base);
}

enum quorum_outcome
quorum_outcome(const struct quorum_rule *rule,
	const struct quorum_tally *tally)
{
	if (!quorum_is_there(rule, tally))
		return OUTCOME_INVALID;
	if (rule->base == QUORUM_UNCOUNTED)
		return OUTCOME_UNCOUNTED;
	return tally->favour >= votes_needed(rule, tally) ? OUTCOME_CARRIED
							  : OUTCOME_LOST;
}

/* Words */

/* 半数, 五分之四; beyond ten, and in English, digits. */
static void
add_fraction(const struct quorum_part *part, struct strbuf *out)
{
	static const char *const words[] = {"零", "一", "二", "三", "四", "五",
		"六", "七", "八", "九", "十"};

	if (part->num * 2 == part->den)
		strbuf_add(out, C_("fraction", "half"));
	else if (i18n_language() == LANGUAGE_ZH && part->den <= 10)
		strbuf_addf(out, "%s分之%s", words[part->den],
			words[part->num]);
	else
		strbuf_addf(out, "%lld/%lld", (long long)part->num,
			(long long)part->den);
}

/* “more than half of those present” */
static void
add_part(const struct quorum_part *part, bool of_present, struct strbuf *out)
{
	struct strbuf fraction = STRBUF_INIT;

	add_fraction(part, &fraction);
	if (of_present)
		strbuf_addf(out, part->over ? _("more than %s of those present")
			: _("at least %s of those present"), fraction.s);
	else
		strbuf_addf(out, part->over
			? _("more than %s of those who ought to attend")
			: _("at least %s of those who ought to attend"),
			fraction.s);
	strbuf_clear(&fraction);
}

void
quorum_tell_there(const struct quorum_rule *rule,
	const struct quorum_tally *tally, struct strbuf *out)
{
	struct strbuf part = STRBUF_INIT;

	if (rule->there.num == 0) {
		strbuf_addf(out, _("Ought to attend %lld, present %lld: no "
				   "number is required."),
			(long long)tally->eligible, (long long)tally->present);
		return;
	}
	add_part(&rule->there, false, &part);
	strbuf_addf(out, quorum_is_there(rule, tally)
		? _("Ought to attend %lld, present %lld: a quorum (%s, that is "
		    "%lld, must be there).")
		: _("Ought to attend %lld, present %lld: no quorum (%s, that "
		    "is %lld, must be there)."),
		(long long)tally->eligible, (long long)tally->present, part.s,
		(long long)quorum_least(&rule->there, tally->eligible));
	strbuf_clear(&part);
}

static void
tell_favour(const struct quorum_rule *rule, const struct quorum_tally *tally,
	struct strbuf *out)
{
	struct strbuf part = STRBUF_INIT;
	int64_t needed = votes_needed(rule, tally);

	add_part(&rule->favour, rule->base == QUORUM_PRESENT, &part);
	strbuf_addf(out, tally->favour >= needed
		? _("In favour %lld: carried (%s, that is %lld votes, are "
		    "needed).")
		: _("In favour %lld: not carried (%s, that is %lld votes, are "
		    "needed)."),
		(long long)tally->favour, part.s, (long long)needed);
	strbuf_clear(&part);
}

void
quorum_tell(const struct quorum_rule *rule, const struct quorum_tally *tally,
	struct strbuf *out)
{
	quorum_tell_there(rule, tally, out);
	if (i18n_language() != LANGUAGE_ZH)
		strbuf_add_char(out, ' ');
	if (!quorum_is_there(rule, tally))
		strbuf_add(out, _("The vote is recorded and is invalid."));
	else if (rule->base == QUORUM_UNCOUNTED)
		strbuf_add(out, _("No votes are counted."));
	else
		tell_favour(rule, tally, out);
}
