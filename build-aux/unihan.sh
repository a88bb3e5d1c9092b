#!/bin/sh
# Reduces Unicode's Unihan database to the tables in share/pinyin.  For the
# maintainer, when a newer Unihan is out; the build needs only its results.
#
#	build-aux/unihan.sh [FOLDER-OF-UNIHAN] [FOLDER-OF-TABLES]

set -e
LC_ALL=C
export LC_ALL

here=$(dirname "$0")
from=${1:-/usr/share/unicode}
to=${2:-$here/../share/pinyin}
readings=$from/Unihan_Readings.txt.bz2
variants=$from/Unihan_Variants.txt.bz2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# head_of SENTENCE...: where a table comes from, as comments.
head_of()
{
	version=$(bzcat "$readings" | sed -n 's/^# Unicode version: //p')
	printf '# %s\n' "$@" \
		"Reduced from Unihan, Unicode $version, by build-aux/unihan.sh." \
		'Copyright © 1991-2022 Unicode, Inc.; see LICENSE-Unicode.txt.'
}

bzcat "$readings" "$variants" >"$work/unihan.txt"

{
	head_of 'Traditional hanzi and the one simplified form of each.'
	awk -f "$here/utf8.awk" -f "$here/unihan-simplified.awk" \
		"$work/unihan.txt"
} >"$work/simplified.tsv"

{
	head_of 'Readings, the commonest first, and all hanzi that have them.'
	awk -f "$here/utf8.awk" -f "$here/unihan-readings.awk" \
		"$work/unihan.txt" | sort
} >"$work/readings.tsv"

mv "$work"/*.tsv "$to"
