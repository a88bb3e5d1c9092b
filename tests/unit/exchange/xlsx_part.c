#include "made.h"

#include <fcntl.h>

#include "base/i18n.h"
#include "exchange/xlsx_part.h"

enum { BOMB = 80 << 20 };

static enum err_code
note_begin(void *data, const char *element, const char *const *attributes,
	struct err *err)
{
	const char *a = xlsx_attribute(attributes, "a");

	(void)err;
	strbuf_addf(data, "<%s%s>", element, a != NULL ? a : "");
	return strcmp(element, "stop") == 0 ? ERR_CANCELLED : ERR_OK;
}

static enum err_code
note_end(void *data, const char *element, struct err *err)
{
	(void)err;
	strbuf_addf(data, "</%s>", element);
	return ERR_OK;
}

static enum err_code
note_text(void *data, const char *text, size_t len, struct err *err)
{
	(void)err;
	strbuf_add_bytes(data, text, len);
	return ERR_OK;
}

static const struct xlsx_handler noting = {note_begin, note_end, note_text};

/* Reads part p of a file. */
static enum err_code
read_file(const char *path, struct strbuf *seen, struct err *err)
{
	struct xlsx_package *package;
	int fd = open(path, O_RDONLY);
	enum err_code code = xlsx_package_open(fd, "a.xlsx", &package, err);

	close(fd);
	if (code == ERR_OK)
		code = xlsx_part_read(package, "P", &noting, seen, NULL, err);
	xlsx_package_close(package);
	return code;
}

static enum err_code
read_made(const struct made_part *parts, struct strbuf *seen, struct err *err)
{
	char path[] = ROWS_PATH;
	enum err_code code;

	made_save(path, parts);
	code = read_file(path, seen, err);
	unlink(path);
	return code;
}

#define X "<x " MADE_MAIN ">"

static const struct {
	const char *text;
	const char *seen;
	enum err_code code;
} parts[] = {
	{X "<y a='1'>é&amp;</y></x>", "<x><y1>é&</y></x>", ERR_OK},
	{"<m:x xmlns:m='http://purl.oclc.org/ooxml/spreadsheetml/main'/>",
		"<x></x>", ERR_OK},
	{"<x xmlns='urn:other'/>", "<></>", ERR_OK},
	{X "<stop/><y/></x>", "<x><stop>", ERR_CANCELLED},
	{X "<y></x>", NULL, ERR_FILE},
	{X, NULL, ERR_FILE},
	{"", NULL, ERR_FILE},
	{"no XML", NULL, ERR_FILE},
	{"<!DOCTYPE x [<!ENTITY a 'b'>]>" X "&a;</x>", "", ERR_FILE},
};

static void
parts_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(parts); i++) {
		const struct made_part made[] = {{"p", parts[i].text, 0},
			MADE_END};
		struct strbuf seen = STRBUF_INIT;
		struct err err = ERR_INIT;

		assert_int_equal(read_made(made, &seen, &err), parts[i].code);
		if (parts[i].seen != NULL)
			assert_string_equal(seen.s, parts[i].seen);
		if (parts[i].code == ERR_FILE)
			assert_non_null(strstr(err.text,
				"a.xlsx is damaged (P cannot be read)"));
		err_clear(&err);
		strbuf_clear(&seen);
	}
}

static void
what_is_missing_is_named(void **state)
{
	const struct made_part made[] = {{"q", "<q/>", 0}, MADE_END};
	struct strbuf seen = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(read_made(made, &seen, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "P cannot be read"));
	err_clear(&err);
}

/* n bytes: a beginning, one character many times. */
static void
refuse_repeated(const char *beginning, char c, size_t n, const char *wrong)
{
	char *text = xmalloc(n);
	const struct made_part made[] = {{"p", text, n}, MADE_END};
	struct strbuf seen = STRBUF_INIT;
	struct err err = ERR_INIT;

	memset(text, c, n);
	memcpy(text, beginning, strlen(beginning));
	assert_int_equal(read_made(made, &seen, &err), ERR_FILE);
	assert_non_null(strstr(err.text, wrong));
	err_clear(&err);
	strbuf_clear(&seen);
	free(text);
}

static void
bombs_are_refused(void **state)
{
	struct strbuf deep = STRBUF_INIT, seen = STRBUF_INIT;
	struct made_part made[] = {{"p", NULL, 0}, MADE_END};
	struct err err = ERR_INIT;

	(void)state;
	refuse_repeated(X, ' ', BOMB, "unpacks into more than any sheet");
	refuse_repeated("<!--", '.', 6 << 20, "is damaged");
	for (int i = 0; i < 1000; i++)
		strbuf_add(&deep, "<x>");
	made[0].text = deep.s;
	assert_int_equal(read_made(made, &seen, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "is damaged"));
	err_clear(&err);
	strbuf_clear(&deep);
	strbuf_clear(&seen);
}

/* One byte of what is packed, or the end, is lost on the way. */
static void
damage_is_seen(void **state)
{
	const struct made_part made[] = {
		{"p", X "<y>0123456789</y><y>abcdefghij</y></x>", 0}, MADE_END};
	char path[] = ROWS_PATH;
	struct strbuf bytes = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	made_save(path, made);
	assert_int_equal(file_read(path, 1 << 20, &bytes, NULL), ERR_OK);
	for (size_t at = 31; at < 60; at++) {
		struct strbuf seen = STRBUF_INIT;
		FILE *file = fopen(path, "w");

		bytes.s[at] ^= 0x10;
		assert_int_equal(fwrite(bytes.s, bytes.len, 1, file), 1);
		assert_int_equal(fclose(file), 0);
		bytes.s[at] ^= 0x10;
		assert_int_equal(read_file(path, &seen, &err), ERR_FILE);
		err_clear(&err);
		strbuf_clear(&seen);
	}
	assert_int_equal(truncate(path, (off_t)bytes.len / 2), 0);
	assert_int_equal(read_file(path, NULL, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "a.xlsx is a damaged workbook, or "));
	err_clear(&err);
	strbuf_clear(&bytes);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_are_read),
		cmocka_unit_test(what_is_missing_is_named),
		cmocka_unit_test(bombs_are_refused),
		cmocka_unit_test(damage_is_seen),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
