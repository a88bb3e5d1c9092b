# What the environment may say: locales that are installed and those that are
# not, no colours, a terminal that cannot place its cursor.

. "$top_srcdir/tests/term/lib.sh"

works 'the sample office' init --sample

# home_in NAME: that Home is there, a list too, and F10 leaves.
home_in()
{
	plays "$1" --operator kqy <<-END
		expect 各项工作
		expect F10
		type 1
		expect 出生日期
		expect 阿茹罕
		type %1b%1b%0c
		expect 各项工作
		type %1b[21~
		end
	END
}

for locale in C.UTF-8 zh_CN.UTF-8 en_US.UTF-8 C POSIX nonsense; do
	home_in "LANG=$locale"
done
unset locale

: >"$work/bytes"
home_in 'with colours'
ok 'colours are there' grep -q "$(printf '\033\\[3[0-9]m')" "$work/bytes"
: >"$work/bytes"
extra=NO_COLOR=1
home_in 'with NO_COLOR'
ok 'no colour is there' not grep -q "$(printf '\033\\[[34][0-9]m')" \
	"$work/bytes"

# ncurses itself leaks where it knows no such terminal.
extra=LSAN_OPTIONS=detect_leaks=0
for terminal in dumb unheard-of; do
	: >"$work/bytes"
	run_in=in_pty program --operator kqy 2>"$work/said" <<-END
		expect TERM=xterm
		end
	END
	like "$(cat "$work/said")" 'status 1$' "TERM=$terminal is refused"
	is "$(wc -l <"$work/bytes")" 1 'in one line'
	like "$(cat "$work/bytes")" "“$terminal”" 'that names it'
done
finish
