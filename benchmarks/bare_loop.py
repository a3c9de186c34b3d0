"""The floor: the same page bodies by a bare loop of templates: `python bare_loop.py PROJECT FOLDER`.

The stage `pages` is loading the templates, rendering the body of every page and writing it to a file: no frame,
no MkDocs, no assets.
"""

import sys
from pathlib import Path

from limits import lift_size_limit
from stages import Stages

from build_tools import pipeline
from build_tools.diagnostics.report import Report
from build_tools.emit.pages.render import PageRenderer
from build_tools.emit.pages.settings import Settings
from build_tools.emit.pages.sitemap import pages

lift_size_limit()
root, out = map(Path, sys.argv[1:])
stages = Stages()
with stages.stage("edition"):
    edition = pipeline.edition(root, Report())
with stages.stage("pages"):
    renderer = PageRenderer(edition, root / "site_overrides" / "bodies", Settings("/", "", directories=True))
    for page in pages(edition):
        path = out / page.path / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(renderer.body(page), encoding="utf-8")
stages.tell()
