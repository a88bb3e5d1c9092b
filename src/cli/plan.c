#include "cli/plan.h"

#include <inttypes.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "cli/cli.h"

enum {
	PAGE = 200,
	TITLE_COLS = 40, /* a row that is no record may begin with a page */
};

static const char *const verdicts[IMPORT_VERDICT_N] = {
	[IMPORT_NEW] = N_("new"),
	[IMPORT_CHANGED] = N_("changed"),
	[IMPORT_SAME] = N_("unchanged"),
	[IMPORT_DOUBTFUL] = N_("held back"),
	[IMPORT_REJECTED] = N_("rejected"),
};

const char *
plan_word(enum import_verdict verdict)
{
	return _(verdicts[verdict]);
}

void
plan_print_counts(const struct import *import, bool take_doubtful)
{
	struct import_counts counts;

	import_counts(import, &counts);
	if (take_doubtful) {
		counts.rows[IMPORT_NEW] += counts.rows[IMPORT_DOUBTFUL];
		counts.rows[IMPORT_DOUBTFUL] = 0;
	}
	for (int i = 0; i < IMPORT_VERDICT_N; i++)
		cli_print("%s\t%" PRIu64 "\n", _(verdicts[i]), counts.rows[i]);
	for (size_t i = 0; i < record_types_n; i++)
		if (counts.others[i] > 0)
			cli_print("%s\t%" PRIu64 "\t%s\n",
				plan_word(IMPORT_NEW), counts.others[i],
				term_word(&record_types[i]->term));
}

static void
add_changed(const struct record_type *type, const struct import_row *row,
	struct strbuf *out)
{
	for (size_t i = 0; i < row->changed.n; i++) {
		const struct field_type *field =
			record_field(type, row->changed.items[i]);

		strbuf_addf(out, "%s%s", i > 0 ? _(", ") : "",
			field != NULL ? term_word(&field->term)
				      : row->changed.items[i]);
	}
}

/* The line of the file, or in a workbook the row, and the cell where the
 * reason is about one. */
static void
add_place(const struct import *import, const struct import_row *row,
	struct strbuf *out)
{
	if (import_sheets(import)->n > 0 && row->column >= 0)
		sheet_cell_name((size_t)row->column, row->number, out);
	else
		strbuf_addf(out, "%" PRIu64, row->line);
}

static void
print_row(const struct import *import, const struct record_type *type,
	const struct import_row *row)
{
	const struct import_column *columns;
	size_t n = import_columns(import, &columns);
	struct strbuf where = STRBUF_INIT, place = STRBUF_INIT;
	int len = (int)text_fit(row->title, TITLE_COLS, NULL);

	if (row->verdict == IMPORT_CHANGED)
		add_changed(type, row, &where);
	else if (row->column >= 0 && (size_t)row->column < n)
		strbuf_add(&where, columns[row->column].header);
	add_place(import, row, &place);
	cli_print("%s\t%s\t%.*s%s\t%s\t%s\n", place.s,
		_(verdicts[row->verdict]), len, row->title,
		row->title[len] != '\0' ? "…" : "", where.s, row->reason);
	strbuf_clear(&where);
	strbuf_clear(&place);
}

enum err_code
plan_print(struct import *import, const struct record_type *type,
	bool take_doubtful, struct err *err)
{
	struct import_row rows[PAGE];
	uint64_t after = 0;
	enum err_code code;
	size_t n;

	do {
		code = import_rows(import, IMPORT_VERDICT_N, after, false, PAGE,
			rows, &n, err);
		for (size_t i = 0; code == ERR_OK && i < n; i++) {
			print_row(import, type, &rows[i]);
			after = rows[i].number;
			import_row_clear(&rows[i]);
		}
	} while (code == ERR_OK && n == PAGE);
	if (code != ERR_OK)
		return code;
	plan_print_counts(import, take_doubtful);
	return ERR_OK;
}
