#include "test.h"

#include "base/i18n.h"
#include "records/value.h"

#define TODAY "2024-03-05"

static const struct field_type text = {.name = "text", .kind = FIELD_TEXT};
static const struct field_type person = {.name = "person", .kind = FIELD_TEXT,
	.flags = FIELD_PERSON};
static const struct field_type brief = {.name = "brief", .kind = FIELD_TEXT,
	.max = 3};
static const struct field_type lines = {.name = "lines",
	.kind = FIELD_LONGTEXT};
static const struct field_type date = {.name = "date", .kind = FIELD_DATE};
static const struct field_type moment = {.name = "moment",
	.kind = FIELD_TIME};
static const struct field_type number = {.name = "number", .kind = FIELD_INT};
static const struct field_type money = {.name = "money", .kind = FIELD_MONEY};
static const struct field_type sex = {.name = "sex", .kind = FIELD_CODE,
	.term = {"sex", "性别"}, .codes = "sex"};
static const struct field_type ethnic = {.name = "ethnic", .kind = FIELD_CODE,
	.term = {"ethnic group", "民族"}, .codes = "ethnic"};
static const struct field_type crosses = {.name = "crosses",
	.kind = FIELD_CODE, .flags = FIELD_SEVERAL,
	.term = {"boundaries crossed", "跨越范围"}, .codes = "union_crosses"};
static const struct field_type member = {.name = "member_id",
	.kind = FIELD_REF, .ref = "member"};
static const struct field_type flag = {.name = "flag", .kind = FIELD_BOOL};
static const struct field_type idno = {.name = "idno", .kind = FIELD_IDCARD,
	.flags = FIELD_SENSITIVE};
static const struct field_type phone = {.name = "phone", .kind = FIELD_PHONE,
	.flags = FIELD_SENSITIVE};

