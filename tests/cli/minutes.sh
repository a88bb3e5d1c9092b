# Meetings, their minutes and tasks as CSV: sheets as an office keeps them, and
# what goes out and comes in again.

. "$top_srcdir/tests/cli/lib.sh"

# sheet TYPE: standard input becomes TYPE.csv.
sheet()
{
	cat >"$here/$1.csv"
}

sheet meeting <<'END'
联合党组织,类别,会议标题,次数,会议时间,结束时间,地点,主持人,记录人,状态,签字日期,签字人,取消原因
供销社家属院联合党支部,支部党员大会,第三季度支部党员大会,3,2025-9-12 14:30,2025-09-12 16:00,社区二楼,白玉梅,单国栋,归档,2025-9-15,白玉梅、单国栋,
供销社家属院联合党支部,党课,第三季度党课,1,2025年8月1日 9:00,2025-08-01 10:30,社区二楼,白玉梅,单国栋,待签,,,
供销社家属院联合党支部,联席会商,年末会商,,,,,,,取消,,,并入下次会商
END
sheet attendance <<'END'
会议,序号,姓名,外来人员,参会身份,到会情况,缺席事由,事由,不计应到原因
第三季度支部党员大会,1,白玉梅,,应到,到,,,
第三季度支部党员大会,2,单国栋,,应到,请假,病假,,
第三季度支部党员大会,3,,包德明,列席,实到,,,
END
sheet agenda_item <<'END'
会议,序号,类别,议题,形式,主讲人,过程概况
第三季度支部党员大会,1,第一议题,学习支部工作条例,诵读原文,白玉梅,领学第三章。
第三季度支部党员大会,2,审议,院内停车,,,"先后发言：
大家同意划线。"
第三季度党课,1,第一议题,学习支部工作条例,,单国栋,
END
sheet discussion <<'END'
会议,议题,序号,发言人,发言人姓名,不同意见,发言要点
第三季度支部党员大会,院内停车,1,单国栋,,否,划线以后按号停放。
第三季度支部党员大会,院内停车,2,,包德明,是,车位不够，先摸底。
第三季度党课,学习支部工作条例,1,单国栋,,否,讲得清楚。
END
sheet vote <<'END'
会议,议题,序号,表决事项,方式,表决规则,应到,实到,赞成,反对,弃权,未投
第三季度支部党员大会,院内停车,1,院内划线停车,举手,一般表决,2,1,1,0,0,0
END
sheet resolution <<'END'
会议,议题,表决,序号,决议事项,决议内容
第三季度支部党员大会,院内停车,院内划线停车,1,院内划线停车,十月底前划线。
END
sheet attachment <<'END'
会议,序号,类别,附件名称,文件,存放位置
第三季度支部党员大会,1,签到表,签到表,,二号柜
END
sheet amendment <<'END'
会议,日期,事项,内容,签字人
第三季度支部党员大会,2025-10-8,到会人数,“到会 2 人”应为“到会 1 人”。,白玉梅
END
sheet task <<'END'
联合党组织,任务名称,责任人,责任单位,交办日期,完成时限,会议,决议,状态,办结日期,完成情况
供销社家属院联合党支部,划停车线,单国栋,敖伦高勒社区,2025-9-12,2025-10-31,第三季度支部党员大会,院内划线停车,办结,2025-10-28,划好 46 个车位。
供销社家属院联合党支部,走访独居老人,白玉梅,,2025-11-1,2025-12-20,,,待办,,
END
sheet task_note <<'END'
任务,序号,日期,进展,汇报人
划停车线,1,2025-10-10,量完车位。,单国栋
END
sheet meeting_kind <<'END'
类别名称,周期,每期次数,参会范围,表决规则,第一议题
议事会,每月,2,全体党员,一般表决,否
END
sheet vote_rule <<'END'
规则名称,到会分子,到会分母,到会界限,计票基数,赞成分子,赞成分母,赞成界限,依据
三分之二,2,3,以上,应到,2,3,超过,支部决定
END
sheet phrase <<'END'
标题,顺序,内容
散会,90,会议到此结束。
END

works 'an office' init
mkdir "$work/people"
for type in office operator unit branch union_org union_unit member membership
do
	cp "$top_srcdir/share/sample/$type.csv" "$work/people"
done
works 'its people' import all "$work/people"
works 'minutes of an office with their owners' import all .
like "$out" 'new	22' 'all that the sheets hold'

works 'meetings' export meeting --encoding utf-8 --where 会议状态=归档
like "$out" ',"第三季度支部党员大会","3","2025-09-12 14:30",' 'as they were'
works 'of which' export agenda_item --encoding utf-8
is "$(grep -c '"学习支部工作条例"' "$work/out")" 2 'two have the same item'
works 'rows that refer to one another' export discussion --encoding utf-8
is "$(grep -c '"第三季度支部党员大会 / 2025-09-12 14:30"' "$work/out")" 2 \
	'name their meeting'
item=$(sed -n 's/.*"学习支部工作条例","\([^"]*\)".*/\1/p' "$work/out")
works 'the item' show "$item"
like "$out" '^meeting	第三季度党课 / 2025-08-01 09:00	' 'is of that meeting'
works 'tasks' export task --encoding utf-8 --where 任务状态=已办结
like "$out" '"院内划线停车"' 'name their resolution'

works 'everything out' export all office --full
works 'an empty database' -d other.db init
works 'takes all of it, closed meetings too' -d other.db import all office
works 'and gives it back' -d other.db export all again --full
for file in "$here"/office/*.csv; do
	ok "the same bytes in ${file##*/}" cmp "$file" \
		"$here/again/${file##*/}"
done
works 'once more' -d other.db import all office
like "$out" 'nothing to change in office' 'changes nothing'
works 'the copy is well' -d other.db check

# A closed meeting takes no further rows, wherever they come from.
sheet attendance <<'END'
会议,序号,姓名,参会身份,到会情况
第三季度支部党员大会,4,仇桂兰,应到,到
END
refuses 'closed' import attendance attendance.csv
sheet meeting <<'END'
联合党组织,类别,会议标题,会议时间,地点
供销社家属院联合党支部,支部党员大会,第三季度支部党员大会,2025-9-12 14:30,三楼
END
works 'nor another place' import meeting meeting.csv --dry-run
like "$out" 'closed' 'since it is closed'

# What several meetings have is that of the row's own.
sheet discussion <<'END'
会议,议题,序号,发言人,发言要点
第三季度党课,学习支部工作条例,2,白玉梅,也要学党章。
第三季度党课,院内停车,3,白玉梅,另一次会上的议题。
END
refuses 'rejected' import discussion discussion.csv
works 'only the other' import discussion discussion.csv --skip-bad
like "$out" 'new	1' 'goes in'
finish
