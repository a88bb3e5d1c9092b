#include "exchange/csv.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "exchange/input.h"

/* From decoded text to rows. */
struct reader {
	struct input input;
	struct csv_parser parser;
	enum encoding enc;
	bool parted;        /* the parting character is known */
	struct strbuf text; /* decoded, not parsed yet */
	struct strbuf bytes; /* of the cells, each ended by a zero byte */
	VEC(size_t) starts; /* of each cell in bytes */
	VEC(const char *) cells;
	bool in_row; /* a quoted cell goes on into the next line */
	bool ended;  /* the row is complete */
	struct source_row row;
	uint64_t line;
	source_row_fn *each;
	void *data;
};

static void *
grow(void *old, size_t size)
{
	return xreallocarray(old, size, 1);
}

static void
end_cell(void *bytes, size_t len, void *data)
{
	struct reader *reader = data;

	vec_push(&reader->starts, reader->bytes.len);
	strbuf_add_bytes(&reader->bytes, bytes, len);
	strbuf_add_char(&reader->bytes, '\0');
}

static void
end_row(int end, void *data)
{
	struct reader *reader = data;

	(void)end;
	reader->ended = true;
}

/* Counts c in a line outside quotes. */
static size_t
count_outside(const char *line, size_t len, char c)
{
	bool quoted = false;
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (line[i] == '"')
			quoted = !quoted;
		n += !quoted && line[i] == c;
	}
	return n;
}

static void
find_parting(struct reader *reader, const char *line, size_t len)
{
	static const char candidates[] = {',', '\t', ';'};
	size_t most = 0;

	for (size_t i = 0; i < sizeof(candidates); i++) {
		size_t n = count_outside(line, len, candidates[i]);

		if (n <= most)
			continue;
		most = n;
		csv_set_delim(&reader->parser, (unsigned char)candidates[i]);
		reader->parted = true;
	}
}

static enum err_code
give_row(struct reader *reader, struct err *err)
{
	enum err_code code;

	reader->cells.n = 0;
	for (size_t i = 0; i < reader->starts.n; i++)
		vec_push(&reader->cells,
			reader->bytes.s + reader->starts.items[i]);
	reader->row.n_cells = reader->cells.n;
	reader->row.cells = reader->cells.items;
	code = reader->each(reader->data, &reader->row, err);
	strbuf_reset(&reader->bytes);
	reader->starts.n = 0;
	reader->in_row = reader->ended = false;
	return code;
}

static enum err_code
refuse_quote(const struct reader *reader, struct err *err)
{
	return err_set(err, ERR_INVALID,
		_("Row %llu (line %llu of the file) has a quotation mark where "
		  "none may stand; mend it there, nothing after it was read."),
		(unsigned long long)reader->row.number,
		(unsigned long long)reader->line);
}

static enum err_code
refuse_long(const struct reader *reader, struct err *err)
{
	return err_set(err, ERR_INVALID,
		_("Row %llu (it begins in line %llu of the file) does not come "
		  "to an end; a quotation mark may be missing there."),
		(unsigned long long)reader->row.number,
		(unsigned long long)reader->row.line);
}

static bool
is_empty_line(const char *line, size_t len)
{
	return strspn(line, " \r\n") >= len;
}

/* A line with what ends it; rows end where lines end, or go on. */
static enum err_code
parse_line(struct reader *reader, const char *line, size_t len,
	struct err *err)
{
	if (!reader->parted)
		find_parting(reader, line, len);
	if (!reader->in_row) {
		reader->row.number++;
		reader->row.line = reader->line;
		if (is_empty_line(line, len))
			return ERR_OK;
		reader->in_row = true;
	}
	if (csv_parse(&reader->parser, line, len, end_cell, end_row, reader) !=
		len)
		return refuse_quote(reader, err);
	if (reader->ended)
		return give_row(reader, err);
	if (reader->parser.entry_pos + reader->bytes.len > CSV_ROW_MAX)
		return refuse_long(reader, err);
	return ERR_OK;
}

/* Bytes of the line at s with its end, 0 where the end is not there yet. */
static size_t
line_len(const char *s, size_t len, bool last)
{
	size_t n = strcspn(s, "\r\n");

	if (n == len)
		return last ? len : 0;
	if (s[n] == '\r' && n + 1 == len && !last)
		return 0; /* its LF may come with the next piece */
	return n + (s[n] == '\r' && s[n + 1] == '\n' ? 2 : 1);
}

/* All whole lines of what has been decoded; with last also the one behind. */
static enum err_code
parse_text(struct reader *reader, bool last, struct err *err)
{
	struct strbuf *text = &reader->text;
	enum err_code code = ERR_OK;
	size_t at = 0, len;

	while (code == ERR_OK && at < text->len &&
		(len = line_len(text->s + at, text->len - at, last)) > 0) {
		code = parse_line(reader, text->s + at, len, err);
		if (code != ERR_OK)
			return code;
		at += len;
		reader->line++;
	}
	strbuf_remove(text, 0, at);
	if (text->len > CSV_ROW_MAX) {
		reader->row.number += !reader->in_row;
		return refuse_long(reader, err);
	}
	return code;
}

