# What the program says where it cannot have the database, and that the file
# stays as it was.

. "$top_srcdir/tests/cli/lib.sh"

db=$work/home/data/ronghe/ronghe.db
program=$ronghe_test

# keep, and then untouched NAME: the database is as it was when kept.
keep()
{
	cp "$db" "$work/before"
}

untouched()
{
	cmp -s "$db" "$work/before"
	tap_report $? "$1"
}

for command in 'find a' 'show 0K3M9QX-1F' 'history' 'undo 0K3M9QX-1F' redo \
	check 'backup copy.db' 'export member'; do
	# shellcheck disable=SC2086
	refuses 'There is no database at .*; ronghe init makes one' $command
done
is "$(ls -A "$work/home")" '' 'nothing was made'
refuses 'There is no database at other.db' -d other.db check
refuses 'copy.db does not exist' restore copy.db

# A disk that is full before the sample office is in.
cat >"$work/full-disk" <<END
#!/bin/sh
trap '' XFSZ
ulimit -f 600
exec "$program" "\$@"
END
chmod 700 "$work/full-disk"
ronghe_test=$work/full-disk
refuses 'disk could not be' init --sample
ronghe_test=$program
ok 'half a sample office does not stay' test ! -e "$db" -a ! -e "$db-wal"

refuses 'need a terminal'
works 'init makes the database' init
refuses 'exists already' init
works 'it is well' check
works 'it is well without the structure' check --quick

mv "$db" "$work/kept"
printf 'no database at all, but a text\n' >"$db"
keep
refuses 'is not a database' check
untouched 'a text stays a text'
: >"$db"
refuses 'is empty' history
dd if="$work/kept" of="$db" bs=4096 count=3 2>"$work/dd"
keep
refuses 'database is damaged; nothing was changed' history
untouched 'a cut database stays as it is'

# application_id is at byte 68 of the header, user_version at byte 60.
cp "$work/kept" "$db"
printf '\001\002\003\004' |
	dd of="$db" bs=1 seek=68 conv=notrunc 2>"$work/dd"
keep
refuses 'is a database of another program' history
untouched 'the database of another program stays as it is'
cp "$work/kept" "$db"
printf '\000\000\003\347' |
	dd of="$db" bs=1 seek=60 conv=notrunc 2>"$work/dd"
keep
refuses 'newer program \(its schema is 999, this program knows [0-9]+\)' \
	history
untouched 'the database of a newer program stays as it is'
cp "$work/kept" "$db"

exec 9>>"$db-session"
flock 9
refuses 'being restored' history
refuses 'still open' restore "$work/kept"
exec 9>&-
works 'and then it opens again' history

exec 9>>"$db-session"
flock -s 9
refuses 'still open' restore "$work/kept"
exec 9>&-

works 'a backup is written' backup copy.db
like "$out" 'copy.db has been written' 'and named'
refuses 'copy.db exists already' backup copy.db
works 'a backup opens by itself' -d copy.db check
works 'restore puts it in place' restore copy.db
like "$out" 'kept as .*before-20261123-090000' 'and names what was there'
works 'the restored one is well' check
printf 'no database' >"$here/text"
keep
refuses 'damaged or no database' restore text
untouched 'a refused restore changes nothing'

# Root may write everywhere, so that it becomes nobody for this.
works 'the database for reading' -d "$here/shown/a.db" init
if [ "$(id -u)" -eq 0 ]; then
	cat >"$work/nobody" <<END
#!/bin/sh
exec setpriv --reuid 65534 --regid 65534 --clear-groups "$ronghe_test" "\$@"
END
	chmod 755 "$work/nobody" "$work" "$here" "$here/shown"
	ronghe_test=$work/nobody
fi
chmod 444 "$here"/shown/*
chmod 555 "$here/shown"
works 'a database for reading only is read' -d shown/a.db history
refuses 'may read the database but not write' -d shown/a.db export member --full
chmod 755 "$here/shown"
ronghe_test=$program

refuses 'whole number from 1' find a --limit 0
refuses 'whole number from 1' find a --limit 12x
refuses 'whole number from 1' find a --limit -3
refuses 'Nothing to look for' find ' '
refuses 'Nothing fits' find 无此人
refuses 'is no id' show nothing
refuses 'no record 0K3M9QX-1F' show 0K3M9QX-1F
refuses 'neither a record nor a change' history 0K3M9QX-1F
refuses 'no change 0K3M9QX-1F' undo 0K3M9QX-1F
refuses 'no change 0K3M9QX-1F' redo 0K3M9QX-1F
refuses 'No change stands undone' redo
refuses 'No operator is called .胡斯冷.' --operator 胡斯冷 history
refuses 'no record type .person.' export person
refuses 'takes utf-8-bom, utf-8 or gb18030' export member --encoding utf-16
refuses 'takes FIELD=VALUE' export member --where name
refuses 'no field .foo.' export member --where foo=1
refuses 'not one of the words' export member --where 性别=3
refuses 'No record of the type Party branch' \
	export member --where 所在党支部=无
for command in 'export member' backup; do
	# shellcheck disable=SC2086
	refuses '(^|/)none does not exist' $command none/out
done
works 'an empty type has a header alone' export member out.csv
refuses 'out.csv exists already' export member out.csv
is "$(wc -l <"$here/out.csv")" 1 'which stands in the file'
works 'every type goes into a folder' export all folder
is "$(ls "$here/folder" | wc -l)" 32 'one file each'
refuses 'exists already' export all folder

full=$(cd "$here" && HOME=$work/home LANGUAGE=en "$ronghe_test" history --help \
	2>&1 >/dev/full)
is "$?" 1 'a full disk behind standard output is a failure'
like "$full" 'disk is full' 'and is said'
finish
