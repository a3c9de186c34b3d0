"""document.yml and the section files to a `Document`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, read_all
from build_tools.load.folder import Folder
from build_tools.load.yaml_file import read_text
from build_tools.model import ids
from build_tools.model.document import (
    AgencyRef,
    CitationForms,
    Clause,
    Document,
    Metadata,
    Part,
    Responsibility,
    ResponsibilityRule,
    Section,
    Segment,
)
from build_tools.model.text import Span, Text

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FILE = re.compile(r"(?P<id>[0-9]{1,2}(\.[0-9]{1,2})?)-[a-z0-9-]+\.yml")


def load_document(folder: Folder, report: Report) -> Document | None:
    """The document kept in a folder, or `None` if its document.yml cannot be read; other faults are reported."""
    fields = folder.mapping("document.yml", report)
    if fields is None:
        return None
    document = Document(
        meta=_metadata(fields),
        front=_lines(fields, "front", ids.FRONT),
        parts=read_all(fields.children("parts", may_be_empty=False), _part),
        back=_lines(fields, "back", ids.BACK),
        rule=_rule(fields),
        given_text=_given_text(fields, folder, report),
        sections=tuple(_sections(folder, report)),
    )
    fields.close()
    return document


def _metadata(fields: Fields) -> Metadata:
    edition = fields.child("edition")
    meta = Metadata(
        id=_slug(fields),
        version=edition.word("version") if edition else "",
        version_date=edition.date("date") if edition else date.min,
        issuer=fields.need_bilingual("issuer"),
        number=fields.word("number"),
        adopted=fields.date("adopted"),
        published=fields.date("published"),
        index_number=fields.word("index_number"),
        subject=fields.need_bilingual("subject"),
        official_page=fields.address("official_page"),
        short_title=fields.need_bilingual("short_title"),
        annotated=fields.flag("annotated", default=False),
        citation=_citation(fields),
    )
    if edition:
        edition.close()
    return meta


def _citation(fields: Fields) -> CitationForms:
    child = fields.child("citation")
    if child is None:
        return CitationForms("", "", "", "", "", "")
    forms = CitationForms(
        romanized=child.word("romanized"),
        romanized_sentence=child.word("romanized_sentence"),
        english_sentence=child.word("english_sentence"),
        issuer=child.word("issuer"),
        issuer_short=child.word("issuer_short"),
        jurisdiction=child.word("jurisdiction"),
    )
    child.close()
    return forms


def _slug(fields: Fields) -> str:
    text = fields.text("id")
    if text and not _SLUG.fullmatch(text.value):
        kind, example = ("a document", "文件"), "internet-plus-2015"
        fields.report.add("S201", text.span, id=text.value, kind=kind[0], kind_zh=kind[1], example=example)
    return text.value if text else ""


def _rule(fields: Fields) -> ResponsibilityRule | None:
    child = fields.child("responsibility_rule", required=False)
    if child is None:
        return None
    rule = ResponsibilityRule(child.word("clause"), child.word("words"), child.word("en"), child.place("clause"))
    child.close()
    return rule


def _given_text(fields: Fields, folder: Folder, report: Report) -> bytes:
    name = fields.text("given_text")
    path = folder.inside(name, report) if name else None
    if name is None or path is None:
        return b""
    try:
        there = path.is_file()
    except OSError:  # a name longer than the file system knows
        there = False
    if not there:
        report.add("R101", name.span, name=name.value, reason="No such file")
        return b""
    return (read_text(path, folder.shown(name.value), report) or "").encode()


def _lines(fields: Fields, key: str, known: tuple[str, ...]) -> tuple[Segment, ...]:
    return read_all(fields.children(key), lambda child: _line(child, known))


def _line(fields: Fields, known: tuple[str, ...]) -> Segment | None:
    line_id = fields.choice("id", known)
    zh, en = fields.text("zh"), fields.text("en", required=False)
    return Segment(line_id, zh, en) if line_id and zh else None


def _part(fields: Fields) -> Part | None:
    part_id = _checked_id(fields, "id", "part")
    heading = _heading(fields, part_id)
    sections = fields.texts("sections")
    return Part(part_id, heading, sections) if part_id and heading else None


_ID_KINDS = {
    "part": (ids.is_part, "a part", "部分", "2"),
    "section": (ids.is_section, "a section", "节", "2.1"),
    "clause": (ids.is_clause, "a clause", "条款", "2.1.3, 2.1.p1"),
}


def _checked_id(fields: Fields, key: str, kind: str) -> str:
    """A required id of this kind; empty after a fault."""
    text = fields.text(key)
    if text is None:
        return ""
    matches, name, name_zh, example = _ID_KINDS[kind]
    if matches(text.value):
        return text.value
    fields.report.add("S201", text.span, id=text.value, kind=name, kind_zh=name_zh, example=example)
    return ""


def _heading(fields: Fields, unit_id: str, required: bool = True) -> Segment | None:
    child = fields.child("heading", required)
    if child is None:
        return None
    zh, en = child.text("zh"), child.text("en", required=False)
    child.close()
    return Segment(ids.heading_id(unit_id), zh, en) if zh else None


def _sections(folder: Folder, report: Report) -> Iterator[Section]:
    for path in folder.files("text", report):
        fields = folder.mapping(f"text/{path.name}", report)
        section = _section(fields, path, folder) if fields else None
        if section:
            yield section


def _section(fields: Fields, path: Path, folder: Folder) -> Section | None:
    section_id = _checked_id(fields, "section", "section")
    heading = _heading(fields, section_id, required=section_id != ids.PREAMBLE)
    clauses = read_all(fields.children("clauses", may_be_empty=False), _clause)
    _check_name(fields, path, section_id)
    fields.close()
    return Section(section_id, heading, clauses, folder.shown(f"text/{path.name}")) if section_id else None


def _check_name(fields: Fields, path: Path, section_id: str) -> None:
    """Files sort in the order of the document, so `2.01` in a name stands for section 2.1."""
    named = _named(path)
    if section_id and named != section_id:
        fields.report.add("S207", fields.place("section"), named=named, id=section_id)


def _named(path: Path) -> str:
    """The section id in a file name, or the whole name where there is none."""
    match = _FILE.fullmatch(path.name)
    return ".".join(str(int(piece)) for piece in match["id"].split(".")) if match else path.name


def _clause(fields: Fields) -> Clause | None:
    clause_id = _checked_id(fields, "id", "clause")
    numbered = bool(clause_id) and not ids.is_paragraph(clause_id)
    clause = Clause(
        id=clause_id,
        heading=_heading(fields, clause_id, required=numbered),
        sentences=_sentences(fields, clause_id),
        responsible=_responsible(fields, clause_id),
        run_in=fields.flag("run_in", default=False),
        span=fields.place("id"),
    )
    return clause if clause_id else None


@dataclass(slots=True)
class _Counter:
    value: int = 0

    def next(self) -> int:
        self.value += 1
        return self.value


def _sentences(fields: Fields, clause_id: str) -> tuple[Segment, ...]:
    counter = _Counter()

    def read(child: Fields) -> Segment | None:
        segment_id = ids.sentence_id(clause_id, counter.next())
        zh, en = child.text("zh"), child.text("en", required=False)
        return Segment(segment_id, zh, en) if zh else None

    sentences = read_all(fields.children("sentences"), read)
    if fields.is_empty_list("sentences") and clause_id:
        fields.report.add("S206", fields.place("sentences"), id=clause_id)
    return sentences


def _responsible(fields: Fields, clause_id: str) -> Responsibility | None:
    child = fields.child("responsible", required=False)
    if child is None:
        return None
    zh = child.text("zh")
    lead, joint_lead, participants = (_agencies(child, key) for key in ("lead", "joint_lead", "with"))
    open_ended = child.flag("open_ended")
    child.close()
    if zh is None:
        return None
    return Responsibility(ids.note_id(clause_id), zh, lead, joint_lead, participants, open_ended)


def _agencies(fields: Fields, key: str) -> tuple[AgencyRef, ...]:
    return tuple(AgencyRef(text.value, text.span) for text in fields.texts(key, required=False))


def check_listed(document: Document, folder: Folder, report: Report) -> None:
    """Report sections listed without a file, and files of sections that no part lists.

    A file that is there but could not be read has been reported already.
    """
    listing = folder.shown("document.yml")
    held = {section.id for section in document.sections} | {_named(path) for path in folder.files("text", report)}
    listed: dict[str, Text] = {}
    for text in (each for part in document.parts for each in part.section_ids):
        if text.value in listed:
            first = f"{listing}:{listed[text.value].span.line}"
            report.add("S202", text.span, id=text.value, first=first)
        elif not ids.is_section(text.value):
            report.add("S201", text.span, id=text.value, kind="a section", kind_zh="节", example="2.1")
        elif text.value not in held:
            report.add("S204", text.span, id=text.value)
        listed.setdefault(text.value, text)
    for section in document.sections:
        if section.id not in listed and section.id != ids.PREAMBLE:
            report.add("S205", Span(section.path, 1, 1), id=section.id)


