/* What the words of the filter line find, against a plain scan; what changes
 * are called. */
#include "crowd.h"

#include <strings.h>

#include "base/pinyin.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/query.h"
#include "records/words.h"

enum { ALL = 1000, READINGS = 6 };

static struct crowd crowd;

static int
begin(void **state)
{
	struct desk *desk;

	if (desk_begin(state) != 0)
		return -1;
	desk = *state;
	crowd_fill(desk, &crowd);
	return 0;
}

/* The titles found, in their order, each followed by a bar. */
static char *
found(struct desk *desk, const struct record_type *type, const char *words)
{
	static const char *const paths[] = {"title"};
	struct query query;
	struct query_page page;
	struct strbuf titles = STRBUF_INIT;
	struct err err = ERR_INIT;

	query_init(&query, type);
	query_set_words(&query, words);
	bench_ok(query_load(desk->store, &query, paths, 1, NULL, 0, false, ALL,
			 &page, &err),
		&err);
	for (size_t i = 0; i < page.n; i++)
		strbuf_addf(&titles, "%s|", page.rows[i].cells[0]);
	query_page_clear(&page);
	query_clear(&query);
	return strbuf_detach(&titles);
}

static const struct {
	const struct record_type *type;
	const char *words;
	const char *titles;
} rows[] = {
	{&unit_type, "查干", "白音查干苏木党委|"},
	{&unit_type, "白音 党委", "白音查干苏木党委|"},
	{&unit_type, "党委 林业", ""},
	{&unit_type, "s", "单家店嘎查|水利局|"},
	{&unit_type, "ＳＬ", "水利局|"},
	{&unit_type, "shuili", "水利局|"},
	{&unit_type, "shuili\xe3\x80\x80局", "水利局|"},
	{&unit_type, "djd", "单家店嘎查|"}, /* dan, as a place is read */
	{&unit_type, "sjd", "单家店嘎查|"}, /* and shan, as it may be */
	{&unit_type, "政府办公室",
		"内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府"
		"办公室|"},
	{&unit_type, "x", ""},
	{&unit_type, "%", ""},
	{&unit_type, "'", ""},
	{&unit_type, " ", NULL}, /* all */
	{&unit_type, "·", NULL},
	{&union_org_type, "2024", "候鸟迁徙路联合党委|景区联合党支部|"},
	{&union_org_type, "〔2024〕3号", "候鸟迁徙路联合党委|景区联合党支部|"},
	{&branch_type, "小学", "小学党支部|"},
};

static void
finds_by_words(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		char *titles = found(desk, rows[i].type, rows[i].words);
		char *all = found(desk, rows[i].type, "");

		if (strcmp(titles, rows[i].titles != NULL ? rows[i].titles
							  : all) != 0)
			fail_msg("%s finds %s", rows[i].words, titles);
		free(titles);
		free(all);
	}
}

/* 单 as a surname is Shan: the letter s finds it first of all. */
static void
reads_surnames(void **state)
{
	struct desk *desk = *state;
	char *titles;

	desk_add(desk, &member_type, "name", "单丹丹", NULL);
	titles = found(desk, &member_type, "sdd");
	assert_string_equal(titles, "单丹丹|");
	free(titles);
	titles = found(desk, &member_type, "shandandan");
	assert_string_equal(titles, "单丹丹|");
	free(titles);
}

/* Corrected initials find, in capitals too, and sort by that reading. */
static void
corrected_initials_find(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &member_type, "name", "朴朴朴", "initials",
		"QQQ", NULL);
	char *titles = found(desk, &member_type, "qqq");

	assert_string_equal(titles, "朴朴朴|");
	free(titles);
	desk_put(desk, &member_type, id, "name", "单丹丹", NULL);
	desk_has(desk, &member_type, id, "initials", "sdd");
	titles = found(desk, &member_type, "qqq");
	assert_string_equal(titles, "");
	free(titles);
	desk_remove(desk, &member_type, id);
}

