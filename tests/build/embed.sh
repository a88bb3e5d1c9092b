# build-aux/embed.awk: every byte comes through, in the order asked for.

. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

embed()
{
	${AWK:-awk} "$@"
}

script=$top_srcdir/build-aux/embed.awk
printf 'a"?\\\n\r\0\377融' >"$work/2-all.sql"
: >"$work/1-nothing.sql"

is "$(embed -v symbol=steps -v root="$work/" -f "$script" 2-all.sql \
	1-nothing.sql)" '/* Written by build-aux/embed.awk; do not edit. */
#include "base/embed.h"

extern const struct embed_file steps[];
extern const size_t steps_n;

const struct embed_file steps[] = {
	{"2-all.sql",
	"a\042\077\134\012\015\000\377\350\236\215"
	"", 11},
	{"1-nothing.sql",
	"", 0},
};
const size_t steps_n = 2;' 'files become literals, byte for byte'

is "$(embed -v symbol=catalog -v bytes=1 -f "$script" "$work/2-all.sql")" \
'/* Written by build-aux/embed.awk; do not edit. */
#include <stddef.h>

extern const unsigned char catalog[];
extern const size_t catalog_size;

const unsigned char catalog[] = {
97,34,63,92,10,13,0,255,232,158,141,
0};
const size_t catalog_size = 11;' 'a file becomes an array of bytes'

fails()
{
	! embed "$@" >/dev/null 2>&1
}

ok 'a file that is not there fails' \
	fails -v symbol=x -f "$script" "$work/absent"
ok 'a missing symbol fails' fails -f "$script" "$work/2-all.sql"
finish
