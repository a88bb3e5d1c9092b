# share/pinyin/simplified.tsv to the array of src/base/hanzi-table.h.

BEGIN {
	FS = "\t"
	utf8_begin()
	print "/* Made by build-aux/hanzi-table.awk from simplified.tsv. */"
	print "#include \"base/hanzi-table.h\"\n"
	print "const struct hanzi_pair hanzi_pairs[] = {"
}

/^#/ { next }

{
	if (utf8_codes($1, from) != 1 || utf8_codes($2, to) != 1)
		utf8_die(FILENAME ":" FNR ": not one hanzi beside another")
	if (from[1] <= last)
		utf8_die(FILENAME ":" FNR ": not in the order of code points")
	last = from[1]
	printf "\t{0x%X, 0x%X},\n", from[1], to[1]
	n++
}

END {
	if (utf8_failed)
		exit 1
	print "};"
	print "const size_t hanzi_n_pairs = " n ";"
}
