/* For tests of the import: a file planned or imported, and shown in a word. */
#ifndef TESTS_UNIT_EXCHANGE_PLAN_H
#define TESTS_UNIT_EXCHANGE_PLAN_H

#include "office.h"

#include "exchange/import.h"

static inline struct import *
office_open(struct store *store, const char *type,
	const struct sheet_source *source, const struct import_options *options)
{
	struct import *import;
	struct err err = ERR_INIT;

	if (import_open(store, record_type_find(type), source, options,
		    &import, &err) != ERR_OK)
		fail_msg("%s", err.text);
	return import;
}

static inline struct import *
office_open_text(struct store *store, const char *type, const char *text,
	const struct import_options *options)
{
	const struct sheet_source source = {.text = text, .len = strlen(text)};

	return office_open(store, type, &source, options);
}

/* Appends a character for each row's verdict, and sets the last reason. */
static inline void
office_show(struct import *import, struct strbuf *verdicts,
	struct strbuf *reason)
{
	static const char words[] = {'n', 'c', 's', '?', 'x'};
	uint64_t after = 0;
	size_t n;

	for (;;) {
		struct import_row row;

		assert_int_equal(import_rows(import, IMPORT_VERDICT_N, after,
					 false, 1, &row, &n, NULL),
			ERR_OK);
		if (n == 0)
			break;
		after = row.number;
		strbuf_add_char(verdicts, words[row.verdict]);
		strbuf_reset(reason);
		strbuf_add(reason, row.reason);
		import_row_clear(&row);
	}
}

/* Plans a text and shows what would become of its rows. */
static inline void
office_plan(struct store *store, const char *type, const char *text,
	struct strbuf *verdicts, struct strbuf *reason)
{
	const struct import_options options = {0};
	struct import *import = office_open_text(store, type, text, &options);
	struct err err = ERR_INIT;

	if (import_plan(import, NULL, &err) != ERR_OK)
		fail_msg("%s", err.text);
	office_show(import, verdicts, reason);
	import_close(import);
}

#endif
