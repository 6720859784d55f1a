#!/usr/bin/env bash
# A journey of accidents: the window and exporting programs are killed at random moments; nothing is lost but the last
# gesture, nothing is there half-written, and the next window goes on.
#   crash.sh THALWEG EYE FOLDER       what was found is left in FOLDER
# Exit status 77 (skipped) where there is no virtual display to do it on.
set -euo pipefail
program=$1 eye=$2 folder=$3

. "$(dirname "$0")/display.sh"
begin_display
RANDOM=${SEED:-7}

# after MOST: waits for a random time of less than so many milliseconds.
after() { sleep "$(awk -v share="$RANDOM" -v most="$1" 'BEGIN { print share / 32768 * most / 1000 }')"; }
kill_at_once() {
    kill -9 "$1" 2>/dev/null || true  # it may have ended a moment ago
    wait "$1" 2>/dev/null || true
}
kill_window() {
    kill_at_once "$window_process"
    window_process=''
}
open_places() { { find "$folder/state/thalweg/open" -name '*.toml' 2>/dev/null || true; } | sort; }
landscape_of() { sed -n 's/^id = "\([^"]*\)".*/\1/p' "$1" 2>/dev/null | head -n 1; }
# is_kept WORD: the only kept session is of this landscape.
is_kept() { [ "$(landscape_of "$(open_places)")" = "$1" ]; }
is_another_than() { [ -n "$(open_places)" ] && ! is_kept "$1"; }
# whole SESSION: a session file or a picture is read without a word of complaint.
whole() {
    local words
    words=$("$program" export session --session "$1" -o "$folder/read.toml" 2>&1) || fail "$1: $words"
    [ -z "$words" ] || fail "$1: $words"
}
click() { xdotool mousemove "$1" "$2" sleep 0.5 mousedown 1 sleep 0.3 mouseup 1 sleep 0.3; }

say "killed while keys edit: what is kept is the last edit, or the one before it"
for round in 1 2 3 4; do
    rm -rf "$folder/state"
    open_window
    before=himmelblau
    for ((edit = RANDOM % 2; edit < 3; ++edit)); do
        xdotool key Next
        until_true is_another_than "$before"
        before=$(landscape_of "$(open_places)")
    done
    xdotool key Next
    after 600
    kill_window
    whole "$(open_places)"
    say "round $round: $(landscape_of "$(open_places)") after $before"
done

# one_edit: a window in which one key has opened another landscape, and that is kept. The offer that names it is known
# to this journey by its place.
one_edit() {
    open_window
    places=$(open_places | wc -l)
    xdotool key Next
    until_true one_more_place
}
only_one_place() { [ "$(open_places | wc -l)" -eq 1 ]; }
one_more_place() { [ "$(open_places | wc -l)" -gt "$places" ]; }
# The offer stands in the middle below the bar, its buttons at its right end: here is "Go on where you were".
go_on() { click 814 72; }
documents() { find "$XDG_DOCUMENTS_DIR" -name '*.toml'; }
is_saved() { [ -n "$(documents)" ]; }
# shows WORD: what the window saves now is of this landscape.
shows() {
    rm -f "$XDG_DOCUMENTS_DIR"/*.toml
    xdotool key ctrl+s
    until_true is_saved
    [ "$(landscape_of "$(documents)")" = "$1" ]
}
# A busy machine may take its time to draw the offer.
clicked_it_shows() {
    go_on
    shows "$1"
}
# goes_on WORD: a new window does not show this landscape until it is asked to go on.
goes_on() {
    open_window
    shows "$1" && fail "the window shows $1 before it was asked to go on"
    until_true clicked_it_shows "$1"
}

say "the next window offers to go on, and does when that is clicked"
rm -rf "$folder/state"
one_edit
kept=$(landscape_of "$(open_places)")
kill_window
goes_on "$kept"
until_true only_one_place
end_window
[ -z "$(open_places)" ] || fail "a window that ended well has left $(open_places)"

say "two windows keep to themselves; killed, each is gone on with once"
one_edit
first=$window_process
one_edit
[ "$(open_places | wc -l)" -eq 2 ] || fail "two windows keep $(open_places)"
kill_at_once "$first"
kill_window
for place in $(open_places); do whole "$place"; done
for left in 1 0; do
    goes_on "$kept"
    end_window
    [ "$(open_places | wc -l)" -eq $left ] || fail "$(open_places | wc -l) places are left and not $left"
done

say "killed while it saves pictures: every picture there is is whole"
rm -rf "$folder/state"
for round in 1 2 3; do
    open_window
    xdotool key p
    after 900
    kill_window
done
for picture in "$XDG_PICTURES_DIR"/*; do
    [ -e "$picture" ] || continue
    [ "$("$eye" differ "$picture" "$picture")" -eq 0 ] || fail "$picture is not whole"
    whole "$picture"
done

# killed_while FILE COMMAND...: what it writes is there before; killed at random, the file is still whole.
killed_while() {
    local file=$1 began time
    shift
    began=$(date +%s%3N)
    "$@" >/dev/null || fail "$*"
    time=$(($(date +%s%3N) - began))
    for round in 1 2 3 4; do
        "$@" >/dev/null 2>&1 &
        after "$time"
        kill_at_once $!
        [ -s "$file" ] || fail "$file is gone"
    done
}
say "killed while it exports: what was there is there, whole"
session=$(documents)
killed_while "$folder/a.png" "$program" render --session "$session" --size 800x500 -o "$folder/a.png"
[ "$("$eye" differ "$folder/a.png" "$folder/a.png")" -eq 0 ] || fail "a.png is not whole"
whole "$folder/a.png"
killed_while "$folder/a.csv" "$program" export trajectories --session "$session" -o "$folder/a.csv"
"$program" export trajectories --session "$session" -o "$folder/b.csv"
cmp "$folder/a.csv" "$folder/b.csv" || fail "a.csv is not whole"
if command -v ffmpeg >/dev/null; then
    killed_while "$folder/a.mp4" "$program" animate --session "$session" --seconds 0.5 --hold 0 --fps 12 --size 320x200 -o "$folder/a.mp4"
    words=$(ffmpeg -v error -i "$folder/a.mp4" -f null - 2>&1) || fail "a.mp4 is not whole: $words"
    [ -z "$words" ] || fail "a.mp4 is not whole: $words"
fi
say "arrived"
