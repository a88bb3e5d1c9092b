#include "exchange/stock.h"

#include "base/embed.h"
#include "exchange/import.h"

/* share/meetings and share/checklists, one file a type, in the order of
 * reference. */
extern const struct embed_file stock_files[];
extern const size_t stock_files_n;

enum err_code
stock_fill(struct store *store, const struct change_info *info,
	struct job *job, struct err *err)
{
	return import_embedded(store, stock_files, stock_files_n, info, job,
		err);
}
