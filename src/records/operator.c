/* operator (经办人): who types. */
#include "records/nouns.h"

#include <string.h>

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "name", .term = {"name", "姓名"}, .kind = FIELD_TEXT,
		.cols = 16, .max = 64,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_PERSON |
			FIELD_UNIQUE},
	{.name = "short_name", .term = {"short name", "简称"},
		.kind = FIELD_TEXT, .cols = 10, .max = 16,
		.help = N_("What --operator takes and history shows, e.g. the "
			   "initials.")},
	{.name = "post", .term = {"post", "职务"}, .kind = FIELD_TEXT,
		.cols = 20, .max = 64},
	{.name = "since_on", .term = {"since", "起始日期"}, .kind = FIELD_DATE,
		.initial = "today"},
	{.name = "until_on", .term = {"until", "截止日期"}, .kind = FIELD_DATE},
};

const struct record_type operator_type = {
	.name = "operator",
	.term = {"Operator", "经办人"},
	.number = 2,
	.help = N_("Who keeps the records. It is a statement, not a proof: "
		   "there is no password."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Operator", "基本情况"}},
	.title = {"name"},
	.list = {"name", "short_name", "post", "since_on", "until_on"},
	.key = {{"name"}},
	.since = "since_on",
	.until = "until_on",
};
