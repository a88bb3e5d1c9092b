# A disk that is really full: a small one of its own, made in a name space of
# this test.

. "$top_srcdir/tests/tap.sh"

if [ "${inside-}" != yes ]; then
	if ! unshare -rm true 2>/dev/null; then
		skip_all 'no name space may be made here'
	fi
	inside=yes exec unshare -rm /bin/sh "$0"
fi

. "$top_srcdir/tests/cli/lib.sh"

mount -t tmpfs -o size=16m,mode=700 none "$work/home" || exit 99
trap 'umount "$work/home"; rm -rf "$work"' EXIT
ballast=$work/home/ballast
pad=$work/home/pad

# fill KIB: so much stays free.
fill()
{
	rm -f "$ballast"
	head -c "$(($1 * 1024 + 1))" /dev/zero >"$pad"
	cat /dev/zero >"$ballast" 2>"$work/full"
	rm "$pad"
}

works 'there is room for the sample office' init --sample
works 'and for its copy' backup "$here/copy.db"
run history --type leader
change=${out%%[!0-9A-Z-]*}

fill 90
refuses 'disk is full; nothing was saved' undo "$change"
refuses 'free' backup "$work/home/copy.db"
refuses 'free' restore "$here/copy.db"
works 'what is there can be read' find 单

fill 0
refuses 'disk is full, so that the database is only shown' undo "$change"
works 'it can be read where nothing finds room' find 单
works 'and taken to another disk' backup "$here/rescued.db"
is "$(cd "$work/home/data/ronghe" && ls -d .*ronghe.db* *copy* 2>&1 |
	grep -v 'cannot access')" '' 'nothing half done stays'

rm "$ballast"
works 'nothing is lost' check
works 'it goes on once there is room' undo "$change"
works 'and is well' check
finish
