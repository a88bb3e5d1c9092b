/* Counts that are made behind the screen. */
#include "records/desk.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "records/nouns.h"
#include "screens/tally.h"

static void
shows(const struct tally *tally, const char *wanted)
{
	struct strbuf text = STRBUF_INIT;

	tally_show(tally, &text);
	assert_string_equal(text.s, wanted);
	strbuf_clear(&text);
}

static bool
always(void *data)
{
	(void)data;
	return true;
}

static void
counts_when_there_is_time(void **state)
{
	struct desk *desk = *state;
	struct tally tally = TALLY_INIT;
	struct query query;

	query_init(&query, &unit_type);
	desk_add(desk, &unit_type, "name", "哈日图嘎查", NULL);
	shows(&tally, "…");
	assert_true(tally_count(&tally, desk->store, &query));
	shows(&tally, "1");
	assert_false(tally_count(&tally, desk->store, &query));

	desk_add(desk, &unit_type, "name", "敖伦高勒嘎查", NULL);
	assert_false(tally_count(&tally, desk->store, &query));
	tally_outdate(&tally);
	shows(&tally, "1");
	assert_true(tally_count(&tally, desk->store, &query));
	shows(&tally, "2");
	tally_outdate(&tally);
	assert_false(tally_count(&tally, desk->store, &query));

	tally_forget(&tally);
	shows(&tally, "…");
	query_clear(&query);
}

/* Enough rows for SQLite to ask. */
static void
is_put_off_by_a_key(void **state)
{
	enum { N = 2000 };
	struct desk *desk = *state;
	struct tally tally = TALLY_INIT;
	struct query query;
	struct change *change;
	struct err err = ERR_INIT;

	assert_int_equal(change_begin(desk->store, &(struct change_info){
		.operator_name = "", .action = "test", .reason = ""},
		&change, &err), ERR_OK);
	for (int i = 0; i < N; i++) {
		char *name = xasprintf("第%d嘎查", i);
		struct record record;

		desk_new(&record, &unit_type, "name", name, NULL);
		free(name);
		assert_int_equal(record_save(change, &record, NULL, NULL, &err),
			ERR_OK);
		record_clear(&record);
	}
	assert_int_equal(change_commit(change, &err), ERR_OK);

	query_init(&query, &unit_type);
	store_interrupt_when(desk->store, always, NULL);
	assert_false(tally_count(&tally, desk->store, &query));
	shows(&tally, "…");
	store_interrupt_when(desk->store, NULL, NULL);
	assert_true(tally_count(&tally, desk->store, &query));
	shows(&tally, "2000");
	query_clear(&query);
}

#define DESK_TEST(f) cmocka_unit_test_setup_teardown(f, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(counts_when_there_is_time),
		DESK_TEST(is_put_off_by_a_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
