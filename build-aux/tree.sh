#!/bin/sh
# Prints the tree of src for HACKING: every module with the first sentence of
# its header, or of its source where it has no header.  Files named after a
# module (text_cols.c, text.h) stand beside it.
# Usage: tree.sh TOP-OF-THE-SOURCES

cd "$1" || exit 1
export LC_ALL=C

# The comment at the beginning of a file, its first sentence.
sentence()
{
	awk '
		/^\/\*/ { inside = 1 }
		!inside || /^ *\*? *$/ && text != "" { exit }
		{
			line = $0
			sub(/^ ?\/?\*+\/? ?/, "", line)
			last = sub(/ *\*\/.*/, "", line)
			text = text (text == "" ? "" : " ") line
			if (last)
				exit
		}
		END {
			gsub(/[ \t]+/, " ", text)
			sub(/^ /, "", text)
			sub(/:$/, ".", text)
			if (match(text, /[.?]( |$)/))
				text = substr(text, 1, RSTART)
			print text
		}' "$1"
}

# The module to which a file belongs: its own header's, or that of the longest
# beginning of its name which has one, or itself.
module()
{
	stem=${1%.*}
	while [ ! -f "$stem.h" ]; do
		case ${stem##*/} in
		*_*) stem=${stem%_*} ;;
		*) break ;;
		esac
	done
	[ -f "$stem.h" ] || stem=${1%.*}
	echo "$stem"
}

for folder in src src/base src/store src/records src/exchange src/tui \
	src/cli src/screens; do
	[ -d "$folder" ] || continue
	[ "$folder" = src ] || echo
	echo "$folder/"
	for file in "$folder"/*.[ch]; do
		[ ! -f "$file" ] || echo "$(module "$file") $file"
	done | sort | awk '
		{ if ($1 != last) { if (last) print ""; printf "%s", $1 }
			last = $1; printf " %s", $2 }
		END { if (last) print "" }' |
	while read -r stem files; do
		names=
		for file in $files; do
			names="$names${names:+ }${file##*/}"
		done
		about=${files%% *}
		[ ! -f "$stem.h" ] || about=$stem.h
		printf '%s: %s\n' "$names" "$(sentence "$about")" |
			fold -s -w 70 |
			sed -e 's/ *$//' -e '1s/^/    /' -e '2,$s/^/        /'
	done
	for file in "$folder"/schema/*.sql; do
		[ ! -f "$file" ] || printf '    schema/%s: %s\n' \
			"${file##*/}" "$(sed -n '1s/^-- //p' "$file")" |
			fold -s -w 70 | sed -e 's/ *$//' -e '2,$s/^/        /'
	done
done
