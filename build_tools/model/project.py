"""Everything that was read: the input of checks and derivations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from build_tools.model.agency import Agency
from build_tools.model.annotation import Annotation, Contributor, GuideEntry
from build_tools.model.conversion import ConversionRules
from build_tools.model.document import Document
from build_tools.model.emendation import Emendation, Witness
from build_tools.model.instrument import Instrument, Outcome
from build_tools.model.ledger import Exemption, LedgerEntry
from build_tools.model.question import Question
from build_tools.model.search import Equivalent
from build_tools.model.term import Term
from build_tools.model.text import Text

Strings = Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Project:
    """The sources of one document as loaded; `interface` maps a locale tag to its strings by key."""

    document: Document
    emendations: tuple[Emendation, ...]
    witnesses: tuple[Witness, ...]
    agencies: tuple[Agency, ...]
    terms: tuple[Term, ...]
    ledger: tuple[LedgerEntry, ...]
    exemptions: tuple[Exemption, ...]
    questions: tuple[Question, ...]
    annotations: tuple[Annotation, ...]
    contributors: tuple[Contributor, ...]
    guide: tuple[GuideEntry, ...]
    instruments: tuple[Instrument, ...]
    tracker: tuple[Outcome, ...]
    today: date
    conversion: ConversionRules
    equivalents: tuple[Equivalent, ...]
    interface: Mapping[str, Strings]
