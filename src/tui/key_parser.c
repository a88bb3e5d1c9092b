#include "tui/key_parser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "tui/key_paste.h"
#include "tui/key_spelling.h"

#define ESC '\033'
#define PASTE_BEGIN "\033[200~"
#define PASTE_END "\033[201~"

enum {
	SEQUENCE_MAX = 256, /* a longer one is nobody's and is cut off */
};

/* What the next byte belongs to. */
enum state {
	STATE_GROUND,     /* a character, a control or a new sequence */
	STATE_ESC,        /* right after ESC */
	STATE_SS3,        /* ESC O */
	STATE_CSI,        /* ESC [ */
	STATE_LINUX,      /* ESC [ [: one more byte */
	STATE_MOUSE,      /* ESC [ M: three bytes more */
	STATE_STRING,     /* ESC ] P X ^ _: up to BEL or ESC \ */
	STATE_STRING_ESC, /* in such a string, after ESC */
	STATE_PASTE,      /* between the brackets of a paste */
	STATE_LOOSE,      /* in a paste without brackets */
};

/* How long a state waits for its next byte. */
static const int patience_ms[] = {
	[STATE_GROUND] = KEY_DIGIT_MS,
	[STATE_ESC] = KEY_ESC_MS,
	[STATE_SS3] = KEY_DIGIT_MS,
	[STATE_CSI] = KEY_DIGIT_MS,
	[STATE_LINUX] = KEY_DIGIT_MS,
	[STATE_MOUSE] = KEY_DIGIT_MS,
	[STATE_STRING] = KEY_DIGIT_MS,
	[STATE_STRING_ESC] = KEY_DIGIT_MS,
	[STATE_PASTE] = KEY_PASTE_MS,
	[STATE_LOOSE] = KEY_ESC_MS,
};

struct learned {
	char *bytes;
	enum key key;
};

struct key_parser {
	enum state state;
	struct strbuf sequence; /* from its ESC on */
	int n_mouse;            /* bytes still to come */
	struct strbuf paste;    /* as it came */
	mbstate_t shift;        /* of the character that has begun */
	bool in_char;
	bool esc_waits;  /* a lone Esc waits for its digit … */
	int64_t esc_at;  /* … since then */
	int64_t byte_at; /* when the last byte came */
	VEC(struct learned) learned;
	VEC(struct key_event) events;
	size_t n_taken;
};

struct key_parser *
key_parser_new(void)
{
	return xcalloc(1, sizeof(struct key_parser));
}

void
key_parser_free(struct key_parser *parser)
{
	if (parser == NULL)
		return;
	for (size_t i = 0; i < parser->learned.n; i++)
		free(parser->learned.items[i].bytes);
	vec_clear(&parser->learned);
	for (size_t i = parser->n_taken; i < parser->events.n; i++)
		key_event_clear(&parser->events.items[i]);
	vec_clear(&parser->events);
	strbuf_clear(&parser->sequence);
	strbuf_clear(&parser->paste);
	free(parser);
}

void
key_parser_learn(struct key_parser *parser, const char *bytes, enum key key)
{
	struct learned learned = {NULL, key};

	if (bytes[0] != ESC || bytes[1] == '\0')
		return;
	learned.bytes = xstrdup(bytes);
	vec_push(&parser->learned, learned);
}

static void
emit(struct key_parser *parser, struct key_event event)
{
	vec_push(&parser->events, event);
}

static void
emit_key(struct key_parser *parser, enum key key)
{
	emit(parser, (struct key_event){.kind = EVENT_KEY, .key = key});
}

void
key_parser_settle_esc(struct key_parser *parser)
{
	if (!parser->esc_waits)
		return;
	parser->esc_waits = false;
	emit_key(parser, K_ESC);
}

/* A character that came after Esc makes an F-key of it or settles it. */
static void
take_char(struct key_parser *parser, uint32_t code)
{
	uint32_t digit = key_halfwidth(code);

	if (parser->esc_waits && digit >= '0' && digit <= '9') {
		parser->esc_waits = false;
		emit_key(parser, digit == '0' ? K_F10 : K_F1 + (digit - '1'));
		return;
	}
	key_parser_settle_esc(parser);
	emit(parser, (struct key_event){.kind = EVENT_CHAR, .code = code});
}

