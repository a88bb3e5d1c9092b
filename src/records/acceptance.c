#include "records/acceptance.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "records/nouns.h"
#include "records/query.h"

static int64_t
number(const struct record *record, const char *field)
{
	const char *value = record_get(record, field);

	return value[0] != '\0' ? strtoll(value, NULL, 10) : -1;
}

static enum err_code
take_marks(void *data, const struct record *record, struct err *err)
{
	struct acceptance_marks *marks = data;
	const struct {
		const char *field;
		int64_t *mark;
	} given[] = {
		{"pass_mark", &marks->pass_mark},
		{"dissatisfied_max", &marks->dissatisfied_max},
		{"track_months", &marks->track_months},
	};

	(void)err;
	for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); i++)
		if (record_field(record->type, given[i].field) != NULL &&
			number(record, given[i].field) >= 0)
			*given[i].mark = number(record, given[i].field);
	return ERR_OK;
}

static void
take_initial(struct acceptance_marks *marks)
{
	struct record office;

	record_begin(&office, &office_type, "");
	(void)take_marks(marks, &office, NULL);
	record_clear(&office);
}

void
acceptance_marks(struct store *store, struct acceptance_marks *marks)
{
	struct query query;

	take_initial(marks);
	query_init(&query, &office_type);
	(void)query_each(store, &query, take_marks, marks, NULL);
	query_clear(&query);
}

void
acceptance_kept_marks(const struct record *rectification,
	struct acceptance_marks *marks)
{
	take_initial(marks);
	(void)take_marks(marks, rectification, NULL);
}

void
acceptance_of(const struct record *rectification,
	struct acceptance *acceptance)
{
	acceptance->score = number(rectification, "score");
	acceptance->ballots = number(rectification, "ballots");
	acceptance->dissatisfied = number(rectification, "dissatisfied");
}

enum acceptance_verdict
acceptance_judge(const struct acceptance *acceptance,
	const struct acceptance_marks *marks)
{
	bool voted = acceptance->ballots > 0 || acceptance->dissatisfied > 0;

	if (acceptance->score < 0 ||
		(voted && (acceptance->ballots < 0 ||
				  acceptance->dissatisfied < 0)))
		return ACCEPTANCE_OPEN;
	if (acceptance->score < marks->pass_mark ||
		(voted && acceptance->dissatisfied * 100 >
				acceptance->ballots * marks->dissatisfied_max))
		return ACCEPTANCE_FAILED;
	return ACCEPTANCE_PASSED;
}

static void
tell_ballots(const struct acceptance *acceptance,
	const struct acceptance_marks *marks, bool passed, struct strbuf *out)
{
	struct strbuf rate = STRBUF_INIT;
	long long tenths = acceptance->dissatisfied * 1000 /
		acceptance->ballots;

	strbuf_addf(&rate, "%lld.%lld", tenths / 10, tenths % 10);
	strbuf_addf(out, passed
			? _("Score %lld (pass mark %lld), %lld of %lld ballots "
			    "dissatisfied (%s%%, at most %lld%%): passed.")
			: _("Score %lld (pass mark %lld), %lld of %lld ballots "
			    "dissatisfied (%s%%, at most %lld%%): failed."),
		(long long)acceptance->score, (long long)marks->pass_mark,
		(long long)acceptance->dissatisfied,
		(long long)acceptance->ballots, rate.s,
		(long long)marks->dissatisfied_max);
	strbuf_clear(&rate);
}

static void
tell_open(const struct acceptance *acceptance, struct strbuf *out)
{
	if (acceptance->score < 0)
		strbuf_add(out, _("The score of the acceptance is not there "
				  "yet."));
	else
		strbuf_add(out, _("Of the ballot both numbers are needed: how "
				  "many were cast and how many of them were "
				  "dissatisfied."));
}

void
acceptance_tell(const struct acceptance *acceptance,
	const struct acceptance_marks *marks, const char *track_until,
	struct strbuf *out)
{
	enum acceptance_verdict verdict = acceptance_judge(acceptance, marks);
	bool passed = verdict == ACCEPTANCE_PASSED;

	if (verdict == ACCEPTANCE_OPEN)
		tell_open(acceptance, out);
	else if (acceptance->ballots > 0)
		tell_ballots(acceptance, marks, passed, out);
	else
		strbuf_addf(out, passed
				? _("Score %lld (pass mark %lld), no ballot: "
				    "passed.")
				: _("Score %lld (pass mark %lld), no ballot: "
				    "failed."),
			(long long)acceptance->score,
			(long long)marks->pass_mark);
	if (passed && track_until[0] != '\0')
		strbuf_addf(out, _("\nTracked until %s."), track_until);
}
