# Standards in force, checks that were approved and rectifications that are
# over: on paper, and as CSV there and back.

. "$top_srcdir/tests/cli/lib.sh"

# sheet TYPE: standard input becomes TYPE.csv.
sheet()
{
	cat >"$here/$1.csv"
}

sheet standard <<'END'
标准名称,标准代号,版次,文本性质,提示语,标准状态
规范运行标准,GFYX,1,暂拟,暂拟文本，仅供试用,施行
END
sheet standard_group <<'END'
工作标准,序号,分组代号,分组名称,应有条数,符合的用语,基本符合的用语,不符合的用语
规范运行标准,1,F,两防,2,未发现,有苗头,存在
规范运行标准,2,Y,一有,1,具备,基本具备,不具备
END
sheet standard_item <<'END'
工作标准,标准分组,序号,条目代号,条目,说明
规范运行标准,两防,1,F1,防“一建了之”,"看成立以后
是否运转。"
规范运行标准,两防,2,F2,防“大杂烩”,
规范运行标准,一有,1,Y1,有一级党委领导,看批复。
END
sheet checklist_run <<'END'
编号,联合党组织,工作标准,检查年度,检查时段,所查日期,检查日期,检查人,检查状态
0000009-1,供销社家属院联合党支部,规范运行标准,2025,上半年,,2025-7-3,康巧云,已审核
0000009-2,供销社家属院联合党支部,规范运行标准,2025,下半年,,2026-1-5,康巧云,草稿
END
sheet checklist_result <<'END'
编号,对标检查编号,序号,标准条目,分组,条目代号,条目内容,判定,结论,情况说明,发现的问题,整改措施,责任人姓名,整改时限
0000009-3,0000009-1,1,F1,两防,F1,防“一建了之”,符合,未发现,,,,,
0000009-4,0000009-1,2,F2,两防,F2,防“大杂烩”,基本符合,有苗头,,名册太杂。,清理名册。,𠮷大,2025-9-30
0000009-5,0000009-1,3,Y1,一有,Y1,有一级党委领导,不适用,不适用,另有批复。,,,,
0000009-6,0000009-2,1,F1,两防,F1,防“一建了之”,基本符合,有苗头,,会少。,按月开会。,𠮷大,2026-3-31
END
sheet evidence <<'END'
对标检查编号,检查结果编号,序号,佐证材料,说明
0000009-1,0000009-4,1,成员名册,二号柜
END
sheet rectification <<'END'
编号,联合党组织,列入原因,列入日期,整顿状态,销号日期,党员和档案去向,整改方案
0000009-8,供销社家属院联合党支部,作用发挥不明显,2023-1-10,销号,2024-8-1,没有变动。,按月开会。
END
sheet rectification_item <<'END'
规范整顿编号,序号,存在问题,整改措施,完成日期
0000009-8,1,会少,按月开会,2023-5-1
END

works 'an office' init
mkdir "$work/people"
for type in office operator unit branch union_org union_unit member membership
do
	cp "$top_srcdir/share/sample/$type.csv" "$work/people"
done
works 'its people' import all "$work/people"
works 'checks with their rows' import all .
like "$out" 'new	15' 'all that the sheets hold'

works 'a check on paper' print checklist 0000009-2 - --format text
like "$out" '^暂拟文本，仅供试用  .*苏木委员会$' 'says what it was judged by'
like "$out" '^Period: 2025-07-01 to 2025-12-31$' 'and for when'
like "$out" 'Since the check of first half of 2025: better 0, worse 1,' \
	'and what has changed'
works 'as tables' print 对标检查表 0000009-1 check.csv --format csv
like "$(cat "$here/check.csv")" '^"F2","防“大杂烩”","有苗头","成员名册 \(二号柜\)"' \
	'with the evidence'
works 'the board of its period' print board 0000009-2 - --format text
like "$out" '^2026|second half of 2025$' 'says of when'
like "$out" '供销社家属院联合党支部 *\| 1/3 draft *\| ~! *\|' \
	'how a union stands, and what got worse'
works 'the board as a table' print 对标检查总览表 0000009-1 board.csv \
	--format csv
like "$(cat "$here/board.csv")" '^"供销社家属院联合党支部","3/3 approved","✓","~",' \
	'with the signs of the period'
works 'a rectification' print rectification 0000009-8 - --format text
like "$out" '没有变动。$' 'says what became of the members'
refuses 'is printed of these: Checklist; what you chose is “Rectification”' \
	print checklist 0000009-8 none.rtf

works 'as it was judged' export checklist_result judged.csv
mkdir "$here/newer"
for type in standard standard_group standard_item; do
	sed -e 's/GFYX,1,暂拟,暂拟文本，仅供试用/GFYX,2,正式,/' \
		-e 's/^规范运行标准/规范运行标准（正式）/' \
		-e 's/一建了之/建而不管/' "$here/$type.csv" \
		>"$here/newer/$type.csv"
done
works 'a newer edition comes from sheets' import all newer
cat >"$here/ended.csv" <<'END'
标准名称,标准代号,版次,文本性质,废止日期,标准状态
规范运行标准,GFYX,1,暂拟,2026-12-31,废止
END
works 'the one before is ended' import standard ended.csv
works 'what was judged' export checklist_result still.csv
ok 'reads as it did' cmp "$here/judged.csv" "$here/still.csv"
works 'on paper too' print checklist 0000009-1 - --format text
like "$out" '防“一建了之”' 'in the words of that time'
like "$out" '^暂拟文本，仅供试用 ' 'and with what was said of them'

works 'everything out' export all office --full
works 'an empty database' -d other.db init
works 'takes all of it, what is approved and closed too' \
	-d other.db import all office
works 'and gives it back' -d other.db export all again --full
for type in standard standard_group standard_item checklist_run \
	checklist_result evidence rectification rectification_item
do
	ok "the same bytes in $type.csv" cmp "$here/office/$type.csv" \
		"$here/again/$type.csv"
done
works 'once more' -d other.db import all office
like "$out" 'nothing to change in office' 'changes nothing'
works 'the copy is well' -d other.db check
finish
