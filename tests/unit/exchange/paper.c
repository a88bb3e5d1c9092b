#include "office.h"

#include "base/text.h"
#include "exchange/paper.h"
#include "rtf.h"

/* A character outside the BMP, what RTF is written with, marks that turn the
 * line, a control, a blank that stays, combining and Mongolian. */
#define NASTY "𠮷{野}\\家\\par ‮左‬⁦右⁩\x01\u00a0é ᠮᠣᠩᠭᠣᠯ🙂"
#define NASTY_CLEAN "𠮷{野}\\家\\par \uFFFD左\uFFFD\uFFFD右\uFFFD\uFFFD" \
	"\u00a0é ᠮᠣᠩᠭᠣᠯ🙂"

static const struct paper_column columns[] = {
	{"No.", 4, true},
	{"Name", 14, false},
	{"Sign here", 20, false},
};

static void
read_rtf(const struct paper *paper, struct rtf *rtf)
{
	struct strbuf bytes = STRBUF_INIT;
	const char *wrong;

	paper_to_rtf(paper, &bytes);
	wrong = rtf_read(bytes.s, bytes.len, rtf);
	if (wrong != NULL)
		fail_msg("%s", wrong);
	strbuf_clear(&bytes);
}

static void
assert_place(const struct rtf *rtf, enum rtf_place place, const char *text)
{
	assert_string_equal(rtf->texts[place].s, text);
}

/* Everything that a document can have. */
static void
make_all(struct paper *paper, bool landscape)
{
	const char *const row[] = {"1", NASTY, "two\nlines"};

	paper_init(paper, landscape);
	paper_set_mark(paper, "内部");
	paper_set_head(paper, "苏木{委}");
	paper_set_foot(paper, "记录 f7dce8143d19");
	paper_add(paper, PAPER_TITLE, "会议记录");
	paper_addf(paper, PAPER_SUBTITLE, "第%d次", 3);
	paper_add_fact(paper, "地点：", NASTY);
	paper_add(paper, PAPER_HEADING, "议题");
	paper_add(paper, PAPER_SUBHEADING, "第一议题");
	paper_add(paper, PAPER_TEXT, "先说。\n后说。");
	paper_add(paper, PAPER_HEADING, "表决");
	paper_begin_table(paper, columns, N_ITEMS(columns), true);
	paper_add_row(paper, row);
	paper_add(paper, PAPER_PAGE_BREAK, "");
	paper_add(paper, PAPER_SIGNATURE, "主持人（签字）：");
}

static void
rtf_holds_every_character(void **state)
{
	struct paper paper;
	struct rtf rtf;

	(void)state;
	make_all(&paper, false);
	read_rtf(&paper, &rtf);
	assert_place(&rtf, RTF_TITLE, "会议记录");
	assert_place(&rtf, RTF_BODY, "会议记录\n第3次\n地点："
		"𠮷{野}\\家\\par ‮左‬⁦右⁩\uFFFD\u00a0é ᠮᠣᠩᠭᠣᠯ🙂\n"
		"一、议题\n（一）第一议题\n先说。\n后说。\n二、表决\n"
		"No.\tName\tSign here\t#\n"
		"1\t𠮷{野}\\家\\par ‮左‬⁦右⁩\uFFFD\u00a0é ᠮᠣᠩᠭᠣᠯ🙂\ttwo/lines\t"
		"#\n\n\f主持人（签字）：\t\t\tDate: ________\n");
	assert_place(&rtf, RTF_HEAD_ODD, "内部\t苏木{委}\n");
	assert_place(&rtf, RTF_HEAD_EVEN, "内部\t苏木{委}\n");
	assert_place(&rtf, RTF_FOOT_ODD, "记录 f7dce8143d19\t— 1 —\n");
	assert_place(&rtf, RTF_FOOT_EVEN, "— 1 —\t记录 f7dce8143d19\n");
	assert_place(&rtf, RTF_FIELD, "PAGEPAGE");
	rtf_clear(&rtf);
	paper_clear(&paper);
}

