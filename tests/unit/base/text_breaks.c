#include "test.h"

#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"

/* Where lines may end, each place shown as a |. */
static void
breaks_where_one_reads_on(void **state)
{
	static const char *const cases[] = {
		"联|合|党|组|织",
		"第|（一）|条，|见|《党|章》。",
		"说|“好”。|他|又|说：|“不，|不”",
		"讲|“三|会|一|课”|制|度", "讲|‘课’|了", "说|“‘好’”|的",
		"see |“this” |don’t", "学|“abc”|的",
		"到|会|41|人，|赞|成|39|票", "2026|年|3|月|5|日|15:30", "50%|的",
		"好……|的|——|是|的", "党|员！？|好",
		"包·|乌|云", "3～|5|月", "和／|或", "张、|王",
		"see |attachment-two |here", "到 |./|桌|面/|党-2026.csv |-d", "x |/etc . |a", "ab  |cd",
		"①|一|②|二", "　　|各|支|部",
		"e\314\201e\314\201 |x",
		"\xe1\xa0\xad\xe1\xa0\x8b\xe1\xa0\xa0 |\xe1\xa0\xad",
		"👨\xe2\x80\x8d👩|👧", "\xf0\xa0\xae\xb7|\xf0\xa0\xae\xb7",
		"a", "",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		struct strbuf text = STRBUF_INIT, shown = STRBUF_INIT;
		char *may_end;

		for (const char *s = cases[i]; *s != '\0'; s++)
			if (*s != '|')
				strbuf_add_char(&text, *s);
		may_end = xmalloc(text.len + 1);
		text_breaks(text.s, text.len, may_end);
		for (size_t k = 0; k < text.len; k++) {
			if (may_end[k])
				strbuf_add_char(&shown, '|');
			strbuf_add_char(&shown, text.s[k]);
		}
		assert_string_equal(shown.s, cases[i]);
		free(may_end);
		strbuf_clear(&shown);
		strbuf_clear(&text);
	}
}

/* Any bytes, each with its own answer. */
static void
takes_what_is_no_text(void **state)
{
	static const char bytes[] = "\xe8\x81\x94\xff\xe8\x81\xe2\x80\x9c\x01";
	char may_end[sizeof(bytes)];

	(void)state;
	for (size_t len = 0; len < sizeof(bytes); len++) {
		memset(may_end, 7, sizeof(may_end));
		text_breaks(bytes, len, may_end);
		for (size_t i = 0; i < len; i++)
			assert_in_range(may_end[i], 0, 1);
		assert_int_equal(may_end[len], 7);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(breaks_where_one_reads_on),
		cmocka_unit_test(takes_what_is_no_text),
	};

	return cmocka_run_group_tests_name("text breaks", tests, NULL, NULL);
}
