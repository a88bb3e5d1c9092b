# Floor 4': the screens, one file each.

noinst_LIBRARIES += libscreens.a

libscreens_a_SOURCES = \
	%D%/bulk.c %D%/bulk.h \
	%D%/form.c \
	%D%/form_save.c %D%/form_state.h \
	%D%/form_values.c %D%/form_values.h \
	%D%/home.c \
	%D%/list.c \
	%D%/menu.c %D%/menu.h \
	%D%/open.h \
	%D%/related.c %D%/related.h \
	%D%/screens.h \
	%D%/source.c %D%/source.h \
	%D%/ui.c %D%/ui.h
