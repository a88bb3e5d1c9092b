#include "records/attendance.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/query.h"
#include "records/roster.h"

/* Codes of attendance_capacity, attendance_presence, left_out, member_kind,
 * meeting_eligible and union_post. */
#define CALLED "1"
#define THERE "1"
#define ON_LEAVE "2"
#define ABSENT "3"
#define LEFT_OUT_PROBATIONARY "1"
#define PROBATIONARY "2"
#define VOTERS "1"
#define MEMBERS "2"
#define COMMITTEE "3"
#define PARTY_GROUP "4"
#define UNITS "5"
#define LIAISON "4"
#define PLAIN_MEMBER "5"

static bool
is(const struct record *record, const char *field, const char *value)
{
	return strcmp(record_get(record, field), value) == 0;
}

void
attendance_count(const struct owned_rows *rows,
	struct attendance_numbers *numbers)
{
	*numbers = (struct attendance_numbers){0};
	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;

		if (row->deleted)
			continue;
		if (!is(row, "capacity", CALLED)) {
			numbers->sitting_in++;
			continue;
		}
		if (!is(row, "left_out", "")) {
			numbers->left_out++;
			continue;
		}
		numbers->called++;
		numbers->there += is(row, "presence", THERE);
		numbers->on_leave += is(row, "presence", ON_LEAVE);
		numbers->absent += is(row, "presence", ABSENT);
	}
	numbers->unmarked = numbers->called - numbers->there -
		numbers->on_leave - numbers->absent;
}

/* What is known while the roster is gone through. */
struct filling {
	struct store *store;
	const struct record *meeting;
	const char *eligible; /* code of meeting_eligible */
	const char *day;
	const char *today;
	struct owned_rows *rows;
	size_t n_added;
};

/* Has somebody a row whose field holds this id? */
static bool
has_row(const struct filling *filling, const char *field, const char *id)
{
	for (size_t i = 0; i < filling->rows->n; i++)
		if (is(&filling->rows->items[i]->now, field, id))
			return true;
	return false;
}

static struct record *
add_row(struct filling *filling, const char *field, const char *id)
{
	struct owned_row *row = owned_add(filling->rows, filling->today);

	record_set(&row->now, "capacity", CALLED);
	record_set(&row->now, field, id);
	filling->n_added++;
	return &row->now;
}

static bool
is_on_committee(const struct record *membership)
{
	const char *post = record_get(membership, "post");

	return post[0] != '\0' && strcmp(post, LIAISON) != 0 &&
		strcmp(post, PLAIN_MEMBER) != 0;
}

static bool
ought_to(const struct filling *filling, const struct record *membership)
{
	if (strcmp(filling->eligible, COMMITTEE) == 0)
		return is_on_committee(membership);
	if (strcmp(filling->eligible, PARTY_GROUP) == 0)
		return is(membership, "party_group",
			record_get(filling->meeting, "party_group"));
	return true;
}

/* On that day: who was confirmed later was probationary then. */
static bool
was_probationary(const struct filling *filling, const struct record *member)
{
	const char *confirmed = record_get(member, "confirmed_on");

	if (confirmed[0] != '\0')
		return date_compare(confirmed, filling->day) > 0;
	return is(member, "kind", PROBATIONARY);
}

/* A meeting of voters alone leaves out who has no vote yet. */
static enum err_code
judge(const struct filling *filling, struct record *row, struct err *err)
{
	struct record member;
	enum err_code code;

	if (strcmp(filling->eligible, VOTERS) != 0)
		return ERR_OK;
	code = record_load(filling->store, &member_type,
		record_ref(row, "member_id"), &member, err);
	if (code != ERR_OK)
		return code;
	if (was_probationary(filling, &member))
		record_set(row, "left_out", LEFT_OUT_PROBATIONARY);
	record_clear(&member);
	return ERR_OK;
}

/* The post in the union stands beside the name where it is one. */
static enum err_code
add_member(void *data, const struct record *membership, struct err *err)
{
	struct filling *filling = data;
	const char *id = record_get(membership, "member_id");
	const struct code *post = code_find(
		field_codes(record_field(&membership_type, "post")),
		record_get(membership, "post"));
	struct record *row;

	if (!ought_to(filling, membership) ||
		has_row(filling, "member_id", id))
		return ERR_OK;
	row = add_row(filling, "member_id", id);
	if (post != NULL && strcmp(post->code, PLAIN_MEMBER) != 0)
		record_set(row, "post", post->zh);
	return judge(filling, row, err);
}

static enum err_code
add_unit(void *data, const struct record *union_unit, struct err *err)
{
	struct filling *filling = data;
	const char *id = record_get(union_unit, "unit_id");

	(void)err;
	if (!has_row(filling, "unit_id", id))
		add_row(filling, "unit_id", id);
	return ERR_OK;
}

static enum err_code
fill_units(struct filling *filling, struct err *err)
{
	struct query query;
	enum err_code code;

	query_init(&query, &union_unit_type);
	query_set_filter(&query, "union_org_id",
		record_get(filling->meeting, "union_org_id"));
	free(query.as_of);
	query.as_of = xstrdup(filling->day);
	code = query_each(filling->store, &query, add_unit, filling, err);
	query_clear(&query);
	return code;
}

static enum err_code
fill_members(struct filling *filling, struct err *err)
{
	struct query query;
	enum err_code code;

	if (strcmp(filling->eligible, PARTY_GROUP) == 0 &&
		is(filling->meeting, "party_group", ""))
		return err_set_field(err, ERR_INVALID, "party_group",
			_("Say first which Party group meets."));
	roster_query(&query, record_ref(filling->meeting, "union_org_id"),
		filling->day);
	code = query_each(filling->store, &query, add_member, filling, err);
	query_clear(&query);
	return code;
}

static enum err_code
fill_by_kind(struct filling *filling, struct err *err)
{
	static const char *const of_members[] = {VOTERS, MEMBERS, COMMITTEE,
		PARTY_GROUP};

	if (strcmp(filling->eligible, UNITS) == 0)
		return fill_units(filling, err);
	for (size_t i = 0; i < sizeof(of_members) / sizeof(*of_members); i++)
		if (strcmp(filling->eligible, of_members[i]) == 0)
			return fill_members(filling, err);
	return err_set(err, ERR_INVALID,
		_("This kind of meeting does not say who ought to attend; "
		  "enter them one by one with Ctrl-N."));
}

enum err_code
attendance_fill(struct store *store, const struct record *meeting,
	struct owned_rows *rows, const char *today, size_t *n_added,
	struct err *err)
{
	char day[DATE_SIZE] = "";
	struct filling filling = {.store = store, .meeting = meeting,
		.day = day, .today = today, .rows = rows};
	struct record kind;
	enum err_code code;

	*n_added = 0;
	if (record_ref(meeting, "union_org_id") == 0 ||
		record_ref(meeting, "kind_id") == 0)
		return err_set_field(err, ERR_INVALID,
			record_ref(meeting, "union_org_id") == 0
				? "union_org_id" : "kind_id",
			_("Say first which union meets, and what kind of "
			  "meeting it is."));
	code = record_load(store, &meeting_kind_type,
		record_ref(meeting, "kind_id"), &kind, err);
	if (code != ERR_OK)
		return code;
	memcpy(day, is(meeting, "begin_at", "") ? today
						: record_get(meeting, "begin_at"),
		DATE_SIZE - 1);
	filling.eligible = record_get(&kind, "eligible");
	code = fill_by_kind(&filling, err);
	*n_added = filling.n_added;
	record_clear(&kind);
	return code;
}
