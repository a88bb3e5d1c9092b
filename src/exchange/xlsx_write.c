#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/sheet.h"

enum {
	TAB_NAME_MAX = 31,  /* characters, by Excel, as is the next */
	TEXT_MAX = 32767,
	MEASURED_ROWS = 1000,
	COLS_MIN = 6,
	COLS_MAX = 50,
	COLS_BESIDE = 2,    /* the room that Excel leaves at both sides */
	FILTER_COLS = 2,    /* the arrow of the filter */
	FIRST_YEAR = 1900,
	ROOM_BESIDE = 1 << 20,
};

struct xlsx_writer {
	struct sheet_writer base; /* first */
	const struct sheet_layout *layout;
	struct file_out *out;
	char *folder; /* in which it will appear */
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *bold;
	lxw_format *formats[SHEET_DATE + 1];
	size_t *cols; /* of each column's widest cell so far */
	lxw_row_t n_rows;
	size_t n_headers;
	lxw_row_t header; /* the first */
	size_t n_header_cells;
	lxw_row_t last; /* that is not empty */
	struct strbuf escaped;
};

static bool
is_escape(const char *s)
{
	return s[0] == '_' && s[1] == 'x' && isxdigit((unsigned char)s[2]) &&
		isxdigit((unsigned char)s[3]) &&
		isxdigit((unsigned char)s[4]) &&
		isxdigit((unsigned char)s[5]) && s[6] == '_';
}

/* In a workbook _x0041_ stands for A (ECMA-376, ST_Xstring); text that looks
 * so by itself has its first character written in that way. */
static const char *
escape(struct xlsx_writer *writer, const char *text)
{
	const char *s = strstr(text, "_x");

	while (s != NULL && !is_escape(s))
		s = strstr(s + 1, "_x");
	if (s == NULL)
		return text;
	strbuf_reset(&writer->escaped);
	for (s = text; *s != '\0'; s++)
		if (is_escape(s))
			strbuf_add(&writer->escaped, "_x005F_");
		else
			strbuf_add_char(&writer->escaped, *s);
	return writer->escaped.s;
}

static bool
read_day(const char *text, lxw_datetime *out)
{
	if (!date_is_day(text) || atoi(text) < FIRST_YEAR)
		return false;
	*out = (lxw_datetime){
		.year = atoi(text),
		.month = atoi(text + 5),
		.day = atoi(text + 8),
	};
	return true;
}

static lxw_error
write_value(struct xlsx_writer *writer, size_t column, const char *text)
{
	const struct sheet_layout *layout = writer->layout;
	enum sheet_cells cells = layout->cells != NULL
		? layout->cells[column] : SHEET_TEXT;
	size_t n_places = cells == SHEET_MONEY ? 2 : 0;
	lxw_col_t at = (lxw_col_t)column;
	lxw_datetime day;
	double number;

	if (cells == SHEET_DATE && read_day(text, &day))
		return worksheet_write_datetime(writer->sheet, writer->n_rows,
			at, &day, writer->formats[cells]);
	if ((cells == SHEET_COUNT || cells == SHEET_MONEY) &&
		sheet_number(text, n_places, &number))
		return worksheet_write_number(writer->sheet, writer->n_rows,
			at, number, writer->formats[cells]);
	return worksheet_write_string(writer->sheet, writer->n_rows, at,
		escape(writer, text), writer->formats[SHEET_TEXT]);
}

/* The first rows tell how wide a column must be. */
static void
measure(struct xlsx_writer *writer, enum sheet_row row, size_t column,
	const char *text)
{
	size_t cols;

	if (writer->n_rows >= MEASURED_ROWS || row == SHEET_TITLE)
		return;
	cols = text_cols_n(text, strcspn(text, "\r\n")) +
		(row == SHEET_HEADER ? FILTER_COLS : 0);
	if (cols > writer->cols[column])
		writer->cols[column] = cols;
}

static enum err_code
refuse_cell(const struct xlsx_writer *writer, lxw_error error, size_t column,
	struct err *err)
{
	if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
		return err_set(err, ERR_INVALID,
			_("Row %lu has more than %d characters in column %lu, "
			  "which no workbook can hold; export it as CSV."),
			(unsigned long)writer->n_rows + 1, TEXT_MAX,
			(unsigned long)column + 1);
	return err_set(err, ERR_INVALID,
		_("A workbook holds no more than %d rows and %d columns; "
		  "export it as CSV."), LXW_ROW_MAX, LXW_COL_MAX);
}

/* The filter of the first table, as long as its last row is the one that was
 * written last: the library takes no other. */
static void
set_filter(struct xlsx_writer *writer)
{
	if (writer->n_headers == 1)
		worksheet_autofilter(writer->sheet, writer->header, 0,
			writer->last, (lxw_col_t)(writer->n_header_cells - 1));
}

static void
begin_table(struct xlsx_writer *writer, size_t n_cells)
{
	set_filter(writer);
	if (writer->n_headers++ > 0)
		return;
	writer->header = writer->n_rows;
	writer->n_header_cells = n_cells;
	worksheet_freeze_panes(writer->sheet, writer->header + 1, 0);
}

static enum err_code
write_row(struct sheet_writer *base, enum sheet_row row,
	const char *const *cells, size_t n, struct err *err)
{
	struct xlsx_writer *writer = (struct xlsx_writer *)base;

	if (row == SHEET_HEADER)
		begin_table(writer, n);
	for (size_t i = 0; i < n; i++) {
		lxw_error error = LXW_NO_ERROR;

		if (cells[i][0] == '\0')
			continue;
		writer->last = writer->n_rows;
		measure(writer, row, i, cells[i]);
		if (row == SHEET_ROW)
			error = write_value(writer, i, cells[i]);
		else
			error = worksheet_write_string(writer->sheet,
				writer->n_rows, (lxw_col_t)i,
				escape(writer, cells[i]), writer->bold);
		if (error != LXW_NO_ERROR)
			return refuse_cell(writer, error, i, err);
	}
	writer->n_rows++;
	return ERR_OK;
}

