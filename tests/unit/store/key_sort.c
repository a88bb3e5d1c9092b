#include "bench.h"

#include "base/strbuf.h"
#include "store/key_sort.h"

static void
add(struct key_sort *sort, const struct table *table, enum find_kind kind,
	const char *word, int64_t place)
{
	const struct find_key key = {kind, (char *)word};

	assert_int_equal(key_sort_add(sort, table, &key, place, NULL), ERR_OK);
}

/* In the order of find_key's own: list, key, place. */
static void
sorts_as_the_table_does(void **state)
{
	struct key_sort *sort = key_sort_new();
	struct strbuf out = STRBUF_INIT;
	struct key_row row;
	bool more = true;

	(void)state;
	add(sort, &thing_table, FIND_NAME, "a", 1);
	add(sort, &person_table, FIND_NUMBER, "15", 300);
	add(sort, &person_table, FIND_NAME, "单晓红", 2);
	add(sort, &person_table, FIND_NAME, "单晓", INT64_C(1) << 40);
	add(sort, &person_table, FIND_NAME, "单晓", 256);
	add(sort, &person_table, FIND_NAME, "单晓", 1);
	assert_int_equal(key_sort_end(sort, NULL), ERR_OK);
	while (more) {
		assert_int_equal(key_sort_next(sort, &row, &more, NULL),
			ERR_OK);
		if (more)
			strbuf_addf(&out, "%d %s %lld\n", row.list, row.key,
				(long long)row.place);
	}
	assert_string_equal(out.s, "56 单晓 1\n56 单晓 256\n"
		"56 单晓 1099511627776\n56 单晓红 2\n60 15 300\n64 a 1\n");
	strbuf_clear(&out);
	key_sort_free(sort);
}

static void
is_empty_at_first(void **state)
{
	struct key_sort *sort = key_sort_new();
	struct key_row row;
	bool more = true;

	(void)state;
	assert_int_equal(key_sort_end(sort, NULL), ERR_OK);
	assert_int_equal(key_sort_next(sort, &row, &more, NULL), ERR_OK);
	assert_false(more);
	key_sort_free(sort);
	key_sort_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sorts_as_the_table_does),
		cmocka_unit_test(is_empty_at_first),
	};

	return cmocka_run_group_tests_name("key_sort", tests, NULL, NULL);
}
