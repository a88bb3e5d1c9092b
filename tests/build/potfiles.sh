# po/POTFILES.in names every source file with a sentence in it.

. "$top_srcdir/tests/tap.sh"

wanted=$(sh "$top_srcdir/build-aux/potfiles.sh" "$top_srcdir")
is "$(cat "$top_srcdir/po/POTFILES.in")" "$wanted" \
	'po/POTFILES.in is complete (else: make update-lists)'
finish
