"""The register of instruments, and the tracker of what became of each clause."""

import re

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, read_all
from build_tools.load.folder import Folder
from build_tools.model.instrument import STATES, Evidence, Instrument, Outcome, Relation

KINDS = (
    "law",
    "regulation",
    "party-state",
    "state-council",
    "rules",
    "normative",
    "list",
    "standard",
    "report",
    "draft",
    "body",
    "decision",
    "other",
)
STATUSES = ("in-force", "amended", "superseded", "repealed", "expired", "draft", "never-adopted", "unclear")
RELATIONS = ("cited-by", "implements", "follow-up", "supersedes", "reverses", "parallel", "base", "text")
VERIFIED = ("yes", "partial", "no")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def load_instruments(folder: Folder, report: Report) -> tuple[Instrument, ...]:
    """The instruments of instruments.yml; a project may have none."""
    if not folder.exists("instruments.yml"):
        return ()
    fields = folder.mapping("instruments.yml", report)
    if fields is None:
        return ()
    seen: dict[str, str] = {}
    instruments = read_all(fields.children("instruments"), lambda child: _instrument(child, seen))
    fields.close()
    return instruments


def _instrument(fields: Fields, seen: dict[str, str]) -> Instrument | None:
    instrument_id = fields.entry_id()
    instrument = Instrument(
        id=instrument_id.value if instrument_id else "",
        kind=fields.choice("kind", KINDS) or "",
        title=fields.need_bilingual("title"),
        issuer=fields.need_bilingual("issuer"),
        number=fields.optional_word("number"),
        adopted=_date(fields, "adopted"),
        published=_date(fields, "published"),
        in_force=_date(fields, "in_force"),
        status=fields.choice("status", STATUSES) or "",
        status_note=fields.bilingual("status_note", required=False),
        summary=fields.need_bilingual("summary"),
        relations=read_all(fields.children("relations"), _relation),
        url=fields.address("url", required=False),
        verified=fields.choice("verified", VERIFIED) or "",
        unconfirmed=tuple(text.value for text in fields.texts("unconfirmed", required=False)),
        sources=read_all(fields.children("sources"), _evidence),
        span=fields.place("id"),
    )
    if instrument_id is None:
        return None
    if instrument_id.value in seen:
        fields.report.add("S202", instrument_id.span, id=instrument_id.value, first=seen[instrument_id.value])
    seen.setdefault(instrument_id.value, f"{instrument_id.span.path}:{instrument_id.span.line}")
    return instrument


def _date(fields: Fields, key: str) -> str:
    text = fields.text(key, required=False)
    if text and not _DATE.fullmatch(text.value):
        expected, example = ("a date, month or year", "日期、月份或年份"), f"{key}: 2015-07-01"
        args = {"value": text.value, "expected": expected[0], "expected_zh": expected[1], "example": example}
        fields.report.add("R115", text.span, **args)
    return text.value if text else ""


def _relation(fields: Fields) -> Relation | None:
    clause, kind = fields.text("clause"), fields.choice("relation", RELATIONS)
    return Relation(clause, kind) if clause and kind else None


def _evidence(fields: Fields) -> Evidence:
    return Evidence(fields.address("url", required=False), fields.optional_word("note"), fields.word("quote"))


def load_tracker(folder: Folder, report: Report) -> tuple[Outcome, ...]:
    """The outcomes of tracker.yml; a document may have none."""
    if not folder.exists("tracker.yml"):
        return ()
    return read_all(folder.records("tracker.yml", report), _outcome)


def _outcome(fields: Fields) -> Outcome | None:
    clause = fields.text("clause")
    state, why = fields.choice("state", STATES) or "", fields.need_bilingual("why")
    instruments, checked = fields.texts("instruments", required=False), fields.date("checked")
    return Outcome(clause, state, why, instruments, checked) if clause else None
