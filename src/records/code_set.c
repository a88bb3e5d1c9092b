#include "records/code_set.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

enum { PHRASE_MAX = 8 }; /* parts of one word that holds blanks or commas */

/* A code or word among several, or one part of a word. */
struct part {
	const char *s;
	size_t len;
};

struct parts {
	struct part *items;
	size_t n;
	size_t size;
};

/* Bytes of the character that s begins with where it parts codes, or 0. */
static size_t
separator_len(const char *s)
{
	static const char *const separators[] = {",", ";", "/", " ", "\t",
		"\n", "、", "，", "；", "／", "\xe3\x80\x80", "\xc2\xa0"};

	for (size_t i = 0; i < sizeof(separators) / sizeof(separators[0]); i++)
		if (strncmp(s, separators[i], strlen(separators[i])) == 0)
			return strlen(separators[i]);
	return 0;
}

static void
split(const char *typed, struct parts *parts)
{
	struct part part = {typed, 0};

	for (const char *s = typed;; ) {
		size_t len = separator_len(s);

		part.len = (size_t)(s - part.s);
		if ((len > 0 || *s == '\0') && part.len > 0)
			vec_push(parts, part);
		if (*s == '\0')
			return;
		s += len > 0 ? len : 1;
		if (len > 0)
			part.s = s;
	}
}

/* The code meant by as many of the parts from number *i on as can be; *i goes
 * behind them.  Several parts are a word alone: 1 2 is no 12. */
static const struct code *
match_parts(const struct code_list *list, const struct parts *parts, size_t *i)
{
	const struct part *first = &parts->items[*i];
	size_t n = parts->n - *i < PHRASE_MAX ? parts->n - *i : PHRASE_MAX;
	const struct code *found = NULL;

	for (; found == NULL && n > 0; n--) {
		const struct part *last = first + n - 1;
		char *phrase = xstrndup(first->s,
			(size_t)(last->s + last->len - first->s));

		found = n > 1 ? code_match_word(list, phrase)
			      : code_match(list, phrase);
		free(phrase);
		if (found != NULL)
			*i += n;
	}
	return found;
}

static void
add_set(const struct code_list *list, const bool *wanted, struct strbuf *out)
{
	const char *between = "";

	for (size_t i = 0; i < list->n_codes; i++) {
		if (!wanted[i])
			continue;
		strbuf_addf(out, "%s%s", between, list->codes[i].code);
		between = ",";
	}
}

bool
code_set_read(const struct code_list *list, const char *typed,
	struct strbuf *out, struct strbuf *unknown)
{
	bool *wanted = xcalloc(list->n_codes, sizeof(*wanted));
	const struct code *code = list->codes;
	struct parts parts = VEC_INIT;
	size_t i = 0;

	split(typed, &parts);
	while (i < parts.n && code != NULL) {
		code = match_parts(list, &parts, &i);
		if (code != NULL)
			wanted[code - list->codes] = true;
	}
	if (code != NULL)
		add_set(list, wanted, out);
	else
		strbuf_add_bytes(unknown, parts.items[i].s,
			parts.items[i].len);
	vec_clear(&parts);
	free(wanted);
	return code != NULL;
}

bool
code_set_has(const char *set, const char *code)
{
	size_t len = strlen(code);

	while (*set != '\0') {
		size_t own = strcspn(set, ",");

		if (own == len && strncmp(set, code, len) == 0)
			return true;
		set += own + (set[own] == ',');
	}
	return false;
}

bool
code_set_next(const char **set, struct strbuf *code)
{
	size_t len = strcspn(*set, ",");

	if (**set == '\0')
		return false;
	strbuf_reset(code);
	strbuf_add_bytes(code, *set, len);
	*set += len + ((*set)[len] == ',');
	return true;
}
