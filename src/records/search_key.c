#include "records/search_key.h"

#include <stdlib.h>
#include <string.h>

#include "base/pinyin_find.h"
#include "base/xalloc.h"
#include "records/derive.h"

/* Past every character: what begins with a text lies between it and this. */
#define LAST_CHAR "\xf4\x8f\xbf\xbf"

/* Before every character of a name; and behind the blank of a pinyin key. */
#define FIRST_CHAR "\x01"
#define AFTER_BLANK "!"

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
static const char letters_digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";

/* Keys from "beginning after" up to the last that begins with it. */
static void
add_range(struct search_word *word, enum search_why why, enum find_kind kind,
	const char *beginning, const char *after)
{
	struct search_range range = {.why = why, .kind = kind};

	range.from = xasprintf("%s%s", beginning, after);
	range.below = xasprintf("%s" LAST_CHAR, beginning);
	range.fits = why == SEARCH_PINYIN || why == SEARCH_READING;
	vec_push(&word->ranges, range);
}

/* Do ranges before it hold all of what begins so? */
static bool
is_covered(const struct search_word *word, enum find_kind kind,
	const char *beginning)
{
	for (size_t i = 0; i < word->ranges.n; i++) {
		const struct search_range *range = &word->ranges.items[i];
		size_t len = strlen(range->from);

		if (range->kind == kind && !range->fits &&
			strncmp(range->from, beginning, len) == 0)
			return true;
	}
	return false;
}

static void
add_initials(struct search_word *word)
{
	struct strvec whole = {0}, begun = {0};

	pinyin_find_initials(word->word, true, &whole);
	pinyin_find_initials(word->word, false, &begun);
	for (size_t i = 0; i < whole.n; i++)
		add_range(word, SEARCH_INITIALS, FIND_PINYIN, whole.items[i],
			"");
	for (size_t i = 0; i < begun.n; i++)
		add_range(word, SEARCH_INITIALS, FIND_PINYIN, begun.items[i],
			whole.n > 0 ? AFTER_BLANK : "");
	strvec_clear(&whole);
	strvec_clear(&begun);
}

static void
add_pinyin(struct search_word *word, enum search_why why, enum find_kind kind)
{
	struct strvec beginnings = {0};

	pinyin_find_beginnings(word->word, &beginnings);
	for (size_t i = 0; i < beginnings.n; i++)
		if (!is_covered(word, kind, beginnings.items[i]))
			add_range(word, why, kind, beginnings.items[i], "");
	strvec_clear(&beginnings);
}

static void
add_number(struct search_word *word, enum search_why why, enum find_kind kind)
{
	struct strbuf key = STRBUF_INIT;

	derive_number_key(word->word, kind == FIND_NUMBER_END, &key);
	add_range(word, why, kind, key.s, "");
	strbuf_clear(&key);
}

static void
add_exact(struct search_word *word)
{
	struct search_range range = {.why = SEARCH_EXACT, .kind = FIND_NAME};

	range.from = xstrdup(word->word);
	range.below = xasprintf("%s" FIRST_CHAR, word->word);
	vec_push(&word->ranges, range);
}

void
search_word_init(struct search_word *word, const char *folded)
{
	bool is_pinyin = folded[strspn(folded, letters_digits)] == '\0' &&
		strpbrk(folded, letters) != NULL;
	bool is_number = folded[strspn(folded, "0123456789x+-")] == '\0' &&
		strpbrk(folded, "0123456789x") != NULL;

	*word = (struct search_word){.word = xstrdup(folded)};
	add_exact(word);
	if (is_pinyin) {
		add_initials(word);
		add_pinyin(word, SEARCH_PINYIN, FIND_PINYIN);
	}
	add_range(word, SEARCH_BEGINNING, FIND_NAME, folded, FIRST_CHAR);
	add_range(word, SEARCH_INSIDE, FIND_INSIDE, folded, "");
	if (is_pinyin)
		add_pinyin(word, SEARCH_READING, FIND_READING);
	if (is_number) {
		add_number(word, SEARCH_NUMBER, FIND_NUMBER);
		add_number(word, SEARCH_NUMBER_END, FIND_NUMBER_END);
	}
}

void
search_word_clear(struct search_word *word)
{
	for (size_t i = 0; i < word->ranges.n; i++) {
		free(word->ranges.items[i].from);
		free(word->ranges.items[i].below);
	}
	vec_clear(&word->ranges);
	free(word->word);
}

size_t
search_word_range(const struct search_word *word, const struct find_key *key)
{
	size_t i;

	for (i = 0; i < word->ranges.n; i++) {
		const struct search_range *range = &word->ranges.items[i];

		if (range->kind == key->kind &&
			strcmp(key->key, range->from) >= 0 &&
			strcmp(key->key, range->below) < 0 &&
			(!range->fits ||
				pinyin_find_fits(key->key, word->word)))
			break;
	}
	return i;
}

const struct field_type *
search_column(const struct record_type *type, enum find_kind kind)
{
	for (size_t i = 0; kind == FIND_NUMBER && i < type->n_fields; i++)
		if (type->fields[i].flags & FIELD_SEARCH &&
			derive_by_column(&type->fields[i]))
			return &type->fields[i];
	return NULL;
}
