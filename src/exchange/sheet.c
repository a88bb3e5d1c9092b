#include "exchange/sheet.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "exchange/csv.h"
#include "records/nouns.h"
#include "records/roster.h"
#include "records/value.h"

enum { NUMBER_SIZE = 24, FOOT_ROWS = 1 };

/* What is read of each for the sign-in sheet. */
static const char *const signers[] = {"member_id", "unit_id",
	"member_id.branch_id"};

/* The columns of the roster. */
static const char *const roster_paths[] = {"member_id", "member_id.sex",
	"member_id.ethnic", "member_id.birth_on", "member_id.education",
	"member_id.branch_id", "unit_id", "post", "origin", "duty",
	"joined_on"};

enum {
	SIGNERS_N = sizeof(signers) / sizeof(signers[0]),
	ROSTER_N = sizeof(roster_paths) / sizeof(roster_paths[0]),
};

/* The columns of the sign-in sheet; with "| " before, " " behind each and "|"
 * at the end they make SHEET_COLS. */
enum { COLUMNS_N = 4 };
static const struct {
	const char *word;
	size_t cols;
	bool right;
} columns[COLUMNS_N] = {
	{N_("No."), 4, true},
	{N_("Name"), 14, false},
	{N_("Unit"), 30, false},
	{N_("Sign here"), 18, false},
};

/* The text of a sheet as it grows, page by page. */
struct printer {
	const struct sheet *sheet;
	struct strbuf text;
	uint64_t n;
	size_t rows;  /* used of the page, with its head */
	size_t pages; /* begun */
};

static void
end_line(struct printer *printer)
{
	while (printer->text.len > 0 &&
		printer->text.s[printer->text.len - 1] == ' ')
		strbuf_truncate(&printer->text, printer->text.len - 1);
	strbuf_add(&printer->text, "\r\n");
	printer->rows++;
}

static void
add_blanks(struct strbuf *out, size_t n)
{
	while (n-- > 0)
		strbuf_add_char(out, ' ');
}

/* Two texts at both ends of a line, or below one another. */
static void
print_ends(struct printer *printer, const char *left, const char *right)
{
	size_t used = text_cols(left) + text_cols(right);

	strbuf_add(&printer->text, left);
	if (used < SHEET_COLS)
		add_blanks(&printer->text, SHEET_COLS - used);
	else
		end_line(printer);
	strbuf_add(&printer->text, right);
	end_line(printer);
}

static void
print_rule(struct printer *printer)
{
	for (size_t i = 0; i < COLUMNS_N; i++) {
		strbuf_add_char(&printer->text, '+');
		for (size_t j = 0; j < columns[i].cols + 2; j++)
			strbuf_add_char(&printer->text, '-');
	}
	strbuf_add_char(&printer->text, '+');
	end_line(printer);
}

/* Bytes of s that go on one line of the column: at least one cluster. */
static size_t
fitting(const char *s, size_t cols)
{
	size_t len = text_fit(s, cols, NULL);

	return len > 0 ? len : text_next(s);
}

static size_t
lines_of(const char *s, size_t cols)
{
	size_t n = 1;

	for (s += fitting(s, cols); *s != '\0'; s += fitting(s, cols))
		n++;
	return n;
}

static size_t
height_of(const char *const cells[COLUMNS_N])
{
	size_t height = 1;

	for (size_t i = 0; i < COLUMNS_N; i++) {
		size_t n = lines_of(cells[i], columns[i].cols);

		height = n > height ? n : height;
	}
	return height;
}

/* One line of the cells, which move on behind what it took. */
static void
print_line(struct printer *printer, const char *cells[COLUMNS_N])
{
	for (size_t i = 0; i < COLUMNS_N; i++) {
		size_t len = fitting(cells[i], columns[i].cols);
		size_t used = text_cols_n(cells[i], len);
		size_t rest = used < columns[i].cols ? columns[i].cols - used
						     : 0;

		strbuf_add(&printer->text, "| ");
		if (columns[i].right)
			add_blanks(&printer->text, rest);
		strbuf_add_bytes(&printer->text, cells[i], len);
		if (!columns[i].right)
			add_blanks(&printer->text, rest);
		strbuf_add_char(&printer->text, ' ');
		cells[i] += len;
	}
	strbuf_add_char(&printer->text, '|');
	end_line(printer);
}

