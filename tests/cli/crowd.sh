# Ten processes save into one database at the same time, also while an import
# holds the lock: nothing is lost and nothing fails.  How long that takes is for
# make bench.

. "$top_srcdir/tests/cli/lib.sh"

database=$here/office.db

# crowd OPTIONS…: what tests/bench/crowd counted, in $counted.
crowd()
{
	counted=$(HOME=$work/home XDG_STATE_HOME=$work/state \
		"$top_builddir/tests/bench/crowd" "$@" "$database" 2>&1)
}

works 'the sample office' -d office.db init --sample
crowd -n 10 -c 15 -m 4
like "$counted" '^saved 150 lost 0 .* failed 0 ' \
	'ten save the same four records'
awk 'BEGIN {
	print "名称,级别"
	for (i = 1; i <= 400; i++)
		printf "第%d单位,嘎查村\n", i
}' >"$here/unit.csv"
(cd "$here" && exec env -i HOME="$work/home" PATH=/usr/bin:/bin TZ=UTC \
	LANG=C.UTF-8 LANGUAGE=en RONGHE_TEST_RUN=99 "$ronghe_test" \
	-d office.db import unit unit.csv) >"$work/imported" 2>&1 &
importer=$!
crowd -n 10 -c 15
like "$counted" '^saved 150 lost 0 .* failed 0 ' 'ten save during an import'
wait "$importer"
is $? 0 'which goes through as well' || note "$(cat "$work/imported")"
works 'the database is well' -d office.db check
finish
