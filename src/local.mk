# The program: main.c stands above all floors.

bin_PROGRAMS += ronghe
ronghe_SOURCES = %D%/app.c %D%/app.h %D%/main.c tests/noscreens.c
ronghe_LDADD = libscreens.a libcli.a $(TUI_LIBS) $(EXCHANGE_LIBS)
