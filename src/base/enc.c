#include "base/enc.h"

#include <assert.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistr.h>

#include "base/i18n.h"
#include "base/xalloc.h"

#define NO_ICONV ((iconv_t)-1)
#define CHAR_SIZE 4 /* bytes of the longest character of any of them */

static const struct {
	const char *name;
	const char *label; /* as people write it */
	const char *iconv; /* NULL: UTF-8, which needs no conversion */
	const char *mark;  /* the byte order mark that is written */
} encodings[ENC_N] = {
	[ENC_AUTO] = {"auto", "", NULL, ""},
	[ENC_UTF8] = {"utf-8", "UTF-8", NULL, ""},
	[ENC_UTF8_BOM] = {"utf-8-bom", "UTF-8", NULL, "\xef\xbb\xbf"},
	[ENC_UTF16LE] = {"utf-16le", "UTF-16", "UTF-16LE", "\xff\xfe"},
	[ENC_UTF16BE] = {"utf-16be", "UTF-16", "UTF-16BE", "\xfe\xff"},
	[ENC_GB18030] = {"gb18030", "GB 18030", "GB18030", ""},
};

static const struct {
	const char *name;
	enum encoding enc;
} also[] = {
	{"utf8", ENC_UTF8},
	{"utf-16", ENC_UTF16LE},
	{"utf16", ENC_UTF16LE},
	{"gbk", ENC_GB18030},
	{"gb2312", ENC_GB18030},
};

const char *
enc_name(enum encoding enc)
{
	return encodings[enc].name;
}

enum encoding
enc_by_name(const char *name)
{
	for (size_t i = 0; i < sizeof(also) / sizeof(also[0]); i++)
		if (strcasecmp(name, also[i].name) == 0)
			return also[i].enc;
	for (int enc = 0; enc < ENC_N; enc++)
		if (strcasecmp(name, encodings[enc].name) == 0)
			return enc;
	return ENC_N;
}

static bool
is_utf16(enum encoding enc)
{
	return enc == ENC_UTF16LE || enc == ENC_UTF16BE;
}

static enum err_code
fail_missing(enum encoding enc, struct err *err)
{
	return err_set(err, ERR_ABSENT,
		_("The C library of this computer cannot convert %s."),
		encodings[enc].label);
}

struct enc_decoder {
	enum encoding enc;
	iconv_t iconv;
	size_t position;      /* bytes that became characters */
	bool started;         /* past the place of a byte order mark */
	char rest[CHAR_SIZE]; /* a character cut at the end of a piece */
	size_t n_rest;
};

struct enc_decoder *
enc_decoder_new(enum encoding enc)
{
	struct enc_decoder *decoder = xcalloc(1, sizeof(*decoder));

	assert(enc > ENC_AUTO && enc < ENC_N);
	decoder->enc = enc;
	decoder->iconv = NO_ICONV;
	if (encodings[enc].iconv != NULL)
		decoder->iconv = iconv_open("UTF-8", encodings[enc].iconv);
	return decoder;
}

size_t
enc_decoder_position(const struct enc_decoder *decoder)
{
	return decoder->position;
}

void
enc_decoder_free(struct enc_decoder *decoder)
{
	if (decoder == NULL)
		return;
	if (decoder->iconv != NO_ICONV)
		iconv_close(decoder->iconv);
	free(decoder);
}

/* How a conversion ended; the bytes not taken begin where it did. */
enum ending {
	ENDING_WHOLE,
	ENDING_CUT,   /* with the beginning of a character */
	ENDING_WRONG, /* with bytes that are no character */
};

static enum ending
copy_utf8(const char *bytes, size_t len, size_t *taken, struct strbuf *out)
{
	const uint8_t *s = (const uint8_t *)bytes;
	const uint8_t *bad = u8_check(s, len);
	ucs4_t c;

	*taken = bad != NULL ? (size_t)(bad - s) : len;
	strbuf_add_bytes(out, bytes, *taken);
	if (bad == NULL)
		return ENDING_WHOLE;
	len -= *taken;
	return len < CHAR_SIZE && u8_mbtoucr(&c, bad, len) == -2 ?
		ENDING_CUT : ENDING_WRONG;
}

static enum ending
run_iconv(iconv_t conversion, const char *bytes, size_t len, size_t *taken,
	struct strbuf *out)
{
	char *in = (char *)bytes;
	size_t left = len;
	int why = 0;

	while (left > 0 && why == 0) {
		size_t size = 2 * left + CHAR_SIZE, room = size;
		char *to = strbuf_room(out, size);

		if (iconv(conversion, &in, &left, &to, &room) == (size_t)-1)
			why = errno;
		out->len += size - room;
		out->s[out->len] = '\0';
		if (why == E2BIG)
			why = 0;
	}
	*taken = len - left;
	if (why == 0)
		return ENDING_WHOLE;
	return why == EINVAL && left < CHAR_SIZE ? ENDING_CUT : ENDING_WRONG;
}

