# Ten names that would harm a terminal stand in the database: on the screens
# and on the command line they are shown, and none of their bytes comes.

. "$top_srcdir/tests/term/lib.sh"

# harmless FILE: no C1 control, no mark that turns a line round, and none of
# what the names would have the terminal do.
harmless()
{
	! LC_ALL=C grep -aEq -e "$harmful" "$1"
}

harmful=$(printf '\302[\200-\237]|\330\234|\342\200[\216\217\252-\256]')
harmful="$harmful|$(printf '\342\201[\246-\251]|\033\\[31m红|\033\\[2J红')"
harmful="$harmful|$(printf '\033\\]|\033c|\177|\033P|\007')"

works 'the sample office' init --sample
set --
for spelled in '\033[31m' '\033[2J' '\033]0;title\007' '\033c' '\033P1$r\033\\' \
	'\302\2332J' '\302\235osc\302\234' '\342\200\256' '\342\201\246' \
	'\177\342\200\217'; do
	# shellcheck disable=SC2059
	set -- "$@" "恶$(printf "$spelled")红"
done
for name; do
	printf '%s\n' "$name" >"$work/name"
	ok 'a nasty name is known as one' not harmless "$work/name"
done
ok 'they stand in the database' "$top_builddir/tests/term/spoil" \
	"$work/home/data/ronghe/ronghe.db" "$@"

plays 'list, form, history and search show them' --operator kqy <<END
expect 各项工作
expect F10
type 1
expect 恶
type %0d
expect 姓名首字母
type %1b5
expect 旧值
type q
expect 姓名首字母
type %1b
wait 50
type %1b
expect 出生日期
type %1b8
expect 移除“恶
type %1b%1b
kill
END
ok 'and nothing of them harms' harmless "$work/bytes"

: >"$work/bytes"
for command in 'find 阿' 'export member' 'history'; do
	run_in=in_pty
	# The command is several words.
	# shellcheck disable=SC2086
	program $command >"$work/counts" 2>"$work/said" <<-END
		end
	END
	is "$(cat "$work/said")" '' "$command works on a terminal"
done
ok 'find shows them' grep -q '恶' "$work/bytes"
ok 'and nothing of them harms there' harmless "$work/bytes"
finish
