"""T407: the English responsibility notes name the same bodies as the Chinese, in the same order."""

from collections.abc import Iterator, Sequence

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.agency import Agency
from build_tools.model.project import Project
from build_tools.text.english_note import english_name, english_note
from build_tools.text.terms import find_words


def english_notes(project: Project) -> Iterator[Diagnostic]:
    """Every body of a note stands once in its English, in order, and no two share a name."""
    agencies = {agency.id: agency for agency in project.agencies}
    for clause in project.document.clauses():
        note = clause.responsible
        if note is None or any(ref.id not in agencies for ref in note.agencies):
            continue  # X301 reports unknown ids
        named = [agencies[ref.id] for ref in note.agencies]
        sentence = english_note(note, named, "")
        if not _in_order(named, sentence):
            found, expected = sentence, "、".join(agency.short for agency in named)
            yield fault("T407", note.zh.span, segment=note.id, found=found, expected=expected)


def _in_order(named: Sequence[Agency], sentence: str) -> bool:
    places = [list(find_words(english_name(agency), sentence)) for agency in named]
    starts = [place[0][0] for place in places if len(place) == 1]
    return len(starts) == len(named) and starts == sorted(starts)
