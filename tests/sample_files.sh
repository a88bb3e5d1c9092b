# The files beside the sample office are what share/sample/README.md says, and
# nobody's number is in them.

. "$top_srcdir/tests/tap.sh"

sample=$top_srcdir/share/sample
files=$sample/files

# first FILE N: its first bytes.
first()
{
	od -An -tx1 -N"$2" "$files/$1" | tr -d ' \n'
}

# text FILE: as UTF-8 without BOM and quotes, lines ended by LF.
text()
{
	case $1 in
	*gb18030*) iconv -f GB18030 -t UTF-8 "$files/$1" ;;
	*utf16*) iconv -f UTF-16 -t UTF-8 "$files/$1" ;;
	*) sed '1s/^\xef\xbb\xbf//' "$files/$1" ;;
	esac | LC_ALL=C tr -d '\r"'
}

all='roster-wps-gb18030.csv members-bom.csv members-utf16.csv
wrong-fifteen.csv combined-roster.csv'

like "$(first roster-wps-gb18030.csv 3)" '^b0bd' 'GB18030 has no BOM'
ok 'nor is it UTF-8' sh -c \
	'! iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1' sh \
	"$files/roster-wps-gb18030.csv"
is "$(first members-bom.csv 4)" efbbbf22 'UTF-8 with a BOM, quoted'
is "$(first wrong-fifteen.csv 3)" efbbbf 'UTF-8 with a BOM'
is "$(first members-utf16.csv 4)" fffed359 'UTF-16, little end first'

# shape FILE: lines, and the columns of every line.
shape()
{
	text "$1" | LC_ALL=C "${AWK:-awk}" -F, '
		!(NF in seen) { seen[NF] = 1; widths = widths " " NF }
		END { print NR widths }'
}

is "$(shape roster-wps-gb18030.csv)" '62 12' 'a title, a header and 60 rows'
is "$(shape members-bom.csv)" '13 11' '12 members'
is "$(shape members-utf16.csv)" '11 9' '10 members'
is "$(shape wrong-fifteen.csv)" '22 11' '6 good rows and 15 wrong ones'
is "$(shape combined-roster.csv)" '35 17' '34 members'
for file in $all; do
	is "$(text "$file" | grep -c .)" "$(iconv -f "$(case $file in
		*utf16*) echo UTF-16 ;;
		*) echo ISO-8859-1 ;;
		esac)" -t UTF-8 "$files/$file" | grep -c "$(printf '\r')\$")" \
		"every line of $file ends in CR LF"
done

# numbers FILE: line and number of everything that may be an ID number.
numbers()
{
	text "$1" | LC_ALL=C "${AWK:-awk}" -F, '{
		for (i = 1; i <= NF; i++) {
			gsub(/[\047\t]/, "", $i)
			if ($i ~ /^[0-9]+[0-9Xx]$/ && length($i) > 11)
				print NR, toupper($i)
		}
	}'
}

# wrong_digits FILE: the lines whose ID number has a wrong check digit.
wrong_digits()
{
	numbers "$1" | "${AWK:-awk}" '
		BEGIN { split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", w, " ") }
		length($2) == 18 {
			sum = 0
			for (i = 1; i <= 17; i++)
				sum += substr($2, i, 1) * w[i]
			if (substr("10X98765432", sum % 11 + 1, 1) != \
				substr($2, 18))
				print $1
		}' | tr '\n' ' '
}

is "$(wrong_digits roster-wps-gb18030.csv)" '19 ' 'one wrong number of WPS'
is "$(wrong_digits members-bom.csv)" '' 'none in UTF-8'
is "$(wrong_digits members-utf16.csv)" '' 'none in UTF-16'
is "$(wrong_digits wrong-fifteen.csv)" '3 6 ' 'two of the fifteen'
is "$(wrong_digits combined-roster.csv)" '' 'none in the combined sheet'
is "$(for file in $all; do numbers "$file"; done |
	grep -Ev ' (15990[123]|419901)')" '' "nobody's ID number"
is "$(for file in $all; do text "$file"; done | grep -Eo '(^|,)1[0-9]{10}(,|$)' |
	grep -Ev '^,?154')" '' "nobody's phone"
is "$(for file in $all; do numbers "$file"; done | grep -c '000$')" 1 \
	'one number that a spreadsheet damaged'
is "$(for file in $all; do
	text "$file" | "${AWK:-awk}" -F, -v file="$file" '
		FILENAME == "-" && $0 ~ /姓 ?名/ {
			for (i = 1; i <= NF; i++)
				if ($i ~ /^姓 ?名$/)
					name = i
			next
		}
		FILENAME != "-" { if (FNR > 1) known[$1] = 1; next }
		name && $name != "" {
			gsub(/　/, "", $name)
			if (!($name in known) && !($name in said))
				print $name
			said[$name] = 1
		}' "$sample/member.csv" -
done | sort | uniq -d)" '' 'who is new is in one file only'
is "$(cat "$sample"/*.csv "$files"/*.csv | wc -c |
	"${AWK:-awk}" '{ print ($1 < 400000) }')" 1 'all of it is small'
finish
