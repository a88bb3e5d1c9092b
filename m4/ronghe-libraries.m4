dnl RONGHE_LIBRARIES: each library, and the Debian package to install for it.

dnl RONGHE_NEED(NAME, DEBIAN-PACKAGE)
AC_DEFUN([RONGHE_NEED], [AC_MSG_ERROR([$1 is missing; on Debian install it with: apt-get install $2])])

AC_DEFUN([RONGHE_LIBRARIES], [
	PKG_CHECK_MODULES([NCURSES], [ncursesw >= 6.2], [],
		[RONGHE_NEED([ncursesw], [libncurses-dev])])
	PKG_CHECK_MODULES([SQLITE], [sqlite3 >= 3.40], [],
		[RONGHE_NEED([sqlite3 3.40 or newer], [libsqlite3-dev])])
	PKG_CHECK_MODULES([SODIUM], [libsodium], [],
		[RONGHE_NEED([libsodium], [libsodium-dev])])
	PKG_CHECK_MODULES([CMOCKA], [cmocka], [],
		[RONGHE_NEED([cmocka], [libcmocka-dev])])

	dnl One switch: who has the one wants the other as well.
	AC_ARG_WITH([workbooks], [AS_HELP_STRING([--without-workbooks],
		[neither read nor write workbooks (.xlsx), only CSV])])
	AS_IF([test "x$with_workbooks" != xno],
		[PKG_CHECK_MODULES([WORKBOOK], [xlsxwriter libzip expat >= 2.4],
			[AC_DEFINE([HAVE_WORKBOOKS], [1], [Define if workbooks can be read and written.])
			with_workbooks=yes],
			[AS_IF([test "x$with_workbooks" = xyes],
				[RONGHE_NEED([libxlsxwriter, libzip or expat], [libxlsxwriter-dev libzip-dev libexpat1-dev])])
			with_workbooks=no])])
	AM_CONDITIONAL([WITH_WORKBOOKS], [test "x$with_workbooks" = xyes])

	AC_CHECK_HEADER([unistr.h], [], [RONGHE_NEED([libunistring], [libunistring-dev])])
	ronghe_saved=$LIBS; LIBS=
	AC_SEARCH_LIBS([u8_check], [unistring], [UNISTRING_LIBS=$LIBS],
		[RONGHE_NEED([libunistring], [libunistring-dev])])
	LIBS=
	AC_CHECK_HEADER([csv.h], [], [RONGHE_NEED([libcsv], [libcsv-dev])])
	AC_SEARCH_LIBS([csv_init], [csv], [CSV_LIBS=$LIBS],
		[RONGHE_NEED([libcsv], [libcsv-dev])])
	LIBS=
	AC_SEARCH_LIBS([sqlite3_preupdate_hook], [sqlite3], [],
		[AC_MSG_ERROR([this sqlite3 was built without the preupdate hook (SQLITE_ENABLE_PREUPDATE_HOOK); Debian's libsqlite3-0 has it])])
	LIBS=
	dnl In the C library itself since glibc 2.34.
	AC_SEARCH_LIBS([pthread_clockjoin_np], [pthread], [THREAD_LIBS=$LIBS],
		[AC_MSG_ERROR([the C library has no pthread_clockjoin_np; glibc has it since 2.31])])
	LIBS=$ronghe_saved
	AC_SUBST([THREAD_LIBS])
	AC_SUBST([UNISTRING_LIBS])
	AC_SUBST([CSV_LIBS])])
