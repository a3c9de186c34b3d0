"""What templates show of notes, instruments and outcomes."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from build_tools.emit.pages.links import Links
from build_tools.emit.pages.words import Words
from build_tools.markup.html import SafeHtml, render
from build_tools.markup.parse import parse
from build_tools.markup.plain import paragraphs
from build_tools.model import ids
from build_tools.model.annotation import KINDS, Annotation, Citation
from build_tools.model.document import Section
from build_tools.model.instrument import Instrument, Outcome
from build_tools.model.notes import PlacedNote

_LEAD_ENGLISH, _LEAD_CHINESE = 90, 36


def notes_of(words: Words, unit: str) -> tuple[PlacedNote, ...]:
    """The notes beside a unit."""
    return words.edition.notes.get(unit, ())


def kinds_on(words: Words, section: Section) -> tuple[str, ...]:
    """The kinds of notes on a page, in the order of kinds."""
    found = {placed.note.kind for clause in section.clauses for placed in notes_of(words, clause.id)}
    return tuple(kind for kind in KINDS if kind in found)


def body(words: Words, links: Links, note: Annotation) -> SafeHtml:
    """A note's body in the language and script of the locale."""
    source = note.body.en if words.locale.is_english else words.zh(note.body.zh)
    chinese = words.locale.chinese if words.locale.is_english else ""
    return render(parse(source), lambda kind, target: _resolve(words, links, kind, target), chinese)


def lead(words: Words, links: Links, note: Annotation) -> str:
    """What a folded note is known by: its title, or its first words where it has none."""
    if note.title:
        return words.say(note.title)
    source = note.body.en if words.locale.is_english else words.zh(note.body.zh)
    first = paragraphs(parse(source), lambda kind, target: _resolve(words, links, kind, target))[0]
    if words.locale.is_english:
        return shorten(first, _LEAD_ENGLISH, placeholder=" …")
    return first if len(first) <= _LEAD_CHINESE else f"{first[:_LEAD_CHINESE]}……"


def _resolve(words: Words, links: Links, kind: str, target: str) -> tuple[str, str] | None:
    """Where a reference leads and what it is called; `None` if it leads to nothing."""
    edition = words.edition
    if kind == "clause":
        return links.page(words.home_of(target), target), words.label(target)
    if kind == "agency" and target in edition.agencies:
        agency = edition.agencies[target]
        return links.page("agencies", target), words.agency_short(agency.name, agency.short)
    if kind == "term":
        found = next((each.term for each in edition.concordances if each.term.id == target), None)
        label = "" if found is None else found.en if words.locale.is_english else words.zh(found.zh)
        return (links.page(f"terms/{target}"), label) if found else None
    if kind == "instrument" and target in edition.instruments:
        return links.page(f"instruments/{target}"), words.say(edition.instruments[target].title)
    if kind == "annotation":
        return words.note_link(links, target), target
    return None


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source as a reader sees it: its title, its number, and its address (ours for an instrument, or none)."""

    title: str
    href: str
    number: str


def sources(words: Words, links: Links, note: Annotation) -> Iterator[ShownSource]:
    """The sources of a note in its order."""
    for citation in note.sources:
        yield _source(words, links, citation)


def _source(words: Words, links: Links, citation: Citation) -> ShownSource:
    instrument = words.edition.instruments.get(citation.instrument)
    if instrument is None:
        return ShownSource(citation.title, citation.url, "")
    number = "" if "number" in instrument.unconfirmed else instrument.number
    return ShownSource(words.say(instrument.title), links.page(f"instruments/{instrument.id}"), words.zh(number))


def outcome(words: Words, clause: str) -> Outcome | None:
    """What became of a clause."""
    return words.edition.outcomes.get(clause)


@dataclass(frozen=True, slots=True)
class Tracked:
    """A row of the tracker: a clause, what became of it, and who led it."""

    clause: str
    title: str
    outcome: Outcome
    leads: tuple[str, ...]


def tracked(words: Words) -> Iterator[Tracked]:
    """Every tracked clause in the order of the document."""
    headings = {c.id: c.heading for c in words.edition.project.document.clauses() if c.heading}
    for unit in sorted(words.edition.outcomes, key=ids.sort_key):
        account = words.edition.accountability.get(unit)
        duties = account.duties if account else ()
        leads = tuple(duty.agency.id for duty in duties if duty.role.value != "participant")
        heading = headings.get(unit)
        yield Tracked(unit, words.own(heading) if heading else "", words.edition.outcomes[unit], leads)


def citing(words: Words, kind: str, target: str) -> tuple[Annotation, ...]:
    """The notes that refer to an agency, term, instrument or clause."""
    by_id = {note.id: note for note in words.edition.project.annotations}
    return tuple(by_id[each] for each in words.edition.cited_by.get((kind, target), ()))


def tracker_of(words: Words, instrument: str) -> tuple[str, ...]:
    """The clauses whose outcome rests on an instrument."""
    named = (u for u, o in words.edition.outcomes.items() if instrument in {t.value for t in o.instruments})
    return tuple(sorted(named, key=ids.sort_key))


def chronological(words: Words) -> tuple[Instrument, ...]:
    """The instruments by date, the undated last."""
    every = words.edition.project.instruments
    return tuple(sorted(every, key=lambda each: (each.first_date or "9999", each.id)))
