# Floor 0: what every other floor stands on.

noinst_LIBRARIES += libbase.a
BASE_LIBS = libbase.a $(SODIUM_LIBS) $(UNISTRING_LIBS)

libbase_a_CPPFLAGS = $(AM_CPPFLAGS) $(SODIUM_CFLAGS)
libbase_a_SOURCES = \
	%D%/embed.h \
	%D%/err.c %D%/err.h \
	%D%/job.h \
	%D%/strbuf.c %D%/strbuf.h \
	%D%/vec.c %D%/vec.h \
	%D%/xalloc.c %D%/xalloc.h
