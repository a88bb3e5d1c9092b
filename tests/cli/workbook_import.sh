# Workbooks, in: written by openpyxl as WPS does, and by ourselves.

. "$top_srcdir/tests/cli/lib.sh"

/usr/bin/python3 -c 'import openpyxl' 2>/dev/null ||
	skip_all 'openpyxl (python3-openpyxl) is missing'

# make KIND FILE: one of make_workbook.py in $here.
make()
{
	(cd "$here" && exec /usr/bin/python3 \
		"$top_srcdir/tests/cli/make_workbook.py" "$@") || exit 99
}

# plan NAME NEW CHANGED UNCHANGED HELD REJECTED: what $out says.
plan()
{
	is "$(printf '%s\n' "$out" | awk -F'\t' '
		NF == 2 && $2 ~ /^[0-9]+$/ { printf "%s ", $2 }')" \
		"$2 $3 $4 $5 $6 " "$1"
}

make good good.xlsx
works 'a database is made' init
run import member good.xlsx
case $err in
*'built without workbooks'*)
	like "$err" 'save the sheet as CSV' 'without the library'
	finish
	exit ;;
esac
is "$status" 1 'several sheets are not guessed between'
like "$err" 'several sheets \(花名册, 新党员\); name one of them' 'but named'
refuses 'no sheet “停用”' import member good.xlsx --sheet 停用
works 'the first' import member good.xlsx --sheet 花名册
plan 'all new' 2 0 0 0 0
works 'the other' import member good.xlsx --sheet 新党员
plan 'one more' 1 0 0 0 0
works 'the first again' import member good.xlsx --sheet 花名册
plan 'is unchanged' 0 0 2 0 0
works 'all of them' export member all.csv --full --encoding utf-8
out=$(cat "$here/all.csv")
like "$out" '"单晓红".*"159902197904033708".*"2003-09-27".*"两人同组"' \
	'number and day whole'
like "$out" '"朱日和".*"15990319880926842X".*"2012-07".*"两人同组"' \
	'a merged cell is of both'
like "$out" '"𠮷红"' 'a rare name too'

works 'ours' export member ours.xlsx --full
works 'read again' import member ours.xlsx
plan 'is the same' 0 0 3 0 0
works 'another office' -d other.db init
run_with "$here/ours.xlsx" -d other.db import member -
is "$status" 0 'from the standard input'
plan 'all new' 3 0 0 0 0
works 'as CSV' -d other.db export member others.csv --full --encoding utf-8
is "$(cat "$here/others.csv")" "$(cat "$here/all.csv")" 'every cell whole'
works 'all is well' -d other.db check

make damaged damaged.xlsx
works 'a damaged number, dry' -d new.db init
works 'planned' -d new.db import member damaged.xlsx --dry-run
like "$out" '^C3	rejected	单晓红	公民身份号码	.*damaged this ID' \
	'is rejected at its cell'
like "$out" '^4	new	朱日和	' 'the other is well'
works 'without it' -d new.db import member damaged.xlsx --skip-bad \
	--rejects rejects.csv
plan 'one' 1 0 0 0 1
like "$(cat "$here/rejects.csv")" '单晓红.*1.59902197904034E\+17.*damaged' \
	'what is left goes out as CSV'
make formula formula.xlsx
refuses 'The cell E3 of the sheet “花名册” holds a formula without' \
	-d new.db import member formula.xlsx
head -c 3000 "$here/damaged.xlsx" >"$here/cut.xlsx"
refuses 'cut.xlsx is a damaged workbook, or only a part' \
	-d new.db import member cut.xlsx
printf '\320\317\021\340\241\261\032\341' >"$here/old.xls"
refuses 'old.xls is in an old format' -d new.db import member old.xls
printf '姓名\n乌兰\n' >"$here/plain.csv"
refuses 'is no workbook and has no sheets' \
	-d new.db import member plain.csv --sheet 花名册
misused '^Usage' import all folder --sheet 花名册
works 'all is well' -d new.db check
finish
