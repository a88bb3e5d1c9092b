#include "exchange/sheet.h"

#include <string.h>
#include <strings.h>

#include "base/i18n.h"

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
#ifdef HAVE_XLSXWRITER
	return true;
#else
	return false;
#endif
}

#ifndef HAVE_XLSXWRITER
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
