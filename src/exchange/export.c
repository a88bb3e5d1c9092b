#include "exchange/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/headers.h"
#include "exchange/sheet.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/row.h"
#include "records/value.h"
#include "store/site.h"

enum {
	PROGRESS_EVERY = 1024,
	TITLES_BITS = 12,
	TITLES_N = 1 << TITLES_BITS,
};

/* A title that was looked up: few records are referred to, and often. */
struct known_title {
	int64_t id; /* 0: nothing yet */
	char *title;
};

/* How a field is written. */
struct out_field {
	const struct field_type *field;
	bool as_it_is;                 /* the stored form */
	const struct code_list *codes; /* words of this list, or NULL */
	const struct code *last;       /* that was looked up, or NULL */
};

struct exporter {
	struct store *store;
	const struct record_type *type;
	const struct export_options *options;
	struct sheet_writer *writer;
	enum sheet_cells *kinds;  /* one a column */
	size_t n_columns;
	struct out_field *fields; /* one a field */
	const char **cells;       /* of one row; NULL: the one that was made */
	struct strbuf *made;
	size_t n_cells;           /* so many up to now */
	struct known_title titles[TITLES_N];
	struct job *job;
	uint64_t n;
	uint64_t total;
};

/* A text of somebody else's that stays until the next row. */
static void
add_text(struct exporter *exporter, const char *text)
{
	exporter->cells[exporter->n_cells++] = text;
}

/* A cell that is empty at first. */
static struct strbuf *
add_made(struct exporter *exporter)
{
	struct strbuf *made = &exporter->made[exporter->n_cells];

	strbuf_reset(made);
	exporter->cells[exporter->n_cells++] = NULL;
	return made;
}

static void
add_id(struct exporter *exporter, int64_t id)
{
	char text[SITE_ID_TEXT_SIZE];

	site_id_to_text(id, text);
	strbuf_add(add_made(exporter), text);
}

static enum err_code
write_row(struct exporter *exporter, enum sheet_row row, struct err *err)
{
	size_t n = exporter->n_cells;

	for (size_t i = 0; i < n; i++)
		if (exporter->cells[i] == NULL)
			exporter->cells[i] = exporter->made[i].s;
	exporter->n_cells = 0;
	return sheet_write(exporter->writer, row, exporter->cells, n, err);
}

static enum err_code
take_office(void *data, const struct record *office, struct err *err)
{
	(void)err;
	strbuf_reset(data);
	strbuf_add(data, record_get(office, "name"));
	return ERR_OK;
}

/* What the sheet holds, of which office, as of which day. */
static enum err_code
write_title(struct exporter *exporter, struct err *err)
{
	const char *what = term_word(&exporter->type->term);
	struct strbuf office = STRBUF_INIT;
	char today[DATE_SIZE];
	struct query query;
	enum err_code code;

	if (!exporter->options->title)
		return ERR_OK;
	world_today(store_world(exporter->store), today);
	query_init(&query, &office_type);
	code = query_each(exporter->store, &query, take_office, &office, err);
	query_clear(&query);
	if (office.len > 0)
		strbuf_addf(add_made(exporter),
			C_("title of a sheet", "%s: %s (%s)"), office.s, what,
			today);
	else
		strbuf_addf(add_made(exporter),
			C_("title of a sheet", "%s (%s)"), what, today);
	strbuf_clear(&office);
	return code == ERR_OK ? write_row(exporter, SHEET_TITLE, err) : code;
}

static enum err_code
write_header(struct exporter *exporter, struct err *err)
{
	const struct record_type *type = exporter->type;
	bool english = exporter->options->english;

	add_text(exporter, english ? HEADER_ID_EN : HEADER_ID_ZH);
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];

		header_add(field, false, english, add_made(exporter));
		if (field->kind == FIELD_REF)
			header_add(field, true, english,
				add_made(exporter));
	}
	return write_row(exporter, SHEET_HEADER, err);
}

/* Ids of one type often differ by a multiple of two, so the bits are mixed
 * (Knuth's multiplicative hash). */
static struct known_title *
title_place(struct exporter *exporter, int64_t id)
{
	uint64_t mixed = (uint64_t)id * UINT64_C(0x9e3779b97f4a7c15);

	return &exporter->titles[mixed >> (64 - TITLES_BITS)];
}

