# A clerk's first quarter of an hour, in Chinese, by keys alone.

. "$top_srcdir/tests/term/lib.sh"

needs_tmux
start 80x24
shows '语言 Language' 'asks for the language first'
keys 1
shows '本单位叫什么' 'asks for the office'
types '哈日图苏木党委'
keys Enter
shows '乡镇（苏木）' 'asks for its level'
types '苏木'
keys Enter
shows '行政区划代码' 'asks for its region'
keys Enter
shows '上级单位' 'asks for the office above'
types '哈日图旗委'
keys Enter
shows '谁来录入' 'asks who types'
types '娜仁花'
keys Enter
shows '怎样开始' 'asks how to begin'
keys 3
hides '怎样开始' 'begins empty'
like "$(screen | head -n 1)" '^哈日图苏木党委 .*娜仁花$' \
	'the frame says where and who'

keys 1
shows '这里还没有记录' 'an empty list says so'
keys C-n
shows '公民身份号码' 'a form opens'
types '苏日娜'
keys Enter Enter Enter
types 'mgz'
keys Enter
shows '蒙古族' 'initials give the word of a code'
keys F2
shows '已保存：苏日娜' 'F2 saves'
keys C-n
shows '新建' 'another one'
types '巴特尔·孟和'
keys Escape
keys 2
shows '已保存：巴特尔·孟和' 'Esc and 2 save as well'
like "$(screen | head -n 1)" '党员 2' 'the list counts two'

keys F8
shows '移除“' 'removing asks'
resize 40x12
shows '移除“' 'the question stays in a small terminal'
resize 30x8
shows '窗口太小' 'below that one sentence says what is needed'
resize 80x24
shows '移除“' 'the question is there again'
keys Escape Escape
hides '移除“' 'Esc leaves it as it is'
like "$(screen | head -n 1)" '党员 2' 'and nobody has gone'

keys Escape Escape
shows '各项工作' 'Esc goes home'
keys Escape Escape
shows 'F10' 'Esc does not leave the program'
keys F10
ends 0 'F10 does'
works 'the database is well' check
run find 苏日娜
like "$out" '苏日娜' 'what was typed is in it'
finish
