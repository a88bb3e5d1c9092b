# Floor 1': the screen and the keyboard; it knows nothing of records.

noinst_LIBRARIES += libtui.a
TUI_LIBS = libtui.a $(NCURSES_LIBS) $(BASE_LIBS)

libtui_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
libtui_a_SOURCES = \
	%D%/action.c %D%/action.h \
	%D%/array.c %D%/array.h \
	%D%/box.c %D%/box.h \
	%D%/chooser.c %D%/chooser.h \
	%D%/dialog.c %D%/dialog.h \
	%D%/edit.c %D%/edit.h %D%/edit_handle.c %D%/edit_move.c \
	%D%/editor.c %D%/editor.h %D%/editor_draw.c %D%/editor_lines.c \
	%D%/field.c %D%/field.h \
	%D%/finder.c %D%/finder.h \
	%D%/fit.c %D%/fit.h \
	%D%/folder.c %D%/folder.h \
	%D%/form.c %D%/form.h %D%/form_draw.c \
	%D%/grid.c %D%/grid.h \
	%D%/help.c %D%/help.h \
	%D%/index.c %D%/index.h \
	%D%/key.c %D%/key.h \
	%D%/key_parser.c %D%/key_parser.h \
	%D%/key_paste.c %D%/key_paste.h \
	%D%/key_reader.h \
	%D%/key_script.c %D%/key_script.h \
	%D%/key_spelling.c %D%/key_spelling.h \
	%D%/keymap.c %D%/keymap.h \
	%D%/list.c %D%/list.h %D%/list_draw.c \
	%D%/menu.c %D%/menu.h %D%/menu_draw.c \
	%D%/offer.c %D%/offer.h \
	%D%/progress.c %D%/progress.h \
	%D%/rect.h \
	%D%/status.c %D%/status.h \
	%D%/term.c %D%/term.h \
	%D%/term_draw.c \
	%D%/term_dump.c \
	%D%/term_private.h \
	%D%/theme.c %D%/theme.h \
	%D%/window.c %D%/window.h \
	%D%/wrap.c %D%/wrap.h
