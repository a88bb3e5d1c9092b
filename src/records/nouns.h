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
extern const struct record_type vote_rule_type;
extern const struct record_type meeting_kind_type;
extern const struct record_type phrase_type;
extern const struct record_type meeting_type;
extern const struct record_type attendance_type;
extern const struct record_type agenda_item_type;
extern const struct record_type discussion_type;
extern const struct record_type vote_type;
extern const struct record_type resolution_type;
extern const struct record_type attachment_type;
extern const struct record_type amendment_type;
extern const struct record_type task_type;
extern const struct record_type task_note_type;
extern const struct record_type standard_type;
extern const struct record_type standard_group_type;
extern const struct record_type standard_item_type;
extern const struct record_type checklist_run_type;
extern const struct record_type checklist_result_type;
extern const struct record_type evidence_type;
extern const struct record_type rectification_type;
extern const struct record_type rectification_item_type;
extern const struct record_type rectification_note_type;
extern const struct record_type ruling_type;

#endif
