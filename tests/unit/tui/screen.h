/* A screen that nobody sees, and fingers, for the tests of the widgets. */
#ifndef TESTS_UNIT_TUI_SCREEN_H
#define TESTS_UNIT_TUI_SCREEN_H

#include "test.h"

#include <locale.h>
#include <stdio.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "tui/keymap.h"
#include "tui/term.h"

static inline struct term *
screen_open(int rows, int cols)
{
	const struct term_settings settings = {.ascii_borders = true};
	struct term *term;

	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	term = term_open_headless(rows, cols, &settings);
	term_erase(term);
	return term;
}

/* Compares the whole screen and the cursor: "row\nrow\ncursor 0,3\n", where
 * empty rows at the end may be left out. */
static inline void
screen_expect(struct term *term, const char *expected)
{
	struct strbuf dump = STRBUF_INIT, wanted = STRBUF_INIT;
	const char *cursor = strstr(expected, "cursor ");
	int n = 0;

	assert_non_null(cursor);
	strbuf_add_bytes(&wanted, expected, (size_t)(cursor - expected));
	for (const char *s = expected; s < cursor; s++)
		n += *s == '\n';
	for (; n < term_rows(term); n++)
		strbuf_add_char(&wanted, '\n');
	strbuf_add(&wanted, cursor);
	term_flush(term);
	term_dump(term, &dump);
	assert_string_equal(dump.s, wanted.s);
	strbuf_clear(&dump);
	strbuf_clear(&wanted);
}

/* Calls act(data, event) for every character of s. */
static inline void
type_text(const char *s, void (*act)(void *data, const struct key_event *event),
	void *data)
{
	size_t n;

	for (; *s != '\0'; s += n) {
		struct key_event event = {.kind = EVENT_CHAR};

		event.code = text_char(s, &n);
		act(data, &event);
	}
}

/* An event that carries nothing, for actions. */
static const struct key_event no_event = {.kind = EVENT_KEY};

#endif
