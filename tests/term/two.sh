# Two programs on one record: each sees what the other has saved, and what both
# have changed is asked about.

. "$top_srcdir/tests/term/lib.sh"

# at N: what follows is typed at, and seen on, the terminal of program N.
at()
{
	socket=$work/tmux$(($1 + first))
}

# open_it NAME: the form of the first member.
open_it()
{
	start 80x24 --operator kqy
	shows '各项工作' "$1: the program starts"
	keys 1
	shows '公民身份号码' "$1: the list of members"
	keys Enter
	shows '与身份证一致' "$1: a member"
}

stop_both()
{
	at 1
	stop
	at 2
	stop
}

needs_tmux
trap 'stop_both; rm -rf "$work"' EXIT
works 'the sample office' init --sample
first=$run_number
open_it 'one'
open_it 'the other'
keys Down Down Down Down Down Down
types '15400000001'
keys F2
shows '已保存' 'the other saves'

at 1
shows '0001' 'one sees the number in the open form, without a key'
keys Down Down Down Down Down Down Down
types '北疆甲'
shows '未保存' 'one types'

at 2
keys Enter
shows '与身份证一致' 'the other: the member again'
keys Down Down Down Down Down Down Down
types '北疆乙'
keys F2
shows '已保存' 'the other saves'

at 1
shows '您保存时会合在一起' 'one is told'
keys F2
shows '都改了这一栏' 'and asked when he saves'
like "$(screen)" '北疆乙' 'with the value of the other'
like "$(screen)" '北疆甲' 'and his own'
keys 2
shows '1. 保存' 'what came of it'
keys 1
shows '已保存' 'one saves'

at 2
keys Enter
shows '北疆甲' 'the other sees it'
works 'the database is well' check
finish
