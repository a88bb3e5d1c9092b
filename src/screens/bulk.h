/* One field of many records changed at once (批量修改). */
#ifndef SCREENS_BULK_H
#define SCREENS_BULK_H

#include "base/id_set.h"
#include "records/query.h"
#include "records/record.h"
#include "screens/ui.h"

/* Puts the ids of all that the query finds into ids; false, with the sentence
 * on the message line, where they are too many to be changed at once. */
bool
bulk_collect(struct ui *ui, const struct query *query, struct id_set *ids);

/*
 * Asks which field and which value, and shows, record by record, what would
 * change and what would be refused; from there it is done as one change, and
 * marks, of the list below, is emptied then.
 */
void
open_bulk(struct ui *ui, const struct record_type *type,
	const struct id_set *ids, struct id_set *marks);

#endif
