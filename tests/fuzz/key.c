/* What a terminal, a line or a cat on the keyboard may send. */
#include "fuzz.h"

#include <locale.h>

#include "tui/key_parser.h"

static const struct fuzz_seed seeds[] = {
	FUZZ_SEED("单晓红abc\r"), FUZZ_SEED("\033[A\033[B\033OP\033[15~"),
	FUZZ_SEED("\033[200~第一行\r\n第二行\t\033[201~"),
	FUZZ_SEED("\033[1;5D\033[1;2A\033[Z"), FUZZ_SEED("\033" "2\0330"),
	FUZZ_SEED("\033[3;7R\033[?62;22c"), FUZZ_SEED("\033]0;title\a\033P1$r\033\\"),
	FUZZ_SEED("\033[[A\033[[E\033O[\033[11^\033[7@"),
	FUZZ_SEED("\033[M !!\033[<0;1;1M\033[I\033[O"),
	FUZZ_SEED("\033\033[A\033\033\033"), FUZZ_SEED("\3\x13\x11\x7f\b"),
	FUZZ_SEED("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
	FUZZ_SEED("name\tsex\n张三\t男\n"),
};

static void
look_at(const struct fuzz *fuzz, const struct key_event *event)
{
	fuzz_expect(fuzz, event->kind < EVENT_N, "the event is of a kind");
	if (event->kind == EVENT_CHAR)
		fuzz_expect(fuzz, event->code >= ' ' && event->code <= 0x10ffff &&
				(event->code < 0x7f || event->code > 0x9f) &&
				(event->code < 0xd800 || event->code > 0xdfff),
			"a character is no control");
	if (event->kind == EVENT_KEY)
		fuzz_expect(fuzz, event->key > K_NONE && event->key < K_N,
			"a key is a key");
	for (size_t i = 0; event->kind == EVENT_PASTE && i < event->len; i++) {
		unsigned char c = (unsigned char)event->text[i];

		fuzz_expect(fuzz, (c >= ' ' && c != 0x7f) || c == '\n' ||
				c == '\t',
			"a paste has no controls");
	}
}

/* Lets the deadlines pass until nothing waits any more. */
static int64_t
settle(const struct fuzz *fuzz, struct key_parser *parser, int64_t now)
{
	int64_t deadline;
	int n = 0;

	while ((deadline = key_parser_deadline(parser)) >= 0) {
		fuzz_expect(fuzz, n++ < 10000, "the parser comes to rest");
		if (deadline > now)
			now = deadline;
		key_parser_tick(parser, now);
	}
	return now;
}

static void
try(struct fuzz *fuzz, void *data)
{
	struct key_parser *parser = key_parser_new();
	struct key_event event = KEY_EVENT_INIT;
	struct key_event last = KEY_EVENT_INIT;
	const struct strbuf *input = &fuzz->input;
	int64_t now = 1000;
	size_t at = 0, n;

	(void)data;
	key_parser_learn(parser, "\033[99~", K_F12);
	for (; at < input->len; at += n) {
		n = 1 + fuzz_below(fuzz, input->len - at);
		key_parser_feed(parser, input->s + at, n, now);
		now += (int64_t)fuzz_below(fuzz, 400);
		key_parser_tick(parser, now);
		if (fuzz_below(fuzz, 16) == 0)
			key_parser_take_cancel(parser);
	}
	now = settle(fuzz, parser, now);
	while (key_parser_next(parser, &event))
		look_at(fuzz, &event);
	/* Whatever came, the next key is read as it is. */
	key_parser_feed(parser, "\033[B", 3, now + 1);
	settle(fuzz, parser, now + 1);
	while (key_parser_next(parser, &event))
		last = (struct key_event){.kind = event.kind, .key = event.key};
	fuzz_expect(fuzz, last.kind == EVENT_KEY && last.key == K_DOWN,
		"the parser goes on with the next key");
	key_event_clear(&event);
	key_parser_free(parser);
}

static void
all_bytes_become_events(void **state)
{
	(void)state;
	fuzz_run(seeds, N_ITEMS(seeds), 60000, try, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_bytes_become_events),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 77;
	return cmocka_run_group_tests_name("fuzz key", tests, NULL, NULL);
}
