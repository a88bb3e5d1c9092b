#include "base/pinyin.h"

#include <stdlib.h>
#include <string.h>

#include "base/reading.h"

size_t
pinyin_of_char(uint32_t c, const char *out[PINYIN_READINGS_MAX])
{
	const uint16_t *reading = reading_list(c);
	size_t n = 0;

	if (reading == NULL)
		return 0;
	do
		out[n++] = reading_syllable(*reading);
	while ((*reading++ & PINYIN_LAST) == 0);
	return n;
}

static void
add_syllables(const char *text, const struct pinyin_surname *surname,
	struct strbuf *out)
{
	struct reading_part part;
	size_t n = 0;

	while (reading_next(&text, &part)) {
		uint16_t reading;

		if (part.kind != READING_HANZI && part.kind != READING_WORD)
			continue;
		if (n > 0)
			strbuf_add_char(out, '|');
		if (part.kind == READING_WORD) {
			reading_fold(&part, '\0', out);
		} else {
			reading = reading_of_surname(surname, 0, n);
			strbuf_add(out, reading_syllable(reading != 0
						? reading
						: part.readings[0]));
		}
		n++;
	}
}

void
pinyin_of_name(const char *name, struct strbuf *out)
{
	add_syllables(name, reading_surname(name), out);
}

void
pinyin_of_text(const char *text, struct strbuf *out)
{
	add_syllables(text, NULL, out);
}

/* A place in the text and the syllables that can stand there. */
struct choice {
	const char *options[PINYIN_READINGS_MAX + 2];
	size_t n;
	size_t chosen;
	size_t ranks_left; /* how far this and all later places can be from
	                      their first options */
	char *word;        /* owned; the one option of a word */
};

struct choices {
	struct choice *items;
	size_t n;
	size_t size;
};

static void
add_option(struct choice *choice, const char *syllable)
{
	for (size_t i = 0; i < choice->n; i++)
		if (strcmp(choice->options[i], syllable) == 0)
			return;
	choice->options[choice->n++] = syllable;
}

static void
choices_of_hanzi(uint32_t c, const struct pinyin_surname *surname, size_t nth,
	struct choice *choice)
{
	const char *readings[PINYIN_READINGS_MAX];
	size_t n = pinyin_of_char(c, readings);

	for (size_t way = 0; way < 2; way++) {
		uint16_t reading = reading_of_surname(surname, way, nth);

		if (reading != 0)
			add_option(choice, reading_syllable(reading));
	}
	for (size_t i = 0; i < n; i++)
		add_option(choice, readings[i]);
}

static void
choices_load(struct choices *choices, const char *text,
	const struct pinyin_surname *surname)
{
	size_t ranks_left = 0;
	struct reading_part part;

	while (reading_next(&text, &part)) {
		struct choice choice = {.n = 0};
		struct strbuf word = STRBUF_INIT;

		if (part.kind == READING_HANZI) {
			choices_of_hanzi(
				part.c, surname, choices->n, &choice);
		} else if (part.kind == READING_WORD) {
			reading_fold(&part, '\0', &word);
			choice.word = strbuf_detach(&word);
			add_option(&choice, choice.word);
		} else {
			continue;
		}
		vec_push(choices, choice);
	}
	for (size_t i = choices->n; i-- > 0;) {
		ranks_left += choices->items[i].n - 1;
		choices->items[i].ranks_left = ranks_left;
	}
}

static void
add_choice(const struct choices *choices, struct strvec *out)
{
	struct strbuf syllables = STRBUF_INIT;

	for (size_t i = 0; i < choices->n; i++) {
		const struct choice *choice = &choices->items[i];

		if (i > 0)
			strbuf_add_char(&syllables, '|');
		strbuf_add(&syllables, choice->options[choice->chosen]);
	}
	strvec_add(out, syllables.s);
	strbuf_clear(&syllables);
}

/* All ways whose places from at on are rank steps away from their first
 * options, taken together, until out has max. */
static void
spread(struct choices *choices, size_t at, size_t rank, size_t max,
	struct strvec *out)
{
	struct choice *choice = &choices->items[at];

	if (at == choices->n) {
		if (rank == 0)
			add_choice(choices, out);
		return;
	}
	if (rank > choice->ranks_left)
		return;
	for (size_t i = choice->n; i-- > 0 && out->n < max;) {
		if (i > rank)
			continue;
		choice->chosen = i;
		spread(choices, at + 1, rank - i, max, out);
	}
}

void
pinyin_all(const char *name, int is_person, size_t max, struct strvec *out)
{
	struct choices choices = VEC_INIT;

	choices_load(&choices, name, is_person ? reading_surname(name) : NULL);
	max += out->n;
	for (size_t rank = 0; choices.n > 0 && out->n < max &&
			      rank <= choices.items[0].ranks_left;
		rank++)
		spread(&choices, 0, rank, max, out);
	for (size_t i = 0; i < choices.n; i++)
		free(choices.items[i].word);
	vec_clear(&choices);
}

void
pinyin_initials(const char *syllables, struct strbuf *out)
{
	size_t len;

	while (*syllables != '\0') {
		reading_char(syllables, &len);
		if (*syllables != '|')
			strbuf_add_bytes(out, syllables, len);
		syllables += strcspn(syllables, "|");
		syllables += strspn(syllables, "|");
	}
}

void
pinyin_joined(const char *syllables, struct strbuf *out)
{
	while (*syllables != '\0') {
		size_t len = strcspn(syllables, "|");

		strbuf_add_bytes(out, syllables, len);
		syllables += len + (syllables[len] == '|');
	}
}
