# While nothing happens nothing is sent, and the program sleeps.

. "$top_srcdir/tests/term/lib.sh"

# said NAME: what the script counted under it.
said()
{
	awk -v name="$1" '$1 == name { print $2 }' "$work/counts"
}

works 'the sample office' init --sample

plays 'nothing is sent in two seconds of Home, list, form and menu' \
	--operator kqy <<END
expect 各项工作
still 2000
type 1
expect 阿拉坦其木格
still 2000
count before
wakes before
still 3000
count list
wakes asleep
type %0e
expect 与身份证一致
still 2000
type %1b9
still 2000
kill
END
is "$(said list)" 0 'not a byte of a list in three seconds'
note "woken $(said asleep) times"
ok 'it wakes up at most once a second' [ "$(said asleep)" -le 4 ]
finish
