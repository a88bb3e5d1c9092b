#include "exchange/row_file.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "exchange/csv.h"

enum {
	MERGES_MAX = 65536,
	PROGRESS_EVERY = 256,
};

/* What stands before the cells of a row: each is its column, in two bytes, and
 * its text with the zero byte. */
struct head {
	uint32_t number;
	uint32_t len;
};

struct merge {
	size_t column;
	uint64_t first, last;
};

struct row_file {
	FILE *stream;
	uint64_t n;
	struct strbuf row; /* the one that is being put together */
	VEC(struct merge) merges;
	bool sorted;
};

/* A merge that the reading has come to, with its text. */
struct span {
	size_t column;
	uint64_t last;
	char *text;
};

struct reading {
	struct row_file *file;
	struct strbuf bytes;
	VEC(const char *) cells;
	VEC(struct span) spans;
	size_t next; /* merge that has not begun */
};

enum err_code
row_file_new(struct row_file **out, struct err *err)
{
	int fd = file_open_nameless();
	FILE *stream = fd < 0 ? NULL : fdopen(fd, "w+");

	*out = NULL;
	if (stream == NULL) {
		err_set(err, ERR_FILE, _("The rows of the workbook cannot be "
					 "kept while it is read: %s."),
			strerror(errno));
		if (fd >= 0)
			close(fd);
		return ERR_FILE;
	}
	*out = xcalloc(1, sizeof(**out));
	(*out)->stream = stream;
	strbuf_init(&(*out)->row);
	return ERR_OK;
}

void
row_file_free(struct row_file *file)
{
	if (file == NULL)
		return;
	fclose(file->stream);
	strbuf_clear(&file->row);
	vec_clear(&file->merges);
	free(file);
}

void
row_file_add_cell(struct row_file *file, size_t column, const char *text)
{
	uint16_t at = (uint16_t)column;

	if (text[0] == '\0' || file->row.len > CSV_ROW_MAX)
		return;
	strbuf_add_bytes(&file->row, &at, sizeof(at));
	strbuf_add_bytes(&file->row, text, strlen(text) + 1);
}

enum err_code
row_file_add_row(struct row_file *file, uint64_t number, struct err *err)
{
	const struct head head = {(uint32_t)number, (uint32_t)file->row.len};
	bool written;

	if (head.len == 0)
		return ERR_OK;
	if (head.len > CSV_ROW_MAX)
		return err_set(err, ERR_INVALID,
			_("Row %llu holds more text than any record; take out "
			  "there what does not belong to the sheet."),
			(unsigned long long)number);
	written = fwrite(&head, sizeof(head), 1, file->stream) == 1 &&
		fwrite(file->row.s, head.len, 1, file->stream) == 1;
	strbuf_reset(&file->row);
	file->n++;
	if (written)
		return ERR_OK;
	return err_set(err, ERR_FILE, _("The rows of the workbook cannot be "
					"kept while it is read: %s."),
		strerror(errno));
}

enum err_code
row_file_merge(struct row_file *file, size_t column, uint64_t first,
	uint64_t last, struct err *err)
{
	const struct merge merge = {column, first, last};

	if (file->merges.n == MERGES_MAX)
		return err_set(err, ERR_INVALID,
			_("The sheet has more than %d merged cells; unmerge "
			  "them in WPS or Excel and save it."), MERGES_MAX);
	vec_push(&file->merges, merge);
	file->sorted = false;
	return ERR_OK;
}

uint64_t
row_file_n(const struct row_file *file)
{
	return file->n;
}

