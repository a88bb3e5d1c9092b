# Floor 4': the screens, one file each.

noinst_LIBRARIES += libscreens.a

libscreens_a_SOURCES = \
	%D%/menu.c %D%/menu.h \
	%D%/open.h \
	%D%/screens.h \
	%D%/ui.c %D%/ui.h
