# CSV out of the sample office.

. "$top_srcdir/tests/cli/lib.sh"

works 'the sample office is made' init --sample
works 'members to standard output' export member
is "$(head -c 3 "$work/out" | od -An -tx1)" ' ef bb bf' 'with a mark in front'
like "$out" '^"[0-9A-Z]+-[0-9A-Z]+","单国栋","sgd"' 'id first'
is "$(grep -c '159903\*\*' "$work/out" | sed 's/^[1-9].*/some/')" some \
	'numbers masked'
is "$(grep -c 159903195205037977 "$work/out")" 0 'none whole'
is "$(grep -vc "$(printf '\r')\$" "$work/out")" 0 'lines end as RFC 4180 says'

works 'into a file' export 党员 roster.csv --full
like "$out" '194 records were written to roster.csv' 'with the count'
ok 'the numbers whole' grep -q 159903195205037977 "$here/roster.csv"
works 'it is noted' history
is "$(sed -n 1p "$work/out" | cut -f 4)" 'numbers exported' 'first in the list'
change=$(sed -n 1p "$work/out" | cut -f 1)
works 'with what' history "$change"
like "$out" 'numbers whole to roster.csv$' 'and where to'

works 'no mark on request' export unit --encoding utf-8
is "$(head -c 4 "$work/out")" '"id"' 'begins with the header'
works 'GB18030 on request' export member gb.csv --encoding gb18030
ok 'which reads as such' sh -c \
	'iconv -f gb18030 -t utf-8 "$1" | grep -q 单国栋' - "$here/gb.csv"
works 'words' export member --encoding utf-8
like "$out" ',"on the roster",' 'are the usual way'
works 'codes on request' export member --encoding utf-8 --codes
is "$(grep -c ',"on the roster",' "$work/out")" 0 'no word then'
in_language zh_CN export member
like "$out" '"编号","姓名"' 'Chinese headers'

works 'one sex' export member --where sex=女 --encoding utf-8
is "$(grep -c ',"male",' "$work/out")" 0 'no other'
women=$(wc -l <"$work/out")
works 'the other' export member --where 性别=1 --encoding utf-8
is "$((women + $(wc -l <"$work/out")))" 196 'add up to all'
works 'two conditions, a branch by its name' export member --encoding utf-8 \
	--where 所在党支部=敖伦高勒社区党支部 --where 姓名=单国栋
is "$(wc -l <"$work/out")" 2 'find one'
works 'what is empty' export member --where idno= --encoding utf-8
is "$(wc -l <"$work/out")" 2 'is one without a number'

works 'everything into a folder' export all office --full
is "$(ls "$here/office" | sed 's/\.csv$//' | tr '\n' ' ')" \
	"agenda_item amendment attachment attendance branch $(
	)checklist_result checklist_run discussion evidence leader $(
	)meeting meeting_kind member membership office operator $(
	)phrase rectification rectification_item rectification_note $(
	)resolution ruling standard standard_group standard_item task $(
	)task_note union_org union_unit unit vote vote_rule " 'one file a type'
works 'an empty database' -d other.db init
works 'takes all of it' -d other.db import all office
works 'and gives it back' -d other.db export all again --full
for file in "$here"/office/*.csv; do
	ok "the same bytes in ${file##*/}" cmp "$file" \
		"$here/again/${file##*/}"
done
works 'once more' -d other.db import all office
like "$out" 'nothing to change in office' 'changes nothing'
works 'the copy is well' -d other.db check

# What refers to a record says so in words that lead back to it, but for an item
# of a check, whose words are the same in every check.
python3 - "$here/office" "$here/named" <<'END'
import csv, os, sys
old, new = sys.argv[1:]
os.mkdir(new)
for name in ('task', 'union_unit', 'leader', 'membership'):
    with open(f'{old}/{name}.csv', encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file))
    kept = [i for i, word in enumerate(rows[0])
            if word not in ('id', 'checklist_result') and
            not word.endswith('_id')]
    with open(f'{new}/{name}.csv', 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows([row[i] for i in kept] for row in rows)
END
for type in task union_unit leader membership; do
	works "$type without ids" import "$type" "named/$type.csv" --dry-run
	like "$out" '^unchanged	[1-9]' 'is recognised'
	is "$(grep -cE '^(new|changed|rejected|doubtful)	[1-9]' "$work/out")" \
		0 'and nothing else'
done

# The bytes of a file name are no text; the journal holds text alone.
odd=$(printf 'a\377\033b')
works 'to a name that is no text' export office "$odd.csv" --full
works 'the newest change' history
works 'says where to' history "$(sed -n '1s/	.*//p' "$work/out")"
like "$out" 'exported with the numbers whole to a\\xFF.*b\.csv$' 'in words'
ok 'and in UTF-8' iconv -f utf-8 -t utf-8 -o "$work/utf8" "$work/out"
ok 'without controls' test -z "$(tr -d '\t\n -~\200-\377' <"$work/out")"
works 'the same file' import office "$odd.csv"
is "$(iconv -f utf-8 -t utf-8 "$work/out" | tail -n 1)" \
	"$(tail -n 1 "$work/out")" 'comes back under such a name'

# Names from an old stick: bytes of GB 18030.
old=$(printf '\303\373\262\341')
works 'to a name in GB 18030' export office "$old.csv"
like "$out" 'written to 名册\.csv\.$' 'which is told in hanzi'
works 'a copy' backup "$old.db"
like "$out" 'The copy 名册\.db has' 'likewise'
run backup "$old.db"
is "$err" '名册.db exists already.' 'and in a refusal'
run import all "$old"
like "$err" '^名册 ' 'of a folder as well'
run -d "$old/none.db" history
like "$err" '^There is no database at 名册/none\.db;' 'and of a database'
finish
