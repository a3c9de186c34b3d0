"""The list of checks, in the order a person reads them."""

from collections.abc import Callable, Iterator

from build_tools.checks.annotations.anchors import anchors
from build_tools.checks.annotations.coverage import coverage
from build_tools.checks.annotations.references import references
from build_tools.checks.annotations.status import status
from build_tools.checks.clause_order import clause_order
from build_tools.checks.collation import collation
from build_tools.checks.emendation_places import emendation_places
from build_tools.checks.english_notes import english_notes
from build_tools.checks.interface_strings import interface_strings
from build_tools.checks.known_agencies import known_agencies
from build_tools.checks.known_segments import known_segments
from build_tools.checks.known_witnesses import known_witnesses
from build_tools.checks.ledger import ledger
from build_tools.checks.responsibility_data import responsibility_data
from build_tools.checks.responsibility_rule import responsibility_rule
from build_tools.checks.translation.check import translation
from build_tools.checks.unique_ids import unique_ids
from build_tools.checks.untranslated import untranslated
from build_tools.diagnostics.report import Diagnostic
from build_tools.model.project import Project

Check = Callable[[Project], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    unique_ids,
    clause_order,
    known_agencies,
    responsibility_data,
    responsibility_rule,
    known_witnesses,
    interface_strings,
    untranslated,
    translation,
    english_notes,
    status,
)

# These compare the whole text with what is said of it; where a file could not be read they would only repeat that.
WHOLE_TEXT_CHECKS: tuple[Check, ...] = (
    ledger,
    anchors,
    references,
    coverage,
    known_segments,
    emendation_places,
    collation,
)


def run_checks(project: Project, complete: bool) -> Iterator[Diagnostic]:
    """Everything any check finds; `complete` says that every file was read without a fault."""
    for check in (*CHECKS, *(WHOLE_TEXT_CHECKS if complete else ())):
        yield from check(project)
