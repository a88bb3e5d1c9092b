# Turns files, byte for byte, into a C source on standard output.
#
#	awk -v symbol=schema_steps [-v root=DIR/] -f embed.awk FILES
#
# gives, in the order of FILES,
#
#	const struct embed_file schema_steps[] = {{name, text, len}, ...};
#	const size_t schema_steps_n;
#
# as src/base/embed.h explains.  root is put before each of FILES, so that a
# make rule can name them without $(srcdir):
#
#	schema_steps = %D%/schema/001-member.sql
#	EXTRA_DIST += $(schema_steps)
#	nodist_libstore_a_SOURCES = %D%/schema.c
#	CLEANFILES += %D%/schema.c
#	%D%/schema.c: $(schema_steps) build-aux/embed.awk
#		$(AM_V_GEN)$(MKDIR_P) %D% && $(EMBED) -v symbol=schema_steps \
#			$(schema_steps) >$@-t && mv $@-t $@
#
# where EMBED is $(AWK) -v root='$(srcdir)/' -f .../embed.awk.  With
# -v bytes=1 and one file it gives instead, for what is no text,
#
#	const unsigned char SYMBOL[]; const size_t SYMBOL_size;
#
# od reads the files: awk alone cannot tell a last line without line end.

BEGIN {
	if (symbol == "" || ARGC < 2 || (bytes && ARGC != 2))
		fail("usage: awk -v symbol=NAME [-v root=DIR/] " \
			"[-v bytes=1] -f embed.awk FILES")
	for (i = 0; i < 256; i++)
		literal[i] = sprintf("\\%03o", i)
	for (i = 32; i < 127; i++)
		if (i != 34 && i != 63 && i != 92) # " ? and backslash
			literal[i] = sprintf("%c", i)
	print "/* Written by build-aux/embed.awk; do not edit. */"
	if (bytes)
		embed_bytes(ARGV[1])
	else
		embed_files()
	exit
}

function fail(sentence)
{
	print "embed.awk: " sentence >"/dev/stderr"
	exit_code = 1
	exit 1
}

function embed_files(    i)
{
	print "#include \"base/embed.h\"\n"
	print "extern const struct embed_file " symbol "[];"
	print "extern const size_t " symbol "_n;\n"
	print "const struct embed_file " symbol "[] = {"
	for (i = 1; i < ARGC; i++)
		embed_file(ARGV[i])
	print "};"
	print "const size_t " symbol "_n = " ARGC - 1 ";"
}

function embed_file(file,    n_bytes, n, i, line, byte, name)
{
	name = file
	sub(/.*\//, "", name)
	print "\t{\"" name "\","
	open(file)
	while ((command | getline line) > 0) {
		n = split(line, byte, " ")
		printf "\t\""
		for (i = 1; i <= n; i++)
			printf "%s", literal[byte[i] + 0]
		print "\""
		n_bytes += n
	}
	finish(file)
	print "\t\"\", " n_bytes + 0 "},"
}

function embed_bytes(file,    n_bytes, n, line)
{
	print "#include <stddef.h>\n"
	print "extern const unsigned char " symbol "[];"
	print "extern const size_t " symbol "_size;\n"
	print "const unsigned char " symbol "[] = {"
	open(file)
	while ((command | getline line) > 0) {
		n = split(line, byte, " ")
		gsub(/ +/, ",", line)
		sub(/^,/, "", line)
		print line ","
		n_bytes += n
	}
	finish(file)
	print "0};" # so that an empty file has an array as well
	print "const size_t " symbol "_size = " n_bytes + 0 ";"
}

function open(file)
{
	if (file ~ /'/ || root ~ /'/)
		fail("a file name with an apostrophe: " root file)
	command = "od -An -v -tu1 '" root file "'"
}

function finish(file)
{
	if (close(command) != 0)
		fail("cannot read " root file)
}

END {
	exit exit_code
}
