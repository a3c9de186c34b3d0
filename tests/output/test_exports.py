"""The data files: the schema says what they are, and they say what the edition says."""

import copy
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from built_site import Site
from jsonschema import Draft202012Validator, FormatChecker
from project_copy import PROJECT

from build_tools.emit.exports import edition_json
from build_tools.model.downloads import FOLDER
from build_tools.model.locale import SCRIPTS

pytestmark = pytest.mark.corpus

JSON = Any
FORMATS = FormatChecker(["date"])
LANGUAGES = {*SCRIPTS, "en"}


@FORMATS.checks("uri")
def _is_web_address(value: object) -> bool:
    parts = urlsplit(str(value))
    return parts.scheme in {"http", "https"} and "." in parts.netloc and not set(str(value)) & set(' <>"')


def _read(site: Site, ending: str) -> bytes:
    return (site.folder / FOLDER / f"{site.edition.project.document.meta.id}{ending}").read_bytes()


@pytest.fixture(scope="module")
def data(site: Site) -> JSON:
    return json.loads(_read(site, ".json"))


@pytest.fixture(scope="module")
def validator(site: Site) -> Draft202012Validator:
    return Draft202012Validator(json.loads(_read(site, ".schema.json")), format_checker=FORMATS)


def _objects(data: JSON, shape: str = "") -> Iterator[tuple[str, dict[str, JSON]]]:
    """The first object of every shape: its path with numbers left out."""
    seen: set[str] = set()
    for path, found in _all_objects(data, shape):
        if path not in seen:
            seen.add(path)
            yield path, found


def _all_objects(data: JSON, path: str) -> Iterator[tuple[str, dict[str, JSON]]]:
    if isinstance(data, dict):
        yield path, data
        for key, value in data.items():
            yield from _all_objects(value, f"{path}/{key}")
    elif isinstance(data, list):
        for value in data:
            yield from _all_objects(value, f"{path}/*")


def _smallest(data: JSON, path: str, seen: set[str]) -> JSON:
    """A copy of the data whose lists have the first item and those with an object of a shape not seen before."""
    if isinstance(data, dict):
        seen.add(path)
        return {key: _smallest(value, f"{path}/{key}", seen) for key, value in data.items()}
    if not isinstance(data, list):
        return data
    place = f"{path}/*"
    found = []
    for item in data:
        if not found or not isinstance(item, dict) or {shape for shape, _ in _all_objects(item, place)} - seen:
            found.append(_smallest(item, place, seen))
    return found


def _segments(data: JSON) -> Iterator[dict[str, JSON]]:
    return (each for _, each in _all_objects(data, "") if set(each) == {"id", "text"} and each["text"] is not None)


def test_the_schema_is_valid_and_the_one_we_ship(site: Site, validator: Draft202012Validator) -> None:
    Draft202012Validator.check_schema(validator.schema)
    package = PROJECT / "build_tools/emit/exports/edition.schema.json"
    assert _read(site, ".schema.json") == package.read_bytes() == edition_json._SCHEMA.read_bytes()


def test_the_data_follow_the_schema(data: JSON, validator: Draft202012Validator) -> None:
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)] == []
    assert data["$schema"] == f"{data['id']}.schema.json"


def test_nothing_can_be_left_out_or_added(data: JSON, validator: Draft202012Validator) -> None:
    changed = _smallest(data, "", set())
    assert validator.is_valid(changed)
    objects = list(_objects(changed))
    assert [path for path, _ in objects] == [path for path, _ in _objects(data)]
    assert len(objects) > 20
    accepted = []
    for path, found in objects:
        for key in list(found):
            value = found.pop(key)
            if validator.is_valid(changed):
                accepted.append(f"without {path}/{key}")
            found[key] = value
        found["unknown"] = "x"
        if validator.is_valid(changed):
            accepted.append(f"with {path}/unknown")
        del found["unknown"]
    assert accepted == []
    assert validator.is_valid(changed)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("id", "Not An Id"),
        ("adopted", "1 July 2015"),
        ("adopted", "2015-02-30"),
        ("official_page", "no address"),
        ("issuer/en", None),
        ("front/0/text/zh-Hans", None),
        ("front/0/text/en", 1),
        ("front", {}),
        ("preamble/clauses/0/id", "first"),
        ("preamble/clauses/0/sentences", []),
        ("parts/1/sections/0/clauses/0/responsible/lead", "ndrc"),
        ("parts/1/sections/0/clauses/0/responsible/open_ended", "yes"),
        ("parts/1/sections/0/clauses/0/responsible/inherited", "no"),
        ("emendations/0/kind", "guess"),
        ("emendations/0/certainty", "sure"),
        ("emendations/0/places", []),
        ("emendations/0/evidence", "because"),
        ("witnesses/0/kind", "rumor"),
        ("agencies/0/fate", "unknown"),
        ("agencies/0/changes/0/sources", [0]),
        ("agencies/0/changes/0/confirmed", "confirmed"),
        ("agencies/0/sources/0/url", "javascript:alert(1)"),
    ],
)
def test_wrong_values_are_refused(data: JSON, validator: Draft202012Validator, path: str, value: JSON) -> None:
    changed = copy.deepcopy(data)
    *way, last = [int(step) if step.isdecimal() else step for step in path.split("/")]
    place = changed
    for step in way:
        place = place[step]
    assert place[last] != value
    place[last] = value
    assert not validator.is_valid(changed)


