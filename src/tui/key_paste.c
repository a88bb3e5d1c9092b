#include "tui/key_paste.h"

#include <string.h>
#include <wchar.h>

#include "base/text.h"
#include "tui/key_parser.h"

void
key_paste_convert(const struct strbuf *bytes, struct strbuf *out)
{
	mbstate_t shift = {0};
	size_t n;

	for (size_t i = 0; i < bytes->len; i += n) {
		wchar_t c;
		char utf8[4];

		n = mbrtowc(&c, bytes->s + i, bytes->len - i, &shift);
		if (n == (size_t)-1 || n == (size_t)-2) {
			memset(&shift, 0, sizeof(shift));
			c = KEY_BAD_CHAR;
			n = 1;
		}
		n += n == 0;
		if (c == '\r') {
			n += bytes->s[i + 1] == '\n';
			c = '\n';
		}
		if (c >= 0xa0 || (c >= ' ' && c < 0x7f) || c == '\n' ||
			c == '\t')
			strbuf_add_bytes(out, utf8,
				text_put_char((uint32_t)c, utf8));
	}
}

static bool
is_text_byte(char byte)
{
	return (unsigned char)byte >= ' ' || byte == '\t' || byte == '\r' ||
		byte == '\n';
}

bool
key_paste_is_loose(const char *bytes, size_t len)
{
	mbstate_t shift = {0};
	wchar_t c, first = 0;
	size_t n_chars = 0, n;
	bool differ = false;

	for (size_t i = 0; i < len; i += n) {
		if (!is_text_byte(bytes[i]))
			return false;
		n = mbrtowc(&c, bytes + i, len - i, &shift);
		if (n == (size_t)-2)
			break;
		if (n == (size_t)-1) {
			memset(&shift, 0, sizeof(shift));
			c = KEY_BAD_CHAR;
			n = 1;
		}
		if (n_chars++ == 0)
			first = c;
		differ = differ || c != first;
	}
	return differ && n_chars > KEY_TYPED_MAX;
}
