"""Notes, instruments and outcomes as plain values."""

from typing import Any

from build_tools.markup.html import Resolve
from build_tools.markup.parse import parse
from build_tools.markup.plain import paragraphs
from build_tools.model.annotation import Annotation, Citation, Quote
from build_tools.model.edition import Edition
from build_tools.model.instrument import Evidence, Instrument, Outcome
from build_tools.model.locale import SCRIPTS
from build_tools.model.text import Bilingual

JSON = dict[str, Any]


def notes_data(edition: Edition) -> JSON:
    """The keys `annotations`, `instruments` and `tracker` of the edition's JSON."""
    project, exporter = edition.project, _Exporter(edition)
    return {
        "annotations": [exporter.annotation(each) for each in project.annotations],
        "instruments": [exporter.instrument(each) for each in project.instruments],
        "tracker": [exporter.outcome(each) for each in project.tracker],
    }


def _as_written(kind: str, target: str) -> tuple[str, str]:
    """A reference stays an id, so that a machine can follow it."""
    return "", target if kind == "clause" else f"{kind}:{target}"


class _Exporter:
    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    def _both(self, pair: Bilingual) -> JSON:
        return {**{script: self._edition.convert(pair.zh, script) for script in SCRIPTS}, "en": pair.en}

    def annotation(self, note: Annotation) -> JSON:
        resolve: Resolve = _as_written
        body = self._both(note.body)
        return {
            "id": note.id,
            "target": note.target.value,
            "quote": {"zh": _quote(note.chinese), "en": _quote(note.english)},
            "kind": note.kind,
            "status": note.status,
            "certainty": note.certainty,
            "author": note.author.value,
            "reviewers": [each.value for each in note.reviewers],
            "date": note.day.isoformat(),
            "sources": [_citation(each) for each in note.sources],
            "title": self._both(note.title) if note.title else None,
            "body": {language: list(paragraphs(parse(text), resolve)) for language, text in body.items()},
        }

    def instrument(self, each: Instrument) -> JSON:
        return {
            "id": each.id,
            "kind": each.kind,
            "title": self._both(each.title),
            "issuer": self._both(each.issuer),
            "number": each.number or None,
            "adopted": each.adopted or None,
            "published": each.published or None,
            "in_force": each.in_force or None,
            "status": each.status,
            "status_note": self._both(each.status_note) if each.status_note else None,
            "summary": self._both(each.summary),
            "relations": [{"clause": r.clause.value, "relation": r.kind} for r in each.relations],
            "url": each.url or None,
            "verified": each.verified,
            "unconfirmed": list(each.unconfirmed),
            "sources": [_evidence(source) for source in each.sources],
        }

    def outcome(self, each: Outcome) -> JSON:
        return {
            "clause": each.clause.value,
            "state": each.state,
            "why": self._both(each.why),
            "instruments": [text.value for text in each.instruments],
            "checked": each.checked.isoformat(),
        }


def _quote(quote: Quote | None) -> JSON | None:
    if quote is None:
        return None
    return {"exact": quote.words.value, "prefix": quote.prefix or None, "suffix": quote.suffix or None}


def _citation(citation: Citation) -> JSON:
    return {
        "instrument": citation.instrument or None,
        "title": citation.title or None,
        "url": citation.url or None,
    }


def _evidence(source: Evidence) -> JSON:
    return {"url": source.url or None, "note": source.note or None, "quote": source.quote}