static const char *
title_of(struct exporter *exporter, const struct record_type *type, int64_t id)
{
	struct known_title *known = title_place(exporter, id);
	struct strbuf title = STRBUF_INIT;

	if (id == 0)
		return "";
	if (known->id != id) {
		record_title_of(exporter->store, type, id, &title);
		free(known->title);
		known->title = strbuf_detach(&title);
		known->id = id;
	}
	return known->title;
}

static void
add_reference(struct exporter *exporter, const struct field_type *field,
	int64_t id)
{
	/* copied, since the next reference may drive it out */
	strbuf_add(add_made(exporter),
		title_of(exporter, field_ref(field), id));
	add_id(exporter, id);
}

static const char *
word_of(struct out_field *out, const char *value)
{
	if (out->last == NULL || strcmp(out->last->code, value) != 0)
		out->last = code_find(out->codes, value);
	return out->last != NULL ? code_word(out->last) : value;
}

static void
add_value(struct exporter *exporter, struct out_field *out, const char *value)
{
	if (out->as_it_is || value[0] == '\0')
		add_text(exporter, value);
	else if (out->codes != NULL)
		add_text(exporter, word_of(out, value));
	else if (exporter->options->full)
		value_show(out->field, value, add_made(exporter));
	else
		value_show_masked(out->field, value, add_made(exporter));
}

static enum err_code
write_record(void *data, const struct stmt *row, struct err *err)
{
	struct exporter *exporter = data;

	if (exporter->n % PROGRESS_EVERY == 0) {
		job_progress(exporter->job, _("writing"), exporter->n,
			exporter->total);
		if (job_cancelled(exporter->job))
			return err_set(err, ERR_CANCELLED,
				_("Stopped; no file was written."));
	}
	add_id(exporter, stmt_int(row, 0));
	for (size_t i = 0; i < exporter->type->n_fields; i++) {
		struct out_field *out = &exporter->fields[i];
		int at = ROW_FIRST_FIELD + (int)i;

		if (out->field->kind == FIELD_REF)
			add_reference(exporter, out->field,
				stmt_int(row, at));
		else
			add_value(exporter, out, stmt_text(row, at));
	}
	exporter->n++;
	return write_row(exporter, SHEET_ROW, err);
}

static struct out_field
make_out_field(const struct field_type *field,
	const struct export_options *options)
{
	bool in_words = field->kind == FIELD_CODE && !options->codes;
	bool several = field->flags & FIELD_SEVERAL;
	bool masked = field->flags & FIELD_SENSITIVE && !options->full;

	return (struct out_field){
		.field = field,
		.as_it_is = !in_words && !masked &&
			field->kind != FIELD_BOOL && field->kind != FIELD_MONEY,
		.codes = in_words && !several && !masked
			? field_codes(field) : NULL,
	};
}

/* The kind of each column's cells, in the order of write_header(). */
static void
set_kinds(struct exporter *exporter)
{
	static const enum sheet_cells kinds[FIELD_KIND_N] = {
		[FIELD_INT] = SHEET_COUNT,
		[FIELD_MONEY] = SHEET_MONEY,
		[FIELD_DATE] = SHEET_DATE,
	};
	const struct record_type *type = exporter->type;

	exporter->kinds = xcalloc(1 + 2 * type->n_fields,
		sizeof(*exporter->kinds));
	exporter->n_columns = 1;
	for (size_t i = 0; i < type->n_fields; i++) {
		enum field_kind kind = type->fields[i].kind;

		exporter->kinds[exporter->n_columns] = kinds[kind];
		exporter->n_columns += kind == FIELD_REF ? 2 : 1;
	}
}

static void
exporter_init(struct exporter *exporter, struct store *store,
	const struct query *query, const struct export_options *options,
	struct job *job)
{
	const struct record_type *type = query->type;
	size_t n_cells = 1 + 2 * type->n_fields;
	int64_t total = 0;

