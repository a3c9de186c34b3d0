"""Every source of a project, read into the model: `python load_sources.py PROJECT`."""

import sys
from pathlib import Path

from limits import lift_size_limit
from stages import Stages

from build_tools.diagnostics.report import Report
from build_tools.load.project import load_project

lift_size_limit()
stages, report = Stages(), Report()
with stages.stage("load"):
    project = load_project(Path(sys.argv[1]), report)
assert project is not None
assert not report.diagnostics
stages.tell()
