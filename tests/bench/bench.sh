# make bench: what ronghe takes beside what the tools of the system take for
# the same roster, in the same run.  Only the ratios mean something; a machine
# that does other work makes them wrong.
#
#	make bench BENCH_ROWS=1000000 BENCH_DIR=/somewhere/with/space
#
# Each line: seconds that passed, seconds of the processor and the peak of
# memory (MiB), of ronghe and of its peer, and how many times the processor's
# seconds of the peer ronghe takes (for screens: of those that passed).

rows=${BENCH_ROWS:-100000}
tools=$top_builddir/tests/bench
ronghe=$top_builddir/ronghe
work=$(mktemp -d "${BENCH_DIR:-${TMPDIR:-/tmp}}/ronghe-bench-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
export HOME="$work" XDG_STATE_HOME="$work/state" TERM=xterm-256color
export LANG=C.UTF-8 LC_ALL=C.UTF-8 LANGUAGE=en

# The first start of a day makes the backup of the day.
first_start()
{
	measured ours -t "154****" -k 1 "$ronghe" -d "$work/$1.db" \
		--operator 康巧云
	measured peer sqlite3 "$work/$1.db" \
		"VACUUM INTO '$work/$1-backup.db'"
}

command -v sqlite3 >/dev/null || {
	echo 'make bench needs the sqlite3 shell' >&2
	exit 1
}

# measured ROW OPTIONS… COMMAND…: what measure says of it, in the file ROW;
# the command's own words and mistakes in ROW.out.
measured()
{
	row=$work/$1
	shift
	if ! "$tools/measure" -o "$row" "$@" >"$row.out" 2>&1; then
		echo "failed: $*" >&2
		tail -n 3 "$row.out" >&2
		exit 1
	fi
}

# line NAME COLUMN: a line of the table; column 1 or 2 makes the ratio.
line()
{
	cat "$work/ours" "$work/peer" | awk -v name="$1" -v column="$2" '
		{ passed[NR] = $1; cpu[NR] = $2; mib[NR] = $3 / 1024
			it[NR] = $column }
		END {
			printf "%-34s", name
			for (i = 1; i <= 2; i++)
				printf " %8.3f %8.3f %6.1f", passed[i],
					cpu[i], mib[i]
			printf " %6.2f\n", it[1] / (it[2] > 0 ? it[2] : 0.001)
		}'
}

heading()
{
	printf '%-34s %24s %24s\n' '' ronghe "$1"
	printf '%-34s %8s %8s %6s %8s %8s %6s %6s\n' '' s 'cpu s' MiB \
		s 'cpu s' MiB ratio
}

peer_database()
{
	rm -f "$work"/peer.db*
	sqlite3 "$work/peer.db" 'PRAGMA journal_mode = WAL' >/dev/null
	sqlite3 "$work/peer.db" <"$top_srcdir/tests/bench/peer.sql"
}

# office FILE: a database with the branches and an operator.
office()
{
	"$ronghe" -d "$1" init &&
		"$ronghe" -d "$1" import branch "$work/branch.csv" &&
		"$ronghe" -d "$1" import operator "$work/operator.csv"
}

"$tools/roster" members "$rows" >"$work/member.csv" || exit 1
"$tools/roster" members 10000 >"$work/few.csv" || exit 1
"$tools/roster" branches >"$work/branch.csv" || exit 1
printf '姓名\n康巧云\n' >"$work/operator.csv"
office "$work/office.db" >"$work/office.out" || exit 1
office "$work/few.db" >"$work/office.out" || exit 1

echo "$rows rows"
heading 'sqlite3 shell'

measured ours "$ronghe" -d "$work/office.db" import member \
	"$work/member.csv" --dry-run
peer_database
measured peer sqlite3 "$work/peer.db" \
	".import --csv --skip 1 '$work/member.csv' member"
line 'import: the plan alone' 2
measured ours "$ronghe" -d "$work/office.db" import member \
	"$work/member.csv"
line 'import: plan and change' 2

measured ours "$ronghe" -d "$work/office.db" import member \
	"$work/member.csv"
measured peer sqlite3 "$work/peer.db" 'CREATE TEMP TABLE file AS
	SELECT * FROM member LIMIT 0' \
	".import --csv --skip 1 '$work/member.csv' temp.file" \
	'SELECT count(*) FROM (SELECT * FROM file EXCEPT SELECT * FROM member)'
line 'import again: nothing changed' 2

measured ours "$ronghe" -d "$work/office.db" export member \
	"$work/export.csv" --full
measured peer sqlite3 -csv -header "$work/peer.db" \
	".output '$work/peer.csv'" 'SELECT * FROM member'
line 'export' 2

"$ronghe" -d "$work/few.db" import member "$work/few.csv" >"$work/office.out" ||
	exit 1
heading "VACUUM INTO"
first_start few
line "first start of a day, 10000" 1
first_start office
line "first start of a day, $rows" 1

heading "less -S"
for size in few office; do
	file=$work/few.csv name='first list, 10000 members'
	[ $size = few ] || file=$work/member.csv \
		name="first list, $rows members"
	measured ours -t '154****' -k 1 "$ronghe" -d "$work/$size.db" \
		--operator 康巧云
	measured peer -t 154 less -S "$file"
	line "$name" 1
done
