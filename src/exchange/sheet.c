#include "exchange/sheet.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"

enum { DIGITS_MAX = 15 }; /* that a double holds whole */

bool
sheet_number(const char *text, size_t n_places, double *out)
{
	const char *digits = text + (text[0] == '-');
	const char *point = strchr(digits, '.');
	double number = 0, scale = 1;
	size_t n = 0;

	if ((point != NULL) != (n_places > 0) ||
		(point != NULL && strlen(point + 1) != n_places))
		return false;
	for (const char *s = digits; *s != '\0'; s++) {
		if (isdigit((unsigned char)*s))
			number = number * 10 + (*s - '0'), n++;
		else if (s != point && (n_places == 0 || *s != ','))
			return false;
	}
	if (n <= n_places || n > DIGITS_MAX ||
		(digits[0] == '0' && n > n_places + 1))
		return false;
	for (size_t i = 0; i < n_places; i++)
		scale *= 10;
	*out = (digits > text ? -number : number) / scale;
	return true;
}

bool
sheet_is_workbook(const char *path)
{
	static const char ending[] = ".xlsx";
	size_t len = strlen(path), end = sizeof(ending) - 1;

	return len > end && strcasecmp(path + len - end, ending) == 0;
}

bool
sheet_has_workbooks(void)
{
#ifdef HAVE_WORKBOOKS
	return true;
#else
	return false;
#endif
}

#ifndef HAVE_WORKBOOKS
enum err_code
xlsx_writer_open(const char *path, const struct sheet_layout *layout,
	struct sheet_writer **out, struct err *err)
{
	(void)layout;
	*out = NULL;
	return err_set(err, ERR_FILE,
		_("%s cannot be written, since this program was built without "
		  "workbooks; give it a name that ends in .csv."),
		err_name(err, path));
}
#endif

enum err_code
sheet_open(const char *path, const struct sheet_layout *layout,
	struct sheet_writer **out, struct err *err)
{
	if (sheet_is_workbook(path))
		return xlsx_writer_open(path, layout, out, err);
	return csv_writer_open(path, layout->enc, layout->replace, out, err);
}

enum err_code
sheet_write(struct sheet_writer *writer, enum sheet_row row,
	const char *const *cells, size_t n, struct err *err)
{
	return writer->kind->write(writer, row, cells, n, err);
}

enum err_code
sheet_commit(struct sheet_writer *writer, struct err *err)
{
	return writer->kind->commit(writer, err);
}

void
sheet_abandon(struct sheet_writer *writer)
{
	if (writer != NULL)
		writer->kind->abandon(writer);
}
