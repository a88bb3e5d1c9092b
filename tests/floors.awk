# Reads C sources (named from the top of the tree) and prints every line that
# breaks a rule of the floors: RULE FILE:LINE what.  HACKING explains them.

BEGIN {
	# What a floor may include of the program.
	below["base"] = "base"
	below["store"] = "base store"
	below["records"] = "base store records"
	below["exchange"] = "base store records exchange"
	below["tui"] = "base tui"
	below["cli"] = "base store records exchange cli app.h"
	below["screens"] = "base store records exchange tui screens app.h"

	# The one floor that may include a library.
	owner["sqlite3.h"] = "store"
	owner["csv.h"] = owner["xlsxwriter.h"] = "exchange"
	owner["zip.h"] = owner["expat.h"] = "exchange"
	owner["sodium.h"] = "base"
	owner["iconv.h"] = "base"
	n = split("curses.h ncurses.h term.h form.h menu.h panel.h", name, " ")
	for (i = 1; i <= n; i++)
		owner[name[i]] = "tui"
	n = split("unistr.h unictype.h unicase.h uniconv.h unigbrk.h " \
		"unilbrk.h uniname.h uninorm.h unistdio.h unitypes.h " \
		"uniwbrk.h uniwidth.h", name, " ")
	for (i = 1; i <= n; i++)
		owner[name[i]] = "base"

	silent["base"] = silent["store"] = 1
	silent["records"] = silent["exchange"] = 1
	speaks_sql["store"] = speaks_sql["records"] = 1

	prints = "(^|[^[:alnum:]_>.])(v?printf|puts|putchar|perror|getchar|" \
		"scanf)[ \t]*\\("
	ends = "(^|[^[:alnum:]_>.])(exit|_exit|_Exit|quick_exit|abort)[ \t]*\\("
	streams = "(^|[^[:alnum:]_])(stdin|stdout|stderr)([^[:alnum:]_]|$)"
	sql = "\"[ ]*(SELECT|INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM|" \
		"CREATE TABLE|PRAGMA|BEGIN IMMEDIATE) ?"
	token = "\"([^\"\\\\]|\\\\.)*\"|'([^'\\\\]|\\\\.)+'|/[*]|//"
	max_lines = 800
	max_body = 60
}

FNR == 1 {
	close_file()
	file = FILENAME
	n = split(file, part, "/")
	# What stands in src itself is main and may use everything.
	floor = n > 2 ? part[2] : ""
	if (floor != "" && !(floor in below))
		say("floors", "no such floor: " floor)
	in_comment = body = 0
}

{
	lines = FNR
	code = without_comments($0)
}

/^[ \t]*#[ \t]*include/ {
	check_include()
	next
}

silent[floor] && (code ~ prints || code ~ streams) {
	say("silent", trimmed(code))
}

(silent[floor] || floor == "tui") && code ~ ends {
	say("exits", trimmed(code))
}

floor != "" && !speaks_sql[floor] && $0 ~ sql {
	say("sql", trimmed($0))
}

/^{/ {
	body = FNR
}

/^}/ {
	if (body && FNR - body - 1 > max_body)
		say("long-function", FNR - body - 1 " lines")
	body = 0
}

END {
	close_file()
}

function say(rule, what)
{
	print rule, file ":" FNR, what
}

function close_file()
{
	if (file != "" && lines > max_lines)
		print "long-file", file ":" lines, lines " lines"
}

function trimmed(line)
{
	sub(/^[ \t]+/, "", line)
	return line
}

# The line with its comments taken out and its strings emptied.
function without_comments(line,    out, start, what)
{
	out = ""
	while (line != "") {
		if (in_comment) {
			if (!(start = index(line, "*/")))
				return out
			in_comment = 0
			line = substr(line, start + 2)
		}
		if (!match(line, token))
			return out line
		what = substr(line, RSTART, 2)
		out = out substr(line, 1, RSTART - 1)
		if (what == "//")
			return out
		if (what == "/*")
			in_comment = 1
		else
			out = out "\"\""
		line = substr(line, RSTART + RLENGTH)
	}
	return out
}

function check_include(    name, n, i, allowed)
{
	name = $0
	if ($0 ~ /"/) {
		sub(/^[^"]*"/, "", name)
		sub(/".*/, "", name)
		if (floor == "")
			return
		n = split(below[floor], allowed, " ")
		for (i = 1; i <= n; i++)
			if (name == allowed[i] ||
				index(name, allowed[i] "/") == 1)
				return
		say("floors", "includes " name)
		return
	}
	sub(/^[^<]*</, "", name)
	sub(/>.*/, "", name)
	sub(/^(ncursesw|ncurses|unistring)\//, "", name)
	if (floor != "" && name in owner && owner[name] != floor)
		say("libraries", "includes " name)
}
