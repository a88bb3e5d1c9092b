/* Bytes of every encoding, spoilt and cut: read whole and in pieces alike. */
#include "fuzz.h"

#include "base/enc.h"
#include "base/text.h"

static const struct fuzz_seed seeds[] = {
	FUZZ_SEED("姓名,性别\r\n单晓红,女\r\n"),
	FUZZ_SEED("\xef\xbb\xbf姓名,𠮷㛃\r\n"),
	FUZZ_SEED("\xd0\xd5\xc3\xfb,\x95\x32\x8b\x36,\x81\x5c\x81\x34\xd1\x32"),
	FUZZ_SEED("\xff\xfe\xd3\x59\x0d\x54,\0\x42\xd8\xb7\xdf\r\0\n\0"),
	FUZZ_SEED("\xfe\xff\x59\xd3\x54\x0d\0,\xd8\x42\xdf\xb7\0\r\0\n"),
	FUZZ_SEED("a\0b\0,\0c\0\r\0\n\0"),
	FUZZ_SEED("plain ASCII\n"), FUZZ_SEED(""),
};

/* What came of reading: the text, where it ended and how. */
struct reading {
	struct strbuf text;
	enum err_code code;
	size_t position;
};

static struct reading
read_pieces(struct fuzz *fuzz, enum encoding enc, size_t longest)
{
	const struct strbuf *input = &fuzz->input;
	struct reading reading = {STRBUF_INIT, ERR_OK, 0};
	struct enc_decoder *decoder = enc_decoder_new(enc);
	struct err err = ERR_INIT;
	size_t at = 0, n;

	for (; reading.code == ERR_OK && at < input->len; at += n) {
		n = 1 + fuzz_below(fuzz, longest);
		if (n > input->len - at)
			n = input->len - at;
		reading.code = enc_feed(decoder, input->s + at, n,
			&reading.text, &err);
	}
	if (reading.code == ERR_OK)
		reading.code = enc_end(decoder, &err);
	reading.position = enc_decoder_position(decoder);
	enc_decoder_free(decoder);
	fuzz_answered(fuzz, reading.code, 1u << ERR_INVALID, &err);
	fuzz_expect(fuzz, text_valid(reading.text.s, reading.text.len),
		"what was read is UTF-8");
	fuzz_expect(fuzz, reading.position <= input->len,
		"the position is inside");
	return reading;
}

/* What was read, written and read again is the same. */
static void
write_back(struct fuzz *fuzz, enum encoding enc, const struct strbuf *text)
{
	struct fuzz bytes = {fuzz->seed, STRBUF_INIT};
	struct err err = ERR_INIT;
	enum err_code code = enc_encode(enc, true, text->s, text->len,
		&bytes.input, &err);
	struct reading again;

	fuzz_answered(fuzz, code, 1u << ERR_INVALID, &err);
	if (code == ERR_OK) {
		again = read_pieces(&bytes, enc, bytes.input.len + 1);
		fuzz_expect(fuzz, again.code == ERR_OK &&
				strcmp(again.text.s, text->s) == 0,
			"what is written is read again");
		strbuf_clear(&again.text);
	}
	strbuf_clear(&bytes.input);
}

static void
try(struct fuzz *fuzz, void *data)
{
	enum encoding fits[ENC_N];
	size_t n_fits = enc_detect(fuzz->input.s, fuzz->input.len, true, fits);

	(void)data;
	fuzz_expect(fuzz, n_fits <= ENC_N, "not more encodings than there are");
	for (enum encoding enc = ENC_UTF8; enc < ENC_N; enc++) {
		struct reading whole = read_pieces(fuzz, enc,
			fuzz->input.len + 1);
		struct reading cut = read_pieces(fuzz, enc, 3);

		fuzz_expect(fuzz, whole.code == cut.code &&
				whole.position == cut.position &&
				strcmp(whole.text.s, cut.text.s) == 0,
			"pieces are read as the whole is");
		if (whole.code == ERR_OK)
			write_back(fuzz, enc, &whole.text);
		strbuf_clear(&whole.text);
		strbuf_clear(&cut.text);
	}
}

static void
pieces_are_read_as_the_whole(void **state)
{
	(void)state;
	fuzz_run(seeds, N_ITEMS(seeds), 6000, try, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_read_as_the_whole),
	};

	return cmocka_run_group_tests_name("fuzz enc", tests, NULL, NULL);
}
