#include "plan.h"

#include "exchange/import_private.h"

enum { N_FILES = 150, N_ROWS = 24 };

static const struct import_options plain;

static uint64_t
draw(uint64_t *seed, uint64_t limit)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (*seed >> 33) % limit;
}

/* Few names, numbers and birthdays, so that many rows share something; some
 * are wrong, and some say less than others. */
static void
draw_file(uint64_t *seed, struct strbuf *out)
{
	static const char *const names[] = {"张三", "张　三", "李四", "乌兰其其格",
		"乌兰·其其格", "王五", ""};
	static const char *const numbers[] = {"", "", "", "",
		"150421199001010014", "150421199001010030",
		"150421199001010015"};
	static const char *const births[] = {"", "1990-01-01", "1990-01-01",
		"1990-01", "1991-02-03", "1990-13-01"};
	static const char *const branches[] = {"", "一支部", "二支部"};

	strbuf_add(out, "姓名,公民身份号码,出生日期,所在党支部\n");
	for (int i = 0; i < N_ROWS; i++)
		strbuf_addf(out, "%s,%s,%s,%s\n",
			names[draw(seed, N_ITEMS(names))],
			numbers[draw(seed, N_ITEMS(numbers))],
			births[draw(seed, N_ITEMS(births))],
			branches[draw(seed, N_ITEMS(branches))]);
}

/* Every row's verdict and reason. */
static void
show(struct import *import, struct strbuf *out)
{
	struct import_row row;
	uint64_t after = 0;
	size_t n;

	for (;;) {
		assert_int_equal(import_rows(import, IMPORT_VERDICT_N, after,
			false, 1, &row, &n, NULL), ERR_OK);
		if (n == 0)
			break;
		after = row.number;
		strbuf_addf(out, "%d %d %s\n", (int)after, (int)row.verdict,
			row.reason);
		import_row_clear(&row);
	}
}

static void
plan(struct store *store, const char *file, bool one_by_one,
	struct strbuf *out)
{
	struct import *import = office_open_text(store, "member", file,
		&plain);
	struct err err = ERR_INIT;

	import->refers_within = one_by_one;
	if (import_plan(import, NULL, &err) != ERR_OK)
		fail_msg("%s", err.text);
	show(import, out);
	import_close(import);
}

/* Matching those rows alone that share something says the same as matching
 * every row with all that stand before it. */
static void
the_same_as_one_by_one(void **state)
{
	struct office *office = *state;
	uint64_t seed = 11;

	office_add(office->store, "branch", "name=一支部");
	office_add(office->store, "branch", "name=二支部");
	office_add(office->store, "member", "name=李四;birth_on=1990-01-01");
	for (int i = 0; i < N_FILES; i++) {
		struct strbuf file = STRBUF_INIT, alone = STRBUF_INIT;
		struct strbuf quick = STRBUF_INIT;

		draw_file(&seed, &file);
		plan(office->store, file.s, true, &alone);
		plan(office->store, file.s, false, &quick);
		for (size_t at = 0; at < alone.len; at++)
			if (alone.s[at] != quick.s[at])
				fail_msg("%s\n%s\n%s", file.s, alone.s + at,
					quick.s + at);
		strbuf_clear(&file);
		strbuf_clear(&alone);
		strbuf_clear(&quick);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_same_as_one_by_one,
			office_set_up, office_tear_down),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests_name("import_twins", tests, NULL, NULL);
}