/* Bytes before the first zero character, which no text holds. */
static size_t
before_zero(enum encoding enc, const char *bytes, size_t len)
{
	const char *zero = memchr(bytes, '\0', len);

	if (zero == NULL || !is_utf16(enc))
		return zero != NULL ? (size_t)(zero - bytes) : len;
	for (size_t i = 0; i + 1 < len; i += 2)
		if (bytes[i] == '\0' && bytes[i + 1] == '\0')
			return i;
	return len;
}

/*
 * Drops the mark that was read first.  A mark of the other byte order is no
 * character of this one: false.
 */
static bool
drop_mark(struct enc_decoder *decoder, struct strbuf *out, size_t begin)
{
	const char *first = out->s + begin;

	if (decoder->started || out->len == begin)
		return true;
	decoder->started = true;
	if (is_utf16(decoder->enc) && strncmp(first, "\xef\xbf\xbe", 3) == 0) {
		strbuf_truncate(out, begin);
		decoder->position = 0;
		return false;
	}
	if (strncmp(first, "\xef\xbb\xbf", 3) == 0)
		strbuf_remove(out, begin, 3);
	return true;
}

/* Converts what begins with a character; position follows. */
static enum ending
convert(struct enc_decoder *decoder, const char *bytes, size_t len,
	size_t *taken, struct strbuf *out)
{
	size_t begin = out->len;
	size_t n = before_zero(decoder->enc, bytes, len);
	enum ending ending;

	if (decoder->iconv == NO_ICONV)
		ending = copy_utf8(bytes, n, taken, out);
	else
		ending = run_iconv(decoder->iconv, bytes, n, taken, out);
	decoder->position += *taken;
	if (!drop_mark(decoder, out, begin))
		return ENDING_WRONG;
	return n < len ? ENDING_WRONG : ending;
}

static enum err_code
fail_wrong(const struct enc_decoder *decoder, struct err *err)
{
	return err_set(err, ERR_INVALID,
		_("Byte %zu of the file is no %s: the file is damaged or in "
		  "another encoding."),
		decoder->position, encodings[decoder->enc].label);
}

enum err_code
enc_feed(struct enc_decoder *decoder, const char *bytes, size_t len,
	struct strbuf *out, struct err *err)
{
	enum ending ending = ENDING_WHOLE;
	size_t taken;

	if (decoder->iconv == NO_ICONV && encodings[decoder->enc].iconv != NULL)
		return fail_missing(decoder->enc, err);
	while (decoder->n_rest > 0 && len > 0) {
		decoder->rest[decoder->n_rest++] = *bytes++;
		len--;
		ending = convert(decoder, decoder->rest, decoder->n_rest,
			&taken, out);
		if (ending == ENDING_WRONG)
			return fail_wrong(decoder, err);
		if (ending == ENDING_WHOLE)
			decoder->n_rest = 0;
	}
	if (len == 0)
		return ERR_OK;
	ending = convert(decoder, bytes, len, &taken, out);
	if (ending == ENDING_WRONG)
		return fail_wrong(decoder, err);
	decoder->n_rest = len - taken;
	memcpy(decoder->rest, bytes + taken, decoder->n_rest);
	return ERR_OK;
}

enum err_code
enc_end(struct enc_decoder *decoder, struct err *err)
{
	if (decoder->n_rest == 0)
		return ERR_OK;
	return err_set(err, ERR_INVALID,
		_("The file ends within a character, at byte %zu."),
		decoder->position);
}

/* s is the character that stopped the writing. */
static enum err_code
fail_character(enum encoding enc, const char *s, size_t len, struct err *err)
{
	ucs4_t c;

	if (u8_mbtoucr(&c, (const uint8_t *)s, len) < 0)
		return err_set(err, ERR_INVALID,
			_("The text to be written holds bytes that are no "
			  "character."));
	return err_set(err, ERR_INVALID,
		_("The character U+%04X cannot be written in %s."),
		(unsigned)c, encodings[enc].label);
}

enum err_code
enc_encode(enum encoding enc, bool first, const char *s, size_t len,
	struct strbuf *out, struct err *err)
{
	enum ending ending;
	size_t taken;

	assert(enc > ENC_AUTO && enc < ENC_N);
	if (first)
		strbuf_add(out, encodings[enc].mark);
	if (encodings[enc].iconv == NULL) {
		ending = copy_utf8(s, len, &taken, out);
	} else {
		iconv_t conversion = iconv_open(encodings[enc].iconv, "UTF-8");

		if (conversion == NO_ICONV)
			return fail_missing(enc, err);
		ending = run_iconv(conversion, s, len, &taken, out);
		iconv_close(conversion);
	}
	if (ending == ENDING_WHOLE)
		return ERR_OK;
	return fail_character(enc, s + taken, len - taken, err);
}
