# Data beside the program: what every office begins with; the sample office; both
# with types in the order of reference; and the files that such an office would
# have.

office_stock = \
	%D%/meetings/vote_rule.csv \
	%D%/meetings/meeting_kind.csv \
	%D%/meetings/phrase.csv \
	%D%/checklists/standard.csv \
	%D%/checklists/standard_group.csv \
	%D%/checklists/standard_item.csv

EXTRA_DIST += %D%/meetings/README.md %D%/checklists/README.md $(office_stock)

sample_office = \
	%D%/sample/office.csv \
	%D%/sample/operator.csv \
	%D%/sample/unit.csv \
	%D%/sample/branch.csv \
	%D%/sample/union_org.csv \
	%D%/sample/union_unit.csv \
	%D%/sample/member.csv \
	%D%/sample/membership.csv \
	%D%/sample/leader.csv \
	%D%/sample/meeting.csv \
	%D%/sample/attendance.csv \
	%D%/sample/agenda_item.csv \
	%D%/sample/discussion.csv \
	%D%/sample/vote.csv \
	%D%/sample/resolution.csv \
	%D%/sample/attachment.csv \
	%D%/sample/amendment.csv \
	%D%/sample/checklist_run.csv \
	%D%/sample/checklist_result.csv \
	%D%/sample/task.csv \
	%D%/sample/task_note.csv \
	%D%/sample/rectification.csv \
	%D%/sample/rectification_item.csv \
	%D%/sample/rectification_note.csv \
	%D%/sample/evidence.csv

EXTRA_DIST += %D%/sample/README.md $(sample_office)
EXTRA_DIST += \
	%D%/sample/files/combined-roster.csv \
	%D%/sample/files/members-bom.csv \
	%D%/sample/files/members-utf16.csv \
	%D%/sample/files/roster-wps-gb18030.csv \
	%D%/sample/files/wrong-fifteen.csv
