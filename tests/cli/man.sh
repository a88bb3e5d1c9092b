# The man page names the commands and options that the program has, no more
# and no less.

. "$top_srcdir/tests/cli/lib.sh"

page=$(sed -e 's/\\f[BIR]//g' -e 's/\\-/-/g' "$top_srcdir/man/ronghe.1")

# Command names and long options, one a line.
of_help()
{
	printf '%s\n' "$out" | sed -n 's/^  \([a-z][a-z]*\).*/\1/p'
	printf '%s\n' "$out" | grep -oE -e '--[a-z][a-z-]*'
}

of_page()
{
	printf '%s\n' "$page" | sed '1,/^\.SH 命令/d; /^\.SH/,$d' |
		sed -n 's/^\.BR* "*\([a-z][a-z]*\)[ ".].*/\1/p; s/^\.B \([a-z]*\)$/\1/p'
	printf '%s\n' "$page" | grep -oE -e '--[a-z][a-z-]*' |
		grep -Fvx -e --help -e --version
}

works 'the help is printed' --help
is "$(of_page | LC_ALL=C sort -u)" "$(of_help | grep -Fvx -e --help \
	-e --version | LC_ALL=C sort -u)" 'the page has what the help has'
finish
