#include "records/codes.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "base/xalloc.h"

static int
compare_name(const void *name, const void *list)
{
	return strcmp(name, ((const struct code_list *)list)->name);
}

const struct code_list *
code_list_find(const char *name)
{
	return bsearch(name, code_lists, code_lists_n, sizeof(code_lists[0]),
		compare_name);
}

const struct code *
code_find(const struct code_list *list, const char *code)
{
	for (size_t i = 0; i < list->n_codes; i++)
		if (list->codes[i].code[0] == code[0] &&
			strcmp(list->codes[i].code, code) == 0)
			return &list->codes[i];
	return NULL;
}

/* One of the words parted by '|'? */
static bool
is_one_of(const char *words, const char *typed)
{
	size_t len = strlen(typed);
	const char *found = words;

	if (len == 0 || strchr(typed, '|') != NULL)
		return false;
	while ((found = strstr(found, typed)) != NULL) {
		if ((found == words || found[-1] == '|') &&
			(found[len] == '\0' || found[len] == '|'))
			return true;
		found++;
	}
	return false;
}

static const struct code *
match_word(const struct code_list *list, const char *typed)
{
	for (size_t i = 0; i < list->n_codes; i++) {
		const struct code *code = &list->codes[i];

		if (strcmp(code->zh, typed) == 0 ||
			strcmp(code->en, typed) == 0 ||
			(code->also[0] != '\0' &&
				is_one_of(code->also, typed)))
			return code;
	}
	return NULL;
}

/* folded is what was typed, folded. */
static bool
is_same_folded(const char *word, size_t len, const char *folded)
{
	char *plain = xstrndup(word, len);
	char *own = text_fold(plain);
	bool same = strcmp(own, folded) == 0;

	free(own);
	free(plain);
	return same;
}

static bool
has_folded_word(const struct code *code, const char *folded)
{
	if (is_same_folded(code->zh, strlen(code->zh), folded) ||
		is_same_folded(code->en, strlen(code->en), folded))
		return true;
	for (const char *word = code->also; *word != '\0';) {
		size_t len = strcspn(word, "|");

		if (is_same_folded(word, len, folded))
			return true;
		word += len + (word[len] == '|');
	}
	return false;
}

static const struct code *
match_folded(const struct code_list *list, const char *folded)
{
	for (size_t i = 0; i < list->n_codes; i++) {
		const struct code *code = &list->codes[i];

		if (is_same_folded(code->code, strlen(code->code), folded) ||
			has_folded_word(code, folded))
			return code;
	}
	return NULL;
}

static bool
word_has_initials(const char *word, const char *initials)
{
	struct strbuf syllables = STRBUF_INIT, own = STRBUF_INIT;
	bool same;

	pinyin_of_text(word, &syllables);
	pinyin_initials(syllables.s, &own);
	same = strcmp(own.s, initials) == 0;
	strbuf_clear(&own);
	strbuf_clear(&syllables);
	return same;
}

/* 蒙古族 is found by mgz, and by mg for the 蒙古 beside it. */
static bool
has_initials(const struct code *code, const char *initials)
{
	bool found = word_has_initials(code->zh, initials);
	const char *also = code->also;

	while (!found && also[0] != '\0') {
		size_t len = strcspn(also, "|");
		char *word = xstrndup(also, len);

		found = word_has_initials(word, initials);
		free(word);
		also += len + (also[len] == '|');
	}
	return found;
}

static const struct code *
match_initials(const struct code_list *list, const char *initials)
{
	const struct code *found = NULL;

	for (size_t i = 0; i < list->n_codes; i++) {
		if (!has_initials(&list->codes[i], initials))
			continue;
		if (found != NULL)
			return NULL;
		found = &list->codes[i];
	}
	return found;
}

/* Nearly every value is a code, and nearly every cell of a file a word, as it
 * stands: so those come first. */
const struct code *
code_match(const struct code_list *list, const char *typed)
{
	const struct code *found = code_find(list, typed);
	char *folded;

	if (found == NULL)
		found = match_word(list, typed);
	if (found != NULL)
		return found;
	folded = text_fold(typed);
	if (folded[0] != '\0')
		found = match_folded(list, folded);
	if (found == NULL && folded[0] != '\0')
		found = match_initials(list, folded);
	free(folded);
	return found;
}

const struct code *
code_match_word(const struct code_list *list, const char *typed)
{
	const struct code *found = NULL;
	char *folded = text_fold(typed);

	for (size_t i = 0; found == NULL && i < list->n_codes; i++)
		if (has_folded_word(&list->codes[i], folded))
			found = &list->codes[i];
	free(folded);
	return found;
}

const char *
code_word(const struct code *code)
{
	return i18n_language() == LANGUAGE_ZH ? code->zh : code->en;
}
