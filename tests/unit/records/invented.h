/*
 * Types that the office has not: halls, and gatherings with rows of their own
 * (guests, the speeches that these give, errata), states, numbering, freezing
 * and a period.  A test links them in a register of
 * its own in place of the office's, and their step of the schema.
 */
#ifndef TESTS_UNIT_RECORDS_INVENTED_H
#define TESTS_UNIT_RECORDS_INVENTED_H

#include "base/embed.h"
#include "records/record.h"

extern const struct record_type hall_type;
extern const struct record_type gathering_type;
extern const struct record_type guest_type;   /* owned by a gathering */
extern const struct record_type speech_type;  /* so too: of one of its guests */
extern const struct record_type erratum_type; /* so too: it amends */

/* One step: invented.sql. */
extern const struct embed_file invented_steps[];

#endif
