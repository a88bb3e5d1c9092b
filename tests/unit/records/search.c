/* The search box against a plain scan over a large crowd. */
#include "desk.h"

#include <strings.h>

#include "base/idcard.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/search.h"

enum { PEOPLE = 20000, READINGS = 6, PAGE = 40 };

static const char *const surnames[] = {"单", "王", "李", "曾", "欧阳", "仇",
	"解", "尉迟", "吕", "包", "张", "章", "翟", "查", "葉", "龙"};
static const char *const given[] = {"晓", "红", "长", "乐", "重", "阳", "志",
	"强", "春", "单", "宝", "音", "龍", "\xf0\xa0\xae\xb7", "伟", "华",
	"行", "安", "昂", "山", "善", "森"};
static const char *const whole[] = {"阿拉腾巴根那", "乌兰·其其格",
	"查干 巴拉", "巴特尔", "其木格", "敖敦高娃", "额尔敦·图雅"};

struct person {
	int64_t id;
	char *folded;
	struct strvec readings;
	char idno[19];
	char phone[12];
};

static struct person people[PEOPLE];

static const char *
any(const char *const *words, size_t n, uint64_t *seed)
{
	return words[bench_random(seed, n)];
}

#define ANY(words, seed) any(words, N_ITEMS(words), seed)

static char *
random_name(uint64_t *seed)
{
	const char *first;

	if (bench_random(seed, 8) == 0)
		return xasprintf("%s%s", ANY(whole, seed),
			bench_random(seed, 2) ? "" : ANY(given, seed));
	first = ANY(given, seed);
	return xasprintf("%s%s%s", ANY(surnames, seed), first,
		bench_random(seed, 4) > 0 ? ANY(given, seed) : "");
}

/* Every person has another pair of month and order in a year. */
static void
random_numbers(struct person *person, uint64_t *seed, int i)
{
	char *idno = xasprintf("159901%d%02d%02d%03d0", 1950 + i / 900,
		1 + i % 12, 1 + (int)bench_random(seed, 28),
		i / 12 % 75 * 11 + 1);
	char *phone = xasprintf("154%08d",
		(int)bench_random(seed, 100000000));

	idno[17] = idcard_check_digit(idno);
	memcpy(person->idno, idno, sizeof(person->idno));
	memcpy(person->phone, phone, sizeof(person->phone));
	free(idno);
	free(phone);
}

static void
add_person(struct change *change, struct person *person, uint64_t *seed, int i)
{
	char *name = random_name(seed);
	struct record record;
	struct err err = ERR_INIT;

	random_numbers(person, seed, i);
	person->folded = text_fold(name);
	pinyin_all(name, true, READINGS, &person->readings);
	desk_new(&record, &member_type, "name", name, "phone", person->phone,
		"idno", i % 2 == 0 ? person->idno : "", NULL);
	if (i % 2 != 0)
		person->idno[0] = '\0';
	bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
	person->id = record.id;
	record_clear(&record);
	free(name);
}

static int
begin(void **state)
{
	struct desk *desk;
	struct change *change;
	uint64_t seed = 20;

	if (desk_begin(state) != 0)
		return -1;
	desk = *state;
	change = bench_change(desk->store, "form");
	for (int i = 0; i < PEOPLE; i++)
		add_person(change, &people[i], &seed, i);
	bench_commit(change);
	return 0;
}

