#include "screens/pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "records/load.h"
#include "tui/wrap.h"

enum {
	WIDE_COLS = 120, /* narrower, there is no pane */
	PANE_PART = 3,   /* of the columns, one in so many */
	LINE_COLS = 2,   /* the line and a blank */
	LABEL_MAX = 18,
	GAP = 1,
};

void
pane_forget(struct pane *pane)
{
	pane->id = 0;
	strvec_clear(&pane->labels);
	strvec_clear(&pane->values);
}

void
pane_clear(struct pane *pane)
{
	pane_forget(pane);
}

bool
pane_split(struct ui *ui, struct rect *body, struct rect *beside)
{
	int cols = body->cols / PANE_PART;

	if (body->cols < WIDE_COLS ||
		term_settings(ui->app->term)->slow_line)
		return false;
	*beside = *body;
	body->cols -= cols;
	beside->col += body->cols;
	beside->cols = cols;
	return true;
}

/* Columns of the widest label of the type. */
static int
label_cols(const struct record_type *type)
{
	int widest = 0;

	for (size_t i = 0; i < type->n_fields; i++) {
		int cols = (int)text_cols(term_word(&type->fields[i].term));

		widest = cols > widest ? cols : widest;
	}
	return widest < LABEL_MAX ? widest : LABEL_MAX;
}

/* A label, and the lines of its value behind and below it. */
static void
add_lines(struct pane *pane, const char *label, const char *value, int cols)
{
	struct strvec lines = VEC_INIT;

	wrap_text(value, cols, &lines);
	for (size_t i = 0; i < lines.n; i++) {
		strvec_add(&pane->labels, i == 0 ? label : "");
		strvec_add(&pane->values, lines.items[i]);
	}
	strvec_clear(&lines);
}

/* All that is filled in but what only the search needs; numbers masked. */
static void
load(struct pane *pane, struct store *store, const struct record_type *type,
	int64_t id, int value_cols)
{
	struct record record;
	struct strbuf value = STRBUF_INIT;

	pane_forget(pane);
	if (record_load(store, type, id, &record, NULL) != ERR_OK)
		return;
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];

		if (record.values[i][0] == '\0' ||
			field->flags & FIELD_INITIALS ||
			!record_field_applies(&record, field))
			continue;
		strbuf_reset(&value);
		record_show(store, &record, field, true, &value);
		add_lines(pane, term_word(&field->term), value.s, value_cols);
	}
	pane->id = id;
	record_clear(&record);
	strbuf_clear(&value);
}

void
pane_draw(struct pane *pane, struct ui *ui, const struct record_type *type,
	int64_t id, const struct rect *rect)
{
	struct term *term = ui->app->term;
	int label = label_cols(type);
	int col = rect->col + LINE_COLS;
	int cols = rect->cols - LINE_COLS - label - GAP;

	term_vline(term, rect->row, rect->col, rect->rows);
	if (id == 0)
		pane_forget(pane);
	else if (id != pane->id || cols != pane->cols)
		load(pane, ui->app->store, type, id, cols);
	pane->cols = cols;
	for (int i = 0; i < rect->rows && (size_t)i < pane->labels.n; i++) {
		term_put_cut(term, rect->row + i, col, label,
			pane->labels.items[i], STYLE_DIM);
		term_put(term, rect->row + i, col + label + GAP, cols,
			pane->values.items[i], STYLE_NORMAL);
	}
}
