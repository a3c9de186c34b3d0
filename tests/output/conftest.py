"""A copy of the real project for each test that changes it."""

from pathlib import Path

import pytest
from built_site import Site
from project_copy import copy_project


@pytest.fixture
def project(site: Site, tmp_path: Path) -> Path:
    """The root of a copy of the project of its own, as it was when the site was built, without the site."""
    return copy_project(tmp_path / "project", site.root)

