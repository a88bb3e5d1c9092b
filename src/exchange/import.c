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
	const struct csv_source *source, const struct import_options *options,
	struct import **out, struct err *err)
{
	struct import *import = xcalloc(1, sizeof(*import));
	enum err_code code;

	import->store = store;
	import->type = type;
	import->source = *source;
	if (source->path != NULL)
		import->source.path = xstrdup(source->path);
	import->refers_within = refers_to_itself(type);
	import_set_options(import, options);
	world_today(store_world(store), import->today);
	code = csv_keep(&import->source, err);
	if (code == ERR_OK)
		code = csv_encodings(&import->source, import->fits,
			&import->n_fits, err);
	if (code == ERR_OK)
		code = scratch_open(store, &import->scratch, err);
	if (code != ERR_OK) {
		import_close(import);
		import = NULL;
	} else {
		import->enc = import->fits[0];
	}
	*out = import;
	return code;
}

const char *
import_name(const struct import *import)
{
	return import->source.path != NULL ? file_name(import->source.path)
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
	csv_drop(&import->source);
	free((char *)import->source.path);
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

size_t
import_encodings(const struct import *import, enum encoding fits[ENC_N])
{
	memcpy(fits, import->fits, import->n_fits * sizeof(*fits));
	return import->n_fits;
}

enum encoding
import_encoding(const struct import *import)
{
	return import->enc;
}

void
import_set_encoding(struct import *import, enum encoding enc)
{
	if (enc == import->enc)
		return;
	import->enc = enc;
	import->header_number = 0;
	import->planned = false;
}

struct preview {
	struct strvec *lines;
	size_t n;
};

static enum err_code
preview_row(void *data, const struct csv_row *row, struct err *err)
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
	enum err_code code;

	if (n == 0)
		return ERR_OK;
	code = csv_read(&import->source, enc, preview_row, &preview, NULL, err);
	return code == ERR_CANCELLED ? ERR_OK : code;
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
