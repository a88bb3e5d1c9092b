#include "test.h"

#include <stdlib.h>

#include "records/unit_name.h"

static void
folds(const char *name, const char *parts)
{
	char *made = unit_name_parts(name);

	assert_string_equal(made, parts);
	free(made);
}

static void
long_words_are_made_short(void **state)
{
	(void)state;
	folds("张庄村民委员会", "\n张庄村委会");
	folds("张庄村委会", "\n张庄村委会");
	folds("中共张庄村支部委员会", "\n张庄村支部");
	folds("达来嘎查村民委员会", "\n达来嘎查委会");
	folds("达来嘎查委员会", "\n达来嘎查委会");
	folds("沙果酵素（赤峰）有限责任公司", "\n沙果酵素赤峰公司");
	folds("", "\n");
}

static void
regions_stand_in_front(void **state)
{
	(void)state;
	folds("内蒙古自治区赤峰市克什克腾旗经棚镇张庄村委会",
		"内蒙古自治区赤峰市克什克腾旗经棚镇\n张庄村委会");
	folds("经棚镇蒙古族中学", "经棚镇\n蒙古族中学");
	/* too little would be left, or they are no regions */
	folds("经棚镇中学", "\n经棚镇中学");
	folds("中共哈日图旗委员会", "\n哈日图旗委员会");
	folds("中国共产主义青年团哈日图旗委员会",
		"\n共青团哈日图旗委员会");
	folds("敖伦高勒社区党支部", "\n敖伦高勒社区支部");
	folds("农贸市场党支部", "\n农贸市场支部");
	folds("克旗乡村振兴局", "\n克旗乡村振兴局");
	folds("红旗村", "\n红旗村");
}

static void
alike_but_for_regions(void **state)
{
	(void)state;
	assert_true(unit_name_alike("张庄村委会", "张庄村民委员会"));
	assert_true(unit_name_alike("张庄村委会", "经棚镇张庄村民委员会"));
	assert_true(unit_name_alike("经棚镇张庄村委会",
		"克什克腾旗经棚镇张庄村民委员会"));
	assert_false(unit_name_alike("白音镇张庄村委会",
		"经棚镇张庄村委会"));
	assert_false(unit_name_alike("张庄村委会", "李庄村委会"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_words_are_made_short),
		cmocka_unit_test(regions_stand_in_front),
		cmocka_unit_test(alike_but_for_regions),
	};

	return cmocka_run_group_tests_name("unit_name", tests, NULL, NULL);
}
