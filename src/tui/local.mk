# Floor 1': the screen and the keyboard; it knows nothing of records.

noinst_LIBRARIES += libtui.a
TUI_LIBS = libtui.a $(NCURSES_LIBS) $(BASE_LIBS)

libtui_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
libtui_a_SOURCES = \
	%D%/action.c %D%/action.h \
	%D%/key.h %D%/key_parser.h \
	%D%/keymap.h \
	%D%/status.h \
	%D%/term.h \
	%D%/theme.c %D%/theme.h