static void
print_row(struct printer *printer, const char *cells[COLUMNS_N])
{
	for (size_t height = height_of(cells); height > 0; height--)
		print_line(printer, cells);
	print_rule(printer);
}

static void
print_page_number(struct printer *printer)
{
	char *text = xasprintf(_("Page %zu"), printer->pages);

	print_ends(printer, "", text);
	free(text);
}

static void
begin_page(struct printer *printer)
{
	const struct sheet *sheet = printer->sheet;
	const char *words[COLUMNS_N];
	size_t cols = text_cols(sheet->title);

	if (printer->pages > 0) {
		print_page_number(printer);
		strbuf_add_char(&printer->text, '\f');
	}
	printer->pages++;
	printer->rows = 0;
	add_blanks(&printer->text,
		cols < SHEET_COLS ? (SHEET_COLS - cols) / 2 : 0);
	strbuf_add(&printer->text, sheet->title);
	end_line(printer);
	end_line(printer);
	print_ends(printer, sheet->union_name, sheet->day);
	print_ends(printer, sheet->office, "");
	print_rule(printer);
	for (size_t i = 0; i < COLUMNS_N; i++)
		words[i] = i18n_text(columns[i].word);
	print_row(printer, words);
}

/* The unit that sent the person, else the home branch. */
static const char *
unit_of(const struct query_row *row)
{
	return row->cells[1][0] != '\0' ? row->cells[1] : row->cells[2];
}

static enum err_code
print_person(void *data, const struct query_row *row, struct err *err)
{
	struct printer *printer = data;
	char number[NUMBER_SIZE];
	const char *cells[COLUMNS_N] = {number, row->cells[0], unit_of(row),
		""};

	(void)err;
	snprintf(number, sizeof(number), "%llu",
		(unsigned long long)++printer->n);
	if (printer->pages == 0 || printer->rows + height_of(cells) + 1 >
			SHEET_ROWS - FOOT_ROWS)
		begin_page(printer);
	print_row(printer, cells);
	return ERR_OK;
}

static enum err_code
write_text(const struct strbuf *text, enum encoding enc, const char *path,
	struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	struct file_out *out;
	enum err_code code = enc_encode(enc, true, text->s, text->len, &bytes,
		err);

	if (code == ERR_OK)
		code = file_out_open(path, false, &out, err);
	if (code == ERR_OK) {
		code = file_out_write(out, bytes.s, bytes.len, err);
		if (code == ERR_OK)
			code = file_out_commit(out, err);
		else
			file_out_abandon(out);
	}
	strbuf_clear(&bytes);
	return code;
}

enum err_code
sheet_write_text(struct store *store, const struct query *query,
	const struct sheet *sheet, enum encoding enc, const char *path,
	uint64_t *n, struct err *err)
{
	struct printer printer = {.sheet = sheet, .text = STRBUF_INIT};
	enum err_code code = query_each_row(store, query, signers, SIGNERS_N,
		print_person, &printer, err);

	if (printer.pages == 0)
		begin_page(&printer);
	print_page_number(&printer);
	if (code == ERR_OK)
		code = write_text(&printer.text, enc, path, err);
	if (n != NULL)
		*n = code == ERR_OK ? printer.n : 0;
	strbuf_clear(&printer.text);
	return code;
}

/* A CSV file of numbered people. */
struct listing {
	struct csv_writer *writer;
	uint64_t n;
};

