#include <csv.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "exchange/csv.h"
#include "exchange/sheet.h"

enum { PIECE_SIZE = 64 * 1024 };

struct csv_writer {
	struct sheet_writer base; /* first */
	struct file_out *out;
	enum encoding enc;
	bool begun;
	struct strbuf cell;
	struct strbuf rows;  /* that wait to be written */
	struct strbuf bytes; /* the same in the encoding */
};

static bool
is_guarded(char c)
{
	static const bool guarded[UCHAR_MAX + 1] = {
		['='] = true, ['+'] = true, ['-'] = true, ['@'] = true,
		['\t'] = true, ['\r'] = true, ['\''] = true,
	};

	return guarded[(unsigned char)c];
}

const char *
csv_unguard(const char *cell)
{
	return cell[0] == '\'' && is_guarded(cell[1]) ? cell + 1 : cell;
}

static void
add_cell(struct csv_writer *writer, const char *text)
{
	struct strbuf *cell = &writer->cell, *rows = &writer->rows;
	size_t len = strlen(text), size;

	if (is_guarded(text[0])) {
		strbuf_reset(cell);
		strbuf_add_char(cell, '\'');
		strbuf_add_bytes(cell, text, len++);
		text = cell->s;
	}
	size = 2 * len + 2;
	rows->len += csv_write(strbuf_room(rows, size), size, text, len);
}

/* Rows are encoded many at a time: to begin with an encoding costs more than a
 * row. */
static enum err_code
write_out(struct csv_writer *writer, struct err *err)
{
	enum err_code code = enc_encode(writer->enc, !writer->begun,
		writer->rows.s, writer->rows.len, &writer->bytes, err);

	writer->begun = true;
	if (code == ERR_OK)
		code = file_out_write(writer->out, writer->bytes.s,
			writer->bytes.len, err);
	strbuf_reset(&writer->rows);
	strbuf_reset(&writer->bytes);
	return code;
}

static enum err_code
write_row(struct sheet_writer *base, enum sheet_row row,
	const char *const *cells, size_t n, struct err *err)
{
	struct csv_writer *writer = (struct csv_writer *)base;

	(void)row; /* all rows look the same */
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			strbuf_add_char(&writer->rows, ',');
		add_cell(writer, cells[i]);
	}
	strbuf_add_bytes(&writer->rows, "\r\n", 2);
	if (writer->rows.len < PIECE_SIZE)
		return ERR_OK;
	return write_out(writer, err);
}

static void
writer_free(struct csv_writer *writer)
{
	strbuf_clear(&writer->rows);
	strbuf_clear(&writer->cell);
	strbuf_clear(&writer->bytes);
	free(writer);
}

static enum err_code
commit(struct sheet_writer *base, struct err *err)
{
	struct csv_writer *writer = (struct csv_writer *)base;
	enum err_code code = write_out(writer, err);

	if (code == ERR_OK)
		code = file_out_commit(writer->out, err);
	else
		file_out_abandon(writer->out);
	writer_free(writer);
	return code;
}

static void
abandon(struct sheet_writer *base)
{
	struct csv_writer *writer = (struct csv_writer *)base;

	file_out_abandon(writer->out);
	writer_free(writer);
}

enum err_code
csv_writer_open(const char *path, enum encoding enc, bool replace,
	struct sheet_writer **out, struct err *err)
{
	static const struct sheet_kind kind = {write_row, commit, abandon};
	struct csv_writer *writer;
	struct file_out *file;
	enum err_code code = file_out_open(path, replace, &file, err);

	*out = NULL;
	if (code != ERR_OK)
		return code;
	writer = xcalloc(1, sizeof(*writer));
	writer->base.kind = &kind;
	writer->out = file;
	writer->enc = enc;
	strbuf_init(&writer->rows);
	strbuf_init(&writer->cell);
	strbuf_init(&writer->bytes);
	*out = &writer->base;
	return ERR_OK;
}
