# The screens, played with scripts of keys: tests/tui/SCREEN/NAME.keys beside
# the dumps that are expected, a file a layout.

check_PROGRAMS += %D%/play
%C%_play_SOURCES = \
	%D%/check.c %D%/check.h \
	%D%/office.c %D%/office.h \
	%D%/play.c \
	src/app.c
%C%_play_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/tui
%C%_play_LDFLAGS = -Wl,--wrap=status_draw,--wrap=file_medium_of
%C%_play_LDADD = libscreens.a $(TUI_LIBS) $(EXCHANGE_LIBS)

TEST_EXTENSIONS += .keys
KEYS_LOG_DRIVER = $(LOG_DRIVER)
KEYS_LOG_COMPILER = $(top_builddir)/tests/tui/play$(EXEEXT)
AM_KEYS_LOG_FLAGS = --words

plays = \
	%D%/backup/backup.keys \
	%D%/changes/changes.keys \
	%D%/changes/undo.keys \
	%D%/choose/file.keys \
	%D%/choose/operator.keys \
	%D%/choose/path.keys \
	%D%/choose/record.keys \
	%D%/export/again.keys \
	%D%/export/export.keys \
	%D%/first/clock.keys \
	%D%/first/first.keys \
	%D%/first/sample.keys \
	%D%/form/choices.keys \
	%D%/form/clash.keys \
	%D%/form/discard.keys \
	%D%/form/draft.keys \
	%D%/form/gives-way.keys \
	%D%/form/new.keys \
	%D%/form/pages.keys \
	%D%/form/remark.keys \
	%D%/form/required.keys \
	%D%/form/reveal.keys \
	%D%/form/stale.keys \
	%D%/form/state.keys \
	%D%/form/warned.keys \
	%D%/help/help.keys \
	%D%/history/history.keys \
	%D%/home/due.keys \
	%D%/home/home.keys \
	%D%/home/menu.keys \
	%D%/home/operator.keys \
	%D%/home/places.keys \
	%D%/home/read_only.keys \
	%D%/home/search.keys \
	%D%/import/correct.keys \
	%D%/import/doubtful.keys \
	%D%/import/encoding.keys \
	%D%/import/file.keys \
	%D%/import/paste.keys \
	%D%/import/refused.keys \
	%D%/list/browse.keys \
	%D%/list/bulk.keys \
	%D%/list/empty.keys \
	%D%/list/filter.keys \
	%D%/list/marks.keys \
	%D%/list/remove.keys \
	%D%/list/sort.keys \
	%D%/restore/damaged.keys \
	%D%/restore/far.keys \
	%D%/restore/lost.keys \
	%D%/restore/restore.keys \
	%D%/restore/stick.keys \
	%D%/roster/day.keys \
	%D%/roster/roster.keys \
	%D%/roster/sheet.keys \
	%D%/settings/language.keys \
	%D%/settings/settings.keys \
	%D%/ui/idle.keys \
	%D%/ui/signal.keys \
	%D%/ui/sizes.keys

EXTRA_DIST += $(plays) %D%/import/book.xlsx %D%/import/members.csv \
	%D%/import/namesakes.csv $(plays:.keys=.zh-80x24.txt) \
	$(plays:.keys=.zh-40x12.txt) $(plays:.keys=.zh-132x43.txt) \
	$(plays:.keys=.en-80x24.txt)
TESTS += $(plays)

# Writes the dumps anew, to be looked at and committed; never part of check.
update-dumps: %D%/play$(EXEEXT)
	for play in $(plays); do top_srcdir='$(abs_top_srcdir)' \
		tests/tui/play$(EXEEXT) --update $(srcdir)/$$play || exit 1; \
	done

.PHONY: update-dumps
