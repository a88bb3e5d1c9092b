#include "place.h"

#include "store/scratch.h"

static void
put(struct scratch *scratch, int64_t number, int verdict, const char *text)
{
	assert_int_equal(scratch_put(scratch, number, verdict, text,
				 strlen(text), NULL),
		ERR_OK);
}

static void
assert_row(struct scratch *scratch, int64_t number, int verdict,
	const char *text)
{
	struct strbuf bytes = STRBUF_INIT;
	int found;

	assert_int_equal(scratch_get(scratch, number, &found, &bytes, NULL),
		ERR_OK);
	assert_int_equal(found, verdict);
	assert_string_equal(bytes.s, text);
	strbuf_clear(&bytes);
}

static void
assert_next(struct scratch *scratch, int verdict, int64_t after, bool backward,
	int64_t expected)
{
	int64_t number;

	assert_int_equal(scratch_next(scratch, verdict, after, backward,
				 &number, NULL),
		ERR_OK);
	assert_int_equal(number, expected);
}

static void
rows_are_put_and_found(void **state)
{
	struct store *store = place_create(*state);
	struct scratch *scratch;
	struct strbuf bytes = STRBUF_INIT;
	int verdict;
	int64_t n;

	assert_int_equal(scratch_open(store, &scratch, NULL), ERR_OK);
	put(scratch, 1, 0, "one");
	put(scratch, 2, 1, "two");
	put(scratch, 5, 0, "five");
	put(scratch, 2, 2, "two again");
	assert_row(scratch, 1, 0, "one");
	assert_row(scratch, 2, 2, "two again");
	assert_int_equal(scratch_get(scratch, 3, &verdict, &bytes, NULL),
		ERR_ABSENT);
	assert_next(scratch, -1, 0, false, 1);
	assert_next(scratch, -1, 2, false, 5);
	assert_next(scratch, -1, 5, false, 0);
	assert_next(scratch, -1, 5, true, 2);
	assert_next(scratch, 0, 1, false, 5);
	assert_next(scratch, 0, 5, true, 1);
	assert_next(scratch, 7, 0, false, 0);
	assert_int_equal(scratch_count(scratch, 0, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_int_equal(scratch_cut(scratch, 2, NULL), ERR_OK);
	assert_next(scratch, -1, 0, false, 1);
	assert_next(scratch, -1, 1, false, 0);
	assert_int_equal(scratch_empty(scratch, NULL), ERR_OK);
	assert_next(scratch, -1, 0, false, 0);
	scratch_close(scratch);
	scratch_close(NULL);
	store_close(store);
}

static void
assert_key(struct scratch *scratch, int kind, const char *key, int64_t after,
	int64_t expected)
{
	int64_t number;

	assert_int_equal(scratch_find_key(scratch, kind, key, after, &number,
				 NULL),
		ERR_OK);
	assert_int_equal(number, expected);
}

static void
rows_are_found_by_keys(void **state)
{
	struct store *store = place_create(*state);
	struct scratch *scratch, *other;

	assert_int_equal(scratch_open(store, &scratch, NULL), ERR_OK);
	assert_int_equal(scratch_open(store, &other, NULL), ERR_OK);
	assert_int_equal(scratch_add_key(scratch, 1, "张三", 4, NULL), ERR_OK);
	assert_int_equal(scratch_add_key(scratch, 1, "张三", 9, NULL), ERR_OK);
	assert_int_equal(scratch_add_key(scratch, 1, "张三", 9, NULL), ERR_OK);
	assert_int_equal(scratch_add_key(other, 2, "张三", 7, NULL), ERR_OK);
	assert_key(scratch, 1, "张三", 0, 4);
	assert_key(scratch, 1, "张三", 4, 9);
	assert_key(scratch, 1, "张三", 9, 0);
	assert_key(scratch, 2, "张三", 0, 0);
	assert_key(other, 2, "张三", 0, 7);
	assert_int_equal(scratch_empty_keys(scratch, NULL), ERR_OK);
	assert_key(scratch, 1, "张三", 0, 0);
	scratch_close(other);
	scratch_close(scratch);
	store_close(store);
}

/* Nothing of it stays in the database, and a change goes through after it. */
static void
a_batch_is_kept_or_not(void **state)
{
	struct store *store = place_create(*state);
	struct scratch *scratch;
	int64_t before, after;

	assert_int_equal(scratch_open(store, &scratch, NULL), ERR_OK);
	assert_int_equal(scratch_stamp(scratch, &before, NULL), ERR_OK);
	assert_int_equal(scratch_begin(scratch, NULL), ERR_OK);
	put(scratch, 1, 0, "one");
	assert_int_equal(scratch_end(scratch, true, NULL), ERR_OK);
	assert_int_equal(scratch_begin(scratch, NULL), ERR_OK);
	put(scratch, 2, 0, "two");
	assert_int_equal(scratch_end(scratch, false, NULL), ERR_OK);
	assert_next(scratch, -1, 0, false, 1);
	assert_next(scratch, -1, 1, false, 0);
	place_add(store, "a thing", 0);
	assert_row(scratch, 1, 0, "one");
	assert_int_equal(scratch_stamp(scratch, &after, NULL), ERR_OK);
	assert_true(after > before);
	scratch_close(scratch);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rows_are_put_and_found,
			bench_begin, bench_end),
		cmocka_unit_test_setup_teardown(rows_are_found_by_keys,
			bench_begin, bench_end),
		cmocka_unit_test_setup_teardown(a_batch_is_kept_or_not,
			bench_begin, bench_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
