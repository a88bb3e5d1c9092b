# Every source and every test stands in a local.mk: what does not is neither
# built nor distributed.

. "$top_srcdir/tests/tap.sh"

cd "$top_srcdir" || exit 99

# Every word of every local.mk, with its folder in place of %D%.
words=$(find src tests -name local.mk | while read -r makefile; do
	sed "s,%D%,${makefile%/*},g" "$makefile" | tr -s ' \t\\' '\n\n\n'
done)

unlisted()
{
	find src tests -name '*.[ch]' -o -name '*.sh' | LC_ALL=C sort |
		while read -r file; do
			printf '%s\n' "$words" |
				grep -Fxq -e "$file" -e "${file%.*}" ||
				echo "$file"
		done
}

is "$(unlisted)" '' 'every file is listed in a local.mk'
finish
