# What was typed is there again after the program was killed in the middle of
# a form, and after its terminal has gone.

. "$top_srcdir/tests/term/lib.sh"

row_of_cursor()
{
	screen | sed -n "$(($(tmux display -p '#{cursor_y}') + 1))p"
}

# fill_in NAME: begins a member and leaves the cursor in the fourth field.
fill_in()
{
	start 80x24 --operator kqy
	shows '各项工作' "$1: the program starts"
	keys 1
	shows '公民身份号码' "$1: the list of members"
	keys C-n
	shows '姓名首字母' "$1: a new one"
	types "$1"
	keys Enter Enter
	types '女'
	keys Enter
	types '蒙'
	shows '民族           蒙' "$1: half a form"
}

# resume NAME: finds the draft on Home and goes on where it was left.
resume()
{
	start 80x24 --operator kqy
	shows "草稿：党员 $1" "$1: the draft stands on Home"
	like "$(screen | head -n 1)" '1 份草稿' "$1: the frame counts it"
	keys Home Enter
	shows '接着填' "$1: it can be gone on with"
	keys Enter
	shows '未保存' "$1: the form again"
	like "$(screen)" "姓名  *$1\$" "$1: with the name"
	like "$(screen)" ' 性别  *女$' "$1: with the sex"
	like "$(row_of_cursor)" '^> *民族' "$1: the cursor is where it was"
}

# on_disk: the fields that were left stand in the drafts' file itself, no longer
# in its -wal alone.
on_disk()
{
	find "$work" -name '*-drafts' -exec grep -q "$typed" {} \; -print |
		grep -q .
}

# is_kept FIELD BYTES: the draft's cursor stands in the editor, behind these.
is_kept()
{
	find "$work" -name '*-drafts*' -exec grep -aq "$1@$2+" {} \; \
		-print | grep -q .
}

save_it()
{
	keys F2
	shows "各项工作" "$1: saving goes back to Home"
	hides '份草稿' "$1: and the draft is gone"
	keys F10
	ends 0 "$1: the program ends"
}

needs_tmux
works 'the sample office' init --sample

fill_in '苏日娜'
typed='苏日娜'
wait_until on_disk
on_disk
is $? 0 'what was left outlasts a power cut'
kill -KILL "$(cat "$work/pid")"
wait_until ended
stop
resume '苏日娜'
save_it '苏日娜'

fill_in '乌云其其格'
pid=$(cat "$work/pid")
stop
ok 'the program ends with its terminal' wait_until not kill -0 "$pid" 2>/dev/null
resume '乌云其其格'
like "$(row_of_cursor)" '民族  *蒙' 'not a key is lost'
save_it '乌云其其格'
fill_in '图雅'
kill -TERM "$(cat "$work/pid")"
wait_until ended
stop
resume '图雅'
like "$(row_of_cursor)" '民族  *蒙' 'asked to end, not a key is lost either'
save_it '图雅'

# In the midst of a long text the editor is open again, with the cursor there.
start 80x24 --operator kqy
shows '各项工作' 'a long text: the program starts'
keys 1
shows '公民身份号码' 'a long text: the list of members'
keys Enter
shows '与身份证一致' 'a long text: a member'
keys NPage NPage Down Down Enter
types '前两句。'
keys Enter
types '后一句。'
keys Left Left
wait_until is_kept remark 19
ok 'a long text: its cursor is kept' is_kept remark 19
kill -KILL "$(cat "$work/pid")"
wait_until ended
stop
start 80x24 --operator kqy
shows '草稿' 'a long text: the draft stands on Home'
keys Home Enter
shows '接着填' 'a long text: it can be gone on with'
keys Enter
shows '前两句。' 'a long text: the editor is open again'
keys x
shows '后一x句。' 'a long text: the cursor is where it was'
save_it 'a long text'
# And in that of a row of a new record, in the middle of a sentence.
start 80x24 --operator kqy
shows '各项工作' 'minutes: the program starts'
keys 3
shows '会议名称' 'minutes: the list of meetings'
keys C-n
shows '会议地点' 'minutes: a new one'
keys F3 3 C-n
shows '过程概况' 'minutes: a new item of its agenda'
keys C-End Enter
types '学习“三会一课”制度'
keys Enter
types '第二段。'
keys Up End Left Left
wait_until is_kept gist 24
kill -KILL "$(cat "$work/pid")"
wait_until ended
stop
start 80x24 --operator kqy
shows '草稿：会议' 'minutes: the draft stands on Home'
keys Home Enter
shows '接着填' 'minutes: it can be gone on with'
keys Enter
shows '过程概况' 'minutes: the text is open again'
types '的'
shows '学习“三会一课”的制度' 'minutes: the cursor is where it was'
keys Escape
shows '学习“三会一课”的制度 第二段。' 'minutes: in the form of the row'
stop
works 'the database is well' check
finish