static const struct {
	const struct field_type *field;
	const char *typed;
	const char *stored; /* NULL: refused */
} rows[] = {
	{&text, "", ""},
	{&text, "   ", ""},
	{&text, "\t\r\n", ""},
	{&text, "\xe3\x80\x80\xc2\xa0 办公室 \xe3\x80\x80", "办公室"},
	{&text, "\xef\xbb\xbf办公室", "办公室"},
	{&text, "党政 办公室", "党政 办公室"},
	{&text, "党政\xe3\x80\x80办公室", "党政\xe3\x80\x80办公室"},
	{&text, "一行\r\n二行", "一行 二行"},
	{&text, "一行\n二行\r三行", "一行 二行 三行"},
	{&text, "一\t二", "一 二"},
	{&text, "a\x01\x1b[31mb\x7f", "a[31mb"},
	{&text, "a\xc2\x85\xc2\x9b" "b", "ab"},
	{&text, "无", ""},
	{&text, " 无 ", ""},
	{&text, "—", ""},
	{&text, "——", ""},
	{&text, "－", ""},
	{&text, "-", ""},
	{&text, "/", ""},
	{&text, "／", ""},
	{&text, "无锡", "无锡"},
	{&text, "/etc", "/etc"},
	{&text, "'12", "'12"},
	{&text, "＝１", "＝１"},
	{&text, "e\xcc\x81", "e\xcc\x81"},
	{&text, "a \xcc\x81", "a \xcc\x81"},
	{&text, "ᠮᠣᠩᠭᠣᠯ", "ᠮᠣᠩᠭᠣᠯ"},
	{&text, "\xf0\xa0\xae\xb7", "\xf0\xa0\xae\xb7"},
	{&text, "\xff", NULL},
	{&text, "党\xe5\x85", NULL},
	{&text, "\xed\xa0\x80", NULL},
	{&brief, "党委书", "党委书"},
	{&brief, " 党委书 ", "党委书"},
	{&brief, "党委书记", NULL},

	{&person, "张三", "张三"},
	{&person, "张 三", "张三"},
	{&person, "张\xe3\x80\x80三", "张三"},
	{&person, "张\xc2\xa0 三", "张三"},
	{&person, "单 晓 红", "单晓红"},
	{&person, "欧阳\r\n修", "欧阳修"},
	{&person, "欧 阳 文 忠", "欧 阳 文 忠"},
	{&person, "乌兰·其其格", "乌兰·其其格"},
	{&person, "Li Lei", "Li Lei"},
	{&person, "\xf0\xa0\xae\xb7 野", "\xf0\xa0\xae\xb7野"},
	{&person, "张", "张"},
	{&person, "张 A", "张 A"},
	{&person, "无", ""},

	{&lines, "", ""},
	{&lines, "无", "无"},
	{&lines, "—", "—"},
	{&lines, "一\r\n二", "一\n二"},
	{&lines, "一\r二\n三", "一\n二\n三"},
	{&lines, "一\t二", "一\t二"},
	{&lines, "\n 一\n\n二 \n", "一\n\n二"},
	{&lines, "'一", "'一"},

	{&date, "2024-3-5", "2024-03-05"},
	{&date, "20240305", "2024-03-05"},
	{&date, "2024.3", "2024-03"},
	{&date, "2024年3月5日", "2024-03-05"},
	{&date, "２０２４．３．５", "2024-03-05"},
	{&date, "2024", "2024"},
	{&date, "今天", TODAY},
	{&date, "t", TODAY},
	{&date, " '2024/3/5", "2024-03-05"},
	{&date, "2024-03-05 00:00:00", "2024-03-05"},
	{&date, "无", ""},
	{&date, "/", ""},
	{&date, "1970-02-29", NULL},
	{&date, "2024-13", NULL},
	{&date, "早春", NULL},
	{&date, "3-5", NULL},

	{&moment, "2024-3-5 9:05", "2024-03-05 09:05"},
	{&moment, "9点", TODAY " 09:00"},
	{&moment, "2024年3月5日 9时5分", "2024-03-05 09:05"},
	{&moment, "2024-3-5 25:00", NULL},
	{&moment, "—", ""},

	{&number, "0", "0"},
	{&number, "007", "7"},
	{&number, "-3", "-3"},
	{&number, "－３", "-3"},
	{&number, "+3", "3"},
	{&number, "-0", "0"},
	{&number, "1,234", "1234"},
	{&number, "1，234", "1234"},
	{&number, "1,234,567", "1234567"},
	{&number, "'12", "12"},
	{&number, "1.2万", "12000"},
	{&number, "1万", "10000"},
	{&number, "3.0", "3"},
	{&number, "0.5亿", "50000000"},
	{&number, "1万亿", "1000000000000"},
	{&number, "999999999999999999", "999999999999999999"},
	{&number, "-", ""},
	{&number, "1,2", NULL},
	{&number, "12,34", NULL},
	{&number, "1234,567", NULL},
	{&number, ",123", NULL},
	{&number, "1,,234", NULL},
	{&number, "1.5", NULL},
	{&number, "1.23456万", NULL},
	{&number, "1000000000000000000", NULL},
	{&number, "1e3", NULL},
	{&number, "1 2", NULL},
	{&number, "万", NULL},
	{&number, "1.", NULL},
	{&number, ".5", NULL},
	{&number, "三", NULL},

	{&money, "1,234.5", "123450"},
	{&money, "1234.50元", "123450"},
	{&money, "1.2万", "1200000"},
	{&money, "1.2万元", "1200000"},
	{&money, "３亿", "30000000000"},
	{&money, "0.05", "5"},
	{&money, "-0.05", "-5"},
	{&money, "0", "0"},
	{&money, "1.230", "123"},
	{&money, "1.234", NULL},
	{&money, "1,23.4", NULL},
	{&money, "1.2.3", NULL},
	{&money, "1.2,345", NULL},
	{&money, "十元", NULL},

	{&sex, "男", "1"},
	{&sex, "1", "1"},
	{&sex, "'2", "2"},
	{&sex, "F", "2"},
	{&sex, "male", "1"},
	{&sex, "无", ""},
	{&sex, "男女", NULL},
	{&sex, "3", NULL},
	{&ethnic, "汉", "01"},
	{&ethnic, "蒙古族", "02"},
	{&ethnic, "mgz", "02"},
	{&ethnic, "０２", "02"},

	{&crosses, "跨区域", "2"},
	{&crosses, "跨层级、跨领域", "1,4"},
	{&crosses, "4，3 ;跨区域/领域", "1,2,3,4"},
	{&crosses, "区域 区域,2", "2"},
	{&crosses, "'1,3", "1,3"},
	{&crosses, "无", ""},
	{&crosses, "跨领域、跨行业", NULL},
	{&crosses, "跨领域跨区域", NULL},
	{&crosses, "1,23", NULL},

	{&member, "0000001-1", "0000001-1"},
	{&member, "单晓红", NULL},
	{&member, "/", ""},

	{&flag, "是", "1"},
	{&flag, "√", "1"},
	{&flag, "Y", "1"},
	{&flag, "ＴＲＵＥ", "1"},
	{&flag, "否", "0"},
	{&flag, "0", "0"},
	{&flag, "无", ""},
	{&flag, "", ""},
	{&flag, "也许", NULL},

	{&idno, "159902197904033708", "159902197904033708"},
	{&idno, " '159902197904033708", "159902197904033708"},
	{&idno, "\t１５９９０２１９７９０４０３３７０８", "159902197904033708"},
	{&idno, "159903490621433", "159903490621433"},
	{&idno, "无", ""},
	{&idno, "159902197904033709", NULL},
	{&idno, "4.41E+17", NULL},
	{&idno, "1599021979", NULL},

	{&phone, "13812345678", "13812345678"},
	{&phone, "138 1234 5678", "138-1234-5678"},
	{&phone, "（0470）1234567", "0470-1234567"},
	{&phone, "0470-1234567", "0470-1234567"},
	{&phone, "+86 13812345678", "+86-13812345678"},
	{&phone, "'13812345678", "13812345678"},
	{&phone, "１３８１２３４５６７８", "13812345678"},
	{&phone, "/", ""},
	{&phone, "1.38E+10", NULL},
	{&phone, "1234", NULL},
	{&phone, "13812345678、13912345678", NULL},
	{&phone, "0470-", NULL},
	{&phone, "12345678901234567890123", NULL},
};

