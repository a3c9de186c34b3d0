"""The faces of a report."""

import json
from unicodedata import east_asian_width

import pytest

from build_tools.diagnostics.report import ContentError, Report
from build_tools.diagnostics.show import FORMATS, show
from build_tools.load.yaml_file import decode
from build_tools.model.text import Span

PATH = "source/a.yml"


def report_on(line: str, column: int, length: int, path: str = PATH) -> Report:
    """A report of an alias on line 3 of a file."""
    report = Report()
    report.remember(path, f"a: 1\nb: 2\n{line}\n")
    report.add("R106", Span(path, 3, column, length), words="*x")
    return report


def shown_lines(report: Report) -> list[str]:
    return show(report, "text").split("\n")


def underlined(report: Report) -> str:
    """The words above the carets, measured in terminal columns as a terminal would."""
    source, carets = shown_lines(report)[2:4]
    start, end = carets.index("^"), len(carets)
    assert carets.strip("^ ") == ""
    cells = "".join(char + ("\0" if east_asian_width(char) in "WF" else "") for char in source)
    return cells[start:end].replace("\0", "")


def test_a_fault_in_full() -> None:
    report = report_on("  lead: *x", 9, 2)
    assert show(report, "text") == (
        "source/a.yml:3:9: error[R106] Anchors and aliases (& and *) are not allowed: *x.\n"
        "        不允许使用锚点和别名（& 与 *）：*x。\n"
        "    3 |   lead: *x\n"
        "                ^^\n"
        "  hint  Write the value out; put text that begins with & or * in double quotes.\n"
        "        请写出完整内容；以 & 或 * 开头的文字请置于英文双引号内。\n"
        "  help  duizhao explain R106\n"
    )


def test_nothing_to_show() -> None:
    assert [show(Report(), form) for form in FORMATS] == ["", "", "[]\n"]


@pytest.mark.parametrize(
    ("line", "column", "length", "words"),
    [
        ("en: plain", 5, 5, "plain"),
        ("zh: 开放共享。", 5, 2, "开放"),
        ("zh: 开放共享。", 7, 3, "共享。"),
        ("zh: （一）ＡＢ半角", 8, 2, "ＡＢ"),
        ("zh: 🚤船", 6, 1, "船"),
        ("zh: “引号”之后", 9, 2, "之后"),
        ("zh: 𠮷野", 6, 1, "野"),
        ("zh: 한글 かな", 8, 2, "かな"),
    ],
)
def test_carets_stand_under_the_words(line: str, column: int, length: int, words: str) -> None:
    assert underlined(report_on(line, column, length)) == words


def test_combining_marks_take_no_column() -> None:
    source, carets = shown_lines(report_on("en: e\u0301a", 7, 1))[2:4]
    assert source == "    3 | en: e\u0301a"
    assert carets == " " * 13 + "^"


def test_a_place_behind_the_end_has_one_caret() -> None:
    assert shown_lines(report_on("heading:", 9, 1))[3] == " " * 16 + "^"


@pytest.mark.parametrize("before", ["字" * 400, "x" * 400])
def test_a_long_line_is_cut_around_the_words(before: str) -> None:
    report = report_on(f"{before}要害{'尾' * 400}", 401, 2)
    source = shown_lines(report)[2]
    assert underlined(report) == "要害"
    assert source.startswith("    3 | …")
    assert len(source) < 120


def test_a_long_line_is_not_cut_before_words_at_its_head() -> None:
    report = report_on("头" + "尾" * 400, 1, 1)
    assert underlined(report) == "头"
    assert shown_lines(report)[2].startswith("    3 | 头尾")


@pytest.mark.parametrize("char", ["\u202e", "\u200b", "\x1b", "\x07", "\x9b", "\0", "\u2028", "\ufeff", "\t"])
def test_what_a_terminal_would_obey_or_hide_is_made_visible(char: str) -> None:
    report = report_on(f"en: a{char}b", 6, 1)
    assert underlined(report) == "\N{REPLACEMENT CHARACTER}"
    assert char not in show(report, "text")


def test_paths_and_messages_cannot_command_the_terminal() -> None:
    report = Report()
    report.add("R106", Span("source/\x1b[2J\na.yml", 1, 1), words="\x1b]0;owned\x07")
    assert not set("\x1b\x07") & set(show(report, "text"))
    assert len(shown_lines(report)) == len(shown_lines(report_on("", 1, 1)))


def test_a_file_that_could_not_be_read_has_no_excerpt() -> None:
    report = Report()
    report.add("R104", Span(PATH, 1, 1), size="3,000,000", limit="1,000,000")
    assert not any("|" in line or "^" in line for line in shown_lines(report))


def test_windows_line_ends_leave_no_trace() -> None:
    report = Report()
    report.remember(PATH, "a: *x\r\n")
    report.add("R106", Span(PATH, 1, 4, 2), words="*x")
    assert shown_lines(report)[2:4] == ["    1 | a: *x", " " * 11 + "^^"]


def test_order_of_place() -> None:
    report = Report()
    for path, line, column in (("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 9, 7), ("a.yml", 9, 2)):
        report.add("R106", Span(path, line, column), words="*x")
    places = [line.split(": ")[0] for line in shown_lines(report) if "error[" in line]
    assert places == ["a.yml:9:2", "a.yml:9:7", "a.yml:10:1", "b.yml:1:1"]


def test_github_commands_are_escaped() -> None:
    report = Report()
    report.add("R110", Span("source/a,b:c%.yml", 2, 3), key="50%\n::error::x", known="a", nearest="")
    lines = show(report, "github").splitlines()
    assert len(lines) == 1
    head, body = lines[0].removeprefix("::error ").split("::", 1)
    assert head == "file=source/a%2Cb%3Ac%25.yml,line=2,col=3,title=R110"
    assert body.startswith("Unknown key “50%25%0A::error::x”. Known here: a. Correct the spelling")
    assert "%0A未知的键“50%25%0A::error::x”。" in body


def test_json_has_everything() -> None:
    rows = json.loads(show(report_on("zh: 开放*x", 7, 2), "json"))
    assert rows == [
        {
            "code": "R106",
            "severity": "error",
            "path": PATH,
            "line": 3,
            "column": 7,
            "words": "*x",
            "message": {
                "en": "Anchors and aliases (& and *) are not allowed: *x.",
                "zh": "不允许使用锚点和别名（& 与 *）：*x。",
            },
            "hint": {
                "en": "Write the value out; put text that begins with & or * in double quotes.",
                "zh": "请写出完整内容；以 & 或 * 开头的文字请置于英文双引号内。",
            },
        }
    ]


def test_stopping_names_the_number_of_faults() -> None:
    report = report_on("a: *x", 4, 2)
    with pytest.raises(ContentError, match=r"1 error\(s\)") as stopped:
        report.stop_on_errors()
    assert stopped.value.report is report


def test_a_flood_of_bad_characters_is_cut_short() -> None:
    """A file full of invisible characters is one fault to its editor, not a million."""
    report = Report()
    assert decode(("\u200b" * 300_000).encode(), "flood.yml", report) is None
    assert 1 <= len(report.diagnostics) <= 100
