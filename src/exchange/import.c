#include "exchange/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/import_private.h"
#include "exchange/sheet.h"

static bool
refers_to_itself(const struct record_type *type)
{
	for (size_t i = 0; i < type->n_fields; i++)
		if (type->fields[i].kind == FIELD_REF &&
			field_ref(&type->fields[i]) == type)
			return true;
	return false;
}

enum err_code
import_open(struct store *store, const struct record_type *type,
	const struct sheet_source *source, const struct import_options *options,
	struct import **out, struct err *err)
{
	struct import *import = xcalloc(1, sizeof(*import));
	struct sheet_source own = *source;
	enum err_code code;

	import->store = store;
	import->type = type;
	if (source->path != NULL)
		own.path = import->path = xstrdup(source->path);
	import->refers_within = refers_to_itself(type);
	import_set_options(import, options);
	world_today(store_world(store), import->today);
	code = sheet_reader_open(&own, &import->reader, err);
	if (code == ERR_OK)
		code = scratch_open(store, &import->scratch, err);
	if (code != ERR_OK) {
		import_close(import);
		import = NULL;
	}
	*out = import;
	return code;
}

const char *
import_name(const struct import *import)
{
	return import->path != NULL ? file_name(import->path)
				    : import->type->name;
}

void
import_close(struct import *import)
{
	if (import == NULL)
		return;
	scratch_close(import->scratch);
	cells_forget(import);
	twins_end(import);
	vec_clear(&import->columns);
	strvec_clear(&import->header);
	sheet_reader_close(import->reader);
	free(import->path);
	free(import);
}

void
import_set_options(struct import *import, const struct import_options *options)
{
	bool other_columns = import->options.roster != options->roster;

	import->options = *options;
	import->companion = options->roster ? roster_companion(import->type)
					    : NULL;
	if (other_columns && import->header_number != 0)
		header_match(import);
}

struct import *
import_holding(struct import *import, const struct record_type *type)
{
	for (size_t i = 0; import->set != NULL && i < import->set->n; i++)
		if (import->set->items[i]->type == type)
			return import->set->items[i];
	return import;
}

/* Other rows are read from now on. */
static void
start_over(struct import *import)
{
	import->header_number = 0;
	import->planned = false;
}

size_t
import_encodings(const struct import *import, enum encoding fits[ENC_N])
{
	const struct sheet_reader *reader = import->reader;

	memcpy(fits, reader->fits, reader->n_fits * sizeof(*fits));
	return reader->n_fits;
}

enum encoding
import_encoding(const struct import *import)
{
	return import->reader->enc;
}

void
import_set_encoding(struct import *import, enum encoding enc)
{
	if (enc == import->reader->enc)
		return;
	import->reader->enc = enc;
	start_over(import);
}

const struct strvec *
import_sheets(const struct import *import)
{
	return &import->reader->sheets;
}

void
import_set_sheet(struct import *import, size_t sheet)
{
	if (sheet == import->reader->sheet)
		return;
	import->reader->sheet = sheet;
	start_over(import);
}

struct preview {
	struct strvec *lines;
	size_t n;
};

static enum err_code
preview_row(void *data, const struct source_row *row, struct err *err)
{
	struct preview *preview = data;
	struct strbuf line = STRBUF_INIT;

	(void)err;
	for (size_t i = 0; i < row->n_cells; i++) {
		strbuf_add(&line, i > 0 ? "  " : "");
		strbuf_add(&line, row->cells[i]);
	}
	strvec_add(preview->lines, line.s);
	strbuf_clear(&line);
	return --preview->n == 0 ? ERR_CANCELLED : ERR_OK;
}

enum err_code
import_preview(struct import *import, enum encoding enc, size_t n,
	struct strvec *lines, struct err *err)
{
	struct preview preview = {lines, n};
	enum encoding in_use = import->reader->enc;
	enum err_code code;

	if (n == 0)
		return ERR_OK;
	import->reader->enc = enc;
	code = sheet_reader_read(import->reader, preview_row, &preview, NULL,
		err);
	import->reader->enc = in_use;
	return code == ERR_CANCELLED ? ERR_OK : code;
}

enum err_code
import_read(struct import *import, source_row_fn *each, void *data,
	struct err *err)
{
	return sheet_reader_read(import->reader, each, data, NULL, err);
}

struct rejects {
	struct import *import;
	struct sheet_writer *writer;
	uint64_t n;
};

static enum err_code
write_reject(struct rejects *rejects, int64_t number, struct err *err)
{
	struct import *import = rejects->import;
	struct plan_row row;
	enum err_code code = plan_load(import->scratch, number, &row, err);

	if (code != ERR_OK)
		return code;
	while (row.cells.n < import->header.n)
		strvec_add(&row.cells, "");
	strvec_add(&row.cells, row.reason);
	code = sheet_write(rejects->writer, SHEET_ROW,
		(const char *const *)row.cells.items, row.cells.n, err);
	rejects->n++;
	plan_row_clear(&row);
	return code;
}

static enum err_code
write_rejects(struct rejects *rejects, struct err *err)
{
	static const struct term reason = {"reason", "原因"};
	struct import *import = rejects->import;
	struct strvec header = {NULL, 0, 0};
	enum err_code code;
	int64_t number = 0;

	for (size_t i = 0; i < import->header.n; i++)
		strvec_add(&header, import->header.items[i]);
	strvec_add(&header, term_word(&reason));
	code = sheet_write(rejects->writer, SHEET_ROW,
		(const char *const *)header.items, header.n, err);
	strvec_clear(&header);
	while (code == ERR_OK) {
		int64_t rejected, doubtful;

		code = scratch_next(import->scratch, IMPORT_REJECTED, number,
			false, &rejected, err);
		if (code == ERR_OK)
			code = scratch_next(import->scratch, IMPORT_DOUBTFUL,
				number, false, &doubtful, err);
		if (code != ERR_OK || (rejected == 0 && doubtful == 0))
			break;
		number = doubtful == 0 || (rejected != 0 && rejected < doubtful)
			? rejected : doubtful;
		code = write_reject(rejects, number, err);
	}
	return code;
}

enum err_code
import_write_rejects(struct import *import, const char *path,
	enum encoding enc, uint64_t *n, struct err *err)
{
	struct rejects rejects = {.import = import};
	enum err_code code;

	code = csv_writer_open(path, enc, true, &rejects.writer, err);
	if (code == ERR_OK)
		code = write_rejects(&rejects, err);
	if (code == ERR_OK)
		code = sheet_commit(rejects.writer, err);
	else
		sheet_abandon(rejects.writer);
	if (n != NULL)
		*n = rejects.n;
	return code;
}