static void
rtf_has_the_measures_of_the_standard(void **state)
{
	struct paper paper;
	struct rtf rtf;

	(void)state;
	make_all(&paper, false);
	read_rtf(&paper, &rtf);
	assert_int_equal(rtf.width, 11906);
	assert_int_equal(rtf.height, 16838);
	/* In twips: 37 mm, 28 mm, 156 mm, 225 mm. */
	assert_int_equal(rtf.top, 2098);
	assert_int_equal(rtf.left, 1588);
	assert_int_equal(rtf.width - rtf.left - rtf.right, 8844);
	assert_int_equal(rtf.height - rtf.top - rtf.bottom, 12756);
	assert_false(rtf.landscape);
	rtf_clear(&rtf);
	paper_clear(&paper);
	make_all(&paper, true);
	read_rtf(&paper, &rtf);
	assert_true(rtf.landscape);
	assert_int_equal(rtf.width - rtf.left - rtf.right, 12756);
	assert_int_equal(rtf.height - rtf.top - rtf.bottom, 8844);
	rtf_clear(&rtf);
	paper_clear(&paper);
}

static void
rtf_names_fonts_and_what_stands_in(void **state)
{
	struct paper paper;
	struct rtf rtf;

	(void)state;
	make_all(&paper, false);
	read_rtf(&paper, &rtf);
	assert_place(&rtf, RTF_FONTS,
		"仿宋_GB2312;方正小标宋简体;黑体;楷体_GB2312;宋体;");
	assert_place(&rtf, RTF_FALTS, "仿宋;华文中宋;SimHei;楷体;SimSun;");
	/* The title, and the label and the text of the first fact. */
	assert_int_equal(rtf.fonts.items[0], 1);
	assert_int_equal(rtf.sizes.items[0], 44);
	assert_int_equal(rtf.fonts.items[9], 2);
	assert_int_equal(rtf.sizes.items[9], 32);
	assert_int_equal(rtf.fonts.items[12], 0);
	rtf_clear(&rtf);
	paper_clear(&paper);
}

static void
rtf_tables_are_whole(void **state)
{
	struct paper paper;
	struct rtf rtf;

	(void)state;
	make_all(&paper, false);
	read_rtf(&paper, &rtf);
	assert_int_equal(rtf.rows.n, 2);
	for (size_t i = 0; i < rtf.rows.n; i++) {
		const struct rtf_row *row = &rtf.rows.items[i];

		assert_int_equal(row->is_heading, i == 0);
		assert_int_equal(row->n_cells, N_ITEMS(columns));
		assert_int_equal(row->n_edges, N_ITEMS(columns));
		assert_int_equal(row->right, 8844);
	}
	rtf_clear(&rtf);
	paper_clear(&paper);
}

/* n characters of all kinds, from a seed. */
static char *
long_text(size_t n)
{
	static const char *const some[] = {"会", "，", "a", "“", "\\", "{",
		"}", " ", "𠮷", "ᠮ", "é", "\n", "。", "7"};
	struct strbuf text = STRBUF_INIT;
	uint32_t seed = 7;

	while (n-- > 0) {
		seed = seed * 1664525 + 1013904223;
		strbuf_add(&text, some[(seed >> 16) % N_ITEMS(some)]);
	}
	return strbuf_detach(&text);
}

/* Copies s without blanks, line ends and form feeds. */
static char *
squeezed(const char *s)
{
	struct strbuf out = STRBUF_INIT;

	for (; *s != '\0'; s += text_next(s))
		if (strchr(" \n\f", *s) == NULL &&
			strncmp(s, "　", strlen("　")) != 0)
			strbuf_add_bytes(&out, s, text_next(s));
	return strbuf_detach(&out);
}

/* All pages but their last lines; each page is held to its size. */
static void
join_pages(const struct paper *paper, struct strbuf *out)
{
	struct strvec pages = VEC_INIT;
	size_t cols = paper->landscape ? PAPER_WIDE_COLS : PAPER_COLS;

	paper_to_text(paper, &pages);
	for (size_t i = 0; i < pages.n; i++) {
		char *rest = pages.items[i], *line;
		size_t n = 0;

		while ((line = strsep(&rest, "\n")) != NULL && rest != NULL) {
			if (text_cols(line) > cols)
				fail_msg("too wide: %s", line);
			if (++n < PAPER_ROWS)
				strbuf_addf(out, "%s\n", line);
		}
		assert_int_equal(n, PAPER_ROWS);
	}
	strvec_clear(&pages);
}

