#include "cli/words.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/cli.h"
#include "records/load.h"
#include "records/value.h"
#include "store/site.h"

static const struct {
	const char *action;
	const char *word;
} actions[] = {
	{"init", N_("made")},
	{"form", N_("typed in")},
	{"bulk", N_("changed in bulk")},
	{"import", N_("imported")},
	{"sample", N_("filled with the sample office")},
	{"undo", N_("taken back")},
	{"redo", N_("done again")},
	{"export", N_("exported")},
	{"show", N_("shown")},
};

const char *
words_action(const char *action)
{
	for (size_t i = 0; i < sizeof(actions) / sizeof(actions[0]); i++)
		if (strcmp(actions[i].action, action) == 0)
			return _(actions[i].word);
	return action;
}

static const char *
operator_of(const struct journal_change *change)
{
	return change->operator_name[0] != '\0' ? change->operator_name
						: change->account;
}

void
words_print_change(const struct journal_change *change)
{
	char id[SITE_ID_TEXT_SIZE], by[SITE_ID_TEXT_SIZE], at[TIME_SIZE];

	site_id_to_text(change->id, id);
	site_id_to_text(change->undone_by, by);
	date_time_of_moment(change->at, at);
	cli_print("%s\t%s\t%s\t%s\t%s\t%lld", id, at, operator_of(change),
		words_action(change->action), change->reason,
		(long long)change->n_rows);
	if (change->undone_by != 0)
		cli_print("\t%s %s", _("taken back by"), by);
	cli_print("\n");
}

static void
show_value(struct store *store, const struct field_type *field,
	const char *value, struct strbuf *out)
{
	int64_t id;

	if (field == NULL)
		strbuf_add(out, value);
	else if (field->kind == FIELD_REF && site_id_from_text(value, &id))
		record_title_of(store, field_ref(field), id, out);
	else
		value_show_masked(field, value, out);
}

static const char *
yes_or_no(const char *value)
{
	return strcmp(value, "1") == 0 ? _("yes") : _("no");
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
	show_value(store, field, what->old_value, &before);
	show_value(store, field, what->new_value, &after);
	cli_print("\t%s\t%s\t%s\n",
		field != NULL ? term_word(&field->term)
			: what->version == 0 ? _("note") : what->field,
		before.s, after.s);
	strbuf_clear(&before);
	strbuf_clear(&after);
}

enum err_code
words_print_rows(struct store *store, int64_t change, struct err *err)
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
	cli_print("%s\t%s\t%s\t%s", id, at, operator_of(&head),
		words_action(head.action));
	journal_change_clear(&head);
	return ERR_OK;
}

enum err_code
words_print_record(struct store *store, const char *table, int64_t record,
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