/* A stored form is its own stored form, and so is what is shown of it. */
static void
is_stable(const struct field_type *field, const char *stored)
{
	struct strbuf shown = STRBUF_INIT, again = STRBUF_INIT;

	if (!value_is_stored(field, stored, TODAY, NULL))
		fail_msg("%s: %s is no stored form", field->name, stored);
	value_show(field, stored, &shown);
	if (value_normalise(field, shown.s, TODAY, &again, NULL) != ERR_OK ||
		strcmp(again.s, stored) != 0)
		fail_msg("%s: %s is shown as %s and becomes %s", field->name,
			stored, shown.s, again.s);
	strbuf_clear(&shown);
	strbuf_clear(&again);
}

static void
becomes_one_stored_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct strbuf out = STRBUF_INIT;
		struct err err = ERR_INIT;
		enum err_code code = value_normalise(rows[i].field,
			rows[i].typed, TODAY, &out, &err);

		if (rows[i].stored == NULL) {
			if (code != ERR_INVALID || out.len > 0)
				fail_msg("%s: %s gave %s", rows[i].field->name,
					rows[i].typed, out.s);
			assert_string_equal(err.field, rows[i].field->name);
			assert_true(strlen(err.text) > 10);
		} else if (code != ERR_OK ||
			strcmp(out.s, rows[i].stored) != 0) {
			fail_msg("%s: %s gave %s%s", rows[i].field->name,
				rows[i].typed, out.s,
				err.text != NULL ? err.text : "");
		} else {
			i18n_set_language(LANGUAGE_ZH);
			is_stable(rows[i].field, out.s);
			i18n_set_language(LANGUAGE_EN);
			is_stable(rows[i].field, out.s);
		}
		strbuf_clear(&out);
		err_clear(&err);
	}
}

static void
appends_and_takes_back(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	strbuf_add(&out, "x");
	assert_int_equal(value_normalise(&phone, "0470-", TODAY, &out, NULL),
		ERR_INVALID);
	assert_int_equal(value_normalise(&brief, "党委书记", TODAY, &out, NULL),
		ERR_INVALID);
	assert_string_equal(out.s, "x");
	assert_int_equal(value_normalise(&date, "2024.3", TODAY, &out, NULL),
		ERR_OK);
	assert_string_equal(out.s, "x2024-03");
	strbuf_clear(&out);
}

static const struct {
	const struct field_type *field;
	const char *value;
} unstored[] = {
	{&text, " 办公室"},
	{&text, "无"},
	{&date, "2024-3-5"},
	{&number, "007"},
	{&money, "1.5"},
	{&sex, "男"},
	{&sex, "8"},
	{&crosses, "3,1"},
	{&crosses, "1,1"},
	{&crosses, "1, 3"},
	{&crosses, "1,9"},
	{&crosses, "跨领域"},
	{&flag, "2"},
	{&idno, "159902197904033709"},
	{&phone, "138 1234 5678"},
	{&member, "单晓红"},
};

