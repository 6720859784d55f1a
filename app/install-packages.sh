#!/usr/bin/env bash
# Installs what is missing of the named sections of app/packages.txt: install-packages.sh run [test]
set -euo pipefail
list="$(dirname "$0")/packages.txt"

wanted=()
for section in "$@"; do
    mapfile -t -O "${#wanted[@]}" wanted < <(sed -n "/^\[$section\]/,/^\[/p" "$list" | grep -Ev '^(\[|#|$)')
done
installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
missing=$(comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) <(sort -u <<<"$installed"))
[ -n "$missing" ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
        echo "These packages are missing and only root can install them: $(tr '\n' ' ' <<<"$missing")" >&2
        exit 2
    }
    as_root=(sudo)
fi
echo "Installing: $(tr '\n' ' ' <<<"$missing")"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # one word a package
if ! { "${as_root[@]}" apt-get update &&
    "${as_root[@]}" apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The packages could not be installed; see above, mend that and run this again." >&2
    exit 2
fi
