"""The translation ledger, written by a command, and the exemptions from translation rules, written by editors."""

from build_tools.diagnostics.codes import CODES
from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, read_all
from build_tools.load.folder import Folder
from build_tools.model.ledger import Exemption, LedgerEntry, Stage

LEDGER, EXEMPTIONS = "ledger.yml", "exemptions.yml"
ROLES = ("translator of the project", "second reader of the project")
TRANSLATION_CODES = tuple(code for code in CODES if code.startswith("T4"))


def load_ledger(folder: Folder, report: Report) -> tuple[LedgerEntry, ...]:
    """The entries of a document's ledger; a document without English needs none."""
    if not folder.exists(LEDGER):
        return ()
    return read_all(folder.records(LEDGER, report), _entry)


def _entry(fields: Fields) -> LedgerEntry | None:
    segment = fields.text("segment")
    digest, made_from = fields.word("digest"), fields.word("made_from")
    translated = _stage(fields, "translated")
    reviewed = _stage(fields, "reviewed", required=False)
    if segment is None or translated is None:
        return None
    return LedgerEntry(segment.value, digest, made_from, translated, reviewed, segment.span)


def _stage(fields: Fields, key: str, required: bool = True) -> Stage | None:
    child = fields.child(key, required)
    if child is None:
        return None
    stage = Stage(child.date("date"), child.choice("by", ROLES) or "")
    child.close()
    return stage


def load_exemptions(folder: Folder, report: Report) -> tuple[Exemption, ...]:
    """The exemptions of a document."""
    if not folder.exists(EXEMPTIONS):
        return ()
    return read_all(folder.records(EXEMPTIONS, report), _exemption)


def _exemption(fields: Fields) -> Exemption | None:
    segment = fields.text("segment")
    code = fields.choice("code", TRANSLATION_CODES)
    words, reason = fields.word("words"), fields.need_bilingual("reason")
    return Exemption(segment.value, code, words, reason, segment.span) if segment and code else None
