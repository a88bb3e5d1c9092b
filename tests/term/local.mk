# Tests in a real terminal: tmux, and a pseudo-terminal of our own.

check_PROGRAMS += %D%/kill %D%/pty %D%/spoil
%C%_kill_SOURCES = %D%/kill.c
%C%_kill_LDADD = $(BASE_LIBS)
%C%_pty_SOURCES = %D%/pty.c
%C%_pty_LDADD = $(BASE_LIBS)
%C%_spoil_SOURCES = %D%/spoil.c
%C%_spoil_LDADD = $(SQLITE_LIBS)

EXTRA_DIST += %D%/lib.sh

terminal_tests = \
	%D%/bytes.sh \
	%D%/clerk.sh \
	%D%/drafts.sh \
	%D%/gb18030.sh \
	%D%/idle.sh \
	%D%/keys.sh \
	%D%/kill.sh \
	%D%/locales.sh \
	%D%/nasty.sh \
	%D%/paste.sh \
	%D%/two.sh

EXTRA_DIST += $(terminal_tests)
TESTS += $(terminal_tests)
