/* How a query becomes SQL; for query.c alone. */
#ifndef RECORDS_QUERY_SQL_H
#define RECORDS_QUERY_SQL_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "records/query.h"
#include "store/stmt.h"

/* Where a path leads: the table of the type itself, or through references. */
struct query_target {
	const struct record_type *type;    /* that the column belongs to */
	const struct field_type *through;  /* the reference to it, or NULL */
	const struct field_type *beyond;   /* a second one, behind that */
	const struct field_type *field;    /* NULL: sort_key, id or title */
	const char *column;
};

/* A path that the type must have. */
struct query_target
query_resolve(const struct record_type *type, const char *path);

/* What the rows are sorted by: a reference by the title of its record, the
 * words of a title by pinyin. */
struct query_target
query_order_target(const struct query *query);

/* The text being built for the table t, and the values bound to it. */
struct query_sql {
	struct strbuf joins;
	struct strbuf where;
	VEC(const struct field_type *) kinds; /* of each value; NULL: text */
	struct strvec values;
};

#define QUERY_SQL_INIT {STRBUF_INIT, STRBUF_INIT, VEC_INIT, VEC_INIT}

void
query_sql_clear(struct query_sql *sql);

/* Appends the column of a target to out; joins each table once. */
void
query_sql_column(struct query_sql *sql, const struct query_target *target,
	struct strbuf *out);

/* The same as the key of the order: never NULL, so that no row is lost between
 * two pages. */
void
query_sql_order(struct query_sql *sql, const struct query_target *target,
	struct strbuf *out);

/*
 * Fills where with a SELECT of the ids that the keys alone find, each once;
 * false where the query asks for more than words that stand in them.
 */
bool
query_sql_keys(struct query_sql *sql, const struct query *query);

/* Fills where with all that the query asks; store tells the day. */
void
query_sql_where(struct query_sql *sql, const struct query *query,
	struct store *store);

/* Binds the values; gives the number of the parameter that follows them. */
int
query_sql_bind(const struct query_sql *sql, struct stmt *stmt);

/* Binds the key of a row as query_sql_order() made it. */
void
query_bind_key(const struct query_target *target, struct stmt *stmt, int n,
	const char *key);

#endif
