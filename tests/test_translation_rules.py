"""The rules that compare English with Chinese, on pairs made for them."""

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from build_tools.checks.translation.check import RULES, translation
from build_tools.checks.translation.rule import Pair
from build_tools.diagnostics.report import Report
from build_tools.load.project import load_project
from build_tools.model.agency import Agency, AgencyName
from build_tools.model.document import Segment
from build_tools.model.ledger import Exemption
from build_tools.model.project import Project
from build_tools.model.term import Term, TermSource
from build_tools.model.text import Bilingual, Span, Text
from build_tools.text.normalise import changes, digest, normalised
from build_tools.text.terms import TermFinder
from toy_project import copy_toy

SPAN = Span("x.yml", 1, 1)
WORDS = Bilingual("词", "word")
CASES: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parent / "cases" / "translation" / "rules.yml").read_text("utf-8")
)
assert CASES


def term(term_id: str, zh: str, en: str, *forms: str, discouraged: tuple[str, ...] = ()) -> Term:
    source = TermSource("news", "", "")
    texts = (term_id, "policy", zh, zh, zh, "", en, "", forms, discouraged)
    return Term(*texts, WORDS, None, None, source, confirmed=True, span=SPAN)


TERMS = (
    term("tide-list", "潮汐清单", "tide lists", "tide-list", discouraged=("tide blacklist",)),
    term("grand-tide-list", "大潮汐清单", "grand tide registers"),
    term("mass-harbor", "众海空间", "mass harbor spaces", discouraged=("harbor spaces",)),
    term("qr-code", "二维码", "QR codes"),
)
NAME = AgencyName("海潮部", "Ministry of Tides", "MOTI")
AGENCY = Agency("tides", "ministry", "continues", "海潮部", NAME, WORDS, (), (), (), None, SPAN)


@cache
def toy() -> Project:
    with tempfile.TemporaryDirectory() as folder:
        project = load_project(copy_toy(Path(folder)), Report())
    assert project
    return project


def found(zh: str, en: str) -> list[str]:
    segment = Segment("1.1.1.s1", Text(zh, SPAN), Text(en, SPAN))
    project = replace(toy(), terms=TERMS, agencies=(AGENCY,))
    pair = Pair(segment, zh, en, project, TermFinder(TERMS))
    return sorted(f"{finding.code} {finding.words}" for rule in RULES for finding in rule(pair))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['zh']}|{case['en']}")
def test_rules(case: dict[str, Any]) -> None:
    assert found(str(case["zh"]), str(case["en"])) == sorted(case.get("finds", []))


def test_every_rule_has_a_failing_and_a_passing_case() -> None:
    codes = {finding.split()[0] for case in CASES for finding in case.get("finds", [])}
    assert codes == {"T403", "T404", "T405", "T406", "T408", "T409", "T410", "T411", "T412"}
    assert any(not case.get("finds") for case in CASES)


def test_an_exemption_silences_one_finding_and_must_be_needed() -> None:
    project = toy()
    segment = next(segment for segment in project.document.segments() if segment.en)
    assert not list(translation(project))
    needless = Exemption(segment.id, "T403", "nothing", WORDS, SPAN)
    assert [each.code for each in translation(replace(project, exemptions=(needless,)))] == ["T413"]
    extra = term("extra", segment.zh.value[:2], "no such words")
    faulty = replace(project, terms=(*project.terms, extra))
    codes = [each.code for each in translation(faulty)]
    assert codes
    assert set(codes) == {"T403"}
    named = [s.id for s in project.document.segments() if s.en and extra.zh in s.zh.value]
    exempt = tuple(Exemption(each, "T403", "extra", WORDS, SPAN) for each in named)
    assert not list(translation(replace(faulty, exemptions=exempt)))


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("“互联网+”行动", "「互联网+」行动", True),
        ("（一）甲，乙；丙。", "(一)甲,乙;丙。", True),
        ("甲 乙", "甲乙", True),
        ("——经济", "－－经济", True),
        ("国发〔2015〕40号", "国发［2015］40号", True),
        ("IPv6", "ＩＰｖ６", True),
        ("公共数据开放", "公共数据开发", False),
        ("甲、乙", "甲，乙", True),
        ("到2018年", "到2019年", False),
        ("鼓励企业", "支持企业", False),
        ("不得", "得", False),
    ],
)
def test_only_words_count_as_a_change(old: str, new: str, same: bool) -> None:
    assert (digest(old) == digest(new)) is same
    assert (normalised(old) == normalised(new)) is same


def test_a_change_is_shown() -> None:
    assert changes("公共数据开发利用", "公共数据开放利用") == "−发 ＋放"
    assert changes("甲乙", "甲乙丙") == "＋丙"
