# A day's work under valgrind: no byte read before it is written, nothing used
# after it is freed, nothing left behind.

. "$top_srcdir/tests/cli/lib.sh"

[ -n "${VALGRIND-}" ] || skip_all 'valgrind is missing'

cat >"$work/under" <<END
#!/bin/sh
exec "$VALGRIND" -q --leak-check=full --errors-for-leak-kinds=definite \\
	--error-exitcode=99 "$ronghe_test" "\$@"
END
chmod +x "$work/under"
ronghe_test=$work/under
files=$top_srcdir/share/sample/files

works 'init' init
works 'a plan' import member "$files/wrong-fifteen.csv" --dry-run
works 'an import without the wrong rows' import member \
	"$files/wrong-fifteen.csv" --skip-bad --rejects back.csv
works 'an import of GB 18030' import member --roster --skip-bad \
	"$files/roster-wps-gb18030.csv"
refuses 'cannot be opened' import member "$files/absent.csv"
works 'find' find 1599
works 'export' export member -
works 'history' history
change=$(printf '%s\n' "$out" | sed -n '1s/[ 	].*//p')
works 'undo' undo "$change"
works 'redo' redo
works 'check' check
finish