static enum err_code
finish(struct reader *reader, struct err *err)
{
	enum err_code code = parse_text(reader, true, err);

	if (code != ERR_OK || !reader->in_row)
		return code;
	if (csv_fini(&reader->parser, end_cell, end_row, reader) != 0)
		return refuse_long(reader, err);
	return reader->ended ? give_row(reader, err) : ERR_OK;
}

/* What stands before the wrong bytes is good and tells where they are. */
static enum err_code
refuse_bytes(struct reader *reader, struct err *err)
{
	enum err_code code = parse_text(reader, false, err);

	if (code != ERR_OK)
		return code;
	return err_set(err, ERR_INVALID,
		_("Row %llu (line %llu of the file) holds bytes that do not "
		  "belong to %s; try another encoding, or save the file "
		  "anew."),
		(unsigned long long)(reader->row.number + !reader->in_row),
		(unsigned long long)reader->line, enc_name(reader->enc));
}

static enum err_code
feed(struct reader *reader, struct enc_decoder *decoder, char *bytes,
	struct job *job, struct err *err)
{
	enum err_code code;
	bool first = true;
	size_t n;

	for (;;) {
		if (job_cancelled(job))
			return err_set(err, ERR_CANCELLED,
				_("Stopped; nothing was changed."));
		code = input_fill(&reader->input, bytes, INPUT_PIECE, &n, err);
		if (code == ERR_OK && first)
			code = input_check(reader->input.source, n, err);
		if (code != ERR_OK)
			return code;
		first = false;
		if (n == 0)
			break;
		if (enc_feed(decoder, bytes, n, &reader->text, NULL) != ERR_OK)
			return refuse_bytes(reader, err);
		code = parse_text(reader, false, err);
		if (code != ERR_OK)
			return code;
		job_progress(job, _("reading"), reader->input.done,
			reader->input.total);
	}
	if (enc_end(decoder, NULL) != ERR_OK)
		return refuse_bytes(reader, err);
	return finish(reader, err);
}

static void
reader_clear(struct reader *reader)
{
	csv_free(&reader->parser);
	strbuf_clear(&reader->text);
	strbuf_clear(&reader->bytes);
	vec_clear(&reader->starts);
	vec_clear(&reader->cells);
	input_close(&reader->input);
}

enum err_code
csv_read(const struct sheet_source *source, enum encoding enc,
	source_row_fn *each, void *data, struct job *job, struct err *err)
{
	struct reader reader = {
		.enc = source->path == NULL ? ENC_UTF8 : enc,
		.text = STRBUF_INIT,
		.bytes = STRBUF_INIT,
		.line = 1,
		.each = each,
		.data = data,
	};
	struct enc_decoder *decoder;
	enum err_code code;
	char *bytes;

	code = input_open(&reader.input, source, err);
	if (code != ERR_OK)
		return code;
	csv_init(&reader.parser,
		CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	csv_set_realloc_func(&reader.parser, grow);
	decoder = enc_decoder_new(reader.enc);
	bytes = xmalloc(INPUT_PIECE);
	code = feed(&reader, decoder, bytes, job, err);
	free(bytes);
	enc_decoder_free(decoder);
	reader_clear(&reader);
	return code;
}

enum err_code
csv_encodings(const struct sheet_source *source, enum encoding fits[ENC_N],
	size_t *n, struct err *err)
{
	struct input input;
	char *bytes;
	enum err_code code;
	size_t len;

	*n = 0;
	code = input_open(&input, source, err);
	if (code != ERR_OK)
		return code;
	bytes = xmalloc(INPUT_PIECE);
	code = input_fill(&input, bytes, INPUT_PIECE, &len, err);
	input_close(&input);
	if (code == ERR_OK)
		code = input_check(source, len, err);
	if (code == ERR_OK && source->path == NULL)
		fits[(*n)++] = ENC_UTF8;
	else if (code == ERR_OK)
		*n = enc_detect(bytes, len, len < INPUT_PIECE, fits);
	free(bytes);
	if (code == ERR_OK && *n == 0)
		return err_set(err, ERR_FILE,
			_("%s is no text in any encoding that is read here; "
			  "save it as CSV."), input_name(source));
	return code;
}

static enum err_code
read_csv(struct sheet_reader *reader, source_row_fn *each, void *data,
	struct job *job, struct err *err)
{
	return csv_read(&reader->source, reader->enc, each, data, job, err);
}

static void
close_csv(struct sheet_reader *reader)
{
	free(reader);
}

enum err_code
csv_reader_open(const struct sheet_source *source, struct sheet_reader **out,
	struct err *err)
{
	static const struct sheet_reader_kind kind = {read_csv, close_csv};
	struct sheet_reader *reader = xcalloc(1, sizeof(*reader));
	enum err_code code = csv_encodings(source, reader->fits,
		&reader->n_fits, err);

	reader->kind = &kind;
	if (code != ERR_OK) {
		free(reader);
		return code;
	}
	reader->enc = reader->fits[0];
	*out = reader;
	return ERR_OK;
}
