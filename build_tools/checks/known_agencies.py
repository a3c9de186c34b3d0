"""X301: every agency named in a responsibility note is in the register."""

from collections.abc import Iterator
from difflib import get_close_matches

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project


def known_agencies(project: Project) -> Iterator[Diagnostic]:
    """Every agency id in lead, joint_lead and with exists; the register itself was judged when it was read."""
    known = [agency.id for agency in project.agencies]
    for clause in project.document.clauses():
        for ref in clause.responsible.agencies if clause.responsible else ():
            if known and ref.id not in known:
                close = get_close_matches(ref.id, known, n=1)
                yield fault("X301", ref.span, id=ref.id, nearest=f" ({close[0]}?)" if close else "")
