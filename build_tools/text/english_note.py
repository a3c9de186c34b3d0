"""A responsibility note in English, set from its data and the register so that no agency name is typed twice."""

from collections.abc import Sequence

from build_tools.model.agency import Agency
from build_tools.model.document import Responsibility


def english_name(agency: Agency) -> str:
    """A body's name in an English note: its abbreviation, or its full name where it has none."""
    return agency.name.abbr or agency.name.en


def english_note(note: Responsibility, agencies: Sequence[Agency], rule: str) -> str:
    """A note as an English sentence in parentheses; `rule` is the rule stated in it, empty for most."""
    names = [english_name(agency) for agency in agencies]
    if note.open_ended:
        names.append("other bodies")
    listed = _listed(names)
    sentence = f"{listed[0].upper()}{listed[1:]} {_predicate(note, len(names))}"
    return f"({sentence}{'; ' + rule if rule else ''}.)"


def _predicate(note: Responsibility, count: int) -> str:
    if note.joint_lead:
        return "jointly take the lead"
    if note.lead and not note.participants and not note.open_ended:
        return "takes the lead" if count == 1 else "take the lead"
    return "is responsible" if count == 1 else "are responsible"


def _listed(names: Sequence[str]) -> str:
    """A list with a serial comma."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
