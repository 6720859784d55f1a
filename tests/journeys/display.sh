# What every journey begins with: a virtual display of its own and words for what goes wrong. The caller has set `program`
# and `folder`. Exit status 77 (skipped) where there is no virtual display to be had.

for tool in Xvfb xdotool; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

width=1280 height=720
seconds=60  # to wait for anything before the journey has failed

x_server='' window_process=''
end() {
    [ -z "$window_process" ] || kill "$window_process" 2>/dev/null || true
    [ -z "$x_server" ] || kill "$x_server" 2>/dev/null || true
}
trap end EXIT
fail() { echo "FAILED: $*"; exit 1; }
say() { echo "-- $*"; }

# until_true COMMAND...: tries again until it succeeds.
until_true() {
    local i
    for ((i = 0; i < seconds * 10; ++i)); do
        "$@" && return 0
        kill -0 "$window_process" 2>/dev/null || fail "the program has ended while waiting for: $*"
        sleep 0.1
    done
    fail "waited too long for: $*"
}

begin_display() {
    rm -rf "$folder"
    mkdir -p "$folder/screenshots" "$folder/documents"
    export XDG_PICTURES_DIR=$folder/screenshots XDG_DOCUMENTS_DIR=$folder/documents XDG_STATE_HOME=$folder/state
    export LIBGL_ALWAYS_SOFTWARE=1
    exec 3< <(exec Xvfb -displayfd 1 -screen 0 ${width}x${height}x24 -nolisten tcp -noreset 2>/dev/null)
    x_server=$!
    read -r number <&3
    export DISPLAY=:$number
    unset WAYLAND_DISPLAY
}

window_there() { window=$(xdotool search --onlyvisible --pid "$window_process" 2>/dev/null | head -n 1) && [ -n "$window" ]; }
# open_window FILE...: the program in a window that fills the display and has the keyboard.
open_window() {
    "$program" "$@" &
    window_process=$!
    until_true window_there
    xdotool windowmove "$window" 0 0 windowfocus "$window" mousemove 2 2 sleep 1
}
# end_window: as a user ends it, and it must say that all went well.
end_window() {
    local i status=0
    xdotool windowfocus "$window" key ctrl+q
    for ((i = 0; i < seconds * 10; ++i)); do kill -0 "$window_process" 2>/dev/null || break; sleep 0.1; done
    kill -0 "$window_process" 2>/dev/null && fail "Ctrl+Q does not quit"
    wait "$window_process" || status=$?
    window_process=''
    [ "$status" -eq 0 ] || fail "the program ended with status $status"
}

# picture NAME: the program's own screenshot, moved to FOLDER/NAME.png.
new_picture() { [ "$(find "$XDG_PICTURES_DIR" -name '*.png' | wc -l)" -gt 0 ]; }
picture() {
    rm -f "$XDG_PICTURES_DIR"/*.png
    xdotool key p
    until_true new_picture
    mv "$XDG_PICTURES_DIR"/*.png "$folder/$1.png"
}

# save: the session, in the file `session`, as it is now.
saved_anew() { [ "$session" -nt "$folder/mark" ]; }
save() {
    touch -d '1 minute ago' "$session"
    touch -d '30 seconds ago' "$folder/mark"
    xdotool key ctrl+s
    until_true saved_anew
}
