"""X302: the data of a responsibility note says what its Chinese words say."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.document import Responsibility
from build_tools.model.project import Project
from build_tools.text.responsibility import StatedNote, read_note


def responsibility_data(project: Project) -> Iterator[Diagnostic]:
    """Bodies, their order, their roles and 等 agree between the note and its data."""
    shorts = {agency.id: agency.short for agency in reversed(project.agencies)}
    rule = project.document.rule
    for clause in project.document.clauses():
        note = clause.responsible
        if note is None or not all(shorts.get(ref.id) for ref in note.agencies):
            continue  # X301 reports unknown ids, R113 empty names
        stated, given = read_note(note.zh.value, rule.words if rule else ""), _as_stated(note, shorts)
        if stated != given:
            yield fault("X302", note.zh.span, note=_shown(stated), data=_shown(given))


def _as_stated(note: Responsibility, shorts: dict[str, str]) -> StatedNote:
    groups = (note.lead, note.joint_lead, note.participants)
    lead, joint_lead, participants = (tuple(shorts[ref.id] for ref in refs) for refs in groups)
    return StatedNote(lead, joint_lead, participants, note.open_ended)


def _shown(note: StatedNote | None) -> str:
    if note is None:
        return "?"
    roles = (("lead", note.lead), ("joint_lead", note.joint_lead), ("with", note.participants))
    shown = [f"{role} {'、'.join(names)}" for role, names in roles if names]
    return "; ".join([*shown, "open_ended" if note.open_ended else "closed"])
