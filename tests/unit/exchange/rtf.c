#include "rtf.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/enc.h"
#include "base/text.h"

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

enum { DEPTH_MAX = 32, WORD_MAX = 32 };

struct state {
	enum rtf_place place;
	int font;
	int size;
	int uc;
};

struct reader {
	struct rtf *out;
	const char *s, *end;
	struct state stack[DEPTH_MAX];
	int depth;         /* groups that are open */
	int skip;          /* characters that stand in for the last \u */
	unsigned high;     /* half of a surrogate pair, or 0 */
	struct strbuf raw; /* bytes of a font's name */
	struct rtf_row row;
	bool is_starred;   /* the group began with \* */
	const char *wrong;
};

static const struct {
	const char *word;
	enum rtf_place place;
} places[] = {
	{"fonttbl", RTF_FONTS},
	{"falt", RTF_FALTS},
	{"stylesheet", RTF_STYLES},
	{"info", RTF_NOWHERE},
	{"title", RTF_TITLE},
	{"headerr", RTF_HEAD_ODD},
	{"headerl", RTF_HEAD_EVEN},
	{"footerr", RTF_FOOT_ODD},
	{"footerl", RTF_FOOT_EVEN},
	{"fldinst", RTF_FIELD},
	{"colortbl", RTF_NOWHERE},
};

/* Words that give text. */
static const struct {
	const char *word;
	const char *text;
} texts[] = {
	{"par", "\n"},
	{"line", "/"},
	{"tab", "\t"},
	{"page", "\f"},
};

/* Words that only say how something looks. */
static const char *const looks[] = {"rtf", "ansi", "ansicpg", "deff",
	"deflang", "deflangfe", "fnil", "fcharset", "red", "green", "blue",
	"s", "qc", "qj", "ql", "qr", "fi", "cufi", "li", "sa", "sb", "sl",
	"slmult", "keep", "keepn", "outlinelevel", "loch", "hich", "dbch",
	"af", "expndtw", "lang", "langfe", "pard", "facingp", "widowctrl",
	"sectd", "lndscpsxn", "pgwsxn", "pghsxn", "footery", "headery", "tqr",
	"tlul", "tx", "field", "fldrslt", "trgaph", "trleft", "trkeep", "trrh",
	"trpaddl", "trpaddfl", "trpaddr", "trpaddfr", "clvertalc", "clbrdrt",
	"clbrdrl", "clbrdrb", "clbrdrr", "brdrs", "brdrw", "intbl"};

static struct state *
top(struct reader *reader)
{
	return &reader->stack[reader->depth];
}

static void
put(struct reader *reader, const char *text, size_t len)
{
	struct state *state = top(reader);
	struct rtf *out = reader->out;

	if (state->place == RTF_BODY) {
		vec_push(&out->fonts, state->font);
		vec_push(&out->sizes, state->size);
	}
	strbuf_add_bytes(&out->texts[state->place], text, len);
}

/* A font's name in the bytes of its character set. */
static void
end_name(struct reader *reader)
{
	struct enc_decoder *decoder;

	if (reader->raw.len == 0)
		return;
	decoder = enc_decoder_new(ENC_GB18030);
	if (enc_feed(decoder, reader->raw.s, reader->raw.len,
		    &reader->out->texts[top(reader)->place], NULL) != ERR_OK ||
		enc_end(decoder, NULL) != ERR_OK)
		reader->wrong = "a font's name is not in GB 2312";
	enc_decoder_free(decoder);
	strbuf_add_char(&reader->out->texts[top(reader)->place], ';');
	strbuf_reset(&reader->raw);
}

static void
put_byte(struct reader *reader, unsigned char c)
{
	enum rtf_place place = top(reader)->place;
	char byte = (char)c;

	if (reader->skip > 0) {
		reader->skip--;
		return;
	}
	if (reader->high != 0)
		reader->wrong = "half a surrogate pair";
	if (place == RTF_FONTS || place == RTF_FALTS)
		strbuf_add_char(&reader->raw, byte);
	else
		put(reader, &byte, 1);
}

static void
put_unit(struct reader *reader, int number)
{
	unsigned unit = (unsigned)number & 0xffff;
	char bytes[4];
	size_t len = 0;

	reader->skip = top(reader)->uc;
	if (unit >= 0xd800 && unit < 0xdc00) {
		if (reader->high != 0)
			reader->wrong = "two first halves";
		reader->high = unit;
		return;
	}
	if (unit >= 0xdc00 && unit < 0xe000) {
		if (reader->high == 0)
			reader->wrong = "a second half without a first";
		else
			len = text_put_char(0x10000 +
					((reader->high - 0xd800) << 10) +
					(unit - 0xdc00), bytes);
	} else {
		if (reader->high != 0)
			reader->wrong = "a first half without a second";
		len = text_put_char(unit, bytes);
	}
	reader->high = 0;
	put(reader, bytes, len);
}

static void
end_row(struct reader *reader)
{
	struct rtf_row *row = &reader->row;

	put(reader, "#\n", 2);
	vec_push(&reader->out->rows, *row);
	row->n_cells = 0;
}

