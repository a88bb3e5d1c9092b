#include "exchange/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/csv.h"
#include "exchange/headers.h"
#include "records/load.h"
#include "records/value.h"
#include "store/site.h"

enum { PROGRESS_EVERY = 256, TITLES_N = 256 };

/* A title that was looked up: few records are referred to, and often. */
struct known_title {
	int64_t id; /* 0: nothing yet */
	char *title;
};

struct exporter {
	struct store *store;
	const struct record_type *type;
	const struct export_options *options;
	struct csv_writer *writer;
	struct strvec cells; /* of one row */
	struct known_title titles[TITLES_N]; /* by id */
	struct job *job;
	uint64_t n;
	uint64_t total;
};

static void
clear_cells(struct exporter *exporter)
{
	for (size_t i = 0; i < exporter->cells.n; i++)
		free(exporter->cells.items[i]);
	exporter->cells.n = 0;
}

/* Takes over what text holds. */
static void
add_cell(struct exporter *exporter, struct strbuf *text)
{
	vec_push(&exporter->cells, strbuf_detach(text));
}

static enum err_code
write_row(struct exporter *exporter, struct err *err)
{
	enum err_code code = csv_write_row(exporter->writer,
		(const char *const *)exporter->cells.items, exporter->cells.n,
		err);

	clear_cells(exporter);
	return code;
}

static enum err_code
write_header(struct exporter *exporter, struct err *err)
{
	const struct record_type *type = exporter->type;
	bool english = exporter->options->english;

	strvec_add(&exporter->cells, english ? HEADER_ID_EN : HEADER_ID_ZH);
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];
		struct strbuf header = STRBUF_INIT;

		header_add(field, false, english, &header);
		add_cell(exporter, &header);
		if (field->kind != FIELD_REF)
			continue;
		header_add(field, true, english, &header);
		add_cell(exporter, &header);
	}
	return write_row(exporter, err);
}

static const char *
title_of(struct exporter *exporter, const struct record_type *type, int64_t id)
{
	struct known_title *known = &exporter->titles[(uint64_t)id % TITLES_N];
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
add_reference(struct exporter *exporter, const struct record *record, size_t i)
{
	const struct field_type *field = &record->type->fields[i];

	strvec_add(&exporter->cells, title_of(exporter, field_ref(field),
		record_ref(record, field->name)));
	strvec_add(&exporter->cells, record->values[i]);
}

static void
add_value(struct exporter *exporter, const struct field_type *field,
	const char *value)
{
	const struct export_options *options = exporter->options;
	struct strbuf text = STRBUF_INIT;

	if (options->codes && field->kind == FIELD_CODE)
		strbuf_add(&text, value);
	else if (options->full)
		value_show(field, value, &text);
	else
		value_show_masked(field, value, &text);
	add_cell(exporter, &text);
}

static enum err_code
write_record(void *data, const struct record *record, struct err *err)
{
	struct exporter *exporter = data;
	char id[SITE_ID_TEXT_SIZE];

	if (exporter->n % PROGRESS_EVERY == 0) {
		job_progress(exporter->job, _("writing"), exporter->n,
			exporter->total);
		if (job_cancelled(exporter->job))
			return err_set(err, ERR_CANCELLED,
				_("Stopped; no file was written."));
	}
	site_id_to_text(record->id, id);
	strvec_add(&exporter->cells, id);
	for (size_t i = 0; i < record->type->n_fields; i++) {
		const struct field_type *field = &record->type->fields[i];

		if (field->kind == FIELD_REF)
			add_reference(exporter, record, i);
		else
			add_value(exporter, field, record->values[i]);
	}
	exporter->n++;
	return write_row(exporter, err);
}

static void
exporter_init(struct exporter *exporter, struct store *store,
	const struct query *query, const struct export_options *options,
	struct job *job)
{
	int64_t total = 0;

	*exporter = (struct exporter){
		.store = store,
		.type = query->type,
		.options = options,
		.job = job,
	};
	if (job != NULL && query_count(store, query, 0, &total, NULL) == ERR_OK)
		exporter->total = (uint64_t)total;
}

static void
exporter_clear(struct exporter *exporter)
{
	for (size_t i = 0; i < TITLES_N; i++)
		free(exporter->titles[i].title);
	strvec_clear(&exporter->cells);
}

enum err_code
export_query(struct store *store, const struct query *query, const char *path,
	const struct export_options *options, struct job *job, uint64_t *n,
	struct err *err)
{
	struct exporter exporter;
	enum err_code code;

	exporter_init(&exporter, store, query, options, job);
	code = csv_writer_open(path, options->enc, options->replace,
		&exporter.writer, err);
	if (code == ERR_OK)
		code = write_header(&exporter, err);
	if (code == ERR_OK)
		code = query_each(store, query, write_record, &exporter, err);
	if (code == ERR_OK)
		code = csv_writer_commit(exporter.writer, err);
	else
		csv_writer_abandon(exporter.writer);
	if (n != NULL)
		*n = code == ERR_OK ? exporter.n : 0;
	exporter_clear(&exporter);
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
				  "or say that it may be replaced."), path);
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

enum err_code
export_all(struct store *store, const char *folder,
	const struct export_options *options, struct job *job, uint64_t *n,
	struct err *err)
{
	enum err_code code = file_make_folder(folder, err);
	uint64_t total = 0;

	if (code == ERR_OK && !options->replace)
		code = refuse_existing(folder, err);
	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		char *path = file_of(folder, record_types[i]);
		uint64_t written;

		code = export_type(store, record_types[i], path, options, job,
			&written, err);
		total += written;
		free(path);
	}
	if (n != NULL)
		*n = total;
	return code;
}
