#include "test.h"

#include "base/enc.h"
#include "base/i18n.h"
#include "base/text.h"

static const struct {
	const char *name;
	enum encoding enc;
} names[] = {
	{"auto", ENC_AUTO}, {"utf-8", ENC_UTF8}, {"UTF-8", ENC_UTF8},
	{"utf8", ENC_UTF8}, {"utf-8-bom", ENC_UTF8_BOM},
	{"utf-16", ENC_UTF16LE}, {"utf-16le", ENC_UTF16LE},
	{"UTF-16BE", ENC_UTF16BE}, {"gb18030", ENC_GB18030},
	{"GBK", ENC_GB18030}, {"gb2312", ENC_GB18030},
	{"", ENC_N}, {"utf", ENC_N}, {"big5", ENC_N},
};

static void
knows_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(names); i++)
		assert_int_equal(enc_by_name(names[i].name), names[i].enc);
	for (int enc = 0; enc < ENC_N; enc++)
		assert_int_equal(enc_by_name(enc_name(enc)), enc);
}

/* One text in all of them; 2-byte, 4-byte and trail-byte-ASCII characters. */
#define TEXT "姓名,a\r\n𠮷ᠮ㐀乗é"

#define BYTES(literal) literal, sizeof(literal) - 1

static const struct sample {
	enum encoding enc;
	const char *bytes;
	size_t len;
} samples[] = {
	{ENC_UTF8, BYTES(TEXT)},
	{ENC_UTF8_BOM, BYTES("\xef\xbb\xbf" TEXT)},
	{ENC_UTF16LE, BYTES("\xff\xfe"
		"\xd3\x59\x0d\x54\x2c\x00\x61\x00\x0d\x00\x0a\x00"
		"\x42\xd8\xb7\xdf\x2e\x18\x00\x34\x57\x4e\xe9\x00")},
	{ENC_UTF16BE, BYTES("\xfe\xff"
		"\x59\xd3\x54\x0d\x00\x2c\x00\x61\x00\x0d\x00\x0a"
		"\xd8\x42\xdf\xb7\x18\x2e\x34\x00\x4e\x57\x00\xe9")},
	{ENC_GB18030, BYTES("\xd0\xd5\xc3\xfb\x2c\x61\x0d\x0a"
		"\x95\x34\xb2\x35\x81\x34\xd7\x34\x81\x39\xee\x39"
		"\x81\x5c\xa8\xa6")},
};

/* Feeds the bytes in two pieces. */
static enum err_code
feed_cut(enum encoding enc, const char *bytes, size_t len, size_t cut,
	struct strbuf *out, size_t *position)
{
	struct enc_decoder *decoder = enc_decoder_new(enc);
	enum err_code code = enc_feed(decoder, bytes, cut, out, NULL);

	if (code == ERR_OK)
		code = enc_feed(decoder, bytes + cut, len - cut, out, NULL);
	if (code == ERR_OK)
		code = enc_end(decoder, NULL);
	*position = enc_decoder_position(decoder);
	enc_decoder_free(decoder);
	return code;
}

static void
reads_every_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(samples); i++) {
		const struct sample *s = &samples[i];

		for (size_t cut = 0; cut <= s->len; cut++) {
			struct strbuf out = STRBUF_INIT;
			size_t position;

			assert_int_equal(feed_cut(s->enc, s->bytes, s->len,
				cut, &out, &position), ERR_OK);
			assert_string_equal(out.s, TEXT);
			assert_int_equal(position, s->len);
			strbuf_clear(&out);
		}
	}
}

static void
reads_byte_by_byte(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(samples); i++) {
		struct enc_decoder *decoder = enc_decoder_new(samples[i].enc);
		struct strbuf out = STRBUF_INIT;

		strbuf_add(&out, "before ");
		for (size_t k = 0; k < samples[i].len; k++)
			assert_int_equal(enc_feed(decoder,
				samples[i].bytes + k, 1, &out, NULL), ERR_OK);
		assert_int_equal(enc_end(decoder, NULL), ERR_OK);
		assert_string_equal(out.s, "before " TEXT);
		strbuf_clear(&out);
		enc_decoder_free(decoder);
	}
}

static void
writes_what_it_reads(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(samples); i++) {
		struct strbuf out = STRBUF_INIT;

		assert_int_equal(enc_encode(samples[i].enc, true,
			BYTES("姓名,a\r\n"), &out, NULL), ERR_OK);
		assert_int_equal(enc_encode(samples[i].enc, false,
			BYTES("𠮷ᠮ㐀乗é"), &out, NULL), ERR_OK);
		assert_int_equal(out.len, samples[i].len);
		assert_memory_equal(out.s, samples[i].bytes, out.len);
		strbuf_clear(&out);
	}
}

/* Every character there is but those of private use and the two that are byte
 * order marks at a beginning. */
static void
holds_every_character(void **state)
{
	static const enum encoding encs[] = {
		ENC_GB18030, ENC_UTF16LE, ENC_UTF16BE,
	};
	struct strbuf all = STRBUF_INIT;

	(void)state;
	for (uint32_t c = 1; c <= 0x10ffff; c++) {
		char utf8[4];

		if ((c < 0xe000 || c > 0xf8ff) && c != 0xfffe && c != 0xfeff)
			strbuf_add_bytes(&all, utf8, text_put_char(c, utf8));
	}
	for (size_t i = 0; i < N_ITEMS(encs); i++) {
		struct strbuf bytes = STRBUF_INIT, back = STRBUF_INIT;
		size_t position;

		assert_int_equal(enc_encode(encs[i], true, all.s, all.len,
			&bytes, NULL), ERR_OK);
		assert_int_equal(feed_cut(encs[i], bytes.s, bytes.len,
			bytes.len / 2, &back, &position), ERR_OK);
		assert_int_equal(back.len, all.len);
		assert_memory_equal(back.s, all.s, all.len);
		strbuf_clear(&bytes);
		strbuf_clear(&back);
	}
	strbuf_clear(&all);
}

