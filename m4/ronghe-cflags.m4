dnl RONGHE_CFLAGS: the warnings, hardening flags and sanitizers of the build.

AC_DEFUN([RONGHE_TRY_CFLAG], [
	AS_VAR_PUSHDEF([cache], [ronghe_cv_cflag_$1])
	AC_CACHE_CHECK([whether $CC accepts $1], [cache], [
		ronghe_saved=$CFLAGS
		CFLAGS="$CFLAGS -Werror $1"
		AC_LINK_IFELSE([AC_LANG_PROGRAM()],
			[AS_VAR_SET([cache], [yes])], [AS_VAR_SET([cache], [no])])
		CFLAGS=$ronghe_saved])
	AS_VAR_IF([cache], [yes], [AM_CFLAGS="$AM_CFLAGS $1"])
	AS_VAR_POPDEF([cache])])

AC_DEFUN([RONGHE_CFLAGS], [
	AM_CFLAGS="-std=gnu11"
	m4_foreach_w([flag], [-Wall -Wextra -Wshadow -Wstrict-prototypes
		-Wmissing-prototypes -Wformat=2 -Wvla -Wwrite-strings
		-Wpointer-arith -Wundef],
		[RONGHE_TRY_CFLAG(flag)])
	AS_IF([test "x$enable_sanitizers" = xyes], [
		AM_CFLAGS="$AM_CFLAGS -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined"
	], [
		m4_foreach_w([flag], [-fstack-protector-strong
			-fstack-clash-protection],
			[RONGHE_TRY_CFLAG(flag)])
		AM_CPPFLAGS="$AM_CPPFLAGS -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2"
	])
	AS_IF([test "x$enable_werror" = xyes], [AM_CFLAGS="$AM_CFLAGS -Werror"])
	AC_SUBST([AM_CFLAGS])
	AC_SUBST([AM_CPPFLAGS])])
