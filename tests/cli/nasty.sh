# Ten strings that would harm a terminal: what reaches one is cleaned, what
# goes into a pipe is as it is.

. "$top_srcdir/tests/cli/lib.sh"

# on_terminal COMMAND: runs it in sh with $program and $nasty on a terminal of
# its own; leaves $out, both streams.
on_terminal()
{
	out=$(cd "$here" && env -i HOME="$work/home" PATH=/usr/bin:/bin \
		TZ=Asia/Shanghai LANG=C.UTF-8 LANGUAGE=en TERM=dumb \
		RONGHE_TEST_RUN=1000 ASAN_OPTIONS="${ASAN_OPTIONS-}" \
		program="$ronghe_test" nasty="$nasty" \
		script -qec "$1" /dev/null </dev/null | tr -d '\r')
}

# A byte that no terminal may get: C0 but line ends and tabs, DEL, C1 and the
# marks that turn a line round, in UTF-8.
harmful=$(printf '[\001-\010\013-\037\177]|\302[\200-\237]|\330\234|')
harmful=$harmful$(printf '\342\200[\216\217\252-\256]|\342\201[\246-\251]')

harmless()
{
	! printf '%s\n' "$out" | LC_ALL=C grep -Eq -e "$harmful"
}

harmed()
{
	! harmless
}

works 'a database' init
printf '姓名,备注\n单\342\200\256国栋,\342\201\246红\n' >"$here/nasty.csv"
works 'a member with such a name' import member nasty.csv
works 'is shown' find 单
id=$(cut -f 2 "$work/out")
for command in "find 单" "show $id" "history $id" 'export member'; do
	# shellcheck disable=SC2086
	works "$command in a pipe" $command
	ok 'is as it was' grep -q "$(printf '单\342\200\256国栋')" "$work/out"
	nasty=
	on_terminal "\"\$program\" $command"
	like "$out" '单.+国栋' "$command on a terminal"
	ok 'is harmless' harmless
done
out=$(printf 'a\302\233b')
ok 'harm would be seen' harmed
n=0
for spelled in '\033[31mred' '\033]0;title\007' '\302\2333mcsi' \
	'\302\235osc\302\234' '\342\200\256turned' '\342\201\246isolated' \
	'\342\200\217mark' 'del\177' 'back\010\010' 'over\rwritten'; do
	n=$((n + 1))
	# shellcheck disable=SC2059
	nasty=a$(printf "$spelled")b
	works "$n: a copy of that name" backup "$nasty.db"
	ok "$n: unchanged in a pipe" grep -qF "copy $nasty.db has" "$work/out"
	rm "$here/$nasty.db"
	on_terminal '"$program" backup "$nasty.db"'
	like "$out" '^The copy a.*b.db has been written' \
		"$n: stands on the terminal"
	ok "$n: harmless there" harmless
	on_terminal '"$program" types "$nasty"'
	like "$out" 'no record type .a.*b.;' "$n: in a refusal as well"
	ok "$n: harmless there" harmless
	rm "$here/$nasty.db"
done
finish
