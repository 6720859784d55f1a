#!/usr/bin/env bash
# Installs what is missing, builds Thalweg and starts it; arguments are passed on to the program.
# With no display and no arguments the tour is rendered to pictures instead.
set -euo pipefail
top="$(cd "$(dirname "$0")/.." && pwd)"
build="$top/build/release"

"$top/app/install-packages.sh" run
mkdir -p "$build"
if ! { (cd "$top" && cmake --preset release) && cmake --build "$build" --target thalweg; } >"$build/build.log" 2>&1; then
    tail -n 40 "$build/build.log" >&2
    echo "Thalweg could not be built; the whole log is $build/build.log" >&2
    exit 2
fi

if [ $# -eq 0 ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display: rendering the tour to $top/build/tour"
    exec "$build/thalweg" tour -o "$top/build/tour"
fi
exec "$build/thalweg" "$@"
