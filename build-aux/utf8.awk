# Code points and UTF-8 for awks that know bytes only; run under LC_ALL=C.

function utf8_begin(    i) {
	for (i = 1; i < 256; i++)
		utf8_ord[sprintf("%c", i)] = i
}

# "4E00" to 19968.
function utf8_from_hex(s,    i, n) {
	for (i = 1; i <= length(s); i++)
		n = n * 16 + index("123456789ABCDEF", substr(s, i, 1))
	return n
}

# A code point as UTF-8; hanzi only, so never one or two bytes long.
function utf8_of_code(c,    tail) {
	tail = sprintf("%c%c", 128 + int(c / 64) % 64, 128 + c % 64)
	if (c < 65536)
		return sprintf("%c", 224 + int(c / 4096)) tail
	return sprintf("%c%c", 240 + int(c / 262144), \
		128 + int(c / 4096) % 64) tail
}

# Fills codes[1..n] with the code points of s and returns n.
function utf8_codes(s, codes,    i, b, n) {
	for (i = 1; i <= length(s); i++) {
		b = utf8_ord[substr(s, i, 1)]
		if (b < 128)
			codes[++n] = b
		else if (b < 192)
			codes[n] = codes[n] * 64 + b - 128
		else
			codes[++n] = b - (b < 224 ? 192 : b < 240 ? 224 : 240)
	}
	return n
}

function utf8_die(sentence) {
	print sentence > "/dev/stderr"
	utf8_failed = 1
	exit 1
}
