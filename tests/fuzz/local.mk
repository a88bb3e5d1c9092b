# Fuzzing with fixed seeds: see fuzz.h.  One program a floor's reader.

check_LIBRARIES += libfuzz.a
libfuzz_a_SOURCES = %D%/fuzz.c %D%/fuzz.h

fuzz_programs = \
	%D%/csv \
	%D%/editor \
	%D%/enc \
	%D%/files \
	%D%/journal \
	%D%/key \
	%D%/numbers \
	%D%/text \
	%D%/value
if WITH_WORKBOOKS
fuzz_programs += %D%/xlsx
endif

check_PROGRAMS += $(fuzz_programs)
TESTS += $(fuzz_programs)
AM_CPPFLAGS += -I$(top_srcdir)/tests/fuzz

%C%_csv_LDADD = libfuzz.a $(EXCHANGE_UNIT_LIBS)
%C%_editor_LDADD = libfuzz.a $(TUI_UNIT_LIBS)
%C%_enc_LDADD = libfuzz.a $(BASE_UNIT_LIBS)
%C%_files_LDADD = libfuzz.a $(STORE_UNIT_LIBS)
%C%_journal_LDADD = libfuzz.a $(STORE_UNIT_LIBS)
%C%_key_LDADD = libfuzz.a $(TUI_UNIT_LIBS)
%C%_numbers_LDADD = libfuzz.a $(BASE_UNIT_LIBS)
%C%_text_LDADD = libfuzz.a $(BASE_UNIT_LIBS)
%C%_value_LDADD = libfuzz.a $(RECORDS_UNIT_LIBS)
%C%_xlsx_LDADD = libfuzz.a $(EXCHANGE_UNIT_LIBS)
