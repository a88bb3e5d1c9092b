# Databases of earlier versions: each is brought up to date with its backup
# made first, is well, and can be read, searched and written in.

. "$top_srcdir/tests/cli/lib.sh"

[ -n "${SQLITE_SHELL-}" ] || skip_all 'the sqlite3 shell is missing'

# restore TEXT DATABASE
restore()
{
	"$SQLITE_SHELL" -bail "$2" <"$1"
}

# number DATABASE: of its schema.
number()
{
	"$SQLITE_SHELL" "$1" 'PRAGMA user_version'
}

# schema DATABASE: its tables, views and indexes.
schema()
{
	"$SQLITE_SHELL" "$1" "SELECT sql FROM sqlite_schema
		WHERE sql <> '' AND name NOT LIKE 'sqlite%' ORDER BY name"
}

# was_kept DATABASE NUMBER: the copy that was made before the first step.
was_kept()
{
	kept=$1.before-update-$(printf '%03d' "$2")-1
	is "$(number "$here/$kept")" "$2" 'the backup is of the old schema'
	works 'and opens' -d "$kept" check
}

# serves DATABASE: a day's work in it.
serves()
{
	works 'it is well' -d "$1" check
	works 'a name is found' -d "$1" find 单国栋
	works 'initials are' -d "$1" find sgd
	like "$out" '	单国栋	name: initials	' 'as those of the name'
	refuses 'Nothing fits' -d "$1" find 尉迟远
	works 'members are exported' -d "$1" export member --encoding utf-8
	is "$(grep -Eo '白玉梅|单国栋|仇桂兰|尉迟远' "$work/out" | tr '\n' ' ')" \
		'白玉梅 单国栋 仇桂兰 ' 'all of them'
	like "$out" ',"单国栋",.*家属院3号楼' 'one of them as changed'
	works 'the undo is taken back' -d "$1" --operator 康巧云 redo
	works 'who was removed' -d "$1" find 尉迟远
	like "$out" '尉迟远' 'is back'
	works 'and it is well still' -d "$1" check
}

works 'a database of this version' init
new=$work/home/data/ronghe/ronghe.db
for dump in "$top_srcdir"/tests/upgrade/*.sql; do
	old=$(basename "$dump" .sql).db
	ok "$old is as it was" restore "$dump" "$here/$old"
	before=$(number "$here/$old")
	works 'opens' -d "$old" history
	is "$(number "$here/$old")" "$(number "$new")" 'is brought up to date'
	is "$(schema "$here/$old")" "$(schema "$new")" \
		'as if it had been made now: no step was edited'
	[ "$before" -eq "$(number "$new")" ] || was_kept "$old" "$before"
	serves "$old"
done
finish
