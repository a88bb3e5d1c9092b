/* Removing a record and bringing it back, with the question before. */
#ifndef SCREENS_REMOVAL_H
#define SCREENS_REMOVAL_H

#include "records/record.h"
#include "screens/ui.h"

/*
 * Asks, then removes.  Where others hang on the record it says what and how
 * many, and offers to close it with a date in place of that.  True where it is
 * gone.
 */
bool
remove_with_question(struct ui *ui, const struct record_type *type,
	int64_t id);

/* Brings a removed one back; true where it is there again. */
bool
bring_back(struct ui *ui, const struct record_type *type, int64_t id);

#endif
