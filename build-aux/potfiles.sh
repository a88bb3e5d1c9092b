#!/bin/sh
# Prints po/POTFILES.in: every C file under src that holds a sentence for the
# catalogue.  Usage: potfiles.sh TOP-OF-THE-SOURCES

cd "$1" || exit 1
echo '# Written by "make update-lists"; a test keeps it true.'
mark='(^|[^[:alnum:]_])(_|N_|C_|P_)\(("|$)'
not_comment='^[[:blank:]]*[^*/[:blank:]]'
find src -name '*.[ch]' | LC_ALL=C sort | while read -r file; do
	grep -E "$not_comment" "$file" | grep -Ev '^# *define' |
		grep -Eq "$mark" && echo "$file"
done
exit 0
