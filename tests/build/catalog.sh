# po/zh_CN.po has every sentence of the sources, none fuzzy, none missing, and
# every format fits.  Run by .ci/run: a sentence may be translated last.

. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
pot=$top_srcdir/po/ronghe.pot
po=$top_srcdir/po/zh_CN.po

untranslated()
{
	msgmerge --quiet --no-fuzzy-matching -o "$work/merged.po" "$po" \
		"$pot" && {
		msgattrib --untranslated --no-obsolete "$work/merged.po"
		msgattrib --only-fuzzy --no-obsolete "$po"
	} | grep '^msgid "' | grep -v '^msgid ""$'
}

ok 'msgfmt finds nothing wrong' msgfmt --check -o /dev/null "$po"
ok 'the list of sentences is there' test -s "$pot"
is "$(untranslated)" '' 'every sentence is translated'
finish
