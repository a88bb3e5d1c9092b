/* Finding the record that a word, a title or a value means. */
#ifndef RECORDS_FIND_H
#define RECORDS_FIND_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "records/record.h"

/* Ids found, each once. */
struct find_ids {
	int64_t *items;
	size_t n;
	size_t size;
};

/*
 * The records, not removed, whose title is this text by its folded key, at
 * most limit of them: the first part of the title alone or, where none is
 * called so, the whole as record_title() makes it ("例会 / 2026-06-18 14:30").
 * A first part that nobody searches by (an item's code) names nothing alone,
 * and is compared as it stands.
 */
enum err_code
find_by_title(struct store *store, const struct record_type *type,
	const char *title, size_t limit, struct find_ids *ids, struct err *err);

/* The records, not removed, with this stored value in a field, by id. */
enum err_code
find_by_value(struct store *store, const struct record_type *type,
	const char *field, const char *value, size_t limit,
	struct find_ids *ids, struct err *err);

/* The removed ones with this value. */
enum err_code
find_removed_by_value(struct store *store, const struct record_type *type,
	const char *field, const char *value, size_t limit,
	struct find_ids *ids, struct err *err);

/*
 * Calls each for every value of a field that several records, not removed,
 * share, with the first FIND_SHARING of them by id; what each returns other
 * than ERR_OK stops it and is returned.
 */
enum { FIND_SHARING = 5 };

enum err_code
find_doubles(struct store *store, const struct record_type *type,
	const struct field_type *field,
	enum err_code (*each)(void *data, const struct find_ids *ids,
		struct err *err),
	void *data, struct err *err);

/* Appends "张三 (0K3M9QX-1F), 张三 (0K3M9QX-2A)". */
void
find_name_all(struct store *store, const struct record_type *type,
	const struct find_ids *ids, struct strbuf *out);

void
find_ids_clear(struct find_ids *ids);

#endif
