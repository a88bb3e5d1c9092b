#include <string.h>

#include "base/xalloc.h"
#include "store/check_private.h"
#include "store/journal.h"

enum {
	COL_ID,
	COL_TYPE,
	COL_RECORD,
	COL_VERSION,
	COL_FIELDS,
	COL_SALT,
	COL_HASH,
	COL_CHANGE,
	COL_HEAD, /* NULL where there is no head */
	COL_LAMPORT,
	COL_AT,
	COL_OPERATOR,
	COL_UNDOES,
	COL_DRAFT,
	COL_TEXTS,
};

static const char select_rows[] =
	"SELECT j.id, j.type, j.record_id, j.version, j.fields, j.salt,"
	" j.hash, j.change_id, h.id, h.lamport, h.at, h.operator_id, h.undoes,"
	" h.draft, h.operator_name, h.account, h.host, h.action, h.reason"
	" FROM main.journal j"
	" LEFT JOIN main.change_head h ON h.id = j.change_id"
	" ORDER BY j.id";

/* Where the walk along the rows stands. */
struct chain {
	uint32_t site; /* 0 before the first */
	int64_t last;  /* row */
	unsigned char hash[SEAL_HASH_SIZE]; /* of that row, as it stands */
	int64_t head;  /* whose digest this is */
	unsigned char digest[SEAL_HASH_SIZE];
};

static void
read_head(const struct stmt *stmt, struct journal_head *head)
{
	*head = (struct journal_head){
		.id = stmt_int(stmt, COL_HEAD),
		.lamport = stmt_int(stmt, COL_LAMPORT),
		.at = stmt_int(stmt, COL_AT),
		.operator_id = stmt_int(stmt, COL_OPERATOR),
		.undoes = stmt_int(stmt, COL_UNDOES),
		.draft = stmt_int(stmt, COL_DRAFT),
		.operator_name = stmt_text(stmt, COL_TEXTS),
		.account = stmt_text(stmt, COL_TEXTS + 1),
		.host = stmt_text(stmt, COL_TEXTS + 2),
		.action = stmt_text(stmt, COL_TEXTS + 3),
		.reason = stmt_text(stmt, COL_TEXTS + 4),
	};
}

/* False where the row cannot even be put into the hash. */
static bool
read_row(const struct stmt *stmt, struct journal_row *row)
{
	size_t salt_len;
	bool is_blanked;

	*row = (struct journal_row){
		.id = stmt_int(stmt, COL_ID),
		.type = stmt_text(stmt, COL_TYPE),
		.record = stmt_int(stmt, COL_RECORD),
		.version = stmt_int(stmt, COL_VERSION),
	};
	row->salt = stmt_blob(stmt, COL_SALT, &salt_len);
	row->fields = stmt_blob(stmt, COL_FIELDS, &row->fields_len);
	is_blanked = salt_len == SEAL_HASH_SIZE &&
		strcmp(row->fields, "{}") == 0;
	row->body = is_blanked ? row->salt : NULL;
	return (is_blanked || salt_len == SEAL_SALT_SIZE) &&
		strlen(row->type) <= TABLE_NAME_MAX;
}

/* The hash that the site's table keeps of its last row. */
static enum err_code
end_site(struct check *check, const struct chain *chain, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	const void *hash;
	id_text id;
	size_t len;
	bool row;

	if (chain->site == 0)
		return ERR_OK;
	code = stmt_open(check->store,
		"SELECT hash, serial FROM main.site WHERE number = ?", &stmt,
		err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, chain->site);
	code = stmt_step(stmt, &row, err);
	site_id_to_text(chain->last, id);
	hash = row ? stmt_blob(stmt, 0, &len) : NULL;
	if (code == ERR_OK && !row)
		check_fault(check, _("The journal row %s is of a site that "
			"the database does not know."), id);
	else if (code == ERR_OK && (len != SEAL_HASH_SIZE ||
			memcmp(hash, chain->hash, len) != 0 ||
			stmt_int(stmt, 1) < site_serial_of_id(chain->last)))
		check_fault(check, _("After the journal row %s rows of its "
			"site are missing, or were changed."), id);
	stmt_done(stmt);
	return code;
}

static enum err_code
begin_site(struct check *check, struct chain *chain, uint32_t site,
	struct err *err)
{
	enum err_code code;

	code = end_site(check, chain, err);
	chain->site = site;
	memset(chain->hash, 0, sizeof(chain->hash));
	return code;
}

static void
check_hash(struct check *check, struct chain *chain, const struct stmt *stmt,
	const struct journal_row *row)
{
	unsigned char expected[SEAL_HASH_SIZE];
	struct journal_head head;
	const void *hash;
	size_t len;
	id_text id;

	read_head(stmt, &head);
	if (chain->head != head.id)
		journal_hash_head(&head, chain->digest);
	chain->head = head.id;
	journal_hash_row(chain->hash, &head, chain->digest, row, expected);
	hash = stmt_blob(stmt, COL_HASH, &len);
	if (len == SEAL_HASH_SIZE &&
		memcmp(hash, expected, sizeof(expected)) == 0)
		return;
	site_id_to_text(row->id, id);
	check_fault(check,
		_("The journal row %s does not verify: it, its change or the "
		  "row before it was altered, or rows before it are missing."),
		id);
}

static enum err_code
check_one(struct check *check, struct chain *chain, const struct stmt *stmt,
	struct err *err)
{
	enum err_code code = ERR_OK;
	struct journal_row row;
	bool whole = read_row(stmt, &row);
	const void *hash;
	size_t len;
	id_text id;

