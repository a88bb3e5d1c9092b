# Makes the database of this version as SQL text, for every later version to
# open: a few people of the sample office, one of whom was changed and one taken
# in and removed again by an undo.
#
#	make.sh FILE

. "$top_srcdir/tests/cli/lib.sh"

sample=$top_srcdir/share/sample
database=$work/home/data/ronghe/ronghe.db
union=供销社家属院联合党支部
people='白玉梅|单国栋|仇桂兰'

# take TYPE PATTERN: the rows of the sample that begin so.
take()
{
	grep -E -e "^(name|union_org|member)," -e "^($2)," \
		"$sample/$1.csv" >"$here/office/$1.csv"
}

# need ARGUMENTS…: ends where the program refuses.
need()
{
	run "$@"
	[ "$status" -eq 0 ] || {
		echo "$err" >&2
		exit 1
	}
}

mkdir "$here/office"
take office '.*'
take operator '康巧云|胡斯冷'
take unit '中共哈日图旗委员会|中共敖伦高勒苏木委员会|敖伦高勒社区'
take branch '敖伦高勒社区党支部'
take union_org "$union"
take union_unit "$union,敖伦高勒社区"
take member "$people"
take membership "($people),$union,敖伦高勒社区"
take leader "$union,白玉梅"
cat >"$here/changed.csv" <<END
name,idno,address
单国栋,159903195205037977,敖伦高勒社区供销社家属院3号楼2单元102
END
cat >"$here/removed.csv" <<END
name,sex,ethnic,kind,joined_on,branch,party_post,state
尉迟远,男,汉族,正式党员,1990-07,敖伦高勒社区党支部,党员,在册
END

need init
need import all office
need --operator 康巧云 import member changed.csv
need --operator 康巧云 import member removed.csv
need history
need --operator 康巧云 undo "$(sed -n '1s/	.*//p' "$work/out")"
need check
{
	printf -- '-- %s: made by tests/upgrade/make.sh, never edited.\n' \
		"$("$ronghe_test" --version)"
	for mark in application_id user_version; do
		printf 'PRAGMA %s = %s;\n' "$mark" \
			"$("$SQLITE_SHELL" "$database" "PRAGMA $mark")"
	done
	"$SQLITE_SHELL" "$database" .dump
} >"$1"