/* Bytes that are wrong, where, and what is read before them. */
static const struct {
	enum encoding enc;
	const char *bytes;
	size_t len;
	size_t position;
	const char *before;
} wrongs[] = {
	{ENC_UTF8, BYTES("张\xff三"), 3, "张"},
	{ENC_UTF8, BYTES("张\xc0\xaf"), 3, "张"},
	{ENC_UTF8, BYTES("a\xed\xa0\x80"), 1, "a"},
	{ENC_UTF8, BYTES("a\xf4\x90\x80\x80"), 1, "a"},
	{ENC_UTF8, BYTES("a\xf5\x80\x80\x80\x80"), 1, "a"},
	{ENC_UTF8, BYTES("a\xe4\xbd" "b"), 1, "a"},
	{ENC_UTF8, BYTES("张\0三"), 3, "张"},
	{ENC_UTF8, BYTES("\xef\xbb\xbf\xff"), 3, ""},
	{ENC_UTF8, BYTES("a\xe4\xbd"), 1, "a"},
	{ENC_UTF8, BYTES("\xef\xbb"), 0, ""},
	{ENC_GB18030, BYTES("\xd5\xc5\x80"), 2, "张"},
	{ENC_GB18030, BYTES("\xd5\xc5\xff\xff"), 2, "张"},
	{ENC_GB18030, BYTES("a\x81\x20" "b"), 1, "a"},
	{ENC_GB18030, BYTES("a\x81\x30\x81" "A"), 1, "a"},
	{ENC_GB18030, BYTES("a\xe3\x32\x9a\x36"), 1, "a"},
	{ENC_GB18030, BYTES("ab\0c"), 2, "ab"},
	{ENC_GB18030, BYTES("a\x81\0"), 1, "a"},
	{ENC_GB18030, BYTES("a\x81"), 1, "a"},
	{ENC_GB18030, BYTES("a\x81\x30\x81"), 1, "a"},
	{ENC_UTF16LE, BYTES("a\0\0\xd8" "b\0"), 2, "a"},
	{ENC_UTF16LE, BYTES("a\0\0\xdc" "b\0"), 2, "a"},
	{ENC_UTF16LE, BYTES("a\0\0\0b\0"), 2, "a"},
	{ENC_UTF16LE, BYTES("a\0\0\xd8"), 2, "a"},
	{ENC_UTF16LE, BYTES("a\0b"), 2, "a"},
	{ENC_UTF16LE, BYTES("\xfe\xff\0a"), 0, ""},
	{ENC_UTF16BE, BYTES("\0a\xd8\0\0b"), 2, "a"},
	{ENC_UTF16BE, BYTES("\0a\0\0"), 2, "a"},
	{ENC_UTF16BE, BYTES("\xff\xfe" "a\0"), 0, ""},
};

static void
names_the_wrong_byte(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(wrongs); i++)
		for (size_t cut = 0; cut <= wrongs[i].len; cut++) {
			struct strbuf out = STRBUF_INIT;
			size_t at;
			enum err_code code = feed_cut(wrongs[i].enc,
				wrongs[i].bytes, wrongs[i].len, cut, &out,
				&at);

			if (code != ERR_INVALID || at != wrongs[i].position)
				fail_msg("row %zu cut at %zu: %d at %zu", i,
					cut, code, at);
			assert_string_equal(out.s, wrongs[i].before);
			strbuf_clear(&out);
		}
}

static void
says_what_is_wrong(void **state)
{
	struct enc_decoder *decoder = enc_decoder_new(ENC_UTF8);
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(enc_feed(decoder, BYTES("张\xe4"), &out, &err),
		ERR_OK);
	assert_int_equal(enc_end(decoder, &err), ERR_INVALID);
	assert_non_null(strchr(err.text, '3'));
	assert_int_equal(enc_feed(decoder, "x", 1, &out, &err), ERR_INVALID);
	assert_non_null(strstr(err.text, "UTF-8"));
	i18n_set_language(LANGUAGE_EN);
	/* Newer C libraries have a place for it. */
	if (enc_encode(ENC_GB18030, false, BYTES("a\ue78d"), &out, &err) !=
		ERR_OK)
		assert_string_equal(err.text,
			"The character U+E78D cannot be written in GB 18030.");
	assert_int_equal(enc_encode(ENC_GB18030, false, BYTES("a\xff"), &out,
		&err), ERR_INVALID);
	assert_non_null(strstr(err.text, "bytes"));
	assert_int_equal(enc_encode(ENC_UTF8, false, BYTES("a\xff"), &out,
		&err), ERR_INVALID);
	err_clear(&err);
	strbuf_clear(&out);
	enc_decoder_free(decoder);
	enc_decoder_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_names),
		cmocka_unit_test(reads_every_cut),
		cmocka_unit_test(reads_byte_by_byte),
		cmocka_unit_test(writes_what_it_reads),
		cmocka_unit_test(holds_every_character),
		cmocka_unit_test(names_the_wrong_byte),
		cmocka_unit_test(says_what_is_wrong),
	};

	return cmocka_run_group_tests_name("enc", tests, NULL, NULL);
}
