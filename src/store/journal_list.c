#include <stdio.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "store/journal_private.h"
#include "store/store_private.h"

enum {
	PARAM_AFTER = 1,
	PARAM_LIMIT,
	PARAM_OPERATOR,
	PARAM_ACTION,
	PARAM_TABLE,
	PARAM_SINCE,
	PARAM_UNTIL,
	PARAM_WORDS, /* the first of them */
};

/* A filter taken apart. */
struct wanted {
	struct journal_filter filter; /* without NULLs */
	struct strvec words;
	bool by_clock;
};

static void
split_words(const char *text, struct strvec *words)
{
	static const char blanks[] = " \t";
	char *one;

	for (text += strspn(text, blanks); *text != '\0';
		text += strspn(text, blanks)) {
		size_t len = strcspn(text, blanks);

		one = xstrndup(text, len);
		strvec_add(words, one);
		free(one);
		text += len;
	}
}

static void
take_apart(const struct journal_filter *filter, struct wanted *wanted)
{
	*wanted = (struct wanted){.words = VEC_INIT};
	if (filter != NULL)
		wanted->filter = *filter;
	if (wanted->filter.operator_name == NULL)
		wanted->filter.operator_name = "";
	if (wanted->filter.action == NULL)
		wanted->filter.action = "";
	if (wanted->filter.table == NULL)
		wanted->filter.table = "";
	if (wanted->filter.words != NULL)
		split_words(wanted->filter.words, &wanted->words);
	wanted->by_clock = wanted->filter.since != 0 ||
		wanted->filter.until != 0;
}

static void
add_conditions(const struct wanted *wanted, struct strbuf *sql)
{
	const struct journal_filter *filter = &wanted->filter;

	if (filter->operator_name[0] != '\0')
		strbuf_add(sql, " AND h.operator_name = ?3");
	if (filter->action[0] != '\0')
		strbuf_add(sql, " AND h.action = ?4");
	if (filter->table[0] != '\0')
		strbuf_add(sql, " AND EXISTS (SELECT 1 FROM main.change_count c"
			" WHERE c.change_id = h.id AND c.type = ?5)");
	if (filter->removes)
		strbuf_add(sql, " AND EXISTS (SELECT 1 FROM main.change_count c"
			" WHERE c.change_id = h.id AND c.n_removed > 0)");
	if (filter->since != 0)
		strbuf_add(sql, " AND h.at >= ?6");
	if (filter->until != 0)
		strbuf_add(sql, " AND h.at < ?7");
	for (size_t i = 0; i < wanted->words.n; i++)
		strbuf_addf(sql, " AND instr(lower(h.reason), lower(?%zu)) > 0",
			PARAM_WORDS + i);
}

static void
bind_conditions(const struct wanted *wanted, struct stmt *stmt)
{
	const struct journal_filter *filter = &wanted->filter;

	if (filter->operator_name[0] != '\0')
		stmt_bind_text(stmt, PARAM_OPERATOR, filter->operator_name);
	if (filter->action[0] != '\0')
		stmt_bind_text(stmt, PARAM_ACTION, filter->action);
	if (filter->table[0] != '\0')
		stmt_bind_text(stmt, PARAM_TABLE, filter->table);
	if (filter->since != 0)
		stmt_bind_int(stmt, PARAM_SINCE, filter->since);
	if (filter->until != 0)
		stmt_bind_int(stmt, PARAM_UNTIL, filter->until);
	for (size_t i = 0; i < wanted->words.n; i++)
		stmt_bind_text(stmt, PARAM_WORDS + (int)i,
			wanted->words.items[i]);
}

static void
sql_of_page(const struct wanted *wanted, bool begins, bool newer,
	struct strbuf *sql)
{
	const char *down = newer ? "" : " DESC";
	const char *place = wanted->by_clock ? "at, lamport, id"
					     : "lamport, id";

