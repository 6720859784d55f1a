#!/usr/bin/env bash
# A child at the window: random clicks, drags, wheel and keys, and then the same scene must look as it did before, with
# no complaint of OpenGL's and no more memory in use.
#   random.sh THALWEG EYE FOLDER [SECONDS [SEED]]      20 seconds if not given; pictures are left in FOLDER
# Exit status 77 (skipped) where there is no virtual display to do it on.
set -euo pipefail
program=$(realpath "$1") eye=$(realpath "$2") folder=$(realpath -m "$3") duration=${4:-20}

. "$(dirname "$0")/display.sh"
begin_display
RANDOM=${5:-1}
# A name that is no command when it is typed where no field is.
scene=$folder/0

alive() { kill -0 "$window_process" 2>/dev/null || fail "the program has ended"; }
resident() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$window_process/status"; }

# In projector mode there is nothing but the views and the legend: no panel that may have been opened meanwhile.
"$program" export session --landscape himmelblau --start 0,1 --optimizer "adam lr=0.1" --optimizer "sgd lr=0.01" -o "$scene"
sed -i 's/^projector = false/projector = true/' "$scene"
grep -q '^projector = true' "$scene" || fail "the session file says nothing of the projector"
cp "$scene" "$folder/kept.toml"

# open_scene NAME: opens the scene as it was, by the dialog, takes its picture, and leaves projector mode.
remembered() { find "$XDG_STATE_HOME" -name recent.toml -newer "$folder/mark" | grep -q .; }
open_scene() {
    local i
    cp "$folder/kept.toml" "$scene"
    for ((i = 0; i < 20; ++i)); do
        touch -d '1 second ago' "$folder/mark"
        xdotool key Escape key Escape key Escape key Escape sleep 0.5
        xdotool key ctrl+o sleep 0.7 mousemove 610 128 sleep 0.3 mousedown 1 sleep 0.2 mouseup 1 sleep 0.3
        xdotool keydown ctrl keydown a sleep 0.3 keyup a keyup ctrl sleep 0.2 key 0
        xdotool sleep 0.3 keydown Return sleep 0.3 keyup Return sleep 1 mousemove 2 2
        remembered && break
    done
    remembered || fail "the scene cannot be opened again"
    sleep 8  # the word that it was opened goes, and the hint of the pointer
    picture "$1"
    xdotool key F11 sleep 1 windowfocus "$window"
}

# Keys that edit, play, move, open and close; not those that write files, end the program or change the type's size. What
# would stay beyond the scene is pressed twice.
keys=(space comma period Home End 1 2 3 4 5 6 Next Prior Left Right Up Down shift+Left shift+Up Delete r f t ctrl+z
    ctrl+z ctrl+shift+z Escape Tab x y plus asterisk 7 parenleft BackSpace)
twice=(c F8 F1 F11)
# What comes next, as words for xdotool; no clicks on the upper right corner, where settings and files are.
next_words() {
    local x=$((RANDOM % width)) y=$((RANDOM % height))
    ((y < 45 && x > 930)) && y=$((y + 60))
    local u=$(((x + RANDOM % 400 - 200 + width) % width)) v=$((50 + (y + RANDOM % 300) % (height - 60)))
    case $((RANDOM % 12)) in
    0 | 1 | 2) words=(mousemove $x $y sleep 0.02 mousedown 1 sleep 0.02 mousemove $(((x + u) / 2)) $(((y + v) / 2))
        sleep 0.02 mousemove $u $v sleep 0.02 mouseup 1) ;;
    3) words=(mousemove $x $y sleep 0.02 click 1) ;;
    4) words=(mousemove $x $y sleep 0.02 click --repeat 2 --delay 60 1) ;;
    5) words=(mousemove $x $y sleep 0.02 click 3) ;;
    6) words=(mousemove $x $y click $((4 + RANDOM % 2)) click $((4 + RANDOM % 2))) ;;
    7) words=(mousemove $x $y sleep 0.02 mousedown 3 mousemove $u $v sleep 0.02 mouseup 3) ;;
    8) local key=${twice[$((RANDOM % ${#twice[@]}))]}
        words=(key Escape key $key sleep 0.1 mousemove $x $y key $key) ;;
    9) local held=l
        ((RANDOM % 2)) && held=z
        words=(key Escape keydown $held mousemove $x $y sleep 0.03 mousemove $u $v keyup $held) ;;
    *) words=(key "${keys[$((RANDOM % ${#keys[@]}))]}" key "${keys[$((RANDOM % ${#keys[@]}))]}") ;;
    esac
}
play() {
    local until=$((SECONDS + $1)) count=0 chain i
    while ((SECONDS < until)); do
        chain=()
        for ((i = 0; i < 10; ++i)); do
            next_words
            chain+=("${words[@]}")
        done
        xdotool "${chain[@]}" sleep 0.02
        count=$((count + 10))
        alive
    done
    xdotool keyup l keyup z keyup ctrl keyup shift mouseup 1 mouseup 3
    say "$count random gestures in $1 seconds"
}

cd "$folder"
open_window "$scene" 2>"$folder/complaints.txt"
xdotool sleep 1 key F11 sleep 1 windowfocus "$window"

open_scene 1-before
# What comes once, such as the thumbnails of all groups, comes in the first part.
play $(((duration + 2) / 3))
open_scene 2-between
between=$(resident)
play $((duration - (duration + 2) / 3))
open_scene 3-after
after=$(resident)

for later in 2-between 3-after; do
    pixels=$("$eye" differ "$folder/1-before.png" "$folder/$later.png")
    say "$later differs from 1-before in $pixels pixels"
    [ "$pixels" -eq 0 ] || fail "the scene is drawn otherwise after random input"
done
say "resident memory: $between MB, then $after MB"
[ $((after * 100)) -le $((between * 115 + 2000)) ] || fail "memory grows from $between MB to $after MB"
[ ! -s "$folder/complaints.txt" ] || fail "the program complains: $(head -n 3 "$folder/complaints.txt")"
end_window
say "arrived"
