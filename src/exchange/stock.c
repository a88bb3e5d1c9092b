#include "exchange/stock.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "exchange/import.h"

/* share/meetings, one file a type, in the order of reference. */
extern const struct embed_file stock_files[];
extern const size_t stock_files_n;

static enum err_code
take_file(struct store *store, const struct embed_file *file,
	const struct change_info *info, struct job *job, struct err *err)
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
	import_close(import);
	return code;
}

enum err_code
stock_take(struct store *store, const struct embed_file *files,
	size_t n_files, const struct change_info *info, struct job *job,
	struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < n_files; i++)
		code = take_file(store, &files[i], info, job, err);
	return code;
}

enum err_code
stock_fill(struct store *store, const struct change_info *info,
	struct job *job, struct err *err)
{
	return stock_take(store, stock_files, stock_files_n, info, job, err);
}
