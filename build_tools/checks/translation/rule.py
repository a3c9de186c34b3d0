"""What the rules share: the segments to look at, and what a rule finds in one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.document import Segment
from build_tools.model.project import Project
from build_tools.model.text import Span, Text
from build_tools.text.terms import TermFinder


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in one segment: its code, where in the English (an offset and a length), what identifies it for an
    exemption, and the arguments of its message."""

    code: str
    words: str
    start: int = 0
    length: int = 1
    args: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment with English, as rules see it."""

    segment: Segment
    zh: str
    en: str
    project: Project
    finder: TermFinder


Rule = Callable[[Pair], Iterator[Finding]]


def pairs(project: Project) -> Iterator[Pair]:
    """Every segment that has English."""
    finder = TermFinder(project.terms)
    for segment in project.document.segments():
        if segment.en:
            yield Pair(segment, segment.zh.value, segment.en.value, project, finder)


def diagnostic(text: Text, finding: Finding) -> Diagnostic:
    """The diagnostic of a finding in an English text."""
    span = text.span
    place = Span(span.path, span.line, span.column + finding.start, finding.length)
    return fault(finding.code, place, **finding.args)
