"""Every faults case reports exactly what it says: codes, places, underlined words, in the order of place."""

import json
from pathlib import Path

import pytest

from build_tools.derive.edition import derive
from build_tools.diagnostics.codes import CODES
from build_tools.diagnostics.report import Diagnostic, Report
from build_tools.diagnostics.show import show
from build_tools.emit.print.coverage import uncovered
from build_tools.pipeline import check
from case_files import Case, read_cases
from toy_project import apply

CASES = read_cases("faults")


def report_of(case: Case, root: Path) -> Report:
    for edit in case.edits:
        apply(edit, root)
    report = Report()
    project = check(root, report)
    if case.stage == "print":
        assert project is not None
        report.stop_on_errors()
        report.extend(uncovered(derive(project)))
    return report


def place(report: Report, found: Diagnostic) -> tuple[str, str, int, int, str]:
    span = found.span
    start = span.column - 1
    words = report.line(span)[start : start + span.length]
    return found.code, span.path, span.line, span.column, words


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, toy: Path) -> None:
    report = report_of(case, toy)
    assert [place(report, each) for each in report.diagnostics] == [each.place for each in case.expected]
    for found, expected in zip(report.diagnostics, case.expected, strict=True):
        said = " ".join((*map(found.message, ("en", "zh")), *map(found.hint, ("en", "zh"))))
        for words in expected.says:
            assert words in said
    check_forms(report, case)


def check_forms(report: Report, case: Case) -> None:
    """Every case can be shown in every form, and the forms name the same faults."""
    text, commands, rows = show(report, "text"), show(report, "github"), json.loads(show(report, "json"))
    assert [row["code"] for row in rows] == [each.code for each in case.expected]
    assert len(commands.splitlines()) == len(rows)
    assert text.isprintable() or set(filter(lambda char: not char.isprintable(), text)) == {"\n"}
    for each in case.expected:
        severity = CODES[each.code].severity
        assert f"{each.file}:{each.line}:{each.column}: {severity}[{each.code}] " in text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_name_says_what_is_expected(case: Case) -> None:
    code = case.name.split("-")[0]
    assert code in {each.code for each in case.expected}


def test_many_faults_are_found_in_one_run() -> None:
    most = max(CASES, key=lambda case: len({each.file for each in case.expected}))
    assert len(most.expected) >= 6
    assert len({each.file for each in most.expected}) >= 4
