"""Responsibility notes in English, set from the data and the register so that no agency name is typed twice."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from build_tools.model.document import Document
from build_tools.model.edition import Accountability, Role


def english_notes(document: Document, accounts: Mapping[str, Accountability]) -> Mapping[str, str]:
    """By the id of the clause that states it, each note as an English sentence in parentheses."""
    rule = document.rule
    notes = {}
    for account in accounts.values():
        if not account.inherited:
            governs = rule is not None and rule.clause == account.clause
            notes[account.clause] = f"({_sentence(account)}{'; ' + rule.en if rule and governs else ''}.)"
    return MappingProxyType(notes)


def _sentence(account: Accountability) -> str:
    names = [duty.agency.name.abbr or duty.agency.name.en for duty in account.duties]
    roles = {duty.role for duty in account.duties}
    if account.note.open_ended:
        names.append("other bodies")
    listed = _listed(names)
    listed = listed[0].upper() + listed[1:]
    if Role.JOINT_LEAD in roles:
        return f"{listed} jointly take the lead"
    if roles == {Role.LEAD} and not account.note.open_ended and "牵头" in account.note.zh.value:
        return f"{listed} takes the lead" if len(names) == 1 else f"{listed} take the lead"
    return f"{listed} {'is' if len(names) == 1 else 'are'} responsible"


def _listed(names: Sequence[str]) -> str:
    """A list with a serial comma."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
