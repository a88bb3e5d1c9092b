/* The record types of the office, one file each; types.c lists them. */
#ifndef RECORDS_NOUNS_H
#define RECORDS_NOUNS_H

#include "records/record.h"

extern const struct record_type office_type;
extern const struct record_type operator_type;
extern const struct record_type unit_type;
extern const struct record_type branch_type;
extern const struct record_type union_org_type;
extern const struct record_type union_unit_type;
extern const struct record_type member_type;
extern const struct record_type membership_type;
extern const struct record_type leader_type;

#endif
