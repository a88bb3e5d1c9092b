# Workbooks, out: opened again by openpyxl.

. "$top_srcdir/tests/cli/lib.sh"

/usr/bin/python3 -c 'import openpyxl' 2>/dev/null ||
	skip_all 'openpyxl (python3-openpyxl) is missing'

works 'a database is made' init
run export member none.xlsx
case $err in
*'built without workbooks'*)
	like "$err" 'a name that ends in \.csv' 'without the library'
	is "$(ls "$here")" '' 'nothing is written'
	works 'as CSV it goes' export member none.csv
	finish
	exit ;;
esac

# look ARGUMENTS…: what workbook.py says of a file in $here.
look()
{
	(cd "$here" && exec /usr/bin/python3 \
		"$top_srcdir/tests/cli/workbook.py" "$@") >"$work/seen" 2>&1
	seen=$(cat "$work/seen")
}

printf '姓名,公民身份号码,手机号,入党日期,转正日期,住址,备注\n%s\n' \
	'𠮷红,159902197904033708,15496793256,2003-09-27,2004-09,_x0041_,=1+1' \
	>"$here/members.csv"
works 'one with a rare name' import member members.csv
works 'goes into a workbook' export member m.xlsx --full
look m.xlsx
like "$seen" '^Party member A2 A1:AB2 2$' 'its header frozen, with a filter'
like "$seen" '^B s 𠮷红 @$' 'the name whole'
like "$seen" '^G s 159902197904033708 @$' 'the ID number as text'
like "$seen" '^H s 15496793256 @$' 'the phone as text'
like "$seen" '^O d 2003-09-27 00:00:00 yyyy-mm-dd$' 'a date as a date'
like "$seen" '^P s 2004-09 @$' 'a month as it is'
like "$seen" '^AB . =1\+1 @$' 'what looks like a formula'
like "$seen" '^formulas 0$' 'is none'
like "$seen" '^escaped 1$' 'what looks like an escape is none either'
is "$(stat -c %a "$here/m.xlsx")" 600 'private'
is "$(ls -A "$here" | grep -c '^\.ronghe-')" 0 'nothing else is left'
refuses 'exists already' export member m.xlsx
in_language zh_CN export member 名册.XLSX
look 名册.XLSX
like "$seen" '^党员 A2 ' 'in Chinese'
like "$seen" '^G s 159902\*\*' 'masked'

works 'with a title' export member titled.xlsx --title
look titled.xlsx 1
like "$seen" '^Party member A3 A2:AB3 3$' 'frozen below both'
like "$seen" '^A s Party member \(2026-11-23\) General$' 'which says the day'
works 'CSV has one on request' export member - --title --encoding utf-8
is "$(sed -n 1p "$work/out" | tr -d '\r')" '"Party member (2026-11-23)"' \
	'the same'
misused 'Usage: ronghe export' export all folder --title

works 'the sample office' -d office.db init --sample
works 'its roster' -d office.db export union_org - --encoding utf-8
union=$(sed -n '2s/^"\([^"]*\)".*/\1/p' "$work/out")
works 'with its numbers' -d office.db print roster "$union" r.xlsx
look r.xlsx
like "$seen" 'A2 A1:L[0-9]* [0-9]*$' 'the first table frozen'
like "$seen" '^A n 1 General$' 'numbers are numbers'
works 'a number' -d office.db export agenda_item agenda.xlsx
look agenda.xlsx
like "$seen" '^[A-Z] n 1 General$' 'is one'
refuses 'cannot go to the standard output' \
	-d office.db print roster "$union" - --format xlsx
finish
