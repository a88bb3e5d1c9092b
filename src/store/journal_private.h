/* What the files that read the journal (journal*.c) share. */
#ifndef STORE_JOURNAL_PRIVATE_H
#define STORE_JOURNAL_PRIVATE_H

#include "store/journal.h"
#include "store/stmt.h"

/* The columns of a head h, as journal_read_head() reads them. */
#define JOURNAL_SELECT_HEAD                                                  \
	"SELECT h.id, h.lamport, h.at, h.operator_id, h.undoes,"             \
	" h.draft, h.n_rows, h.operator_name, h.account, h.host, h.action,"  \
	" h.reason FROM main.change_head h"

/* All but undone_by. */
void
journal_read_head(const struct stmt *stmt, struct journal_change *out);

enum err_code
journal_find_undone_by(struct store *store, int64_t id, int64_t *undone_by,
	struct err *err);

#endif
