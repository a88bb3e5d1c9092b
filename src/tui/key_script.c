#include "tui/key_script.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "tui/key.h"
#include "tui/key_spelling.h"

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

void
key_steps_clear(struct key_steps *steps)
{
	for (size_t i = 0; i < steps->steps.n; i++)
		strbuf_clear(&steps->steps.items[i].bytes);
	vec_clear(&steps->steps);
}

static struct step *
add_step(struct key_steps *steps, enum step_kind kind)
{
	struct step step = {.kind = kind, .bytes = STRBUF_INIT};

	vec_push(&steps->steps, step);
	return &steps->steps.items[steps->steps.n - 1];
}

/* The whole of text is a number up to max. */
static bool
read_number(const char *text, int max, int *out)
{
	int end = 0;

	return sscanf(text, "%6d%n", out, &end) == 1 && text[end] == '\0' &&
		*out >= 0 && *out <= max;
}

static bool
read_lt(struct key_steps *steps, const char *text)
{
	strbuf_add(&add_step(steps, STEP_BYTES)->bytes, "<");
	return *text == '\0';
}

static bool
read_wait(struct key_steps *steps, const char *text)
{
	return read_number(text, 100000, &add_step(steps, STEP_WAIT)->first);
}

static bool
read_resize(struct key_steps *steps, const char *text)
{
	struct step *step = add_step(steps, STEP_RESIZE);
	int end = 0;

	return sscanf(text, "%4dx%4d%n", &step->first, &step->second, &end) ==
		2 && text[end] == '\0' && step->first > 0 && step->second > 0;
}

static bool
read_width(struct key_steps *steps, const char *text)
{
	int cols;

	if (!read_number(text, 2, &cols) || cols == 0)
		return false;
	strbuf_addf(&add_step(steps, STEP_BYTES)->bytes, "\033[3;%dR",
		cols + 1);
	return true;
}

static bool
read_bytes(struct key_steps *steps, const char *text)
{
	struct step *step = add_step(steps, STEP_BYTES);
	unsigned byte;
	int end;

	while (*text != '\0') {
		end = 0;
		if (sscanf(text, "%2x%n", &byte, &end) != 1)
			return false;
		strbuf_add_char(&step->bytes, (char)byte);
		text += end;
		text += strspn(text, " ");
	}
	return step->bytes.len > 0;
}

static bool
read_signal(struct key_steps *steps, const char *text)
{
	static const struct {
		const char *name;
		int number;
	} signals[] = {{"HUP", SIGHUP}, {"TERM", SIGTERM}, {"INT", SIGINT}};

	for (size_t i = 0; i < N_ITEMS(signals); i++) {
		if (strcasecmp(signals[i].name, text) == 0) {
			add_step(steps, STEP_SIGNAL)->first =
				signals[i].number;
			return true;
		}
	}
	return false;
}

static bool
read_cancel(struct key_steps *steps, const char *text)
{
	add_step(steps, STEP_CANCEL);
	return *text == '\0';
}

static bool
read_dump(struct key_steps *steps, const char *text)
{
	strbuf_add(&add_step(steps, STEP_DUMP)->bytes, text);
	return *text != '\0';
}

static bool
read_paste(struct key_steps *steps, const char *text)
{
	static const char from[] = "nt\\>", to[] = "\n\t\\>";
	struct step *step = add_step(steps, STEP_BYTES);

	strbuf_add(&step->bytes, "\033[200~");
	for (; *text != '\0'; text++) {
		const char *escaped = from;

		if (*text != '\\') {
			strbuf_add_char(&step->bytes, *text);
			continue;
		}
		escaped = *++text != '\0' ? strchr(from, *text) : NULL;
		if (escaped == NULL)
			return false;
		strbuf_add_char(&step->bytes, to[escaped - from]);
	}
	strbuf_add(&step->bytes, "\033[201~");
	return true;
}

static const struct word {
	const char *word;
	bool (*read)(struct key_steps *steps, const char *text);
} words[] = {
	{"lt", read_lt},
	{"wait", read_wait},
	{"paste", read_paste},
	{"resize", read_resize},
	{"width", read_width},
	{"bytes", read_bytes},
	{"signal", read_signal},
	{"cancel", read_cancel},
	{"dump", read_dump},
};

/* What stands between < and >: a word with its text, or a key. */
static bool
read_bracket(struct key_steps *steps, const char *bracket)
{
	size_t len = strcspn(bracket, " ");
	const char *text = bracket + len + (bracket[len] == ' ');
	enum key key = key_by_label(bracket);

	if (key != K_NONE) {
		key_spell(key, &add_step(steps, STEP_BYTES)->bytes);
		return true;
	}
	for (size_t i = 0; i < N_ITEMS(words); i++)
		if (strlen(words[i].word) == len &&
			strncasecmp(words[i].word, bracket, len) == 0)
			return words[i].read(steps, text);
	return false;
}

/* The place of the > that ends a bracket (\> is none), or NULL. */
static const char *
find_end(const char *at)
{
	for (; *at != '\0' && *at != '>'; at++)
		if (at[0] == '\\' && at[1] != '\0')
			at++;
	return *at == '>' ? at : NULL;
}

/* Reads one bracket or character at *at and moves on; false if it is wrong. */
static bool
read_step(struct key_steps *steps, const char **at)
{
	const char *end;
	char *bracket;
	size_t len = 1;
	bool good;

	if (**at == '\n' || **at == '\t') {
		(*at)++;
		return true;
	}
	if (**at != '<') {
		text_char(*at, &len);
		strbuf_add_bytes(&add_step(steps, STEP_BYTES)->bytes, *at,
			len);
		*at += len;
		return true;
	}
	end = find_end(*at);
	if (end == NULL)
		return false;
	bracket = xstrndup(*at + 1, (size_t)(end - *at - 1));
	good = read_bracket(steps, bracket);
	free(bracket);
	if (good)
		*at = end + 1;
	return good;
}

bool
key_steps_parse(struct key_steps *steps, const char *script, size_t *bad)
{
	const char *at = script;
	size_t len = strlen(script);

	*bad = text_first_bad(script, len);
	if (*bad < len)
		return false;
	while (*at != '\0') {
		if (!read_step(steps, &at)) {
			*bad = (size_t)(at - script);
			return false;
		}
	}
	return true;
}
