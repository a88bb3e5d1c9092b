#include "exchange/sample.h"

#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/xalloc.h"
#include "exchange/import.h"

/* share/sample, one file a type, in the order of reference. */
extern const struct embed_file sample_files[];
extern const size_t sample_files_n;

static enum err_code
fill_type(struct store *store, const struct embed_file *file,
	const struct change_info *info, struct job *job, uint64_t *n,
	struct err *err)
{
	char *name = xstrndup(file->name, strcspn(file->name, "."));
	struct csv_source source = {.text = file->text, .len = file->len};
	struct import_options options = {0};
	struct import_result result;
	struct import *import;
	enum err_code code = import_open(store, record_type_find(name),
		&source, &options, &import, err);

	free(name);
	if (code != ERR_OK)
		return code;
	code = import_read_header(import, err);
	if (code == ERR_OK)
		code = import_plan(import, job, err);
	if (code == ERR_OK)
		code = import_run(import, info, job, &result, err);
	if (code == ERR_OK && n != NULL)
		*n += result.n_new;
	import_close(import);
	return code;
}

enum err_code
sample_fill(struct store *store, const struct change_info *info,
	struct job *job, uint64_t *n, struct err *err)
{
	enum err_code code = ERR_OK;

	if (n != NULL)
		*n = 0;
	for (size_t i = 0; code == ERR_OK && i < sample_files_n; i++)
		code = fill_type(store, &sample_files[i], info, job, n, err);
	return code;
}