def test_every_segment_is_there_once_in_order(site: Site, data: JSON) -> None:
    document = site.edition.project.document
    notes = {clause.responsible.id for clause in document.clauses() if clause.responsible}
    exported = [each["id"] for each in _segments(data)]
    assert [each for each, count in Counter(exported).items() if count > 1] == []
    assert [each for each in exported if each not in notes] == [segment.id for segment in document.segments()]
    assert notes == {each for each in exported if each in notes}


def test_texts_are_those_of_the_edition(site: Site, data: JSON) -> None:
    english = {segment.id: segment.en and segment.en.value for segment in site.edition.project.document.segments()}
    english |= {
        clause.responsible.id: site.edition.english_notes[clause.id]
        for clause in site.edition.project.document.clauses()
        if clause.responsible
    }
    for segment in _segments(data):
        text, unit = segment["text"], segment["id"]
        assert set(text) == LANGUAGES
        chinese = [site.edition.texts[script][unit] for script in SCRIPTS]
        assert [text[script] for script in SCRIPTS] == chinese, unit
        assert len({len(text[script]) for script in SCRIPTS}) == 1, unit
        assert text["en"] == english[unit], unit


def test_chinese_is_the_source(site: Site, data: JSON) -> None:
    exported = {each["id"]: each["text"]["zh-Hans"] for each in _segments(data)}
    for segment in site.edition.project.document.segments():
        assert exported[segment.id] == segment.zh.value


def test_plain_texts(site: Site) -> None:
    (given,) = (site.root / "source").rglob("given-text.txt")
    assert _read(site, ".given.txt") == given.read_bytes()
    assert _read(site, ".zh-Hans.txt").decode() == site.edition.reading_text


def test_responsibilities_are_the_layer(site: Site, data: JSON) -> None:
    clauses = {each["id"]: each["responsible"] for _, each in _all_objects(data, "") if "responsible" in each}
    assert set(clauses) == {clause.id for clause in site.edition.project.document.clauses()}
    assert {unit for unit, value in clauses.items() if value} == set(site.edition.accountability)
    for unit, account in site.edition.accountability.items():
        found = clauses[unit]
        roles = {"lead": found["lead"], "joint-lead": found["joint_lead"], "participant": found["with"]}
        expected = {role: [duty.agency.id for duty in account.duties if duty.role == role] for role in roles}
        assert roles == expected, unit
        assert (found["stated_in"], found["inherited"]) == (account.stated_in, account.stated_in != unit)
        assert found["open_ended"] == account.note.open_ended
        assert (found["note"] is None) == found["inherited"]


def test_references_lead_somewhere(data: JSON) -> None:
    agencies = {each["id"]: each for each in data["agencies"]}
    witnesses = {each["id"] for each in data["witnesses"]}
    units = {each["id"] for _, each in _all_objects(data, "") if "id" in each}
    responsible = [each["responsible"] for _, each in _all_objects(data, "") if each.get("responsible")]
    assert responsible
    named = {name for each in responsible for role in ("lead", "joint_lead", "with") for name in each[role]}
    assert named
    assert named <= set(agencies)
    assert {each["stated_in"] for each in responsible} <= units
    assert {name for each in data["emendations"] for name in each["witnesses"]} <= witnesses
    assert {place["unit"] for each in data["emendations"] for place in each["places"]} <= units
    for agency in agencies.values():
        for fact in [*agency["changes"], *agency["today"]]:
            assert all(number <= len(agency["sources"]) for number in fact["sources"]), agency["id"]
