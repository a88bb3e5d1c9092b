# Floor 0: what every other floor stands on.

noinst_LIBRARIES += libbase.a
BASE_LIBS = libbase.a $(SODIUM_LIBS) $(UNISTRING_LIBS)

libbase_a_CPPFLAGS = $(AM_CPPFLAGS) $(SODIUM_CFLAGS)
libbase_a_SOURCES = \
	%D%/embed.h \
	%D%/catalog.h %D%/catalog_read.c \
	%D%/err.c %D%/err.h \
	%D%/i18n.c %D%/i18n.h \
	%D%/job.h \
	%D%/seal.c %D%/seal.h \
	%D%/strbuf.c %D%/strbuf.h \
	%D%/vec.c %D%/vec.h \
	%D%/world.c %D%/world.h \
	%D%/xalloc.c %D%/xalloc.h

# The Chinese catalogue is a part of the program.
nodist_libbase_a_SOURCES = %D%/catalog-zh.c
CLEANFILES += %D%/catalog-zh.c

%D%/catalog-zh.c: po/zh_CN.po build-aux/embed.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && \
		$(GMSGFMT) --check --endianness=little -o $@-mo \
			$(srcdir)/po/zh_CN.po && \
		$(EMBED) -v root= -v symbol=catalog_zh -v bytes=1 $@-mo \
			>$@-t && rm -f $@-mo && mv $@-t $@
