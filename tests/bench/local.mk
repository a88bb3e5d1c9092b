# Measuring against peers: make bench, BENCH_ROWS=N rows.  Not part of check.

EXTRA_PROGRAMS = %D%/board %D%/editor %D%/roster %D%/measure %D%/save \
	%D%/search
%C%_board_SOURCES = %D%/board.c %D%/timing.c %D%/timing.h
%C%_board_LDADD = $(RECORDS_LIBS)
%C%_editor_SOURCES = %D%/editor.c
%C%_editor_LDADD = $(TUI_LIBS)
%C%_roster_SOURCES = %D%/roster.c
%C%_roster_LDADD = $(BASE_LIBS)
%C%_measure_SOURCES = %D%/measure.c
%C%_measure_LDADD =
%C%_save_SOURCES = %D%/save.c %D%/timing.c %D%/timing.h
%C%_save_LDADD = $(RECORDS_LIBS)
%C%_search_SOURCES = %D%/search.c
%C%_search_LDADD = $(RECORDS_LIBS)
# Its counts are part of check: tests/cli/crowd.sh.
check_PROGRAMS += %D%/crowd
%C%_crowd_SOURCES = %D%/crowd.c
%C%_crowd_LDFLAGS = -Wl,--wrap=file_lock_wait
%C%_crowd_LDADD = $(RECORDS_LIBS)
EXTRA_DIST += %D%/bench.sh %D%/board.sql %D%/peer.sql
CLEANFILES += $(EXTRA_PROGRAMS)

bench: ronghe ronghe-test tests/term/pty %D%/crowd $(EXTRA_PROGRAMS)
	$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/%D%/bench.sh
.PHONY: bench