	*exporter = (struct exporter){
		.store = store,
		.type = type,
		.options = options,
		.fields = xcalloc(type->n_fields, sizeof(struct out_field)),
		.cells = xcalloc(n_cells, sizeof(char *)),
		.made = xcalloc(n_cells, sizeof(struct strbuf)),
		.job = job,
	};
	for (size_t i = 0; i < type->n_fields; i++)
		exporter->fields[i] = make_out_field(&type->fields[i], options);
	for (size_t i = 0; i < n_cells; i++)
		strbuf_init(&exporter->made[i]);
	set_kinds(exporter);
	if (job != NULL && query_count(store, query, 0, &total, NULL) == ERR_OK)
		exporter->total = (uint64_t)total;
}

static void
exporter_clear(struct exporter *exporter)
{
	for (size_t i = 0; i < TITLES_N; i++)
		free(exporter->titles[i].title);
	for (size_t i = 0; i < 1 + 2 * exporter->type->n_fields; i++)
		strbuf_clear(&exporter->made[i]);
	free(exporter->fields);
	free(exporter->kinds);
	free(exporter->cells);
	free(exporter->made);
}

static enum err_code
write_file(struct exporter *exporter, const struct query *query,
	const char *path, struct err *err)
{
	const struct export_options *options = exporter->options;
	const struct sheet_layout layout = {
		.name = term_word(&exporter->type->term),
		.cells = exporter->kinds,
		.n_columns = exporter->n_columns,
		.enc = options->enc,
		.replace = options->replace,
	};
	enum err_code code = sheet_open(path, &layout, &exporter->writer, err);

	if (code == ERR_OK)
		code = write_title(exporter, err);
	if (code == ERR_OK)
		code = write_header(exporter, err);
	if (code == ERR_OK)
		code = query_scan(exporter->store, query, write_record,
			exporter, err);
	if (code == ERR_OK)
		return sheet_commit(exporter->writer, err);
	sheet_abandon(exporter->writer);
	return code;
}

enum err_code
export_query(struct store *store, const struct query *query, const char *path,
	const struct export_options *options, struct job *job, uint64_t *n,
	struct err *err)
{
	struct exporter exporter;
	enum err_code code = store_read_begin(store, err);

	if (code != ERR_OK)
		return code;
	exporter_init(&exporter, store, query, options, job);
	code = write_file(&exporter, query, path, err);
	if (n != NULL)
		*n = code == ERR_OK ? exporter.n : 0;
	exporter_clear(&exporter);
	store_read_end(store);
	return code;
}

static char *
file_of(const char *folder, const struct record_type *type)
{
	char *name = xasprintf("%s.csv", type->name);
	char *path = file_join(folder, name);

	free(name);
	return path;
}

/* Before the first is written, so that nothing is written by halves. */
static enum err_code
refuse_existing(const char *folder, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		char *path = file_of(folder, record_types[i]);

		if (file_exists(path))
			code = err_set(err, ERR_FILE,
				_("%s exists already; choose another folder, "
				  "or say that it may be replaced."),
				err_name(err, path));
		free(path);
	}
	return code;
}

static enum err_code
export_type(struct store *store, const struct record_type *type,
	const char *path, const struct export_options *options,
	struct job *job, uint64_t *n, struct err *err)
{
	struct query query;
	enum err_code code;

	query_init(&query, type);
	query_set_order(&query, "id", false);
	code = export_query(store, &query, path, options, job, n, err);
	query_clear(&query);
	return code;
}

/* All files are of the same moment. */
static enum err_code
export_types(struct store *store, const char *folder,
	const struct export_options *options, struct job *job, uint64_t *total,
	struct err *err)
{
	enum err_code code = store_read_begin(store, err);

	if (code != ERR_OK)
		return code;
	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		char *path = file_of(folder, record_types[i]);
		uint64_t written = 0;

		code = export_type(store, record_types[i], path, options, job,
			&written, err);
		*total += written;
		free(path);
	}
	store_read_end(store);
	return code;
}

enum err_code
export_all(struct store *store, const char *folder,
	const struct export_options *options, struct job *job, uint64_t *n,
	struct err *err)
{
	enum err_code code = file_make_folder(folder, err);
	uint64_t total = 0;

	if (code == ERR_OK && !options->replace)
		code = refuse_existing(folder, err);
	if (code == ERR_OK)
		code = export_types(store, folder, options, job, &total, err);
	if (n != NULL)
		*n = total;
	return code;
}
