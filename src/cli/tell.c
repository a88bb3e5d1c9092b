#include "cli/tell.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/cli.h"
#include "records/load.h"
#include "records/words.h"
#include "store/site.h"

void
tell_change(struct store *store, const struct journal_change *change)
{
	char id[SITE_ID_TEXT_SIZE], by[SITE_ID_TEXT_SIZE], at[TIME_SIZE];

	site_id_to_text(change->id, id);
	site_id_to_text(change->undone_by, by);
	date_time_of_moment(change->at, at);
	cli_print("%s\t%s\t%s\t%s\t%s\t%lld", id, at, words_of_operator(change),
		words_of_action(store, change), change->reason,
		(long long)change->n_rows);
	if (change->undone_by != 0)
		cli_print("\t%s %s", _("taken back by"), by);
	cli_print("\n");
}

static const char *
yes_or_no(const char *value)
{
	return strcmp(value, "1") == 0 ? _("yes") : _("no");
}

static void
add_value(struct store *store, const struct field_type *field,
	const char *value, struct strbuf *out)
{
	if (field != NULL)
		words_of_value(store, field, value, true, out);
	else
		strbuf_add(out, value);
}

/* Field, old and new; the end of both kinds of line. */
static void
print_values(struct store *store, const struct record_type *type,
	const struct journal_field *what)
{
	const struct field_type *field = type != NULL
		? record_field(type, what->field) : NULL;
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;

	if (strcmp(what->field, "deleted") == 0) {
		cli_print("\t%s\t%s\t%s\n", _("removed"),
			yes_or_no(what->old_value), yes_or_no(what->new_value));
		return;
	}
	if (what->is_blanked) {
		cli_print("\t%s\t\t\n", _("blanked by a redaction"));
		return;
	}
	if (what->old_is_blanked)
		strbuf_add(&before, _("blanked by a redaction"));
	else
		add_value(store, field, what->old_value, &before);
	add_value(store, field, what->new_value, &after);
	cli_print("\t%s\t%s\t%s\n",
		field != NULL ? term_word(&field->term)
			: what->version == 0 ? _("note") : what->field,
		before.s, after.s);
	strbuf_clear(&before);
	strbuf_clear(&after);
}

enum err_code
tell_rows(struct store *store, int64_t change, struct err *err)
{
	struct journal_reader *reader;
	struct journal_field what;
	bool more;
	enum err_code code = journal_read_change(store, change, false, &reader,
		err);

	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &what, &more, err)) == ERR_OK &&
		more) {
		const struct record_type *type = record_type_find(what.table);
		struct strbuf title = STRBUF_INIT;

		if (type != NULL && what.record != 0)
			record_title_of(store, type, what.record, &title);
		cli_print("%s\t%s", type != NULL ? term_word(&type->term)
						 : what.table, title.s);
		print_values(store, type, &what);
		strbuf_clear(&title);
	}
	journal_close(reader);
	return code;
}

/* The head of the change that a line begins with. */
static enum err_code
print_head(struct store *store, int64_t change, struct err *err)
{
	struct journal_change head;
	char id[SITE_ID_TEXT_SIZE], at[TIME_SIZE];
	enum err_code code = journal_change_load(store, change, &head, err);

	if (code != ERR_OK)
		return code;
	site_id_to_text(head.id, id);
	date_time_of_moment(head.at, at);
	cli_print("%s\t%s\t%s\t%s", id, at, words_of_operator(&head),
		words_of_action(store, &head));
	journal_change_clear(&head);
	return ERR_OK;
}

enum err_code
tell_record(struct store *store, const char *table, int64_t record,
	struct err *err)
{
	const struct record_type *type = record_type_find(table);
	struct journal_reader *reader;
	struct journal_field what;
	bool more;
	enum err_code code = journal_read_record(store, table, record, true,
		&reader, err);

	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &what, &more, err)) == ERR_OK &&
		more) {
		code = print_head(store, what.change, err);
		if (code != ERR_OK)
			break;
		print_values(store, type, &what);
	}
	journal_close(reader);
	return code;
}

void
tell_conflict(struct store *store, const struct undo_conflict *conflict)
{
	const struct field_type *field =
		record_field(conflict->type, conflict->field);
	const char *const values[] = {conflict->old_value,
		conflict->given_value, conflict->now_value};
	struct strbuf text = STRBUF_INIT;

	record_title_of(store, conflict->type, conflict->record, &text);
	cli_print("%s\t%s\t%s\t%s", undo_why_word(conflict->why),
		term_word(&conflict->type->term), text.s,
		field != NULL ? term_word(&field->term) : conflict->field);
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		strbuf_reset(&text);
		add_value(store, field, values[i], &text);
		cli_print("\t%s", text.s);
	}
	cli_print("\t%s\n", conflict->text);
	strbuf_clear(&text);
}

static void
print_field(struct store *store, const struct record *record,
	const struct field_type *field, bool masked)
{
	struct strbuf value = STRBUF_INIT;
	const char *stored = record_get(record, field->name);

	if (stored[0] == '\0' && !record_field_applies(record, field))
		return;
	record_show(store, record, field, masked, &value);
	if (field->kind == FIELD_REF && stored[0] != '\0')
		cli_print("%s\t%s\t%s\n", term_word(&field->term), value.s,
			stored);
	else
		cli_print("%s\t%s\n", term_word(&field->term), value.s);
	strbuf_clear(&value);
}

void
tell_values(struct store *store, const struct record *record, bool masked)
{
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(record->id, id);
	cli_print("%s\t%s\n", _("id"), id);
	cli_print("%s\t%s\n", _("type"), term_word(&record->type->term));
	if (record->deleted)
		cli_print("%s\t%s\n", _("removed"), _("yes"));
	for (size_t i = 0; i < record->type->n_fields; i++)
		print_field(store, record, &record->type->fields[i], masked);
}
