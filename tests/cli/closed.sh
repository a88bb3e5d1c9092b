# Meetings that are closed: numbered without gaps, changed by nothing, amended.

. "$top_srcdir/tests/cli/lib.sh"

# sheet TYPE: standard input becomes TYPE.csv.
sheet()
{
	cat >"$here/$1.csv"
}

# the_last: the number of the newest change.
the_last()
{
	run history
	printf '%s\n' "$out" | awk 'NR == 1 { print $1 }'
}

works 'the sample office' init --sample
sheet meeting <<'END'
联合党组织,类别,会议名称,会议时间,结束时间,地点,状态,签字日期,取消原因
供销社家属院联合党支部,党课,春季党课,2024-3-1 9:00,2024-3-1 10:00,社区二楼,归档,2024-3-2,
供销社家属院联合党支部,党课,夏季党课,2024-6-1 9:00,2024-6-1 10:00,社区二楼,归档,2024-6-2,
供销社家属院联合党支部,党小组会,夏季小组会,2024-6-2 9:00,2024-6-2 10:00,社区二楼,归档,2024-6-3,
供销社家属院联合党支部,党课,冬季党课,2025-1-5 9:00,2025-1-5 10:00,社区二楼,归档,2025-1-6,
END
sheet attendance <<'END'
会议,外来人员,参会身份,到会情况
春季党课,包德明,应到,到
END
works 'minute books, their rows with them' import all .
whole=$(the_last)
works 'the meetings' export meeting --encoding utf-8
like "$out" '"春季党课","1",' 'the first of its kind and year'
like "$out" '"夏季党课","2",' 'the second'
like "$out" '"夏季小组会","1",' 'another kind counts by itself'
like "$out" '"冬季党课","1",' 'and another year'

sheet attendance <<'END'
会议,外来人员,参会身份,到会情况,职务
春季党课,包德明,应到,到,支书
END
refuses 'closed' import attendance attendance.csv
sheet attendance <<'END'
会议,外来人员,参会身份,到会情况
夏季党课,包德明,应到,到
END
refuses 'closed' import attendance attendance.csv
sheet amendment <<'END'
会议,日期,事项,内容,签字人
春季党课,2024-3-9,地点,应为三楼。,白玉梅
END
works 'what amends it' import amendment amendment.csv
amended=$(the_last)
sheet amendment <<'END'
会议,日期,事项,内容,签字人
春季党课,2024-3-9,地点,应为四楼。,白玉梅
END
refuses 'stays as it is' import amendment amendment.csv
run undo "$amended"
is "$status" 1 'is not taken back'
like "$err" 'Nothing of the change could be put back' 'since it was signed'
run undo "$whole"
is "$status" 1 'nor are the meetings'
works 'they are there' export meeting --encoding utf-8
like "$out" '"夏季党课","2",' 'with their numbers'
cat >"$here/next.csv" <<'END'
联合党组织,类别,会议名称,会议时间,结束时间,地点,状态,签字日期
供销社家属院联合党支部,党课,秋季党课,2024-9-1 9:00,2024-9-1 10:00,社区二楼,归档,2024-9-2
END
works 'the next one' import meeting next.csv
works 'the meetings' export meeting --encoding utf-8
like "$out" '"秋季党课","3",' 'gets the next number'
works 'all is well' check
finish
