"""What is said of the given text and of traditional characters agrees with the texts themselves."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.derive.conversion_ledger import conversion_ledger
from build_tools.derive.scripts import Script, traditional
from build_tools.diagnostics.report import Report
from build_tools.emit.pages import compare
from build_tools.emit.pages.words import Words
from build_tools.model.conversion import LOCALES
from build_tools.model.edition import Edition
from build_tools.model.locale import LOCALES as ALL_LOCALES
from build_tools.model.locale import Locale
from build_tools.pipeline import edition
from build_tools.text.reading import Line, reading_lines
from toy_project import PROJECT, copy_toy

each_locale = pytest.mark.parametrize("locale", ALL_LOCALES, ids=lambda locale: locale.tag)


@pytest.fixture(scope="module", params=["toy", "corpus"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    toy: Path = copy_toy(tmp_path_factory.mktemp("toy"))
    return edition(toy if request.param == "toy" else PROJECT, Report())


def test_both_texts_can_be_read_off_the_collation(made: Edition) -> None:
    assert "".join(line.given for line in made.collated).encode() == made.project.document.given_text
    assert "".join(line.adopted for line in made.collated) == made.reading_text


def test_every_departure_is_shown_with_its_record(made: Edition) -> None:
    shown = Counter(each.emendation.id for line in made.collated for each in line.variants if each.emendation)
    recorded = {each.id: len(each.places) for each in made.project.emendations if each.departs}
    assert shown == recorded
    for line in made.collated:
        assert all((each.given == each.adopted) == (each.emendation is None) for each in line.variants)


@each_locale
def test_rows_hold_the_text_of_the_locale(made: Edition, locale: Locale) -> None:
    words = Words(made, locale)
    for line, row in zip(made.collated, compare.collation(words), strict=True):
        said = "".join(piece.text for piece in row.adopted).replace("⏎", "\n").replace("␣", " ")
        assert said.rstrip("\n") == words.zh(line.adopted).rstrip("\n")


@each_locale
def test_spaces_and_breaks_that_differ_can_be_seen(made: Edition, locale: Locale) -> None:
    rows = list(compare.collation(Words(made, locale)))
    pieces = [piece for row in rows for side in (row.given, row.adopted) for piece in side if piece.emendation]
    assert pieces
    assert not any(" " in piece.text or "\n" in piece.text for piece in pieces)


def test_every_contested_character_is_in_the_ledger(made: Edition) -> None:
    ready = traditional(made.project.conversion)
    ledger = made.conversion_ledger
    for tag in LOCALES:
        traces = [ready[tag].trace(line.text) for line in reading_lines(made.project.document)]
        contested = Counter(each.source for trace in traces for choice in trace for each in choice.alternatives)
        listed = {each.source: each for each in ledger.characters if tag in each.chosen}
        assert set(listed) == set(contested)
        for source, count in contested.items():
            assert listed[source].count >= count
            assert not set(listed[source].chosen[tag]) & set(listed[source].others.get(tag, ()))


def test_a_word_is_said_to_stand_where_it_stands(made: Edition) -> None:
    texts = made.texts["zh-Hans"]
    checked = 0
    for character in made.conversion_ledger.characters:
        for word in character.words:
            assert character.source in word.source
            for segment in set(word.segments) & set(texts):
                checked += 1
                assert word.source in texts[segment], (word.source, segment)
    assert checked


def test_every_project_rule_gives_its_reason(made: Edition) -> None:
    words = [word for character in made.conversion_ledger.characters for word in character.words]
    by_rule = [word for word in words if word.by in ("locked", "override", "word")]
    assert by_rule
    assert all(word.reason and word.reason.zh and word.reason.en for word in by_rule)


def test_everything_comes_back(made: Edition) -> None:
    assert [trip.changed for trip in made.conversion_ledger.round_trips] == [(), ()]


def test_a_line_that_does_not_come_back_is_named(made: Edition) -> None:
    class Lossy(Script):
        back = property(lambda self: lambda text: super(Lossy, self).back(text).replace("发", "髪"))  # type: ignore[assignment]

    rules = made.project.conversion
    lines = (Line("1.1.p1", "加快发展。", (("1.1.p1.s1", 0),)), Line("1.1.p2", "平台。", (("1.1.p2.s1", 0),)))
    ledger = conversion_ledger(rules, lines, {tag: Lossy(rules, tag) for tag in LOCALES})
    assert [trip.changed for trip in ledger.round_trips] == [("1.1.p1",), ("1.1.p1",)]


def test_a_rule_of_the_project_shows_in_the_ledger(made: Edition) -> None:
    rules = replace(made.project.conversion, words=(), overrides=(), locked=())
    line = Line("1.1.p1", "尽快发展。", (("1.1.p1.s1", 0),))
    plain = conversion_ledger(rules, (line,), traditional(rules))
    found = {each.source: each for each in plain.characters}
    assert found["发"].chosen["zh-Hant-TW"] == ("發",)
    assert "髮" in found["发"].others["zh-Hant-TW"]
    assert found["发"].words[0].reason is None
    assert found["发"].words[0].segments == ("1.1.p1.s1",)
