"""Hostile words in every kind of value: refused at their place, or let through where they stay text."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from build_tools.diagnostics.report import Diagnostic, Report
from build_tools.pipeline import check
from hostile_toy import Value, Values, infest, read_case

FIELDS = read_case("fields.yml")
PAYLOADS = read_case("payloads.yml")
WORST = PAYLOADS["payloads"]["everything at once"]
# Faults that are shown where the value is used or where its record begins, or at the first value only.
ELSEWHERE = {"C501", "T403", "T415", "W401", "W402", "W403", "W404", "X302", "X303", "X304"}
FOLDED_LINES = 12
ADDRESSES = FIELDS["takes"]["address with an entity"]


def _faults(root: Path) -> Sequence[Diagnostic]:
    report = Report()
    check(root, report)
    return report.diagnostics


def _put(values: Values, fields: Iterable[str], payload: dict[str, str]) -> list[Value]:
    changed = values.of(fields)
    for value in changed:
        value.put(payload)
    values.write(changed)
    return changed


def test_every_kind_of_value_is_listed(toy: Path) -> None:
    kinds = {value.field for value in Values(toy, interface=True).all}
    taken = {field for fields in FIELDS["takes"].values() for field in fields}
    refused = {field for fields in FIELDS["refuses"].values() for field in fields}
    assert taken | refused == kinds


def test_what_is_let_through_is_no_fault(toy: Path) -> None:
    infest(toy)
    assert [(each.code, each.span, each.args) for each in _faults(toy)] == []


@pytest.mark.parametrize("code", FIELDS["refuses"])
def test_what_is_refused_is_refused_at_its_place(toy: Path, code: str) -> None:
    changed = _put(Values(toy), FIELDS["refuses"][code], WORST)
    found = [each for each in _faults(toy) if each.code == code]
    assert found
    for each in found:
        assert (toy / each.span.path).is_file()
        assert min(each.span.line, each.span.column) >= 1
    if code not in ELSEWHERE:
        places = {(toy / each.span.path, each.span.line) for each in found}
        written = Values(toy).of(FIELDS["refuses"][code])
        assert {each.field for each in written if _is_at(each, places)} == set(FIELDS["refuses"][code])
    assert changed


def _is_at(value: Value, places: set[tuple[Path, int]]) -> bool:
    """Whether a place is on a line of a value; a folded text has several."""
    return any((value.file, value.line + more) in places for more in range(FOLDED_LINES))


@pytest.mark.parametrize("address", PAYLOADS["addresses"])
def test_addresses(toy: Path, address: str) -> None:
    changed = _put(Values(toy), ADDRESSES, {"replace": address})
    found = [each for each in _faults(toy) if each.code == "R115" and each.args["value"] == address]
    assert len(found) == len(changed)


@pytest.mark.parametrize("character", PAYLOADS["characters"], ids=lambda each: each["name"])
def test_characters(toy: Path, character: dict[str, str]) -> None:
    fields = ["annotations.body.en", "annotations.sources.title", "terms.terms.definition.zh"]
    changed = _put(Values(toy), fields, {"append": character["text"]})
    found = _faults(toy)
    assert {each.code for each in found} == {"R103"}
    assert {toy / each.span.path for each in found} == {value.file for value in changed}
    assert all(min(each.span.line, each.span.column) >= 1 for each in found)
