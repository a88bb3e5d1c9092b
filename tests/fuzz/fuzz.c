#include "fuzz.h"

#include <stdlib.h>

/* What has broken programs before, to be put in anywhere. */
static const struct fuzz_seed pieces[] = {
	FUZZ_SEED("\0"), FUZZ_SEED("\033"), FUZZ_SEED("\033["),
	FUZZ_SEED("\""), FUZZ_SEED("\"\""), FUZZ_SEED(","), FUZZ_SEED("\r\n"),
	FUZZ_SEED("\n"), FUZZ_SEED("\t"), FUZZ_SEED("'"), FUZZ_SEED("\\"),
	FUZZ_SEED("%s%n"), FUZZ_SEED("-"), FUZZ_SEED("9999999999999999999"),
	FUZZ_SEED("X"), FUZZ_SEED("　"), FUZZ_SEED("９"), FUZZ_SEED("·"),
	FUZZ_SEED("𠮷"), FUZZ_SEED("ᠮ\xe1\xa0\x8e"), FUZZ_SEED("e\xcc\x81"),
	FUZZ_SEED("\xe2\x80\xae"), FUZZ_SEED("\xe2\x80\x8d"),
	FUZZ_SEED("\xf3\xa0\x84\x80"), FUZZ_SEED("\xef\xbb\xbf"),
	FUZZ_SEED("\xff\xfe"), FUZZ_SEED("\xfe\xff"),
	FUZZ_SEED("\xed\xa0\x80"), FUZZ_SEED("\xc0\x80"),
	FUZZ_SEED("\xf4\x90\x80\x80"), FUZZ_SEED("\xe4\xb8"),
	FUZZ_SEED("\x81\x30"), FUZZ_SEED("\x81\x5c"), FUZZ_SEED("\x80"),
	FUZZ_SEED("\xff"), FUZZ_SEED("\x9b"), FUZZ_SEED("\x7f"),
};

static long
environment(const char *name, long otherwise)
{
	const char *text = getenv(name);

	return text != NULL && text[0] != '\0' ? strtol(text, NULL, 10)
					       : otherwise;
}

int
fuzz_rounds(int n)
{
	return n * (int)environment("FUZZ_TIMES", 1);
}

uint64_t
fuzz_first_seed(void)
{
	return (uint64_t)environment("FUZZ_SEED", 1);
}

/* splitmix64 */
uint64_t
fuzz_below(struct fuzz *fuzz, uint64_t limit)
{
	uint64_t z = (fuzz->seed += 0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return (z ^ (z >> 31)) % limit;
}

static void
put_piece(struct fuzz *fuzz, struct strbuf *bytes)
{
	const struct fuzz_seed *piece =
		&pieces[fuzz_below(fuzz, N_ITEMS(pieces))];

	strbuf_insert(bytes, fuzz_below(fuzz, bytes->len + 1), piece->bytes,
		piece->len);
}

static void
put_byte(struct fuzz *fuzz, struct strbuf *bytes)
{
	char byte = (char)fuzz_below(fuzz, 256);

	strbuf_insert(bytes, fuzz_below(fuzz, bytes->len + 1), &byte, 1);
}

static void
change_byte(struct fuzz *fuzz, struct strbuf *bytes)
{
	if (bytes->len > 0)
		bytes->s[fuzz_below(fuzz, bytes->len)] =
			(char)fuzz_below(fuzz, 256);
}

static void
flip_bit(struct fuzz *fuzz, struct strbuf *bytes)
{
	if (bytes->len > 0)
		bytes->s[fuzz_below(fuzz, bytes->len)] ^=
			(char)(1 << fuzz_below(fuzz, 8));
}

static void
take_piece(struct fuzz *fuzz, struct strbuf *bytes)
{
	size_t at = fuzz_below(fuzz, bytes->len + 1);

	strbuf_remove(bytes, at,
		fuzz_below(fuzz, bytes->len - at < 8 ? bytes->len - at + 1 : 8));
}

static void
double_piece(struct fuzz *fuzz, struct strbuf *bytes)
{
	size_t at = fuzz_below(fuzz, bytes->len + 1);
	size_t len = fuzz_below(fuzz, bytes->len - at + 1);
	struct strbuf piece = STRBUF_INIT;

	strbuf_add_bytes(&piece, bytes->s + at, len);
	strbuf_insert(bytes, at, piece.s, piece.len);
	strbuf_clear(&piece);
}

static void
cut_end(struct fuzz *fuzz, struct strbuf *bytes)
{
	strbuf_truncate(bytes, fuzz_below(fuzz, bytes->len + 1));
}

void
fuzz_spoil(struct fuzz *fuzz, struct strbuf *bytes)
{
	static void (*const ways[])(struct fuzz *, struct strbuf *) = {
		put_piece, put_piece, put_byte, change_byte, flip_bit,
		take_piece, double_piece, cut_end,
	};

	for (uint64_t n = 1 + fuzz_below(fuzz, 4); n > 0; n--)
		ways[fuzz_below(fuzz, N_ITEMS(ways))](fuzz, bytes);
}

void
fuzz_run(const struct fuzz_seed *seeds, size_t n_seeds, int n_rounds,
	fuzz_try try, void *data)
{
	struct fuzz fuzz = {fuzz_first_seed(), STRBUF_INIT};
	int n = fuzz_rounds(n_rounds);

	for (int i = 0; i < n; i++) {
		size_t which = (size_t)i < n_seeds ? (size_t)i
						   : fuzz_below(&fuzz, n_seeds);

		strbuf_reset(&fuzz.input);
		strbuf_add_bytes(&fuzz.input, seeds[which].bytes,
			seeds[which].len);
		if ((size_t)i >= n_seeds)
			fuzz_spoil(&fuzz, &fuzz.input);
		try(&fuzz, data);
	}
	strbuf_clear(&fuzz.input);
}

void
fuzz_expect(const struct fuzz *fuzz, bool is_so, const char *what)
{
	struct strbuf shown = STRBUF_INIT;

	if (is_so)
		return;
	for (size_t i = 0; i < fuzz->input.len; i++) {
		unsigned char byte = (unsigned char)fuzz->input.s[i];

		if (byte >= ' ' && byte < 0x7f && byte != '\\')
			strbuf_add_char(&shown, (char)byte);
		else
			strbuf_addf(&shown, "\\%03o", byte);
	}
	fail_msg("not so: %s; input: %s", what, shown.s);
}

void
fuzz_answered(const struct fuzz *fuzz, enum err_code code, unsigned allowed,
	struct err *err)
{
	fuzz_expect(fuzz, code == ERR_OK || (allowed & 1u << code) != 0,
		"the error is one of those promised");
	fuzz_expect(fuzz, code == ERR_OK || (err->code == code &&
			err->text != NULL && err->text[0] != '\0'),
		"a refusal has its sentence");
	err_clear(err);
}
