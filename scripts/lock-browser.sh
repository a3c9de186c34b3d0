#!/bin/sh
# Writes tests/browser/package-lock.json from package.json: names, versions and hashes only, no addresses.
set -eu
cd "$(dirname "$0")/../tests/browser"
rm -rf node_modules package-lock.json
npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund
python3 - <<'PYTHON'
import json
from pathlib import Path

path = Path("package-lock.json")
lock = json.loads(path.read_text("utf-8"))
for package in lock["packages"].values():
    for key in ("resolved", "funding", "deprecated"):
        package.pop(key, None)
path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", "utf-8")
PYTHON