static void
take_key(struct key_parser *parser, enum key key)
{
	if (key == K_NONE)
		return;
	key_parser_settle_esc(parser);
	emit_key(parser, key);
}

/* One byte of a character in the encoding of LC_CTYPE. */
static void
take_text_byte(struct key_parser *parser, char byte)
{
	bool was_in_char = parser->in_char;
	wchar_t c;
	size_t n = mbrtowc(&c, &byte, 1, &parser->shift);

	parser->in_char = n == (size_t)-2;
	if (parser->in_char)
		return;
	if (n == (size_t)-1) {
		memset(&parser->shift, 0, sizeof(parser->shift));
		take_char(parser, KEY_BAD_CHAR);
		if (was_in_char)
			take_text_byte(parser, byte);
		return;
	}
	/* The C library reads the UTF-8 of numbers past Unicode as well. */
	if ((uint32_t)c > 0x10ffff)
		take_char(parser, KEY_BAD_CHAR);
	else if (c >= 0xa0 || (c >= ' ' && c < 0x7f))
		take_char(parser, (uint32_t)c);
}

static void
drop_char(struct key_parser *parser)
{
	if (!parser->in_char)
		return;
	parser->in_char = false;
	memset(&parser->shift, 0, sizeof(parser->shift));
	take_char(parser, KEY_BAD_CHAR);
}

static void
begin_sequence(struct key_parser *parser, int64_t now)
{
	drop_char(parser);
	strbuf_reset(&parser->sequence);
	strbuf_add_char(&parser->sequence, ESC);
	parser->state = STATE_ESC;
	parser->byte_at = now;
}

static void
take_ground(struct key_parser *parser, char byte, int64_t now)
{
	unsigned char b = (unsigned char)byte;

	parser->state = STATE_GROUND;
	if (b == ESC) {
		begin_sequence(parser, now);
	} else if (b < ' ' || b == 0x7f) {
		drop_char(parser);
		take_key(parser, key_of_control(b));
	} else {
		take_text_byte(parser, byte);
	}
}

/* The ESC that has begun a sequence was the Esc key. */
static void
press_esc(struct key_parser *parser, int64_t now)
{
	if (parser->esc_waits) {
		key_parser_settle_esc(parser);
		return;
	}
	parser->esc_waits = true;
	parser->esc_at = now;
}

/*
 * ESC [ row ; column R, the cursor's place after one character was drawn in
 * column 1.  On row 1 it would be F3 with Shift.
 */
static bool
take_position(struct key_parser *parser, const char *bytes)
{
	int row, col, end = 0;
	struct key_event event = {.kind = EVENT_WIDTH};

	if (sscanf(bytes, "\033[%4d;%4dR%n", &row, &col, &end) != 2 ||
		end == 0 || bytes[end] != '\0' || row < 2)
		return false;
	event.wide = col == 3;
	if (col == 2 || col == 3)
		emit(parser, event);
	return true;
}

static enum key
find_learned(const struct key_parser *parser, const char *bytes)
{
	for (size_t i = 0; i < parser->learned.n; i++)
		if (strcmp(parser->learned.items[i].bytes, bytes) == 0)
			return parser->learned.items[i].key;
	return K_NONE;
}

/* A sequence is whole: it is a key, a paste's bracket, an answer or nothing. */
static void
end_sequence(struct key_parser *parser)
{
	const char *bytes = parser->sequence.s;
	enum key key = find_learned(parser, bytes);
	uint32_t c = key_keypad_char(bytes);

	parser->state = STATE_GROUND;
	if (key == K_NONE)
		key = key_of_sequence(bytes);
	if (key != K_NONE) {
		take_key(parser, key);
	} else if (c != 0) {
		take_char(parser, c);
	} else if (strcmp(bytes, PASTE_BEGIN) == 0) {
		key_parser_settle_esc(parser);
		strbuf_reset(&parser->paste);
		parser->state = STATE_PASTE;
	} else if (!take_position(parser, bytes) &&
		strcmp(bytes, "\033[M") == 0) {
		parser->n_mouse = 3;
		parser->state = STATE_MOUSE;
	}
}

