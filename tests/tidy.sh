#!/usr/bin/env bash
# clang-tidy over every source file of core and app; a file that passed is left out until it, a header or the rules change.
set -euo pipefail
cd "$(dirname "$0")/.."
compiled=build/dev
passed=build/tidy
mkdir -p "$passed"
cmake --preset dev >/dev/null
cmake --build "$compiled" --target thalweg_glad >/dev/null

common=$({ git ls-files 'core/*.h' 'core/*.def' 'app/*.h' .clang-tidy | xargs cat; clang-tidy-19 --version; } | sha256sum)
check() {
    file=$1
    key=$({ echo "$common"; cat "$file"; } | sha256sum | cut -d' ' -f1)
    stamp="$passed/${file//\//-}"
    [ "$(cat "$stamp" 2>/dev/null)" = "$key" ] && return 0
    clang-tidy-19 --quiet -p "$compiled" "$file" 2>/dev/null && echo "$key" >"$stamp"
}
export -f check
export common passed compiled
git ls-files 'core/*.cpp' 'app/*.cpp' | xargs -P "$(nproc)" -I{} bash -c 'check {}'
