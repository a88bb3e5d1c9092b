/* The office's types and the invented ones, for plays of the invented kind. */
#include "records/invented.h"
#include "records/nouns.h"

const struct record_type *const record_types[] = {
	&office_type,
	&operator_type,
	&unit_type,
	&branch_type,
	&union_org_type,
	&union_unit_type,
	&member_type,
	&membership_type,
	&leader_type,
	&hall_type,
	&gathering_type,
	&guest_type,
};

const size_t record_types_n = sizeof(record_types) / sizeof(record_types[0]);
