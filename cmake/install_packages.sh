#!/bin/sh
# Installs the Debian packages the engine needs, and does nothing when they are there already.
set -eu
packages="g++ make cmake ninja-build pkg-config ccache python3
  libicu-dev libsimdjson-dev libtbb-dev libcli11-dev libfmt-dev libyaml-cpp-dev zlib1g-dev libexpected-dev libgumbo-dev
  libgtest-dev libbenchmark-dev"
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
