#include "records/convene.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/query.h"

const char *const convene_fields[] = {"title", "place", "chair_id",
	"recorder_id", NULL};

/* Codes of union_post and of the order of a date. */
#define SECRETARY "1"
enum { YEAR = 4, MONTH = 7 };

/* The first that the query finds, 0 where there is none. */
static enum err_code
first_of(struct store *store, const struct query *query, int64_t *id,
	struct err *err)
{
	static const char *const paths[] = {"id"};
	struct query_page page;
	enum err_code code = query_load(store, query, paths, 1, NULL, 0, false,
		1, &page, err);

	*id = 0;
	if (code != ERR_OK)
		return code;
	if (page.n > 0)
		*id = page.rows[0].id;
	query_page_clear(&page);
	return ERR_OK;
}

/* Sets a field of the meeting from one of another record, where there is any. */
static enum err_code
take(struct store *store, const struct record_type *type, int64_t id,
	const char *from, struct record *meeting, const char *to,
	struct err *err)
{
	struct record record;
	enum err_code code;

	if (id == 0)
		return ERR_OK;
	code = record_load(store, type, id, &record, err);
	if (code != ERR_OK)
		return code;
	record_set(meeting, to, record_get(&record, from));
	record_clear(&record);
	return ERR_OK;
}

static const char *
day_of(const struct record *meeting, const char *today)
{
	const char *begin = record_get(meeting, "begin_at");

	return begin[0] != '\0' ? begin : today;
}

/* 2026年11月支部党员大会; the number is not given before it is opened. */
static enum err_code
propose_title(struct store *store, struct record *meeting, const char *today,
	struct err *err)
{
	const char *day = day_of(meeting, today);
	struct record kind;
	enum err_code code;
	char *title;

	if (record_ref(meeting, "kind_id") == 0 || strlen(day) < MONTH)
		return ERR_OK;
	code = record_load(store, &meeting_kind_type,
		record_ref(meeting, "kind_id"), &kind, err);
	if (code != ERR_OK)
		return code;
	title = xasprintf("%.*s年%d月%s", YEAR, day, atoi(day + YEAR + 1),
		record_get(&kind, "name"));
	record_set(meeting, "title", title);
	free(title);
	record_clear(&kind);
	return ERR_OK;
}

static enum err_code
propose_like_last(struct store *store, struct record *meeting,
	struct err *err)
{
	struct query query;
	int64_t id = 0;
	enum err_code code;

	query_init(&query, &meeting_type);
	query_set_order(&query, "begin_at", true);
	query_set_filter(&query, "union_org_id",
		record_get(meeting, "union_org_id"));
	query_set_filter(&query, "kind_id", record_get(meeting, "kind_id"));
	code = first_of(store, &query, &id, err);
	if (code == ERR_OK && id == 0) {
		query_set_filter(&query, "kind_id", NULL);
		code = first_of(store, &query, &id, err);
	}
	query_clear(&query);
	if (code == ERR_OK)
		code = take(store, &meeting_type, id, "place", meeting,
			"place", err);
	if (code == ERR_OK)
		code = take(store, &meeting_type, id, "recorder_id", meeting,
			"recorder_id", err);
	return code;
}

/* Who was appointed, or else who is on the roster with that post. */
static enum err_code
propose_chair(struct store *store, struct record *meeting, const char *today,
	struct err *err)
{
	const struct record_type *const types[] = {&leader_type,
		&membership_type};
	enum err_code code = ERR_OK;
	int64_t id = 0;

	for (size_t i = 0; code == ERR_OK && id == 0 &&
		i < sizeof(types) / sizeof(types[0]); i++) {
		struct query query;

		query_init(&query, types[i]);
		free(query.as_of);
		query.as_of = xstrndup(day_of(meeting, today), DATE_SIZE - 1);
		query_set_filter(&query, "union_org_id",
			record_get(meeting, "union_org_id"));
		query_set_filter(&query, "post", SECRETARY);
		code = first_of(store, &query, &id, err);
		query_clear(&query);
		if (code == ERR_OK)
			code = take(store, types[i], id, "member_id", meeting,
				"chair_id", err);
	}
	return code;
}

enum err_code
convene_propose(struct store *store, struct record *meeting,
	const char *today, struct err *err)
{
	enum err_code code;

	for (const char *const *field = convene_fields; *field != NULL; field++)
		record_set(meeting, *field, "");
	code = propose_title(store, meeting, today, err);
	if (code != ERR_OK || record_ref(meeting, "union_org_id") == 0)
		return code;
	code = propose_like_last(store, meeting, err);
	if (code == ERR_OK)
		code = propose_chair(store, meeting, today, err);
	return code;
}
