"""Notes: anchors, safe HTML, coverage."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from build_tools.checks.annotations.coverage import coverage
from build_tools.markup.html import render
from build_tools.markup.parse import parse, refusals
from build_tools.markup.plain import paragraphs
from build_tools.markup.policy import is_allowed_address
from build_tools.model import ids
from build_tools.model.project import Project
from build_tools.text.anchor import Finding, anchor, nearest_words

HOSTILE = sorted((Path(__file__).parent / "cases" / "hostile").glob("*.md"))
assert HOSTILE
ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "br"}


def resolve(kind: str, target: str) -> tuple[str, str] | None:
    return (f"../{kind}/{target}", f"{kind}<{target}>") if target != "nothing" else None


def html(source: str) -> str:
    return render(parse(source), resolve).value


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_hostile_bodies_are_inert_and_refused(path: Path) -> None:
    """Every line of a hostile file stays text, alone and with the rest, and the file is refused."""
    source = path.read_text("utf-8")
    for body in (source, *source.splitlines()):
        tags = _Tags()
        tags.feed(html(body))
        for tag, attributes in tags.found:
            assert tag in ALLOWED
            assert set(attributes) <= {"href", "rel", "class"}
            href = attributes.get("href")
            assert href is None or href.startswith("../") or is_allowed_address(href)
    assert list(refusals(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("One *two* **three**.", "<p>One <em>two</em> <strong>three</strong>.</p>\n"),
        ("See [[2.8.3]].", '<p>See <a class="dz-xref" href="../clause/2.8.3">clause&lt;2.8.3&gt;</a>.</p>\n'),
        ("See [[agency:nothing]].", "<p>See [[agency:nothing]].</p>\n"),
        ("[[office:x]]", "<p>[[office:x]]</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("[a](https://x.org/)", '<p><a href="https://x.org/" rel="noopener nofollow">a</a></p>\n'),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
        ("# x", "<p># x</p>\n"),
    ],
)
def test_small_markdown(source: str, expected: str) -> None:
    assert html(source) == expected


def test_chinese_words_in_an_english_body_say_so() -> None:
    made = render(parse("a certificate (合格证) <b>和</b>"), resolve, "zh-Hans").value
    assert made == (
        '<p>a certificate (<span lang="zh-Hans">合格证</span>) '
        '&lt;b&gt;<span lang="zh-Hans">和</span>&lt;/b&gt;</p>\n'
    )


def test_plain_text() -> None:
    source = "One *two*, see [[2.8.3]] and [x](https://x.org/).\n\n- a\n- b\n\n> q"
    assert paragraphs(parse(source), resolve) == (
        "One two, see clause<2.8.3> and x (https://x.org/).",
        "- a",
        "- b",
        "q",
    )


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://example.org/a?b#c", True),
        ("mailto:a@example.org", True),
        ("http://example.org/", False),
        ("//example.org/", False),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("https://user@example.org/", False),
        ("https://", False),
        ("https:/example.org", False),
        ("https://exa mple.org/", False),
        ("java\tscript:x", False),
        ("", False),
        ("/en/2.8/", False),
        ("vbscript:x", False),
    ],
)
def test_addresses(address: str, allowed: bool) -> None:
    assert is_allowed_address(address) is allowed


TARGET = {"1.s1": "甲乙丙甲乙丁", "1.s2": "戊己"}
OTHERS = {"2.s1": "庚辛壬", "3.s1": "癸子癸子"}


@pytest.mark.parametrize(
    ("words", "prefix", "suffix", "finding", "segment", "start"),
    [
        ("丙", "", "", Finding.FOUND, "1.s1", 2),
        ("戊", "", "", Finding.FOUND, "1.s2", 0),
        ("甲乙", "", "", Finding.AMBIGUOUS, "", 0),
        ("甲乙", "丙", "", Finding.FOUND, "1.s1", 3),
        ("甲乙", "", "丙", Finding.FOUND, "1.s1", 0),
        ("辛", "", "", Finding.MOVED, "2.s1", 1),
        ("癸子", "", "", Finding.ORPHANED, "", 0),
        ("丑", "", "", Finding.ORPHANED, "", 0),
    ],
)
def test_anchor(words: str, prefix: str, suffix: str, finding: Finding, segment: str, start: int) -> None:
    found = anchor(words, prefix, suffix, TARGET, OTHERS)
    assert (found.finding, found.segment, found.start) == (finding, segment, start)


def test_nearest_words() -> None:
    assert nearest_words("乙丙甲酉", TARGET) == ("1.s1", "乙丙甲乙")
    assert nearest_words("酉戌", TARGET) == ("", "")


def test_coverage_names_everything_that_is_missing(toy_project: Project) -> None:
    assert not list(coverage(toy_project))
    document = toy_project.document
    annotated = replace(document, meta=replace(document.meta, annotated=True))
    found = [(each.code, each.args) for each in coverage(replace(toy_project, document=annotated))]
    numbered = {clause.id for clause in document.clauses() if not ids.is_paragraph(clause.id)}
    done = {"2.8.1"}
    assert {args["clause"] for code, args in found if code == "A712"} == numbered - done
    assert {args["clause"] for code, args in found if code == "A713"} == numbered - done
    sections = {section.id for section in document.sections if section.id != "0"}
    assert {args["section"] for code, args in found if code == "A714"} == sections
    assert {args["id"] for code, args in found if code == "A715"} == {each.id for each in toy_project.emendations}
