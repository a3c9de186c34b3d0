#!/bin/sh
# Writes requirements.lock from pyproject.toml: names, versions and hashes only, no addresses.
set -eu
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet pip-tools
"$tools/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra dev --all-build-deps \
  --output-file requirements.lock pyproject.toml
