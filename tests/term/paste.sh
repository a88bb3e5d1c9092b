# A page that is pasted into a field, a list and long text, with the brackets
# of a paste and without, becomes text: no line of it is taken for a key, and
# what does not fit is said.

. "$top_srcdir/tests/term/lib.sh"

# A line of the page names a key in every way that a list would obey.
page=
n=0
while [ "$n" -lt 60 ]; do
	n=$((n + 1))
	page="${page}第${n}行 q 9 巴特尔，？/%0d"
done

# pastes BEGIN END NAME
pastes()
{
	plays "$3: a field takes what fits" --operator kqy <<-END
		expect 各项工作
		expect F10
		type 1
		expect 阿茹罕
		type %0e
		expect 姓名首字母
		type $1$page$2
		expect 放不下
		type %0c
		expect 第5行
		type %1b
		wait 50
		type %1b
		expect 已存为草稿
		kill
	END
	plays "$3: a list looks for it" --operator kqy <<-END
		expect 各项工作
		expect F10
		type 1
		expect 阿茹罕
		type $1$page$2%0c
		expect 第60行
		kill
	END
	plays "$3: long text takes all of it" --operator kqy <<-END
		expect 各项工作
		expect F10
		type 1
		expect 阿茹罕
		type %0e
		expect 姓名首字母
		type 苏日娜
		type %1b[6~%1b[6~%1b[B%1b[B%0c
		expect 备注
		type $1$page$2%0c
		expect 第60行
		type %1b2
		expect 已保存
		kill
	END
}

works 'the sample office' init --sample
pastes '%1b[200~' '%1b[201~' 'in brackets'
pastes '' '' 'without brackets'
run export member
is "$(printf '%s\n' "$out" | grep -c '巴特尔，？/')" 120 \
	'every line is in the records'
finish
