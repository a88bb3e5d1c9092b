# CSV into a database: the sample files of share/sample, with what
# share/sample/README.md says of them.

. "$top_srcdir/tests/cli/lib.sh"

files=$top_srcdir/share/sample/files
bom=$files/members-bom.csv
wps=$files/roster-wps-gb18030.csv
wrong=$files/wrong-fifteen.csv

# rows VERDICT: how many rows $out says are of it.
rows()
{
	printf '%s\n' "$out" | sed -n "s/^$1	\([0-9]*\)\$/\1/p"
}

# plan NAME NEW CHANGED UNCHANGED HELD REJECTED: what $out says.
plan()
{
	is "$(rows new) $(rows changed) $(rows unchanged) $(
		rows 'held back') $(rows rejected)" "$2 $3 $4 $5 $6" "$1"
}

works 'an empty database' -d empty.db init
works 'the sample office' init --sample

works 'BOM, dry' -d empty.db import member "$bom" --dry-run
plan 'all new' 12 0 0 0 0
works 'and nothing was written' -d empty.db history
is "$(grep -vc 'set up' "$work/out")" 0 'since it was made'
works 'BOM' -d empty.db import member "$bom"
plan 'all new' 12 0 0 0 0
like "$out" 'members-bom.csv has been imported by the change' 'as one change'
for again in 2 3; do
	works "time $again" -d empty.db import member "$bom"
	plan 'all there' 0 0 12 0 0
	like "$out" 'nothing to change' 'and said'
done
works 'UTF-16' -d empty.db import member "$files/members-utf16.csv"
plan 'all new' 10 0 0 0 0

refuses '15 are rejected and 0 held back; --dry-run lists' \
	-d empty.db import member "$wrong"
works 'the plan of the wrong ones' \
	-d empty.db import member "$wrong" --dry-run
plan 'fifteen' 6 0 0 0 15
is "$(grep -c '^[0-9]*	rejected	' "$work/out")" 15 'each with a line'
is "$(grep '	rejected	' "$work/out" | cut -f 1 | tr '\n' ' ')" \
	'3 4 6 7 8 9 11 12 13 15 16 17 19 20 21 ' 'which says where'
is "$(grep '	rejected	' "$work/out" | cut -f 5 | grep -c .)" 15 \
	'and why'
works 'the good ones' -d empty.db import member "$wrong" \
	--skip-bad --rejects rejects.csv
plan 'taken' 6 0 0 0 15
is "$(grep -c . "$here/rejects.csv")" 16 'the others in a file'
refuses 'rejects.csv exists already' -d empty.db import member \
	"$wrong" --skip-bad --rejects rejects.csv
works 'all is well' -d empty.db check

works 'the office knows some' import member "$bom" --dry-run
plan 'of them' 4 0 8 0 0
works 'from WPS, dry' import member "$wps" --dry-run
plan 'as the README says' 23 3 32 0 2
like "$out" '^[0-9]+	changed	[^	]+	phone	' \
	'with the field that changes'
like "$out" '^19	rejected	缪尔登	' 'and the rejected'
refuses '2 are rejected' import member "$wps"
works 'from WPS' import 党员 "$wps" --skip-bad
change=$(sed -n 's/.*by the change \(.*\)\.$/\1/p' "$work/out")
works 'the newest change' history
out=$(sed -n 1p "$work/out")
like "$out" "^$change	.*	imported	roster-wps-gb18030.csv	26" \
	'is the import'
works 'taken back' undo "$change"
like "$out" '26 records have been put back' 'whole'
works 'done again' redo
works 'the encoding by name' import member "$wps" \
	--encoding gb18030 --dry-run
plan 'the same' 0 0 58 0 2
refuses 'takes auto, utf-8, gb18030 or utf-16' \
	import member "$bom" --encoding latin1
refuses '.' import member "$bom" --encoding utf-16

works 'a combined sheet' -d roster.db init
works 'with all that it names' -d roster.db import member \
	"$files/combined-roster.csv" --roster
plan 'members' 34 0 0 0 0
like "$out" '^new	34	Union membership$' 'and memberships'
works 'a second time' -d roster.db import member \
	"$files/combined-roster.csv" --roster
plan 'changes nothing' 0 0 34 0 0
works 'is well' -d roster.db check

run_with "$bom" -d pipe.db init
run_with "$bom" -d pipe.db import member -
is "$status" 0 'standard input is a file too'
plan 'all new' 12 0 0 0 0
like "$out" 'standard input has been imported' 'and called so'
printf '姓名\n特木其乐\n' >"$here/same.csv"
refuses '0 are rejected and 1 held back' -d pipe.db import member same.csv
works 'held back' -d pipe.db import member same.csv --skip-bad
plan 'and left' 0 0 0 1 0
works 'a doubtful one' -d pipe.db import member same.csv --take-doubtful
plan 'is taken on request' 1 0 0 0 0
run_with "$work/nothing" -d pipe.db import member -
is "$status" 1 'an empty one is refused'
refuses 'holds no file that could be imported' \
	-d pipe.db import all "$work/home"
refuses 'no.csv' \
	-d pipe.db import member no.csv
misused '^Usage' import member
misused '^Usage' import all folder --rejects r.csv
finish
