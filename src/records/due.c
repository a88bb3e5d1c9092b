#include "records/due.h"

#include "base/i18n.h"
#include "records/nouns.h"

enum {
	TERM_NOTICE_DAYS = 90,
	TASK_NOTICE_DAYS = 7,
	RECTIFICATION_NOTICE_DAYS = 14,
	TOMORROW = 1,
};

const struct due dues[] = {
	{"task_overdue", &task_type, N_("Tasks that are overdue"),
		"t.state = '1' AND t.due_on <> '' AND t.due_on <= ?", -1},
	{"task_due", &task_type, N_("Tasks due within seven days"),
		"t.state = '1' AND julianday(t.due_on) - julianday(?) "
		"BETWEEN -7 AND 0", TASK_NOTICE_DAYS},
	{"meeting_running", &meeting_type, N_("Meetings not ended yet"),
		"t.state = '2'", 0},
	{"meeting_without_minutes", &meeting_type,
		N_("Meetings held without minutes"),
		"t.state = '3' AND NOT EXISTS (SELECT 1 FROM agenda_item a "
		"WHERE a.meeting_id = t.id AND a.deleted = 0 "
		"AND a.gist <> '') AND NOT EXISTS (SELECT 1 "
		"FROM discussion d WHERE d.meeting_id = t.id "
		"AND d.deleted = 0)", 0},
	{"meeting_unsigned", &meeting_type, N_("Meetings to be signed"),
		"t.state = '3'", 0},
	{"rectification_overdue", &rectification_type,
		N_("Rectifications that are overdue"),
		"t.state IN ('2', '3') AND t.due_on <> '' AND t.due_on <= ?",
		-1},
	{"rectification_due", &rectification_type,
		N_("Rectifications due within 14 days"),
		"t.state IN ('2', '3') AND julianday(t.due_on) - julianday(?) "
		"BETWEEN -14 AND 0", RECTIFICATION_NOTICE_DAYS},
	{"rectification_applied", &rectification_type,
		N_("Rectifications waiting for acceptance"),
		"t.state = '4'", 0},
	{"rectification_tracked", &rectification_type,
		N_("Rectifications to be closed after tracking"),
		"t.state = '5' AND t.track_until_on <> '' "
		"AND t.track_until_on < ?", TOMORROW},
	{"finding_overdue", &checklist_result_type,
		N_("Findings of checks that are overdue"),
		"t.verdict IN ('2', '3') AND t.due_on <> '' AND t.due_on <= ? "
		"AND t.recheck <> '1' AND EXISTS (SELECT 1 "
		"FROM checklist_run r WHERE r.id = t.checklist_run_id "
		"AND r.deleted = 0 AND NOT EXISTS (SELECT 1 "
		/* that has judged all of it anew */
		"FROM checklist_run l WHERE l.union_org_id = r.union_org_id "
		"AND l.from_on > r.from_on AND l.state IN ('2', '3') "
		"AND l.deleted = 0))", -1},
	{"check_sent_back", &checklist_run_type,
		N_("Checks that were sent back"), "t.state = '4'", 0},
	{"check_submitted", &checklist_run_type,
		N_("Checks to be reviewed"), "t.state = '2'", 0},
	{"member_without_idno", &member_type,
		N_("Members without an ID number"),
		"t.idno = '' AND t.state = '1'", 0},
	{"member_unverified_idno", &member_type,
		N_("Members with an old 15-digit ID number"),
		/* looks through the index alone */
		"t.id IN (SELECT m.id FROM member m WHERE length(m.idno) = 15) "
		"AND t.state = '1'", 0},
	{"member_without_branch", &member_type,
		N_("Members without a home branch"),
		"t.branch_id IS NULL AND t.state = '1'", 0},
	{"union_without_leader", &union_org_type,
		N_("Unions without a leader"),
		"t.state IN ('2', '3') AND NOT EXISTS (SELECT 1 FROM leader l "
		"WHERE l.union_org_id = t.id AND l.deleted = 0 "
		"AND l.until_on = '')", 0},
	{"union_without_document", &union_org_type,
		N_("Unions without a founding document"),
		"t.state IN ('2', '3') AND t.document_no = ''", 0},
	{"union_term_ending", &union_org_type,
		N_("Unions whose term ends within 90 days or has ended"),
		"t.state IN ('2', '3') AND t.term_until_on <> '' "
		"AND t.term_until_on <= ?", TERM_NOTICE_DAYS},
};

const size_t dues_n = sizeof(dues) / sizeof(dues[0]);
