"""The faces of a report: terminal, GitHub annotations, JSON."""

import json
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from build_tools.diagnostics.codes import Severity
from build_tools.diagnostics.report import Diagnostic, Report

FORMATS = ("text", "github", "json")
_EXCERPT = 96


def show(report: Report, form: str) -> str:
    """The report as `text`, `github` or `json`; ends with a line break unless it is empty."""
    return {"text": _text, "github": _github, "json": _json}[form](report)


def _text(report: Report) -> str:
    blocks = ["\n".join(map(_visible, _block(report, diagnostic))) for diagnostic in report.diagnostics]
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def _block(report: Report, diagnostic: Diagnostic) -> Iterator[str]:
    span = diagnostic.span
    place = f"{span.path}:{span.line}:{span.column}"
    yield f"{place}: {diagnostic.severity}[{diagnostic.code}] {diagnostic.message('en')}"
    yield f"        {diagnostic.message('zh')}"
    yield from _excerpt(report.line(span), diagnostic)
    yield f"  hint  {diagnostic.hint('en')}"
    yield f"        {diagnostic.hint('zh')}"
    yield f"  help  duizhao explain {diagnostic.code}"


def _excerpt(line: str, diagnostic: Diagnostic) -> Iterator[str]:
    """The line with the words underlined; a long line is cut around them."""
    if not line.strip():
        return
    span = diagnostic.span
    start = max(0, span.column - 1 - 24) if len(line) > _EXCERPT else 0
    shown = _visible(line[start : start + _EXCERPT])
    offset = span.column - 1 - start
    lead = "…" if start else ""
    before, words = shown[:offset], shown[offset : offset + max(1, span.length)]
    yield f"{span.line:5} | {lead}{shown}"
    yield " " * 8 + " " * (_width(before) + len(lead)) + "^" * max(1, _width(words))


def _visible(text: str) -> str:
    """Text with what a terminal would obey or hide replaced by U+FFFD, one for one."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _width(text: str) -> int:
    """Columns a terminal uses (Unicode Standard Annex 11; ambiguous characters count as narrow)."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _github(report: Report) -> str:
    """Workflow commands, one a line, which mark the words in a pull request."""
    return "".join(_command(diagnostic) + "\n" for diagnostic in report.diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    level = "error" if diagnostic.severity is Severity.ERROR else "warning"
    body = "\n".join(f"{diagnostic.message(lang)} {diagnostic.hint(lang)}" for lang in ("en", "zh"))
    path = _escape(span.path).replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={path},line={span.line},col={span.column},title={diagnostic.code}::{_escape(body)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _json(report: Report) -> str:
    rows = [_row(report, diagnostic) for diagnostic in report.diagnostics]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _row(report: Report, diagnostic: Diagnostic) -> dict[str, object]:
    span = diagnostic.span
    start = span.column - 1
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "words": report.line(span)[start : start + span.length],
        "message": {lang: diagnostic.message(lang) for lang in ("en", "zh")},
        "hint": {lang: diagnostic.hint(lang) for lang in ("en", "zh")},
    }
