"""The real document: it has no faults, and its numbers are those counted in the official text by hand."""

import csv
import hashlib
from collections import Counter
from pathlib import Path

import pytest

from build_tools.derive.accountability import accountability
from build_tools.diagnostics.report import Report
from build_tools.diagnostics.show import show
from build_tools.model import ids
from build_tools.model.document import Clause
from build_tools.model.edition import Accountability
from build_tools.model.project import Project
from build_tools.pipeline import check
from build_tools.text.collation import Located, locate, undo
from build_tools.text.reading import reading_lines
from toy_project import PROJECT

pytestmark = pytest.mark.corpus

GIVEN_TEXT = PROJECT / "source/internet-plus-2015/given-text.txt"
# The witness never changes; every emendation is measured against these bytes.
GIVEN_SHA256 = "a9845964558d3c81212dcc4facadd5b83034e207aa84d015e1ad1a656bab8a51"


@pytest.fixture(scope="module")
def loaded() -> tuple[Project, Report]:
    report = Report()
    project = check(PROJECT, report)
    assert project is not None
    return project, report


@pytest.fixture(scope="module")
def project(loaded: tuple[Project, Report]) -> Project:
    return loaded[0]


@pytest.fixture(scope="module")
def clauses(project: Project) -> list[Clause]:
    return list(project.document.clauses())


@pytest.fixture(scope="module")
def accounts(project: Project) -> dict[str, Accountability]:
    return dict(accountability(project.document, {agency.id: agency for agency in project.agencies}))


def rows() -> list[tuple[str, str, str, int]]:
    """Clause, agency, role and place in the note, compiled by hand from the official text."""
    with (Path(__file__).parent / "responsibility.csv").open(encoding="utf-8", newline="") as file:
        table = [(row["clause"], row["agency"], row["role"], int(row["order"])) for row in csv.DictReader(file)]
    assert len(table) == 174
    return table


def stated(account: Accountability) -> str:
    """The clause as the table names it: the note of a section's lead paragraph is the section's."""
    return account.stated_in.removesuffix(".p1")


def test_no_faults(loaded: tuple[Project, Report]) -> None:
    assert show(loaded[1], "text") == ""


def test_the_given_text_is_untouched() -> None:
    assert hashlib.sha256(GIVEN_TEXT.read_bytes()).hexdigest() == GIVEN_SHA256


def test_the_edition_rebuilds_the_given_text(project: Project) -> None:
    lines = reading_lines(project.document)
    located = [each for each in locate(project.emendations, lines) if isinstance(each, Located)]
    assert "".join(each.text for each in undo(lines, located)).encode() == GIVEN_TEXT.read_bytes()


def test_parts_and_sections(project: Project) -> None:
    listed = [[text.value for text in part.section_ids] for part in project.document.parts]
    assert listed == [
        ["1.1", "1.2", "1.3"],
        ["2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "2.10", "2.11"],
        ["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7"],
    ]
    assert [section.id for section in project.document.sections if section.heading is None] == ["0"]
    assert len(project.document.sections) == 22


def test_clauses_and_paragraphs(clauses: list[Clause]) -> None:
    numbered = [clause.id for clause in clauses if not ids.is_paragraph(clause.id)]
    assert Counter(clause[0] for clause in numbered) == {"2": 40, "3": 25}
    paragraphs = Counter(clause.id.rpartition(".")[0] for clause in clauses if ids.is_paragraph(clause.id))
    leads = {f"2.{number}": 1 for number in range(1, 12)}
    assert paragraphs == {"0": 2, "1.1": 1, "1.2": 5, "1.3": 6, **leads}
    assert sum(len(clause.sentences) for clause in clauses) == 256
    assert all((clause.heading is None) == ids.is_paragraph(clause.id) for clause in clauses)


def test_notes(clauses: list[Clause]) -> None:
    notes = [clause.responsible for clause in clauses if clause.responsible]
    assert len(notes) == 36
    assert sum(note.open_ended for note in notes) == 29
    assert all(note.open_ended == ("等" in note.zh.value) for note in notes)


def test_the_rule_stands_in_the_first_note(project: Project) -> None:
    rule = project.document.rule
    assert rule is not None
    first = next(clause.responsible for clause in project.document.clauses() if clause.responsible)
    assert (rule.clause, first.id) == ("2.1.p1", "2.1.p1.r")
    assert first.zh.value.endswith("，列第一位者为牵头部门，下同")


def test_duties_are_those_of_the_table(accounts: dict[str, Accountability]) -> None:
    found = [
        (stated(account), duty.agency.short, str(duty.role), order)
        for account in accounts.values()
        if not account.inherited
        for order, duty in enumerate(account.duties, 1)
    ]
    assert found == rows()


def test_leads_of_every_agency(accounts: dict[str, Accountability]) -> None:
    found = Counter(
        (duty.agency.short, str(duty.role))
        for account in accounts.values()
        if not account.inherited
        for duty in account.duties
        if duty.role != "participant"
    )
    assert found == Counter((agency, role) for _, agency, role, _ in rows() if role != "participant")
    assert found["发展改革委", "lead"] == 15


def test_clauses_of_part_2_answer_to_their_sections_note(
    clauses: list[Clause], accounts: dict[str, Accountability]
) -> None:
    without = [clause.id for clause in clauses if clause.id.startswith("2.") and clause.responsible is None]
    assert len(without) == 40
    for clause in without:
        account = accounts[clause]
        assert account.inherited
        assert account.stated_in == f"{ids.section_of(clause)}.p1"
        assert account.duties == accounts[account.stated_in].duties


def test_clauses_of_part_3_answer_by_their_own_notes(accounts: dict[str, Accountability]) -> None:
    third = [account for clause, account in accounts.items() if clause.startswith("3.")]
    assert len(third) == 25
    assert not any(account.inherited for account in third)


def test_part_1_and_the_preamble_hold_nobody_responsible(accounts: dict[str, Accountability]) -> None:
    assert {clause[0] for clause in accounts} == {"2", "3"}


def test_agencies(project: Project) -> None:
    assert len(project.agencies) == 37
    named = {
        ref.id
        for clause in project.document.clauses()
        if clause.responsible
        for ref in clause.responsible.agencies
    }
    assert named == {agency.id for agency in project.agencies}
    assert {agency for _, agency, _, _ in rows()} == {agency.short for agency in project.agencies}


def test_emendations(project: Project) -> None:
    expected = [
        f"{series}{number}"
        for series, last in (("A", 3), ("B", 14), ("C", 11), ("J", 2))
        for number in range(1, last + 1)
    ]
    assert [each.id for each in project.emendations] == expected
    places = {each.id: len(each.places) for each in project.emendations}
    assert (places["J1"], places["J2"], places["B10"], places["B11"]) == (26, 4, 4, 65)
    assert [each.id for each in project.emendations if not each.departs] == ["B12", "C7", "C8", "C9", "C10", "C11"]