static enum err_code
write_signer(void *data, const struct query_row *row, struct err *err)
{
	struct listing *listing = data;
	char number[NUMBER_SIZE];
	const char *cells[COLUMNS_N] = {number, row->cells[0], unit_of(row),
		""};

	snprintf(number, sizeof(number), "%llu",
		(unsigned long long)++listing->n);
	return csv_write_row(listing->writer, cells, COLUMNS_N, err);
}

static enum err_code
end_listing(struct listing *listing, enum err_code code, uint64_t *n,
	struct err *err)
{
	if (code == ERR_OK)
		code = csv_writer_commit(listing->writer, err);
	else
		csv_writer_abandon(listing->writer);
	if (n != NULL)
		*n = code == ERR_OK ? listing->n : 0;
	return code;
}

enum err_code
sheet_write_csv(struct store *store, const struct query *query,
	enum encoding enc, const char *path, uint64_t *n, struct err *err)
{
	struct listing listing = {.n = 0};
	const char *words[COLUMNS_N];
	enum err_code code = csv_writer_open(path, enc, false, &listing.writer,
		err);

	for (size_t i = 0; i < COLUMNS_N; i++)
		words[i] = i18n_text(columns[i].word);
	if (code == ERR_OK)
		code = csv_write_row(listing.writer, words, COLUMNS_N, err);
	if (code == ERR_OK)
		code = query_each_row(store, query, signers, SIGNERS_N,
			write_signer, &listing, err);
	return end_listing(&listing, code, n, err);
}

static enum err_code
write_member(void *data, const struct query_row *row, struct err *err)
{
	struct listing *listing = data;
	struct strvec cells = VEC_INIT;
	struct strbuf text = STRBUF_INIT;
	enum err_code code;

	strbuf_addf(&text, "%llu", (unsigned long long)++listing->n);
	strvec_add(&cells, text.s);
	for (size_t i = 0; i < ROSTER_N; i++) {
		const struct field_type *field =
			query_field(&membership_type, roster_paths[i]);

		strbuf_reset(&text);
		if (field->kind == FIELD_REF)
			strbuf_add(&text, row->cells[i]);
		else
			value_show_masked(field, row->cells[i], &text);
		strvec_add(&cells, text.s);
	}
	code = csv_write_row(listing->writer, (const char *const *)cells.items,
		cells.n, err);
	strbuf_clear(&text);
	strvec_clear(&cells);
	return code;
}

static enum err_code
write_numbers(struct store *store, const struct query *query, const char *day,
	struct csv_writer *writer, struct err *err)
{
	static const char *const nothing[] = {""};
	struct roster_numbers numbers = VEC_INIT;
	enum err_code code = roster_count(store, query, day, &numbers, err);

	if (code == ERR_OK)
		code = csv_write_row(writer, nothing, 1, err);
	for (size_t i = 0; code == ERR_OK && i < numbers.n; i++) {
		char n[NUMBER_SIZE];
		const char *cells[] = {numbers.items[i].word, n};

		snprintf(n, sizeof(n), "%lld",
			(long long)numbers.items[i].n);
		code = csv_write_row(writer, cells, 2, err);
	}
	vec_clear(&numbers);
	return code;
}

enum err_code
sheet_write_roster(struct store *store, const struct query *query,
	const char *day, enum encoding enc, const char *path, uint64_t *n,
	struct err *err)
{
	struct listing listing = {.n = 0};
	const char *words[ROSTER_N + 1] = {i18n_text(columns[0].word)};
	enum err_code code = csv_writer_open(path, enc, false, &listing.writer,
		err);

	for (size_t i = 0; i < ROSTER_N; i++)
		words[i + 1] = term_word(&query_field(&membership_type,
			roster_paths[i])->term);
	if (code == ERR_OK)
		code = csv_write_row(listing.writer, words, ROSTER_N + 1, err);
	if (code == ERR_OK)
		code = query_each_row(store, query, roster_paths, ROSTER_N,
			write_member, &listing, err);
	if (code == ERR_OK)
		code = write_numbers(store, query, day, listing.writer, err);
	return end_listing(&listing, code, n, err);
}
