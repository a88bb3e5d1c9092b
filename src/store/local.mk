# Floor 1: the store, the only one that knows SQLite.

noinst_LIBRARIES += libstore.a
STORE_LIBS = libstore.a $(BASE_LIBS) $(SQLITE_LIBS)

libstore_a_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS) \
	-DSQLITE_ENABLE_PREUPDATE_HOOK
libstore_a_SOURCES = \
	%D%/backup.c %D%/backup.h \
	%D%/backup_copy.c %D%/backup_copy.h \
	%D%/backup_list.c %D%/backup_list.h \
	%D%/beside.c %D%/beside.h \
	%D%/change.c %D%/change.h %D%/change_private.h \
	%D%/change_defer.c \
	%D%/change_fields.c \
	%D%/change_row.c \
	%D%/check.c %D%/check.h %D%/check_private.h \
	%D%/check_chain.c \
	%D%/check_keys.c \
	%D%/check_replay.c \
	%D%/connect.c \
	%D%/draft.c %D%/draft.h \
	%D%/draft_file.c %D%/draft_file.h \
	%D%/guard.c \
	%D%/holder.c %D%/holder.h \
	%D%/journal.c %D%/journal.h \
	%D%/journal_private.h \
	%D%/journal_hash.c \
	%D%/journal_list.c \
	%D%/journal_read.c \
	%D%/key_sort.c %D%/key_sort.h \
	%D%/lock.c \
	%D%/migrate.c \
	%D%/open.c \
	%D%/rekey.c %D%/rekey.h \
	%D%/restore.c %D%/restore.h \
	%D%/scratch.c %D%/scratch.h \
	%D%/seen.c \
	%D%/session_holders.c %D%/session_holders.h \
	%D%/site.c %D%/site.h \
	%D%/stmt.c %D%/stmt.h \
	%D%/store.c %D%/store.h %D%/store_private.h \
	%D%/table.c %D%/table.h \
	%D%/table_row.c %D%/table_row.h

# The schema: every step once, in order; a released one is never edited.
schema_steps = \
	%D%/schema/001-store.sql \
	%D%/schema/002-office.sql \
	%D%/schema/003-operator.sql \
	%D%/schema/004-unit.sql \
	%D%/schema/005-branch.sql \
	%D%/schema/006-union_org.sql \
	%D%/schema/007-union_unit.sql \
	%D%/schema/008-member.sql \
	%D%/schema/009-membership.sql \
	%D%/schema/010-leader.sql \
	%D%/schema/011-vote_rule.sql \
	%D%/schema/012-meeting_kind.sql \
	%D%/schema/013-phrase.sql \
	%D%/schema/014-meeting.sql \
	%D%/schema/015-attendance.sql \
	%D%/schema/016-agenda_item.sql \
	%D%/schema/017-discussion.sql \
	%D%/schema/018-vote.sql \
	%D%/schema/019-resolution.sql \
	%D%/schema/020-attachment.sql \
	%D%/schema/021-amendment.sql \
	%D%/schema/022-task.sql \
	%D%/schema/023-task_note.sql \
	%D%/schema/024-standard.sql \
	%D%/schema/025-standard_group.sql \
	%D%/schema/026-standard_item.sql \
	%D%/schema/027-checklist_run.sql \
	%D%/schema/028-checklist_result.sql \
	%D%/schema/029-evidence.sql \
	%D%/schema/030-rectification.sql \
	%D%/schema/031-rectification_item.sql \
	%D%/schema/032-rectification_note.sql \
	%D%/schema/033-ruling.sql

EXTRA_DIST += $(schema_steps)
nodist_libstore_a_SOURCES = %D%/schema.c
CLEANFILES += %D%/schema.c

%D%/schema.c: $(schema_steps) build-aux/embed.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && $(EMBED) -v symbol=schema_steps \
		$(schema_steps) >$@-t && mv $@-t $@
