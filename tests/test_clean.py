"""What editors may do: the toy as it is, and edits that are no faults."""

from pathlib import Path

import pytest

from build_tools.diagnostics.report import Report
from build_tools.diagnostics.show import show
from build_tools.pipeline import check
from case_files import Case, read_cases
from toy_project import apply

CASES = read_cases("clean")


def test_the_toy_is_without_fault(toy_report: Report) -> None:
    assert show(toy_report, "text") == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_clean(case: Case, toy: Path) -> None:
    assert not case.expected
    for edit in case.edits:
        apply(edit, toy)
    report = Report()
    assert check(toy, report) is not None
    assert show(report, "text") == ""
