"""What pages need to cite: the citations without scripts, and the data from which the script makes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from build_tools.emit.pages import addresses
from build_tools.emit.pages.settings import Settings
from build_tools.emit.pages.words import Words
from build_tools.model import ids
from build_tools.model.document import Document
from build_tools.model.edition import Convert, Edition
from build_tools.model.locale import MONTHS, SCRIPTS
from build_tools.text import citation as cite
from build_tools.text.pinpoint import FORMS, SENTENCE, pinpoints

# Titles of manuals and names of formats, the same in every language; the Chinese manual is named in the locale's.
NAMES = MappingProxyType(
    {
        "gbt": "GB/T 7714—2025",
        "gbt-2015": "GB/T 7714—2015",
        "bluebook": "Bluebook",
        "oscola": "OSCOLA",
        "apa": "APA",
        "bibtex": "BibTeX",
        "ris": "RIS",
        "csl": "CSL-JSON",
    }
)
# Styles that are read by programs.
RECORDS = ("bibtex", "ris", "csl")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as shown: its style, its text, and the language of most of its words."""

    style: str
    text: str
    language: str


def citations(words: Words, settings: Settings, work: str) -> tuple[Cited, ...]:
    """The whole document in every style, as read on the day of the edition."""
    document = words.edition.project.document
    day = document.meta.version_date
    return tuple(
        Cited(
            style,
            cite.citation(document, "", work, style, address=settings.site_url, accessed=day),
            language(work, style),
        )
        for style in cite.STYLES
    )


def styles(words: Words) -> tuple[tuple[str, str], ...]:
    """The styles with their names."""
    return tuple((style, NAMES.get(style) or words.t(f"cite.style.{style}")) for style in cite.STYLES)


def language(work: str, style: str) -> str:
    """The language of most words of a citation."""
    chinese = style == "manual" or (work == "official" and style.startswith("gbt"))
    return "zh-Hans" if chinese else "en"


@dataclass(frozen=True, slots=True)
class Place:
    """A clause with its title, its short address below the root, and the place in every form."""

    id: str
    title: str
    address: str
    forms: Mapping[str, str]


def clauses(words: Words, settings: Settings) -> tuple[Place, ...]:
    """How each clause is named in a citation."""
    return tuple(
        Place(
            clause.id,
            words.own(clause.heading) if clause.heading else "",
            addresses.path(clause.id, settings),
            pinpoints(clause.id),
        )
        for clause in words.edition.project.document.clauses()
    )


def script(edition: Edition, settings: Settings) -> bytes:
    """The data for citations, to be loaded by a `<script>` when it is first needed, also from a folder."""
    data = json.dumps(_data(edition, settings.on_the_web), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"window.duizhaoCitations={data};\n".encode()


def _data(edition: Edition, settings: Settings) -> dict[str, Any]:
    document = edition.project.document
    return {
        "site": settings.site_url,
        "base": settings.absolute(f"{addresses.FOLDER}/"),
        "ending": addresses.ending(settings),
        "templates": {
            work: {style: [_part(part) for part in template] for style, template in styles.items()}
            for work, styles in cite.templates(document).items()
        },
        "forms": FORMS,
        "units": {unit: [pinpoints(unit)[form] for form in FORMS] for unit in _units(document)},
        "sentence": [SENTENCE[form] for form in FORMS],
        "months": MONTHS,
        "short": cite.SHORT_MONTHS,
        "sources": _source_lines(edition),
    }


def _units(document: Document) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids.unit_of(place) for place in addresses.places(document)))


def _part(part: str | cite.Blank) -> str | list[str]:
    return part if isinstance(part, str) else [part.before, part.name, part.after]


def _source_lines(edition: Edition) -> dict[str, list[str | list[str]]]:
    """The line below copied text that says where it is from, by the language of the text."""
    lines = cite.source_lines(edition.project.document)
    chinese = {
        script: [_part(_converted(part, edition.convert, script)) for part in lines["zh"]] for script in SCRIPTS
    }
    return {**chinese, "en": [_part(part) for part in lines["en"]]}


def _converted(part: str | cite.Blank, convert: Convert, script: str) -> str | cite.Blank:
    return convert(part, script) if isinstance(part, str) else part
