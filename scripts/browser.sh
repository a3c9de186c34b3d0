#!/bin/sh
# Installs what the tests in tests/browser/ need. What cannot be had is said in one line and never stops the tests:
# those that need it are skipped, and counted as skipped.
set -u
cd "$(dirname "$0")/.." || exit 69
tools=tests/browser/node_modules

missing() { printf 'make: %s; the tests that need it are skipped\n' "$1" >&2; }

# A Debian package, where this user may install it.
debian() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    missing "$1 is missing, and this user may not install it (as root: apt-get install $1)"
  elif ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1; then
    missing "$1 is missing and could not be installed; is the network within reach?"
  fi
}

[ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null 2>&1 || debian chromium
command -v java >/dev/null 2>&1 || debian default-jre-headless
command -v npm >/dev/null 2>&1 || debian npm nodejs

if [ ! -f "$tools/.installed" ] || [ tests/browser/package-lock.json -nt "$tools/.installed" ]; then
  if ! command -v npm >/dev/null 2>&1; then
    missing "npm is missing"
  elif (cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund --silent >/dev/null 2>&1); then
    touch "$tools/.installed"
  else
    missing "the packages of tests/browser/package-lock.json could not be installed; is a package index within reach?"
  fi
fi
exit 0
