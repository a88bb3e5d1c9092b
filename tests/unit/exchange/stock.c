#include "office.h"

#include "exchange/stock.h"
#include "records/find.h"
#include "records/load.h"
#include "records/nouns.h"

static void
fill(struct office *office)
{
	struct err err = ERR_INIT;

	if (stock_fill(office->store, &office_info, NULL, &err) != ERR_OK)
		fail_msg("%s", err.text);
}

static void
is_entered_once(void **state)
{
	struct office *office = *state;

	for (int i = 0; i < 2; i++) {
		fill(office);
		assert_int_equal(office_count(office->store, "vote_rule"), 5);
		assert_int_equal(office_count(office->store, "meeting_kind"), 12);
		assert_int_equal(office_count(office->store, "phrase"), 23);
		assert_int_equal(office_count(office->store, "standard"), 1);
		assert_int_equal(office_count(office->store, "standard_group"),
			3);
		assert_int_equal(office_count(office->store, "standard_item"),
			24);
	}
}

/* The numbers of the regulations, as they are to be counted by. */
static void
rules_are_those_of_the_books(void **state)
{
	static const struct {
		const char *name, *quorum, *pass;
	} rules[] = {
		{"一般表决", "0 1/2", "1 1/2 of 1"},
		{"支委会表决", "0 1/2", "1 1/2 of 1"},
		{"换届选举", "0 4/5", "1 1/2 of 2"},
		{"接收预备党员和转正", "1 1/2", "1 1/2 of 1"},
		{"协商一致", " /", " / of "},
	};
	struct office *office = *state;

	fill(office);
	for (size_t i = 0; i < N_ITEMS(rules); i++) {
		struct find_ids ids = VEC_INIT;
		struct strbuf said = STRBUF_INIT;
		struct record rule;
		struct err err = ERR_INIT;

		assert_int_equal(find_by_title(office->store, &vote_rule_type,
					 rules[i].name, 2, &ids, &err),
			ERR_OK);
		assert_int_equal(ids.n, 1);
		assert_int_equal(record_load(office->store, &vote_rule_type,
					 ids.items[0], &rule, &err),
			ERR_OK);
		strbuf_addf(&said, "%s %s/%s", record_get(&rule, "quorum_over"),
			record_get(&rule, "quorum_num"),
			record_get(&rule, "quorum_den"));
		assert_string_equal(said.s, rules[i].quorum);
		strbuf_reset(&said);
		strbuf_addf(&said, "%s %s/%s of %s",
			record_get(&rule, "pass_over"),
			record_get(&rule, "pass_num"),
			record_get(&rule, "pass_den"),
			record_get(&rule, "pass_base"));
		assert_string_equal(said.s, rules[i].pass);
		strbuf_clear(&said);
		record_clear(&rule);
		find_ids_clear(&ids);
	}
}

static enum err_code
kind_is_whole(void *data, const struct record *kind, struct err *err)
{
	size_t *n_formal = data;

	(void)err;
	assert_string_not_equal(record_get(kind, "template"), "");
	assert_string_not_equal(record_get(kind, "basis"), "");
	if (strcmp(record_get(kind, "functional"), "0") == 0)
		++*n_formal;
	/* What is due is not due of every union; 9: as needed. */
	assert_int_equal(strcmp(record_get(kind, "cycle"), "9") == 0,
		strcmp(record_get(kind, "union_kinds"), "") == 0);
	return ERR_OK;
}

static void
kinds_have_templates(void **state)
{
	struct office *office = *state;
	struct query query;
	struct err err = ERR_INIT;
	size_t n_formal = 0;

	fill(office);
	query_init(&query, &meeting_kind_type);
	assert_int_equal(query_each(office->store, &query, kind_is_whole,
				 &n_formal, &err),
		ERR_OK);
	query_clear(&query);
	/* appraisal, election, admission */
	assert_int_equal(n_formal, 3);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, office_set_up, office_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(is_entered_once),
		TEST(rules_are_those_of_the_books),
		TEST(kinds_have_templates),
	};

	return cmocka_run_group_tests_name("stock", tests, NULL, NULL);
}
