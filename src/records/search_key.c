#include "records/search_key.h"

#include <stdlib.h>
#include <string.h>

#include "base/pinyin_find.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/derive.h"

/* Past every character: what begins with a text lies between it and this. */
#define LAST_CHAR "\xf4\x8f\xbf\xbf"

/* Before every character of a name; and behind the blank of a pinyin key. */
#define FIRST_CHAR "\x01"
#define AFTER_BLANK "!"

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
static const char letters_digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";

/* Keys from "beginning after" up to the last that begins with "beginning";
 * both bounds in one piece of memory. */
static void
add_range(struct search_word *word, enum search_why why, enum find_kind kind,
	const char *beginning, const char *after)
{
	size_t len = strlen(beginning), n = len + strlen(after) + 1;
	struct search_range range = {.why = why, .kind = kind};

	range.from = xmalloc(n + len + sizeof(LAST_CHAR));
	range.below = range.from + n;
	memcpy(range.from, beginning, len);
	strcpy(range.from + len, after);
	memcpy(range.below, beginning, len);
	strcpy(range.below + len, LAST_CHAR);
	range.fits = why == SEARCH_PINYIN || why == SEARCH_READING;
	vec_push(&word->ranges, range);
}

static void
add_all(struct search_word *word, enum search_why why, enum find_kind kind,
	const struct strvec *beginnings, const char *after)
{
	for (size_t i = 0; i < beginnings->n; i++)
		add_range(word, why, kind, beginnings->items[i], after);
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
add_text(struct search_word *word)
{
	add_range(word, SEARCH_BEGINNING, FIND_NAME, word->word, FIRST_CHAR);
	add_range(word, SEARCH_INSIDE, FIND_INSIDE, word->word, "");
}

static void
add_exact(struct search_word *word)
{
	struct search_range *range;

	add_range(word, SEARCH_EXACT, FIND_NAME, word->word, "");
	range = &word->ranges.items[word->ranges.n - 1];
	strcpy(range->below + strlen(word->word), FIRST_CHAR);
}

/* What the letters spell goes before the text that has them, but another
 * reading comes after it. */
static void
add_letters(struct search_word *word)
{
	struct strvec whole = {0}, begun = {0}, beginnings = {0};

	pinyin_find_initials(word->word, true, &whole);
	pinyin_find_initials(word->word, false, &begun);
	pinyin_find_beginnings(word->word, &beginnings);
	add_all(word, SEARCH_INITIALS, FIND_PINYIN, &whole, "");
	add_all(word, SEARCH_INITIALS, FIND_PINYIN, &begun,
		whole.n > 0 ? AFTER_BLANK : "");
	add_all(word, SEARCH_PINYIN, FIND_PINYIN, &beginnings, "");
	add_text(word);
	add_all(word, SEARCH_READING, FIND_READING, &beginnings, "");
	add_all(word, SEARCH_READING, FIND_READING, &begun, "");
	strvec_clear(&whole);
	strvec_clear(&begun);
	strvec_clear(&beginnings);
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
	if (is_pinyin)
		add_letters(word);
	else
		add_text(word);
	if (is_number) {
		add_number(word, SEARCH_NUMBER, FIND_NUMBER);
		add_number(word, SEARCH_NUMBER, FIND_COLUMN);
		add_number(word, SEARCH_NUMBER_END, FIND_NUMBER_END);
	}
}

void
search_word_clear(struct search_word *word)
{
	for (size_t i = 0; i < word->ranges.n; i++)
		free(word->ranges.items[i].from);
	vec_clear(&word->ranges);
	free(word->word);
}

/* The character that a word like u+20bb7 names by its number. */
static bool
read_code_point(const char *word, char utf8[5])
{
	uint32_t c;

	if (strncmp(word, "u+", 2) != 0 ||
		!text_code_point(word, &c))
		return false;
	utf8[text_put_char(c, utf8)] = '\0';
	return true;
}

static bool
is_of_letters(const char *word)
{
	return word[0] != '\0' && word[strspn(word, letters)] == '\0';
}

static void
add_word(const char *word, bool join, struct strvec *folded)
{
	char **last = folded->n > 0 ? &folded->items[folded->n - 1] : NULL;

	if (join && last != NULL && is_of_letters(*last) &&
		is_of_letters(word)) {
		char *joined = xasprintf("%s%s", *last, word);

		free(*last);
		*last = joined;
	} else if (word[0] != '\0') {
		strvec_add(folded, word);
	}
}

void
search_parse(const char *text, bool join, struct strvec *folded)
{
	char *half = text_halfwidth(text);
	char *rest = half, *part;

	while ((part = strsep(&rest, " ")) != NULL) {
		char *word = text_fold(part);
		char utf8[5];

		if (read_code_point(word, utf8)) {
			free(word);
			word = text_fold(utf8);
		}
		add_word(word, join, folded);
		free(word);
	}
	free(half);
}

void
search_words_init(struct search_words *words, const char *text)
{
	struct strvec folded = {0};

	search_parse(text, true, &folded);
	for (size_t i = 0; i < folded.n; i++) {
		struct search_word word;

		search_word_init(&word, folded.items[i]);
		vec_push(words, word);
	}
	strvec_clear(&folded);
}

void
search_words_clear(struct search_words *words)
{
	for (size_t i = 0; i < words->n; i++)
		search_word_clear(&words->items[i]);
	vec_clear(words);
}

size_t
search_word_range(const struct search_word *word, const struct find_key *key)
{
	size_t i;

	for (i = 0; i < word->ranges.n; i++) {
		const struct search_range *range = &word->ranges.items[i];

		if (range->kind == key->kind &&
			range->from[0] == key->key[0] && /* or none lies in it */
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
	for (size_t i = 0; kind == FIND_COLUMN && i < type->n_fields; i++)
		if (type->fields[i].flags & FIELD_SEARCH &&
			derive_by_column(&type->fields[i]))
			return &type->fields[i];
	return NULL;
}
