/* Text that need not be UTF-8: what text.h promises of it. */
#include "fuzz.h"

#include "base/pinyin.h"
#include "base/text.h"
#include "base/xalloc.h"

static const struct fuzz_seed seeds[] = {
	FUZZ_SEED("单晓红"), FUZZ_SEED("阿拉腾·巴根那"), FUZZ_SEED("ＡＢＣ　１２３"),
	FUZZ_SEED("ᠮᠣᠩᠭᠣᠯ\xe1\xa0\x8eᠠ"), FUZZ_SEED("e\xcc\x81\xcc\x82x"),
	FUZZ_SEED("👩‍👩‍👧🇨🇳"), FUZZ_SEED("葛\xf3\xa0\x84\x80飾"),
	FUZZ_SEED("𠮷㛃"), FUZZ_SEED("한글각"), FUZZ_SEED("第一行\r\n\t第二行\n"),
	FUZZ_SEED("\033[31mred\033[0m\x9b"), FUZZ_SEED("繁體字國"), FUZZ_SEED(""),
};

/* Forwards and backwards through the clusters: nothing is left out, and a
 * whole text ends where it should. */
static void
walk(const struct fuzz *fuzz, const char *s)
{
	size_t len = strlen(s), at = 0, back, n;

	while ((n = text_next(s + at)) > 0) {
		at += n;
		fuzz_expect(fuzz, at <= len, "text_next stays inside");
		back = text_prev(s, at);
		fuzz_expect(fuzz, back > 0 && back <= at,
			"text_prev stays inside");
	}
	fuzz_expect(fuzz, at == len, "text_next comes to the end");
	while ((n = text_prev(s, at)) > 0) {
		fuzz_expect(fuzz, n <= at, "text_prev stays inside");
		at -= n;
	}
	fuzz_expect(fuzz, at == 0, "text_prev comes to the beginning");
}

static void
fit(struct fuzz *fuzz, const char *s)
{
	size_t cols = fuzz_below(fuzz, 12), used;
	size_t n = text_fit(s, cols, &used);

	fuzz_expect(fuzz, n <= strlen(s), "text_fit stays inside");
	fuzz_expect(fuzz, used <= cols, "text_fit keeps to the columns");
	fuzz_expect(fuzz, used == text_cols_n(s, n),
		"text_fit counts as text_cols_n");
	fuzz_expect(fuzz, text_fit(s, text_cols(s), NULL) == strlen(s),
		"a text fits into its own columns");
}

/* What a function makes is valid, and made again it is the same. */
static void
made_once(const struct fuzz *fuzz, const char *s, char *(*make)(const char *))
{
	char *once = make(s);
	char *twice = make(once);

	fuzz_expect(fuzz, !text_valid(s, strlen(s)) ||
			text_valid(once, strlen(once)),
		"what is made of valid text is valid");
	fuzz_expect(fuzz, strcmp(once, twice) == 0, "twice is once");
	free(once);
	free(twice);
}

static void
clean(const struct fuzz *fuzz, char *(*cleaner)(const char *, size_t),
	bool lines)
{
	char *out = cleaner(fuzz->input.s, fuzz->input.len);
	char *again = cleaner(out, strlen(out));
	size_t n;

	fuzz_expect(fuzz, text_valid(out, strlen(out)), "clean text is valid");
	fuzz_expect(fuzz, strcmp(out, again) == 0, "clean text stays");
	for (const char *p = out; *p != '\0'; p += n) {
		uint32_t c = text_char(p, &n);

		fuzz_expect(fuzz, (c >= 0x20 && (c < 0x7f || c > 0x9f)) ||
				(lines && c == '\n'),
			"clean text has no controls");
		fuzz_expect(fuzz, c < 0x202a || c > 0x202e,
			"clean text keeps its direction");
	}
	free(out);
	free(again);
}

static void
mask(struct fuzz *fuzz, const char *s)
{
	size_t head = fuzz_below(fuzz, 4), tail = fuzz_below(fuzz, 4);
	char *masked = text_mask(s, head, tail);

	fuzz_expect(fuzz, text_chars(masked) == text_chars(s),
		"a mask is as long as what it hides");
	free(masked);
}

static void
pinyin(const struct fuzz *fuzz, const char *s)
{
	struct strbuf syllables = STRBUF_INIT, key = STRBUF_INIT;
	struct strvec all = VEC_INIT;

	pinyin_of_name(s, &syllables);
	pinyin_sort_key(s, syllables.s, &key);
	fuzz_expect(fuzz, !text_valid(s, strlen(s)) ||
			text_valid(key.s, key.len), "a sort key is valid");
	pinyin_sort_key(s, "no|such|syllables", &key);
	pinyin_all(s, true, 8, &all);
	fuzz_expect(fuzz, all.n <= 8, "not more readings than asked for");
	strvec_clear(&all);
	strbuf_clear(&syllables);
	strbuf_clear(&key);
}

static void
try(struct fuzz *fuzz, void *data)
{
	/* Of its own size, so that reading past the end is seen. */
	char *s = xstrdup(fuzz->input.s);
	size_t bad = text_first_bad(fuzz->input.s, fuzz->input.len);

	(void)data;
	fuzz_expect(fuzz, bad <= fuzz->input.len, "the bad byte is inside");
	fuzz_expect(fuzz, text_valid(fuzz->input.s, bad),
		"what stands before the bad byte is valid");
	walk(fuzz, s);
	fit(fuzz, s);
	mask(fuzz, s);
	made_once(fuzz, s, text_fold);
	made_once(fuzz, s, text_halfwidth);
	clean(fuzz, text_clean, false);
	clean(fuzz, text_clean_lines, true);
	pinyin(fuzz, s);
	free(s);
}

static void
texts_stay_whole(void **state)
{
	(void)state;
	fuzz_run(seeds, N_ITEMS(seeds), 30000, try, NULL);
	text_set_ambiguous_wide(true);
	fuzz_run(seeds, N_ITEMS(seeds), 3000, try, NULL);
	text_set_ambiguous_wide(false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_stay_whole),
	};

	return cmocka_run_group_tests_name("fuzz text", tests, NULL, NULL);
}
