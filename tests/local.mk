# Tests in sh, and what they share; the rules that scripts check.

EXTRA_DIST += %D%/tap.sh %D%/floors.awk %D%/sample.awk \
	%D%/exceptions %D%/skips \
	%D%/build/catalog.sh %D%/cli/lib.sh %D%/cli/make_workbook.py \
	%D%/cli/workbook.py

shell_tests = \
	%D%/build/codes.sh \
	%D%/build/embed.sh \
	%D%/build/hacking.sh \
	%D%/build/lists.sh \
	%D%/build/potfiles.sh \
	%D%/build/readme.sh \
	%D%/cli/checklist.sh \
	%D%/cli/closed.sh \
	%D%/cli/crowd.sh \
	%D%/cli/daily.sh \
	%D%/cli/export.sh \
	%D%/cli/report.sh \
	%D%/cli/full.sh \
	%D%/cli/import.sh \
	%D%/cli/lib_test.sh \
	%D%/cli/man.sh \
	%D%/cli/merge.sh \
	%D%/cli/minutes.sh \
	%D%/cli/nasty.sh \
	%D%/cli/print.sh \
	%D%/cli/records.sh \
	%D%/cli/refusals.sh \
	%D%/cli/standard.sh \
	%D%/cli/usage.sh \
	%D%/cli/workbook.sh \
	%D%/cli/workbook_import.sh \
	%D%/floors.sh \
	%D%/sample.sh \
	%D%/sample_files.sh

EXTRA_DIST += $(shell_tests)
TESTS += $(shell_tests)

# The sanitizers look for the same, and valgrind cannot run what they build.
EXTRA_DIST += %D%/cli/memory.sh
if !SANITIZED
TESTS += %D%/cli/memory.sh
endif

# The program in another world: fixed clock, repeatable random numbers.
check_PROGRAMS += ronghe-test
ronghe_test_SOURCES = src/app.c src/app.h src/main.c %D%/world.c
ronghe_test_LDADD = $(RONGHE_LIBS)
