/* The rows of a workbook's sheet, unpacked once into a file of rows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "exchange/csv.h"
#include "exchange/input.h"
#include "exchange/row_file.h"
#include "exchange/sheet_read.h"
#include "exchange/xlsx_book.h"

struct xlsx_reader {
	struct sheet_reader base; /* first */
	struct xlsx_book *book;   /* its sheets: those with anything in them */
	struct row_file *rows;    /* of one sheet; NULL: none unpacked yet */
	size_t unpacked;          /* that sheet */
};

/* What the value of a cell is (the attribute t). */
enum cell_kind {
	CELL_NUMBER,
	CELL_SHARED, /* the number of a shared string */
	CELL_STRING, /* what a formula gave */
	CELL_INLINE,
	CELL_BOOL,
	CELL_ERROR,  /* #N/A */
	CELL_DATE,   /* ISO 8601 */
	CELL_KIND_N,
};

/* A sheet on its way into the file of rows. */
struct unpacking {
	struct xlsx_book *book;
	const struct xlsx_sheet *sheet;
	struct row_file *rows;
	bool in_data;
	uint64_t number;   /* of the row, from 1 */
	size_t column;     /* of the next cell, from 0 */
	enum cell_kind kind;
	size_t format;
	bool has_formula;
	bool has_value;
	bool in_text;      /* of the value */
	size_t in_phonetic;
	struct strbuf text;
	struct strbuf shown;
};

static enum err_code
refuse(const struct unpacking *unpacking, struct err *err)
{
	return xlsx_refuse(unpacking->book->package, unpacking->sheet->part,
		err);
}

/* Reads C3; what stands behind it is *end.  False where it is none. */
static bool
read_name(const char *name, size_t *column, uint64_t *number, const char **end)
{
	size_t letters = 0, n = 0;
	char *behind;

	for (; *name >= 'A' && *name <= 'Z' && n < 3; name++, n++)
		letters = letters * 26 + (size_t)(*name - 'A') + 1;
	if (n == 0 || letters > ROW_FILE_COLUMNS || *name < '1' || *name > '9')
		return false;
	*column = letters - 1;
	*number = strtoull(name, &behind, 10);
	*end = behind;
	return *number <= ROW_FILE_ROWS;
}

static enum err_code
begin_row(struct unpacking *unpacking, const char *const *attributes,
	struct err *err)
{
	const char *r = xlsx_attribute(attributes, "r");
	uint64_t number = r != NULL ? strtoull(r, NULL, 10)
				    : unpacking->number + 1;

	if (number <= unpacking->number || number > ROW_FILE_ROWS)
		return refuse(unpacking, err);
	unpacking->number = number;
	unpacking->column = 0;
	return ERR_OK;
}

static enum cell_kind
find_kind(const char *word)
{
	static const char *const words[CELL_KIND_N] = {
		[CELL_NUMBER] = "n",
		[CELL_SHARED] = "s",
		[CELL_STRING] = "str",
		[CELL_INLINE] = "inlineStr",
		[CELL_BOOL] = "b",
		[CELL_ERROR] = "e",
		[CELL_DATE] = "d",
	};

	for (enum cell_kind kind = 0; word != NULL && kind < CELL_KIND_N;
		kind++)
		if (strcmp(word, words[kind]) == 0)
			return kind;
	return word == NULL ? CELL_NUMBER : CELL_KIND_N;
}

static enum err_code
begin_cell(struct unpacking *unpacking, const char *const *attributes,
	struct err *err)
{
	const char *r = xlsx_attribute(attributes, "r");
	const char *s = xlsx_attribute(attributes, "s");
	size_t column = unpacking->column;
	uint64_t number = unpacking->number;
	const char *end = "";

	if (r != NULL && !read_name(r, &column, &number, &end))
		return refuse(unpacking, err);
	unpacking->kind = find_kind(xlsx_attribute(attributes, "t"));
	unpacking->format = s != NULL ? strtoul(s, NULL, 10) : 0;
	if (*end != '\0' || number != unpacking->number ||
		column < unpacking->column || column >= ROW_FILE_COLUMNS ||
		unpacking->kind == CELL_KIND_N)
		return refuse(unpacking, err);
	unpacking->column = column;
	unpacking->has_formula = unpacking->has_value = false;
	strbuf_reset(&unpacking->text);
	return ERR_OK;
}

static enum err_code
begin_merge(struct unpacking *unpacking, const char *const *attributes,
	struct err *err)
{
	const char *ref = xlsx_attribute(attributes, "ref"), *end;
	size_t column, last_column;
	uint64_t first, last;

	if (ref == NULL || !read_name(ref, &column, &first, &end))
		return refuse(unpacking, err);
	if (*end == '\0')
		return ERR_OK; /* one cell */
	if (*end != ':' ||
		!read_name(end + 1, &last_column, &last, &end) || *end != '\0')
		return refuse(unpacking, err);
	if (last <= first)
		return ERR_OK;
	return row_file_merge(unpacking->rows, column, first, last, err);
}

