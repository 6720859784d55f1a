#!/usr/bin/env bash
# A journey of files that are dropped on the real window: samples, a grid, a path, several at once, one that is none.
#   drop.sh THALWEG DROP FOLDER       pictures of every stop are left in FOLDER
# Exit status 77 (skipped) where there is no virtual display to do it on.
set -euo pipefail
program=$1 drop=$2 folder=$3

. "$(dirname "$0")/display.sh"
begin_display
session=$folder/session.toml

# The files arrive, and whoever dropped them is told so.
drop_files() { "$drop" "$window" 600 300 "$@" || fail "the window does not take $*"; }
# saved_has WORDS: the session has a line with them once the window has done what it was told.
saved_has() {
    words=$1
    saved_line() { save && grep -qF "$words" "$session"; }
    until_true saved_line
}

printf 'distance,velocity\n1,2\n2,3.5\n3,7\n4,7.5\n' >"$folder/far away.csv"
printf 'width,height,kind\n1,1,0\n2,1,0\n1,2,1\n3,4,1\n2.5,3,1\n' >"$folder/kinds.csv"
printf 'hours,mark\n1,2\n2,\nnan,4\n4,7\n' >"$folder/holes.csv"
printf '4 1 4\n1 0 1\n4 1 4\n9 5 9\n' >"$folder/grid.txt"
printf 'x,y,loss\n3,2,13\n1,1,2\n0,0,0\n' >"$folder/run.csv"
printf 'hours,mark\n' >"$folder/header.csv"
printf 'version = 1\n\n[landscape]\nformula = "x^2 + 4y^2"\n' >"$session"

say "the window"
open_window "$session"

say "samples are shown before they are opened; two classes get a loss of theirs"
drop_files "$folder/kinds.csv"
xdotool sleep 1
picture 1-asked
xdotool key Return
saved_has 'source = "data"'
saved_has 'task = "classes"'
picture 2-classes

say "which gives way to one that suits other samples"
drop_files "$folder/far away.csv"
xdotool sleep 1 key Return
saved_has 'far away.csv'
saved_has 'task = "regression"'
picture 3-numbers

say "rows without all their numbers are left out, and counted"
drop_files "$folder/holes.csv"
xdotool sleep 1
picture 4-holes
xdotool key Return
saved_has 'holes.csv'

say "a run with its losses is laid over the surface at once"
drop_files "$folder/run.csv"
saved_has 'run.csv'
picture 5-run

say "a grid is asked about; of two files each is heard"
drop_files "$folder/grid.txt" "$folder/run.csv"
xdotool sleep 1
picture 6-grid
xdotool key Return
saved_has 'source = "grid"'

say "what holds nothing is said and changes nothing"
drop_files "$folder/header.csv"
xdotool sleep 1
picture 7-nothing
saved_has 'source = "grid"'

say "it ends as asked"
end_window
say "arrived"