static int
by_first(const void *a, const void *b)
{
	const struct merge *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

/* Spans that end before the row are over. */
static void
end_spans(struct reading *reading, uint64_t number)
{
	size_t n = 0;

	for (size_t i = 0; i < reading->spans.n; i++) {
		struct span *span = &reading->spans.items[i];

		if (span->last < number)
			free(span->text);
		else
			reading->spans.items[n++] = *span;
	}
	reading->spans.n = n;
}

static const char *
cell_text(const struct reading *reading, size_t column)
{
	return column < reading->cells.n ? reading->cells.items[column] : "";
}

/* Begins the spans of a row, whose text is still what the row itself says. */
static void
begin_spans(struct reading *reading, uint64_t number)
{
	const struct row_file *file = reading->file;

	for (; reading->next < file->merges.n; reading->next++) {
		const struct merge *merge = &file->merges.items[reading->next];
		const char *text = cell_text(reading, merge->column);
		struct span span = {merge->column, merge->last, NULL};

		if (merge->first > number)
			break;
		if (merge->first < number || text[0] == '\0')
			continue;
		span.text = xstrdup(text);
		vec_push(&reading->spans, span);
	}
}

static void
put_cell(struct reading *reading, size_t column, const char *text)
{
	while (reading->cells.n <= column)
		vec_push(&reading->cells, "");
	reading->cells.items[column] = text;
}

static void
fill_spans(struct reading *reading)
{
	for (size_t i = 0; i < reading->spans.n; i++) {
		const struct span *span = &reading->spans.items[i];

		if (cell_text(reading, span->column)[0] == '\0')
			put_cell(reading, span->column, span->text);
	}
}

static void
spread_cells(struct reading *reading, size_t len)
{
	const char *bytes = reading->bytes.s;

	reading->cells.n = 0;
	for (size_t at = 0; at < len;) {
		uint16_t column;

		memcpy(&column, bytes + at, sizeof(column));
		at += sizeof(column);
		put_cell(reading, column, bytes + at);
		at += strlen(bytes + at) + 1;
	}
}

/* False behind the last row. */
static bool
next_row(struct reading *reading, uint64_t *number)
{
	FILE *stream = reading->file->stream;
	struct head head;

	if (fread(&head, sizeof(head), 1, stream) != 1)
		return false;
	strbuf_reset(&reading->bytes);
	if (fread(strbuf_room(&reading->bytes, head.len), head.len, 1,
		    stream) != 1)
		return false;
	spread_cells(reading, head.len);
	*number = head.number;
	end_spans(reading, *number);
	begin_spans(reading, *number);
	fill_spans(reading);
	return true;
}

static enum err_code
read_rows(struct reading *reading, source_row_fn *each, void *data,
	struct job *job, struct err *err)
{
	const struct row_file *file = reading->file;
	enum err_code code = ERR_OK;
	uint64_t number;

	for (uint64_t n = 0; code == ERR_OK && n < file->n; n++) {
		struct source_row row;

		if (n % PROGRESS_EVERY == 0)
			job_progress(job, _("reading"), n, file->n);
		if (job_cancelled(job))
			return err_set(err, ERR_CANCELLED,
				_("Stopped; nothing was changed."));
		if (!next_row(reading, &number))
			return err_set(err, ERR_FILE,
				_("The rows of the workbook cannot be read "
				  "again: %s."), strerror(errno));
		row = (struct source_row){number, number, reading->cells.n,
			reading->cells.items};
		code = each(data, &row, err);
	}
	return code;
}

enum err_code
row_file_read(struct row_file *file, source_row_fn *each, void *data,
	struct job *job, struct err *err)
{
	struct reading reading = {.file = file, .bytes = STRBUF_INIT};
	enum err_code code;

	if (!file->sorted && file->merges.n > 0)
		qsort(file->merges.items, file->merges.n,
			sizeof(*file->merges.items), by_first);
	file->sorted = true;
	errno = 0;
	if (fflush(file->stream) != 0 || fseek(file->stream, 0, SEEK_SET) != 0)
		return err_set(err, ERR_FILE,
			_("The rows of the workbook cannot be kept while it "
			  "is read: %s."), strerror(errno));
	code = read_rows(&reading, each, data, job, err);
	for (size_t i = 0; i < reading.spans.n; i++)
		free(reading.spans.items[i].text);
	vec_clear(&reading.spans);
	vec_clear(&reading.cells);
	strbuf_clear(&reading.bytes);
	return code;
}
