# Unihan_Readings.txt and Unihan_Variants.txt to share/pinyin/simplified.tsv:
# a traditional hanzi, a tab, its one simplified form.

BEGIN {
	FS = "\t"
	utf8_begin()
}

/^#/ { next }
$2 == "kTGHZ2013" { in_table[$1] = 1 }
$2 == "kSimplifiedVariant" {
	traditional[++n] = $1
	forms[$1] = $3
}

# The one form; where there are several, the only one of the 通用规范汉字表.
function one_form(s,    i, k, n, part, found) {
	n = split(s, part, " ")
	if (n == 1)
		return part[1]
	for (i = 1; i <= n; i++)
		if (part[i] in in_table) {
			found = part[i]
			k++
		}
	return k == 1 ? found : ""
}

END {
	for (i = 1; i <= n; i++) {
		form = one_form(forms[traditional[i]])
		if (form != traditional[i])
			one[traditional[i]] = form
	}
	for (i = 1; i <= n; i++) {
		form = one[traditional[i]]
		# 薴 苧 苎: what is no end form is left alone.
		if (form == "" || one[form] != "")
			continue
		print utf8_of_code(utf8_from_hex(substr(traditional[i], 3))) \
			"\t" utf8_of_code(utf8_from_hex(substr(form, 3)))
	}
}
