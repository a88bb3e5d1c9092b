# build-aux/codes.awk: lists become C, and a slip in one stops the build.

. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# codes FILE…: what the script makes of lists in the working folder.
codes()
{
	LC_ALL=C ${AWK:-awk} -v root="$work/" \
		-f "$top_srcdir/build-aux/codes.awk" "$@" 2>&1
}

# list NAME LINE…: a list with the usual header.
list()
{
	file=$work/$1.csv
	shift
	printf '%s\n' code,en,zh,also,source "$@" >"$file"
}

list bit '0,no,否,,own' '1,yes,是,对|行,own'
list side '1,left,左,,own'
is "$(codes bit.csv side.csv)" '/* Made by build-aux/codes.awk from share/codes. */
#include "records/codes.h"

static const struct code bit[] = {
	{"0", "no", "否",
		""},
	{"1", "yes", "是",
		"对|行"},
};

static const struct code side[] = {
	{"1", "left", "左",
		""},
};

const struct code_list code_lists[] = {
	{"bit", bit, 2},
	{"side", side, 1},
};
const size_t code_lists_n = 2;' 'lists become arrays'

# refuses SENTENCE NAME LINE…
refuses()
{
	sentence=$1
	shift
	list "$@"
	if output=$(codes "$1.csv"); then
		is "$output" '' "refused: $sentence"
	else
		like "$output" "$sentence" "refused: $sentence"
	fi
}

refuses 'not five plain values' bad '1,a,甲,,own,more'
refuses 'not five plain values' bad '1,"a",甲,,own'
refuses 'not five plain values' bad "$(printf '1,a,甲,,own\r')"
refuses 'only the further words' bad '1,,甲,,own'
refuses 'an empty or doubled word: 甲' bad '1,a,甲,,own' '2,b,乙,甲,own'
refuses 'an empty or doubled word: b' bad '1,a,甲,,own' '2,b,乙,B,own'
refuses 'an empty or doubled word: $' bad '1,a,甲,乙||丙,own'
refuses 'bad is empty' bad

output=$(codes side.csv bit.csv)
like "$output" 'bit.csv:1: not in the order of names' 'the order is kept'
printf 'code,zh\n1,甲\n' >"$work/bad.csv"
like "$(codes bad.csv)" 'another header' 'the header is read'
ok 'every list of the program is named in local.mk' \
	sh -c 'for file in "$1"/share/codes/*.csv; do
		grep -Fq "share/codes/${file##*/}" "$1/src/records/local.mk" ||
			exit 1
	done' sh "$top_srcdir"
finish
