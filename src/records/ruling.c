/* ruling (重复认定): whether two records are the same, and which one stays. */
#include "records/ruling.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/save.h"
#include "store/site.h"
#include "store/stmt.h"

/* A record merged into a record merged into a record …: at most so often. */
enum { CHAIN_MAX = 64 };

static const struct field_type fields[] = {
	{.name = "type", .term = {"kind of record", "记录类型"},
		.kind = FIELD_TEXT, .cols = 12, .max = 32,
		.flags = FIELD_REQUIRED | FIELD_READONLY},
	{.name = "kept", .term = {"record", "保留记录编号"},
		.also = "保留编号", .kind = FIELD_TEXT, .cols = 16, .max = 16,
		.flags = FIELD_REQUIRED | FIELD_READONLY | FIELD_SORTED},
	{.name = "other", .term = {"other record", "另一记录编号"},
		.also = "并入编号|另一编号", .kind = FIELD_TEXT, .cols = 16,
		.max = 16,
		.flags = FIELD_REQUIRED | FIELD_READONLY | FIELD_SORTED,
		.help = N_("Where the two were merged, the one that went into "
			   "the record above; its number still leads "
			   "there.")},
	{.name = "verdict", .term = {"verdict", "认定结果"},
		.also = "认定", .kind = FIELD_CODE, .cols = 10,
		.codes = "ruling_verdict",
		.flags = FIELD_REQUIRED | FIELD_READONLY},
	{.name = "decided_on", .term = {"decided", "认定日期"},
		.also = "日期", .kind = FIELD_DATE, .initial = "today",
		.flags = FIELD_READONLY | FIELD_SORTED},
	{.name = "reason", .term = {"reason", "认定依据"},
		.also = "依据|理由", .kind = FIELD_LONGTEXT, .cols = 30,
		.max = 2000,
		.help = N_("By what one knows it: the personnel file, the "
			   "residence booklet, a call to the branch.")},
};

static bool
is_merged(const struct record *ruling)
{
	return record_get(ruling, "verdict")[0] - '0' == RULING_MERGED;
}

/* The id that a field holds as text. */
static int64_t
named(const struct record *ruling, const char *field)
{
	int64_t id = 0;

	(void)site_id_from_text(record_get(ruling, field), &id);
	return id;
}

static void
check_named(const struct record *ruling, const char *field,
	struct notes *notes)
{
	const char *value = record_get(ruling, field);
	char text[SITE_ID_TEXT_SIZE];

	site_id_to_text(named(ruling, field), text);
	if (strcmp(text, value) != 0)
		notes_block(notes, field,
			_("“%s” is not the number of a record."), value);
}

static bool
may_merge(const struct record *ruling)
{
	const char *name = record_get(ruling, "type");
	const struct record_type *type = record_type_find(name);

	return type != NULL && strcmp(type->name, name) == 0 &&
		(type->flags & RECORD_MERGES);
}

/* A record goes once, and never by way of others into itself. */
static void
check_merged(const struct record *ruling, const struct check_context *context,
	struct notes *notes)
{
	int64_t earlier = 0, survivor = 0;
	const char *other = record_get(ruling, "other");

	if (ruling_of(context->store, named(ruling, "other"), &earlier,
		    NULL) == ERR_OK && earlier != 0 && earlier != ruling->id)
		notes_block(notes, "other",
			_("The record %s has been merged into another one "
			  "already."), other);
	else if (ruling_survivor(context->store, named(ruling, "kept"),
			 &survivor, NULL) == ERR_OK &&
		survivor == named(ruling, "other"))
		notes_block(notes, "kept",
			_("The record %s has itself been merged into %s."),
			record_get(ruling, "kept"), other);
}

static void
check(const struct record *ruling, const struct check_context *context,
	struct notes *notes)
{
	if (context->old != NULL)
		return;
	check_named(ruling, "kept", notes);
	check_named(ruling, "other", notes);
	if (!may_merge(ruling))
		notes_block(notes, "type",
			_("Records of the type “%s” are not compared with "
			  "each other."), record_get(ruling, "type"));
	if (strcmp(record_get(ruling, "kept"),
		    record_get(ruling, "other")) == 0)
		notes_block(notes, "other",
			_("A record cannot be compared with itself."));
	else if (is_merged(ruling))
		check_merged(ruling, context, notes);
}

