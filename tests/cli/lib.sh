# What a test of the command line includes.  It runs ronghe-test (the program
# with a fixed clock and fixed random numbers) in a folder and a HOME of its
# own, which are empty at first and removed at the end:
#
#	. "$top_srcdir/tests/cli/lib.sh"
#	run init
#	is "$status" 0 'init makes a database'
#	refuses 'There is .* already' init
#	finish
#
# Where a test sets them, $now is the moment (seconds since 1970 UTC) and $host
# the computer.  $here is the folder in which the program runs and files may be
# put.

. "$top_srcdir/tests/tap.sh"

ronghe_test=${RONGHE_TEST:-$top_builddir/ronghe-test}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
here=$work/here
mkdir "$work/home" "$here"
: >"$work/nothing"

# run ARGUMENTS…: leaves $status, $out and $err; standard input is empty.
run()
{
	run_with "$work/nothing" "$@"
}

# run_with FILE ARGUMENTS…: the same with a file as standard input.
run_with()
{
	run_input=$1
	shift
	run_number=$((${run_number-0} + 1))
	(
		cd "$here" && exec env -i HOME="$work/home" PATH=/usr/bin:/bin \
			TZ=Asia/Shanghai LANG=C.UTF-8 \
			LANGUAGE="${language-en}" TERM=dumb TMPDIR="$work" \
			RONGHE_TEST_RUN=$run_number RONGHE_TEST_NOW="${now-}" \
			RONGHE_TEST_HOST="${host-office}" \
			ASAN_OPTIONS="${ASAN_OPTIONS-}" "$ronghe_test" "$@"
	) <"$run_input" >"$work/out" 2>"$work/err"
	status=$?
	out=$(cat "$work/out")
	err=$(cat "$work/err")
}

# in_language CODE ARGUMENTS…: run with the sentences of that language.
in_language()
{
	language=$1
	shift
	run "$@"
	unset language
}

# works NAME ARGUMENTS…: the program does what it is asked.
works()
{
	works_name=$1
	shift
	run "$@"
	[ "$status" -eq 0 ]
	tap_report $? "$works_name" && return 0
	note "status $status: $err"
	return 1
}

# refuses PATTERN ARGUMENTS…: status 1, nothing on standard output and one
# line on standard error that matches.
refuses()
{
	fails_with 1 "$@"
}

# misused PATTERN ARGUMENTS…: the same with status 2, for wrong usage.
misused()
{
	fails_with 2 "$@"
}

# fails_with STATUS PATTERN ARGUMENTS…
fails_with()
{
	fails_status=$1
	fails_pattern=$2
	shift 2
	run "$@"
	[ "$status" -eq "$fails_status" ] && [ -z "$out" ] &&
		[ "$(wc -l <"$work/err")" -eq 1 ] &&
		printf '%s\n' "$err" | grep -Eq -e "$fails_pattern"
	tap_report $? "$* is refused: $fails_pattern" && return 0
	note "status $status, not $fails_status, or other words"
	note "stdout: $out"
	note "stderr: $err"
	return 1
}
