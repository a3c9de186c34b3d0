"""The whole story: load → check → derive → emit."""

from pathlib import Path

from build_tools.checks.registry import run_checks
from build_tools.derive.edition import derive
from build_tools.diagnostics.report import Report
from build_tools.load.project import load_project
from build_tools.model.edition import Edition
from build_tools.model.project import Project


def check(root: Path, report: Report) -> Project | None:
    """Read and check the project below `root`; what is wrong is in the report."""
    project = load_project(root, report)
    if project is not None:
        report.extend(list(run_checks(project, complete=not report.has_errors)))
    return project


def edition(root: Path, report: Report) -> Edition:
    """The edition of the project below `root`; raises `ContentError` if anything forbids it."""
    project = check(root, report)
    report.stop_on_errors()
    if project is None:
        raise AssertionError("no project and no error reported")
    return derive(project)
