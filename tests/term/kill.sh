# Killed at any moment while one types, the program has lost nothing that is
# older than a second.  By hand 40 times, in .ci/run 200.

. "$top_srcdir/tests/term/lib.sh"

runs=40
[ -z "${CI-}" ] || runs=200
works 'the sample office' -d office.db init --sample
counted=$(cd "$here" && env -i HOME="$work/home" PATH=/usr/bin:/bin \
	TZ=Asia/Shanghai LANG=C.UTF-8 LANGUAGE=zh_CN TERM=xterm-256color \
	TMPDIR="$work" ASAN_OPTIONS="${ASAN_OPTIONS-}" \
	"$top_builddir/tests/term/kill" -n "$runs" office.db \
	"$ronghe_test" --operator kqy 2>"$work/said")
is $? 0 "killed $runs times, and no old key was missing" ||
	note "$(cat "$work/said")"
note "$counted"
like "$counted" 'keys [0-9]{2,}' 'some keys were old enough to be there'
finish
