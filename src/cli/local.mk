# Floor 4: the command line, one file a command.

noinst_LIBRARIES += libcli.a

libcli_a_SOURCES = \
	%D%/args.c %D%/args.h \
	%D%/backup.c \
	%D%/check.c \
	%D%/cli.c %D%/cli.h \
	%D%/commands.h \
	%D%/export.c \
	%D%/find.c \
	%D%/history.c \
	%D%/import.c \
	%D%/init.c \
	%D%/merge.c \
	%D%/plan.c %D%/plan.h \
	%D%/print.c \
	%D%/report.c \
	%D%/restore.c \
	%D%/show.c \
	%D%/take_back.c %D%/take_back.h \
	%D%/tell.c %D%/tell.h \
	%D%/types.c \
	%D%/undo.c