static void
nothing_of_a_long_text_is_lost(void **state)
{
	char *text = long_text(20000), *expected = squeezed(text), *found;
	struct strbuf pages = STRBUF_INIT;
	struct paper paper;
	struct rtf rtf;

	(void)state;
	paper_init(&paper, false);
	paper_add(&paper, PAPER_TEXT, text);
	read_rtf(&paper, &rtf);
	assert_int_equal(rtf.texts[RTF_BODY].len, strlen(text) + 1);
	assert_memory_equal(rtf.texts[RTF_BODY].s, text, strlen(text));
	join_pages(&paper, &pages);
	found = squeezed(pages.s);
	assert_string_equal(found, expected);
	free(found);
	free(expected);
	free(text);
	strbuf_clear(&pages);
	rtf_clear(&rtf);
	paper_clear(&paper);
}

static void
a_long_cell_goes_on_on_the_next_page(void **state)
{
	char *text = long_text(3000), *expected = squeezed(text), *found;
	const char *const row[] = {"1", text, "last"};
	struct strbuf pages = STRBUF_INIT, column = STRBUF_INIT;
	struct paper paper;
	char *rest, *line;

	(void)state;
	paper_init(&paper, true);
	paper_set_head(&paper, "苏木");
	paper_begin_table(&paper, columns, N_ITEMS(columns), false);
	paper_add_row(&paper, row);
	join_pages(&paper, &pages);
	for (rest = pages.s; (line = strsep(&rest, "\n")) != NULL;) {
		const char *second = line[0] == '|' ? strchr(line + 1, '|')
						    : NULL;

		if (second == NULL || strstr(line, "Name") != NULL)
			continue;
		strbuf_add_bytes(&column, second + 1,
			text_fit(second + 1, 45, NULL));
	}
	found = squeezed(column.s);
	assert_string_equal(found, expected);
	free(found);
	free(expected);
	free(text);
	strbuf_clear(&column);
	strbuf_clear(&pages);
	paper_clear(&paper);
}

static void
text_is_laid_out(void **state)
{
	struct strvec pages = VEC_INIT;
	struct paper paper;

	(void)state;
	make_all(&paper, false);
	paper_to_text(&paper, &pages);
	assert_int_equal(pages.n, 2);
	assert_string_equal(pages.items[0],
		"内部                                            苏木{委}\n"
		"                        会议记录\n"
		"                         第3次\n"
		"\n"
		"地点：" NASTY_CLEAN "\n"
		"　　一、议题\n"
		"　　（一）第一议题\n"
		"　　先说。\n"
		"　　后说。\n"
		"　　二、表决\n"
		"+------+------------------+----------------------------+\n"
		"|  No. | Name             | Sign here                  |\n"
		"+------+------------------+----------------------------+\n"
		"|    1 | 𠮷{野}\\家\\par \uFFFD  | two                        |\n"
		"|      | 左\uFFFD\uFFFD右\uFFFD\uFFFD\u00a0é       "
		"| lines                      |\n"
		"|      | ᠮᠣᠩᠭᠣᠯ🙂         |                            |\n"
		"+------+------------------+----------------------------+\n"
		"\n\n\n\n"
		"记录 f7dce8143d19                                — 1 —\n");
	strvec_clear(&pages);
	paper_clear(&paper);
}

/* GB/T 15834: no stop begins a line, no opening mark ends one. */
static void
lines_end_as_in_print(void **state)
{
	struct strvec pages = VEC_INIT;
	struct paper paper;

	(void)state;
	paper_init(&paper, false);
	paper_add_fact(&paper, "", "一二三四五六七八九十一二三四五六七八九十"
		"一二三四五六七八。一二三四五六七八九十一二三四五六七八九十"
		"一二三四五六（七）。");
	paper_to_text(&paper, &pages);
	assert_int_equal(strncmp(pages.items[0],
		"一二三四五六七八九十一二三四五六七八九十一二三四五六七\n"
		"八。一二三四五六七八九十一二三四五六七八九十一二三四五六\n"
		"（七）。\n\n", strlen("一") * 58), 0);
	strvec_clear(&pages);
	paper_clear(&paper);
}

static void
a_table_has_its_heading_on_every_page(void **state)
{
	struct strvec pages = VEC_INIT;
	struct paper paper;
	size_t n = 0;

	(void)state;
	paper_init(&paper, false);
	paper_add(&paper, PAPER_TITLE, "签到表");
	paper_begin_table(&paper, columns, N_ITEMS(columns), true);
	for (int i = 1; i <= 60; i++) {
		char number[16];
		const char *const row[] = {number, "单晓红", ""};

		snprintf(number, sizeof(number), "%d", i);
		paper_add_row(&paper, row);
	}
	paper_to_text(&paper, &pages);
	assert_int_equal(pages.n, 4);
	for (size_t i = 0; i < pages.n; i++) {
		const char *s = pages.items[i];

		assert_non_null(strstr(s, "|  No. | Name "));
		while ((s = strstr(s, "单晓红")) != NULL) {
			n++;
			s++;
		}
	}
	assert_int_equal(n, 60);
	strvec_clear(&pages);
	paper_clear(&paper);
}