static void
knows_what_is_not_stored(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(unstored); i++) {
		struct err err = ERR_INIT;

		if (value_is_stored(unstored[i].field, unstored[i].value, TODAY,
			    &err))
			fail_msg("%s: %s", unstored[i].field->name,
				unstored[i].value);
		assert_string_equal(err.field, unstored[i].field->name);
		err_clear(&err);
	}
}

static const struct {
	const struct field_type *field;
	const char *stored;
	const char *zh; /* NULL: a sentence of the catalogue */
	const char *en;
} shown[] = {
	{&sex, "2", "女", "female"},
	{&sex, "", "", ""},
	{&sex, "8", "8", "8"},
	{&ethnic, "02", "蒙古族", "Mongolian"},
	{&crosses, "3", "跨体制", "systems"},
	{&crosses, "1,4", "跨领域、跨层级", "fields, levels"},
	{&crosses, "1,9", "跨领域、9", "fields, 9"},
	{&money, "0", "0.00", "0.00"},
	{&money, "5", "0.05", "0.05"},
	{&money, "-5", "-0.05", "-0.05"},
	{&money, "100", "1.00", "1.00"},
	{&money, "123456789", "1,234,567.89", "1,234,567.89"},
	{&money, "", "", ""},
	{&money, "两万", "两万", "两万"},
	{&money, "1.2", "1.2", "1.2"},
	{&flag, "1", NULL, "yes"},
	{&flag, "0", NULL, "no"},
	{&flag, "也许", "也许", "也许"},
	{&date, "2024-03", "2024-03", "2024-03"},
	{&lines, "一\n二", "一\n二", "一\n二"},
};

static void
is_shown_in_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(shown); i++) {
		struct strbuf zh = STRBUF_INIT, en = STRBUF_INIT;

		i18n_set_language(LANGUAGE_ZH);
		value_show(shown[i].field, shown[i].stored, &zh);
		i18n_set_language(LANGUAGE_EN);
		value_show(shown[i].field, shown[i].stored, &en);
		if (shown[i].zh != NULL)
			assert_string_equal(zh.s, shown[i].zh);
		assert_string_equal(en.s, shown[i].en);
		strbuf_clear(&zh);
		strbuf_clear(&en);
	}
}

static const struct field_type secret = {.name = "secret",
	.kind = FIELD_TEXT, .flags = FIELD_SENSITIVE};

static const struct {
	const struct field_type *field;
	const char *stored;
	const char *masked;
} masks[] = {
	{&idno, "159902197904033708", "159902********3708"},
	{&idno, "159903490621433", "159903*****1433"},
	{&idno, "", ""},
	{&phone, "13812345678", "138****5678"},
	{&phone, "0470-1234567", "047*****4567"},
	{&phone, "12345", "*****"},
	{&secret, "单晓红", "单**"},
	{&text, "单晓红", "单晓红"},
};

/* Of several, the one that is unknown. */
static void
names_the_unknown_word(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(value_normalise(&crosses, "跨领域、跨行业、跨层级",
				 TODAY, &out, &err),
		ERR_INVALID);
	assert_non_null(strstr(err.text, "跨行业"));
	assert_null(strstr(err.text, "跨领域"));
	assert_null(strstr(err.text, "跨层级"));
	assert_string_equal(out.s, "");
	strbuf_clear(&out);
	err_clear(&err);
}

static void
is_masked_where_sensitive(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(masks); i++) {
		struct strbuf out = STRBUF_INIT;

		value_show_masked(masks[i].field, masks[i].stored, &out);
		assert_string_equal(out.s, masks[i].masked);
		strbuf_clear(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(becomes_one_stored_form),
		cmocka_unit_test(appends_and_takes_back),
		cmocka_unit_test(knows_what_is_not_stored),
		cmocka_unit_test(is_shown_in_words),
		cmocka_unit_test(names_the_unknown_word),
		cmocka_unit_test(is_masked_where_sensitive),
	};

	return cmocka_run_group_tests_name("value", tests, NULL, NULL);
}
