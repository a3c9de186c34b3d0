"""Diagnostics and the report that collects them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from build_tools.diagnostics.codes import CODES, Severity
from build_tools.model.text import Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault at one place; `args` fill the blanks of the code's message in both languages."""

    code: str
    span: Span
    args: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Fixed by the code."""
        return CODES[self.code].severity

    def message(self, language: str) -> str:
        """What is wrong, in `en` or `zh`."""
        return CODES[self.code].message.of(language).format_map(self.args)

    def hint(self, language: str) -> str:
        """What to do about it, in `en` or `zh`."""
        return CODES[self.code].hint.of(language).format_map(self.args)


def fault(code: str, span: Span, /, **args: str) -> Diagnostic:
    """A diagnostic; raises `KeyError` for an unknown code or an unfilled blank of its message: a bug of ours."""
    diagnostic = Diagnostic(code, span, args)
    for language in ("en", "zh"):
        diagnostic.message(language)
        diagnostic.hint(language)
    return diagnostic


# Codes whose place is counted from where a value begins.
_BY_OFFSET = frozenset(["T404", "T406", "T408", "T409", "T410", "T411"])
# A folded or literal text begins on the line after its key and rarely runs on for longer than this.
_FOLDED_LINES = 40


class ContentError(Exception):
    """Raised to stop a build whose report holds errors; never shown as a traceback."""

    def __init__(self, report: "Report") -> None:
        super().__init__(f"{report.count(Severity.ERROR)} error(s) in the content")
        self.report = report


class Report:
    """Collects diagnostics and the lines they point at; a fault never stops the search for more."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._lines: dict[str, tuple[str, ...]] = {}

    def remember(self, path: str, text: str) -> None:
        """Keep the lines of a file so that a fault in it can be shown."""
        self._lines[path] = tuple(text.split("\n"))

    def line(self, span: Span) -> str:
        """The source line a span starts on; empty where the file could not be read."""
        lines = self._lines.get(span.path, ())
        return lines[span.line - 1].rstrip("\r") if 0 < span.line <= len(lines) else ""

    def locate(self, span: Span, words: str) -> Span:
        """Where words stand in the source from a span on: a block of text is only known by its first line."""
        lines = self._lines.get(span.path, ())
        first = words.split("\n", 1)[0]
        for number, line in enumerate(lines[span.line - 1 : span.line + _FOLDED_LINES], span.line):
            column = line.find(first, span.column - 1 if number == span.line else 0)
            if first and column >= 0:
                return Span(span.path, number, column + 1, len(first))
        return span

    def add(self, code: str, span: Span, /, **args: str) -> None:
        """Record one fault."""
        self._found.append(fault(code, span, **args))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Record the faults a check yields."""
        self._found.extend(self._refined(diagnostic) for diagnostic in diagnostics)

    def _refined(self, diagnostic: Diagnostic) -> Diagnostic:
        """With its place on the words it names: a quotation mark or a folded line shifts them in the source."""
        words, span = diagnostic.args.get("words", ""), diagnostic.span
        start = span.column - 1
        if diagnostic.code not in _BY_OFFSET or self.line(span)[start : start + len(words)] == words:
            return diagnostic
        found = self.locate(span, words)
        return Diagnostic(diagnostic.code, found, diagnostic.args)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All faults, each once, in the order of place."""
        unique = {(d.span, d.code, tuple(sorted(d.args.items()))): d for d in self._found}
        return tuple(unique[key] for key in sorted(unique))

    def count(self, severity: Severity) -> int:
        """How many faults of this severity were found."""
        return sum(d.severity is severity for d in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether anything found forbids a build."""
        return any(d.severity is Severity.ERROR for d in self._found)

    @property
    def files_are_whole(self) -> bool:
        """Whether every file was read and has the right shape; faults in the wording of a note do not count."""
        return not any(d.severity is Severity.ERROR and d.code[0] != "A" for d in self._found)

    def stop_on_errors(self) -> None:
        """Raise `ContentError` if the report holds an error."""
        if self.has_errors:
            raise ContentError(self)
