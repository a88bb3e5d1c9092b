# The harness itself, with a small stranger in the program's place.

work=$(mktemp -d) || exit 99
stranger=$work/stranger
cat >"$stranger" <<'END'
#!/bin/sh
case $1 in
where) echo "$PWD|$HOME|$TZ|$LANG|$LANGUAGE|$(ls -A)" ;;
read) cat ;;
refuse) echo 'This cannot be done; do that.' >&2; exit 1 ;;
misuse) echo 'Usage: that.' >&2; exit 2 ;;
babble) printf 'one\ntwo\n' >&2; exit 1 ;;
esac
END
chmod +x "$stranger"
stranger_home=$work
RONGHE_TEST=$stranger
. "$top_srcdir/tests/cli/lib.sh"
trap 'rm -rf "$work" "$stranger_home"' EXIT

# Runs a check and says whether it failed; what it reports is not counted.
fails()
{
	! (unset tap_count; tap_count=0; "$@") >/dev/null
}

run where
is "$out" "$here|$work/home|Asia/Shanghai|C.UTF-8|en|" \
	'the place is empty and the same everywhere'
in_language zh_CN where
like "$out" '[|]zh_CN[|]' 'in another language'
run where
like "$out" '[|]en[|]' 'and only once'
echo 融合 >"$here/text"
run_with "$here/text" read
is "$out" 融合 'a file is standard input'
works 'reading works' read
refuses 'cannot be done' refuse
misused '^Usage' misuse
ok 'other words fail' fails refuses 'can be undone' refuse
ok 'another status fails' fails refuses '^Usage' misuse
ok 'two lines fail' fails refuses 'one' babble
ok 'a refusal is no work' fails works 'refusing' refuse
ok 'unlike texts fail' fails is a b 'unlike'
ok 'a pattern not found fails' fails like a b 'unlike'
finish
