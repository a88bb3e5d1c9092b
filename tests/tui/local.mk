# The screens, played with scripts of keys: tests/tui/SCREEN/NAME.keys beside
# the dumps that are expected, a file a layout.

check_PROGRAMS += %D%/play %D%/play_invented
play_sources = \
	%D%/check.c %D%/check.h \
	%D%/office.c %D%/office.h \
	%D%/play.c \
	tests/unit/store/full_disk.c tests/unit/store/full_disk.h \
	src/app.c
%C%_play_SOURCES = $(play_sources)
%C%_play_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/tui
%C%_play_LDFLAGS = -Wl,--wrap=status_draw,--wrap=file_medium_of,--wrap=folder_show_size,--wrap=drafts_flush,--wrap=key_cancelled
%C%_play_LDADD = libscreens.a $(TUI_LIBS) $(EXCHANGE_LIBS)

# The same with a register and a schema that have types of the tests' own in
# them, which the linker takes in place of the program's.
%C%_play_invented_SOURCES = $(play_sources) \
	%D%/invented_register.c \
	tests/unit/records/invented_types.c
nodist_%C%_play_invented_SOURCES = %D%/invented_schema.c
%C%_play_invented_CPPFLAGS = $(%C%_play_CPPFLAGS)
%C%_play_invented_LDFLAGS = $(%C%_play_LDFLAGS)
%C%_play_invented_LDADD = $(%C%_play_LDADD)
CLEANFILES += %D%/invented_schema.c

invented_steps = $(schema_steps) tests/unit/records/invented.sql
%D%/invented_schema.c: $(invented_steps) build-aux/embed.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && $(EMBED) -v symbol=schema_steps \
		$(invented_steps) >$@-t && mv $@-t $@

# NAME.keys is played with the one, NAME.invented with the other.
TEST_EXTENSIONS += .keys .invented
KEYS_LOG_DRIVER = $(LOG_DRIVER)
KEYS_LOG_COMPILER = $(top_builddir)/tests/tui/play$(EXEEXT)
AM_KEYS_LOG_FLAGS = --words
INVENTED_LOG_DRIVER = $(LOG_DRIVER)
INVENTED_LOG_COMPILER = $(top_builddir)/tests/tui/play_invented$(EXEEXT)
AM_INVENTED_LOG_FLAGS = --words

