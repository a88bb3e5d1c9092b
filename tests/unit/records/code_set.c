/* Values of several codes. */
#include "test.h"

#include "records/code_set.h"

/* Words with blanks and commas in them, a code of two digits. */
static const struct code tools[] = {
	{"1", "saw", "锯", ""},
	{"2", "saw bench", "锯台", "台，锯"},
	{"3", "hammer, small", "小锤", "锤子/小"},
	{"12", "nail", "钉子", ""},
};

static const struct code_list list = {"tools", tools, N_ITEMS(tools)};

static const struct {
	const char *typed;
	const char *set;     /* NULL: refused, */
	const char *unknown; /* for this part */
} reads[] = {
	{"", "", NULL},
	{" 、", "", NULL},
	{"1", "1", NULL},
	{"12,1", "1,12", NULL},
	{"1 2", "1,2", NULL},
	{"1\xe3\x80\x80" "2", "1,2", NULL},
	{"1\xc2\xa0" "2\n12", "1,2,12", NULL},
	{"２、１", "1,2", NULL},
	{"钉子，锯", "1,12", NULL},
	{"钉子；锯", "1,12", NULL},
	{"钉子;锯", "1,12", NULL},
	{"钉子/锯", "1,12", NULL},
	{"钉子／锯", "1,12", NULL},
	{"、锯、、锯、", "1", NULL},
	{"锯 nail 1", "1,12", NULL},
	{"dz xc", "3,12", NULL},
	{"saw", "1", NULL},
	{"Saw Bench", "2", NULL},
	{"saw bench saw", "1,2", NULL},
	{"saw, saw bench", "1,2", NULL},
	{"hammer, small, saw", "1,3", NULL},
	{"台，锯", "2", NULL},
	{"台，锯，锯", "1,2", NULL},
	{"锤子/小/钉子", "3,12", NULL},
	{"小 锤", "3", NULL}, /* a name with a blank, as in a table */
	{"锯、斧", NULL, "斧"},
	{"斧 锯", NULL, "斧"},
	{"13", NULL, "13"},
	{"锯钉子", NULL, "锯钉子"},
	{"hammer small saw", NULL, "hammer"},
	{"1|2", NULL, "1|2"},
};

static void
reads_codes_and_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(reads); i++) {
		struct strbuf set = STRBUF_INIT, unknown = STRBUF_INIT;
		bool ok = code_set_read(&list, reads[i].typed, &set, &unknown);

		if (ok != (reads[i].set != NULL) ||
			strcmp(set.s, ok ? reads[i].set : "") != 0 ||
			strcmp(unknown.s, ok ? "" : reads[i].unknown) != 0)
			fail_msg("%s: “%s” “%s”", reads[i].typed, set.s,
				unknown.s);
		strbuf_clear(&set);
		strbuf_clear(&unknown);
	}
}

static void
appends(void **state)
{
	struct strbuf set = STRBUF_INIT, unknown = STRBUF_INIT;

	(void)state;
	strbuf_add(&set, "x");
	assert_false(code_set_read(&list, "锯、斧", &set, &unknown));
	assert_string_equal(set.s, "x");
	assert_true(code_set_read(&list, "12、锯", &set, &unknown));
	assert_string_equal(set.s, "x1,12");
	strbuf_clear(&set);
	strbuf_clear(&unknown);
}

/* A cell of very many parts is read in a moment. */
static void
reads_long_cells(void **state)
{
	struct strbuf typed = STRBUF_INIT, set = STRBUF_INIT,
		unknown = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 20000; i++)
		strbuf_add(&typed, "12、锯 ");
	assert_true(code_set_read(&list, typed.s, &set, &unknown));
	assert_string_equal(set.s, "1,12");
	strbuf_clear(&typed);
	strbuf_clear(&set);
	strbuf_clear(&unknown);
}

static void
has_whole_codes(void **state)
{
	(void)state;
	assert_true(code_set_has("1,12", "1"));
	assert_true(code_set_has("1,12", "12"));
	assert_true(code_set_has("12", "12"));
	assert_false(code_set_has("1,12", "2"));
	assert_false(code_set_has("12", "1"));
	assert_false(code_set_has("1", "12"));
	assert_false(code_set_has("1,12", "1,12"));
	assert_false(code_set_has("", "1"));
	assert_false(code_set_has("1,12", ""));
}

static void
goes_through(void **state)
{
	const char *set = "1,12,3", *none = "";
	struct strbuf code = STRBUF_INIT;

	(void)state;
	assert_true(code_set_next(&set, &code));
	assert_string_equal(code.s, "1");
	assert_true(code_set_next(&set, &code));
	assert_string_equal(code.s, "12");
	assert_true(code_set_next(&set, &code));
	assert_string_equal(code.s, "3");
	assert_false(code_set_next(&set, &code));
	assert_false(code_set_next(&none, &code));
	strbuf_clear(&code);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_codes_and_words),
		cmocka_unit_test(appends),
		cmocka_unit_test(reads_long_cells),
		cmocka_unit_test(has_whole_codes),
		cmocka_unit_test(goes_through),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
