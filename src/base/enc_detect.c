/* Which encodings the beginning of a file can be read in. */
#include "base/enc.h"

#include <string.h>

#define PIECE_SIZE ((size_t)64 * 1024)
#define LATIN_SHARE 16 /* more than one unit in so many is Latin */

static const struct {
	const char *bytes;
	enum encoding enc;
} marks[] = {
	{"\xef\xbb\xbf", ENC_UTF8},
	{"\xff\xfe", ENC_UTF16LE},
	{"\xfe\xff", ENC_UTF16BE},
	{"\x84\x31\x95\x33", ENC_GB18030},
};

/* High bytes of the UTF-16 units that an office's text is made of. */
static const struct {
	unsigned char first;
	unsigned char last;
} usual[] = {
	{0x00, 0x00}, /* Latin */
	{0x04, 0x04}, /* Cyrillic */
	{0x06, 0x06}, /* Arabic, as Uyghur and Kazakh are written */
	{0x0f, 0x0f}, /* Tibetan */
	{0x18, 0x18}, /* Mongolian */
	{0x20, 0x20}, /* punctuation */
	{0x30, 0x30}, /* hanzi punctuation */
	{0x4e, 0x9f}, /* hanzi */
	{0xff, 0xff}, /* full-width forms */
};

static bool
is_usual(unsigned char high)
{
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		if (high >= usual[i].first && high <= usual[i].last)
			return true;
	return false;
}

/*
 * How many units the bytes have in common with UTF-16 text of that byte order;
 * 0 where it is none: a control, or hardly any Latin letter, digit or line end
 * (one zero byte that strayed into other text makes hanzi of the rest).
 */
static size_t
count_usual(const unsigned char *bytes, size_t len, bool big)
{
	size_t n_usual = 0, n_latin = 0;

	for (size_t i = 0; i + 1 < len; i += 2) {
		unsigned char high = bytes[big ? i : i + 1];
		unsigned char low = bytes[big ? i + 1 : i];

		if (high == 0 && low < ' ' &&
			(low == '\0' || strchr("\t\n\r", low) == NULL))
			return 0;
		n_usual += is_usual(high);
		n_latin += high == 0;
	}
	return n_latin > len / 2 / LATIN_SHARE ? n_usual : 0;
}

static bool
reads(enum encoding enc, const char *bytes, size_t len, bool whole)
{
	struct enc_decoder *decoder = enc_decoder_new(enc);
	struct strbuf scratch = STRBUF_INIT;
	enum err_code code = ERR_OK;

	while (len > 0 && code == ERR_OK) {
		size_t n = len < PIECE_SIZE ? len : PIECE_SIZE;

		code = enc_feed(decoder, bytes, n, &scratch, NULL);
		strbuf_reset(&scratch);
		bytes += n;
		len -= n;
	}
	if (code == ERR_OK && whole)
		code = enc_end(decoder, NULL);
	strbuf_clear(&scratch);
	enc_decoder_free(decoder);
	return code == ERR_OK;
}

/*
 * UTF-16 without a mark.  Its Latin letters, digits and line ends have a zero
 * for every second byte, which stands in no other text.
 */
static size_t
detect_utf16(const char *bytes, size_t len, bool whole, enum encoding *fits)
{
	const unsigned char *p = (const unsigned char *)bytes;
	size_t little = count_usual(p, len, false);
	size_t big = count_usual(p, len, true);
	size_t half = len / 2 / 2, n = 0;

	if (little > half && reads(ENC_UTF16LE, bytes, len, whole))
		fits[n++] = ENC_UTF16LE;
	if (big > half && reads(ENC_UTF16BE, bytes, len, whole))
		fits[n++] = ENC_UTF16BE;
	if (n == 2 && big > little) {
		fits[0] = ENC_UTF16BE;
		fits[1] = ENC_UTF16LE;
	}
	return n;
}

size_t
enc_detect(const char *bytes, size_t len, bool whole, enum encoding fits[ENC_N])
{
	static const enum encoding single[] = {ENC_UTF8, ENC_GB18030};
	size_t n = 0;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t n_mark = strlen(marks[i].bytes);

		if (len >= n_mark &&
			memcmp(bytes, marks[i].bytes, n_mark) == 0) {
			fits[0] = marks[i].enc;
			return 1;
		}
	}
	if (memchr(bytes, '\0', len) != NULL)
		return detect_utf16(bytes, len, whole, fits);
	for (size_t i = 0; i < sizeof(single) / sizeof(single[0]); i++)
		if (reads(single[i], bytes, len, whole))
			fits[n++] = single[i];
	return n;
}
