# What a test in a real terminal includes, besides what it says itself:
#
#	. "$top_srcdir/tests/term/lib.sh"
#	works 'the sample office' init --sample
#	start 80x24 --operator kqy
#	shows '工作台' 'Home'
#	keys F9
#	finish
#
# start runs ronghe-test in tmux; plays runs it in a pseudo-terminal whose bytes
# a script counts (pty.c).  Both take the HOME of tests/cli/lib.sh, so that run
# and works see the same database.  What is waited for is waited for long, and
# never longer than it takes.
#
# Where a test sets them, $terminal is TERM, $locale is LANG and $extra holds
# further NAME=VALUE.

. "$top_srcdir/tests/cli/lib.sh"

pty=$top_builddir/tests/term/pty
language=zh_CN
trap 'stop; rm -rf "$work"' EXIT

# The environment and the program; the random numbers are others each time.
program()
{
	run_number=$((${run_number-0} + 1))
	# $extra is several words.
	# shellcheck disable=SC2086
	set -- env -i HOME="$work/home" PATH=/usr/bin:/bin TZ=Asia/Shanghai \
		LANG="${locale-C.UTF-8}" LANGUAGE="$language" TMPDIR="$work" \
		TERM="${terminal-xterm-256color}" \
		RONGHE_TEST_RUN=$run_number \
		ASAN_OPTIONS="${ASAN_OPTIONS-}" ${extra-} "$ronghe_test" "$@"
	"$run_in" "$@"
}

# plays NAME ARGUMENTS… <SCRIPT: a test that a script of pty.c goes as it says;
# every byte is added to $work/bytes, what it counted is in $work/counts.  Where
# the computer was too busy to send the bytes of one key in time it is played
# again, from the database as it is then.
plays()
{
	plays_name=$1
	shift
	run_in=in_pty
	cat >"$work/played"
	for plays_try in 1 2 3 4 5 6 7 8 9; do
		program "$@" <"$work/played" >"$work/counts" 2>"$work/said"
		plays_status=$?
		[ $plays_status -eq 3 ] || break
	done
	tap_report $plays_status "$plays_name" && return 0
	note "$(cat "$work/said")"
	return 1
}

in_pty()
{
	"$pty" -o "$work/bytes" -- "$@"
}

needs_tmux()
{
	[ -n "$TMUX_PROGRAM" ] || skip_all 'tmux is missing'
}

tmux()
{
	LC_ALL=C.UTF-8 "$TMUX_PROGRAM" -u -S "$socket" -f /dev/null "$@" \
		2>>"$work/tmux-said"
}

# start COLSxROWS ARGUMENTS…: the program in a terminal of that size.
start()
{
	geometry=$1
	shift
	run_in=in_tmux
	terminal=${terminal-screen-256color} program "$@"
}

# Writes its process id to $work/pid and, when it has ended, its status to
# $work/status: tmux itself does not always know that.
in_tmux()
{
	rm -f "$work/pid" "$work/status"
	socket=$work/tmux$run_number # a server that ends still holds its own
	(cd "$here" && tmux new-session -d -x "${geometry%x*}" \
		-y "${geometry#*x}" sh -c '
			sh -c "echo \$\$ >\$0; exec \"\$@\"" "$0/pid" "$@"
			echo $? >"$0/status"' "$work" "$@" \; \
		set -g status off \; set -g window-size manual \; \
		set -s escape-time 0 \; \
		resize-window -x "${geometry%x*}" -y "${geometry#*x}")
}

stop()
{
	[ -z "${socket-}" ] || tmux kill-server || :
	socket=
}

# keys KEY…: by the names that tmux has for them: F2, Escape, C-n.
keys()
{
	tmux send-keys "$@"
}

types()
{
	tmux send-keys -l -- "$1"
}

resize()
{
	tmux resize-window -x "${1%x*}" -y "${1#*x}"
}

screen()
{
	tmux capture-pane -p
}

# wait_until COMMAND…: gives it half a minute.
wait_until()
{
	wait_end=$(($(date +%s) + 30))
	until "$@"; do
		[ "$(date +%s)" -lt "$wait_end" ] || return 1
		sleep 0.02
	done
}

on_screen()
{
	screen | grep -Fq -e "$1"
}

not()
{
	! "$@"
}

gone()
{
	! on_screen "$1"
}

# shows TEXT NAME: a test that TEXT comes on the screen; where it does not, what
# follows has no ground and the whole test ends.
shows()
{
	seen_by "$2" on_screen "$1"
}

# hides TEXT NAME: a test that TEXT leaves the screen.
hides()
{
	seen_by "$2" gone "$1"
}

seen_by()
{
	seen_name=$1
	shift
	wait_until "$@"
	tap_report $? "$seen_name" && return 0
	note "not so: $*"
	note "$(screen)"
	exit 1
}

ended()
{
	[ -s "$work/status" ]
}

# ends STATUS NAME: a test that the program ends with that status.
ends()
{
	wait_until ended
	is "$(cat "$work/status")" "$1" "$2"
	stop
}
