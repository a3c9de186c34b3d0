"""The toy project, fresh for every test, and the real one, built once."""

from pathlib import Path

import pytest
from built_site import Site
from project_copy import copy_project, duizhao

from build_tools.diagnostics.report import Report
from build_tools.model.project import Project
from build_tools.pipeline import check, edition
from toy_project import copy_toy


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real project as built by the command, with the edition it was built from."""
    root = copy_project(tmp_path_factory.mktemp("project"))
    done = duizhao("build", cwd=root)
    assert done.returncode == 0, done.stderr.decode()
    return Site(root, root / "site", edition(root, Report()))


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
