"""Prints Lighthouse's score for speed of a few pages, as a phone loads them from a compressing server.

`python benchmarks/page_speed.py`. Needs Chromium, node and the packages of tests/browser/ (`sh scripts/browser.sh`).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from build_tools import pipeline  # noqa: E402
from build_tools.diagnostics.report import Report  # noqa: E402
from build_tools.site.plugin import build_site  # noqa: E402
from local_server import serving  # noqa: E402 – tests are no package

LIGHTHOUSE = ROOT / "tests" / "browser" / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = ("en/", "en/2.8/", "zh-hans/2.8/", "zh-hant-tw/tracker/", "en/full/")
ROUNDS = 3
FIGURES = {"first-contentful-paint": "ms", "largest-contentful-paint": "ms", "total-blocking-time": "ms"}


def _chromium(folder: Path) -> Path:
    """Chromium as Lighthouse starts it, without its sandbox."""
    found = os.environ.get("CHROMIUM", "") or shutil.which("chromium")
    if not found or not shutil.which("node") or not LIGHTHOUSE.is_file():
        sys.exit("Chromium, node or lighthouse is missing: sh scripts/browser.sh installs them")
    script = folder / "chromium"
    script.write_text(f'#!/bin/sh\nexec "{found}" --no-sandbox "$@"\n', "utf-8")
    script.chmod(0o755)
    return script


def _report(url: str, chromium: Path) -> dict[str, float]:
    """One run: the score from 0 to 100, and the figures behind it."""
    command = ["node", str(LIGHTHOUSE), url, "--quiet", "--output=json", "--only-categories=performance"]
    env = {**os.environ, "CHROME_PATH": str(chromium)}
    done = subprocess.run(
        [*command, "--chrome-flags=--headless=new"], env=env, capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    figures = {name: found["audits"][name]["numericValue"] for name in FIGURES}
    return {"score": 100 * found["categories"]["performance"]["score"], **figures}


def main() -> None:
    """Build, measure and print."""
    with tempfile.TemporaryDirectory(prefix="duizhao-speed-") as name:
        folder = Path(name)
        build_site(ROOT, pipeline.edition(ROOT, Report()), folder / "site", archived=False)
        chromium = _chromium(folder)
        with serving(folder / "site", "/") as server:
            for page in PAGES:
                runs = [_report(server.url + page, chromium) for _ in range(ROUNDS)]
                told = ", ".join(f"{key} {median(run[key] for run in runs):.0f}" for key in runs[0])
                print(f"{page}: {told}", flush=True)


if __name__ == "__main__":
    main()
