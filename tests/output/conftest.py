"""The real project, built once."""

from pathlib import Path

import pytest
from built_site import Site
from project_copy import copy_project, duizhao

from build_tools import pipeline
from build_tools.diagnostics.report import Report


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real project as built by the command, with the edition it was built from."""
    root = copy_project(tmp_path_factory.mktemp("project"))
    done = duizhao("build", cwd=root)
    assert done.returncode == 0, done.stderr.decode()
    return Site(root, root / "site", pipeline.edition(root, Report()))


@pytest.fixture
def project(site: Site, tmp_path: Path) -> Path:
    """The root of a copy of the project of its own, as it was when the site was built, without the site."""
    return copy_project(tmp_path / "project", site.root)

