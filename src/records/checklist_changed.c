#include "records/checklist_changed.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/as_of.h"
#include "records/find.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/words.h"
#include "store/journal.h"
#include "store/site.h"

/* Of check_state. */
#define SENT_BACK "4"

/* What a reviewer asks for, up to NULL. */
static const char *const of_run[] = {"union_org_id", "standard_id", "year",
	"part", "day_on", "judged_on", "judged_by", "remark", NULL};
static const char *const of_result[] = {"word", "note", "finding", "measure",
	"member_id", "person", "due_on", "recheck_on", "recheck",
	"recheck_note", NULL};

/* What is compared, and since when. */
struct comparison {
	struct store *store;
	struct journal_change sent_back;
	int64_t result; /* that the lines are about */
	const char *title;
	struct checklist_changed *out;
};

/* A record then and now. */
struct pair {
	struct record then;
	struct record now;
	bool was_there;
	bool is_there;
};

static enum err_code
pair_load(const struct comparison *comparison,
	const struct record_type *type, int64_t id, struct pair *pair,
	struct err *err)
{
	bool is_made;
	enum err_code code = as_of_change(comparison->store, type, id,
		&comparison->sent_back, &pair->then, &is_made, err);

	if (code != ERR_OK)
		return code;
	code = record_load(comparison->store, type, id, &pair->now, err);
	if (code != ERR_OK) {
		record_clear(&pair->then);
		return code;
	}
	pair->was_there = is_made && !pair->then.deleted;
	pair->is_there = !pair->now.deleted;
	return ERR_OK;
}

static void
pair_clear(struct pair *pair)
{
	record_clear(&pair->then);
	record_clear(&pair->now);
}

/* before and now are taken over. */
static void
add_line(const struct comparison *comparison, const struct term *what,
	char *before, char *now)
{
	struct checklist_changed_line line = {
		.result = comparison->result,
		.title = xstrdup(comparison->title),
		.what = what,
		.before = before,
		.now = now,
	};

	vec_push(&comparison->out->lines, line);
}

static char *
value_words(struct store *store, const struct record *record,
	const struct field_type *field)
{
	struct strbuf words = STRBUF_INIT;

	words_of_value(store, field, record_get(record, field->name), true,
		&words);
	return strbuf_detach(&words);
}

static void
add_fields(const struct comparison *comparison, const struct pair *pair,
	const char *const *fields)
{
	for (const char *const *name = fields; *name != NULL; name++) {
		const struct field_type *field = record_field(pair->now.type,
			*name);

		if (strcmp(record_get(&pair->then, *name),
			    record_get(&pair->now, *name)) != 0)
			add_line(comparison, &field->term,
				value_words(comparison->store, &pair->then,
					field),
				value_words(comparison->store, &pair->now,
					field));
	}
}

/* The record or the paper that it is, and what is noted of it. */
static char *
evidence_words(struct store *store, const struct record *evidence)
{
	static const char *const named[] = {"meeting_id", "task_id",
		"leader_id", "rectification_id", "title", "note"};
	struct strbuf words = STRBUF_INIT;

	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		char *word = value_words(store, evidence,
			record_field(evidence->type, named[i]));

		if (word[0] != '\0' && words.len > 0)
			strbuf_add(&words, "  ");
		strbuf_add(&words, word);
		free(word);
	}
	return strbuf_detach(&words);
}

/* Every row of that type, removed ones too, of which the field has this
 * value. */
static enum err_code
each_row(struct comparison *comparison, const struct record_type *type,
	const char *field, int64_t id,
	enum err_code (*each)(struct comparison *comparison,
		const struct pair *pair, struct err *err),
	struct err *err)
{
	struct find_ids ids = VEC_INIT;
	char value[SITE_ID_TEXT_SIZE];
	enum err_code code;

	site_id_to_text(id, value);
	code = find_by_value(comparison->store, type, field, value,
		SIZE_MAX / 2, &ids, err);
	if (code == ERR_OK)
		code = find_removed_by_value(comparison->store, type, field,
			value, SIZE_MAX / 2, &ids, err);
	for (size_t i = 0; code == ERR_OK && i < ids.n; i++) {
		struct pair pair;

		code = pair_load(comparison, type, ids.items[i], &pair, err);
		if (code != ERR_OK)
			break;
		code = each(comparison, &pair, err);
		pair_clear(&pair);
	}
	find_ids_clear(&ids);
	return code;
}

