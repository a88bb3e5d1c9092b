#include <string.h>

#include "base/enc.h"
#include "base/file.h"
#include "base/text.h"

static bool
add_gb18030(const char *name, size_t len, struct strbuf *out)
{
	struct enc_decoder *decoder = enc_decoder_new(ENC_GB18030);
	struct strbuf text = STRBUF_INIT;
	bool is_read = enc_feed(decoder, name, len, &text, NULL) == ERR_OK &&
		enc_end(decoder, NULL) == ERR_OK;

	if (is_read)
		strbuf_add_bytes(out, text.s, text.len);
	strbuf_clear(&text);
	enc_decoder_free(decoder);
	return is_read;
}

static void
add_name(const char *name, size_t len, struct strbuf *out)
{
	size_t good = text_first_bad(name, len);

	if (good < len && add_gb18030(name, len, out))
		return;
	while (good < len) {
		strbuf_add_bytes(out, name, good);
		strbuf_addf(out, "\\x%02X", (unsigned char)name[good]);
		name += good + 1;
		len -= good + 1;
		good = text_first_bad(name, len);
	}
	strbuf_add_bytes(out, name, len);
}

char *
file_shown(const char *path)
{
	struct strbuf text = STRBUF_INIT;

	/* Name by name: a stick and the folders on it are of two computers. */
	while (*path != '\0') {
		size_t len = strcspn(path, "/");

		add_name(path, len, &text);
		path += len;
		if (*path == '/')
			strbuf_add_char(&text, *path++);
	}
	return strbuf_detach(&text);
}
