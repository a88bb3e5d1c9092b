#include "screens/history_lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/find.h"
#include "records/load.h"
#include "records/owned.h"
#include "records/words.h"
#include "store/journal.h"
#include "store/site.h"

void
history_lines_clear(struct history_lines *history)
{
	for (size_t i = 0; i < history->lines.n; i++) {
		free(history->lines.items[i].old_value);
		strvec_clear(&history->lines.items[i].cells);
	}
	vec_clear(&history->lines);
}

static const char *
field_word(const struct record_type *type, const struct journal_field *field)
{
	const struct field_type *of = record_field(type, field->field);

	if (of != NULL)
		return term_word(&of->term);
	if (strcmp(field->field, "deleted") == 0)
		return field->new_value[0] == '1' ? _("removed")
						  : _("brought back");
	if (field->is_blanked)
		return _("blanked by a redaction");
	if (field->version == 0)
		return _("numbers looked at");
	/* A field that only a newer program has a word for. */
	return field->field[0] != '\0' ? field->field : _("made");
}

/* The value before and the one after. */
static void
add_values(const struct history_lines *history,
	const struct journal_field *field, struct history_line *line)
{
	const struct field_type *of = record_field(line->type, field->field);

	for (int i = 0; i < 2; i++) {
		struct strbuf text = STRBUF_INIT;

		if (i == 0 && field->old_is_blanked)
			strbuf_add(&text, _("blanked by a redaction"));
		else if (of != NULL)
			words_of_value(history->store, of, i == 0
				? field->old_value : field->new_value,
				history->masked, &text);
		strvec_add(&line->cells, text.s);
		strbuf_clear(&text);
	}
}

/* The words of a line; of a row, behind those that name it. */
static void
add_cells(const struct history_lines *history,
	const struct journal_change *change, const struct journal_field *field,
	struct history_line *line)
{
	struct store *store = history->store;
	const char *word = field_word(line->type, field);
	struct strbuf text = STRBUF_INIT;
	char time[TIME_SIZE];

	date_time_of_moment(change->at, time);
	strvec_add(&line->cells, time);
	strvec_add(&line->cells, words_of_operator(change));
	if (line->record != history->id) {
		struct strbuf title = STRBUF_INIT;

		record_title_of(store, line->type, line->record, &title);
		strbuf_addf(&text, _("%s: %s"), title.s, word);
		strbuf_clear(&title);
	} else {
		strbuf_add(&text, word);
	}
	strvec_add(&line->cells, text.s);
	add_values(history, field, line);
	strbuf_reset(&text);
	strbuf_add(&text, words_of_action(history->store, change));
	if (change->reason[0] != '\0')
		strbuf_addf(&text, "  %s", change->reason);
	strvec_add(&line->cells, text.s);
	strbuf_clear(&text);
}

static enum err_code
add_line(struct history_lines *history,
	const struct record_type *type, const struct journal_field *field,
	struct err *err)
{
	struct journal_change change;
	struct history_line line = {
		.change = field->change,
		.journal = field->row,
		.nth = history->lines.n,
		.type = type,
		.record = field->record,
		.field = field->old_is_blanked ? NULL
			: record_field(type, field->field),
	};
	enum err_code code = journal_change_load(history->store, field->change,
		&change, err);

	if (code != ERR_OK)
		return code;
	line.lamport = change.lamport;
	line.is_alone = change.n_rows == 1;
	line.old_value = xstrdup(field->old_value);
	add_cells(history, &change, field, &line);
	vec_push(&history->lines, line);
	journal_change_clear(&change);
	return ERR_OK;
}

static enum err_code
read_record(struct history_lines *history,
	const struct record_type *type, int64_t id, struct err *err)
{
	struct journal_reader *reader;
	struct journal_field field;
	bool more;
	enum err_code code = journal_read_record(history->store, type->name,
		id, true, &reader, err);

	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &field, &more, err)) == ERR_OK &&
		more) {
		if (id != history->id &&
			strcmp(field.field, type->owned_by) == 0)
			continue; /* that is why it is here */
		code = add_line(history, type, &field, err);
		if (code != ERR_OK)
			break;
	}
	journal_close(reader);
	return code;
}

/* What it owns and what it owned until that was removed. */
static enum err_code
read_owned(struct history_lines *history,
	const struct record_type *type, struct err *err)
{
	struct find_ids ids = VEC_INIT;
	char owner[SITE_ID_TEXT_SIZE];
	enum err_code code;

	site_id_to_text(history->id, owner);
	code = find_by_value(history->store, type, type->owned_by, owner,
		SIZE_MAX / 2, &ids, err);
	if (code == ERR_OK)
		code = find_removed_by_value(history->store, type, type->owned_by,
			owner, SIZE_MAX / 2, &ids, err);
	for (size_t i = 0; code == ERR_OK && i < ids.n; i++)
		code = read_record(history, type, ids.items[i], err);
	find_ids_clear(&ids);
	return code;
}

static int
order(int64_t one, int64_t other)
{
	return (one > other) - (one < other);
}

/* Newest first; the fields of one save as they were read. */
static int
compare(const void *one, const void *other)
{
	const struct history_line *a = one, *b = other;
	int by = order(b->lamport, a->lamport);

	if (by == 0)
		by = order(b->change, a->change);
	if (by == 0)
		by = order(b->journal, a->journal);
	return by != 0 ? by : (a->nth > b->nth) - (a->nth < b->nth);
}

enum err_code
history_lines_load(struct history_lines *history, struct err *err)
{
	enum err_code code;

	history_lines_clear(history);
	code = read_record(history, history->type, history->id, err);
	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++)
		if (record_owner(record_types[i]) == history->type)
			code = read_owned(history, record_types[i], err);
	if (history->lines.n > 0)
		qsort(history->lines.items, history->lines.n,
			sizeof(*history->lines.items), compare);
	return code;
}
