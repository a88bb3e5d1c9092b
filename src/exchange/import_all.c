#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/import_private.h"

/* The first row that stands in the way, after the name of its file. */
static enum err_code
name_first_bad(struct import *import, enum err_code code, struct err *err)
{
	static const enum import_verdict bad[] = {IMPORT_REJECTED,
		IMPORT_DOUBTFUL};
	const char *name = file_name(import->source.path);
	char *text = xstrdup(err != NULL && err->text != NULL ? err->text : "");

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct import_row row;
		size_t n = 0;

		if (import->counts.rows[bad[i]] == 0 ||
			import_rows(import, bad[i], 0, false, 1, &row, &n,
				NULL) != ERR_OK || n == 0)
			continue;
		err_set(err, code, _("%s, row %llu (%s): %s"), name,
			(unsigned long long)row.number, row.title, row.reason);
		import_row_clear(&row);
		free(text);
		return code;
	}
	err_set(err, code, _("%s: %s"), name, text);
	free(text);
	return code;
}

static enum err_code
import_one(struct change *change, const struct record_type *type,
	const char *path, const struct import_options *options,
	struct job *job, struct import_result *sum, struct err *err)
{
	const struct csv_source source = {.path = path};
	const struct import_options own = {.skip_bad = options->skip_bad,
		.take_doubtful = options->take_doubtful};
	struct import_result result = {0};
	struct import *import;
	enum err_code code;

	code = import_open(change_store(change), type, &source, &own, &import,
		err);
	if (code != ERR_OK)
		return code;
	import->change = change;
	code = import_run(import, NULL, job, &result, err);
	if (code == ERR_INVALID)
		code = name_first_bad(import, code, err);
	sum->n_new += result.n_new;
	sum->n_changed += result.n_changed;
	import_close(import);
	return code;
}

static enum err_code
import_each(struct change *change, const char *folder,
	const struct import_options *options, struct job *job,
	struct import_result *sum, struct err *err)
{
	enum err_code code = ERR_OK;
	size_t n_files = 0;

	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		char *name = xasprintf("%s.csv", record_types[i]->name);
		char *path = file_join(folder, name);

		if (file_exists(path)) {
			n_files++;
			code = import_one(change, record_types[i], path,
				options, job, sum, err);
		}
		free(path);
		free(name);
	}
	if (code == ERR_OK && n_files == 0)
		code = err_set(err, ERR_FILE,
			_("%s holds no file that could be imported; they are "
			  "called member.csv, branch.csv and so on."), folder);
	return code;
}

enum err_code
import_all(struct store *store, const char *folder,
	const struct import_options *options, const struct change_info *info,
	struct job *job, struct import_result *result, struct err *err)
{
	struct import_result sum = {0};
	struct change *change;
	enum err_code code;

	*result = sum;
	code = change_begin(store, info, &change, err);
	if (code != ERR_OK)
		return code;
	code = import_each(change, folder, options, job, &sum, err);
	if (code != ERR_OK) {
		change_abandon(change);
		return code;
	}
	sum.change = change_n_saved(change) > 0 ? change_id(change) : 0;
	code = change_commit(change, err);
	if (code == ERR_OK)
		*result = sum;
	return code;
}
