# While nothing happens nothing is sent, and the first screen is small.

. "$top_srcdir/tests/term/lib.sh"

works 'the sample office' init --sample

plays 'nothing is sent in two seconds of Home, list, form and menu' \
	--operator kqy <<END
expect 各项工作
still 2000
count first
type 1
expect 阿拉坦其木格
still 2000
type %0e
expect 与身份证一致
still 2000
type %1b9
still 2000
kill
END
first=$(awk '$1 == "first" { print $2 }' "$work/counts")
note "the first screen takes $first bytes"
ok 'the first screen takes at most two thousand bytes' [ "$first" -le 2000 ]
finish
