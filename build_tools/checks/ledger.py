"""T402, T414, T415: the English was made from the Chinese as it stands, and the ledger says so."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.document import Segment
from build_tools.model.ledger import LedgerEntry
from build_tools.model.project import Project
from build_tools.text.normalise import changes, digest


def ledger(project: Project) -> Iterator[Diagnostic]:
    """Every translated segment has an entry made from its present Chinese; punctuation does not count."""
    entries = {entry.segment: entry for entry in project.ledger}
    for entry in project.ledger:
        if digest(entry.made_from) != entry.digest:
            yield fault("T415", entry.span, segment=entry.segment)
    for segment in project.document.segments():
        if segment.en:
            yield from _segment(segment, entries.get(segment.id))


def _segment(segment: Segment, entry: LedgerEntry | None) -> Iterator[Diagnostic]:
    if segment.en is None:
        return
    if entry is None:
        yield fault("T414", segment.en.span, segment=segment.id)
    elif entry.digest != digest(segment.zh.value):
        changed = changes(entry.made_from, segment.zh.value)
        yield fault("T402", segment.en.span, segment=segment.id, changes=changed)
