#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/import_private.h"

enum { TRIES = 3 }; /* where others change what the plans speak of */

/* The first row that stands in the way, after the name of its file. */
static enum err_code
name_first_bad(struct import *import, enum err_code code, struct err *err)
{
	static const enum import_verdict bad[] = {IMPORT_REJECTED,
		IMPORT_DOUBTFUL};
	const char *name = import_name(import);
	char *text = xstrdup(err != NULL && err->text != NULL ? err->text : "");

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct import_row row;
		size_t n = 0;

		if (import->counts.rows[bad[i]] == 0 ||
			import_rows(import, bad[i], 0, false, 1, &row, &n,
				NULL) != ERR_OK || n == 0)
			continue;
		err_set(err, code, _("%s, row %llu (%s): %s"),
			err_name(err, name), (unsigned long long)row.number,
			row.title, row.reason);
		import_row_clear(&row);
		free(text);
		return code;
	}
	err_set(err, code, _("%s: %s"), err_name(err, name), text);
	free(text);
	return code;
}

static void
set_clear(struct import_set *set)
{
	for (size_t i = 0; i < set->n; i++)
		import_close(set->items[i]);
	vec_clear(set);
}

static enum err_code
open_one(struct store *store, const struct record_type *type,
	const struct sheet_source *source, const struct import_options *options,
	struct import_set *set, struct err *err)
{
	const struct import_options own = {.skip_bad = options->skip_bad,
		.take_doubtful = options->take_doubtful};
	struct import *import;
	enum err_code code = import_open(store, type, source, &own, &import,
		err);

	if (code != ERR_OK)
		return code;
	import->set = set;
	import->refers_within = true;
	vec_push(set, import);
	return ERR_OK;
}

static enum err_code
open_each(struct store *store, const char *folder,
	const struct import_options *options, struct import_set *set,
	struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		char *name = xasprintf("%s.csv", record_types[i]->name);
		char *path = file_join(folder, name);
		const struct sheet_source source = {.path = path};

		if (file_exists(path))
			code = open_one(store, record_types[i], &source,
				options, set, err);
		free(path);
		free(name);
	}
	if (code == ERR_OK && set->n == 0)
		code = err_set(err, ERR_FILE,
			_("%s holds no file that could be imported; they are "
			  "called member.csv, branch.csv and so on."),
			err_name(err, folder));
	return code;
}

/* In their order, since each may refer to rows of those before it. */
static enum err_code
plan_each(const struct import_set *set, struct job *job, uint64_t *n_left,
	struct err *err)
{
	enum err_code code = ERR_OK;

	*n_left = 0;
	for (size_t i = 0; code == ERR_OK && i < set->n; i++) {
		code = import_plan(set->items[i], job, err);
		if (code == ERR_OK)
			code = run_settle(set->items[i], n_left, err);
		if (code == ERR_INVALID)
			code = name_first_bad(set->items[i], code, err);
	}
	return code;
}

/* From one state of the store, and without its lock. */
static enum err_code
plan_all(const struct import_set *set, struct job *job, uint64_t *n_left,
	struct err *err)
{
	struct scratch *scratch = set->items[0]->scratch;
	enum err_code ended, code = scratch_begin(scratch, err);

	if (code != ERR_OK)
		return code;
	code = plan_each(set, job, n_left, err);
	ended = scratch_end(scratch, code == ERR_OK,
		code == ERR_OK ? err : NULL);
	return code == ERR_OK ? ended : code;
}

/* Frees the set, whatever comes of it. */
static enum err_code
run_planned(struct import_set *set,
	const struct change_info *info, struct job *job,
	struct import_result *result, struct err *err)
{
	uint64_t n_left;
	enum err_code code = ERR_STALE;

	for (int i = 0; code == ERR_STALE && i < TRIES; i++) {
		if (i > 0)
			err_clear(err);
		code = plan_all(set, job, &n_left, err);
		if (code == ERR_OK)
			code = run_set(set, n_left, info, job, result, err);
	}
	set_clear(set);
	return code;
}

enum err_code
import_all(struct store *store, const char *folder,
	const struct import_options *options, const struct change_info *info,
	struct job *job, struct import_result *result, struct err *err)
{
	struct import_set set = VEC_INIT;
	enum err_code code = open_each(store, folder, options, &set, err);

	*result = (struct import_result){0};
	if (code == ERR_OK)
		return run_planned(&set, info, job, result, err);
	set_clear(&set);
	return code;
}

static const struct record_type *
type_of(const struct embed_file *file)
{
	char *name = xstrndup(file->name, strcspn(file->name, "."));
	const struct record_type *type = record_type_find(name);

	free(name);
	return type;
}

static bool
is_one_of(const struct record_type *type, const struct embed_file *files,
	size_t n_files)
{
	for (size_t i = 0; i < n_files; i++)
		if (type_of(&files[i]) == type)
			return true;
	return false;
}

/* How many files from the first on belong together: up to the last that holds
 * rows which records of these own. */
static size_t
count_together(const struct embed_file *files, size_t n_files)
{
	size_t n = 1;

	for (size_t i = 1; i < n_files; i++) {
		const struct record_type *owner = record_owner(
			type_of(&files[i]));

		if (owner != NULL && is_one_of(owner, files, n))
			n = i + 1;
	}
	return n;
}

static enum err_code
run_embedded(struct store *store, const struct embed_file *files,
	size_t n_files, const struct change_info *info, struct job *job,
	struct err *err)
{
	const struct import_options options = {0};
	struct import_set set = VEC_INIT;
	struct import_result result = {0};
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < n_files; i++) {
		const struct sheet_source source = {.text = files[i].text,
			.len = files[i].len};

		code = open_one(store, type_of(&files[i]), &source, &options,
			&set, err);
	}
	if (code == ERR_OK)
		return run_planned(&set, info, job, &result, err);
	set_clear(&set);
	return code;
}

enum err_code
import_embedded(struct store *store, const struct embed_file *files,
	size_t n_files, const struct change_info *info, struct job *job,
	struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0, n = 0; code == ERR_OK && i < n_files; i += n) {
		n = count_together(files + i, n_files - i);
		code = run_embedded(store, files + i, n, info, job, err);
	}
	return code;
}
