# Floor 3: files in and out, the only one that knows libcsv, libxlsxwriter,
# libzip and expat.

noinst_LIBRARIES += libexchange.a
FORMAT_LIBS = $(CSV_LIBS) $(WORKBOOK_LIBS) -lm
EXCHANGE_LIBS = libexchange.a $(RECORDS_LIBS) $(FORMAT_LIBS)

libexchange_a_SOURCES = \
	%D%/csv.c %D%/csv.h \
	%D%/csv_write.c \
	%D%/export.c %D%/export.h \
	%D%/headers.c %D%/headers.h \
	%D%/import.c %D%/import.h %D%/import_private.h \
	%D%/import_all.c \
	%D%/import_cells.c \
	%D%/import_decide.c \
	%D%/import_header.c \
	%D%/import_match.c \
	%D%/import_merge.c \
	%D%/import_plan.c \
	%D%/import_roster.c \
	%D%/import_row.c \
	%D%/import_run.c \
	%D%/import_twins.c \
	%D%/input.c %D%/input.h \
	%D%/paper.c %D%/paper.h \
	%D%/paper_rtf.c \
	%D%/paper_text.c \
	%D%/print.c %D%/print.h %D%/print_private.h \
	%D%/print_attendance.c \
	%D%/print_board.c \
	%D%/print_checklist.c \
	%D%/print_minutes.c \
	%D%/print_rectification.c \
	%D%/print_roster.c \
	%D%/print_signin.c \
	%D%/print_tasks.c \
	%D%/print_turns.c \
	%D%/printer.c %D%/printer.h \
	%D%/report.c %D%/report.h \
	%D%/sample.c %D%/sample.h \
	%D%/sheet.c %D%/sheet.h \
	%D%/sheet_read.c %D%/sheet_read.h \
	%D%/stock.c %D%/stock.h
if WITH_WORKBOOKS
libexchange_a_SOURCES += \
	%D%/row_file.c %D%/row_file.h \
	%D%/xlsx_book.c %D%/xlsx_book.h \
	%D%/xlsx_number.c %D%/xlsx_number.h \
	%D%/xlsx_part.c %D%/xlsx_part.h \
	%D%/xlsx_read.c \
	%D%/xlsx_strings.c %D%/xlsx_strings.h \
	%D%/xlsx_write.c
endif

# The sample office, and what every office begins with, are parts of the program.
nodist_libexchange_a_SOURCES = %D%/sample-files.c %D%/stock-files.c
CLEANFILES += %D%/sample-files.c %D%/stock-files.c

%D%/sample-files.c: $(sample_office) build-aux/embed.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && $(EMBED) -v symbol=sample_files \
		$(sample_office) >$@-t && mv $@-t $@

%D%/stock-files.c: $(office_stock) build-aux/embed.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && $(EMBED) -v symbol=stock_files \
		$(office_stock) >$@-t && mv $@-t $@