	if (site_of_id(row.id) != chain->site)
		code = begin_site(check, chain, site_of_id(row.id), err);
	site_id_to_text(row.id, id);
	if (!whole)
		check_fault(check, _("The journal row %s is damaged."), id);
	else if (stmt_is_null(stmt, COL_HEAD))
		check_fault(check, _("The change of the journal row %s is "
			"missing."), id);
	else
		check_hash(check, chain, stmt, &row);
	/* Goes on from what stands there, so that one fault is told once. */
	hash = stmt_blob(stmt, COL_HASH, &len);
	memset(chain->hash, 0, sizeof(chain->hash));
	memcpy(chain->hash, hash,
		len < SEAL_HASH_SIZE ? len : SEAL_HASH_SIZE);
	chain->last = row.id;
	check->result->n_rows++;
	check->result->n_blanked += row.body != NULL;
	return code;
}

/* Sites whose rows are all gone, which the walk never meets. */
static enum err_code
check_empty_sites(struct check *check, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	id_text id;
	bool row = true;

	code = stmt_open(check->store,
		"SELECT number FROM main.site s WHERE hash <> zeroblob(32)"
		" AND NOT EXISTS (SELECT 1 FROM main.journal WHERE id"
		"  BETWEEN s.number << 32 AND s.number << 32 | 4294967295)",
		&stmt, err);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		site_id_to_text(site_make_id((uint32_t)stmt_int(stmt, 0), 1),
			id);
		check_fault(check,
			_("All journal rows of the site of %s are missing."),
			id);
	}
	stmt_done(stmt);
	return code;
}

static enum err_code
check_heads(struct check *check, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	id_text id;
	bool row = true;

	code = stmt_open(check->store,
		"SELECT id FROM main.change_head h WHERE n_rows <>"
		" (SELECT count(*) FROM main.journal WHERE change_id = h.id)",
		&stmt, err);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		site_id_to_text(stmt_int(stmt, 0), id);
		check_fault(check, _("The change %s has not as many journal "
			"rows as it says."), id);
	}
	stmt_done(stmt);
	return code;
}

/* change_count against the rows that it sums up, either way: what a blanked
 * row did may be any of the three. */
static const char select_miscounted[] =
	"WITH found AS (SELECT change_id, type, sum(version = 1) AS n_new,"
	"  sum(version > 1 AND NOT blank AND gone IS NULL) AS n_changed,"
	"  sum(version > 1 AND gone IS '1') AS n_removed,"
	"  sum(version > 1 AND gone IS '0') AS n_back,"
	"  sum(version > 1 AND blank) AS n_blank"
	"  FROM (SELECT change_id, type, version,"
	"   " JOURNAL_IS_BLANKED " AS blank, CASE WHEN json_valid(fields)"
	"    THEN json_extract(fields, '$.deleted[1]') END AS gone"
	"   FROM main.journal j WHERE version > 0)"
	"  GROUP BY change_id, type)"
	" SELECT DISTINCT change_id"
	" FROM found f FULL JOIN main.change_count c USING (change_id, type)"
	" WHERE f.n_new IS NOT c.n_new"
	" OR f.n_changed + f.n_removed + f.n_back + f.n_blank"
	"  IS NOT c.n_changed + c.n_removed + c.n_back"
	" OR f.n_changed > c.n_changed OR f.n_removed > c.n_removed"
	" OR f.n_back > c.n_back ORDER BY change_id";

static enum err_code
check_counts(struct check *check, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	id_text id;
	bool row = true;

	code = stmt_open(check->store, select_miscounted, &stmt, err);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		site_id_to_text(stmt_int(stmt, 0), id);
		check_fault(check, _("The change %s did other things than its "
			"counts say."), id);
	}
	stmt_done(stmt);
	return code;
}

/* Blanked rows whose record has no note of it: somebody hides something. */
static const char select_hidden[] =
	"SELECT j.id FROM main.journal j WHERE " JOURNAL_IS_BLANKED
	" AND NOT EXISTS (SELECT 1 FROM main.journal n"
	"  JOIN main.change_head h ON h.id = n.change_id"
	"  WHERE n.record_id = j.record_id AND n.type = j.type"
	"  AND n.version = 0 AND h.action = '" JOURNAL_REDACT "')"
	" ORDER BY j.id";

static enum err_code
check_blanked(struct check *check, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	id_text id;
	bool row = true;

	code = stmt_open(check->store, select_hidden, &stmt, err);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		site_id_to_text(stmt_int(stmt, 0), id);
		check_fault(check, _("The journal row %s was blanked, and "
			"nothing in the journal says by whom."), id);
	}
	stmt_done(stmt);
	return code;
}

enum err_code
check_chain(struct check *check, struct err *err)
{
	struct chain chain = {0};
	struct stmt *stmt;
	enum err_code code;
	int64_t n_rows;
	bool row = true;

	code = stmt_one_int(check->store, "SELECT count(*) FROM main.journal",
		&n_rows, err);
	if (code == ERR_OK)
		code = stmt_open(check->store, select_rows, &stmt, err);
	if (code != ERR_OK)
		return code;
	check_begin_step(check, _("checking the journal"), (uint64_t)n_rows);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		code = check_one(check, &chain, stmt, err);
		if (code == ERR_OK)
			code = check_tick(check, err);
		if (code != ERR_OK)
			break;
	}
	stmt_done(stmt);
	if (code == ERR_OK)
		code = end_site(check, &chain, err);
	if (code == ERR_OK)
		code = check_empty_sites(check, err);
	if (code == ERR_OK)
		code = check_heads(check, err);
	if (code == ERR_OK)
		code = check_counts(check, err);
	if (code == ERR_OK && check->result->n_blanked > 0)
		code = check_blanked(check, err);
	return code;
}
