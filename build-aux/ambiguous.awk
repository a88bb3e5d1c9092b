# The characters of ambiguous width: Unicode's EastAsianWidth.txt to the ranges
# of src/base/ambiguous.h, neighbours joined.  Run by hand for a new Unicode:
#
#	awk -f build-aux/ambiguous.awk EastAsianWidth.txt >src/base/ambiguous.h

function number(hex,    i, n)
{
	for (i = 1; i <= length(hex); i++)
		n = n * 16 + index("0123456789ABCDEF", substr(hex, i, 1)) - 1
	return n
}

function put()
{
	if (first == "")
		return
	cell = sprintf("{0x%x, 0x%x},", number(first), last)
	if (length(line cell) > 70) {
		print "\t" line
		line = ""
	}
	line = line (line == "" ? "" : " ") cell
}

FNR == 1 {
	print "/* East_Asian_Width=A; made by build-aux/ambiguous.awk from"
	print " * " $2 ". */"
	print "#ifndef BASE_AMBIGUOUS_H\n#define BASE_AMBIGUOUS_H\n"
	print "#include <stdint.h>\n"
	print "static const struct {\n\tuint32_t first;\n\tuint32_t last;"
	print "} ambiguous[] = {"
}

/^[0-9A-F]/ {
	split($1, field, ";")
	n_ends = split(field[1], ends, "[.][.]")
	if (field[2] != "A")
		next
	if (first == "" || number(ends[1]) != last + 1) {
		put()
		first = ends[1]
	}
	last = number(ends[n_ends])
}

END {
	put()
	print "\t" line "\n};\n\n#endif"
}
