/*
 * Types that nobody merging has heard of: people that can be merged, the feasts
 * at which they sit and speak, and the clubs to which they belong; with a
 * register of their own and a step of the schema.
 */
#ifndef TESTS_UNIT_RECORDS_FUSE_TYPES_H
#define TESTS_UNIT_RECORDS_FUSE_TYPES_H

#include "records/record.h"

extern const struct record_type person_type;
extern const struct record_type feast_type; /* closes, and its rows with it */
extern const struct record_type seat_type;  /* a person at a feast */
extern const struct record_type toast_type; /* from one of its seats */
extern const struct record_type note_type;  /* amends what is closed */
extern const struct record_type club_type;  /* a person in a club */

extern const char fuse_schema[];

#endif