const struct record_type ruling_type = {
	.name = "ruling",
	.term = {"Ruling on duplicates", "重复认定"},
	.number = 32,
	.help = N_("Whether two records that look alike are the same person, "
		   "unit or branch: made by merging them, or by saying that "
		   "they are not the same."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Ruling", "重复认定"}},
	.title = {"verdict", "kept", "other"},
	.list = {"decided_on", "type", "verdict", "kept", "other", "reason"},
	.order = "decided_on",
	.newest_first = true,
	.key = {{"kept", "other", "verdict"}},
	.check = check,
};

/* One column of the ruling by which the record with this id went. */
static enum err_code
went_by(struct store *store, int64_t id, struct stmt **stmt, bool *found,
	struct err *err)
{
	char text[SITE_ID_TEXT_SIZE];
	enum err_code code = stmt_open(store,
		"SELECT id, kept FROM ruling WHERE other = ? "
		"AND verdict = '1' AND deleted = 0", stmt, err);

	if (code != ERR_OK)
		return code;
	site_id_to_text(id, text);
	stmt_bind_text(*stmt, 1, text);
	code = stmt_step(*stmt, found, err);
	if (code != ERR_OK)
		stmt_done(*stmt);
	return code;
}

enum err_code
ruling_of(struct store *store, int64_t id, int64_t *ruling, struct err *err)
{
	struct stmt *stmt;
	bool found;
	enum err_code code = went_by(store, id, &stmt, &found, err);

	if (code != ERR_OK)
		return code;
	*ruling = found ? stmt_int(stmt, 0) : 0;
	stmt_done(stmt);
	return ERR_OK;
}

enum err_code
ruling_survivor(struct store *store, int64_t id, int64_t *survivor,
	struct err *err)
{
	bool found = true;

	*survivor = id;
	for (int i = 0; found && i < CHAIN_MAX; i++) {
		struct stmt *stmt;
		int64_t kept;
		enum err_code code = went_by(store, *survivor, &stmt, &found,
			err);

		if (code != ERR_OK)
			return code;
		if (found && site_id_from_text(stmt_text(stmt, 1), &kept))
			*survivor = kept;
		stmt_done(stmt);
	}
	return ERR_OK;
}

enum err_code
ruling_merged_into(struct store *store, int64_t id, struct find_ids *others,
	struct err *err)
{
	char text[SITE_ID_TEXT_SIZE];
	struct stmt *stmt;
	bool more;
	int64_t other;
	enum err_code code = stmt_open(store,
		"SELECT other FROM ruling WHERE kept = ? AND verdict = '1' "
		"AND deleted = 0 ORDER BY id", &stmt, err);

	if (code != ERR_OK)
		return code;
	site_id_to_text(id, text);
	stmt_bind_text(stmt, 1, text);
	while ((code = stmt_step(stmt, &more, err)) == ERR_OK && more)
		if (site_id_from_text(stmt_text(stmt, 0), &other))
			vec_push(others, other);
	stmt_done(stmt);
	return code;
}

/* The record and all that were merged into it, by way of others too. */
static enum err_code
gather_family(struct store *store, int64_t id, struct find_ids *family,
	struct err *err)
{
	enum err_code code = ERR_OK;

	vec_push(family, id);
	for (size_t i = 0;
		code == ERR_OK && i < family->n && i < CHAIN_MAX; i++)
		code = ruling_merged_into(store, family->items[i], family,
			err);
	return code;
}

static enum err_code
ruled_distinct(struct store *store, int64_t one, int64_t other, bool *are,
	struct err *err)
{
	char texts[2][SITE_ID_TEXT_SIZE];
	struct stmt *stmt;
	enum err_code code = stmt_open(store,
		"SELECT 1 FROM ruling WHERE kept = ?1 AND other = ?2 "
		"AND verdict = '2' AND deleted = 0 UNION ALL "
		"SELECT 1 FROM ruling WHERE kept = ?2 AND other = ?1 "
		"AND verdict = '2' AND deleted = 0 LIMIT 1", &stmt, err);

	if (code != ERR_OK)
		return code;
	site_id_to_text(one, texts[0]);
	site_id_to_text(other, texts[1]);
	stmt_bind_text(stmt, 1, texts[0]);
	stmt_bind_text(stmt, 2, texts[1]);
	code = stmt_step(stmt, are, err);
	stmt_done(stmt);
	return code;
}

enum err_code
ruling_are_distinct(struct store *store, int64_t one, int64_t other,
	bool *are, struct err *err)
{
	struct find_ids ones = VEC_INIT, others = VEC_INIT;
	enum err_code code = gather_family(store, one, &ones, err);

	*are = false;
	if (code == ERR_OK)
		code = gather_family(store, other, &others, err);
	for (size_t i = 0; code == ERR_OK && !*are && i < ones.n; i++)
		for (size_t j = 0; code == ERR_OK && !*are && j < others.n;
			j++)
			code = ruled_distinct(store, ones.items[i],
				others.items[j], are, err);
	find_ids_clear(&ones);
	find_ids_clear(&others);
	return code;
}

static void
name_record(struct record *ruling, const char *field, int64_t id)
{
	char text[SITE_ID_TEXT_SIZE];

	site_id_to_text(id, text);
	record_set(ruling, field, text);
}

enum err_code
ruling_make(struct change *change, const struct record_type *type,
	enum ruling_verdict verdict, int64_t kept, int64_t other,
	const char *reason, struct err *err)
{
	const char code_text[] = {(char)('0' + verdict), '\0'};
	struct record ruling;
	char today[DATE_SIZE];
	enum err_code code;

	world_today(store_world(change_store(change)), today);
	record_begin(&ruling, &ruling_type, today);
	record_set(&ruling, "type", type->name);
	name_record(&ruling, "kept", kept);
	name_record(&ruling, "other", other);
	record_set(&ruling, "verdict", code_text);
	record_set(&ruling, "reason", reason);
	code = record_save(change, &ruling, NULL, NULL, err);
	record_clear(&ruling);
	return code;
}

bool
ruling_is(const struct record *record)
{
	return record->type == &ruling_type;
}

/* Is the one that went here, removed or not? */
static bool
other_is(struct store *store, const struct record *ruling, bool removed)
{
	const struct record_type *type =
		record_type_find(record_get(ruling, "type"));
	struct record other;
	bool is;

	if (type == NULL || record_load(store, type, named(ruling, "other"),
		    &other, NULL) != ERR_OK)
		return false;
	is = other.deleted == removed;
	record_clear(&other);
	return is;
}

static void
check_ruling_settled(struct store *store, const struct record *ruling,
	struct notes *notes)
{
	if (is_merged(ruling) && other_is(store, ruling, false))
		notes_block(notes, "other",
			_("The record %s is said to have been merged into %s, "
			  "and stands; merge the two here, that says so of "
			  "itself."), record_get(ruling, "other"),
			record_get(ruling, "kept"));
}

void
ruling_check_settled(struct store *store, const struct record *record,
	struct notes *notes)
{
	struct strbuf title = STRBUF_INIT;
	char id[SITE_ID_TEXT_SIZE];
	int64_t survivor = record->id;

	if (ruling_is(record)) {
		check_ruling_settled(store, record, notes);
		return;
	}
	if (record->type->flags & RECORD_MERGES)
		(void)ruling_survivor(store, record->id, &survivor, NULL);
	if (survivor == record->id)
		return;
	record_title_of(store, record->type, survivor, &title);
	site_id_to_text(survivor, id);
	notes_block(notes, "",
		_("It has been merged into %s (%s); take that merge back "
		  "instead."), title.s, id);
	strbuf_clear(&title);
}

enum err_code
ruling_may_remove(struct store *store, const struct record *record,
	struct err *err)
{
	if (!ruling_is(record) || record->deleted || !is_merged(record) ||
		!other_is(store, record, true))
		return ERR_OK;
	return err_set(err, ERR_DENIED,
		_("The record %s was merged by this ruling; take the merge "
		  "back instead."), record_get(record, "other"));
}
