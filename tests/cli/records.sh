# Finding, showing, telling and taking back, in the sample office.

. "$top_srcdir/tests/cli/lib.sh"

# column N: that column of $out.
column()
{
	printf '%s\n' "$out" | cut -f "$1"
}

works 'the sample office is made' init --sample
works 'and is well' check
like "$out" 'All is well: [0-9]{3,} records' 'with all its records'

works 'a name is found' find 单国栋
like "$out" '^Party member	[0-9A-Z]{7}-[0-9A-Z]+	单国栋	name: the whole of it	单国栋$' \
	'with type, id, title, why and what fits'
member=$(printf '%s\n' "$out" | sed -n 's/^Party member	\([^	]*\).*/\1/p')
works 'initials are read as surnames are' find sgd
like "$out" '	单国栋	name: initials	单国栋$' 'and named as such'
works 'pinyin is typed as one likes' find shangd
like "$out" '	单国栋	name: pinyin	单国栋$' 'and named as such'
works 'the end of a number finds' find 7977
like "$out" 'citizen ID number: last digits	159903\*+7977$' \
	'and stays masked'
works 'a limit holds' find 党支部 --limit 3
is "$(wc -l <"$work/out")" 3 'three lines'
like "$err" 'more than the 3 lines' 'and says that there is more'
in_language zh_CN find 单国栋
like "$out" '^党员	.*	单国栋	姓名：完全一致	单国栋$' \
	'the terms in Chinese'

works 'a record is shown' show "$member"
like "$out" "^id	$member\$" 'with its id'
like "$out" '^name	单国栋$' 'its fields'
like "$out" '^home branch	敖伦高勒社区党支部	[0-9A-Z]{7}-' \
	'a reference by title and id'
like "$out" '^citizen ID number	159903\*+7977$' 'the number masked'
ok 'a field that does not apply is left out' \
	test -z "$(grep '^why out of contact' "$work/out")"
works 'small letters spell an id too' show \
	"$(printf %s "$member" | tr A-Z a-z)"
works 'the numbers whole' show "$member" --full
like "$out" '^citizen ID number	159903195205037977$' 'as asked'
works 'its history' history "$member"
like "$out" '	note		shown with its numbers whole$' 'keeps it'
like "$out" '	citizen ID number		159903\*+7977$' 'and masks them'
is "$(grep -c 'numbers whole' "$work/out")" 1 'once'

works 'all changes' history
is "$(sed -n 1p "$work/out" | cut -f 4)" 'numbers looked at' 'newest first'
is "$(grep -c 'sample office' "$work/out")" 15 \
	'one for each type of the sample that stands by itself'
leaders=$(sed -n 4p "$work/out" | cut -f 1)
members=$(sed -n 6p "$work/out" | cut -f 1)
works 'those of a type' history --type leader
is "$(cut -f 1 "$work/out")" "$leaders" 'alone'
works 'of certain days' history --since 2026-11-24
is "$(wc -l <"$work/out")" 0 'none'
works 'until a day' history --until 2026-11
ok 'some' test "$(wc -l <"$work/out")" -gt 5
works 'of nobody' history --operator 谁
is "$(wc -l <"$work/out")" 0 'none'
works 'a record as of a day' history "$member" --as-of 2026-11-23
like "$out" '^citizen ID number	159903\*+7977$' 'with its values, masked'
refuses 'had not been entered yet' history "$member" --as-of 2020-01-01
refuses 'no date' history "$member" --as-of someday
works 'one change' history "$leaders"
like "$out" '^Leader	.*白玉梅.*	post		secretary$' 'field by field'

