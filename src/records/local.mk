# Floor 2: the dictionary, and one file a noun.

noinst_LIBRARIES += librecords.a
RECORDS_LIBS = librecords.a $(STORE_LIBS)

librecords_a_SOURCES = \
	%D%/acceptance.c %D%/acceptance.h \
	%D%/agenda_item.c \
	%D%/alike.c %D%/alike.h \
	%D%/amendment.c \
	%D%/as_of.c %D%/as_of.h \
	%D%/attachment.c %D%/attachment.h \
	%D%/attendance.c %D%/attendance.h \
	%D%/attendance_fill.c \
	%D%/board.c %D%/board.h \
	%D%/branch.c \
	%D%/checklist.c %D%/checklist.h \
	%D%/checklist_changed.c %D%/checklist_changed.h \
	%D%/checklist_result.c \
	%D%/checklist_run.c \
	%D%/code_set.c %D%/code_set.h \
	%D%/codes.c %D%/codes.h \
	%D%/convene.c %D%/convene.h \
	%D%/cycle.c %D%/cycle.h \
	%D%/derive.c %D%/derive.h \
	%D%/discussion.c \
	%D%/due.c %D%/due.h \
	%D%/duplicates.c %D%/duplicates.h \
	%D%/evidence.c \
	%D%/fill.c %D%/fill.h \
	%D%/find.c %D%/find.h \
	%D%/fuse.c %D%/fuse.h %D%/fuse_private.h \
	%D%/fuse_back.c %D%/fuse_turn.c \
	%D%/leader.c %D%/leader.h \
	%D%/load.c %D%/load.h \
	%D%/loose.c %D%/loose.h \
	%D%/meeting.c \
	%D%/meeting_calendar.c %D%/meeting_calendar.h \
	%D%/meeting_due.c %D%/meeting_due.h \
	%D%/meeting_kind.c \
	%D%/member.c \
	%D%/membership.c \
	%D%/merge.c %D%/merge.h \
	%D%/merge_text.c %D%/merge_text.h \
	%D%/nouns.h \
	%D%/office.c \
	%D%/operator.c \
	%D%/owned.c %D%/owned.h %D%/owned_save.c \
	%D%/owned_refresh.c %D%/owned_refresh.h \
	%D%/phrase.c \
	%D%/probe.c %D%/probe.h %D%/probe_private.h \
	%D%/probe_cycles.c %D%/probe_founding.c %D%/probe_meetings.c \
	%D%/probe_people.c %D%/probe_rectification.c \
	%D%/probe_units.c \
	%D%/query.c %D%/query.h \
	%D%/query_sql.c %D%/query_sql.h \
	%D%/quorum.c %D%/quorum.h \
	%D%/record.c %D%/record.h \
	%D%/rectification.c %D%/rectification.h \
	%D%/rectification_item.c \
	%D%/rectification_note.c \
	%D%/resolution.c \
	%D%/roster.c %D%/roster.h \
	%D%/row.c %D%/row.h \
	%D%/ruling.c %D%/ruling.h \
	%D%/save.c %D%/save.h \
	%D%/save_check.c %D%/save_follow.c \
	%D%/save_merged.c \
	%D%/save_owner.c %D%/save_private.h \
	%D%/serial.c %D%/serial.h \
	%D%/search.c %D%/search.h %D%/search_hit.c %D%/search_hit.h \
	%D%/search_key.c %D%/search_key.h \
	%D%/standard.c \
	%D%/standard_group.c \
	%D%/standard_item.c \
	%D%/task.c \
	%D%/task_note.c \
	%D%/types.c \
	%D%/undo.c %D%/undo.h %D%/undo_private.h \
	%D%/undo_plan.c \
	%D%/union_org.c \
	%D%/union_tree.c %D%/union_tree.h \
	%D%/union_unit.c \
	%D%/unit.c \
	%D%/unit_name.c %D%/unit_name.h \
	%D%/value.c %D%/value.h \
	%D%/verdict_count.c %D%/verdict_count.h \
	%D%/vote.c %D%/vote.h \
	%D%/vote_rule.c \
	%D%/words.c %D%/words.h

# The code lists: share/codes, in the order of names, turned into C.
code_lists = \
	share/codes/absence_reason.csv \
	share/codes/accept_means.csv \
	share/codes/accept_verdict.csv \
	share/codes/agenda_kind.csv \
	share/codes/attachment_kind.csv \
	share/codes/attendance_capacity.csv \
	share/codes/attendance_presence.csv \
	share/codes/check_part.csv \
	share/codes/check_state.csv \
	share/codes/education.csv \
	share/codes/ethnic.csv \
	share/codes/join_way.csv \
	share/codes/leader_ground.csv \
	share/codes/left_out.csv \
	share/codes/lost_cause.csv \
	share/codes/meeting_cycle.csv \
	share/codes/meeting_eligible.csv \
	share/codes/meeting_state.csv \
	share/codes/member_kind.csv \
	share/codes/member_state.csv \
	share/codes/origin.csv \
	share/codes/party_post.csv \
	share/codes/probe.csv \
	share/codes/rectification_ground.csv \
	share/codes/rectification_state.csv \
	share/codes/ruling_verdict.csv \
	share/codes/sex.csv \
	share/codes/standard_state.csv \
	share/codes/standard_status.csv \
	share/codes/study_form.csv \
	share/codes/task_state.csv \
	share/codes/union_basis.csv \
	share/codes/union_chain.csv \
	share/codes/union_crosses.csv \
	share/codes/union_kind.csv \
	share/codes/union_post.csv \
	share/codes/union_spot.csv \
	share/codes/union_state.csv \
	share/codes/union_task.csv \
	share/codes/unit_kind.csv \
	share/codes/unit_level.csv \
	share/codes/unit_side.csv \
	share/codes/verdict.csv \
	share/codes/vote_base.csv \
	share/codes/vote_bound.csv \
	share/codes/vote_outcome.csv \
	share/codes/vote_way.csv

EXTRA_DIST += build-aux/codes.awk $(code_lists)
nodist_librecords_a_SOURCES = %D%/codes_data.c
CLEANFILES += %D%/codes_data.c

%D%/codes_data.c: $(code_lists) build-aux/codes.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && LC_ALL=C $(AWK) -v root='$(srcdir)/' \
		-f $(srcdir)/build-aux/codes.awk $(code_lists) >$@-t && \
		mv $@-t $@
