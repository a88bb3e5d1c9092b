# Floor 3: files in and out, the only one that knows libcsv.

noinst_LIBRARIES += libexchange.a
EXCHANGE_LIBS = libexchange.a $(RECORDS_LIBS) $(CSV_LIBS)

libexchange_a_SOURCES = \
	%D%/csv.c %D%/csv.h \
	%D%/csv_source.c %D%/csv_source.h \
	%D%/csv_write.c \
	%D%/export.c %D%/export.h \
	%D%/headers.c %D%/headers.h
