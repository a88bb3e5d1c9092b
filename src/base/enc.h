/*
 * The encodings of office files: which one a file is in, and reading and
 * writing it strictly.  Conversion is iconv's; UTF-8 inside.
 */
#ifndef BASE_ENC_H
#define BASE_ENC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"

enum encoding {
	ENC_AUTO,
	ENC_UTF8,     /* also with a byte order mark, which is taken off */
	ENC_UTF8_BOM, /* for writing: begins with EF BB BF */
	ENC_UTF16LE,
	ENC_UTF16BE,
	ENC_GB18030, /* holds GBK and GB 2312 as well */
	ENC_N,
};

/* "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "gb18030"; auto is "auto". */
const char *
enc_name(enum encoding enc);

/* The encoding of that name in any case; "utf-16" is ENC_UTF16LE, "gbk" and
 * "gb2312" are ENC_GB18030; ENC_N for a name that we do not know. */
enum encoding
enc_by_name(const char *name);

/*
 * Fills fits[] with the encodings in which these bytes, the beginning of a
 * file, can be read, likeliest first, and returns how many (0: none, it is no
 * text).  A byte order mark settles it; then strict UTF-8, UTF-16 without a
 * mark where every second byte shows it, GB18030.  Bytes with a zero character
 * fit none.  whole says that the bytes are the whole file, so that a character
 * cut at their end is an error.  What lies behind the mark is not looked at:
 * reading it names the byte that is wrong.
 */
size_t
enc_detect(const char *bytes, size_t len, bool whole,
	enum encoding fits[ENC_N]);

/*
 * Reads bytes piece by piece.  enc_feed() appends their UTF-8 to out and keeps
 * a character that is cut at the end for the next piece; enc_end() says
 * whether one was left over.  ERR_INVALID names the byte position (from 0 at
 * the file's beginning, also in enc_decoder_position()) where the first
 * character begins that does not belong to the encoding, or is zero; what
 * stands before it is in out; nothing is replaced or guessed.  A byte order
 * mark at the beginning is dropped; one of the other byte order is an error.
 * ERR_ABSENT where the C library has no such conversion.
 */
struct enc_decoder;

/* enc is not ENC_AUTO: ask enc_detect(). */
struct enc_decoder *
enc_decoder_new(enum encoding enc);

enum err_code
enc_feed(struct enc_decoder *decoder, const char *bytes, size_t len,
	struct strbuf *out, struct err *err);

enum err_code
enc_end(struct enc_decoder *decoder, struct err *err);

/* How many bytes have become characters, or the position of the error. */
size_t
enc_decoder_position(const struct enc_decoder *decoder);

void
enc_decoder_free(struct enc_decoder *decoder);

/*
 * UTF-8 to the encoding, appended to out; a byte order mark only if first is
 * true and enc is ENC_UTF8_BOM or a UTF-16.  s ends with a whole character.
 * ERR_INVALID names a character that has no place in the encoding (GB18030
 * holds them all but some of private use), or says that s is not valid UTF-8.
 */
enum err_code
enc_encode(enum encoding enc, bool first, const char *s, size_t len,
	struct strbuf *out, struct err *err);

#endif
