#!/usr/bin/env bash
# A journey through the real window: a real mouse drags the start point, real keys play, undo, change the landscape.
#   window.sh THALWEG EYE FOLDER       pictures of every stop are left in FOLDER
# Exit status 77 (skipped) where there is no virtual display to do it on.
set -euo pipefail
program=$1 eye=$2 folder=$3

. "$(dirname "$0")/display.sh"
begin_display
session=$folder/session.toml

start() { sed -n 's/^starts = \[\[\(.*\)\]\]$/\1/p' "$session" | tr -d ' '; }
formula() { sed -n 's/^formula = "\(.*\)".*/\1/p' "$session"; }
# start_is X Y: the saved start, to within the size of a pixel.
start_is() {
    start | awk -F, -v x="$1" -v y="$2" '{ exit !(($1-x)^2 + ($2-y)^2 < 0.05^2) }' ||
        fail "the start is at $(start) and not at $1,$2"
}

where() { "$eye" where "$session" $width $height "$@"; }
# drag VIEW X0 Y0 X1 Y1: takes hold at one point of the plane and lets go at another.
drag() {
    local from to
    read -ra from <<<"$(where "$1" "$2" "$3")"
    read -ra to <<<"$(where "$1" "$4" "$5")"
    xdotool mousemove "${from[@]}" sleep 0.3 mousedown 1 sleep 0.2
    for share in 1 2 3 4; do
        xdotool mousemove $((from[0] + (to[0] - from[0]) * share / 4)) $((from[1] + (to[1] - from[1]) * share / 4)) sleep 0.1
    done
    xdotool sleep 0.2 mouseup 1 sleep 0.2 mousemove 2 2
}
# changed A B PIXELS: the two pictures differ in at least so many.
changed() {
    local pixels
    pixels=$("$eye" differ "$folder/$1.png" "$folder/$2.png")
    [ "$pixels" -ge "$3" ] || fail "$1 and $2 differ in $pixels pixels only"
    say "$1 and $2 differ in $pixels pixels"
}

cat >"$session" <<TOML
version = 1
starts = [[3.0, 2.0]]
steps = 60

[landscape]
formula = "x^2 + 4y^2"
domain = [-5.0, 5.0, -5.0, 5.0]

[[optimizers]]
optimizer = "sgd lr=0.05"

[[optimizers]]
optimizer = "adam lr=0.2"
color = 4

[playback]
step = 60.0

[display.map]
TOML
sed -i '/^\[display.map\]$/d' "$session"

say "a start is timed"
start_times=$("$program" bench start --runs 1 --json)
grep -q '"picture": [1-9]' <<<"$start_times" || fail "bench start says no time of the first picture: $start_times"

say "the window"
open_window "$session"
save
start_is 3 2
picture 1-before

say "the mouse drags the start on the map"
drag contour 3 2 -2 1
picture 2-dragged-on-the-map
save
start_is -2 1
changed 1-before 2-dragged-on-the-map 1000

say "and on the surface"
drag surface -2 1 2 -1
picture 3-dragged-on-the-surface
save
start_is 2 -1
changed 2-dragged-on-the-map 3-dragged-on-the-surface 1000

say "undo takes back one drag at a time"
xdotool key ctrl+z sleep 0.3
save
start_is -2 1
xdotool key ctrl+z sleep 0.3
save
start_is 3 2
xdotool key ctrl+shift+z sleep 0.3
save
start_is -2 1

say "an idle window does not work"
sleep 1
ticks() { awk '{ print $14 + $15 }' "/proc/$window_process/stat"; }
before=$(ticks)
sleep 3
worked=$(($(ticks) - before))
[ "$worked" -le 6 ] || fail "an idle window has used $worked ticks of the processor in 3 seconds"

say "a formula is typed, badly and well"
# Held as long as a hand would: a key that comes and goes between two frames is not seen by the field.
select_all() { xdotool keydown ctrl keydown a sleep 0.2 keyup a keyup ctrl sleep 0.2; }
xdotool mousemove 820 20 sleep 0.3 mousedown 1 sleep 0.1 mouseup 1 sleep 0.2
for text in 'x^^2' 'x^2 + 3y^2'; do
    select_all
    xdotool type --delay 60 "$text"
    xdotool sleep 0.5
done
xdotool keydown Return sleep 0.2 keyup Return mousemove 2 2 sleep 0.3
save
[ "$(formula)" = 'x^2 + 3y^2' ] || fail "the formula is $(formula)"

say "keys play, turn pages, change the theme, project"
xdotool key Home sleep 0.2 key period sleep 0.2 key period sleep 0.2
save
grep -q '^step = 2' "$session" || fail "two steps forward from the start are not step 2"
xdotool key 2 sleep 0.5
picture 4-second-group
changed 3-dragged-on-the-surface 4-second-group 20000
xdotool key Next sleep 0.3 key t sleep 0.5
picture 5-light
changed 4-second-group 5-light 20000
xdotool key F11 sleep 1.5
picture 6-projector
xdotool key Escape sleep 1 windowfocus "$window"
picture 7-back

say "the palette finds a landscape by name, and a presenter's keys do what they say"
# A busy machine may take its time to open the palette and to do what it is told.
xdotool key ctrl+k sleep 0.5 type --delay 60 rosenbrock
xdotool sleep 0.5 key Return sleep 0.5
rosenbrock_is_saved() {
    save
    grep -q '^id = "rosenbrock"' "$session"
}
until_true rosenbrock_is_saved
# The word that the session was saved goes after some seconds: later pictures must not differ by it.
xdotool key End sleep 0.5 mousemove 2 2 sleep 7
picture 8-rosenbrock
xdotool key c sleep 0.5
picture 9-caption
changed 8-rosenbrock 9-caption 3000
xdotool key F8 sleep 0.3 key Home sleep 0.5
picture 10-frozen
xdotool key F8 sleep 0.5
picture 11-thawed
changed 10-frozen 11-thawed 500
xdotool mousemove 500 300 keydown l sleep 0.3 mousemove 560 320 sleep 0.3 keyup l sleep 0.3
xdotool keydown z sleep 0.3 mousemove 900 300 sleep 0.3 keyup z mousemove 2 2 sleep 0.5
picture 12-as-before
[ "$("$eye" differ "$folder/11-thawed.png" "$folder/12-as-before.png")" -le 100 ] || fail "laser pointer or magnifier stay"

say "odd keys do no harm"
xdotool key F1 sleep 0.2 key Escape key F5 sleep 0.5 key F5 sleep 0.5 key Delete key Left key shift+Up key space sleep 0.5 key space key End key comma key f key r sleep 0.5

say "it ends as asked"
end_window
say "arrived"
