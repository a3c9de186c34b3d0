"""The text of a translation ledger brought up to date. A command writes it; editors never type a digest."""

import json
from collections.abc import Collection, Iterator
from datetime import date

from build_tools.model.document import Segment
from build_tools.model.ledger import LedgerEntry, Stage
from build_tools.model.project import Project
from build_tools.text.normalise import digest

TRANSLATOR = "translator of the project"
SECOND_READER = "second reader of the project"
_HEAD = "# Written by `duizhao ledger`: from which Chinese each English text was made. Do not edit by hand.\n"


def ledger_text(project: Project, today: date, accept: Collection[str], reviewed: Collection[str]) -> str:
    """The ledger with an entry for every translated segment, in the order of the document.

    An entry that exists is kept, even if the Chinese has changed since; `accept` names the segments whose English
    was revised, `reviewed` those that a second reader has compared with the Chinese.
    """
    entries = {entry.segment: entry for entry in project.ledger}
    return _HEAD + "".join(_all(project, entries, today, accept, reviewed))


def _all(
    project: Project,
    entries: dict[str, LedgerEntry],
    today: date,
    accept: Collection[str],
    reviewed: Collection[str],
) -> Iterator[str]:
    for segment in project.document.segments():
        if segment.en is None:
            continue
        old = entries.get(segment.id)
        entry = _new(segment, today) if old is None or segment.id in accept else old
        stage = Stage(today, SECOND_READER) if segment.id in reviewed else entry.reviewed
        yield _entry(entry, stage)


def _new(segment: Segment, today: date) -> LedgerEntry:
    text = segment.zh.value
    return LedgerEntry(segment.id, digest(text), text, Stage(today, TRANSLATOR), None, segment.zh.span)


def _entry(entry: LedgerEntry, reviewed: Stage | None) -> str:
    lines = [
        f"- segment: {entry.segment}",
        f'  digest: "{entry.digest}"',
        f"  made_from: {json.dumps(entry.made_from, ensure_ascii=False)}",
        f"  translated: {_stage(entry.translated)}",
    ]
    if reviewed:
        lines.append(f"  reviewed: {_stage(reviewed)}")
    return "\n".join(lines) + "\n"


def _stage(stage: Stage) -> str:
    return f"{{date: {stage.day.isoformat()}, by: {stage.role}}}"
