#include "exchange/sample.h"

#include "base/embed.h"
#include "exchange/import.h"
#include "exchange/stock.h"

/* share/sample, one file a type, in the order of reference. */
extern const struct embed_file sample_files[];
extern const size_t sample_files_n;

enum err_code
sample_fill(struct store *store, const struct change_info *info,
	struct job *job, struct err *err)
{
	enum err_code code = stock_fill(store, info, job, err);

	if (code == ERR_OK)
		code = import_embedded(store, sample_files, sample_files_n,
			info, job, err);
	return code;
}
