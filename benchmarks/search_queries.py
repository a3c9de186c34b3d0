"""Prints how long the search engine takes for a query, at the size of the project and at 36,000 passages.

`python benchmarks/search_queries.py`. Needs Chromium (the variable CHROMIUM or the command of that name). Each query
is asked several times; the first time includes what the engine prepares once, such as how passages are read aloud.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from build_tools.diagnostics.report import Report
from build_tools.emit.search.files import ENGINE, index_path, search_files
from build_tools.model.locale import EN
from build_tools.pipeline import edition

ROOT = Path(__file__).resolve().parent.parent
PASSAGES = 36_000
ROUNDS = 7
QUERIES = (
    *("互联网", "網路安全", "的", "hulianwang", "hù lián wǎng", "yinhang", "data security", "e", "2.8.3", "qzxv"),
    "众创空间 mass",
)
# The whole index, or as many copies of the sentences and headings as make up the number.
_START = """wanted => {
  const engine = new duizhaoSearch.Engine(duizhaoIndex.first);
  engine.add(duizhaoIndex.later);
  const rows = wanted ? engine.rows.filter((row) => row.kind === "text") : engine.rows;
  if (wanted) engine.rows = [];
  for (let at = 0; engine.rows.length < wanted; at++) {
    engine.rows.push({ ...rows[at % rows.length], number: engine.rows.length });
  }
  self.engine = engine;
  return engine.rows.length;
}"""
_TIME = """([query, rounds]) => {
  const times = [];
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    hits = engine.search(query).hits.length;
    times.push(performance.now() - start);
  }
  return [times[0], times.slice(1).sort((a, b) => a - b)[Math.floor((rounds - 1) / 2)], hits];
}"""


def measure(page: Page, wanted: int) -> None:
    """Print the times of all queries for at least so many passages."""
    print(f"\n{page.evaluate(_START, wanted)} passages: ms the first time, median of the others, results")
    for query in QUERIES:
        first, median, hits = page.evaluate(_TIME, [query, ROUNDS])
        print(f"  {query}: {first:.1f}, {median:.1f}, {hits}")


def main() -> None:
    """Measure and print."""
    chromium = os.environ.get("CHROMIUM", "") or shutil.which("chromium")
    if not chromium:
        sys.exit("There is no Chromium.")
    made = search_files(edition(ROOT, Report()), ROOT / "site_overrides/search")
    files = {each.path: each.content.decode() for each in made}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for path in (ENGINE, index_path(EN), index_path(EN, "later")):
            page.add_script_tag(content=files[path])
        for wanted in (0, PASSAGES):
            measure(page, wanted)
        browser.close()


if __name__ == "__main__":
    main()