	strbuf_add(sql, JOURNAL_SELECT_HEAD);
	if (begins)
		strbuf_add(sql, " WHERE ?1 = 0");
	else
		strbuf_addf(sql, " WHERE (%s) %c (SELECT %s"
			" FROM main.change_head WHERE id = ?1)", place,
			newer ? '>' : '<', place);
	add_conditions(wanted, sql);
	strbuf_addf(sql, " ORDER BY %s%slamport%s, id%s LIMIT ?2",
		wanted->by_clock ? "at" : "", wanted->by_clock
			? (newer ? ", " : " DESC, ") : "", down, down);
}

static void
turn(struct journal_change *changes, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct journal_change held = changes[i];

		changes[i] = changes[n - 1 - i];
		changes[n - 1 - i] = held;
	}
}

static enum err_code
open_page(struct store *store, const struct wanted *wanted, int64_t after,
	bool newer, size_t n, struct stmt **stmt, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	enum err_code code;

	sql_of_page(wanted, after == 0, newer, &sql);
	code = stmt_open(store, sql.s, stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(*stmt, PARAM_AFTER, after);
	stmt_bind_int(*stmt, PARAM_LIMIT, (int64_t)n);
	bind_conditions(wanted, *stmt);
	return ERR_OK;
}

enum err_code
journal_changes(struct store *store, const struct journal_filter *filter,
	int64_t after, bool newer, size_t n, struct journal_change out[],
	size_t *n_found, struct err *err)
{
	struct wanted wanted;
	struct stmt *stmt;
	enum err_code code;
	bool row = true;

	*n_found = 0;
	take_apart(filter, &wanted);
	code = open_page(store, &wanted, after, newer, n, &stmt, err);
	strvec_clear(&wanted.words);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		journal_read_head(stmt, &out[(*n_found)++]);
	stmt_done(stmt);
	for (size_t i = 0; code == ERR_OK && i < *n_found; i++)
		code = journal_find_undone_by(store, out[i].id,
			&out[i].undone_by, err);
	if (code != ERR_OK) {
		for (size_t i = 0; i < *n_found; i++)
			journal_change_clear(&out[i]);
		*n_found = 0;
	}
	if (newer)
		turn(out, *n_found);
	return code;
}

enum err_code
journal_count_changes(struct store *store,
	const struct journal_filter *filter, int64_t limit, int64_t *n,
	struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct wanted wanted;
	struct stmt *stmt;
	enum err_code code;
	bool row;

	*n = 0;
	take_apart(filter, &wanted);
	strbuf_add(&sql, "SELECT count(*) FROM (SELECT 1"
		" FROM main.change_head h WHERE true");
	add_conditions(&wanted, &sql);
	strbuf_add(&sql, " LIMIT ?2)");
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code == ERR_OK) {
		stmt_bind_int(stmt, PARAM_LIMIT, limit);
		bind_conditions(&wanted, stmt);
		code = stmt_step(stmt, &row, err);
		*n = code == ERR_OK ? stmt_int(stmt, 0) : 0;
		stmt_done(stmt);
	}
	strvec_clear(&wanted.words);
	return code;
}

/* From name to name along the index, not through every change. */
static const char select_operators[] =
	"WITH RECURSIVE found (name) AS ("
	" SELECT min(operator_name) FROM main.change_head"
	" UNION ALL SELECT (SELECT min(operator_name) FROM main.change_head"
	"  WHERE operator_name > found.name) FROM found"
	"  WHERE found.name IS NOT NULL)"
	" SELECT name FROM found WHERE name <> ''";

enum err_code
journal_operators(struct store *store, struct strvec *names, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row = true;

	code = stmt_open(store, select_operators, &stmt, err);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		strvec_add(names, stmt_text(stmt, 0));
	stmt_done(stmt);
	return code;
}

#define SELECT_ENTRY                                                      \
	"SELECT j.id, j.change_id, j.type, j.record_id, j.version,"       \
	" json_extract(j.fields, '$.deleted[1]') FROM main.journal j"     \
	" WHERE j.change_id = ?3"
#define IS_REMOVAL \
	" AND j.version > 1 AND json_extract(j.fields, '$.deleted[1]') = '1'"
