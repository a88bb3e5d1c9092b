# Keys as terminals really spell them, also where a line cuts them in two, and
# whatever TERM says.  After each key the screen is painted anew (Ctrl-L), so
# that what is looked for comes in one piece.

. "$top_srcdir/tests/term/lib.sh"

works 'the sample office' init --sample

# opens_help FIRST REST NAME: that F1 is F1, whole and in two.
opens_help()
{
	plays "$3 under TERM=$terminal" --operator kqy <<-END
		expect 各项工作
		expect F10
		type $1$2%0c
		expect 这里可用的键
		type q%0c
		expect 各项工作
		type $1
		soon 50
		type $2%0c
		expect 这里可用的键
		type q%0c
		expect 各项工作
		type q
		end
	END
}

# goes_to_begin SPELLING NAME: that Home is Home in a field, and leaves no text.
goes_to_begin()
{
	plays "$2 under TERM=$terminal" --operator kqy <<-END
		expect 各项工作
		expect F10
		type 1
		expect 出生日期
		type %0e
		expect 姓名首字母
		type 日娜
		type %1b
		soon 50
		type $1苏%0c
		expect 苏日娜
		type %1b
		wait 50
		type %1b%0c
		expect 草稿
		type %1b
		wait 50
		type %1b%0c
		expect 份草稿
		expect 各项工作
		type q
		end
	END
}

for terminal in xterm-256color linux vt100 putty; do
	opens_help '%1b[1' '1~' 'F1 of PuTTY and rxvt'
	opens_help '%1b[' '[A' 'F1 of linux'
	opens_help '%1b' 'OP' 'F1 of vt100 and xterm'
	goes_to_begin '[1~' 'Home of PuTTY and linux'
	goes_to_begin '[7~' 'Home of rxvt'
	goes_to_begin 'OH' 'Home of xterm'
done

terminal=xterm-256color
plays 'what no terminal sends is swallowed whole' --operator kqy <<END
expect 各项工作
expect F10
type 1
expect 出生日期
type %0e
expect 姓名首字母
type 苏%1b[99;5;3~%1b]52;c;cXE=%07%1bP1$r0m%1b%5c%1b[?64;1c%1b_x%1b%5c日娜%0c
expect 苏日娜
type %1b%1b
expect 已存为草稿
kill
END
finish
