# The copy of the day, as cron and the first start of a day have it made.

. "$top_srcdir/tests/cli/lib.sh"

copies=$here/backups

works 'a database' -d office.db init
works 'the first copy of the day' -d office.db backup
like "$out" 'backups/office.db.2026-11-23 has been written and checked' \
	'is named by the day'
cp "$copies/office.db.2026-11-23" "$here/alone.db"
works 'it opens by itself' -d alone.db check
works 'a second one' -d office.db backup
like "$out" 'is there already' 'is not needed'
is "$(ls -A "$copies" | wc -l)" 1 'and not made'

works 'where the clock is wrong' -d office.db backup --today 2026-12-01
like "$out" 'office.db.2026-12-01' 'the day can be said'
refuses 'takes a day' -d office.db backup --today 2026-12
refuses '' -d office.db backup --today someday
for day in 02 03 04 05 06 07 08; do
	run -d office.db backup --today "2026-12-$day"
done
is "$(ls "$copies")" "$(printf 'office.db.2026-12-%s\n' \
	02 03 04 05 06 07 08)" 'the seven newest stay'

# Another process is at it: it holds the folder.
exec 9<"$copies"
flock 9
works 'while another makes it' -d office.db backup --today 2026-12-09
like "$out" 'another process is just making it' 'no second is made'
is "$(ls -A "$copies" | wc -l)" 7 'nothing was written'
exec 9<&-

# A copy that was cut short has another name, and goes with the next.
: >"$copies/.office.db.2026-12-09.a1B2c3"
works 'after one that was cut short' -d office.db backup --today 2026-12-09
is "$(ls -A "$copies" | grep -c 2026-12-09)" 1 'only the whole one is there'

finish
