"""The whole edition as one JSON document, described by edition.schema.json beside this file."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from build_tools.emit.exports.notes_json import notes_data
from build_tools.emit.output import OutputFile
from build_tools.model import ids
from build_tools.model.agency import Agency, AgencyName, Change, Source, Successor
from build_tools.model.concordance import Concordance, Use
from build_tools.model.document import AgencyRef, Clause, Section, Segment
from build_tools.model.downloads import FOLDER
from build_tools.model.edition import Edition
from build_tools.model.emendation import Emendation, Witness
from build_tools.model.locale import SCRIPTS
from build_tools.model.question import Question
from build_tools.model.text import Bilingual

JSON = dict[str, Any]
_SCHEMA = Path(__file__).with_name("edition.schema.json")


def export_files(edition: Edition) -> tuple[OutputFile, ...]:
    """The JSON of the edition, its schema, the running Chinese text, and the given text byte for byte."""
    name = edition.project.document.meta.id
    given = edition.project.document.given_text
    return (
        OutputFile(f"{FOLDER}/{name}.json", _dump(edition_data(edition))),
        OutputFile(f"{FOLDER}/{name}.schema.json", _SCHEMA.read_bytes()),
        OutputFile(f"{FOLDER}/{name}.zh-Hans.txt", edition.reading_text.encode()),
        OutputFile(f"{FOLDER}/{name}.given.txt", given),
    )


def _dump(data: JSON) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def edition_data(edition: Edition) -> JSON:
    """The edition as plain values, in the order of the document."""
    return _Exporter(edition).data()


class _Exporter:
    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._document = edition.project.document

    def data(self) -> JSON:
        project, document = self._edition.project, self._document
        preamble = document.section(ids.PREAMBLE)
        return {
            "$schema": f"{document.meta.id}.schema.json",
            **self._metadata(),
            "front": [self._segment(segment) for segment in document.front],
            "preamble": self._section(preamble) if preamble else None,
            "parts": [
                {
                    "id": part.id,
                    "heading": self._segment(part.heading),
                    "sections": [
                        self._section(section)
                        for text in part.section_ids
                        if (section := document.section(text.value))
                    ],
                }
                for part in document.parts
            ],
            "back": [self._segment(segment) for segment in document.back],
            "emendations": [self._emendation(each) for each in project.emendations],
            "witnesses": [self._witness(each) for each in project.witnesses],
            "agencies": [self._agency(each) for each in project.agencies],
            "terms": [self._term(each) for each in self._edition.concordances],
            "questions": [self._question(each) for each in project.questions],
            **notes_data(self._edition),
        }

    def _metadata(self) -> JSON:
        meta = self._document.meta
        return {
            "id": meta.id,
            "version": meta.version,
            "version_date": meta.version_date.isoformat(),
            "number": meta.number,
            "issuer": self._both(meta.issuer),
            "adopted": meta.adopted.isoformat(),
            "published": meta.published.isoformat(),
            "index_number": meta.index_number,
            "subject": self._both(meta.subject),
            "official_page": meta.official_page,
            "citation": asdict(meta.citation),
            "status": {
                "zh-Hans": "official text after a given witness, emended as recorded",
                "zh-Hant-TW": "converted from zh-Hans character by character",
                "zh-Hant-HK": "converted from zh-Hans character by character",
                "en": "unofficial translation by this project",
            },
        }

    def _both(self, pair: Bilingual) -> JSON:
        """Words of ours, in every language a reader of the site sees them in."""
        return {**{script: self._edition.convert(pair.zh, script) for script in SCRIPTS}, "en": pair.en}

    def _text(self, segment_id: str, english: str | None) -> JSON:
        return {**{script: self._edition.texts[script][segment_id] for script in SCRIPTS}, "en": english}

    def _segment(self, segment: Segment) -> JSON:
        return {"id": segment.id, "text": self._text(segment.id, segment.en.value if segment.en else None)}

    def _section(self, section: Section) -> JSON:
        return {
            "id": section.id,
            "label": ids.chinese_label(section.id),
            "heading": self._segment(section.heading) if section.heading else None,
            "clauses": [self._clause(clause) for clause in section.clauses],
        }

    def _clause(self, clause: Clause) -> JSON:
        return {
            "id": clause.id,
            "label": ids.chinese_label(clause.id),
            "heading": self._segment(clause.heading) if clause.heading else None,
            "sentences": [self._segment(sentence) for sentence in clause.sentences],
            "responsible": self._responsible(clause),
        }

    def _responsible(self, clause: Clause) -> JSON | None:
        account = self._edition.accountability.get(clause.id)
        if account is None:
            return None
        note = account.note
        text = None if account.inherited else self._text(note.id, self._edition.english_notes[clause.id])
        return {
            "stated_in": account.stated_in,
            "inherited": account.inherited,
            "note": {"id": note.id, "text": text} if text else None,
            "lead": _refs(note.lead),
            "joint_lead": _refs(note.joint_lead),
            "with": _refs(note.participants),
            "open_ended": note.open_ended,
        }

    def _emendation(self, record: Emendation) -> JSON:
        return {
            "id": record.id,
            "kind": record.kind.value,
            "places": [{"unit": p.unit, "before": p.before, "after": p.after} for p in record.places],
            "given": record.given,
            "adopted": record.adopted,
            "other": record.other,
            "certainty": record.certainty.value,
            "witnesses": list(record.witnesses),
            "evidence": self._both(record.evidence),
        }

    def _witness(self, witness: Witness) -> JSON:
        return {
            "id": witness.id,
            "kind": witness.kind,
            "name": self._both(witness.name),
            "about": self._both(witness.about),
            "url": witness.url or None,
        }

    def _agency(self, agency: Agency) -> JSON:
        return {
            "id": agency.id,
            "kind": agency.kind,
            "fate": agency.fate,
            "short": agency.short,
            "name": self._name(agency.name),
            "brief": self._both(agency.brief),
            "changes": [self._change(change) for change in agency.changes],
            "today": [self._successor(each) for each in agency.today],
            "sources": [self._source(each) for each in agency.sources],
            "note": self._both(agency.note) if agency.note else None,
        }

    def _term(self, concordance: Concordance) -> JSON:
        term = concordance.term
        return {
            "id": term.id,
            "category": term.category,
            "name": {**self._both(Bilingual(term.zh, term.en)), "pinyin": term.pinyin},
            "used_in": {"taiwan": term.taiwan, "hong_kong": term.hong_kong},
            "gloss": term.gloss or None,
            "forms": list(term.forms),
            "discouraged": list(term.discouraged),
            "definition": self._both(term.definition),
            "investor": self._both(term.investor) if term.investor else None,
            "translation": self._both(term.translation) if term.translation else None,
            "source": {
                "kind": term.source.kind,
                "url": term.source.url or None,
                "words": term.source.words or None,
            },
            "confirmed": term.confirmed,
            "uses": [self._use(use) for use in concordance.uses],
        }

    def _use(self, use: Use) -> JSON:
        return {
            "segment": use.segment,
            "chinese": [use.start, use.end],
            "english": list(use.english) if use.words else None,
            "rendering": use.rendering.value,
        }

    def _question(self, question: Question) -> JSON:
        return {
            "id": question.id,
            "segment": question.segment,
            "question": self._both(question.question),
            "decision": self._both(question.decision),
        }

    def _name(self, name: AgencyName) -> JSON:
        return {**self._both(Bilingual(name.zh, name.en)), "abbr": name.abbr or None}

    def _change(self, change: Change) -> JSON:
        return {
            "when": change.when,
            "text": self._both(change.text),
            "confirmed": change.confirmed,
            "sources": list(change.sources),
        }

    def _successor(self, each: Successor) -> JSON:
        return {
            "name": self._name(each.name),
            "since": each.since,
            "relation": each.relation,
            "text": self._both(each.text) if each.text else None,
            "confirmed": each.confirmed,
            "sources": list(each.sources),
        }

    def _source(self, source: Source) -> JSON:
        return {"url": source.url, "quote": source.quote, "supports": self._both(source.supports)}


def _refs(refs: Iterable[AgencyRef]) -> list[str]:
    return [ref.id for ref in refs]
