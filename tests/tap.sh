# What a test in sh includes: the Test Anything Protocol.  A test says
#
#	. "$top_srcdir/tests/tap.sh"
#	is "$(printf 1)" 1 'one is one'
#	finish
#
# Every call is one test; a failed one shows what was got and wanted.

tap_count=0

# tap_report STATUS NAME: one line of the protocol; returns STATUS.
tap_report()
{
	tap_count=$((tap_count + 1))
	if [ "$1" -eq 0 ]; then
		printf 'ok %d - %s\n' "$tap_count" "$2"
	else
		printf 'not ok %d - %s\n' "$tap_count" "$2"
	fi
	return "$1"
}

# note TEXT: lines for the person who reads the log.
note()
{
	printf '%s\n' "$1" | sed 's/^/# /'
}

# ok NAME COMMAND…: passes where the command succeeds.
ok()
{
	tap_name=$1
	shift
	"$@"
	tap_report $? "$tap_name"
}

# is GOT WANTED NAME: passes where both are the same text.
is()
{
	if [ "$1" = "$2" ]; then
		tap_report 0 "$3"
		return
	fi
	tap_report 1 "$3"
	note "got:    $1"
	note "wanted: $2"
	return 1
}

# like GOT PATTERN NAME: passes where a line of GOT matches the extended
# regular expression.
like()
{
	if printf '%s\n' "$1" | grep -Eq -e "$2"; then
		tap_report 0 "$3"
		return
	fi
	tap_report 1 "$3"
	note "got:     $1"
	note "pattern: $2"
	return 1
}

# skip_all REASON: the whole test cannot run here.
skip_all()
{
	printf '1..0 # SKIP %s\n' "$1"
	exit 0
}

# plan N: where the number of tests is known before; then no finish.
plan()
{
	printf '1..%d\n' "$1"
}

# finish: the plan, written last, so that a test that dies is seen to.
finish()
{
	printf '1..%d\n' "$tap_count"
	exit 0
}
