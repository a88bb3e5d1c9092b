# Floor 0: what every other floor stands on.

noinst_LIBRARIES += libbase.a
BASE_LIBS = libbase.a $(SODIUM_LIBS) $(UNISTRING_LIBS) $(THREAD_LIBS)

libbase_a_CPPFLAGS = $(AM_CPPFLAGS) $(SODIUM_CFLAGS)
libbase_a_SOURCES = \
	%D%/catalog.h %D%/catalog_read.c \
	%D%/embed.h \
	%D%/date.c %D%/date.h \
	%D%/enc.c %D%/enc.h %D%/enc_detect.c \
	%D%/err.c %D%/err.h \
	%D%/i18n.c %D%/i18n.h \
	%D%/file.c %D%/file.h %D%/file_fail.h %D%/file_lock.c %D%/file_shown.c \
	%D%/hanzi.c %D%/hanzi.h %D%/hanzi-table.h \
	%D%/id_set.c %D%/id_set.h \
	%D%/idcard.c %D%/idcard.h \
	%D%/job.h \
	%D%/medium.c %D%/medium.h \
	%D%/pinyin.c %D%/pinyin.h %D%/pinyin_key.c %D%/pinyin-table.h \
	%D%/pinyin_find.c %D%/pinyin_find.h \
	%D%/reading.c %D%/reading.h \
	%D%/seal.c %D%/seal.h \
	%D%/sorter.c %D%/sorter.h \
	%D%/strbuf.c %D%/strbuf.h \
	%D%/ambiguous.h %D%/text.c %D%/text.h %D%/text_breaks.c \
	%D%/text_cols.c \
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

# The tables of hanzi: text in share/pinyin, reduced from Unihan by the
# maintainer (make unihan), and turned into C by awk in every build.
nodist_libbase_a_SOURCES += %D%/hanzi-table.c %D%/pinyin-table.c
CLEANFILES += %D%/hanzi-table.c %D%/pinyin-table.c
EXTRA_DIST += \
	build-aux/ambiguous.awk \
	build-aux/hanzi-table.awk \
	build-aux/pinyin-table.awk \
	build-aux/unihan-readings.awk \
	build-aux/unihan-simplified.awk \
	build-aux/unihan.sh \
	build-aux/utf8.awk \
	share/pinyin/LICENSE-Unicode.txt \
	share/pinyin/readings.tsv \
	share/pinyin/simplified.tsv \
	share/pinyin/surnames.tsv

TABLE_AWK = LC_ALL=C $(AWK) -f $(srcdir)/build-aux/utf8.awk

%D%/hanzi-table.c: share/pinyin/simplified.tsv build-aux/utf8.awk \
		build-aux/hanzi-table.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && \
		$(TABLE_AWK) -f $(srcdir)/build-aux/hanzi-table.awk \
			$(srcdir)/share/pinyin/simplified.tsv >$@-t && \
		mv $@-t $@

%D%/pinyin-table.c: share/pinyin/readings.tsv share/pinyin/surnames.tsv \
		build-aux/utf8.awk build-aux/pinyin-table.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && \
		$(TABLE_AWK) -f $(srcdir)/build-aux/pinyin-table.awk \
			$(srcdir)/share/pinyin/readings.tsv \
			$(srcdir)/share/pinyin/surnames.tsv >$@-t && \
		mv $@-t $@

.PHONY: unihan
unihan:
	$(SHELL) $(srcdir)/build-aux/unihan.sh /usr/share/unicode \
		$(srcdir)/share/pinyin
