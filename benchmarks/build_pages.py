"""Check, derive, and every page by the plugin: `python build_pages.py PROJECT SITE`."""

import sys
from pathlib import Path

from limits import lift_size_limit
from stages import Stages

from build_tools import pipeline
from build_tools.diagnostics.report import Report
from build_tools.site.plugin import build_site

lift_size_limit()
root, out = map(Path, sys.argv[1:])
stages = Stages()
with stages.stage("edition"):
    edition = pipeline.edition(root, Report())
with stages.stage("pages"):
    count = build_site(root, edition, out, archived=False)
stages["count"] = count
stages.tell()
