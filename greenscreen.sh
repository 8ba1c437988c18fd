#!/usr/bin/env bash
# The whole study with one command: finds greenscreen beside this script, builds it if it is missing or older
# than its sources, and executes "greenscreen study" with the same arguments.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
greenscreen=$here/target/greenscreen/bin/greenscreen

say() { printf '%s\n' "$*" >&2; }

# The archive is the last file that a build writes.
is_built() {
  local archive=$here/target/greenscreen.tar.gz
  [[ -x $greenscreen && -f $archive ]] || return 1
  [[ -z $(find "$here/pom.xml" "$here/src" "$here/config.yaml" -newer "$archive" -print -quit) ]]
}

build() {
  say 'Building greenscreen with Maven …'
  command -v mvn >/dev/null || { say 'greenscreen.sh: mvn not found; install Maven 3.8 or newer.'; exit 1; }
  (cd "$here" && mvn -q -B -DskipTests package) >&2 || { say 'greenscreen.sh: the build failed, see above.'; exit 1; }
}

is_built || build
exec "$greenscreen" study "$@"