static void
extend_sequence(struct key_parser *parser, char byte)
{
	if (parser->sequence.len < SEQUENCE_MAX)
		strbuf_add_char(&parser->sequence, byte);
}

static void
take_esc(struct key_parser *parser, char byte, int64_t now)
{
	static const struct {
		char byte;
		enum state state;
	} introducers[] = {
		{'[', STATE_CSI}, {'O', STATE_SS3}, {']', STATE_STRING},
		{'P', STATE_STRING}, {'X', STATE_STRING},
		{'^', STATE_STRING}, {'_', STATE_STRING},
	};

	extend_sequence(parser, byte);
	for (size_t i = 0; i < sizeof(introducers) / sizeof(introducers[0]);
		i++) {
		if (introducers[i].byte == byte) {
			parser->state = introducers[i].state;
			return;
		}
	}
	if (find_learned(parser, parser->sequence.s) != K_NONE) {
		end_sequence(parser);
		return;
	}
	press_esc(parser, parser->byte_at);
	take_ground(parser, byte, now);
}

/* rxvt ends ESC [ 7 $ with what elsewhere stands before the last byte. */
static bool
ends_csi(const struct key_parser *parser, char byte)
{
	char first = parser->sequence.s[2];

	return (byte >= '@' && byte <= '~') ||
		(byte == '$' && first >= '0' && first <= '9');
}

static void
take_csi(struct key_parser *parser, char byte, int64_t now)
{
	if (byte < ' ' || byte > '~') {
		take_ground(parser, byte, now);
		return;
	}
	extend_sequence(parser, byte);
	if (byte == '[' && parser->sequence.len == 3)
		parser->state = STATE_LINUX;
	else if (ends_csi(parser, byte))
		end_sequence(parser);
}

static void
take_ss3(struct key_parser *parser, char byte, int64_t now)
{
	if (byte < ' ' || byte > '~') {
		take_ground(parser, byte, now);
		return;
	}
	extend_sequence(parser, byte);
	if ((byte < '0' || byte > '9') && byte != ';')
		end_sequence(parser);
}

static void
take_linux(struct key_parser *parser, char byte, int64_t now)
{
	if (byte < ' ' || byte > '~') {
		take_ground(parser, byte, now);
		return;
	}
	extend_sequence(parser, byte);
	end_sequence(parser);
}

static void
take_mouse(struct key_parser *parser, char byte, int64_t now)
{
	(void)byte;
	(void)now;
	if (--parser->n_mouse == 0)
		parser->state = STATE_GROUND;
}

static void
take_string(struct key_parser *parser, char byte, int64_t now)
{
	(void)now;
	if (byte == ESC)
		parser->state = STATE_STRING_ESC;
	else if (byte == '\a')
		parser->state = STATE_GROUND;
}

/* Anything but the end's second half begins something new. */
static void
take_string_esc(struct key_parser *parser, char byte, int64_t now)
{
	parser->state = STATE_GROUND;
	if (byte == '\\')
		return;
	begin_sequence(parser, now);
	take_esc(parser, byte, now);
}

static void
end_paste(struct key_parser *parser)
{
	struct strbuf text = STRBUF_INIT;
	struct key_event event = {.kind = EVENT_PASTE};

	parser->state = STATE_GROUND;
	key_paste_convert(&parser->paste, &text);
	strbuf_clear(&parser->paste);
	event.len = text.len;
	event.text = strbuf_detach(&text);
	emit(parser, event);
}

static void
take_paste(struct key_parser *parser, char byte, int64_t now)
{
	struct strbuf *paste = &parser->paste;
	size_t len = strlen(PASTE_END);

	(void)now;
	strbuf_add_char(paste, byte);
	if (paste->len < len ||
		memcmp(paste->s + paste->len - len, PASTE_END, len) != 0)
		return;
	strbuf_truncate(paste, paste->len - len);
	end_paste(parser);
}

static void
take_loose(struct key_parser *parser, char byte, int64_t now)
{
	if (byte != ESC) {
		strbuf_add_char(&parser->paste, byte);
		return;
	}
	end_paste(parser);
	take_ground(parser, byte, now);
}

/*
 * Further reads belong to the paste, but for a control alone: that is a key
 * pressed right after it.
 */
