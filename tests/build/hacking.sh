# The tree in HACKING names every file of src and says what it is.

. "$top_srcdir/tests/tap.sh"

wanted=$(sh "$top_srcdir/build-aux/tree.sh" "$top_srcdir")
is "$(sed '1,/^## The tree of src$/d' "$top_srcdir/HACKING" | sed 1d)" \
	"$wanted" 'HACKING shows the tree as it is (else: make update-lists)'
finish
