#include "tui/key_spelling.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#define CONTROL(letter) ((letter) & 0x1f)

static const enum key controls[0x20] = {
	[0] = K_CTRL_SPACE,
	['\b'] = K_BACKSPACE,
	['\t'] = K_TAB,
	['\n'] = K_ENTER,
	['\r'] = K_ENTER,
	[CONTROL('A')] = K_CTRL_A,
	[CONTROL('B')] = K_CTRL_B,
	[CONTROL('C')] = K_CTRL_C,
	[CONTROL('D')] = K_CTRL_D,
	[CONTROL('E')] = K_CTRL_E,
	[CONTROL('F')] = K_CTRL_F,
	[CONTROL('G')] = K_CTRL_G,
	[CONTROL('K')] = K_CTRL_K,
	[CONTROL('L')] = K_CTRL_L,
	[CONTROL('N')] = K_CTRL_N,
	[CONTROL('O')] = K_CTRL_O,
	[CONTROL('P')] = K_CTRL_P,
	[CONTROL('Q')] = K_CTRL_Q,
	[CONTROL('R')] = K_CTRL_R,
	[CONTROL('S')] = K_CTRL_S,
	[CONTROL('T')] = K_CTRL_T,
	[CONTROL('U')] = K_CTRL_U,
	[CONTROL('V')] = K_CTRL_V,
	[CONTROL('W')] = K_CTRL_W,
	[CONTROL('X')] = K_CTRL_X,
	[CONTROL('Y')] = K_CTRL_Y,
	[CONTROL('Z')] = K_CTRL_Z,
};

/* Sequences without parameters or where the whole of it is fixed. */
static const struct spelling {
	const char *bytes;
	enum key key;
} spellings[] = {
	{"\033[A", K_UP}, {"\033[B", K_DOWN},
	{"\033[C", K_RIGHT}, {"\033[D", K_LEFT},
	{"\033OA", K_UP}, {"\033OB", K_DOWN},
	{"\033OC", K_RIGHT}, {"\033OD", K_LEFT},
	{"\033[H", K_HOME}, {"\033[F", K_END},
	{"\033OH", K_HOME}, {"\033OF", K_END},
	{"\033[Z", K_SHIFT_TAB}, {"\033OM", K_ENTER},
	/* PF keys; F5 to F12 as PuTTY in its VT100+ mode */
	{"\033OP", K_F1}, {"\033OQ", K_F2}, {"\033OR", K_F3},
	{"\033OS", K_F4}, {"\033OT", K_F5}, {"\033OU", K_F6},
	{"\033OV", K_F7}, {"\033OW", K_F8}, {"\033OX", K_F9},
	{"\033OY", K_F10}, {"\033OZ", K_F11}, {"\033O[", K_F12},
	{"\033[P", K_F1}, {"\033[Q", K_F2}, {"\033[R", K_F3},
	{"\033[S", K_F4},
	/* the linux console */
	{"\033[[A", K_F1}, {"\033[[B", K_F2}, {"\033[[C", K_F3},
	{"\033[[D", K_F4}, {"\033[[E", K_F5},
	/* rxvt with Shift and with Ctrl */
	{"\033[a", K_SHIFT_UP}, {"\033[b", K_SHIFT_DOWN},
	{"\033[c", K_SHIFT_RIGHT}, {"\033[d", K_SHIFT_LEFT},
	{"\033Oa", K_CTRL_UP}, {"\033Ob", K_CTRL_DOWN},
	{"\033Oc", K_CTRL_RIGHT}, {"\033Od", K_CTRL_LEFT},
	{"\033[7$", K_SHIFT_HOME}, {"\033[8$", K_SHIFT_END},
	{"\033[7^", K_CTRL_HOME}, {"\033[8^", K_CTRL_END},
};

/* ESC [ number ~ */
static const enum key numbered[] = {
	[1] = K_HOME, [2] = K_INSERT, [3] = K_DELETE, [4] = K_END,
	[5] = K_PAGE_UP, [6] = K_PAGE_DOWN, [7] = K_HOME, [8] = K_END,
	[11] = K_F1, [12] = K_F2, [13] = K_F3, [14] = K_F4, [15] = K_F5,
	[17] = K_F6, [18] = K_F7, [19] = K_F8, [20] = K_F9, [21] = K_F10,
	[23] = K_F11, [24] = K_F12,
};

/* What Shift and Ctrl make of a key; the others have no such forms. */
static const struct held {
	enum key key, shift, ctrl;
} held_keys[] = {
	{K_UP, K_SHIFT_UP, K_CTRL_UP},
	{K_DOWN, K_SHIFT_DOWN, K_CTRL_DOWN},
	{K_LEFT, K_SHIFT_LEFT, K_CTRL_LEFT},
	{K_RIGHT, K_SHIFT_RIGHT, K_CTRL_RIGHT},
	{K_HOME, K_SHIFT_HOME, K_CTRL_HOME},
	{K_END, K_SHIFT_END, K_CTRL_END},
};