static enum err_code
begin_element(void *data, const char *element, const char *const *attributes,
	struct err *err)
{
	struct unpacking *unpacking = data;

	if (strcmp(element, "mergeCell") == 0)
		return begin_merge(unpacking, attributes, err);
	if (strcmp(element, "sheetData") == 0)
		unpacking->in_data = true;
	if (!unpacking->in_data)
		return ERR_OK;
	if (strcmp(element, "c") == 0)
		return begin_cell(unpacking, attributes, err);
	if (strcmp(element, "row") == 0)
		return begin_row(unpacking, attributes, err);
	if (strcmp(element, "f") == 0)
		unpacking->has_formula = true;
	else if (strcmp(element, "rPh") == 0)
		unpacking->in_phonetic++;
	else if (unpacking->in_phonetic == 0 &&
		(strcmp(element, "v") == 0 || strcmp(element, "t") == 0))
		unpacking->in_text = unpacking->has_value = true;
	return ERR_OK;
}

static enum err_code
take_text(void *data, const char *text, size_t len, struct err *err)
{
	struct unpacking *unpacking = data;

	if (unpacking->in_text)
		strbuf_add_bytes(&unpacking->text, text, len);
	return unpacking->text.len > CSV_ROW_MAX ? refuse(unpacking, err)
						 : ERR_OK;
}

static enum err_code
show_shared(struct unpacking *unpacking, const char **text, struct err *err)
{
	const char *number = unpacking->text.s;
	char *end;
	unsigned long i = strtoul(number, &end, 10);

	if (number[0] < '0' || number[0] > '9' || *end != '\0' ||
		i >= xlsx_strings_n(unpacking->book->strings))
		return refuse(unpacking, err);
	return xlsx_strings_get(unpacking->book->strings, i, text, err);
}

static enum err_code
show_number(struct unpacking *unpacking, struct err *err)
{
	const struct xlsx_book *book = unpacking->book;
	const struct xlsx_format plain = {0, 0};

	if (unpacking->text.len == 0)
		return ERR_OK;
	if (xlsx_number_show(unpacking->text.s,
		    unpacking->format < book->n_formats
			    ? book->formats[unpacking->format] : plain,
		    book->from_1904, &unpacking->shown))
		return ERR_OK;
	return refuse(unpacking, err);
}

/* 2004-09-27T00:00:00.000 is a day; its fractions of a second are none. */
static void
show_date(struct unpacking *unpacking)
{
	char *text = unpacking->text.s, *time = strchr(text, 'T');

	text[strcspn(text, ".Z")] = '\0';
	if (time != NULL)
		*time = strcmp(time, "T00:00:00") == 0 ? '\0' : ' ';
	strbuf_add(&unpacking->shown, text);
}

/* What the cell shows; *text lives until the next one. */
static enum err_code
show_cell(struct unpacking *unpacking, const char **text, struct err *err)
{
	enum err_code code = ERR_OK;

	strbuf_reset(&unpacking->shown);
	switch (unpacking->kind) {
	case CELL_SHARED:
		return show_shared(unpacking, text, err);
	case CELL_NUMBER:
		code = show_number(unpacking, err);
		break;
	case CELL_STRING:
	case CELL_INLINE:
		xlsx_unescape(unpacking->text.s, &unpacking->shown);
		break;
	case CELL_BOOL:
		strbuf_add(&unpacking->shown,
			strcmp(unpacking->text.s, "0") == 0 ? "FALSE" : "TRUE");
		break;
	case CELL_DATE:
		show_date(unpacking);
		break;
	case CELL_ERROR:
	case CELL_KIND_N:
		strbuf_add(&unpacking->shown, unpacking->text.s);
		break;
	}
	*text = unpacking->shown.s;
	return code;
}

static enum err_code
refuse_formula(const struct unpacking *unpacking, struct err *err)
{
	struct strbuf name = STRBUF_INIT;

	sheet_cell_name(unpacking->column, unpacking->number, &name);
	err_set(err, ERR_INVALID,
		_("The cell %s of the sheet “%s” holds a formula without what "
		  "it comes to; open the file in WPS or Excel and save it."),
		name.s, unpacking->sheet->name);
	strbuf_clear(&name);
	return ERR_INVALID;
}

/* An import takes one apostrophe off, as of CSV (csv_unguard()); one that is
 * the cell's own stays. */
static enum err_code
end_cell(struct unpacking *unpacking, struct err *err)
{
	const char *text = "";
	enum err_code code = ERR_OK;

	if (unpacking->has_formula && unpacking->kind == CELL_NUMBER &&
		unpacking->text.len == 0)
		code = refuse_formula(unpacking, err);
	else if (unpacking->has_value)
		code = show_cell(unpacking, &text, err);
	if (code != ERR_OK)
		return code;
	if (csv_unguard(text) != text) {
		strbuf_reset(&unpacking->text);
		strbuf_addf(&unpacking->text, "'%s", text);
		text = unpacking->text.s;
	}
	row_file_add_cell(unpacking->rows, unpacking->column++, text);
	return ERR_OK;
}

