#!/usr/bin/env bash
# Installs what is missing and runs every check: formatting, shaders, the tests, the tests under sanitizers.
# Arguments go to ctest, e.g. `tests/run.sh -R formula`.
set -euo pipefail
top="$(cd "$(dirname "$0")/.." && pwd)"
cd "$top"
jobs=$(nproc)

step() { printf '\n== %s\n' "$*"; }

# build PRESET: configures and builds quietly; shows the end of the log when that fails.
build() {
    mkdir -p "build/$1"
    if ! { cmake --preset "$1" && cmake --build "build/$1" -j "$jobs"; } >"build/$1/build.log" 2>&1; then
        tail -n 60 "build/$1/build.log"
        echo "The build '$1' failed; the whole log is build/$1/build.log"
        exit 1
    fi
}

app/install-packages.sh run test

step "formatting"
git ls-files '*.h' '*.cpp' | xargs clang-format-19 --dry-run --Werror

step "shaders"
git ls-files 'shaders/*.vert' 'shaders/*.frag' | xargs glslangValidator --quiet

step "tests"
build tests
ctest --test-dir build/tests -j "$jobs" --output-on-failure --no-tests=error "$@"

step "tests under address and undefined-behaviour sanitizers"
build sanitize
export LSAN_OPTIONS="suppressions=$top/tests/leaks-of-drivers.txt:print_suppressions=0"
# Else LeakSanitizer takes a size for an address now and then, and crashes: it guesses where libraries that were loaded
# late, as graphics drivers are, keep their threads' variables, and the guess is made for an older glibc.
export ASAN_OPTIONS=intercept_tls_get_addr=0
export UBSAN_OPTIONS=print_stacktrace=1
ctest --test-dir build/sanitize -j "$jobs" --output-on-failure --no-tests=error --label-exclude journey "$@"

echo "all checks passed (clang-tidy, which takes long, is tests/tidy.sh)"
