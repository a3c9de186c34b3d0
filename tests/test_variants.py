"""The conversion to Taiwan and Hong Kong characters: reviewed cases, invariants, refusals, explanations."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from build_tools.model.conversion import (
    HONG_KONG,
    LOCALES,
    TAIWAN,
    ConversionRules,
    Forms,
    LocaleTag,
    Override,
    Word,
)
from build_tools.text.refuse import RefusedCharacterError
from build_tools.text.variants import Converter
from conversion_rules import load_rules

TESTS = Path(__file__).parent
CASE_FILES = sorted((TESTS / "cases" / "variants").glob("*.tsv"))
GIVEN_TEXT = TESTS.parent / "source" / "internet-plus-2015" / "given-text.txt"
CONVERTERS = {tag: Converter(load_rules(), tag) for tag in LOCALES}
ALSO = {TAIWAN: "also_ok_TW", HONG_KONG: "also_ok_HK"}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert found, f"{path.name} is empty"
    return found


def all_sources() -> list[str]:
    sources = [row["source"] for path in CASE_FILES for row in rows(path)]
    assert len(sources) > 1500
    return sources


def paragraphs() -> list[str]:
    found = [line for line in GIVEN_TEXT.read_text("utf-8").split("\n") if line]
    assert len(found) == 149
    return found


def test_there_are_case_files() -> None:
    assert {path.name for path in CASE_FILES} >= {"reviewed.tsv", "official.tsv", "corpus.tsv"}


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: path.stem)
def test_no_source_is_given_twice(path: Path) -> None:
    repeated = [source for source, count in Counter(row["source"] for row in rows(path)).items() if count > 1]
    assert repeated == []


@pytest.mark.parametrize("tag", LOCALES)
@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: path.stem)
def test_every_case(path: Path, tag: LocaleTag) -> None:
    convert = CONVERTERS[tag].convert
    wrong = [
        (row["source"], result, row[tag], row["why"])
        for row in rows(path)
        if (result := convert(row["source"])) not in {row[tag], row[ALSO[tag]] or row[tag]}
    ]
    assert wrong == []


@pytest.mark.parametrize("tag", LOCALES)
def test_the_preferred_form_is_the_projects_own(tag: LocaleTag) -> None:
    convert = CONVERTERS[tag].convert
    assert [
        row["source"] for path in CASE_FILES for row in rows(path) if convert(row["source"]) != row[tag]
    ] == []


@pytest.mark.parametrize("tag", LOCALES)
def test_every_code_point_keeps_its_place(tag: LocaleTag) -> None:
    for text in (*paragraphs(), *all_sources()):
        converted = CONVERTERS[tag].convert(text)
        assert len(converted) == len(text)
        assert re.sub(r"[^!-~]", " ", converted) == re.sub(r"[^!-~]", " ", text)


@pytest.mark.parametrize("tag", LOCALES)
def test_conversion_can_be_undone(tag: LocaleTag) -> None:
    converter = CONVERTERS[tag]
    texts = (*paragraphs(), *all_sources())
    assert [text for text in texts if converter.back(converter.convert(text)) != text] == []


@pytest.mark.parametrize("tag", LOCALES)
def test_converting_twice_changes_nothing(tag: LocaleTag) -> None:
    convert = CONVERTERS[tag].convert
    for text in paragraphs():
        assert convert(convert(text)) == convert(text)


@pytest.mark.parametrize("tag", LOCALES)
def test_a_paragraph_converts_as_its_sentences(tag: LocaleTag) -> None:
    convert = CONVERTERS[tag].convert
    for text in paragraphs():
        assert "".join(map(convert, re.split("(?<=[。；])", text))) == convert(text)


@pytest.mark.parametrize("tag", LOCALES)
def test_quotes_become_corner_brackets_one_to_one(tag: LocaleTag) -> None:
    text = GIVEN_TEXT.read_text("utf-8")
    converted = CONVERTERS[tag].convert(text)
    assert not set("“”‘’") & set(converted)
    for curly, corner in zip("“”", "「」", strict=True):
        assert text.count(curly) == 72
        assert [at for at, mark in enumerate(converted) if mark == corner] == [
            at for at, mark in enumerate(text) if mark == curly
        ]


@pytest.mark.parametrize("tag", LOCALES)
def test_marks_digits_and_latin_are_unchanged(tag: LocaleTag) -> None:
    text = GIVEN_TEXT.read_text("utf-8")
    kept = re.compile(r"[!-~《》〈〉（）〔〕【】，。；：、！？—…·\s０-９]")
    assert kept.findall(CONVERTERS[tag].convert(text)) == kept.findall(text)


@pytest.mark.parametrize("tag", LOCALES)
@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("发\0展", 1),
        ("\r", 0),
        ("发\x1b", 1),
        ("发展\x85", 2),
        ("\ud800", 0),
        ("a\u202e发", 1),
        ("\u2066", 0),
        ("\u061c", 0),
        ("发\u200f", 1),
    ],
)
def test_control_characters_are_refused(tag: LocaleTag, text: str, offset: int) -> None:
    for method in (CONVERTERS[tag].convert, CONVERTERS[tag].back, CONVERTERS[tag].trace):
        with pytest.raises(RefusedCharacterError) as caught:
            method(text)
        assert caught.value.offset == offset
        assert caught.value.code_point == ord(text[offset])


def test_tab_and_line_feed_pass() -> None:
    assert CONVERTERS[TAIWAN].convert("发\t展\n") == "發\t展\n"


@pytest.mark.parametrize("tag", LOCALES)
@pytest.mark.parametrize("text", ["", " ", "Don’t", "it’s 5 o’clock", "A+B", "〔2015〕40", "𠀀"])
def test_text_without_simplified_characters_is_unchanged(tag: LocaleTag, text: str) -> None:
    assert CONVERTERS[tag].convert(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘发展’", "『發展』"),
        ("“他说‘发展’。”", "「他說『發展』。」"),
        ("‘don’t’", "『don’t』"),
        ("The workers’ rights，‘工会’", "The workers’ rights，『工會』"),
        ("“Internet Plus”", "「Internet Plus」"),
    ],
)
def test_single_quotes_and_apostrophes(text: str, expected: str) -> None:
    converter = CONVERTERS[TAIWAN]
    assert converter.convert(text) == expected
    assert converter.back(expected) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见https://example.org/a#发展，发展", "見https://example.org/a#发展，發展"),
        ("见https://example.org查询发展", "見https://example.org查詢發展"),
        ("https://example.org/政策/发布.html 发布", "https://example.org/政策/发布.html 發布"),
        ("topics/access#准入 准入", "topics/access#准入 准入"),
        ("第1#发电机组", "第1#发电机组"),
    ],
)
def test_addresses_are_masked(text: str, expected: str) -> None:
    assert CONVERTERS[TAIWAN].convert(text) == expected


@pytest.mark.parametrize(
    ("text", "taiwan"),
    [
        ("第三章　回　避", "第三章　迴　避"),
        ("第五章 复 议", "第五章 復 議"),
        ("组长：于建军、余建国（主任）", "組長：于建軍、余建國（主任）"),
        ("应当于三日内报告", "應當於三日內報告"),
        ("云计算", "雲計算"),
        ("加强安全部署", "加強安全部署"),
    ],
)
def test_headings_and_names(text: str, taiwan: str) -> None:
    assert CONVERTERS[TAIWAN].convert(text) == taiwan


@pytest.mark.parametrize("tag", LOCALES)
def test_the_trace_covers_every_change(tag: LocaleTag) -> None:
    converter = CONVERTERS[tag]
    for text in paragraphs():
        converted = converter.convert(text)
        rebuilt = list(text)
        for choice in converter.trace(text):
            assert text[choice.offset : choice.offset + choice.length] == choice.source
            rebuilt[choice.offset : choice.offset + choice.length] = choice.result
        assert "".join(rebuilt) == converted


def test_the_trace_names_what_decided() -> None:
    (choice,) = CONVERTERS[TAIWAN].trace("市场准入")
    assert (choice.by, choice.rule, choice.result) == ("word", "市场准入", "市場准入")
    assert [(each.chosen, each.others) for each in choice.alternatives] == [("准", ("準",))]
    (locked,) = CONVERTERS[HONG_KONG].trace("卫生计生委")
    assert (locked.by, locked.result) == ("locked", "衞生計生委")
    (shaped,) = CONVERTERS[HONG_KONG].trace("税收")
    assert (shaped.by, shaped.forms) == ("dictionary", ("税→稅",))
    override = CONVERTERS[TAIWAN].trace("黄河干、支流")[-1]
    assert (override.by, override.rule) == ("override", "干、支流")
    (quote, _, _) = CONVERTERS[TAIWAN].trace("“发展”")
    assert (quote.by, quote.result) == ("typography", "「")


def test_an_override_is_never_cut_by_the_segmenter() -> None:
    rules = ConversionRules(
        (Override("会议室内", Forms("甲乙丙丁", "甲乙丙丁"), "test", "", ""),), (), (), ()
    )
    assert Converter(rules, TAIWAN).convert("在会议室内部") == "在甲乙丙丁部"


def test_a_word_gives_way_to_a_better_division() -> None:
    rules = ConversionRules((), (), (), (Word("复议", Forms("復議", "復議"), "", ""),))
    assert Converter(rules, TAIWAN).convert("回复议案") == "回覆議案"


@pytest.mark.parametrize(
    "entry",
    [
        Word("发展", Forms("發", "發展"), "", ""),
        Word("", None, "", ""),
        Word("发", Forms("發展", "發"), "", ""),
    ],
)
def test_rules_that_change_the_length_are_refused(entry: Word) -> None:
    with pytest.raises(ValueError, match=r"code points|empty"):
        ConversionRules((), (), (), (entry,))


def test_rules_given_twice_are_refused() -> None:
    word = Word("发展", None, "", "")
    with pytest.raises(ValueError, match="twice"):
        ConversionRules((), (), (), (word, word))


def test_every_rule_has_its_reasons() -> None:
    rules = load_rules()
    tables = (rules.overrides, rules.locked, rules.forms, rules.words)
    for table in tables:
        assert table
        for entry in table:
            assert entry.reason_en.strip()
            assert entry.reason_zh.strip()


def test_every_name_and_word_holds_where_it_stands_alone() -> None:
    rules = load_rules()
    for tag, converter in CONVERTERS.items():
        stated = [(entry.source, entry.forms) for entry in rules.words if len(entry.source) > 1]
        stated += [(entry.source, entry.forms) for entry in rules.overrides]
        for source, forms in stated:
            if forms:
                assert converter.convert(source) == forms.of(tag).replace("“", "「").replace("”", "」")