static enum err_code
end_element(void *data, const char *element, struct err *err)
{
	struct unpacking *unpacking = data;

	if (strcmp(element, "sheetData") == 0)
		unpacking->in_data = false;
	if (!unpacking->in_data)
		return ERR_OK;
	if (strcmp(element, "v") == 0 || strcmp(element, "t") == 0)
		unpacking->in_text = false;
	else if (strcmp(element, "rPh") == 0)
		unpacking->in_phonetic--;
	else if (strcmp(element, "c") == 0)
		return end_cell(unpacking, err);
	else if (strcmp(element, "row") == 0)
		return row_file_add_row(unpacking->rows, unpacking->number,
			err);
	return ERR_OK;
}

static enum err_code
unpack(struct xlsx_reader *reader, struct job *job, struct err *err)
{
	static const struct xlsx_handler handler = {begin_element, end_element,
		take_text};
	struct unpacking unpacking = {.book = reader->book,
		.sheet = &reader->book->sheets[reader->base.sheet],
		.text = STRBUF_INIT, .shown = STRBUF_INIT};
	enum err_code code = row_file_new(&unpacking.rows, err);

	if (code == ERR_OK)
		code = xlsx_book_load(reader->book, job, err);
	if (code == ERR_OK)
		code = xlsx_part_read(reader->book->package,
			unpacking.sheet->part, &handler, &unpacking, job, err);
	xlsx_book_unload(reader->book);
	strbuf_clear(&unpacking.text);
	strbuf_clear(&unpacking.shown);
	if (code != ERR_OK) {
		row_file_free(unpacking.rows);
		return code;
	}
	row_file_free(reader->rows);
	reader->rows = unpacking.rows;
	reader->unpacked = reader->base.sheet;
	return ERR_OK;
}

static enum err_code
read_rows(struct sheet_reader *base, source_row_fn *each, void *data,
	struct job *job, struct err *err)
{
	struct xlsx_reader *reader = (struct xlsx_reader *)base;
	enum err_code code = ERR_OK;

	if (reader->rows == NULL || reader->unpacked != base->sheet)
		code = unpack(reader, job, err);
	if (code == ERR_OK)
		code = row_file_read(reader->rows, each, data, job, err);
	return code;
}

static void
close_reader(struct sheet_reader *base)
{
	struct xlsx_reader *reader = (struct xlsx_reader *)base;

	row_file_free(reader->rows);
	xlsx_book_close(reader->book);
	free(reader);
}

static enum err_code
find_value(void *data, const char *element, const char *const *attributes,
	struct err *err)
{
	(void)data;
	(void)attributes;
	(void)err;
	return strcmp(element, "v") == 0 || strcmp(element, "t") == 0
		? ERR_CANCELLED : ERR_OK;
}

/* Keeps the sheets that have anything in them: a new workbook often has two
 * more than its maker has used. */
static enum err_code
keep_filled(struct xlsx_reader *reader, struct err *err)
{
	static const struct xlsx_handler handler = {.begin = find_value};
	struct xlsx_book *book = reader->book;
	size_t n = book->n_sheets;
	enum err_code code = ERR_OK;

	book->n_sheets = 0;
	for (size_t i = 0; i < n; i++) {
		struct xlsx_sheet sheet = book->sheets[i];

		if (code == ERR_OK)
			code = xlsx_part_read(book->package, sheet.part,
				&handler, NULL, NULL, err);
		if (code == ERR_CANCELLED) {
			book->sheets[book->n_sheets++] = sheet;
			strvec_add(&reader->base.sheets, sheet.name);
			code = ERR_OK;
			continue;
		}
		free(sheet.name);
		free(sheet.part);
	}
	if (code == ERR_OK && book->n_sheets == 0)
		code = err_set(err, ERR_FILE,
			_("%s has no visible sheet with anything in it."),
			err_name(err, xlsx_package_name(book->package)));
	return code;
}

enum err_code
xlsx_reader_open(const struct sheet_source *source, struct sheet_reader **out,
	struct err *err)
{
	static const struct sheet_reader_kind kind = {read_rows, close_reader};
	struct xlsx_reader *reader = xcalloc(1, sizeof(*reader));
	struct input input;
	enum err_code code = input_open(&input, source, err);

	reader->base.kind = &kind;
	if (code == ERR_OK) {
		code = xlsx_book_open(input.fd, input_name(source),
			&reader->book, err);
		input_close(&input);
	}
	if (code == ERR_OK)
		code = keep_filled(reader, err);
	if (code != ERR_OK) {
		strvec_clear(&reader->base.sheets);
		close_reader(&reader->base);
		return code;
	}
	*out = &reader->base;
	return ERR_OK;
}