static const struct {
	char final;
	char c;
} keypad[] = {
	{'j', '*'}, {'k', '+'}, {'l', ','}, {'m', '-'}, {'n', '.'},
	{'o', '/'}, {'p', '0'}, {'q', '1'}, {'r', '2'}, {'s', '3'},
	{'t', '4'}, {'u', '5'}, {'v', '6'}, {'w', '7'}, {'x', '8'},
	{'y', '9'},
};

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

/* xterm's parameter for what is held is one more than the sum of these; it
 * is there only where something is held, so that it is 2 at least: ESC [ 1 ; 1
 * R is no F3 but where the cursor is. */
enum { HELD_SHIFT = 1, HELD_ALT = 2, HELD_CTRL = 4, HELD_LEAST = 2 };

enum key
key_of_control(unsigned char byte)
{
	if (byte == 0x7f)
		return K_BACKSPACE;
	return byte < N_ITEMS(controls) ? controls[byte] : K_NONE;
}

static enum key
whole(const char *bytes)
{
	for (size_t i = 0; i < N_ITEMS(spellings); i++)
		if (strcmp(spellings[i].bytes, bytes) == 0)
			return spellings[i].key;
	return K_NONE;
}

/* Alt changes nothing; a key that has no form with Shift or Ctrl is none. */
static enum key
with_held(enum key key, int held)
{
	if ((held & (HELD_SHIFT | HELD_CTRL)) == 0)
		return key;
	for (size_t i = 0; i < N_ITEMS(held_keys); i++) {
		if (held_keys[i].key == key)
			return held & HELD_SHIFT ? held_keys[i].shift
						 : held_keys[i].ctrl;
	}
	return K_NONE;
}

/* Moves past a number of at most three digits; -1 where there is none. */
static int
take_number(const char **at)
{
	int number = 0;
	size_t n_digits = strspn(*at, "0123456789");

	if (n_digits == 0 || n_digits > 3)
		return -1;
	for (; n_digits > 0; n_digits--)
		number = number * 10 + (*(*at)++ - '0');
	return number;
}

/*
 * Parameters as in ESC [ 1 ; 5 C, ESC [ 3 ; 2 ~ and the older ESC O 5 C: the
 * last of two, or the only one after ESC O, says what is held.
 */
enum key
key_of_sequence(const char *bytes)
{
	const char *at = bytes + 2;
	char plain[] = "\033[A";
	enum key key = whole(bytes);
	int number, held = HELD_LEAST;
	bool said;

	if (key != K_NONE || strlen(bytes) < 4)
		return key;
	number = take_number(&at);
	said = *at == ';' || bytes[1] == 'O';
	if (*at == ';') {
		at++;
		held = take_number(&at);
	} else if (said) {
		held = number;
	}
	if (number < 0 || held < HELD_LEAST || at[0] == '\0' || at[1] != '\0')
		return K_NONE;
	held = said ? held - 1 : 0;
	if (bytes[1] == '[' && *at == '~') {
		if (number >= (int)N_ITEMS(numbered))
			return K_NONE;
		return with_held(numbered[number], held);
	}
	if (bytes[1] == '[' && number != 1)
		return K_NONE;
	plain[1] = bytes[1];
	plain[2] = *at;
	return with_held(whole(plain), held);
}

uint32_t
key_keypad_char(const char *bytes)
{
	if (strlen(bytes) != 3 || bytes[1] != 'O')
		return 0;
	for (size_t i = 0; i < N_ITEMS(keypad); i++)
		if (keypad[i].final == bytes[2])
			return (unsigned char)keypad[i].c;
	return 0;
}

static bool
spell_control(enum key key, struct strbuf *out)
{
	if (key == K_ESC || key == K_BACKSPACE || key == K_ENTER) {
		strbuf_add_char(out, key == K_ESC ? '\033'
			: key == K_ENTER          ? '\r'
						  : 0x7f);
		return true;
	}
	for (size_t i = 0; i < N_ITEMS(controls); i++) {
		if (controls[i] == key) {
			strbuf_add_char(out, (char)i);
			return true;
		}
	}
	return false;
}

static bool
spell_plain(enum key key, struct strbuf *out)
{
	for (size_t i = 0; i < N_ITEMS(spellings); i++) {
		if (spellings[i].key == key) {
			strbuf_add(out, spellings[i].bytes);
			return true;
		}
	}
	for (size_t i = 0; i < N_ITEMS(numbered); i++) {
		if (numbered[i] == key) {
			strbuf_addf(out, "\033[%zu~", i);
			return true;
		}
	}
	return false;
}

void
key_spell(enum key key, struct strbuf *out)
{
	bool spelled;

	assert(key > K_NONE && key < K_N);
	spelled = spell_control(key, out) || spell_plain(key, out);
	assert(spelled);
}
