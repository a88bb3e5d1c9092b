#include "rows.h"

#include "base/i18n.h"
#include "exchange/row_file.h"

struct made {
	struct row_file *file;
	struct strbuf seen;
};

static int
make(void **state)
{
	struct made *made = xcalloc(1, sizeof(*made));

	i18n_set_language(LANGUAGE_EN);
	strbuf_init(&made->seen);
	assert_int_equal(row_file_new(&made->file, NULL), ERR_OK);
	*state = made;
	return 0;
}

static int
unmake(void **state)
{
	struct made *made = *state;

	row_file_free(made->file);
	strbuf_clear(&made->seen);
	free(made);
	return 0;
}

/* text: a cell a character, "." none. */
static void
add(struct row_file *file, uint64_t number, const char *text)
{
	for (size_t i = 0; text[i] != '\0'; i++) {
		const char cell[] = {text[i], '\0'};

		if (text[i] != '.')
			row_file_add_cell(file, i, cell);
	}
	assert_int_equal(row_file_add_row(file, number, NULL), ERR_OK);
}

static const char *
read_all(struct made *made)
{
	strbuf_reset(&made->seen);
	assert_int_equal(row_file_read(made->file, rows_show, &made->seen,
				 NULL, NULL), ERR_OK);
	return made->seen.s;
}

static void
rows_come_back(void **state)
{
	struct made *made = *state;

	add(made->file, 1, "ab");
	add(made->file, 2, "");
	add(made->file, 3, "..c");
	row_file_add_cell(made->file, 4, "");
	assert_int_equal(row_file_add_row(made->file, 4, NULL), ERR_OK);
	add(made->file, 9, "d");
	assert_int_equal(row_file_n(made->file), 3);
	for (int i = 0; i < 2; i++)
		assert_string_equal(read_all(made),
			"1:1[a|b]3:3[||c]9:9[d]");
}

static void
merged_cells_are_filled(void **state)
{
	struct made *made = *state;

	add(made->file, 1, "ab");
	add(made->file, 2, ".c");
	add(made->file, 3, ".d");
	add(made->file, 5, "ef");
	add(made->file, 6, ".g");
	add(made->file, 7, ".h");
	/* empty at its top, begun in a row that is not there */
	assert_int_equal(row_file_merge(made->file, 2, 1, 7, NULL), ERR_OK);
	assert_int_equal(row_file_merge(made->file, 1, 4, 7, NULL), ERR_OK);
	assert_int_equal(row_file_merge(made->file, 0, 5, 6, NULL), ERR_OK);
	assert_int_equal(row_file_merge(made->file, 0, 1, 3, NULL), ERR_OK);
	for (int i = 0; i < 2; i++)
		assert_string_equal(read_all(made), "1:1[a|b]2:2[a|c]3:3[a|d]"
			"5:5[e|f]6:6[e|g]7:7[|h]");
}

static bool
is_cancelled(struct job *job)
{
	return ((struct strbuf *)job->data)->len > 6;
}

static void
the_reading_stops_where_it_is_told(void **state)
{
	struct made *made = *state;
	struct job job = {.cancelled = is_cancelled, .data = &made->seen};

	add(made->file, 1, "a");
	add(made->file, 2, "b");
	add(made->file, 3, "c");
	assert_int_equal(row_file_read(made->file, rows_show, &made->seen,
				 &job, NULL), ERR_CANCELLED);
	assert_string_equal(made->seen.s, "1:1[a]2:2[b]");
}

static void
a_row_has_its_limit(void **state)
{
	struct made *made = *state;
	struct err err = ERR_INIT;
	char text[4096];

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	for (size_t i = 0; i < 1000; i++)
		row_file_add_cell(made->file, i, text);
	assert_int_equal(row_file_add_row(made->file, 7, &err), ERR_INVALID);
	assert_non_null(strstr(err.text, "Row 7 holds more text"));
	err_clear(&err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rows_come_back, make, unmake),
		cmocka_unit_test_setup_teardown(merged_cells_are_filled, make,
			unmake),
		cmocka_unit_test_setup_teardown(
			the_reading_stops_where_it_is_told, make, unmake),
		cmocka_unit_test_setup_teardown(a_row_has_its_limit, make,
			unmake),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
