/* What the columns of a file are called: for files out and in alike. */
#ifndef EXCHANGE_HEADERS_H
#define EXCHANGE_HEADERS_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "records/record.h"

#define HEADER_ID_EN "id"
#define HEADER_ID_ZH "编号"

/*
 * Appends the header of a field's column: the column name, or the Chinese
 * term.  A reference has two: that of its title (branch, 所在党支部) and with
 * is_id that of its id (branch_id, 所在党支部编号).
 */
void
header_add(const struct field_type *field, bool is_id, bool english,
	struct strbuf *out);

#endif
