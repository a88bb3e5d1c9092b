#include "records/words.h"

#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/value.h"
#include "store/site.h"

static const struct {
	const char *action;
	const char *word;
	bool is_saving;
} actions[] = {
	{"init", N_("set up"), false},
	{"form", N_("typed in"), true},
	{"bulk", N_("changed in bulk"), true},
	{"merge", N_("merged"), true},
	{"distinct", N_("found not to be the same"), true},
	{"import", N_("imported"), true},
	{"remove", N_("removed"), true},
	{"restore", N_("brought back"), true},
	{"put_back", N_("put back"), true},
	{"sample", N_("filled with the sample office"), false},
	{"undo", N_("undoing"), false},
	{"redo", N_("done again"), false},
	{"reveal", N_("numbers looked at"), false},
	{"show", N_("numbers looked at"), false},
	{JOURNAL_REDACT, N_("blanked by a redaction"), false},
	{"export", N_("numbers exported"), false},
};

enum { N_ACTIONS = sizeof(actions) / sizeof(actions[0]) };

static void
note_new(void *data, const struct journal_count *count)
{
	bool *any = data;

	*any = *any || count->n_new > 0;
}

static bool
makes_any(struct store *store, int64_t change)
{
	bool any = false;

	return journal_count(store, change, note_new, &any, NULL) != ERR_OK ||
		any;
}

const char *
words_of_action(struct store *store, const struct journal_change *change)
{
	if (strcmp(change->action, "form") == 0 &&
		!makes_any(store, change->id))
		return C_("action", "changed");
	for (size_t i = 0; i < N_ACTIONS; i++)
		if (strcmp(actions[i].action, change->action) == 0)
			return _(actions[i].word);
	return change->action;
}

bool
words_is_saving(const char *action)
{
	for (size_t i = 0; i < N_ACTIONS; i++)
		if (strcmp(actions[i].action, action) == 0)
			return actions[i].is_saving;
	return false;
}

const char *
words_of_operator(const struct journal_change *change)
{
	return change->operator_name[0] != '\0' ? change->operator_name
						: change->account;
}

static void
add_part(struct strbuf *out, size_t begin, const char *type, const char *what,
	int64_t n)
{
	if (n == 0)
		return;
	if (out->len > begin)
		strbuf_add(out, _(", "));
	strbuf_addf(out, "%s %s %lld", type, what, (long long)n);
}

struct counting {
	struct strbuf *out;
	size_t begin;
};

static void
add_counts(void *data, const struct journal_count *count)
{
	struct counting *counting = data;
	const struct record_type *type = record_type_find(count->table);
	const char *word = type != NULL ? term_word(&type->term)
					: count->table;

	add_part(counting->out, counting->begin, word, C_("count", "new"),
		count->n_new);
	add_part(counting->out, counting->begin, word, C_("count", "changed"),
		count->n_changed);
	add_part(counting->out, counting->begin, word, C_("count", "removed"),
		count->n_removed);
	add_part(counting->out, counting->begin, word,
		C_("count", "brought back"), count->n_back);
}

static bool
add_only_record(struct store *store, const struct journal_change *change,
	struct strbuf *out)
{
	struct journal_reader *reader;
	struct journal_field field;
	const struct record_type *type = NULL;
	int64_t record = 0;
	bool more = false;

	if (journal_read_change(store, change->id, false, &reader, NULL) !=
		ERR_OK)
		return false;
	if (journal_next(reader, &field, &more, NULL) == ERR_OK && more) {
		type = record_type_find(field.table);
		record = field.record;
	}
	journal_close(reader);
	if (type == NULL || record == 0)
		return false;
	strbuf_addf(out, "%s ", term_word(&type->term));
	record_title_of(store, type, record, out);
	return true;
}

void
words_of_touched(struct store *store, const struct journal_change *change,
	struct strbuf *out)
{
	struct counting counting = {out, out->len};

	if (change->n_rows == 1 && add_only_record(store, change, out))
		return;
	(void)journal_count(store, change->id, add_counts, &counting, NULL);
}

void
words_of_change(struct store *store, const struct journal_change *change,
	struct strbuf *out)
{
	strbuf_addf(out, _("%s: "), words_of_action(store, change));
	words_of_touched(store, change, out);
}

void
words_of_value(struct store *store, const struct field_type *field,
	const char *stored, bool masked, struct strbuf *out)
{
	int64_t id;

	if (field->kind == FIELD_REF && site_id_from_text(stored, &id))
		record_title_of(store, field_ref(field), id, out);
	else if (masked)
		value_show_masked(field, stored, out);
	else
		value_show(field, stored, out);
}
