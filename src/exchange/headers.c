#include "exchange/headers.h"

#include <string.h>

void
header_add(const struct field_type *field, bool is_id, bool english,
	struct strbuf *out)
{
	size_t len = strlen(field->name);

	if (english && field->kind == FIELD_REF && !is_id)
		strbuf_add_bytes(out, field->name, len - strlen("_id"));
	else if (english)
		strbuf_add(out, field->name);
	else
		strbuf_addf(out, "%s%s", field->term.zh,
			is_id ? HEADER_ID_ZH : "");
}
