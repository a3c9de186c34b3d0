"""The toy project, fresh for every test."""

from pathlib import Path

import pytest

from build_tools.diagnostics.report import Report
from build_tools.model.project import Project
from build_tools.pipeline import check
from toy_project import copy_toy


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """The root of a copy of the toy project."""
    return copy_toy(tmp_path / "toy")


@pytest.fixture
def toy_report(toy: Path) -> Report:
    """The report on the toy as it is."""
    report = Report()
    check(toy, report)
    return report


@pytest.fixture
def toy_project(toy: Path) -> Project:
    """The toy as loaded, without faults."""
    report = Report()
    project = check(toy, report)
    assert project is not None
    assert not report.diagnostics
    return project
