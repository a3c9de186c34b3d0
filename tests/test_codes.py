"""The table of codes: complete in both languages, proven by cases, with examples."""

import re
from string import Formatter

import pytest

from build_tools.diagnostics.codes import CODES, Code, Severity
from build_tools.diagnostics.explain import explain
from build_tools.diagnostics.report import Report, fault
from build_tools.model.text import Span
from case_files import read_cases

CASES = read_cases("faults")
FAMILIES = {"R": "1", "S": "2", "X": "3", "W": "4", "T": "4", "C": "5", "I": "6", "A": "7", "P": "8"}
# Proven in test_annotations.py: they name everything that is missing, which a case file could only repeat.
COVERAGE = {"A712", "A713", "A714", "A715"}
PLACE = Span("a.yml", 1, 1)

every_code = pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.id)


def blanks(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@every_code
def test_id_says_its_family(code: Code) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", code.id)
    assert FAMILIES.get(code.id[0]) == code.id[1]


@every_code
def test_every_code_has_a_case(code: Code) -> None:
    assert code.id in COVERAGE or any(case.name.startswith(f"{code.id}-") for case in CASES)


@every_code
def test_english_is_english_and_chinese_is_chinese(code: Code) -> None:
    for text in (code.message, code.hint):
        assert text.en.strip()
        assert not re.search("[\u4e00-\u9fff，。：；]", Formatter().vformat(text.en, (), _Anything()))
        assert re.search("[\u4e00-\u9fff]", text.zh)


class _Anything(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


@every_code
def test_both_languages_tell_the_same(code: Code) -> None:
    """A blank of one language is in the other, or has a twin there: `kind` and `kind_zh`."""
    for text in (code.message, code.hint):
        english, chinese = blanks(text.en), blanks(text.zh)
        assert {name.removesuffix("_zh") for name in english} == {name.removesuffix("_zh") for name in chinese}


@every_code
def test_examples(code: Code) -> None:
    assert code.bad.strip()
    assert code.good.strip()
    assert code.bad != code.good


@every_code
def test_an_unfilled_blank_is_noticed(code: Code) -> None:
    names = blanks("".join((code.message.en, code.message.zh, code.hint.en, code.hint.zh)))
    filled = dict.fromkeys(names, "甲{x}")
    assert "甲{x}" in fault(code.id, PLACE, **filled).message("en") or not blanks(code.message.en)
    for name in names:
        with pytest.raises(KeyError, match=name):
            fault(code.id, PLACE, **{key: value for key, value in filled.items() if key != name})


@every_code
def test_page_of_a_code(code: Code) -> None:
    page = explain(code)
    assert page.startswith(f"# {code.id} ({code.severity})\n")
    for name in blanks("".join((code.message.en, code.message.zh, code.hint.en, code.hint.zh))):
        assert f"{{{name}}}" not in page.split("## Wrong")[0]
    for line in (*code.bad.split("\n"), *code.good.split("\n")):
        assert f"\n    {line}\n" in page


def test_an_unknown_code_is_noticed() -> None:
    with pytest.raises(KeyError, match="R999"):
        Report().add("R999", PLACE)


def test_only_errors_stop() -> None:
    assert {code.severity for code in CODES.values()} <= set(Severity)
    report = Report()
    assert not report.has_errors
    report.add("R106", PLACE, words="&a")
    assert report.has_errors


def test_the_same_fault_is_reported_once() -> None:
    report = Report()
    for words in ("&b", "&a", "&b"):
        report.add("R106", PLACE, words=words)
    assert [each.args["words"] for each in report.diagnostics] == ["&a", "&b"]
