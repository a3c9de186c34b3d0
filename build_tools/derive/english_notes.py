"""The responsibility notes in English."""

from collections.abc import Mapping
from types import MappingProxyType

from build_tools.model.document import Document
from build_tools.model.edition import Accountability
from build_tools.text.english_note import english_note


def english_notes(document: Document, accounts: Mapping[str, Accountability]) -> Mapping[str, str]:
    """By the id of the clause that states it, each note in English."""
    rule = document.rule
    notes = {}
    for account in accounts.values():
        if not account.inherited:
            governs = rule.en if rule and rule.clause == account.clause else ""
            notes[account.clause] = english_note(account.note, [duty.agency for duty in account.duties], governs)
    return MappingProxyType(notes)
