# One woman who stands in the roster twice, merged, at work, and parted again.

. "$top_srcdir/tests/cli/lib.sh"

# sheet TYPE: standard input becomes TYPE.csv.
sheet()
{
	cat >"$here/$1.csv"
}

# id_of TYPE FIELD=VALUE: the number of that one record.
id_of()
{
	run export "$1" --encoding utf-8 --where "$2"
	printf '%s\n' "$out" | sed -n '2s/^"\([^"]*\)".*/\1/p'
}

# the_last: the number of the newest change.
the_last()
{
	run history
	printf '%s\n' "$out" | awk 'NR == 1 { print $1 }'
}

works 'the sample office' init --sample
mkdir "$here/books"
sheet books/member <<'END'
姓名,性别,出生日期,公民身份号码,联系电话,所在党支部,备注
乌海霞,女,1985-3-8,,0489-2358330,敖伦高勒社区党支部,婚前登记
海霞,女,1985-3-8,159903198503082040,,旗供销合作社联合社党支部,婚后登记
END
sheet books/membership <<'END'
党员,联合党组织,联合党组织职务,报到日期
乌海霞,供销社家属院联合党支部,成员,2020-5-1
海霞,沙果酵素产业联合党委,成员,2021-5-1
END
sheet books/meeting <<'END'
联合党组织,类别,会议名称,会议时间,结束时间,地点,状态,签字日期
供销社家属院联合党支部,党课,春季党课,2024-3-1 9:00,2024-3-1 10:00,二楼,归档,2024-3-2
供销社家属院联合党支部,党课,夏季党课,2024-6-1 9:00,2024-6-1 10:00,二楼,归档,2024-6-2
供销社家属院联合党支部,党课,秋季党课,2026-9-1 9:00,,二楼,,
END
sheet books/attendance <<'END'
会议,党员,参会身份,到会情况,职务
春季党课,海霞,应到,到,
夏季党课,乌海霞,应到,到,
夏季党课,海霞,应到,请假,
秋季党课,乌海霞,应到,,
秋季党课,海霞,应到,,组长
END
sheet books/task <<'END'
联合党组织,任务名称,责任人,交办日期,完成时限
供销社家属院联合党支部,整理活动室,海霞,2026-11-1,2026-12-1
END
works 'she stands in the books twice' import all books
a=$(id_of member 姓名=乌海霞)
b=$(id_of member 姓名=海霞)
ok 'with two numbers' test -n "$a" -a -n "$b" -a "$a" != "$b"
lead=$(id_of member 姓名=单国栋)

works 'what a merge would do' merge member "$a" 海霞 --take 姓名 --both 备注 \
	--dry-run
like "$out" "^kept	Party member	$a	乌海霞\$" 'who stays'
like "$out" "^goes	Party member	$b	海霞\$" 'who goes'
like "$out" '^name	乌海霞	海霞	海霞$' 'what is taken'
like "$out" '^citizen ID number		159903\*+2040	159903\*+2040$' 'masked'
like "$out" '^home branch	敖伦高勒社区党支部	旗供销合作社联合社党支部	敖伦高勒社区党支部$' \
	'what stays'
like "$out" '^Attendance	member	2	3$' 'what hangs on both'
like "$out" '^Task	responsible member	0	1$' 'found from the dictionary'
is "$(grep -c '^Two rows become one' "$work/out")" 1 'one row of a pair goes'
is "$(grep -c '^Both rows stay' "$work/out")" 1 'not where it was signed'
like "$out" '^5 records would be led to the one that is kept\.$' 'how many'
works 'nothing was done' show "$b"
like "$out" '^name	海霞$' 'so far'

works 'they are merged' merge member "$a" 海霞 --take 姓名 --both 备注
like "$out" "ronghe unmerge $b takes it back" 'and it is said how back'
merged=$(the_last)
works 'all is well' check
works 'her number leads on' show "$b"
like "$err" "^$b has been merged into 海霞 \\($a\\)\.\$" 'which is said'
like "$out" "^id	$a\$" 'to the other'
like "$out" '^remark	婚前登记' 'both texts'
works 'her history stays' history "$b"
like "$out" '	removed	no	yes$' 'her own'
like "$err" "merged into 海霞" 'and goes on there'
works 'by either number' export attendance --where "党员=$b" --encoding utf-8
is "$(wc -l <"$work/out")" 5 'one meeting less'
like "$err" 'has been merged into' 'which is said as well'
run merge member "$a" "$b"
like "$err" 'lead to the same record already' 'one is not two'
refuses 'cannot be merged' merge meeting 春季党课 夏季党课
refuses 'no field .shoe size.' merge member "$a" "$lead" --take 'shoe size'

sheet late <<END
编号,姓名,联系电话
$b,海霞,0489-2358331
END
works 'an old sheet' import member late.csv
works 'finds her' show "$a" --full
like "$out" '^phone	0489-2358331$' 'and changes the one that is left'
sheet leader <<END
党员编号,党员,联合党组织,任职日期
$b,海霞,沙果酵素产业联合党委,2026-11-20
END
sed -i 's/党员编号,党员/member_id,党员/' "$here/leader.csv"
works 'she is elected' import leader leader.csv
is "$(id_of leader "负责人=$a" | wc -w)" 1 'under the number that is left'
sheet attendance <<'END'
会议,党员,参会身份,到会情况
秋季党课,海霞,应到,到
END
works 'and comes' import attendance attendance.csv

works 'what parting them would do' unmerge "$a" --dry-run
like "$out" 'stays	Leader	' 'what came since stays'
ok 'nothing is left over' test -z "$(grep 'changed since' "$work/out")"
works 'they are parted' unmerge "$b"
works 'and all is well' check
works 'the one' show "$a" --full
like "$out" '^name	乌海霞$' 'has her name'
like "$out" '^phone	0489-2358331$' 'and what was changed since'
works 'the other' show "$b" --full
is "$err" '' 'is herself'
like "$out" '^citizen ID number	159903198503082040$' 'with her number'
is "$(id_of leader "负责人=$a" | wc -w)" 1 'elected she was as the one'
refuses 'not been merged' unmerge "$b"
works 'and merged again' redo "$merged"
works 'which is well' check
works 'by her number' show "$b"
like "$err" 'has been merged into 海霞' 'once more'
finish
