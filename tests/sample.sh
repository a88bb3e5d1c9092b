# The sample office: its records agree with the dictionary and with one
# another, nobody's number is in it, and it is what the help says that it is.

. "$top_srcdir/tests/tap.sh"

sample=$top_srcdir/share/sample
types='office operator unit branch union_org union_unit member membership
leader meeting attendance agenda_item discussion vote resolution attachment
amendment checklist_run checklist_result task task_note rectification
rectification_item rectification_note evidence'

# offences FOLDER: what tests/sample.awk has to say about a sample office.
offences()
{
	files=
	for type in $types; do
		files="$files $top_srcdir/src/records/$type.c"
	done
	for type in $types; do
		files="$files $1/$type.csv"
	done
	LC_ALL=C "${AWK:-awk}" -v last=2026-12-31 \
		-f "$top_srcdir/tests/sample.awk" \
		"$top_srcdir"/share/codes/*.csv $files
}

# count FILE CONDITION: rows of the sample for which it holds; $n is column n.
count()
{
	LC_ALL=C "${AWK:-awk}" -F, "NR > 1 && ($2) { n++ }
		END { print n + 0 }" "$sample/$1.csv"
}

# values FILE COLUMN CONDITION: how many different values a column has.
values()
{
	LC_ALL=C "${AWK:-awk}" -F, "NR > 1 && ($3) && !(\$$2 in seen) {
		seen[\$$2] = 1; n++ } END { print n + 0 }" "$sample/$1.csv"
}

is "$(offences "$sample")" '' 'every record is right'

# Damage a copy in every way that the check knows.
bad=$(mktemp -d) || exit 99
trap 'rm -rf "$bad"' EXIT
cp "$sample"/*.csv "$bad"

# finds FILE SED-COMMAND WORDS: the damage is named.
finds()
{
	LC_ALL=C sed "$2" "$sample/$1.csv" >"$bad/$1.csv"
	like "$(offences "$bad")" "$1.csv:[0-9]+ .*$3" "found: $3"
	cp "$sample/$1.csv" "$bad"
}

finds unit '1s/level/grade/' 'no such field: grade'
finds unit '2s/$/,/' '13 columns, not 12'
finds unit '2s/^/ /' 'has blanks'
finds unit '2s/党政机关/机关大院/' 'no such word: 机关大院'
finds branch '2s/,[^,]*,/,无此单位,/' 'names nothing before it: 无此单位'
finds branch '2p' 'twice:'
finds member '2s/1979-04-03/1979-02-30/' 'is no date'
finds member '2s/2003-09-27/2033-09-27/' 'lies after'
finds member '2s/,154/,138/' "may be somebody's: 138"
finds member '2s/2003-09-27/1993-09-27/' 'before the age of 18'
finds member '2s/2004-09-27/2003-09-27/' 'confirmed on'
finds member '2s/2001-09/1994-09/' 'work before the age of 16'
finds member '2s/2018-12/1998-12/' 'post before joining'
finds member '2s/在册,/转出,/' 'no day of the state'
finds member '2s/\(,[0-9]*\)[0-9X]\(,154\)/\1Y\2/' 'wrong check digit'
finds member '2s/,15990/,15042/' "may be somebody's: 15042"
finds member '2s/1979-04-03/1979-04-13/' 'another birthday'
finds member '2s/,女,/,男,/' 'another sex'
finds membership '2s/2020-0/2010-0/' 'before the union was founded'
finds membership '$s/20[0-9-]*,,/2019-01-01,2018-01-01,/' 'left before'
finds meeting '2s/15:00/25:00/' 'no such time'
finds meeting '2s/16:20/14:20/' 'ends at'
finds meeting '2s/归档/待签/' 'closed or signed'
finds meeting '2s/,1,/,2,/' 'not the next number'
finds attendance '2s/,到,/,,/' 'neither there nor away'
finds attendance '2s/,到,/,请假,/' 'away without'
finds discussion '2s/谭继业/单国栋/' 'without being there'
finds vote '2s/,43,/,42,/' 'more or fewer votes'
finds vote '2s/,55,46,/,55,45,/' 'others than attendance'
finds vote '2s/,通过/,未通过/' 'not the outcome'
finds task '2s/2025-11-14/2025-11-01/' 'due before'
finds task '2s/,已办结,/,待办,/' 'not done'
finds task '2s/$/0000001-59Z/' 'no id before it: 0000001-59Z'
finds checklist_run '2s/,2025-01-15,/,,/' 'not submitted'
finds checklist_run '2s/,康巧云,2025/,胡斯冷,2025/' 'by who submitted'
finds checklist_run '2s/,,$/,不清楚,/' 'sent back without'
finds checklist_result '2s/,F1,/,F2,/' 'another item'
finds checklist_result '2d' 'not 24 items'
finds checklist_result 's/,2025-06-30,/,2025-01-01,/' 'before it was found'
finds checklist_result 's/,没有负责人。,/,,/' 'a finding without'
finds rectification '2s/2026-09-18/2026-08-18/' 'not by its days'
finds evidence '2s/,Y7,/,Y9,/' 'names nothing before it: Y9'

is "$(count member 1)" 194 'members in all'
is "$(values member 1 1)" 194 'no two of them have one name'
is "$(count member '$1 ~ /\360/')" 1 'a name from beyond the BMP'
is "$(count member '$1 ~ /^(单|仇|区|解|查|曾|朴|盖|尉迟|万俟|欧阳)/')" 11 \
	'surnames with readings of their own'
is "$(count member '$1 ~ /·/')" 3 'names with a middle dot'

estate='$2 == "供销社家属院联合党支部" && $8 == ""'
is "$(count membership "$estate")" 56 "the estate's members"
is "$(count membership "$estate && \$5 == \"本土\"")" 11 'native ones'
is "$(count membership "$estate && \$5 == \"外来\"")" 45 'incoming ones'
is "$(values membership 3 "$estate")" 12 'from a dozen units'

route='$1 == "游牧迁徙全程服务党建联合体"'
is "$(count union_unit "$route && \$2 ~ /嘎查\$/")" 9 'gacha on the route'
is "$(count union_unit "$route && \$2 !~ /嘎查\$/")" 6 'departments there'
is "$(values membership 3 '$2 == "游牧迁徙全程服务党建联合体" &&
	$3 ~ /嘎查$/')" 9 'every gacha of the route has members in it'

is "$(count union_org '$4 == "沙果酵素产业联合党委"')" 2 \
	'branches under the enzyme committee'
project='$2 == "沙果酵素产业项目党支部"'
is "$(count membership "$project")" 20 'members of the project branch'
is "$(count membership "$project && \$3 ~ /金格日/")" 2 \
	'two of them from the enterprise'
is "$(count membership '$2 == "沙果酵素产业营销党支部"')" 33 \
	'members of the marketing branch'
is "$(count union_org '$4 == "养殖污染治理联合党委"')" 1 \
	'general branch under the pollution committee'
is "$(count unit '$7 == "中共敖伦高勒苏木委员会" && $1 ~ /嘎查$/')" 4 \
	'gacha of the sumu'

is "$(values meeting 1 1)" 3 'three unions hold meetings'
is "$(count meeting '$10 == "归档"')" 27 'meetings that are closed'
is "$(count meeting '$10 == "待签"') $(count meeting '$10 == "筹备"') $(
	count meeting '$10 == "已取消"')" '1 1 1' \
	'to be signed, in preparation, cancelled'
is "$(count attendance '$1 == "2026年第三季度支部党员大会" && $7 == "应到" &&
	$12 == ""')" 55 'who ought to attend with a vote'
is "$(count vote '$14 == "未通过"')" 1 'one vote that was not carried'
is "$(count task '$10 == "待办"')" 6 'tasks to be done'

is "$(values checklist_run 1 1)" 6 'six unions are checked'
is "$(count checklist_run '$7 == "已审核"') $(
	count checklist_run '$7 == "已提交"') $(
	count checklist_run '$7 == "退回"') $(
	count checklist_run '$7 == "草稿"')" '24 1 1 1' \
	'approved, submitted, sent back, begun'
is "$(count rectification '$10 == "销号"')" 1 'one union is put right'

is "$(LC_ALL=C "${AWK:-awk}" -F, '
	FNR == 1 { next }
	FILENAME ~ /\/unit.csv$/ { level[$1] = $4; next }
	$1 == "牧旅融合党建联合体" {
		n_units++
		n_levels += !(level[$2] in seen)
		seen[level[$2]] = 1
	}
	END { print n_units, n_levels }' "$sample/unit.csv" \
	"$sample/union_unit.csv")" '34 4' 'units of the consortium, and levels'
finish
