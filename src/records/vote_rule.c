/* vote_rule (表决规则): how many must sit, and how many must agree. */
#include "records/nouns.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/find.h"
#include "store/site.h"

enum { PAGE_RULE, PAGE_BASIS };

static bool
has_quorum(const struct record *rule)
{
	return record_get(rule, "quorum_num")[0] != '\0';
}

static bool
has_count(const struct record *rule)
{
	return record_get(rule, "pass_base")[0] != '\0';
}

static const struct field_type fields[] = {
	{.name = "name", .term = {"name", "规则名称"},
		.also = "名称|表决规则名称", .kind = FIELD_TEXT, .cols = 24,
		.max = 64,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_UNIQUE,
		.page = PAGE_RULE},
	{.name = "quorum_num", .term = {"quorum, upper number", "到会分子"},
		.kind = FIELD_INT, .page = PAGE_RULE,
		.help = N_("The part of those who ought to attend that must "
			   "be there: 4 of 4/5; empty where no number is "
			   "required.")},
	{.name = "quorum_den", .term = {"quorum, lower number", "到会分母"},
		.kind = FIELD_INT, .flags = FIELD_REQUIRED,
		.when = has_quorum, .page = PAGE_RULE},
	{.name = "quorum_over", .term = {"quorum, how", "到会界限"},
		.kind = FIELD_CODE, .cols = 8, .codes = "vote_bound",
		.flags = FIELD_REQUIRED, .initial = "0", .when = has_quorum,
		.page = PAGE_RULE},
	{.name = "pass_base", .term = {"counted by", "计票基数"},
		.also = "表决基数", .kind = FIELD_CODE, .cols = 8,
		.codes = "vote_base", .page = PAGE_RULE,
		.help = N_("Whether the votes in favour are a part of those "
			   "who ought to attend or of those present; empty "
			   "where nothing is counted.")},
	{.name = "pass_num", .term = {"majority, upper number", "赞成分子"},
		.kind = FIELD_INT, .flags = FIELD_REQUIRED, .when = has_count,
		.page = PAGE_RULE},
	{.name = "pass_den", .term = {"majority, lower number", "赞成分母"},
		.kind = FIELD_INT, .flags = FIELD_REQUIRED, .when = has_count,
		.page = PAGE_RULE},
	{.name = "pass_over", .term = {"majority, how", "赞成界限"},
		.kind = FIELD_CODE, .cols = 8, .codes = "vote_bound",
		.flags = FIELD_REQUIRED, .initial = "1", .when = has_count,
		.page = PAGE_RULE},

	{.name = "basis", .term = {"basis", "规则依据"}, .also = "依据",
		.kind = FIELD_TEXT, .cols = 30, .max = 200,
		.page = PAGE_BASIS,
		.help = N_("The regulation or decision that sets the "
			   "numbers.")},
	{.name = "rule_on", .term = {"date of the basis", "依据日期"},
		.kind = FIELD_DATE, .page = PAGE_BASIS},
	{.name = "since_on", .term = {"since", "启用日期"},
		.kind = FIELD_DATE, .page = PAGE_BASIS},
	{.name = "until_on", .term = {"until", "停用日期"},
		.kind = FIELD_DATE, .page = PAGE_BASIS},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_BASIS},
};

/* A part of a whole: more than nothing and no more than all. */
static void
check_part(const struct record *rule, const char *num, const char *den,
	struct notes *notes)
{
	long long upper = strtoll(record_get(rule, num), NULL, 10);
	long long lower = strtoll(record_get(rule, den), NULL, 10);

	if (upper < 1 || lower < upper)
		notes_block(notes, num,
			_("%lld/%lld is not a part of a whole; write the "
			  "upper number from 1 up to the lower one."),
			upper, lower);
}

/* Votes stand by the numbers that they were counted by. */
static void
check_used(const struct record *rule, const struct check_context *context,
	struct notes *notes)
{
	static const char *const numbers[] = {"quorum_num", "quorum_den",
		"quorum_over", "pass_base", "pass_num", "pass_den",
		"pass_over"};
	const char *changed = NULL;
	struct find_ids votes = VEC_INIT;
	char id[SITE_ID_TEXT_SIZE];

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (strcmp(record_get(rule, numbers[i]),
			    record_get(context->old, numbers[i])) != 0)
			changed = numbers[i];
	if (changed == NULL)
		return;
	site_id_to_text(rule->id, id);
	if (find_by_value(context->store, &vote_type, "vote_rule_id", id, 1,
		    &votes, NULL) == ERR_OK && votes.n > 0)
		notes_block(notes, changed,
			_("Votes were counted by this rule, so that its "
			  "numbers stay; give it an end and enter the new "
			  "rule beside it."));
	find_ids_clear(&votes);
}

static void
check(const struct record *rule, const struct check_context *context,
	struct notes *notes)
{
	if (has_quorum(rule))
		check_part(rule, "quorum_num", "quorum_den", notes);
	if (has_count(rule))
		check_part(rule, "pass_num", "pass_den", notes);
	if (context->old != NULL)
		check_used(rule, context, notes);
}

const struct record_type vote_rule_type = {
	.name = "vote_rule",
	.term = {"Voting rule", "表决规则"},
	.number = 10,
	.help = N_("How many of those who ought to attend must be there, and "
		   "how many must vote in favour, each as a part of a whole; "
		   "with the regulation that says so."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Rule", "规则内容"}, {"Basis", "依据与期限"}},
	.title = {"name"},
	.list = {"name", "quorum_over", "quorum_num", "quorum_den",
		"pass_over", "pass_num", "pass_den", "pass_base", "basis",
		"since_on", "until_on"},
	.key = {{"name"}},
	.check = check,
	.since = "since_on",
	.until = "until_on",
};