static void
finds_by_numbers(void **state)
{
	struct desk *desk = *state;
	char *idno = desk_value(desk, &member_type, crowd.members[1], "idno");
	char *name = desk_value(desk, &member_type, crowd.members[1], "name");
	char *title = xasprintf("%s|", name);
	const char *const words[] = {idno, idno + 14, "0470-8123456",
		"04708123456", "3456", "８１２３４５６", "0470 3456"};

	for (size_t i = 0; i < N_ITEMS(words); i++) {
		char *titles = found(desk, &member_type, words[i]);

		if (strcmp(titles, title) != 0)
			fail_msg("%s finds %s", words[i], titles);
		free(titles);
	}
	free(idno);
	free(name);
	free(title);
}

/* Memberships have no words of their own. */
static void
finds_through_references(void **state)
{
	struct desk *desk = *state;
	struct query query;
	struct err err = ERR_INIT;
	int64_t n;

	query_init(&query, &membership_type);
	query_set_words(&query, "hnqx");
	bench_ok(query_count(desk->store, &query, 0, &n, &err), &err);
	assert_int_equal(n, bench_int(desk->store,
				    "SELECT count(*) FROM membership s "
				    "JOIN union_org o ON o.id = union_org_id "
				    "WHERE o.name = '候鸟迁徙路联合党委'"));
	assert_true(n > 0);
	query_set_words(&query, "候鸟 王");
	bench_ok(query_count(desk->store, &query, 0, &n, &err), &err);
	assert_int_equal(n, bench_int(desk->store,
				    "SELECT count(*) FROM membership s "
				    "JOIN union_org o ON o.id = union_org_id "
				    "JOIN member m ON m.id = member_id "
				    "WHERE o.name LIKE '%候鸟%' "
				    "AND m.name LIKE '%王%'"));
	assert_true(n > 0);
	query_clear(&query);
}

static void
finds_removed_ones_apart(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "砖厂", NULL);
	struct query query;
	struct err err = ERR_INIT;
	char *titles;
	int64_t n;

	desk_remove(desk, &unit_type, id);
	titles = found(desk, &unit_type, "砖厂");
	assert_string_equal(titles, "");
	free(titles);
	query_init(&query, &unit_type);
	query_set_words(&query, "砖厂");
	query.removed = true;
	bench_ok(query_count(desk->store, &query, 0, &n, &err), &err);
	assert_int_equal(n, 1);
	query_clear(&query);
}

static bool
number_fits(const char *number, const char *word, size_t end)
{
	size_t n = strlen(number), k = strlen(word);

	return strspn(word, "0123456789x") == k && n >= k &&
		(strncmp(number, word, k) == 0 ||
			(k <= end &&
				strcasecmp(number + n - k, word) == 0));
}

/* Syllable by syllable, each by a beginning of it. */
static bool
spells(const char *syllables, const char *word)
{
	if (*word == '\0')
		return true;
	for (size_t i = 0; syllables[i] == word[i] && word[i] != '\0'; i++) {
		const char *next = strchr(syllables, '|');

		if (spells(next != NULL ? next + 1 : "", word + i + 1))
			return true;
	}
	return false;
}

static bool
reading_fits(const char *name, const char *word)
{
	struct strvec readings = {0};
	bool fits = false;

	if (strspn(word, "abcdefghijklmnopqrstuvwxyz") != strlen(word))
		return false;
	pinyin_all(name, true, READINGS, &readings);
	for (size_t i = 0; i < readings.n; i++)
		fits |= spells(readings.items[i], word);
	strvec_clear(&readings);
	return fits;
}

/* What the index is there to answer, the slow way. */
static bool
fits(const struct record *member, const char *word)
{
	char *name = text_fold(record_get(member, "name"));
	bool found = strstr(name, word) != NULL;

	free(name);
	return found || number_fits(record_get(member, "idno"), word, 6) ||
		number_fits(record_get(member, "phone"), word, 7) ||
		reading_fits(record_get(member, "name"), word);
}

struct scan {
	const char *word;
	struct strbuf ids;
};

static enum err_code
scan_one(void *data, const struct record *record, struct err *err)
{
	struct scan *scan = data;

	(void)err;
	if (fits(record, scan->word))
		strbuf_addf(&scan->ids, "%s ", desk_id(record->id).s);
	return ERR_OK;
}

static enum err_code
note_one(void *data, const struct record *record, struct err *err)
{
	struct scan *scan = data;

	(void)err;
	strbuf_addf(&scan->ids, "%s ", desk_id(record->id).s);
	return ERR_OK;
}