static enum err_code
compare_evidence(struct comparison *comparison, const struct pair *pair,
	struct err *err)
{
	struct store *store = comparison->store;
	char *before = pair->was_there ? evidence_words(store, &pair->then)
				       : xstrdup("");
	char *now = pair->is_there ? evidence_words(store, &pair->now)
				   : xstrdup("");

	(void)err;
	if (strcmp(before, now) != 0) {
		add_line(comparison, &evidence_type.term, before, now);
	} else {
		free(before);
		free(now);
	}
	return ERR_OK;
}

/* A result that came or went is its own line. */
static enum err_code
compare_result(struct comparison *comparison, const struct pair *pair,
	struct err *err)
{
	struct strbuf title = STRBUF_INIT;
	enum err_code code;

	if (!pair->was_there && !pair->is_there)
		return ERR_OK;
	record_title(comparison->store, &pair->now, &title);
	comparison->result = pair->now.id;
	comparison->title = title.s;
	if (pair->was_there && pair->is_there)
		add_fields(comparison, pair, of_result);
	else
		add_line(comparison, &checklist_result_type.term,
			xstrdup(pair->was_there ? title.s : ""),
			xstrdup(pair->is_there ? title.s : ""));
	code = each_row(comparison, &evidence_type, "result_id", pair->now.id,
		compare_evidence, err);
	strbuf_clear(&title);
	return code;
}

/* The newest change by which it came to be sent back. */
static enum err_code
find_sent_back(struct store *store, int64_t run, int64_t *change,
	struct err *err)
{
	struct journal_reader *reader;
	struct journal_field field;
	bool more;
	enum err_code code = journal_read_record(store,
		checklist_run_type.name, run, true, &reader, err);

	*change = 0;
	if (code != ERR_OK)
		return code;
	while (*change == 0 && (code = journal_next(reader, &field, &more,
			err)) == ERR_OK && more)
		if (strcmp(field.field, checklist_run_type.state) == 0 &&
			strcmp(field.new_value, SENT_BACK) == 0)
			*change = field.change;
	journal_close(reader);
	if (code == ERR_OK && *change == 0)
		code = err_set(err, ERR_ABSENT,
			_("The journal does not tell when this checklist was "
			  "sent back."));
	return code;
}

static enum err_code
compare_all(struct comparison *comparison, int64_t run, struct err *err)
{
	struct checklist_changed *out = comparison->out;
	struct pair pair;
	enum err_code code = pair_load(comparison, &checklist_run_type, run,
		&pair, err);

	if (code != ERR_OK)
		return code;
	out->at = comparison->sent_back.at;
	out->who = xstrdup(words_of_operator(&comparison->sent_back));
	out->why = xstrdup(record_get(&pair.now, "return_why"));
	comparison->title = "";
	add_fields(comparison, &pair, of_run);
	pair_clear(&pair);
	return each_row(comparison, &checklist_result_type, "checklist_run_id",
		run, compare_result, err);
}

enum err_code
checklist_changed_load(struct store *store, int64_t run,
	struct checklist_changed *out, struct err *err)
{
	struct comparison comparison = {.store = store, .out = out};
	int64_t change;
	enum err_code code = find_sent_back(store, run, &change, err);

	*out = (struct checklist_changed){.lines = VEC_INIT};
	if (code == ERR_OK)
		code = journal_change_load(store, change,
			&comparison.sent_back, err);
	if (code != ERR_OK)
		return code;
	code = compare_all(&comparison, run, err);
	if (code != ERR_OK)
		checklist_changed_clear(out);
	journal_change_clear(&comparison.sent_back);
	return code;
}

void
checklist_changed_clear(struct checklist_changed *changed)
{
	for (size_t i = 0; i < changed->lines.n; i++) {
		struct checklist_changed_line *line = &changed->lines.items[i];

		free(line->title);
		free(line->before);
		free(line->now);
	}
	vec_clear(&changed->lines);
	free(changed->who);
	free(changed->why);
}