works 'a change is taken back' --operator 胡斯冷 undo "$leaders"
like "$out" 'records have been put back by the change' 'with the number'
like "$out" '^Leader	.*白玉梅.*	removed	no	yes$' 'and each by name'
undo=$(sed -n 's/.*by the change \(.*\):$/\1/p' "$work/out")
refuses 'taken back already' undo "$leaders"
works 'it stands in the list' history
like "$out" "^$undo	2026-11-23 09:00	胡斯冷	undoing	" 'who'
like "$out" "^$leaders	.*	taken back by $undo\$" 'and marked'
works 'export leaves them out' export leader
is "$(wc -l <"$work/out")" 1 'the header is left'
works 'it is done again' redo
like "$out" '^Leader	.*白玉梅.*	removed	yes	no$' 'by name'
refuses 'No change stands undone' redo
refuses 'has not been taken back' redo "$leaders"
works 'once more by its own id' undo "$leaders"
works 'and again by its id' redo "$leaders"
refuses 'has not been taken back' redo "$members"

works 'only shown' undo "$members" --dry-run
like "$out" '^[0-9]+ records would be put back' 'how many'
like "$out" '^others hang on it	Party member	白玉梅	' 'and what stays'
works 'and nothing was done' history
is "$(sed -n 1p "$work/out" | cut -f 4)" 'done again' 'the newest is as before'
run undo "$members"
like "$out" 'This stays as it is:' 'what others hang on stays'
like "$out" '^others hang on it	Party member	白玉梅					Other records hang on' \
	'by name'

# crossing VALUE: how many unions the export with that filter has.
crossing()
{
	run export union_org --where "crosses=$1"
	echo $(($(wc -l <"$work/out") - 1))
}

is "$(crossing 跨区域)" 5 'one of several codes finds its records'
is "$(crossing 跨层级、2)" 1 'several those that have all of them'
refuses '“跨行业” is not one of the words of boundaries crossed' \
	export union_org --where crosses=跨领域、跨行业
printf 'name,crosses\n奶食品手工作坊党建联盟,层级; 领域/跨层级\n' >"$work/c.csv"
works 'several codes are imported' import union_org "$work/c.csv"
is "$(crossing 4)" 3 'and found'
works 'and exported' export union_org --where name=奶食品手工作坊党建联盟
like "$out" ',"fields, levels",' 'in words'
works 'as codes' export union_org --codes --where name=奶食品手工作坊党建联盟
like "$out" ',"1,4",' 'in the order of the list'
cp "$work/out" "$work/d.csv"
works 'which come in again' import union_org "$work/d.csv"
like "$out" '^unchanged	1$' 'as they were'
printf 'name,crosses\n奶食品手工作坊党建联盟,跨层级、跨行业\n' >"$work/c.csv"
run import union_org "$work/c.csv" --dry-run
like "$out" '	“跨行业” is not one of the words of ' 'an unknown word is named'

printf 'name,birth_on,phone\n苏和,1990-05-06,15400000001\n' >"$work/a.csv"
sed 's/0001$/0002/' "$work/a.csv" >"$work/b.csv"
works 'a member is entered' import member "$work/a.csv"
made=$(run history && sed -n 1p "$work/out" | cut -f 1)
works 'found by words of its reason' history --type 党员 --reason A.csv
is "$(cut -f 1 "$work/out")" "$made" 'alone'
works 'and put right by hand' import member "$work/b.csv"
run undo "$made"
like "$err" 'Nothing of the change could be put back' 'what was put right stays'
like "$out" '^changed since	Party member	苏和	.*Changed by ' 'and by whom'
works 'it is shown what else would go' undo "$made" --take-all --dry-run
like "$out" '^changed since	Party member	苏和	' 'by name'
like "$out" 'would be taken back as well' 'as chosen'
works 'it is taken back by choice' undo "$made" --take-all
like "$out" '^Party member	苏和	removed	no	yes$' 'whole'
works 'and done again' redo
like "$out" '^Party member	苏和	removed	yes	no$' 'as it was'
works 'all is well after that' check

works 'a copy of all that' backup copy.db
works 'leaders go' undo "$leaders"
works 'and come back with the copy' restore copy.db
works 'as they were' export leader
ok 'all of them' test "$(wc -l <"$work/out")" -gt 1
works 'the restored one is well' check
finish
