#include "test.h"

#include "base/err.h"

static void
holds_a_sentence(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(err_set(&err, ERR_FILE, "no %s", "disk"), ERR_FILE);
	assert_int_equal(err.code, ERR_FILE);
	assert_string_equal(err.text, "no disk");
	assert_null(err.field);
	assert_int_equal(err_set_field(&err, ERR_INVALID, "idno", "wrong"),
		ERR_INVALID);
	assert_string_equal(err.text, "wrong");
	assert_string_equal(err.field, "idno");
	err_set(&err, ERR_BUSY, "wait");
	assert_null(err.field);
	err_clear(&err);
	assert_int_equal(err.code, ERR_OK);
	assert_null(err.text);
}

static void
takes_its_own_text_as_argument(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	err_set_field(&err, ERR_FILE, "path", "gone");
	err_set_field(&err, ERR_STORE, err.field, "%s: %s", err.field,
		err.text);
	assert_string_equal(err.text, "path: gone");
	assert_string_equal(err.field, "path");
	err_set(&err, ERR_STORE, "%s!", err.text);
	assert_string_equal(err.text, "path: gone!");
	err_clear(&err);
}

static void
names_a_file(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	err_set(&err, ERR_FILE, "no %s", err_name(&err, "\xc3\xfb\xb2\xe1"));
	assert_string_equal(err.text, "no 名册");
	assert_null(err.named);
	err_name(&err, "a");
	assert_string_equal(err_name(&err, err_name(&err, "b")), "b");
	err_set(&err, ERR_FILE, "%s: %s", err_name(&err, "c"), err.text);
	assert_string_equal(err.text, "c: no 名册");
	err_name(&err, "d");
	err_clear(&err);
	assert_null(err.named);
	assert_string_equal(err_name(NULL, "e"), "e");
}

static void
moves(void **state)
{
	struct err from = ERR_INIT, to = ERR_INIT;

	(void)state;
	err_set(&to, ERR_BUSY, "old");
	err_set_field(&from, ERR_STALE, "name", "new");
	assert_int_equal(err_move(&to, &from), ERR_STALE);
	assert_int_equal(from.code, ERR_OK);
	assert_null(from.text);
	assert_null(from.field);
	assert_int_equal(to.code, ERR_STALE);
	assert_string_equal(to.text, "new");
	assert_string_equal(to.field, "name");
	assert_int_equal(err_move(NULL, &to), ERR_STALE);
	assert_null(to.text);
}

static void
needs_no_words(void **state)
{
	(void)state;
	assert_int_equal(err_set(NULL, ERR_DENIED, "%d", 1), ERR_DENIED);
	assert_int_equal(err_set_field(NULL, ERR_DENIED, "f", "x"),
		ERR_DENIED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_a_sentence),
		cmocka_unit_test(takes_its_own_text_as_argument),
		cmocka_unit_test(names_a_file),
		cmocka_unit_test(moves),
		cmocka_unit_test(needs_no_words),
	};

	return cmocka_run_group_tests_name("err", tests, NULL, NULL);
}
