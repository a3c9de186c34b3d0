"""X304: every witness an emendation rests on is described."""

from collections.abc import Iterator
from difflib import get_close_matches

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project


def known_witnesses(project: Project) -> Iterator[Diagnostic]:
    """Every id under `witnesses` of an emendation is in witnesses.yml, which was judged when it was read."""
    known = [witness.id for witness in project.witnesses]
    for emendation in project.emendations:
        for witness in emendation.witnesses:
            if known and witness not in known:
                close = get_close_matches(witness, known, n=1)
                nearest = f" ({close[0]}?)" if close else ""
                yield fault("X304", emendation.span, id=witness, nearest=nearest)
