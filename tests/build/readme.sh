# The picture in README is what the screen shows: its lines stand, in their
# order, in the dumps of Home and of a list.

. "$top_srcdir/tests/tap.sh"

shown=$(sed -n '/^## 屏幕$/,/^## /s/^    //p' "$top_srcdir/README" |
	grep -v '^ *\.\.\.$')
missing=$(echo "$shown" | awk '
	BEGIN { n = i = 0 }
	NR == FNR { wanted[n++] = $0; next }
	i < n && $0 == wanted[i] { i++ }
	END { if (i < n) print wanted[i] }' - \
	"$top_srcdir/tests/tui/home/home.zh-80x24.txt" \
	"$top_srcdir/tests/tui/list/browse.zh-80x24.txt")
is "$(echo "$shown" | wc -l | tr -d ' ')" 32 'README shows two screens'
is "$missing" '' 'README shows the screens as they are'
finish
