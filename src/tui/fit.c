#include "tui/fit.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/pinyin.h"
#include "base/pinyin_find.h"
#include "base/text.h"

/* Ways of reading a word that are tried. */
enum { READINGS_MAX = 16 };

/* Where typed stands in text, both folded. */
static enum fit
fit_text(const char *text, const char *typed)
{
	const char *at = strstr(text, typed);

	if (at == NULL)
		return FIT_NONE;
	if (at != text)
		return FIT_INSIDE;
	return text[strlen(typed)] == '\0' ? FIT_WHOLE : FIT_BEGINS;
}

static bool
spells(const char *reading, const char *typed)
{
	struct strbuf key = STRBUF_INIT;
	bool fits;

	pinyin_find_key(reading, &key);
	fits = pinyin_find_fits(key.s, typed);
	strbuf_clear(&key);
	return fits;
}

static enum fit
fit_reading(const char *reading, const char *typed)
{
	struct strbuf key = STRBUF_INIT;
	enum fit fit;

	pinyin_initials(reading, &key);
	fit = fit_text(key.s, typed);
	/* One letter is not the whole of a word. */
	if (fit == FIT_WHOLE && strchr(reading, '|') == NULL)
		fit = FIT_BEGINS;
	strbuf_reset(&key);
	pinyin_joined(reading, &key);
	if (strcmp(key.s, typed) == 0)
		fit = FIT_WHOLE;
	strbuf_clear(&key);
	if (fit < FIT_BEGINS && spells(reading, typed))
		fit = FIT_BEGINS;
	while (fit == FIT_NONE && (reading = strchr(reading, '|')) != NULL)
		if (spells(++reading, typed))
			fit = FIT_INSIDE;
	return fit;
}

enum fit
fit_word(const char *word, const char *typed)
{
	struct strvec readings = VEC_INIT;
	char *text = text_fold(word), *key = text_fold(typed);
	enum fit fit = *key == '\0' ? FIT_BEGINS : fit_text(text, key);

	if (*key != '\0')
		pinyin_all(word, false, READINGS_MAX, &readings);
	for (size_t i = 0; i < readings.n; i++)
		fit = fit_better(fit, fit_reading(readings.items[i], key));
	strvec_clear(&readings);
	free(text);
	free(key);
	return fit;
}
