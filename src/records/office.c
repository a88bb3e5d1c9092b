/* office (本单位): who keeps these records. */
#include "records/nouns.h"

#include <stdlib.h>

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "name", .term = {"name of the office", "单位名称"},
		.kind = FIELD_TEXT, .cols = 30, .max = 64,
		.flags = FIELD_REQUIRED | FIELD_SEARCH,
		.help = N_("As on the office's seal, e.g. the Party committee "
			   "of the township.")},
	{.name = "level", .term = {"level", "级别"}, .kind = FIELD_CODE,
		.cols = 12, .codes = "unit_level"},
	{.name = "region", .term = {"region code", "行政区划代码"},
		.also = "区划代码", .kind = FIELD_TEXT, .cols = 12, .max = 12,
		.help = N_("Six, nine or twelve digits of GB/T 2260.")},
	{.name = "upper", .term = {"upper office", "上级单位"},
		.also = "上级党组织", .kind = FIELD_TEXT, .cols = 30,
		.max = 64},
	{.name = "phone", .term = {"phone", "联系电话"}, .kind = FIELD_PHONE},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000},
	{.name = "pass_mark", .term = {"pass mark", "合格分数"},
		.kind = FIELD_INT, .initial = "70",
		.help = N_("A rectification is accepted from this score on "
			   "(of 100).")},
	{.name = "dissatisfied_max",
		.term = {"dissatisfied at most (%)", "不满意率上限（%）"},
		.kind = FIELD_INT, .initial = "50",
		.help = N_("A rectification with a larger part of "
			   "dissatisfied ballots is not accepted.")},
	{.name = "track_months", .term = {"months of tracking", "跟踪月数"},
		.kind = FIELD_INT, .initial = "12",
		.help = N_("So long an accepted rectification is tracked "
			   "before it is closed.")},
};

static void
check(const struct record *office, const struct check_context *context,
	struct notes *notes)
{
	static const struct {
		const char *field;
		long max;
	} marks[] = {{"pass_mark", 100}, {"dissatisfied_max", 100},
		{"track_months", 120}};

	(void)context;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		long mark = strtol(record_get(office, marks[i].field), NULL,
			10);

		if (mark < 0 || mark > marks[i].max)
			notes_block(notes, marks[i].field,
				_("%s is a number from 0 to %ld."),
				term_word(&record_field(&office_type,
					marks[i].field)->term), marks[i].max);
	}
}

const struct record_type office_type = {
	.name = "office",
	.term = {"Office", "本单位"},
	.number = 1,
	.flags = RECORD_SINGLE,
	.help = N_("The office that keeps these records; its name stands at "
		   "the head of every screen and sheet."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Office", "基本情况"}},
	.title = {"name"},
	.list = {"name", "level", "region", "upper"},
	.key = {{"name"}},
	.check = check,
};
