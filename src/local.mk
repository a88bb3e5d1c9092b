# The program: main.c stands above all floors.

bin_PROGRAMS += ronghe
ronghe_SOURCES = %D%/main.c
ronghe_LDADD = $(TUI_LIBS)
