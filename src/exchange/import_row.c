#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "exchange/import_private.h"

void
plan_row_init(struct plan_row *row, const struct record_type *type)
{
	*row = (struct plan_row){.type = type, .column = -1};
	row->title = xstrdup("");
	row->reason = xstrdup("");
	row->values = xcalloc(type->n_fields, sizeof(*row->values));
}

static void
clear_values(struct plan_row *row)
{
	for (size_t i = 0; i < row->type->n_fields; i++) {
		free(row->values[i]);
		row->values[i] = NULL;
	}
}

void
plan_row_clear(struct plan_row *row)
{
	clear_values(row);
	free(row->values);
	free(row->title);
	free(row->reason);
	strvec_clear(&row->cells);
	strvec_clear(&row->changed);
}

void
plan_row_reset(struct plan_row *row)
{
	clear_values(row);
	strvec_clear(&row->changed);
	row->record = row->version = row->made = 0;
	row->may_be_new = false;
	plan_row_decide(row, IMPORT_NEW, -1, "%s", "");
}

void
plan_row_set(struct plan_row *row, size_t field, const char *value)
{
	char *copy = xstrdup(value);

	free(row->values[field]);
	row->values[field] = copy;
}

void
plan_row_decide(struct plan_row *row, enum import_verdict verdict, int column,
	const char *format, ...)
{
	va_list args;

	row->verdict = verdict;
	row->column = column;
	free(row->reason);
	va_start(args, format);
	row->reason = xvasprintf(format, args);
	va_end(args);
}

static void
write_text(const char *text, struct strbuf *out)
{
	strbuf_add_bytes(out, text, strlen(text) + 1);
}

/* As it lies in memory: nobody but this process reads it. */
static void
write_number(int64_t number, struct strbuf *out)
{
	strbuf_add_bytes(out, &number, sizeof(number));
}

static void
write_list(const struct strvec *list, struct strbuf *out)
{
	write_number((int64_t)list->n, out);
	for (size_t i = 0; i < list->n; i++)
		write_text(list->items[i], out);
}

static int64_t
type_index(const struct record_type *type)
{
	int64_t i = 0;

	while (record_types[i] != type)
		i++;
	return i;
}

void
plan_row_write(const struct plan_row *row, struct strbuf *out)
{
	const int64_t numbers[] = {type_index(row->type), row->number,
		(int64_t)row->line, row->verdict, row->record, row->version,
		row->made, row->may_be_new, row->column};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		write_number(numbers[i], out);
	write_text(row->title, out);
	write_text(row->reason, out);
	write_list(&row->cells, out);
	write_list(&row->changed, out);
	for (size_t i = 0; i < row->type->n_fields; i++) {
		if (row->values[i] == NULL)
			continue;
		write_number((int64_t)i, out);
		write_text(row->values[i], out);
	}
}

static const char *
read_text(const char **at)
{
	const char *text = *at;

	*at += strlen(text) + 1;
	return text;
}

static int64_t
read_number(const char **at)
{
	int64_t number;

	memcpy(&number, *at, sizeof(number));
	*at += sizeof(number);
	return number;
}

static void
read_list(const char **at, struct strvec *list)
{
	for (int64_t n = read_number(at); n > 0; n--)
		strvec_add(list, read_text(at));
}

void
plan_row_read(const struct strbuf *bytes, struct plan_row *row)
{
	const char *at = bytes->s;

	plan_row_init(row, record_types[read_number(&at)]);
	row->number = read_number(&at);
	row->line = (uint64_t)read_number(&at);
	row->verdict = (enum import_verdict)read_number(&at);
	row->record = read_number(&at);
	row->version = read_number(&at);
	row->made = read_number(&at);
	row->may_be_new = read_number(&at) != 0;
	row->column = (int)read_number(&at);
	free(row->title);
	row->title = xstrdup(read_text(&at));
	free(row->reason);
	row->reason = xstrdup(read_text(&at));
	read_list(&at, &row->cells);
	read_list(&at, &row->changed);
	while (at < bytes->s + bytes->len) {
		size_t field = (size_t)read_number(&at);

		plan_row_set(row, field, read_text(&at));
	}
}

enum err_code
plan_load(struct scratch *scratch, int64_t number, struct plan_row *row,
	struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	enum err_code code;
	int kind;

	code = scratch_get(scratch, number, &kind, &bytes, err);
	if (code == ERR_OK)
		plan_row_read(&bytes, row);
	strbuf_clear(&bytes);
	return code;
}

enum err_code
plan_store(struct scratch *scratch, const struct plan_row *row, int kind,
	struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	enum err_code code;

	plan_row_write(row, &bytes);
	code = scratch_put(scratch, row->number, kind, bytes.s, bytes.len, err);
	strbuf_clear(&bytes);
	return code;
}
