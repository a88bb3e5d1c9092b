# make bench: what ronghe takes beside what the tools of the system take for
# the same roster, in the same run.  Only the ratios mean something; a machine
# that does other work makes them wrong.
#
#	make bench BENCH_ROWS=1000000 BENCH_DIR=/somewhere/with/space
#
# Each line: seconds that passed, seconds of the processor and the peak of
# memory (MiB), of ronghe and of its peer, and how many times the processor's
# seconds of the peer ronghe takes (of both first starts of a day: of those that
# passed).  Behind that stand the aims for the ratio and the memory, and
# "missed" where one is.  Then follow single figures, each with its aim.

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

# line NAME COLUMN [RATIO MIB]: a line of the table; column 1 or 2 makes the
# ratio; the aims for ratio and memory.
line()
{
	cat "$work/ours" "$work/peer" | awk -v name="$1" -v column="$2" \
		-v aim="${3-}" -v most="${4-}" '
		{ passed[NR] = $1; cpu[NR] = $2; mib[NR] = $3 / 1024
			it[NR] = $column }
		END {
			ratio = it[1] / (it[2] > 0 ? it[2] : 0.001)
			missed = (aim != "" && ratio > aim) ||
				(most != "" && mib[1] > most)
			printf "%-34s", name
			for (i = 1; i <= 2; i++)
				printf " %8.3f %8.3f %6.1f", passed[i],
					cpu[i], mib[i]
			printf " %6.2f %5s %5s%s\n", ratio, aim, most,
				(missed ? "  missed" : "")
		}'
}

# figure NAME GOT AIM UNIT: one that stands by itself.
figure()
{
	echo "$2 $3" | awk -v name="$1" -v unit="$4" '{
		printf "%-34s %10.3f %s, aim %s%s\n", name, $1, unit, $2,
			($1 > $2 ? "  missed" : "") }'
}

