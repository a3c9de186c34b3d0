#!/bin/sh
# Makes the virtual environment from the lock file, or says in one line what is missing.
set -eu
venv=$1
python=${PYTHON:-python3}

fail() { printf 'make: %s\n' "$1" >&2; exit 69; }

# Debian packages, where this user may install them; otherwise the sentence says which one to ask for.
debian() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
  else
    fail "the Debian package(s) $* are missing; install them as root: apt-get install $*"
  fi
}

command -v "$python" >/dev/null 2>&1 || fail "Python 3.11 or newer is missing (looked for '$python'; set PYTHON=... to name another)"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is needed, $("$python" -V) was found"
"$python" -c 'import ensurepip, venv' 2>/dev/null || debian python3-venv

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock \
  || fail "the Python packages of requirements.lock could not be installed; is a package index within reach?"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . \
  || fail "this package could not be installed into $venv"
touch "$venv/.installed"
