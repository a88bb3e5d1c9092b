/*
 * Types that the office has not: halls, and gatherings with rows of their own,
 * states, numbering, freezing and a period.  A test links them in a register of
 * its own in place of the office's, and their step of the schema.
 */
#ifndef TESTS_UNIT_RECORDS_INVENTED_H
#define TESTS_UNIT_RECORDS_INVENTED_H

#include "base/embed.h"
#include "records/record.h"

extern const struct record_type hall_type;
extern const struct record_type gathering_type;
extern const struct record_type guest_type; /* owned by a gathering */

/* One step: invented.sql. */
extern const struct embed_file invented_steps[];

#endif