static int
end(void **state)
{
	for (int i = 0; i < PEOPLE; i++) {
		free(people[i].folded);
		strvec_clear(&people[i].readings);
	}
	return desk_end(state);
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
number_fits(const char *number, const char *word, size_t end)
{
	size_t n = strlen(number), k = strlen(word);

	return strspn(word, "0123456789x") == k && n >= k &&
		(strncasecmp(number, word, k) == 0 ||
			(k <= end &&
				strcasecmp(number + n - k, word) == 0));
}

/* What the keys are there to answer, the slow way. */
static bool
fits(const struct person *person, const char *word)
{
	if (strstr(person->folded, word) != NULL ||
		number_fits(person->idno, word, 6) ||
		number_fits(person->phone, word, 7))
		return true;
	for (size_t i = 0; i < person->readings.n; i++)
		if (spells(person->readings.items[i], word))
			return true;
	return false;
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

enum { KIND_HANZI, KIND_INITIALS, KIND_PINYIN, KIND_MIXED, KIND_HEAD, KIND_TAIL,
	KIND_N };

/* What somebody who looks for a person might type. */
static char *
random_word(const struct person *person, int kind, uint64_t *seed)
{
	const char *syllables = person->readings.items[
		bench_random(seed, person->readings.n)];
	const char *number = bench_random(seed, 2) && person->idno[0] != '\0'
		? person->idno : person->phone;
	size_t len = 3 + bench_random(seed, 5);
	struct strbuf word = STRBUF_INIT;
	const char *s = person->folded;

	switch (kind) {
	case KIND_HANZI:
		for (size_t n = bench_random(seed, text_chars(s)); n > 0; n--)
			s += text_next(s);
		strbuf_add(&word, s);
		if (bench_random(seed, 2))
			strbuf_truncate(&word, text_next(word.s));
		break;
	case KIND_INITIALS:
		pinyin_initials(syllables, &word);
		strbuf_truncate(&word, 1 + bench_random(seed, word.len));
		break;
	case KIND_PINYIN:
		pinyin_joined(syllables, &word);
		strbuf_truncate(&word, 1 + bench_random(seed, word.len));
		break;
	case KIND_MIXED:
		add_spelling(syllables, seed, &word);
		break;
	case KIND_HEAD:
		strbuf_add_bytes(&word, number, 6 + len);
		break;
	default:
		strbuf_add(&word, number + strlen(number) - len);
		break;
	}
	return strbuf_detach(&word);
}

/* All that is found, page by page, each once and best first. */
static void
collect(struct desk *desk, const char *text, enum search_side side,
	const struct query *within, struct search_page *all)
{
	struct search search;
	struct err err = ERR_INIT;
	size_t before;

	bench_ok(search_init(&search, desk->store, text, within, &err), &err);
	do {
		const char *place = all->n > 0
			? all->items[all->n - 1].place : NULL;

		before = all->n;
		bench_ok(search_load(&search, side, place, before + PAGE, all,
				 &err), &err);
	} while (all->n == before + PAGE);
	search_clear(&search);
}

static int
compare_ids(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
sorted_ids(const struct search_page *page, int64_t *ids)
{
	for (size_t i = 0; i < page->n; i++) {
		ids[i] = page->items[i].record.id;
		if (i > 0)
			assert_true(page->items[i - 1].why <=
				    page->items[i].why);
	}
	qsort(ids, page->n, sizeof(*ids), compare_ids);
}

static void
compare_with_scan(struct desk *desk, const char *text, const char *first,
	const char *second)
{
	static int64_t ids[PEOPLE];
	struct search_page page = {0};
	size_t n = 0;

	collect(desk, text, SEARCH_AFTER, NULL, &page);
	assert_true(page.n <= PEOPLE);
	sorted_ids(&page, ids);
	for (int i = 0; i < PEOPLE; i++) {
		bool is_found = n < page.n && ids[n] == people[i].id;

		if (is_found != (fits(&people[i], first) &&
					fits(&people[i], second)))
			fail_msg("%s %s %s", text,
				is_found ? "finds" : "does not find",
				people[i].folded);
		n += is_found;
	}
	assert_int_equal(n, page.n);
	search_page_clear(&page);
}

static void
finds_what_a_scan_finds(void **state)
{
	uint64_t seed = 3;

	for (int i = 0; i < 20 * KIND_N; i++) {
		char *word = random_word(&people[bench_random(&seed, PEOPLE)],
			i % KIND_N, &seed);

		compare_with_scan(*state, word, word, word);
		free(word);
	}
}

static bool
is_spelling(const char *word)
{
	return (unsigned char)word[0] >= 'a' && (unsigned char)word[0] <= 'z';
}

static void
several_words_narrow(void **state)
{
	uint64_t seed = 4;

	for (int i = 0; i < 10 * KIND_N; i++) {
		const struct person *person =
			&people[bench_random(&seed, PEOPLE)];
		char *first = random_word(person, i % KIND_N, &seed);
		char *second = random_word(person,
			(int)bench_random(&seed, KIND_N), &seed);
		char *text = xasprintf("%s %s", first, second);

		/* two spellings that follow one another are one */
		if (!is_spelling(first) || !is_spelling(second))
			compare_with_scan(*state, text, first, second);
		free(first);
		free(second);
		free(text);
	}
}

static void
goes_back_the_same_way(void **state)
{
	static const char *const texts[] = {"zw", "w", "单", "山", "154",
		"li", "zh", "sh"};

	for (size_t i = 0; i < N_ITEMS(texts); i++) {
		struct search_page on = {0}, back = {0};

		collect(*state, texts[i], SEARCH_AFTER, NULL, &on);
		collect(*state, texts[i], SEARCH_BEFORE, NULL, &back);
		if (on.n <= PAGE)
			fail_msg("%s finds %zu", texts[i], on.n);
		assert_int_equal(on.n, back.n);
		for (size_t j = 0; j < on.n; j++)
			assert_string_equal(on.items[j].place,
				back.items[on.n - 1 - j].place);
		search_page_clear(&on);
		search_page_clear(&back);
	}
}

static void
counts_and_locates(void **state)
{
	static const char *const texts[] = {"zw", "单", "154", "zh 5", "zhang"};
	struct desk *desk = *state;
	struct err err = ERR_INIT;

	for (size_t i = 0; i < N_ITEMS(texts); i++) {
		struct search_page page = {0};
		struct search search;
		int64_t n;

		collect(desk, texts[i], SEARCH_AFTER, NULL, &page);
		bench_ok(search_init(&search, desk->store, texts[i], NULL,
				 &err), &err);
		bench_ok(search_count(&search, 0, &n, &err), &err);
		assert_int_equal(n, page.n);
		bench_ok(search_count(&search, 7, &n, &err), &err);
		if (n != 7)
			fail_msg("%s: %d", texts[i], (int)n);
		for (size_t j = 0; j < page.n; j += 13) {
			struct strbuf place = STRBUF_INIT;

			bench_ok(search_locate(&search, &member_type,
					 page.items[j].record.id, &place,
					 &err), &err);
			assert_string_equal(place.s, page.items[j].place);
			strbuf_clear(&place);
		}
		search_clear(&search);
		search_page_clear(&page);
	}
}

static void
stays_within_a_list(void **state)
{
	struct desk *desk = *state;
	struct search_page page = {0};
	struct query query;
	int64_t id = desk_add(desk, &member_type, "name", "张三丰", "sex", "2",
		NULL);

	query_init(&query, &member_type);
	query_set_filter(&query, "sex", "2");
	collect(desk, "zs", SEARCH_AFTER, &query, &page);
	assert_int_equal(page.n, 1);
	assert_int_equal(page.items[0].record.id, id);
	search_page_clear(&page);
	query_clear(&query);
	desk_remove(desk, &member_type, id);
}

static const struct {
	const char *text, *title;
	enum search_why why;
	const char *field;
} reasons[] = {
	{"林业局", "林业局", SEARCH_EXACT, "name"},
	{"林业", "林业局", SEARCH_BEGINNING, "name"},
	{"业局", "林业局", SEARCH_INSIDE, "name"},
	{"林草", "林业局", SEARCH_EXACT, "short_name"},
	{"lyj", "林业局", SEARCH_INITIALS, "name"},
	{"linyej", "林业局", SEARCH_PINYIN, "name"},
	{"lin ye ju", "林业局", SEARCH_PINYIN, "name"},
	{"lin 业", "林业局", SEARCH_INSIDE, "name"},
	{"lcao", "林业局", SEARCH_PINYIN, "short_name"},
	{"U+20C27", "\xf0\xa0\xb0\xa7林场", SEARCH_BEGINNING, "name"},
	{"林業局", "林业局", SEARCH_EXACT, "name"},
	{"ＬＹＪ", "林业局", SEARCH_INITIALS, "name"},
};

static void
says_why(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "林业局", "short_name",
		"林草", NULL);
	struct query units;

	query_init(&units, &unit_type);
	desk_add(desk, &unit_type, "name", "\xf0\xa0\xb0\xa7林场", NULL);
	for (size_t i = 0; i < N_ITEMS(reasons); i++) {
		struct search_page page = {0};
		struct strbuf title = STRBUF_INIT;

		collect(desk, reasons[i].text, SEARCH_AFTER, &units, &page);
		assert_int_equal(page.n, 1);
		record_title(desk->store, &page.items[0].record, &title);
		assert_string_equal(title.s, reasons[i].title);
		assert_int_equal(page.items[0].why, reasons[i].why);
		assert_string_equal(page.items[0].field->name,
			reasons[i].field);
		strbuf_clear(&title);
		search_page_clear(&page);
	}
	query_clear(&units);
	desk_remove(desk, &unit_type, id);
}

static void
nothing_typed_finds_nothing(void **state)
{
	static const char *const texts[] = {"", " ", "\xe3\x80\x80", "·"};

	for (size_t i = 0; i < N_ITEMS(texts); i++) {
		struct search_page page = {0};

		collect(*state, texts[i], SEARCH_AFTER, NULL, &page);
		assert_int_equal(page.n, 0);
		search_page_clear(&page);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_a_scan_finds),
		cmocka_unit_test(several_words_narrow),
		cmocka_unit_test(goes_back_the_same_way),
		cmocka_unit_test(counts_and_locates),
		cmocka_unit_test(stays_within_a_list),
		cmocka_unit_test(says_why),
		cmocka_unit_test(nothing_typed_finds_nothing),
	};

	return cmocka_run_group_tests_name("search", tests, begin, end);
}