/* Of every syllable a beginning, up to a random one. */
static void
add_spelling(const char *syllables, uint64_t *seed, struct strbuf *word)
{
	do {
		size_t len = strcspn(syllables, "|");

		strbuf_add_bytes(word, syllables,
			1 + bench_random(seed, len));
		syllables += len + (syllables[len] == '|');
	} while (*syllables != '\0' && bench_random(seed, 3) > 0);
}

/* A piece of a random name, of its reading or of a number. */
static char *
random_word(uint64_t *seed)
{
	char *name = crowd_name(seed);
	char *folded = text_fold(name);
	struct strbuf syllables = STRBUF_INIT, word = STRBUF_INIT;
	const char *s = folded;
	size_t n;

	pinyin_of_name(name, &syllables);
	switch (bench_random(seed, 5)) {
	case 0:
		for (n = bench_random(seed, text_chars(s)); n > 0; n--)
			s += strlen(s) > 0 ? text_next(s) : 0;
		strbuf_add(&word, s);
		break;
	case 1:
		pinyin_initials(syllables.s, &word);
		strbuf_truncate(&word, 1 + bench_random(seed, word.len));
		break;
	case 2:
		pinyin_joined(syllables.s, &word);
		strbuf_truncate(&word, 1 + bench_random(seed, word.len));
		break;
	case 3:
		add_spelling(syllables.s, seed, &word);
		break;
	default:
		strbuf_addf(&word, "%s%u", bench_random(seed, 2) ? "138" : "",
			(unsigned)bench_random(seed, 100));
		break;
	}
	strbuf_clear(&syllables);
	free(name);
	free(folded);
	return strbuf_detach(&word);
}

static void
finds_what_a_scan_finds(void **state)
{
	struct desk *desk = *state;
	uint64_t seed = 7;
	size_t n_found = 0;

	for (int i = 0; i < 200; i++) {
		char *word = random_word(&seed);
		struct scan plain = {word, STRBUF_INIT};
		struct scan found = {word, STRBUF_INIT};
		struct query query;
		struct err err = ERR_INIT;

		query_init(&query, &member_type);
		bench_ok(query_each(desk->store, &query, scan_one, &plain,
				 &err), &err);
		query_set_words(&query, word);
		bench_ok(query_each(desk->store, &query, note_one, &found,
				 &err), &err);
		if (strcmp(plain.ids.s, found.ids.s) != 0)
			fail_msg("%s: %s instead of %s", word, found.ids.s,
				plain.ids.s);
		n_found += found.ids.len > 0;
		query_clear(&query);
		strbuf_clear(&plain.ids);
		strbuf_clear(&found.ids);
		free(word);
	}
	assert_true(n_found > 100);
}

static void
expect_words(struct desk *desk, int64_t change, const char *words)
{
	struct journal_change head;
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	bench_ok(journal_change_load(desk->store, change, &head, &err), &err);
	words_of_change(desk->store, &head, &out);
	assert_string_equal(out.s, words);
	strbuf_clear(&out);
	journal_change_clear(&head);
}

/* What was only changed was not typed in. */
static void
tells_new_from_changed(void **state)
{
	struct desk *desk = *state;
	struct journal_change newest;
	struct err err = ERR_INIT;
	int64_t id = desk_add(desk, &unit_type, "name", "水电站", NULL);
	size_t n;

	bench_ok(journal_changes(desk->store, NULL, 0, false, 1, &newest, &n,
			 &err), &err);
	expect_words(desk, newest.id, "typed in: Unit 水电站");
	journal_change_clear(&newest);
	expect_words(desk, desk_put(desk, &unit_type, id, "name", "水站",
			NULL), "changed: Unit 水站");
	desk_remove(desk, &unit_type, id);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_by_words),
		cmocka_unit_test(reads_surnames),
		cmocka_unit_test(corrected_initials_find),
		cmocka_unit_test(finds_by_numbers),
		cmocka_unit_test(finds_through_references),
		cmocka_unit_test(finds_removed_ones_apart),
		cmocka_unit_test(finds_what_a_scan_finds),
		cmocka_unit_test(tells_new_from_changed),
	};

	return cmocka_run_group_tests_name("words", tests, begin, desk_end);
}
