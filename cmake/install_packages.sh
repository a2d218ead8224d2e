#!/bin/sh
# Installs the Debian packages of the named parts, and does nothing when they are there already.
#   engine: what the program and its tests are built from        tools: what lint and fuzzing need besides
#   arrow: what cmake/install_arrow.sh needs besides
set -eu
engine="g++ make cmake ninja-build pkg-config ccache python3
  libicu-dev libsimdjson-dev rapidjson-dev libtbb-dev libcli11-dev libfmt-dev libyaml-cpp-dev zlib1g-dev libdeflate-dev libexpected-dev
  libarchive-dev libbrotli-dev libpugixml-dev libsqlite3-dev
  libgtest-dev libbenchmark-dev"
tools="xz-utils clang-16 clang-tidy-16 clang-format-16 libclang-rt-16-dev"
arrow="python3-venv"
packages=""
for part in "$@"; do
  case "$part" in
    engine) packages="$packages $engine" ;;
    tools) packages="$packages $tools" ;;
    arrow) packages="$packages $arrow" ;;
    *) echo "install_packages.sh: no part is called $part" >&2; exit 2 ;;
  esac
done
missing=""
for package in $packages; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing"
as_root=""
[ "$(id -u)" = 0 ] || as_root=sudo
$as_root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing
