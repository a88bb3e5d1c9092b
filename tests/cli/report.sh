# What the records say together.

. "$top_srcdir/tests/cli/lib.sh"

refuses 'ronghe init makes one' report due
works 'the sample office is made' init --sample
run export union_org --encoding utf-8
union=$(sed -n 2p "$work/out" | cut -d '"' -f 4)
id=$(sed -n 2p "$work/out" | cut -d '"' -f 2)

works 'a calendar, of this year' report meetings --union "$union"
like "$out" '^Kind of meeting +Held +To be held +Jan  Feb' 'for people'
cp "$work/out" "$here/named"
works 'of a union by its id' report meetings --union "$id"
ok 'the same' cmp "$here/named" "$work/out"
works 'as CSV' report meetings calendar.csv --union "$union" --year 2025
like "$out" '^[0-9]+ rows were written to calendar.csv.$' 'with the count'
is "$(head -c 3 "$here/calendar.csv" | od -An -tx1)" ' ef bb bf' 'for WPS'
works 'the same on standard output' \
	report meetings - --union "$union" --year 2025
ok 'byte for byte' cmp "$here/calendar.csv" "$work/out"
works 'by its format' report meetings --format csv --union "$union" \
	--year 2025 --encoding utf-8
like "$out" '^"Kind of meeting","Held","To be held","Jan"' 'without a mark'
refuses 'calendar.csv exists already' \
	report meetings calendar.csv --union "$union"
in_language zh_CN report 会议年历 --union "$union" --year 2025
like "$out" '^会议类别 +已召开 +应召开 +1月' 'Chinese headers'

works 'nothing to say' report meetings --union "$union" --year 1950
like "$err" '^Nothing was held or is to be held' 'is said'
is "$out" '' 'and no table printed'
works 'as CSV' report meetings - --union "$union" --year 1950
is "$(wc -l <"$work/out")" 1 'it is the header alone'

refuses 'name it by --union' report meetings
refuses 'is called “无此党支部”' report meetings --union 无此党支部
refuses 'There is no record 0000001-ZZZZ' report meetings --union 0000001-ZZZZ
for year in 0 26x 1899 2101; do
	refuses '--year takes' report meetings --union "$union" \
		--year "$year"
done
refuses 'there are: meetings due checklist duplicates' report nothing
refuses 'takes text or csv' report due --format xml
refuses 'written as CSV' report due due.txt --format text
refuses 'takes utf-8-bom' report due - --encoding big5
refuses 'leave --union out' report due --union "$union"
refuses 'leave --year out' report due --year 2025
misused '^Usage: ronghe report' report

works 'what is due' report due
like "$out" '^What is due +Count +Union organisation' 'for people'
works 'as CSV' report due - --encoding utf-8
like "$out" '^"Meetings due and not held yet","[0-9]+","[^"]+"' 'with meetings'
like "$out" '^"Tasks that are overdue","1","[^"]+","[^"]+"' 'with tasks'
works 'verdicts by item' report checklist
like "$out" '^Item +Checklist +met +partly met .*= met  ~ partly met  x not met$' \
	'with a legend'
like "$out" '^F1 .*  27  +19  +4  +4  +0  +0  +=+~+x+$' 'and bars'
works 'of one half year, by union' report checklist --by union --year 2026 \
	--part 上半年
is "$(wc -l <"$work/out")" 7 'six unions'
works 'by committee, as CSV' report 对标检查统计 - --by 党委 --encoding utf-8
like "$out" '^"中共敖伦高勒苏木委员会","13","[0-9]+","[0-9]+"' 'without bars'
works 'by period' report checklist --by period
is "$(wc -l <"$work/out")" 6 'five periods'
works 'of no time' report checklist --year 2020
like "$err" '^Nothing was checked in that time' 'is said'
refuses '--by takes item, union, committee or period, not “village”' \
	report checklist --by village
refuses '“五月” is no part of a year' report checklist --part 五月
refuses 'leave --by and --part out' report due --by item
refuses 'leave --union out' report checklist --union "$union"

works 'nothing stands twice' report duplicates
like "$err" '^No two records look alike' 'is said'
printf '姓名,性别,出生日期,联系电话\n白玉美,女,1979-4-3,15496793256\n' \
	>"$here/twin.csv"
works 'one does then' import member twin.csv
works 'and is found' report duplicates
like "$out" 'likely +Party member +[^ ]+ +白玉梅 +[^ ]+ +白玉美 +phone the same, name almost the same$' \
	'with its reason'
works 'as a workbook' report duplicates twins.xlsx
works 'as CSV' report duplicates - --encoding utf-8
like "$out" '"likely","Party member","[^"]+","白玉梅","[^"]+","白玉美"' \
	'with both numbers'
in_language zh_CN report 疑似重复
like "$out" '很可能 .*联系电话相同、姓名相近' 'in Chinese'

works 'an empty database' -d empty.db init
works 'nothing is due' -d empty.db report due
like "$err" '^Nothing is due' 'is said'

finish
