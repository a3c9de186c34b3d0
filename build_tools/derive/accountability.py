"""Who answers for each clause, by its own note or its section's."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from build_tools.model.agency import Agency
from build_tools.model.document import Document, Responsibility, Section
from build_tools.model.edition import Accountability, Duty, Role


def accountability(document: Document, agencies: Mapping[str, Agency]) -> Mapping[str, Accountability]:
    """By clause id; a clause for which no note speaks is absent.

    A clause without a note of its own takes the note in its section's lead paragraph.
    """
    return MappingProxyType(
        {each.clause: each for section in document.sections for each in _in_section(section, agencies)}
    )


def _in_section(section: Section, agencies: Mapping[str, Agency]) -> Iterator[Accountability]:
    lead = f"{section.id}.p1"
    inherited = next((clause.responsible for clause in section.clauses if clause.id == lead), None)
    for clause in section.clauses:
        note = clause.responsible or inherited
        if note:
            stated_in = clause.id if clause.responsible else lead
            yield Accountability(clause.id, stated_in, note, duties(note, agencies))


def duties(note: Responsibility, agencies: Mapping[str, Agency]) -> tuple[Duty, ...]:
    """The bodies of a note with their roles, in the printed order."""
    groups = ((note.lead, Role.LEAD), (note.joint_lead, Role.JOINT_LEAD), (note.participants, Role.PARTICIPANT))
    return tuple(Duty(agencies[ref.id], role) for refs, role in groups for ref in refs)


def by_agency(accounts: Mapping[str, Accountability]) -> Mapping[str, tuple[Accountability, ...]]:
    """For every agency id, the notes that name it, each once, in the order of the document."""
    found: dict[str, list[Accountability]] = {}
    for account in accounts.values():
        for duty in () if account.inherited else account.duties:
            found.setdefault(duty.agency.id, []).append(account)
    return MappingProxyType({agency_id: tuple(each) for agency_id, each in found.items()})
