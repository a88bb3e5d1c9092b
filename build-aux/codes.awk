# Code lists (代码表), share/codes/NAME.csv, to the array of records/codes.h:
#
#	awk [-v root=DIR/] -f codes.awk FILES		in the order of names
#
# The files are the plain half of CSV: no quotes, no commas in a value.  A word
# that stands twice in a list would mean two things, so it stops the build.

BEGIN {
	for (i = 1; i < ARGC; i++)
		ARGV[i] = root ARGV[i]
	FS = ","
	print "/* Made by build-aux/codes.awk from share/codes. */"
	print "#include \"records/codes.h\"\n"
}

FNR == 1 {
	begin_list()
	next
}

{
	if ($0 ~ /["\\\r?]/ || NF != 5)
		die("not five plain values")
	if ($1 == "" || $2 == "" || $3 == "" || $5 == "")
		die("only the further words may be missing")
	take_word($1)
	take_word($2)
	take_word($3)
	n_words = split($4, words, "|")
	for (i = 1; i <= n_words; i++)
		take_word(words[i])
	print "\t{\"" $1 "\", \"" $2 "\", \"" $3 "\","
	print "\t\t\"" $4 "\"},"
	n_codes[n_lists]++
}

END {
	if (failed)
		exit 1
	end_list()
	print "const struct code_list code_lists[] = {"
	for (i = 1; i <= n_lists; i++)
		print "\t{\"" names[i] "\", " names[i] ", " n_codes[i] "},"
	print "};"
	print "const size_t code_lists_n = " n_lists + 0 ";"
}

function begin_list(    name)
{
	name = FILENAME
	sub(/.*\//, "", name)
	sub(/\.csv$/, "", name)
	if ($0 != "code,en,zh,also,source")
		die("another header")
	if (name !~ /^[a-z_]+$/ || name <= names[n_lists])
		die("not in the order of names")
	end_list()
	names[++n_lists] = name
	print "static const struct code " name "[] = {"
}

function end_list()
{
	if (n_lists == 0)
		return
	if (n_codes[n_lists] == 0)
		die(names[n_lists] " is empty")
	print "};\n"
	split("", taken)
}

# The same word may not be an entry's twice, nor two entries'.
function take_word(word)
{
	word = tolower(word)
	if (word == "" || word in taken)
		die("an empty or doubled word: " word)
	taken[word] = 1
}

function die(sentence)
{
	print FILENAME ":" FNR ": " sentence >"/dev/stderr"
	failed = 1
	exit 1
}
