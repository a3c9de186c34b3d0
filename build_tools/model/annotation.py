"""Annotations: what is said of a clause or sentence, by whom, on what evidence."""

from dataclasses import dataclass
from datetime import date

from build_tools.model.text import Bilingual, Span, Text

KINDS = ("investor", "follow-up", "context", "term", "translation", "text")
STATUSES = ("draft", "sourced", "reviewed")
CERTAINTIES = ("confirmed", "partly", "unconfirmed")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the target that a note is about, with what stands just before and after where they occur twice."""

    words: Text
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source: the id of an instrument, or a title with an address, empty where it has none."""

    instrument: str
    title: str
    url: str
    span: Span


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note. Its id is its file's name; the title is plain text; bodies are Markdown, not yet safe to show."""

    id: str
    target: Text
    chinese: Quote | None
    english: Quote | None
    kind: str
    status: str
    certainty: str
    author: Text
    reviewers: tuple[Text, ...]
    day: date
    sources: tuple[Citation, ...]
    title: Bilingual | None
    body: Bilingual
    body_span: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Contributor:
    """Someone who writes or reviews notes."""

    id: str
    name: Bilingual
    about: Bilingual


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """A question an investor comes with, and the notes that answer it, in order."""

    question: Bilingual
    notes: tuple[Text, ...]
