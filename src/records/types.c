/* The register: a new record type is one line here. */
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
	&vote_rule_type,
	&meeting_kind_type,
	&phrase_type,
	&meeting_type,
	&attendance_type,
	&agenda_item_type,
	&discussion_type,
	&vote_type,
	&resolution_type,
	&attachment_type,
	&amendment_type,
	&standard_type,
	&standard_group_type,
	&standard_item_type,
	&checklist_run_type,
	&checklist_result_type,
	&task_type,
	&task_note_type,
	&rectification_type,
	&rectification_item_type,
	&rectification_note_type,
	&evidence_type,
	&ruling_type,
};

const size_t record_types_n = sizeof(record_types) / sizeof(record_types[0]);
