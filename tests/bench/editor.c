/*
 * Times a key in the editor, drawing it included, on a screen that nobody sees:
 *
 *	editor CHARACTERS PARAGRAPH
 *
 * types at the beginning of a text of so many characters, of paragraphs of so
 * many (0: one alone), and prints the slowest of nine tenths of the keys in
 * milliseconds.
 */
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tui/editor.h"

enum { RUNS = 200 };

static int64_t
microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int
compare(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* As minutes read, punctuation and numbers among the hanzi. */
static void
make_text(struct strbuf *text, size_t n_chars, size_t paragraph)
{
	static const char *const words[] = {
		"会", "议", "“", "学", "习", "”", "，", "2", "0", "2", "6",
		"年", "支", "部", "。", "党", "员", "（", "五", "）", "a", " ",
	};
	size_t n_words = sizeof(words) / sizeof(*words);

	for (size_t i = 0; i < n_chars; i++)
		strbuf_add(text, paragraph > 0 && i % paragraph == paragraph - 1
			? "\n" : words[i * 7 % n_words]);
}

int
main(int argc, char **argv)
{
	const struct term_settings settings = {.ascii_borders = true};
	const struct key_event key = {.kind = EVENT_CHAR, .code = 0x515a};
	const struct rect rect = {1, 0, 22, 80};
	struct strbuf text = STRBUF_INIT;
	int64_t took[RUNS];
	struct editor editor;
	struct term *term;
	struct edit edit;

	if (argc < 3)
		return EXIT_FAILURE;
	setlocale(LC_ALL, "");
	term = term_open_headless(24, 80, &settings);
	make_text(&text, strtoul(argv[1], NULL, 10),
		strtoul(argv[2], NULL, 10));
	edit_init(&edit, true, 0, NULL);
	edit_set(&edit, text.s);
	edit_go(&edit, 300, false);
	editor_init(&editor, &edit, NULL);
	editor_draw(&editor, term, &rect);
	for (int i = 0; i < RUNS; i++) {
		int64_t begun = microseconds();

		editor_handle(&editor, ACTION_NONE, &key);
		editor_draw(&editor, term, &rect);
		term_flush(term);
		took[i] = microseconds() - begun;
	}
	qsort(took, RUNS, sizeof(*took), compare);
	printf("%.3f\n", (double)took[RUNS * 9 / 10] / 1000);
	editor_clear(&editor);
	edit_clear(&edit);
	strbuf_clear(&text);
	term_close(term);
	return EXIT_SUCCESS;
}
