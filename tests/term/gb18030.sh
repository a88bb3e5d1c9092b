# In a locale of GB18030 hanzi come and go in that encoding.

. "$top_srcdir/tests/term/lib.sh"

mkdir "$work/locales"
localedef -i zh_CN -f GB18030 "$work/locales/zh_CN.GB18030" \
	>"$work/said" 2>&1
[ -f "$work/locales/zh_CN.GB18030/LC_CTYPE" ] ||
	skip_all 'localedef has no zh_CN or no GB18030 here'
works 'the sample office' init --sample

locale=zh_CN.GB18030
extra=LOCPATH=$work/locales
iconv -f UTF-8 -t GB18030 >"$work/script" <<END
expect 各项工作
expect F10
type 1
expect 阿茹罕
type %0e
expect 姓名首字母
type 苏日娜·㐂%0c
expect 苏日娜
type %1b2
expect 已保存：苏日娜
kill
END
plays 'a form in GB18030' --operator kqy <"$work/script"
ok 'the screen is GB18030' iconv -f GB18030 -t UTF-8 -o "$work/utf8" \
	"$work/bytes"
unset locale
extra=
run find '苏日娜'
like "$out" '苏日娜·㐂' 'the name is the one that was typed'
finish
