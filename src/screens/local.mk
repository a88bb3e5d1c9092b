# Floor 4': the screens, one file each.

noinst_LIBRARIES += libscreens.a

libscreens_a_SOURCES = \
	%D%/areas.c %D%/areas.h \
	%D%/attendance.c \
	%D%/backup.c \
	%D%/board.c \
	%D%/bulk.c %D%/bulk.h \
	%D%/calendar.c \
	%D%/change.c \
	%D%/changes.c \
	%D%/choose.c \
	%D%/checklist.c %D%/checklist.h \
	%D%/checklist_changed.c \
	%D%/checklist_evidence.c \
	%D%/checklist_known.c %D%/checklist_known.h \
	%D%/checklist_results.c \
	%D%/choose_file.c \
	%D%/daily_copy.c %D%/daily_copy.h \
	%D%/duplicates.c \
	%D%/export.c %D%/export.h \
	%D%/finding.c \
	%D%/first.c %D%/first.h \
	%D%/form.c \
	%D%/form_alike.c \
	%D%/form_draft.c \
	%D%/form_group.c \
	%D%/form_marks.c \
	%D%/form_merge.c \
	%D%/form_open.c \
	%D%/form_refresh.c \
	%D%/form_rows.c \
	%D%/form_save.c \
	%D%/form_state.h \
	%D%/form_step.c \
	%D%/form_text.c \
	%D%/form_values.c %D%/form_values.h \
	%D%/help.c \
	%D%/history.c \
	%D%/history_lines.c %D%/history_lines.h \
	%D%/home.c \
	%D%/import.c %D%/import.h \
	%D%/import_columns.c \
	%D%/import_do.c \
	%D%/import_encoding.c \
	%D%/import_paste.c \
	%D%/import_plan.c \
	%D%/import_row.c \
	%D%/list.c \
	%D%/list_memory.c %D%/list_memory.h \
	%D%/meeting.c %D%/meeting.h \
	%D%/meeting_due.c \
	%D%/menu.c %D%/menu.h \
	%D%/merging.c \
	%D%/noun.c %D%/noun.h \
	%D%/nouns.c \
	%D%/open.h \
	%D%/pane.c %D%/pane.h \
	%D%/pick.c %D%/pick.h \
	%D%/places.c %D%/places.h \
	%D%/print.c \
	%D%/removal.c %D%/removal.h \
	%D%/removed.c \
	%D%/rare.c %D%/rare.h \
	%D%/rectification.c %D%/rectification.h \
	%D%/related.c %D%/related.h \
	%D%/restore.c %D%/restore.h \
	%D%/restore_look.c \
	%D%/restore_lost.c \
	%D%/roster.c \
	%D%/sample.c %D%/sample.h \
	%D%/screens.c %D%/screens.h \
	%D%/search.c \
	%D%/settings.c %D%/settings.h \
	%D%/settings_screen.c \
	%D%/source.c %D%/source.h \
	%D%/tally.c %D%/tally.h \
	%D%/standard.c %D%/standard.h \
	%D%/task.c \
	%D%/text_page.c %D%/text_page.h \
	%D%/tree.c \
	%D%/ui.c %D%/ui.h \
	%D%/undo.c \
	%D%/unmerge.c %D%/unmerge.h \
	%D%/vote.c \
	%D%/wait.c %D%/wait.h