static void
a_file_appears_whole_and_replaces_none(void **state)
{
	struct office *office = *state;
	char *path = file_join(office->folder, "paper");
	struct paper paper;
	struct err err = ERR_INIT;

	paper_init(&paper, false);
	paper_add(&paper, PAPER_TEXT, "一");
	paper_add(&paper, PAPER_PAGE_BREAK, "");
	paper_add(&paper, PAPER_TEXT, "二");
	assert_false(paper_can_be(&paper, PAPER_CSV));
	assert_int_equal(paper_write(&paper, PAPER_PLAIN, path, NULL), ERR_OK);
	office_assert_file(path,
		"\uFEFF　　一\r\n"
		"\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n"
		"\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n"
		"                                                 — 1 —\r\n"
		"\f　　二\r\n"
		"\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n"
		"\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n"
		"  — 2 —\r\n");
	for (int i = 0; i < PAPER_FORMAT_N; i++) {
		assert_int_equal(paper_write(&paper, (enum paper_format)i,
					 path, &err), ERR_FILE);
		err_clear(&err);
	}
	paper_clear(&paper);
	free(path);
}

static void
csv_holds_the_tables(void **state)
{
	struct office *office = *state;
	char *path = file_join(office->folder, "tables.csv");
	const char *const row[] = {"1", "=单\"晓红", "a\nb"};
	struct paper paper;

	paper_init(&paper, false);
	paper_add(&paper, PAPER_TITLE, "签到表");
	paper_begin_table(&paper, columns, N_ITEMS(columns), true);
	paper_add_row(&paper, row);
	paper_begin_table(&paper, columns, 1, false);
	assert_true(paper_can_be(&paper, PAPER_CSV));
	assert_int_equal(paper_write(&paper, PAPER_CSV, path, NULL), ERR_OK);
	office_assert_file(path,
		"\uFEFF\"No.\",\"Name\",\"Sign here\"\r\n"
		"\"1\",\"'=单\"\"晓红\",\"a\nb\"\r\n"
		"\"\"\r\n"
		"\"No.\"\r\n");
	paper_clear(&paper);
	free(path);
}

static void
headings_are_numbered_as_offices_do(void **state)
{
	struct paper paper;

	(void)state;
	paper_init(&paper, false);
	for (int i = 1; i <= 100; i++)
		paper_add(&paper, PAPER_HEADING, "");
	paper_add(&paper, PAPER_SUBHEADING, "");
	assert_string_equal(paper.blocks[0].number, "一、");
	assert_string_equal(paper.blocks[9].number, "十、");
	assert_string_equal(paper.blocks[11].number, "十二、");
	assert_string_equal(paper.blocks[19].number, "二十、");
	assert_string_equal(paper.blocks[98].number, "九十九、");
	assert_string_equal(paper.blocks[99].number, "100、");
	assert_string_equal(paper.blocks[100].number, "（一）");
	paper_clear(&paper);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rtf_holds_every_character),
		cmocka_unit_test(rtf_has_the_measures_of_the_standard),
		cmocka_unit_test(rtf_names_fonts_and_what_stands_in),
		cmocka_unit_test(rtf_tables_are_whole),
		cmocka_unit_test(nothing_of_a_long_text_is_lost),
		cmocka_unit_test(a_long_cell_goes_on_on_the_next_page),
		cmocka_unit_test(text_is_laid_out),
		cmocka_unit_test(lines_end_as_in_print),
		cmocka_unit_test(a_table_has_its_heading_on_every_page),
		cmocka_unit_test_setup_teardown(
			a_file_appears_whole_and_replaces_none, office_set_up,
			office_tear_down),
		cmocka_unit_test_setup_teardown(csv_holds_the_tables,
			office_set_up, office_tear_down),
		cmocka_unit_test(headings_are_numbered_as_offices_do),
	};

	return cmocka_run_group_tests_name("paper", tests, NULL, NULL);
}
