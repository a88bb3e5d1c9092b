/* The SQL that a query becomes; query's test runs it. */
#include "desk.h"

#include "records/nouns.h"
#include "records/query_sql.h"

static const struct {
	const char *path, *through, *type, *field, *column;
} paths[] = {
	{"post", NULL, "membership", "post", "post"},
	{"id", NULL, "membership", NULL, "id"},
	{"sort_key", NULL, "membership", NULL, "sort_key"},
	{"member_id", NULL, "membership", "member_id", "member_id"},
	{"member_id.sex", "member_id", "member", "sex", "sex"},
	{"member_id.branch_id", "member_id", "member", "branch_id",
		"branch_id"},
};

static const char *
name_of(const struct field_type *field)
{
	return field != NULL ? field->name : "";
}

static void
resolves_paths(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(paths); i++) {
		struct query_target target = query_resolve(&membership_type,
			paths[i].path);

		assert_string_equal(name_of(target.through),
			paths[i].through != NULL ? paths[i].through : "");
		assert_string_equal(target.type->name, paths[i].type);
		assert_string_equal(name_of(target.field),
			paths[i].field != NULL ? paths[i].field : "");
		assert_string_equal(target.column, paths[i].column);
		assert_null(target.beyond);
	}
}

static const struct {
	const struct record_type *type;
	const char *order;
	const char *key;
} orders[] = {
	{&member_type, NULL, "t.sort_key"},
	{&member_type, "title", "t.sort_key"},
	{&member_type, "name", "t.sort_key"},
	{&member_type, "id", "t.id"},
	{&member_type, "birth_on", "t.birth_on"},
	{&member_type, "branch_id", "ifnull(t_branch_id.sort_key, '')"},
	{&union_org_type, "term_years",
		"ifnull(t.term_years, -9223372036854775807)"},
	{&membership_type, NULL, "ifnull(t_member_id.sort_key, '')"},
	{&membership_type, "member_id.sex", "ifnull(t_member_id.sex, '')"},
	{&membership_type, "member_id.branch_id",
		"ifnull(t_member_id_branch_id.sort_key, '')"},
};

/* A key is never NULL, so that no row is lost between two pages. */
static void
orders_by_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(orders); i++) {
		struct query_sql sql = QUERY_SQL_INIT;
		struct strbuf key = STRBUF_INIT;
		struct query_target target;
		struct query query;

		query_init(&query, orders[i].type);
		query_set_order(&query, orders[i].order, false);
		target = query_order_target(&query);
		query_sql_order(&sql, &target, &key);
		assert_string_equal(key.s, orders[i].key);
		strbuf_clear(&key);
		query_sql_clear(&sql);
		query_clear(&query);
	}
}

static void
joins_each_table_once(void **state)
{
	static const char *const columns[] = {"member_id.sex", "member_id.name",
		"post"};
	struct query_sql sql = QUERY_SQL_INIT;
	struct strbuf out = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(columns); i++) {
		struct query_target target = query_resolve(&membership_type,
			columns[i]);

		query_sql_column(&sql, &target, &out);
		strbuf_add(&out, " ");
	}
	assert_string_equal(out.s, "t_member_id.sex t_member_id.name t.post ");
	assert_string_equal(sql.joins.s, " LEFT JOIN member t_member_id "
					 "ON t_member_id.id = t.member_id");
	strbuf_clear(&out);
	query_sql_clear(&sql);
}

/* What is typed is bound and never stands in the text. */
static void
binds_what_is_asked(void **state)
{
	static const char nasty[] = "'; DROP TABLE member; --";
	struct desk *desk = *state;
	struct query_sql sql = QUERY_SQL_INIT;
	struct strbuf text = STRBUF_INIT;
	struct query query;
	struct stmt *stmt;
	int64_t n = 0;

	query_init(&query, &member_type);
	query_set_words(&query, nasty);
	query_set_filter(&query, "ethnic", nasty);
	query_set_filter(&query, "sex", "");
	query_sql_where(&sql, &query, desk->store);
	assert_null(strstr(sql.where.s, "DROP"));
	assert_null(strstr(sql.where.s, "drop"));
	assert_non_null(strstr(sql.where.s, "+t.deleted = 0"));
	for (const char *s = sql.where.s; *s != '\0'; s++)
		n += *s == '?';
	assert_int_equal(n, sql.values.n);
	strbuf_addf(&text, "SELECT count(*) FROM member t%s%s AND ? = 5",
		sql.joins.s, sql.where.s);
	assert_int_equal(stmt_open(desk->store, text.s, &stmt, NULL), ERR_OK);
	assert_int_equal(query_sql_bind(&sql, stmt), n + 1);
	stmt_done(stmt);
	strbuf_clear(&text);
	query_sql_clear(&sql);
	query_clear(&query);
}

/* Words of a type with names alone are found by keys, and nothing else is. */
static void
knows_when_keys_are_enough(void **state)
{
	struct query_sql sql = QUERY_SQL_INIT;
	struct query query;

	(void)state;
	query_init(&query, &member_type);
	assert_false(query_sql_keys(&sql, &query));
	query_set_words(&query, "单");
	assert_true(query_sql_keys(&sql, &query));
	assert_non_null(strstr(sql.where.s, "GROUP BY id"));
	query_sql_clear(&sql);
	query_set_words(&query, "单 红");
	assert_true(query_sql_keys(&sql, &query));
	assert_non_null(strstr(sql.where.s, " INTERSECT "));
	query_sql_clear(&sql);
	query.removed = true;
	assert_false(query_sql_keys(&sql, &query));
	query.removed = false;
	query_set_filter(&query, "sex", "1");
	assert_false(query_sql_keys(&sql, &query));
	query_clear(&query);
	query_init(&query, &membership_type);
	query_set_words(&query, "单");
	assert_false(query_sql_keys(&sql, &query));
	query_clear(&query);
	query_sql_clear(&sql);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(resolves_paths),
		cmocka_unit_test(orders_by_keys),
		cmocka_unit_test(joins_each_table_once),
		cmocka_unit_test(binds_what_is_asked),
		cmocka_unit_test(knows_when_keys_are_enough),
	};

	return cmocka_run_group_tests_name("query_sql", tests, desk_begin,
		desk_end);
}