/* Words that change the reader's state; false for others. */
static bool
read_state(struct reader *reader, const char *word, int number)
{
	struct state *state = top(reader);
	struct rtf *out = reader->out;
	const struct {
		const char *word;
		int *value;
	} numbers[] = {
		{"f", &state->font},
		{"fs", &state->size},
		{"uc", &state->uc},
		{"paperw", &out->width},
		{"paperh", &out->height},
		{"margl", &out->left},
		{"margr", &out->right},
		{"margt", &out->top},
		{"margb", &out->bottom},
	};

	for (size_t i = 0; i < N_ITEMS(numbers); i++)
		if (strcmp(numbers[i].word, word) == 0) {
			*numbers[i].value = number;
			return true;
		}
	if (strcmp(word, "plain") == 0)
		state->font = state->size = -1;
	else if (strcmp(word, "landscape") == 0)
		out->landscape = true;
	else if (strcmp(word, "u") == 0)
		put_unit(reader, number);
	else
		return false;
	return true;
}

static bool
read_row(struct reader *reader, const char *word, int number)
{
	struct rtf_row *row = &reader->row;

	if (strcmp(word, "trowd") == 0) {
		if (row->n_cells > 0)
			reader->wrong = "a row begins within a row";
		*row = (struct rtf_row){0};
	} else if (strcmp(word, "trhdr") == 0) {
		row->is_heading = true;
	} else if (strcmp(word, "cellx") == 0) {
		if (number <= row->right)
			reader->wrong = "edges of cells go back";
		row->n_edges++;
		row->right = number;
	} else if (strcmp(word, "cell") == 0) {
		row->n_cells++;
		put(reader, "\t", 1);
	} else if (strcmp(word, "row") == 0) {
		end_row(reader);
	} else {
		return false;
	}
	return true;
}

static void
read_word(struct reader *reader, const char *word, int number)
{
	struct state *state = top(reader);

	for (size_t i = 0; i < N_ITEMS(places); i++)
		if (strcmp(places[i].word, word) == 0) {
			state->place = places[i].place;
			reader->is_starred = false;
			return;
		}
	if (reader->is_starred)
		state->place = RTF_NOWHERE;
	reader->is_starred = false;
	for (size_t i = 0; i < N_ITEMS(texts); i++)
		if (strcmp(texts[i].word, word) == 0) {
			put(reader, texts[i].text, 1);
			return;
		}
	if (read_state(reader, word, number) ||
		read_row(reader, word, number))
		return;
	for (size_t i = 0; i < N_ITEMS(looks); i++)
		if (strcmp(looks[i], word) == 0)
			return;
	reader->wrong = "a control word that nobody writes";
}

static int
hex(char c)
{
	return isdigit((unsigned char)c) ? c - '0' : tolower(c) - 'a' + 10;
}

/* What follows a backslash. */
static void
read_control(struct reader *reader)
{
	char word[WORD_MAX] = "", *end;
	size_t len = 0;
	long number = 1;

	if (*reader->s == '\'') {
		put_byte(reader, (unsigned char)(hex(reader->s[1]) * 16 +
			hex(reader->s[2])));
		reader->s += 3;
		return;
	}
	if (*reader->s == '*') {
		reader->is_starred = true;
		reader->s++;
		return;
	}
	if (!isalpha((unsigned char)*reader->s)) {
		put_byte(reader, (unsigned char)*reader->s++);
		return;
	}
	while (isalpha((unsigned char)*reader->s) && len < WORD_MAX - 1)
		word[len++] = *reader->s++;
	if (*reader->s == '-' || isdigit((unsigned char)*reader->s)) {
		number = strtol(reader->s, &end, 10);
		reader->s = end;
	}
	if (*reader->s == ' ')
		reader->s++;
	read_word(reader, word, (int)number);
}

static void
open_group(struct reader *reader)
{
	if (reader->depth + 1 == DEPTH_MAX) {
		reader->wrong = "groups too deep";
		return;
	}
	end_name(reader);
	reader->stack[reader->depth + 1] = reader->stack[reader->depth];
	reader->depth++;
	reader->out->n_groups++;
}

static void
close_group(struct reader *reader)
{
	end_name(reader);
	if (reader->depth == 0)
		reader->wrong = "a group ends that did not begin";
	else
		reader->depth--;
}

static void
read_one(struct reader *reader)
{
	unsigned char c = (unsigned char)*reader->s++;
	enum rtf_place place = top(reader)->place;

	if (c == '\\')
		read_control(reader);
	else if (c == '{')
		open_group(reader);
	else if (c == '}')
		close_group(reader);
	else if (c < ' ' && c != '\n')
		reader->wrong = "a control";
	else if (c > '~')
		reader->wrong = "a byte that is not ASCII";
	else if (c == ';' && (place == RTF_FONTS || place == RTF_FALTS))
		end_name(reader);
	else if (c != '\n')
		put_byte(reader, c);
}

const char *
rtf_read(const char *bytes, size_t len, struct rtf *out)
{
	struct reader reader = {.out = out, .s = bytes, .end = bytes + len};

	*out = (struct rtf){.rows = VEC_INIT};
	strbuf_init(&reader.raw);
	for (size_t i = 0; i < RTF_PLACES; i++)
		strbuf_init(&out->texts[i]);
	reader.stack[0].uc = 1;
	if (strncmp(bytes, "{\\rtf1\\ansi", 11) != 0)
		reader.wrong = "it does not begin as RTF";
	while (reader.wrong == NULL && reader.s < reader.end)
		read_one(&reader);
	if (reader.wrong == NULL && reader.depth != 0)
		reader.wrong = "a group does not end";
	strbuf_clear(&reader.raw);
	return reader.wrong;
}

void
rtf_clear(struct rtf *rtf)
{
	for (size_t i = 0; i < RTF_PLACES; i++)
		strbuf_clear(&rtf->texts[i]);
	vec_clear(&rtf->rows);
	vec_clear(&rtf->fonts);
	vec_clear(&rtf->sizes);
}
