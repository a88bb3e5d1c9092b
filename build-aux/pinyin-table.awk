# share/pinyin/readings.tsv and surnames.tsv to the arrays that
# src/base/pinyin-table.h declares.

BEGIN {
	FS = "\t"
	utf8_begin()
	SIZE = 128 # PINYIN_PAGE_SIZE
	n_ids = 1  # no hanzi has the list at 0
}

/^#/ { next }

# "zhang1" to its syllable, which is noted; "" is none.
function syllable_of(reading,    s) {
	if (reading !~ /^[a-z]+[1-5]$/)
		utf8_die(FILENAME ":" FNR ": no reading: " reading)
	s = substr(reading, 1, length(reading) - 1)
	if (length(s) > 6)
		utf8_die(FILENAME ":" FNR ": too long: " s)
	if (!(s in number)) {
		number[s] = 0
		syllables[++n_syllables] = s
	}
	return s
}

# The list of readings, which begins at n_ids, belongs to each of the hanzi.
FILENAME ~ /readings\.tsv$/ {
	n = split($1, reading, " ")
	n_hanzi = utf8_codes($2, codes)
	if (n < 1 || n > 8 || n_hanzi < 1)
		utf8_die(FILENAME ":" FNR ": not readings and their hanzi")
	for (i = 1; i <= n_hanzi; i++) {
		if (codes[i] in start)
			utf8_die(FILENAME ":" FNR ": a hanzi that came before")
		start[codes[i]] = n_ids
		if (codes[i] > last_code)
			last_code = codes[i]
	}
	for (i = 1; i <= n; i++) {
		syllable_of(reading[i])
		ids[n_ids] = reading[i]
		ends[n_ids++] = i == n
	}
}

FILENAME ~ /surnames\.tsv$/ {
	n = utf8_codes($1, codes)
	key = codes[1] * 2097152 + (n > 1 ? codes[2] : 0)
	if (n < 1 || n > 2 || split($2, way, ",") > 2 || key <= last_key)
		utf8_die(FILENAME ":" FNR ": no surname, or out of order")
	last_key = key
	surnames[++n_surnames] = $1
	ways[n_surnames] = $2
	for (i = 1; i in way; i++) {
		if (split(way[i], reading, " ") != n)
			utf8_die(FILENAME ":" FNR ": not a syllable a hanzi")
		for (k = 1; k <= n; k++)
			syllable_of(reading[k])
	}
}

# The order of dictionaries: lu, lü, luan, lüe, lun.
function order_of(s,    key) {
	key = s
	return gsub(/v/, "u", key) ? key " 2" : key " 1"
}

function sort_syllables(    i, k, s) {
	for (i = 2; i <= n_syllables; i++) {
		s = syllables[i]
		for (k = i - 1; k > 0 && \
			order_of(syllables[k]) > order_of(s); k--)
			syllables[k + 1] = syllables[k]
		syllables[k + 1] = s
	}
	for (i = 1; i <= n_syllables; i++)
		number[syllables[i]] = i
}

# The number of "zhang1"; 0 for none.
function id_of(reading) {
	if (reading == "")
		return 0
	return number[substr(reading, 1, length(reading) - 1)] * 8 + \
		substr(reading, length(reading))
}

function print_syllables(    i) {
	print "const char pinyin_syllables[][7] = {\n\t\"\","
	for (i = 1; i <= n_syllables; i++)
		print "\t\"" syllables[i] "\","
	print "};"
	print "const size_t pinyin_n_syllables = " n_syllables + 1 ";\n"
}

function print_lists(    i) {
	print "const uint16_t pinyin_lists[] = {\n\t0,"
	for (i = 1; i < n_ids; i++)
		printf "%s%d,%s", (ends[i - 1] || i == 1 ? "\t" : " "), \
			id_of(ids[i]) + (ends[i] ? 32768 : 0), \
			(ends[i] ? "\n" : "")
	print "};\n"
}

# Page 0 is empty and stands for all that are.
function print_pages(    page, n, i, used, line, pages) {
	print "const uint16_t pinyin_starts[][PINYIN_PAGE_SIZE] = {\n\t{0},"
	for (page = 0; page * SIZE <= last_code; page++) {
		line = ""
		used = 0
		for (i = page * SIZE; i < (page + 1) * SIZE; i++) {
			line = line (i in start ? start[i] : 0) ","
			used += i in start
		}
		pages = pages (used ? ++n : 0) (page % 16 == 15 ? ",\n" : ",")
		if (used)
			print "\t{" line "},"
	}
	print "};\n"
	print "const uint16_t pinyin_pages[] = {\n" pages "\n};"
	print "const size_t pinyin_n_pages = " page ";\n"
}

function print_surnames(    i, k, n, code, way, reading) {
	print "const struct pinyin_surname pinyin_surnames[] = {"
	for (i = 1; i <= n_surnames; i++) {
		n = utf8_codes(surnames[i], code)
		printf "\t{{%d, %d}, {", code[1], (n > 1 ? code[2] : 0)
		n = split(ways[i], way, ",")
		for (k = 1; k <= n; k++) {
			reading[2] = ""
			split(way[k], reading, " ")
			printf "{%d, %d}, ", id_of(reading[1]), \
				id_of(reading[2])
		}
		print "}},"
	}
	print "};"
	print "const size_t pinyin_n_surnames = " n_surnames ";"
}

END {
	if (utf8_failed)
		exit 1
	sort_syllables()
	print "/* Made by build-aux/pinyin-table.awk from readings.tsv and"
	print " * surnames.tsv. */"
	print "#include \"base/pinyin-table.h\"\n"
	print_syllables()
	print_lists()
	print_pages()
	print_surnames()
}
