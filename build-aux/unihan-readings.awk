# Unihan_Readings.txt to lines "readings, tab, hanzi": all hanzi with the same
# readings, commonest first, each syllable with its tone as a digit (5: none).
# Of a syllable's tones the commonest stays, but any goes before none.

BEGIN {
	FS = "\t"
	utf8_begin()
	n_marks = split("ā a1 á a2 ǎ a3 à a4 ē e1 é e2 ě e3 è e4 " \
		"ī i1 í i2 ǐ i3 ì i4 ō o1 ó o2 ǒ o3 ò o4 " \
		"ū u1 ú u2 ǔ u3 ù u4 ǖ v1 ǘ v2 ǚ v3 ǜ v4 ü v5 " \
		"ń n2 ň n3 ǹ n4 ḿ m2 ế e2 ề e4 ê̄ e1 ê̌ e3 ê e5 " \
		"m̀ m4 m̄ m1", marks, " ")
	for (i = 1; i < n_marks; i += 2)
		plain[marks[i]] = marks[i + 1]
	# 〇, the zero of dates, is outside the ranges of Unihan.
	hanzi[++n_hanzi] = "U+3007"
	mandarin["U+3007"] = "líng"
}

# "zhāng" to "zhang1"; a second mark in one syllable does not occur.
function numbered(s,    i, at, p, tone) {
	tone = 5
	for (i = 1; i < n_marks; i += 2)
		while ((at = index(s, marks[i])) > 0) {
			p = plain[marks[i]]
			s = substr(s, 1, at - 1) substr(p, 1, 1) \
				substr(s, at + length(marks[i]))
			if (substr(p, 2) != 5)
				tone = substr(p, 2)
		}
	if (s !~ /^[a-z]+$/)
		utf8_die("unihan-readings: what is the reading " s "?")
	return s tone
}

# Takes the readings in s, parted by blanks or commas, after those that the
# hanzi has; "123.456:" before one and "(789)" behind it go.
function take(c, s,    i, n, part, syllable, tone) {
	gsub(/[0-9.,*]+:/, "", s)
	gsub(/\([0-9]+\)/, "", s)
	n = split(s, part, /[ ,]+/)
	for (i = 1; i <= n; i++) {
		syllable = numbered(part[i])
		tone = substr(syllable, length(syllable))
		sub(/.$/, "", syllable)
		if (!((c, syllable) in tones))
			syllables[c, ++n_syllables[c]] = syllable
		else if (tones[c, syllable] != 5)
			continue
		tones[c, syllable] = tone
	}
}

function list_of(c,    i, list) {
	for (i = 1; i <= n_syllables[c]; i++)
		list = list (i > 1 ? " " : "") syllables[c, i] \
			tones[c, syllables[c, i]]
	return list
}

/^#/ { next }
$2 == "kMandarin" { mandarin[$1] = $3 }
$2 == "kHanyuPinlu" { frequency[$1] = $3 }
$2 == "kTGHZ2013" { standard[$1] = $3 }
$2 == "kXHC1983" { dictionary[$1] = $3 }
$2 == "kHanyuPinyin" { old[$1] = $3 }
$2 ~ /^k(Mandarin|HanyuPinlu|TGHZ2013|XHC1983|HanyuPinyin)$/ {
	if ($1 != last)
		hanzi[++n_hanzi] = $1
	last = $1
}

END {
	for (i = 1; i <= n_hanzi; i++) {
		c = hanzi[i]
		first = mandarin[c]
		sub(/ .*/, "", first)
		take(c, first)
		take(c, frequency[c])
		take(c, mandarin[c])
		take(c, standard[c])
		take(c, dictionary[c])
		if (n_syllables[c] == 0)
			take(c, old[c])
		list = list_of(c)
		all[list] = all[list] \
			utf8_of_code(utf8_from_hex(substr(c, 3)))
	}
	for (list in all)
		print list "\t" all[list]
}