plays = \
	%D%/backup/backup.keys \
	%D%/board/begin.keys \
	%D%/board/board.keys \
	%D%/calendar/calendar.keys \
	%D%/calendar/cells.keys \
	%D%/changes/changes.keys \
	%D%/changes/conflicts.keys \
	%D%/changes/narrow.keys \
	%D%/changes/redo.keys \
	%D%/changes/undo.keys \
	%D%/checklist/before.keys \
	%D%/checklist/evidence.keys \
	%D%/checklist/item.keys \
	%D%/checklist/judge.keys \
	%D%/checklist/refused.keys \
	%D%/checklist/review.keys \
	%D%/checklist/submit.keys \
	%D%/checklist/word.keys \
	%D%/choose/file.keys \
	%D%/choose/operator.keys \
	%D%/choose/path.keys \
	%D%/choose/record.keys \
	%D%/duplicates/typed.keys \
	%D%/export/again.keys \
	%D%/export/export.keys \
	%D%/first/clock.keys \
	%D%/first/first.keys \
	%D%/first/help.keys \
	%D%/first/sample.keys \
	%D%/form/both.keys \
	%D%/form/choices.keys \
	%D%/form/clash.keys \
	%D%/form/clip.keys \
	%D%/form/covered.keys \
	%D%/form/discard.keys \
	%D%/form/disk.keys \
	%D%/form/draft.keys \
	%D%/form/flush.keys \
	%D%/form/gives-way.keys \
	%D%/form/initials.keys \
	%D%/form/live.keys \
	%D%/form/longtext.keys \
	%D%/form/new.keys \
	%D%/form/pages.keys \
	%D%/form/rare.keys \
	%D%/form/remark.keys \
	%D%/form/required.keys \
	%D%/form/reveal.keys \
	%D%/form/several.keys \
	%D%/form/stale.keys \
	%D%/form/state.keys \
	%D%/form/waits.keys \
	%D%/form/warned.keys \
	%D%/help/help.keys \
	%D%/history/history.keys \
	%D%/home/due.keys \
	%D%/home/home.keys \
	%D%/home/live.keys \
	%D%/home/meetings-due.keys \
	%D%/home/menu.keys \
	%D%/home/operator.keys \
	%D%/home/places.keys \
	%D%/home/read_only.keys \
	%D%/import/correct.keys \
	%D%/import/doubtful.keys \
	%D%/import/encoding.keys \
	%D%/import/file.keys \
	%D%/import/last.keys \
	%D%/import/paste.keys \
	%D%/import/twins.keys \
	%D%/import/typed.keys \
	%D%/list/beside.keys \
	%D%/list/browse.keys \
	%D%/list/bulk.keys \
	%D%/list/empty.keys \
	%D%/list/filter.keys \
	%D%/list/live.keys \
	%D%/list/marks.keys \
	%D%/list/narrow.keys \
	%D%/list/remove.keys \
	%D%/list/several.keys \
	%D%/list/sort.keys \
	%D%/merging/distinct.keys \
	%D%/merging/form.keys \
	%D%/merging/merging.keys \
	%D%/meeting/attach.keys \
	%D%/meeting/attendance.keys \
	%D%/meeting/close.keys \
	%D%/meeting/marks.keys \
	%D%/meeting/prepare.keys \
	%D%/meeting/roster.keys \
	%D%/meeting/text.keys \
	%D%/meeting/vote.keys \
	%D%/print/lp.keys \
	%D%/print/print.keys \
	%D%/print/terminal.keys \
	%D%/rectification/closed.keys \
	%D%/rectification/finding.keys \
	%D%/rectification/rectification.keys \
	%D%/rectification/shown.keys \
	%D%/removed/removed.keys \
	%D%/restore/damaged.keys \
	%D%/restore/far.keys \
	%D%/restore/lost.keys \
	%D%/restore/pulled-out.keys \
	%D%/restore/restore.keys \
	%D%/restore/stick.keys \
	%D%/roster/day.keys \
	%D%/roster/live.keys \
	%D%/roster/roster.keys \
	%D%/search/box.keys \
	%D%/search/opens.keys \
	%D%/search/words.keys \
	%D%/settings/language.keys \
	%D%/settings/settings.keys \
	%D%/standard/beside.keys \
	%D%/standard/revise.keys \
	%D%/tree/empty.keys \
	%D%/tree/tree.keys \
	%D%/ui/idle.keys \
	%D%/ui/signal.keys \
	%D%/ui/sizes.keys
if WITH_WORKBOOKS
plays += %D%/import/refused.keys %D%/import/sheets.keys
endif

invented_plays = \
	%D%/invented/closed.invented \
	%D%/invented/copy.invented \
	%D%/invented/draft.invented \
	%D%/invented/erratum.invented \
	%D%/invented/files.invented \
	%D%/invented/live.invented \
	%D%/invented/lodging.invented \
	%D%/invented/owner.invented \
	%D%/invented/rows.invented \
	%D%/invented/removed.invented \
	%D%/invented/sibling.invented \
	%D%/invented/sibling_draft.invented \
	%D%/invented/stale.invented \
	%D%/invented/throw.invented

EXTRA_DIST += $(invented_plays) %D%/invented/guests.csv \
	$(invented_plays:.invented=.zh-80x24.txt) \
	$(invented_plays:.invented=.zh-40x12.txt) \
	$(invented_plays:.invented=.zh-132x43.txt) \
	$(invented_plays:.invented=.en-80x24.txt)
TESTS += $(invented_plays)

EXTRA_DIST += $(plays) %D%/import/book.xlsx %D%/import/last.csv \
	%D%/import/members.csv %D%/import/sheets.xlsx \
	%D%/import/twins.csv \
	%D%/import/namesakes.csv $(plays:.keys=.zh-80x24.txt) \
	$(plays:.keys=.zh-40x12.txt) $(plays:.keys=.zh-132x43.txt) \
	$(plays:.keys=.en-80x24.txt)
TESTS += $(plays)

# Writes the dumps anew, to be looked at and committed; never part of check.
update-dumps: %D%/play$(EXEEXT) %D%/play_invented$(EXEEXT)
	for play in $(plays); do top_srcdir='$(abs_top_srcdir)' \
		tests/tui/play$(EXEEXT) --update $(srcdir)/$$play || exit 1; \
	done
	for play in $(invented_plays); do top_srcdir='$(abs_top_srcdir)' \
		tests/tui/play_invented$(EXEEXT) --update \
		$(srcdir)/$$play || exit 1; \
	done

.PHONY: update-dumps