heading()
{
	printf '%-34s %24s %24s\n' '' ronghe "$1"
	printf '%-34s %8s %8s %6s %8s %8s %6s %6s %5s %5s\n' '' s 'cpu s' MiB \
		s 'cpu s' MiB ratio aim MiB
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
line 'import: plan' 2
# What takes less than a second shows no progress by which to part it.
if [ "$rows" -ge 50000 ]; then
	cp "$work/office.db" "$work/half.db"
	measured ours -t indexing "$ronghe" -d "$work/half.db" import \
		member "$work/member.csv"
	rm -f "$work"/half.db*
	line 'import: plan and write' 2
fi
measured ours "$ronghe" -d "$work/office.db" import member \
	"$work/member.csv"
line 'import: plan, write and index' 2 1.5 24

measured ours "$ronghe" -d "$work/office.db" import member \
	"$work/member.csv"
line 'import again: nothing changed' 2 1.5 24

measured ours "$ronghe" -d "$work/office.db" export member \
	"$work/export.csv" --full
measured peer sqlite3 -csv -header "$work/peer.db" \
	".output '$work/peer.csv'" 'SELECT * FROM member'
line 'export' 2 1 16

# A workbook beside the CSV of the same roster.
"$ronghe" -d "$work/office.db" export member "$work/export.xlsx" --full \
	>"$work/office.out" 2>&1 || exit 1
heading 'the same from CSV'
measured ours "$ronghe" -d "$work/office.db" import member \
	"$work/export.xlsx" --dry-run
measured peer "$ronghe" -d "$work/office.db" import member \
	"$work/export.csv" --dry-run
line 'import: plan from a workbook' 2 2 32

# The peer knows names and birthdays alone.
heading 'sqlite3 shell'
measured ours "$ronghe" -d "$work/office.db" report duplicates -
measured peer sqlite3 "$work/peer.db" 'SELECT count(*) FROM member a
	JOIN member b USING (name, birth_on) WHERE a.rowid < b.rowid'
line 'duplicates of all members' 1 "" 24

# LibreOffice makes a workbook of what was exported as CSV, if it has Calc.
workbooks()
{
	soffice --headless --convert-to xlsx --outdir "$work/peer" \
		"$work/branch.csv" && [ -f "$work/peer/branch.xlsx" ]
}

if workbooks >"$work/peer.out" 2>&1; then
	heading 'LibreOffice'
	measured ours "$ronghe" -d "$work/office.db" export member \
		"$work/export.xlsx" --full
	measured peer soffice --headless --convert-to xlsx \
		--outdir "$work/peer" "$work/export.csv"
	line 'export of a workbook' 2 1 32
fi

"$ronghe" -d "$work/few.db" import member "$work/few.csv" >"$work/office.out" ||
	exit 1
heading "VACUUM INTO"
first_start few
line "first start of a day, 10000" 1
first_start office
line "first start of a day, $rows" 1

# first_list NAME ROWS: the least of nine, from the start of the process; the
# memory also of Home, once it has counted all.
first_list()
{
	file=$work/$1.db
	for i in 1 2 3 4 5 6 7 8 9; do
		measured "try$i" -t '154****' -k 1 "$ronghe" -d "$file" \
			--operator 康巧云
	done
	measured counted -t "$2" "$ronghe" -d "$file" --operator 康巧云
	cat "$work"/try? "$work/counted" | least >"$work/ours"
	for i in 1 2 3 4 5 6 7 8 9; do
		measured "try$i" -t 'sqlite>' sqlite3 "$file"
	done
	cat "$work"/try? | least >"$work/peer"
}

# The least of each time and the most memory.
least()
{
	awk 'NR == 1 || $1 < passed { passed = $1 }
		NR == 1 || $2 < cpu { cpu = $2 }
		$3 > kib { kib = $3 }
		END { print passed, cpu, kib }'
}

heading "sqlite3's prompt"
first_list few 10000
cp "$work/ours" "$work/small"
line 'first list, 10000 members' 2 3 12
first_list office "$rows"
line "first list, $rows members" 2 3 12
cp "$work/small" "$work/peer"
line 'the same against 10000' 2 1.2 12

# beside FILE: imports it while what follows is measured.
beside()
{
	"$ronghe" -d "$work/office.db" import member "$work/$1" \
		>"$work/office.out" 2>&1 &
}

# crowd NAME AIM OPTIONS…: many processes that save single records, with the
# program's lock and with SQLite's busy_timeout alone: saves in a second, the
# milliseconds of one (median, 99th percentile, longest) and how many failed.  Where $imported is set,
# $imported.1 and .2 are imported meanwhile.
crowd()
{
	crowd_name=$1
	crowd_aim=$2
	shift 2
	[ -z "${imported-}" ] || beside "$imported.1"
	ours=$("$tools/crowd" "$@" "$work/office.db") || exit 1
	wait
	[ -z "${imported-}" ] || beside "$imported.2"
	peer=$("$tools/crowd" -t "$@" "$work/office.db") || exit 1
	wait
	printf '%s\n%s\n' "$ours" "$peer" | awk -v name="$crowd_name" \
		-v aim="$crowd_aim" '
		{ line = line sprintf(" %6d %7.1f %7.1f %7.1f %3d", $10, $12,
			$14, $16, $8 + $4)
			if (NR == 1)
				missed = $16 > aim || $8 + $4 > 0 }
		END { printf "%-27s%s %5d%s\n", name, line, aim,
			(missed ? "  missed" : "") }'
}

printf '%-27s %34s %34s\n' 'saving at the same time' ronghe busy_timeout
printf '%-27s %6s %7s %7s %7s %3s %6s %7s %7s %7s %3s %5s\n' processes /s \
	median 99% longest bad /s median 99% longest bad aim
for n in 1 10 50 100; do
	crowd "$n, without a pause" 1000 -n "$n" -s 5
	crowd "$n, one each 5 seconds" 1000 -n "$n" -s 10 -p 5000
done
"$tools/roster" members 10000 2 >"$work/more.1" || exit 1
"$tools/roster" members 10000 3 >"$work/more.2" || exit 1
imported=more
crowd '10, while one imports' 10000 -n 10 -s 10 -p 500

echo 'milliseconds'
saved=$("$tools/save" "$work/office.db") || exit 1
figure 'saving a member' "${saved% *}" "$(echo "$saved" | awk '{
	printf "%.3f", $2 + 5 }')" "ms, a plain flush ${saved#* }"
"$tools/search" "$work/office.db" >"$work/found" || exit 1
tail -n +2 "$work/found" | while IFS="$(printf '\t')" read -r word us rest; do
	figure "a key: $word" "$(echo "$us" | awk '{ print $1 / 1000 }')" 1 ms
done
for n in 20000 100000; do
	figure "a key: in a text of $n" "$("$tools/editor" "$n" 200)" 2 ms
	figure "the same in one paragraph" "$("$tools/editor" "$n" 0)" \
		"$((n / 4000))" ms
done

# The board of checklists: 2,000 unions by 24 items, each of three checks.
"$ronghe" -d "$work/board.db" init >"$work/office.out" || exit 1
sqlite3 "$work/board.db" <"$top_srcdir/tests/bench/board.sql" || exit 1
board=$("$tools/board" "$work/board.db") || exit 1
echo "$board" | while read -r opened page all plain; do
	figure 'board of 2000 unions: open' "$opened" 50 ms
	figure 'the same: each page' "$page" 10 ms
	figure 'the same: all verdicts' "$all" "$(echo "$plain" | awk '{
		print $1 * 2 }')" "ms, a plain query $plain"
done

echo 'bytes to an xterm-256color of 80x24'
sh "$top_srcdir/tests/term/bytes.sh" | awk '/^# .* takes [0-9]+ of / {
	name = $0
	gsub(/^# |,* takes .*$/, "", name)
	got = $(NF - 3)
	aim = $(NF - 1)
	printf "%-34s %10d bytes, aim %d%s\n", name, got, aim,
		(got > aim ? "  missed" : "") }'
