"""The edition with its emendations undone is the given text, and not otherwise."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from build_tools.model.emendation import Certainty, Emendation, EmendationKind, Place
from build_tools.model.project import Project
from build_tools.model.text import Bilingual, Span
from build_tools.text.collation import Located, Misplaced, locate, overlaps, undo
from build_tools.text.reading import Line, reading_lines
from toy_project import TESTS

GIVEN = (TESTS / "toy/source/toy-guideline/given-text.txt").read_bytes()
NOWHERE = Span("emendations.yml", 1, 1)


def rebuilt(project: Project, records: Sequence[Emendation]) -> bytes:
    """The given text as it follows from the edition and these records."""
    lines = reading_lines(project.document)
    located = list(locate(records, lines))
    assert all(isinstance(each, Located) for each in located)
    return "".join(each.text for each in undo(lines, located)).encode()


def record(given: str, adopted: str, *places: tuple[str, str]) -> Emendation:
    """A record for words between `before` and `after` in the line `u`."""
    return Emendation(
        id=f"{given}>{adopted}",
        kind=EmendationKind.WORDING,
        places=tuple(Place("u", before, after, NOWHERE) for before, after in places),
        given=given,
        adopted=adopted,
        other=None,
        certainty=Certainty.CERTAIN,
        witnesses=(),
        evidence=Bilingual("", ""),
        span=NOWHERE,
    )


def undone(text: str, *records: Emendation) -> str:
    """One line with these records taken back."""
    lines = [Line("u", text, (("u", 0),))]
    located = list(locate(records, lines))
    assert all(isinstance(each, Located) for each in located)
    return "".join(each.text for each in undo(lines, located))


def test_the_toy_rebuilds_byte_for_byte(toy_project: Project) -> None:
    assert rebuilt(toy_project, toy_project.emendations) == GIVEN
    assert toy_project.document.given_text == GIVEN


def test_the_toy_has_every_kind_of_record(toy_project: Project) -> None:
    assert {each.kind for each in toy_project.emendations} == set(EmendationKind)
    assert {each.certainty for each in toy_project.emendations} == set(Certainty)
    assert sum(each.departs for each in toy_project.emendations) == 15


def test_every_departing_record_is_needed(toy_project: Project) -> None:
    departing = [each for each in toy_project.emendations if each.departs]
    assert departing
    for each in departing:
        others = [other for other in toy_project.emendations if other is not each]
        assert rebuilt(toy_project, others) != GIVEN, f"{each.id} changes nothing"


def test_every_place_of_a_departing_record_is_needed(toy_project: Project) -> None:
    several = [each for each in toy_project.emendations if each.departs and len(each.places) > 1]
    assert several
    for each in several:
        for at in range(len(each.places)):
            fewer = replace(each, places=each.places[:at] + each.places[at + 1 :])
            records = [fewer if other is each else other for other in toy_project.emendations]
            assert rebuilt(toy_project, records) != GIVEN, f"place {at} of {each.id} changes nothing"


def test_records_of_what_was_kept_change_nothing(toy_project: Project) -> None:
    kept = [each for each in toy_project.emendations if not each.departs]
    assert {each.certainty for each in kept} >= {Certainty.POSSIBLE, Certainty.CERTAIN}
    departing = [each for each in toy_project.emendations if each.departs]
    assert rebuilt(toy_project, departing) == GIVEN


def test_the_order_of_other_records_does_not_matter(toy_project: Project) -> None:
    """Only T7 and T8, which stand at one place, must keep their order."""
    last = ("T7", "T8")
    backwards = [each for each in reversed(toy_project.emendations) if each.id not in last]
    pair = [each for each in toy_project.emendations if each.id in last]
    assert rebuilt(toy_project, backwards + pair) == GIVEN
    assert rebuilt(toy_project, backwards + pair[::-1]) != GIVEN


def test_lines_without_records_stand_in_the_given_text(toy_project: Project) -> None:
    """A line that no record touches is a paragraph of the given text, character for character."""
    touched = {place.unit for each in toy_project.emendations for place in each.places}
    untouched = [
        line.text.rstrip("\n") for line in reading_lines(toy_project.document) if line.unit not in touched
    ]
    assert len(untouched) > 20
    assert set(untouched) <= set(GIVEN.decode().split("\n\n"))


@pytest.mark.parametrize(
    ("text", "records", "given"),
    [
        ("甲乙丙", [], "甲乙丙"),
        ("甲乙丙", [record("丁", "乙", ("", ""))], "甲丁丙"),
        ("甲乙丙", [record("", "乙", ("甲", "丙"))], "甲丙"),
        ("甲丙", [record("乙", "", ("甲", "丙"))], "甲乙丙"),
        ("甲丙", [record("乙", "", ("甲", "")), record("丁", "", ("", "丙"))], "甲乙丁丙"),
        ("甲丙", [record("丁", "", ("", "丙")), record("乙", "", ("甲", ""))], "甲丁乙丙"),
        (
            "甲乙丙",
            [record("一", "甲", ("", "")), record("二", "乙", ("", "")), record("三", "丙", ("", ""))],
            "一二三",
        ),
        ("甲乙甲乙", [record(" ", "", ("乙", "甲"))], "甲乙 甲乙"),
        ("甲，乙，丙", [record("、", "，", ("甲", ""), ("乙", ""))], "甲、乙、丙"),
        ("甲乙", [record("乙", "乙", ("", ""))], "甲乙"),
        ("甲乙", [record("", "甲乙", ("", ""))], ""),
        ("甲乙", [record("始", "", ("", "甲")), record("终", "", ("乙", ""))], "始甲乙终"),
    ],
)
def test_undoing(text: str, records: list[Emendation], given: str) -> None:
    assert undone(text, *records) == given


@pytest.mark.parametrize(
    ("text", "before", "after", "count"),
    [
        ("甲乙", "丙", "", 0),
        ("甲乙甲乙", "甲", "乙", 2),
        ("啊啊啊", "啊", "啊", 2),
        ("", "甲", "", 0),
        ("甲", "", "", 0),
    ],
)
def test_places_that_are_none(text: str, before: str, after: str, count: int) -> None:
    lines = [Line("u", text, ())]
    (found,) = locate([record("x", "", (before, after))], lines)
    assert isinstance(found, Misplaced)
    assert found.count == count


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (record("x", "乙丙", ("", "")), record("y", "丙丁", ("", "")), True),
        (record("x", "甲乙丙丁", ("", "")), record("y", "丙", ("", "")), True),
        (record("x", "甲乙丙丁", ("", "")), record("y", "", ("乙", "丙")), True),
        (record("x", "甲乙", ("", "")), record("y", "丙丁", ("", "")), False),
        (record("x", "甲乙", ("", "")), record("y", "", ("乙", "丙")), False),
        (record("x", "", ("乙", "丙")), record("y", "", ("乙", "丙")), False),
        (record("x", "甲乙丙丁", ("", "")), record("丙", "丙", ("", "")), False),
    ],
)
def test_overlaps(first: Emendation, second: Emendation, expected: bool) -> None:
    lines = [Line("u", "甲乙丙丁", ())]
    located = [each for each in locate([first, second], lines) if isinstance(each, Located)]
    assert len(located) == 2
    assert any(overlaps(located)) == expected
