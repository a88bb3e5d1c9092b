# Standards as CSV: what is wrong with one is said, another shape is as good,
# and what an office has comes back as it went out.

. "$top_srcdir/tests/cli/lib.sh"

# sheet TYPE: standard input becomes own/TYPE.csv.
sheet()
{
	cat >"$here/own/$1.csv"
}

# items CODE TEXT…: own/standard_item.csv, two items a group.
items()
{
	{
		printf '标准,分组,序号,代号,条目\n'
		number=0
		while [ $# -gt 0 ]; do
			number=$((number + 1))
			printf '融合标准,第%d组,%d,%s,%s\n' \
				$(((number + 1) / 2)) $number "$1" "$2"
			shift 2
		done
	} >"$here/own/standard_item.csv"
}

works 'an office' init
works 'begins with a standard' export standard_item --encoding utf-8
is "$(wc -l <"$work/out")" 25 'of twenty-four items'
works 'which is provisional' export standard --encoding utf-8
like "$out" '暂拟模板，非南阳市原文' 'and says so'

mkdir "$here/own"
sheet standard <<'END'
名称,代号,版次,性质,状态
融合标准,RH,1,正式,施行
END
sheet standard_group <<'END'
标准,序号,代号,名称,条数,符合的用语,基本符合的用语,不符合的用语
融合标准,1,A,第1组,2,好,较好,差
融合标准,2,B,第2组,2,好,较好,差
融合标准,3,C,第3组,2,好,较好,差
融合标准,4,D,第4组,3,好,,差
END
items A1 一 A2 二 B1 三 B2 四 C1 五 C2 六 D1 七 D2 八
refuses '第4组.*word for partly met' import all own
sed -i 's/好,,差/好,较好,差/' "$here/own/standard_group.csv"
items A1 一 A2 二 B1 三 B2 四 C1 五 C2 六 D1 七 A1 八
refuses 'row 9 \(A1 / 八\): This is the same as row 2' import all own
items A1 一 A2 二 B1 三 B2 四 C1 五 C2 六 D1 七 D2 ''
refuses 'row 9.*item must be filled in' import all own
printf '标准,分组,序号,代号,条目\n' >"$here/own/standard_item.csv"
refuses 'at least one group' import all own
works 'nothing of it is there' export standard --encoding utf-8
is "$(wc -l <"$work/out")" 2 'but the one of before'

items A1 一 A2 二 B1 三 B2 四 C1 五 C2 六 D1 七 D2 八
works 'another count is no hindrance' import all own
works 'it is there' export standard_item --where 工作标准=融合标准 \
	--encoding utf-8
is "$(wc -l <"$work/out")" 9 'with all its items'
sed -i 's/八/九/' "$here/own/standard_item.csv"
refuses 'take it back first' import all own

works 'all goes out' export all office
works 'an empty database' -d other.db init
works 'takes it' -d other.db import all office
works 'and gives it back' -d other.db export all again
for type in standard standard_group standard_item; do
	ok "the same bytes in $type" cmp "$here/office/$type.csv" \
		"$here/again/$type.csv"
done
works 'it is well' -d other.db check
finish
