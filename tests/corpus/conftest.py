"""The real document as loaded and checked."""

import pytest

from build_tools.diagnostics.report import Report
from build_tools.model.project import Project
from build_tools.pipeline import check
from toy_project import PROJECT


@pytest.fixture(scope="session")
def project() -> Project:
    found = check(PROJECT, Report())
    assert found is not None
    return found
