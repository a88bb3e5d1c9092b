# The floors hold: who includes what, who may print, exit and speak SQL, how
# long things are, and that every module has its test.  tests/exceptions names
# what is let through, and why.

. "$top_srcdir/tests/tap.sh"

rules='floors libraries silent exits sql long-file long-function untested'

# offences TREE: every line that breaks a rule, RULE FILE:LINE what.
offences()
(
	cd "$1" || exit 1
	find src -name '*.[ch]' | LC_ALL=C sort |
		LC_ALL=C xargs "${AWK:-awk}" -f "$floors_awk"
	for floor in base store records exchange tui; do
		find "src/$floor" -name '*.c' 2>/dev/null
	done | LC_ALL=C sort | while read -r source; do
		test=tests/unit/$(module "${source%.c}")
		[ -f "tests/unit/${source#src/}" ] ||
			[ -f "$test.c" ] || part_tested "$test" ||
			echo "untested $source:1 no $test.c"
	done
)

# part_tested TEST: has a part of the module a test, TEST_part.c?  What has a
# header of its own is another module.
part_tested()
{
	for part in "$1"_*.c; do
		own=${part#tests/unit/}
		[ -f "$part" ] && [ ! -f "src/${own%.c}.h" ] && return 0
	done
	return 1
}

# module STEM: without the src/ in front, and without _part at its end where a
# module was cut into several files behind one header (text_cols.c, text.h).
module()
{
	stem=$1
	while [ ! -f "$stem.h" ]; do
		case ${stem##*/} in
		*_*) stem=${stem%_*} ;;
		*) stem=$1; break ;;
		esac
	done
	echo "${stem#src/}"
}

# excepted: leaves out the lines that tests/exceptions lets through.
excepted()
{
	"${AWK:-awk}" '
		NR == FNR { if ($0 !~ /^#/ && NF > 2) through[$1, $2]; next }
		{ place = $2; sub(/:[0-9]+$/, "", place) }
		!(($1, place) in through)' "$top_srcdir/tests/exceptions" -
}

# of RULE OFFENCES: those that break the one rule.
of()
{
	printf '%s\n' "$2" | grep "^$1 "
}

floors_awk=$(cd "$top_srcdir" && pwd)/tests/floors.awk
raw=$(offences "$top_srcdir")
all=$(printf '%s\n' "$raw" | excepted)
for rule in $rules; do
	is "$(of "$rule" "$all")" '' "the sources keep the rule: $rule"
done

# Every exception names something that is there and breaks its rule.
stale=$(grep -v '^#' "$top_srcdir/tests/exceptions" |
	while read -r rule place reason; do
		printf '%s\n' "$raw" | grep -Fq "$rule $place:" ||
			echo "$rule $place $reason"
	done)
is "$stale" '' 'every exception is needed'

# A small tree in which each rule is broken once, to see that it is found.
bad=$(mktemp -d) || exit 99
trap 'rm -rf "$bad"' EXIT
mkdir -p "$bad/src/base" "$bad/src/tui" "$bad/src/cli"
cat >"$bad/src/base/bad.c" <<'END'
#include <curses.h>
#include "store/store.h"
/* printf("a comment is no call") */
static const char *text = "exit(1) and /* stdout */ in a string";
void f(void) { printf("x"); }
void g(void) { exit(1); }
static const char *query = "SELECT 1";
END
{
	echo 'void h(void)'
	echo '{'
	yes '	;' | head -n 61
	echo '}'
	yes '' | head -n 800
} >"$bad/src/cli/long.c"
found=$(offences "$bad" | cut -d' ' -f1,2)
is "$found" 'libraries src/base/bad.c:1
floors src/base/bad.c:2
silent src/base/bad.c:5
exits src/base/bad.c:6
sql src/base/bad.c:7
long-function src/cli/long.c:64
long-file src/cli/long.c:864
untested src/base/bad.c:1' 'every broken rule is found'
finish