static void
writer_free(struct xlsx_writer *writer)
{
	strbuf_clear(&writer->escaped);
	free(writer->folder);
	free(writer->cols);
	free(writer);
}

static void
abandon(struct sheet_writer *base)
{
	struct xlsx_writer *writer = (struct xlsx_writer *)base;

	if (writer->book != NULL) {
		if (writer->sheet != NULL)
			fclose(writer->sheet->optimize_tmpfile);
		lxw_workbook_free(writer->book);
	}
	file_out_abandon(writer->out);
	writer_free(writer);
}

static void
finish_sheet(struct xlsx_writer *writer)
{
	const struct sheet_layout *layout = writer->layout;

	for (size_t i = 0; i < layout->n_columns; i++) {
		enum sheet_cells cells = layout->cells != NULL
			? layout->cells[i] : SHEET_TEXT;
		size_t cols = writer->cols[i];

		cols = cols < COLS_MIN ? COLS_MIN
			: cols > COLS_MAX ? COLS_MAX : cols;
		worksheet_set_column(writer->sheet, (lxw_col_t)i, (lxw_col_t)i,
			(double)cols + COLS_BESIDE, writer->formats[cells]);
	}
	set_filter(writer);
}

/* The library does not look whether its own files could be written: what waits
 * is put together once more, and then zipped. */
static enum err_code
check_waiting(struct xlsx_writer *writer, struct err *err)
{
	FILE *waiting = writer->sheet->optimize_tmpfile;
	long len;

	if (fflush(waiting) != 0 || ferror(waiting) ||
		(len = ftell(waiting)) < 0)
		return err_set(err, ERR_FILE,
			_("The workbook cannot be written; the disk of %s may "
			  "be full."), err_name(err, writer->folder));
	return file_check_room(writer->folder,
		2 * (uint64_t)len + ROOM_BESIDE, err);
}

static enum err_code
commit(struct sheet_writer *base, struct err *err)
{
	struct xlsx_writer *writer = (struct xlsx_writer *)base;
	enum err_code code;

	finish_sheet(writer);
	code = check_waiting(writer, err);
	if (code != ERR_OK) {
		abandon(base);
		return code;
	}
	if (workbook_close(writer->book) != LXW_NO_ERROR) {
		code = err_set(err, ERR_FILE,
			_("The workbook cannot be written; the disk of %s may "
			  "be full."), err_name(err, writer->folder));
		file_out_abandon(writer->out);
	} else {
		code = file_out_commit(writer->out, err);
	}
	writer_free(writer);
	return code;
}

/* A name of a sheet has few characters, and some not at all. */
static void
make_tab_name(const char *name, struct strbuf *out)
{
	size_t n = 0;

	for (const char *s = name; *s != '\0'; s++) {
		n += ((unsigned char)*s & 0xc0) != 0x80;
		if (n > TAB_NAME_MAX)
			break;
		strbuf_add_char(out, strchr("[]:*?/\\'", *s) != NULL ? '-'
								     : *s);
	}
}

/* False where the library cannot make its files. */
static bool
open_book(struct xlsx_writer *writer)
{
	lxw_workbook_options options = {
		.constant_memory = LXW_TRUE,
		.tmpdir = writer->folder,
	};
	struct strbuf name = STRBUF_INIT;

	writer->book = workbook_new_opt(file_out_temporary(writer->out),
		&options);
	if (writer->book == NULL)
		return false;
	make_tab_name(writer->layout->name, &name);
	writer->sheet = workbook_add_worksheet(writer->book, name.s);
	strbuf_clear(&name);
	if (writer->sheet == NULL || writer->sheet->optimize_tmpfile == NULL)
		return false;
	writer->bold = workbook_add_format(writer->book);
	format_set_bold(writer->bold);
	/* text: a number that is typed into such a cell stays whole */
	writer->formats[SHEET_TEXT] = workbook_add_format(writer->book);
	format_set_num_format(writer->formats[SHEET_TEXT], "@");
	writer->formats[SHEET_MONEY] = workbook_add_format(writer->book);
	format_set_num_format(writer->formats[SHEET_MONEY], "#,##0.00");
	writer->formats[SHEET_DATE] = workbook_add_format(writer->book);
	format_set_num_format(writer->formats[SHEET_DATE], "yyyy-mm-dd");
	return true;
}

enum err_code
xlsx_writer_open(const char *path, const struct sheet_layout *layout,
	struct sheet_writer **out, struct err *err)
{
	static const struct sheet_kind kind = {write_row, commit, abandon};
	struct xlsx_writer *writer;
	struct file_out *file;
	enum err_code code;

	*out = NULL;
	if (strcmp(path, "-") == 0)
		return err_set(err, ERR_FILE,
			_("A workbook cannot go to the standard output; name "
			  "a file for it."));
	code = file_out_open(path, layout->replace, &file, err);
	if (code != ERR_OK)
		return code;
	writer = xcalloc(1, sizeof(*writer));
	writer->base.kind = &kind;
	writer->layout = layout;
	writer->out = file;
	writer->folder = file_folder(file_out_temporary(file));
	writer->cols = xcalloc(layout->n_columns, sizeof(*writer->cols));
	strbuf_init(&writer->escaped);
	if (!open_book(writer)) {
		code = err_set(err, ERR_FILE,
			_("No temporary file can be made in %s."),
			err_name(err, writer->folder));
		abandon(&writer->base);
		return code;
	}
	*out = &writer->base;
	return ERR_OK;
}
