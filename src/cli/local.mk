# Floor 4: the command line, one file a command.

noinst_LIBRARIES += libcli.a

libcli_a_SOURCES = \
	%D%/backup.c \
	%D%/check.c \
	%D%/cli.c %D%/cli.h \
	%D%/commands.h \
	%D%/init.c \
	%D%/restore.c \
	%D%/types.c
