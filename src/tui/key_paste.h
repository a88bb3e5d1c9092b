/* What a paste is, and what of it is text.  Bytes are in the encoding of
 * LC_CTYPE. */
#ifndef TUI_KEY_PASTE_H
#define TUI_KEY_PASTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* What bytes that are no text become, U+FFFD: it shows that some were there. */
enum { KEY_BAD_CHAR = 0xfffd };

/*
 * Appends the pasted bytes in UTF-8: CR and CR LF are line feeds, other
 * controls but the tab are left out.
 */
void
key_paste_convert(const struct strbuf *bytes, struct strbuf *out);

/*
 * Whether the bytes of one read are too many to be typed (KEY_TYPED_MAX): the
 * terminal has no brackets for a paste, or does not use them.
 */
bool
key_paste_is_loose(const char *bytes, size_t len);

#endif
