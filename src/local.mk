# The program: main.c stands above all floors.

bin_PROGRAMS += ronghe
RONGHE_LIBS = libscreens.a libcli.a libexchange.a librecords.a libtui.a \
	libstore.a libbase.a $(NCURSES_LIBS) $(FORMAT_LIBS) $(SQLITE_LIBS) \
	$(SODIUM_LIBS) $(UNISTRING_LIBS)
ronghe_SOURCES = %D%/app.c %D%/app.h %D%/main.c
ronghe_LDADD = $(RONGHE_LIBS)