#define FORWARD " AND j.id > ?1 ORDER BY j.id LIMIT ?2"
#define BACKWARD " AND j.id < ?1 ORDER BY j.id DESC LIMIT ?2"

/* Indexed by backward. */
static const char *const select_entries[] = {
	SELECT_ENTRY FORWARD,
	SELECT_ENTRY BACKWARD,
};

static const char *const select_removals[] = {
	SELECT_ENTRY IS_REMOVAL FORWARD,
	SELECT_ENTRY IS_REMOVAL BACKWARD,
};

static enum journal_did
did_of_row(const struct stmt *stmt)
{
	if (stmt_int(stmt, 4) == 0)
		return JOURNAL_NOTED;
	if (stmt_int(stmt, 4) == 1)
		return JOURNAL_MADE;
	if (stmt_is_null(stmt, 5))
		return JOURNAL_CHANGED;
	return stmt_text(stmt, 5)[0] == '1' ? JOURNAL_REMOVED
					    : JOURNAL_BROUGHT_BACK;
}

static enum err_code
load_entries(struct store *store, const char *const sql[2], int64_t change,
	int64_t after, bool backward, size_t n, struct journal_entry out[],
	size_t *n_found, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row = true;

	*n_found = 0;
	code = stmt_open(store, sql[backward], &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, PARAM_AFTER,
		after == 0 && backward ? INT64_MAX : after);
	stmt_bind_int(stmt, PARAM_LIMIT, (int64_t)n);
	stmt_bind_int(stmt, 3, change);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		struct journal_entry *entry = &out[(*n_found)++];

		*entry = (struct journal_entry){
			.row = stmt_int(stmt, 0),
			.change = stmt_int(stmt, 1),
			.record = stmt_int(stmt, 3),
			.version = stmt_int(stmt, 4),
			.did = did_of_row(stmt),
		};
		snprintf(entry->table, sizeof(entry->table), "%s",
			stmt_text(stmt, 2));
	}
	stmt_done(stmt);
	return code;
}

enum err_code
journal_entries(struct store *store, int64_t change, int64_t after,
	bool backward, size_t n, struct journal_entry out[], size_t *n_found,
	struct err *err)
{
	return load_entries(store, select_entries, change, after, backward, n,
		out, n_found, err);
}

static enum err_code
change_of_row(struct store *store, int64_t row, int64_t *change,
	struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool found;

	code = stmt_open(store,
		"SELECT change_id FROM main.journal WHERE id = ?1", &stmt,
		err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, row);
	code = stmt_step(stmt, &found, err);
	*change = code == ERR_OK ? stmt_int(stmt, 0) : 0;
	stmt_done(stmt);
	return code;
}

/* The next change, older or newer, that removed something; 0 for none. */
static enum err_code
next_removing(struct store *store, int64_t *change, bool newer,
	struct err *err)
{
	const struct journal_filter filter = {.removes = true};
	struct journal_change head;
	size_t n_found;
	enum err_code code;

	code = journal_changes(store, &filter, *change, newer, 1, &head,
		&n_found, err);
	*change = 0;
	if (code == ERR_OK && n_found == 1) {
		*change = head.id;
		journal_change_clear(&head);
	}
	return code;
}

enum err_code
journal_removals(struct store *store, int64_t after, bool backward, size_t n,
	struct journal_entry out[], size_t *n_found, struct err *err)
{
	enum err_code code = ERR_OK;
	int64_t change = 0;
	size_t more;

	*n_found = 0;
	if (after != 0)
		code = change_of_row(store, after, &change, err);
	else
		code = next_removing(store, &change, backward, err);
	while (code == ERR_OK && change != 0 && *n_found < n) {
		code = load_entries(store, select_removals, change, after,
			!backward, n - *n_found, out + *n_found, &more, err);
		*n_found += more;
		after = 0;
		if (code == ERR_OK)
			code = next_removing(store, &change, backward, err);
	}
	return code;
}
