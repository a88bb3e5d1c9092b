# Options, help and the words of misuse.

. "$top_srcdir/tests/cli/lib.sh"

commands='init types import export find show history undo redo merge unmerge
check backup restore'

works 'the help is printed' --help
for command in $commands; do
	like "$out" "^  $command( |\$)" "the help names $command"
done
works 'the version is printed' --version
like "$out" '^ronghe [0-9]' 'with the name in front'

for command in $commands; do
	works "$command has a help of its own" "$command" --help
	like "$out" "^Usage: ronghe $command" "with the usage of $command"
	misused "^Usage: ronghe $command" "$command" --no-such-option
	misused "^Usage: ronghe $command" "$command" one two three four
done
in_language zh_CN show --help
like "$out" 'ronghe show' 'the usage in Chinese'

misused 'no command .frob.' frob
misused 'no such option' --frob
misused 'no such option' --operator
misused 'zh_CN or en' --lang tlh types
misused '^Usage' show
misused '^Usage' undo
misused '^Usage' backup one two
misused '^Usage' restore
misused '^Usage' find
misused '^Usage' export
misused '^Usage' export all
misused '^Usage' export all -
misused '^Usage' find a --limit

works 'types lists the types' types
like "$out" '^member	Party member$' 'by name and term'
works 'a term names a type too' types 党员
like "$out" '^idno	' 'with its columns'
refuses 'no record type .person.; ronghe types' types person
run --lang zh_CN types
like "$out" '^member	党员$' '--lang turns the language'
finish
