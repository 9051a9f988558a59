#!/bin/sh
# Debian packages that only tests need (libatomic1: Playwright's driver). Installed where this runs as root; elsewhere named, and the tests that need them are skipped.
set -eu
fonts="fonts-noto-cjk fonts-noto-cjk-extra fonts-arphic-ukai fonts-arphic-uming fonts-arphic-gkai00mp fonts-arphic-gbsn00lp fonts-lxgw-wenkai fonts-wqy-microhei fonts-wqy-zenhei fonts-babelstone-han fonts-droid-fallback fonts-smiley-sans fonts-cns11643-kai fonts-cns11643-sung"
wanted="$fonts libgl1 libglib2.0-0 libatomic1 chromium postgresql curl sqlite3"
missing=""
for package in $wanted; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null || echo "could not install:$missing (tests that need them are skipped)"
else
  echo "not installed (tests that need them are skipped):$missing"
fi
