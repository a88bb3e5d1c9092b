# Documents on paper out of the sample office.

. "$top_srcdir/tests/cli/lib.sh"

# id_of TYPE TITLE: of the record whose line has that title.
id_of()
{
	run export "$1" --encoding utf-8
	sed -n "s/^\"\\([^\"]*\\)\",\"$2\".*/\\1/p" "$work/out"
}

works 'the sample office is made' init --sample
union=$(id_of union_org 供销社家属院联合党支部)
unit=$(id_of unit 敖伦高勒社区)

works 'a sign-in sheet as RTF' print signin "$union" sheet.rtf
like "$out" '^“供销社家属院联合党支部 sign-in sheet” was written to sheet.rtf\.$' \
	'says so'
is "$(head -c 10 "$here/sheet.rtf")" '{\rtf1\ans' 'it is RTF'
is "$(LC_ALL=C tr -d '\n -~' <"$here/sheet.rtf" | wc -c)" 0 'in ASCII alone'
is "$(grep -c '\\row$' "$here/sheet.rtf")" 57 'with a row for everybody'
refuses 'exists' print signin "$union" sheet.rtf

works 'a roster as text' print roster "$union" roster.txt --format text
is "$(head -c 3 "$here/roster.txt" | od -An -tx1)" ' ef bb bf' 'marked'
is "$(grep -c "$(printf '\r')\$" "$here/roster.txt")" \
	"$(wc -l <"$here/roster.txt")" 'lines end as Windows wants them'
works 'to standard output' print roster "$union" - --format text
is "$(head -c 3 "$work/out" | od -An -tx1 | grep -c 'ef bb bf')" 0 'unmarked'
like "$out" 'Printed 2026-11-23, journal [0-9a-f]{12} *— 1 —$' \
	'with the mark of the journal at its foot'
works 'its tables' print 花名册 "$union" roster.csv --format csv
like "$(sed -n 2p "$here/roster.csv")" '^"1","阿拉腾巴根那","male"' 'as CSV'
in_language zh_CN print roster "$union" - --format text
like "$out" '供销社家属院联合党支部党员花名册$' 'in Chinese'
like "$out" '截至 2026年11月23日' 'with the day'

refuses '“photo” is no document that is printed; there are: ' \
	print photo "$union" photo.rtf
refuses 'takes rtf, text, csv or xlsx, not “pdf”' \
	print signin "$union" sheet.pdf --format pdf
refuses 'what you chose is “Unit”' \
	print signin "$unit" unit.rtf
refuses 'There is no record 0K3M9QX-1F;' print signin 0K3M9QX-1F none.rtf
ok 'nothing of that is written' test ! -e "$here/unit.rtf"
misused 'Usage: ronghe print .* ID FILE' print signin "$union"
finish
