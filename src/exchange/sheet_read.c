#include "exchange/sheet_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/input.h"

#ifndef HAVE_WORKBOOKS
enum err_code
xlsx_reader_open(const struct sheet_source *source, struct sheet_reader **out,
	struct err *err)
{
	*out = NULL;
	return err_set(err, ERR_FILE,
		_("%s is a workbook, and this program was built without "
		  "workbooks; open it in WPS or Excel and save the sheet as "
		  "CSV (“Save as”, type “CSV UTF-8” or “CSV”)."),
		err_name(err, input_name(source)));
}
#endif

/* An old workbook, or one that a password protects, is an OLE file: a small
 * file system, in which only the latter has a file of this name. */
static enum err_code
refuse_ole(const struct sheet_source *source, struct err *err)
{
	/* in UTF-16, whose last byte the literal adds */
	static const char protected[] =
		"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	bool found;
	enum err_code code = input_has(source, protected, sizeof(protected),
		&found, err);

	if (code != ERR_OK)
		return code;
	if (found)
		return err_set(err, ERR_FILE,
			_("%s is protected with a password; open it in WPS or "
			  "Excel, take the password off and save it."),
			err_name(err, input_name(source)));
	return err_set(err, ERR_FILE,
		_("%s is in an old format (.xls, .et); open it in WPS or Excel "
		  "and save it as a workbook (.xlsx)."),
		err_name(err, input_name(source)));
}

typedef enum err_code open_fn(const struct sheet_source *source,
	struct sheet_reader **out, struct err *err);

static enum err_code
open_ole(const struct sheet_source *source, struct sheet_reader **out,
	struct err *err)
{
	(void)out;
	return refuse_ole(source, err);
}

static open_fn *
find_kind(const char beginning[4], size_t len)
{
	static const struct {
		char magic[5];
		open_fn *open;
	} kinds[] = {{"PK\x03\x04", xlsx_reader_open},
		{"\xd0\xcf\x11\xe0", open_ole}};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (len == 4 && memcmp(beginning, kinds[i].magic, 4) == 0)
			return kinds[i].open;
	return csv_reader_open;
}

static enum err_code
open_kept(const struct sheet_source *source, struct sheet_reader **out,
	struct err *err)
{
	struct input input;
	char beginning[4];
	size_t len = 0;
	enum err_code code = input_open(&input, source, err);

	if (code != ERR_OK)
		return code;
	if (source->path != NULL)
		code = input_fill(&input, beginning, sizeof(beginning), &len,
			err);
	input_close(&input);
	if (code == ERR_OK)
		code = find_kind(beginning, len)(source, out, err);
	return code;
}

enum err_code
sheet_reader_open(const struct sheet_source *source, struct sheet_reader **out,
	struct err *err)
{
	struct sheet_source kept = *source;
	enum err_code code = input_keep(&kept, err);

	*out = NULL;
	if (code == ERR_OK)
		code = open_kept(&kept, out, err);
	if (code == ERR_OK)
		(*out)->source = kept;
	else
		input_drop(&kept);
	return code;
}

void
sheet_cell_name(size_t column, uint64_t number, struct strbuf *out)
{
	size_t begin = out->len;

	for (size_t i = column + 1; i > 0; i = (i - 1) / 26) {
		char letter = (char)('A' + (i - 1) % 26);

		strbuf_insert(out, begin, &letter, 1);
	}
	strbuf_addf(out, "%llu", (unsigned long long)number);
}

void
sheet_reader_close(struct sheet_reader *reader)
{
	if (reader == NULL)
		return;
	strvec_clear(&reader->sheets);
	input_drop(&reader->source);
	reader->kind->close(reader);
}

enum err_code
sheet_reader_read(struct sheet_reader *reader, source_row_fn *each, void *data,
	struct job *job, struct err *err)
{
	return reader->kind->read(reader, each, data, job, err);
}