static void
check_loose(struct key_parser *parser, const char *bytes, size_t len)
{
	if (parser->state == STATE_LOOSE && len == 1 &&
		(unsigned char)bytes[0] < ' ')
		end_paste(parser);
	if (parser->state != STATE_GROUND || parser->in_char ||
		!key_paste_is_loose(bytes, len))
		return;
	key_parser_settle_esc(parser);
	strbuf_reset(&parser->paste);
	parser->state = STATE_LOOSE;
}

void
key_parser_feed(struct key_parser *parser, const char *bytes, size_t len,
	int64_t now)
{
	static void (*const take[])(struct key_parser *, char, int64_t) = {
		[STATE_GROUND] = take_ground,
		[STATE_ESC] = take_esc,
		[STATE_SS3] = take_ss3,
		[STATE_CSI] = take_csi,
		[STATE_LINUX] = take_linux,
		[STATE_MOUSE] = take_mouse,
		[STATE_STRING] = take_string,
		[STATE_STRING_ESC] = take_string_esc,
		[STATE_PASTE] = take_paste,
		[STATE_LOOSE] = take_loose,
	};

	if (len == 0)
		return;
	key_parser_tick(parser, now);
	check_loose(parser, bytes, len);
	for (size_t i = 0; i < len; i++)
		take[parser->state](parser, bytes[i], now);
	parser->byte_at = now;
}

/* The next byte has not come: what has begun is over. */
static void
give_up(struct key_parser *parser)
{
	const struct key_event waits = {.kind = EVENT_ESC_WAIT};
	enum state state = parser->state;

	parser->state = STATE_GROUND;
	drop_char(parser);
	if (state == STATE_PASTE || state == STATE_LOOSE) {
		end_paste(parser);
	} else if (state == STATE_ESC) {
		press_esc(parser, parser->byte_at);
		if (parser->esc_waits)
			emit(parser, waits);
	}
}

/* When what has begun is given up, or -1 where nothing has. */
static int64_t
byte_deadline(const struct key_parser *parser)
{
	if (parser->state == STATE_GROUND && !parser->in_char)
		return -1;
	return parser->byte_at + patience_ms[parser->state];
}

void
key_parser_hold(struct key_parser *parser, int64_t now)
{
	int64_t deadline = byte_deadline(parser);

	if (deadline >= 0 && now >= deadline)
		parser->byte_at = now;
	if (parser->esc_waits && now >= parser->esc_at + KEY_DIGIT_MS)
		parser->esc_at = now - KEY_DIGIT_MS + 1;
}

void
key_parser_tick(struct key_parser *parser, int64_t now)
{
	int64_t deadline = byte_deadline(parser);

	if (deadline >= 0 && now >= deadline)
		give_up(parser);
	if (parser->esc_waits && now >= parser->esc_at + KEY_DIGIT_MS)
		key_parser_settle_esc(parser);
}

int64_t
key_parser_deadline(const struct key_parser *parser)
{
	int64_t deadline = byte_deadline(parser);
	int64_t digit = parser->esc_at + KEY_DIGIT_MS;

	if (parser->esc_waits && (deadline < 0 || digit < deadline))
		return digit;
	return deadline;
}

bool
key_parser_next(struct key_parser *parser, struct key_event *event)
{
	key_event_clear(event);
	if (parser->n_taken == parser->events.n)
		return false;
	*event = parser->events.items[parser->n_taken++];
	if (parser->n_taken == parser->events.n)
		parser->n_taken = parser->events.n = 0;
	return true;
}

bool
key_parser_has_event(const struct key_parser *parser)
{
	return parser->n_taken < parser->events.n;
}

bool
key_parser_take_cancel(struct key_parser *parser)
{
	size_t kept = parser->n_taken;
	bool found = parser->esc_waits;

	parser->esc_waits = false;
	for (size_t i = parser->n_taken; i < parser->events.n; i++) {
		const struct key_event *event = &parser->events.items[i];

		if (event->kind == EVENT_KEY &&
			(event->key == K_ESC || event->key == K_CTRL_C))
			found = true;
		else if (event->kind != EVENT_ESC_WAIT)
			parser->events.items[kept++] = *event;
	}
	parser->events.n = kept;
	if (parser->n_taken == kept)
		parser->n_taken = parser->events.n = 0;
	return found;
}
