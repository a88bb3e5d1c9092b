# What a key costs on the line, in bytes to an xterm-256color of 80x24: what a
# line of 9,600 baud must carry.  Each test says the aim and notes the figure.

. "$top_srcdir/tests/term/lib.sh"

# repeat N LINES: the lines, N times over.
repeat()
{
	repeat_n=$1
	while [ "$repeat_n" -gt 0 ]; do
		repeat_n=$((repeat_n - 1))
		printf '%s\n' "$2"
	done
}

# key NAME TEXT: lines that send it, wait for what it draws and count that.
key()
{
	printf 'type %s\nstill 40\ncount %s' "$2" "$1"
}

# at_most AIM NAME SENTENCE: the mean of what was counted under that name.
at_most()
{
	mean=$(awk -v name="$2" '$1 == name { n++; sum += $2 }
		END { print (n ? int((sum + n - 1) / n) : "none") }' \
		"$work/counts")
	note "$3 takes $mean of $1 bytes"
	[ "$mean" -le "$1" ]
	tap_report $? "$3 takes at most $1 bytes"
}

down='%1b[B'
end='%1b[F'
first='%1b[H'
page='%1b[6~'

# plays_list NAME: Home, the list of members and every way through it.
plays_list()
{
	plays "$1" --operator kqy <<-END
		expect 各项工作
		still 300
		count home
		$(key list 1)
		$(repeat 10 "$(key row "$down")")
		$(repeat 9 "$(key rest "$down")")
		$(repeat 10 "$(key scroll "$down")")
		$(key page "$page")
		$(key page "$page")
		$(key end "$end")
		$(key rest "$first")
		$(key rest /)
		$(key letter w)
		kill
	END
}

works 'the sample office' init --sample
plays 'the first start of the day makes its copy' --operator kqy <<END
expect 各项工作
still 300
kill
END
plays_list 'keys in a list'
at_most 2400 home 'the first screen, Home,'
at_most 2400 list 'the first screen of a list'
at_most 60 row 'a row inside the page'
at_most 160 scroll 'scrolling by a row'
at_most 1900 page 'a page'
at_most 2000 end 'the last page'
at_most 1400 letter 'a letter in the search'

plays 'typing in the search box of Home' --operator kqy <<END
expect 各项工作
$(key rest /)
$(key filled z)
$(key box h)
$(key box a)
kill
END
# the first letter fills an empty screen, as a page does
at_most 1900 filled 'the first letter in the search box of Home'
at_most 1400 box 'a letter in the search box of Home'

plays 'typing in a form' --operator kqy <<END
expect 各项工作
type 1
expect 阿茹罕
type %0e
expect 姓名首字母
type %1b[200~布%1b[201~
still 300
count before
$(repeat 20 "$(key field a)")
kill
END
at_most 30 field 'a letter in a field'

mkdir -p "$work/home/config/ronghe"
printf 'xterm-256color.colour = 1\nxterm-256color.slow_line = 1\n' \
	>"$work/home/config/ronghe/terminals"
plays_list 'keys in a list on a slow line'
at_most 20 row 'a row on a slow line'
at_most 130 scroll 'scrolling by a row on a slow line'
finish
