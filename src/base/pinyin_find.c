#include "base/pinyin_find.h"

#include <stdlib.h>
#include <string.h>

#include "base/pinyin-table.h"
#include "base/reading.h"
#include "base/xalloc.h"

/* How many initials after the first syllable a beginning holds: enough that
 * few names share it, and few enough that there are few ways to read them. */
enum { INITIALS_MAX = 3 };

static bool
begins_with(const char *s, const char *beginning, size_t len)
{
	return strncmp(s, beginning, len) == 0;
}

/* The first syllable, from number 1 on, whose first letter is c or later. */
static size_t
first_syllable(char c)
{
	size_t from = 1, to = pinyin_n_syllables;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (pinyin_syllables[middle][0] < c)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* The next syllable after number i, 0 to begin with, that begins so; 0 where
 * there is no more. */
static size_t
next_syllable(size_t i, const char *s, size_t len)
{
	for (i = i == 0 ? first_syllable(*s) : i + 1;
		i < pinyin_n_syllables && pinyin_syllables[i][0] == *s; i++)
		if (begins_with(pinyin_syllables[i], s, len))
			return i;
	return 0;
}

static bool
is_syllable(const char *s, size_t len)
{
	size_t i = next_syllable(0, s, len);

	return i != 0 && pinyin_syllables[i][len] == '\0';
}

/* The next piece of a reading: a syllable, or one character of a word. */
static size_t
next_piece(const char **at, const char **piece)
{
	size_t len;

	*at += strspn(*at, "|");
	*piece = *at;
	if (**at == '\0')
		return 0;
	len = strcspn(*at, "|");
	if (!is_syllable(*at, len))
		reading_char(*at, &len);
	*at += len;
	return len;
}

void
pinyin_find_key(const char *syllables, struct strbuf *out)
{
	struct strbuf rests = STRBUF_INIT;
	const char *piece;
	size_t len = next_piece(&syllables, &piece), initial;

	strbuf_add_bytes(out, piece, len);
	while ((len = next_piece(&syllables, &piece)) > 0) {
		if (rests.len == 0)
			strbuf_add_char(out, ' ');
		reading_char(piece, &initial);
		strbuf_add_bytes(out, piece, initial);
		strbuf_add_char(&rests, ' ');
		strbuf_add_bytes(&rests, piece + initial, len - initial);
	}
	strbuf_add(out, rests.s);
	strbuf_clear(&rests);
}

void
pinyin_find_initials_key(const char *initials, struct strbuf *out)
{
	struct strbuf pieces = STRBUF_INIT;
	size_t len;

	for (; *initials != '\0'; initials += len) {
		reading_char(initials, &len);
		strbuf_add_bytes(&pieces, initials, len);
		strbuf_add_char(&pieces, '|');
	}
	pinyin_find_key(pieces.s, out);
	strbuf_clear(&pieces);
}

/* Does typed spell the syllables that are left?  initial and rest point at the
 * next one in the two halves of the key. */
static bool
fits_from(const char *initial, const char *rest, const char *typed)
{
	const char *next = rest + strcspn(rest, " ");
	size_t len;

	if (*typed == '\0')
		return true;
	if (*initial == ' ' || *initial == '\0')
		return false;
	reading_char(initial, &len);
	if (!begins_with(typed, initial, len))
		return false;
	initial += len;
	typed += len;
	while (!fits_from(initial, next + (*next == ' '), typed)) {
		if (rest == next || *rest != *typed)
			return false;
		rest++;
		typed++;
	}
	return true;
}

bool
pinyin_find_fits(const char *key, const char *typed)
{
	size_t first = strcspn(key, " ");
	const char *initials = key + first + (key[first] == ' ');
	size_t n = strcspn(initials, " ");
	const char *rests = initials + n + (initials[n] == ' ');

	for (size_t i = 0; i < first && typed[i] == key[i]; i++)
		if (fits_from(initials, rests, typed + i + 1))
			return true;
	return false;
}

static void
add_beginning(const char *first, const char *initials, const char *end,
	struct strvec *out)
{
	struct strbuf beginning = STRBUF_INIT;

	strbuf_add(&beginning, first);
	strbuf_add_char(&beginning, ' ');
	strbuf_add(&beginning, initials);
	strbuf_add(&beginning, end);
	strvec_add(out, beginning.s);
	strbuf_clear(&beginning);
}

/* The same initials after every syllable that begins so, or after a single
 * character as it stands. */
static void
add_beginnings(const char *typed, size_t len, const char *initials,
	const char *end, struct strvec *out)
{
	char *alone = xstrndup(typed, len);
	size_t first, i = 0;

	reading_char(typed, &first);
	if (len == first && !is_syllable(typed, len))
		add_beginning(alone, initials, end, out);
	while ((i = next_syllable(i, typed, len)) != 0)
		add_beginning(pinyin_syllables[i], initials, end, out);
	free(alone);
}

void
pinyin_find_initials(const char *typed, bool whole, struct strvec *out)
{
	size_t len;

	if (*typed == '\0')
		return;
	reading_char(typed, &len);
	if (typed[len] != '\0')
		add_beginnings(typed, len, typed + len, whole ? " " : "", out);
	else if (!whole)
		strvec_add(out, typed);
}

static bool
has_beginning(const struct strvec *all, const char *s)
{
	for (size_t i = 0; i < all->n; i++)
		if (begins_with(s, all->items[i], strlen(all->items[i])))
			return true;
	return false;
}

/* Appends the initials of every way to part typed into syllables, each given
 * by a beginning of it; initials holds the n that came before. */
static void
part(const char *typed, struct strbuf *initials, size_t n, struct strvec *out)
{
	size_t first, before = initials->len, len = strlen(typed);

	if (len == 0 || n == INITIALS_MAX) {
		if (!has_beginning(out, initials->s))
			strvec_add(out, initials->s);
		return;
	}
	reading_char(typed, &first);
	strbuf_add_bytes(initials, typed, first);
	for (; len >= first; len--)
		if (len == first || next_syllable(0, typed, len) != 0)
			part(typed + len, initials, n + 1, out);
	strbuf_truncate(initials, before);
}

void
pinyin_find_beginnings(const char *typed, struct strvec *out)
{
	size_t first, len = strlen(typed);

	if (len == 0)
		return;
	reading_char(typed, &first);
	if (len > first && next_syllable(0, typed, len) != 0)
		strvec_add(out, typed);
	while (--len >= first) {
		struct strbuf initials = STRBUF_INIT;
		struct strvec ways = {0};

		if (len > first && next_syllable(0, typed, len) == 0)
			continue;
		part(typed + len, &initials, 0, &ways);
		for (size_t i = 0; i < ways.n; i++)
			if (len > first || strcmp(ways.items[i],
						   typed + first) != 0)
				add_beginnings(typed, len, ways.items[i], "",
					out);
		strvec_clear(&ways);
		strbuf_clear(&initials);
	}
}
