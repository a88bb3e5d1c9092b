#include "test.h"

#include "base/enc.h"

#define BYTES(literal) literal, sizeof(literal) - 1
#define NONE ENC_AUTO

/* The fits in their order, the rest NONE. */
static const struct {
	const char *bytes;
	size_t len;
	bool whole;
	enum encoding fits[ENC_N];
} files[] = {
	{BYTES(""), true, {ENC_UTF8, ENC_GB18030}},
	{BYTES("name,sex\r\n"), true, {ENC_UTF8, ENC_GB18030}},
	{BYTES("\xef\xbb\xbf姓名"), true, {ENC_UTF8}},
	{BYTES("\xff\xfe\xd3\x59"), true, {ENC_UTF16LE}},
	{BYTES("\xfe\xff\x59\xd3"), true, {ENC_UTF16BE}},
	{BYTES("\x84\x31\x95\x33\xd0\xd5"), true, {ENC_GB18030}},
	{BYTES("\xef\xbb\xbf\xff"), true, {ENC_UTF8}},
	/* 姓名,性别 */
	{BYTES("\xd0\xd5\xc3\xfb,\xd0\xd4\xb1\xf0"), true, {ENC_GB18030}},
	/* Short ones can be read as other hanzi in GB18030 too: 寮犱笁. */
	{BYTES("张三"), true, {ENC_UTF8, ENC_GB18030}},
	{BYTES("姓,别"), true, {ENC_UTF8}},
	/* Cut within a character. */
	{BYTES("姓,\xe5\x88"), false, {ENC_UTF8}},
	{BYTES("\xd0\xd5\xc3\xfb,\xd0\xd4\xb1"), false, {ENC_GB18030}},
	{BYTES("\xd0\xd5\xc3\xfb,\xd0\xd4\xb1"), true, {NONE}},
	{BYTES("a,b\n\xe4\xbd"), true, {ENC_GB18030}},
	/* 姓名,a without a mark. */
	{BYTES("\xd3\x59\x0d\x54,\0a\0\r\0\n\0"), true, {ENC_UTF16LE}},
	{BYTES("\x59\xd3\x54\x0d\0,\0a\0\r\0\n"), true, {ENC_UTF16BE}},
	{BYTES("\xd3\x59\x0d\x54,\0a\0\r"), false, {ENC_UTF16LE}},
	{BYTES("\xd3\x59\x0d\x54,\0a\0\r"), true, {NONE}},
	/* 一,二: the zero of 一 stands at the other parity. */
	{BYTES("\0\x4e,\0\x8c\x4e\n\0"), true, {ENC_UTF16LE}},
	/* Mongolian: ᠮᠣ, a space, ᠮᠣ. */
	{BYTES("\x2e\x18\x23\x18 \0\x2e\x18\x23\x18"), true, {ENC_UTF16LE}},
	/* No text: bytes in no encoding, an old workbook, a zip file. */
	{BYTES("a\xff\xff" "b"), true, {NONE}},
	{BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0\0\0\0\0"), false,
		{NONE}},
	{BYTES("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"), false, {NONE}},
	/* A zero byte that strayed in; the rest reads as hanzi of UTF-16. */
	{BYTES("name,sex,birth_on,branch,joined_on\0"), true, {NONE}},
};

static void
finds_the_encoding(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(files); i++) {
		enum encoding fits[ENC_N] = {NONE};
		size_t n = enc_detect(files[i].bytes, files[i].len,
			files[i].whole, fits);
		size_t expected = 0;

		while (files[i].fits[expected] != NONE)
			expected++;
		if (n != expected ||
			memcmp(fits, files[i].fits, n * sizeof(fits[0])) != 0)
			fail_msg("row %zu: %zu fits, the first %s", i, n,
				enc_name(fits[0]));
	}
}

/* A character lies across the border of the pieces that are looked at. */
static void
looks_past_64_kib(void **state)
{
	size_t len = 3 * 64 * 1024;
	char *bytes = malloc(len);
	enum encoding fits[ENC_N];

	(void)state;
	for (size_t i = 0; i < len; i += 3)
		memcpy(bytes + i, "张", 3);
	assert_int_equal(enc_detect(bytes, len, true, fits), 2);
	assert_int_equal(fits[0], ENC_UTF8);
	bytes[len - 1] = '\xff';
	assert_int_equal(enc_detect(bytes, len, true, fits), 0);
	free(bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_encoding),
		cmocka_unit_test(looks_past_64_kib),
	};

	return cmocka_run_group_tests_name("enc_detect", tests, NULL, NULL);
}
