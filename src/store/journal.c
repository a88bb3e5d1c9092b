#include "store/journal.h"

#include <stdio.h>

#include "base/xalloc.h"
#include "store/change.h"
#include "store/site.h"
#include "store/journal_private.h"
#include "store/store_private.h"

static const char select_one[] = JOURNAL_SELECT_HEAD
	" WHERE h.id = ?1";

static const char select_undoes[] =
	"SELECT id FROM main.change_head WHERE undoes = ?1 AND undoes <> 0"
	" ORDER BY lamport DESC, id DESC";

static const char select_touched[] =
	"SELECT j.change_id FROM main.journal j"
	" JOIN main.change_head h ON h.id = j.change_id"
	" WHERE j.record_id = ?1 AND j.type = ?2 AND j.version > 0"
	" AND (h.lamport, j.id) > (SELECT k.lamport, r.id"
	"  FROM main.journal r JOIN main.change_head k ON k.id = r.change_id"
	"  WHERE r.id = ?3)"
	" AND (?4 = '' OR " JOURNAL_IS_BLANKED " OR EXISTS (SELECT 1 FROM json_each(j.fields) e"
	"  WHERE e.key = ?4))"
	" ORDER BY h.lamport DESC, j.id DESC LIMIT 1";

static const char select_counts[] =
	"SELECT type, n_new, n_changed, n_removed, n_back"
	" FROM main.change_count WHERE change_id = ?1 ORDER BY type";

static const char select_newest[] =
	"SELECT lower(hex(substr(hash, 1, 6))) FROM main.journal"
	" WHERE change_id = (SELECT id FROM main.change_head"
	"  ORDER BY lamport DESC, id DESC LIMIT 1)"
	" ORDER BY id DESC LIMIT 1";

void
journal_change_clear(struct journal_change *change)
{
	free(change->operator_name);
	free(change->account);
	free(change->host);
	free(change->action);
	free(change->reason);
	*change = (struct journal_change){0};
}

void
journal_read_head(const struct stmt *stmt, struct journal_change *out)
{
	int64_t *const numbers[] = {&out->id, &out->lamport, &out->at,
		&out->operator_id, &out->undoes, &out->draft, &out->n_rows};
	char **const texts[] = {&out->operator_name, &out->account,
		&out->host, &out->action, &out->reason};
	int n = 0;

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		*numbers[i] = stmt_int(stmt, n++);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = xstrdup(stmt_text(stmt, n++));
}

/* An undo that was itself undone no longer counts, and so on. */
enum err_code
journal_find_undone_by(struct store *store, int64_t id, int64_t *undone_by,
	struct err *err)
{
	VEC(int64_t) undoes = VEC_INIT;
	struct stmt *stmt;
	bool row;
	enum err_code code = stmt_open(store, select_undoes, &stmt, err);

	*undone_by = 0;
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, id);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		vec_push(&undoes, stmt_int(stmt, 0));
	stmt_done(stmt);
	for (size_t i = 0; code == ERR_OK && *undone_by == 0 && i < undoes.n;
		i++) {
		int64_t taken_back;

		code = journal_find_undone_by(store, undoes.items[i],
			&taken_back, err);
		if (code == ERR_OK && taken_back == 0)
			*undone_by = undoes.items[i];
	}
	vec_clear(&undoes);
	return code;
}

enum err_code
journal_change_load(struct store *store, int64_t id,
	struct journal_change *out, struct err *err)
{
	char text[SITE_ID_TEXT_SIZE];
	struct stmt *stmt;
	enum err_code code;
	bool row;

	*out = (struct journal_change){0};
	code = stmt_open(store, select_one, &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, id);
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row) {
		journal_read_head(stmt, out);
	} else if (code == ERR_OK) {
		site_id_to_text(id, text);
		code = err_set(err, ERR_ABSENT, _("There is no change %s."),
			text);
	}
	stmt_done(stmt);
	if (code == ERR_OK)
		code = journal_find_undone_by(store, id, &out->undone_by, err);
	if (code != ERR_OK)
		journal_change_clear(out);
	return code;
}

enum err_code
journal_touched_since(struct store *store, const char *table, int64_t record,
	const char *field, int64_t row_id, int64_t *change, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row;

	*change = 0;
	code = stmt_open(store, select_touched, &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, record);
	stmt_bind_text(stmt, 2, table);
	stmt_bind_int(stmt, 3, row_id);
	stmt_bind_text(stmt, 4, field);
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row)
		*change = stmt_int(stmt, 0);
	stmt_done(stmt);
	return code;
}

enum err_code
journal_count(struct store *store, int64_t change,
	void (*each)(void *data, const struct journal_count *count),
	void *data, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row = true;

	code = stmt_open(store, select_counts, &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, change);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		const struct journal_count count = {
			.table = stmt_text(stmt, 0),
			.n_new = stmt_int(stmt, 1),
			.n_changed = stmt_int(stmt, 2),
			.n_removed = stmt_int(stmt, 3),
			.n_back = stmt_int(stmt, 4),
		};

		each(data, &count);
	}
	stmt_done(stmt);
	return code;
}

enum err_code
journal_note(struct store *store, const char *action, int64_t operator_id,
	const char *operator_name, const char *table, int64_t record,
	const char *note, struct err *err)
{
	const struct change_info info = {
		.operator_id = operator_id,
		.operator_name = operator_name,
		.action = action,
		.reason = "",
	};
	struct change *change;
	enum err_code code;

	code = change_begin(store, &info, &change, err);
	if (code != ERR_OK)
		return code;
	code = change_note(change, table, record, note, err);
	if (code != ERR_OK) {
		change_abandon(change);
		return code;
	}
	return change_commit(change, err);
}

/* Adds id where the other database does not have it, or counts it. */
static enum err_code
add_missing(struct stmt *there, int64_t id, struct journal_ids *out,
	uint64_t *n_common, struct err *err)
{
	enum err_code code;
	bool has;

	stmt_bind_int(there, 1, id);
	code = stmt_step(there, &has, err);
	stmt_reset(there);
	if (code == ERR_OK && !has)
		vec_push(out, id);
	*n_common += has;
	return code;
}

enum err_code
journal_missing(struct store *store, struct store *other,
	struct journal_ids *out, uint64_t *n_common, struct err *err)
{
	struct stmt *here, *there;
	enum err_code code = stmt_open(store,
		"SELECT id FROM main.change_head"
		" ORDER BY lamport DESC, id DESC", &here, err);
	bool row = true;

	*n_common = 0;
	if (code != ERR_OK)
		return code;
	code = stmt_open(other, "SELECT 1 FROM main.change_head WHERE id = ?",
		&there, err);
	while (code == ERR_OK &&
		(code = stmt_step(here, &row, err)) == ERR_OK && row)
		code = add_missing(there, stmt_int(here, 0), out,
			n_common, err);
	stmt_done(there);
	stmt_done(here);
	return code;
}

enum err_code
journal_mark(struct store *store, char out[JOURNAL_MARK_SIZE],
	struct err *err)
{
	struct stmt *stmt;
	bool row;
	enum err_code code = stmt_open(store, select_newest, &stmt, err);

	out[0] = '\0';
	if (code != ERR_OK)
		return code;
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row)
		snprintf(out, JOURNAL_MARK_SIZE, "%s", stmt_text(stmt, 0));
	stmt_done(stmt);
	return code;
}
