"""Citations of the toy document, style by style, against what was written out by hand from the manuals' rules."""

import json
import re
from datetime import date
from itertools import product

import pytest
from ruamel.yaml import YAML

from build_tools.model import ids
from build_tools.model.project import Project
from build_tools.text.citation import STYLES, WORKS, Blank, citation, days, templates
from build_tools.text.pinpoint import FORMS, pinpoints
from toy_project import PROJECT, TESTS

CASES = YAML(typ="safe", pure=True).load((TESTS / "cases" / "citations.yml").read_text("utf-8"))
DAY = date(2032, 9, 5)


def cite(project: Project, place: str, work: str, style: str) -> str:
    return citation(
        project.document, place, work, style, address=f"https://site.example/c/{place}/", accessed=DAY
    )


def named(case: dict[str, str]) -> str:
    return "-".join(filter(None, (case["work"], case["style"], case["place"])))


@pytest.mark.parametrize("case", CASES["citations"], ids=named)
def test_citation(toy_project: Project, case: dict[str, str]) -> None:
    assert cite(toy_project, case["place"], case["work"], case["style"]) == case["text"].removesuffix("\n")


def test_every_style_has_a_case_with_and_without_a_place() -> None:
    covered = {(case["work"], case["style"], bool(case["place"])) for case in CASES["citations"]}
    assert covered == set(product(WORKS, STYLES, (True, False)))


@pytest.mark.parametrize("case", CASES["pinpoints"], ids=lambda case: case["place"])
def test_pinpoint(case: dict[str, str]) -> None:
    assert dict(pinpoints(case["place"])) == {form: case[form] for form in FORMS}


@pytest.mark.parametrize("case", CASES["days"], ids=lambda case: case["iso"])
def test_day(case: dict[str, str]) -> None:
    assert days(date.fromisoformat(case["iso"])) == case


def test_nothing_is_left_of_a_blank(toy_project: Project) -> None:
    places = ["", *(segment.id for segment in toy_project.document.segments())]
    assert len(places) > 20
    for place, work, style in product(places, WORKS, STYLES):
        text = cite(toy_project, place, work, style)
        assert not set("⟦¦⟧") & set(text)
        assert not re.search(r"[,，：:] *[,，：:\]）)。]|\(\)|（）", text), text


def test_records_are_read_back(toy_project: Project) -> None:
    places = ["", "2.8.1", *(ids.sentence_id(c.id, 1) for c in toy_project.document.clauses())]
    for place, work in product(places, WORKS):
        (item,) = json.loads(cite(toy_project, place, work, "csl"))
        assert item["accessed"] == {"date-parts": [[2032, 9, 5]]}
        assert ("section" in item) == bool(place)
        record = cite(toy_project, place, work, "ris").splitlines()
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in record)
        assert (record[0], record[-1]) == ("TY  - GOVDOC", "ER  - ")
        entry = cite(toy_project, place, work, "bibtex")
        assert entry.count("{") == entry.count("}")
        fields = re.findall(r"^  ([a-z]+) = \{(.*)\},?$", entry, re.MULTILINE)
        assert len({name for name, _ in fields}) == len(fields) == len(entry.splitlines()) - 2


def test_only_translations_name_the_contributors_and_say_they_are_unofficial(toy_project: Project) -> None:
    for style in STYLES:
        official, translation = (cite(toy_project, "2.8.1", work, style) for work in WORKS)
        assert "https://site.example/c/2.8.1/" in translation
        assert re.search("unofficial|非官方", translation, re.IGNORECASE)
        assert "1.2.0" in translation
        assert "site.example" not in official
        assert not re.search("unofficial|Duizhao|非官方", official, re.IGNORECASE)


def test_names_are_those_the_license_asks_for() -> None:
    assert "“The Duizhao contributors”" in (PROJECT / "LICENSE-CONTENT.md").read_text("utf-8")


def test_blanks_are_those_that_are_filled(toy_project: Project) -> None:
    known = {*FORMS, "key", "address", *days(DAY)}
    made = templates(toy_project.document)
    used = {part.name for each in made.values() for t in each.values() for part in t if isinstance(part, Blank)}
    assert used <= known
    assert {"zh", "id", "bluebook", "oscola", "apa", "address"} <= used
