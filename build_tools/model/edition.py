"""The edition: the project and everything derived from it. The only thing emitters see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.agency import Agency
from build_tools.model.collation import CollatedLine
from build_tools.model.concordance import Concordance, TermLink
from build_tools.model.conversion_ledger import ConversionLedger
from build_tools.model.document import Responsibility
from build_tools.model.emendation import Emendation
from build_tools.model.instrument import Instrument, Outcome
from build_tools.model.notes import NoteMark, PlacedNote
from build_tools.model.project import Project
from build_tools.model.search import SearchIndex


class Role(StrEnum):
    """How a body takes part in a clause."""

    LEAD = "lead"
    JOINT_LEAD = "joint-lead"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class Duty:
    """One body and its role in a note, in the printed order."""

    agency: Agency
    role: Role


@dataclass(frozen=True, slots=True)
class Accountability:
    """Who answers for a clause: the duties, the note that states them, and whether it is another unit's note."""

    clause: str
    stated_in: str
    note: Responsibility
    duties: tuple[Duty, ...]

    @property
    def inherited(self) -> bool:
        """Whether the clause has no note of its own and takes its section's."""
        return self.clause != self.stated_in


@dataclass(frozen=True, slots=True)
class Mark:
    """An emendation on a segment: [start, end) in code points of the Chinese text, the same in every script."""

    segment: str
    start: int
    end: int
    emendation: Emendation


Texts = Mapping[str, str]
Convert = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Edition:
    """The project with its layers.

    `texts` maps a script (zh-Hans, zh-Hant-TW, zh-Hant-HK) to the Chinese of every segment and note by id.
    `convert` turns other Chinese of ours, whole paragraphs in simplified characters, into a script.
    """

    project: Project
    texts: Mapping[str, Texts]
    convert: Convert
    accountability: Mapping[str, Accountability]
    english_notes: Mapping[str, str]
    marks: Mapping[str, tuple[Mark, ...]]
    collated: tuple[CollatedLine, ...]
    conversion_ledger: ConversionLedger
    concordances: tuple[Concordance, ...]
    chinese_links: Mapping[str, tuple[TermLink, ...]]
    english_links: Mapping[str, tuple[TermLink, ...]]
    notes: Mapping[str, tuple[PlacedNote, ...]]
    note_marks: Mapping[str, Mapping[str, tuple[NoteMark, ...]]]
    cited_by: Mapping[tuple[str, str], tuple[str, ...]]
    instruments: Mapping[str, Instrument]
    outcomes: Mapping[str, Outcome]
    agencies: Mapping[str, Agency]
    clauses_of_agency: Mapping[str, tuple[Accountability, ...]]
    search: SearchIndex
    reading_text: str
