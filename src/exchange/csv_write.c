#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "exchange/csv.h"

enum { PIECE_SIZE = 64 * 1024 };

struct csv_writer {
	struct file_out *out;
	enum encoding enc;
	bool begun;
	struct strbuf row;
	struct strbuf cell;
	struct strbuf bytes; /* that wait to be written */
};

static bool
is_guarded(char c)
{
	return c != '\0' && strchr("=+-@\t\r'", c) != NULL;
}

const char *
csv_unguard(const char *cell)
{
	return cell[0] == '\'' && is_guarded(cell[1]) ? cell + 1 : cell;
}

enum err_code
csv_writer_open(const char *path, enum encoding enc, bool replace,
	struct csv_writer **out, struct err *err)
{
	struct file_out *file;
	enum err_code code = file_out_open(path, replace, &file, err);

	*out = NULL;
	if (code != ERR_OK)
		return code;
	*out = xcalloc(1, sizeof(**out));
	(*out)->out = file;
	(*out)->enc = enc;
	strbuf_init(&(*out)->row);
	strbuf_init(&(*out)->cell);
	strbuf_init(&(*out)->bytes);
	return ERR_OK;
}

static void
add_cell(struct csv_writer *writer, const char *text)
{
	struct strbuf *cell = &writer->cell, *row = &writer->row;
	size_t size, n;

	strbuf_reset(cell);
	if (is_guarded(text[0]))
		strbuf_add_char(cell, '\'');
	strbuf_add(cell, text);
	size = 2 * cell->len + 2;
	n = csv_write(strbuf_room(row, size), size, cell->s, cell->len);
	row->len += n;
	row->s[row->len] = '\0';
}

static enum err_code
write_out(struct csv_writer *writer, struct err *err)
{
	enum err_code code = file_out_write(writer->out, writer->bytes.s,
		writer->bytes.len, err);

	strbuf_reset(&writer->bytes);
	return code;
}

enum err_code
csv_write_row(struct csv_writer *writer, const char *const *cells, size_t n,
	struct err *err)
{
	enum err_code code;

	strbuf_reset(&writer->row);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			strbuf_add_char(&writer->row, ',');
		add_cell(writer, cells[i]);
	}
	strbuf_add(&writer->row, "\r\n");
	code = enc_encode(writer->enc, !writer->begun, writer->row.s,
		writer->row.len, &writer->bytes, err);
	writer->begun = true;
	if (code == ERR_OK && writer->bytes.len >= PIECE_SIZE)
		code = write_out(writer, err);
	return code;
}

static void
writer_free(struct csv_writer *writer)
{
	strbuf_clear(&writer->row);
	strbuf_clear(&writer->cell);
	strbuf_clear(&writer->bytes);
	free(writer);
}

enum err_code
csv_writer_commit(struct csv_writer *writer, struct err *err)
{
	enum err_code code = write_out(writer, err);

	if (code == ERR_OK)
		code = file_out_commit(writer->out, err);
	else
		file_out_abandon(writer->out);
	writer_free(writer);
	return code;
}

void
csv_writer_abandon(struct csv_writer *writer)
{
	if (writer == NULL)
		return;
	file_out_abandon(writer->out);
	writer_free(writer);
}
