# Floor 4: the command line, one file a command.

noinst_LIBRARIES += libcli.a

libcli_a_SOURCES = \
	%D%/cli.c %D%/cli.h \
	%D%/commands.h \
	%D%/init.c \
	%D%/types.c
