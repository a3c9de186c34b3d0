"""What a page says of itself to machines: schema.org/Legislation, Dublin Core, and the tags reference managers read."""

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from build_tools.emit.pages import addresses
from build_tools.emit.pages.links import Links
from build_tools.emit.pages.settings import Settings
from build_tools.emit.pages.sitemap import HOME, Page, reading_order
from build_tools.emit.pages.words import Words
from build_tools.model.document import Section, Segment
from build_tools.text.citation import CONTRIBUTORS, PUBLISHER

JSON = dict[str, Any]
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
# The legal value a text may claim (schema.org/LegalValueLevel): none but the official publication has any.
UNOFFICIAL = "https://schema.org/UnofficialLegalValue"


@dataclass(frozen=True, slots=True)
class Tag:
    """A `<meta>` of the head: its name, its content, and the language of the content, empty for none."""

    name: str
    content: str
    language: str = ""


def tags(page: Page, words: Words, address: str) -> tuple[Tag, ...]:
    """Dublin Core terms, then the tags reference managers read."""
    return (*_dublin_core(page, words, address), *_citation_tags(page, words, address))


def _dublin_core(page: Page, words: Words, address: str) -> tuple[Tag, ...]:
    meta = words.edition.project.document.meta
    about = [Tag("dcterms.source", meta.official_page), Tag("dcterms.created", meta.adopted.isoformat())]
    return (
        Tag("dcterms.title", _title(page, words), words.locale.tag),
        Tag("dcterms.creator", words.say(meta.issuer) if is_text(page) else CONTRIBUTORS),
        Tag("dcterms.publisher", PUBLISHER),
        Tag("dcterms.type", "Text"),
        Tag("dcterms.format", "text/html"),
        *(Tag("dcterms.language", tag) for tag in _languages(page, words)),
        Tag("dcterms.identifier", address),
        *(about if is_text(page) else ()),
        Tag("dcterms.issued", meta.version_date.isoformat()),
        Tag("dcterms.hasVersion", meta.version),
        Tag("dcterms.license", LICENSE),
    )


def _citation_tags(page: Page, words: Words, address: str) -> tuple[Tag, ...]:
    meta = words.edition.project.document.meta
    issued = meta.adopted if is_text(page) else meta.version_date
    number = (
        Tag("citation_technical_report_institution", words.say(meta.issuer)),
        Tag("citation_technical_report_number", words.zh(meta.number), words.locale.chinese),
    )
    return (
        Tag("citation_title", _title(page, words)),
        Tag("citation_author", words.say(meta.issuer) if is_text(page) else CONTRIBUTORS),
        Tag("citation_publication_date", issued.strftime("%Y/%m/%d")),
        Tag("citation_online_date", meta.version_date.strftime("%Y/%m/%d")),
        Tag("citation_language", words.locale.tag),
        Tag("citation_publisher", PUBLISHER),
        Tag("citation_public_url", address),
        *(number if is_text(page) else ()),
    )


def is_text(page: Page) -> bool:
    """Whether a page has the text of the document, or is its title page."""
    return page.aligned or page.name == HOME


def _title(page: Page, words: Words) -> str:
    """The title of the document, with that of the section where a page has one."""
    if not is_text(page):
        return page.title
    return f"{words.document_title} – {page.title}" if page.section else words.document_title


def _languages(page: Page, words: Words) -> tuple[str, ...]:
    """The languages of a page: text pages have both, that of the locale first."""
    if not is_text(page):
        return (words.locale.tag,)
    return tuple(dict.fromkeys((words.locale.tag, words.locale.chinese, "en")))


class LinkedData:
    """Describes pages in the vocabulary of schema.org; addresses are those of one site."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings.on_the_web

    def script(self, page: Page, words: Words, address: str) -> Markup:
        """The JSON-LD of a page, written so that nothing in it can end the `<script>` it stands in."""
        nodes = self._of_text(page, words, address) if is_text(page) else [self._page(page, words, address)]
        data = {"@context": "https://schema.org", "@graph": [*nodes, self._official(words)]}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        for char in "<>&\u2028\u2029":
            text = text.replace(char, f"\\u{ord(char):04x}")
        return Markup(text)  # noqa: S704 – no character of it is markup

    def _official(self, words: Words) -> JSON:
        """The document as officially published, the only text with legal value."""
        document = words.edition.project.document
        meta = document.meta
        title = next(line for line in document.front if line.id == "title")
        return {
            "@type": "Legislation",
            "@id": meta.official_page,
            "url": meta.official_page,
            "name": title.zh.value,
            "inLanguage": "zh-Hans",
            "legislationIdentifier": meta.number,
            "legislationPassedBy": {"@type": "GovernmentOrganization", "name": meta.issuer.zh},
            "legislationJurisdiction": meta.citation.jurisdiction,
            "legislationDate": meta.adopted.isoformat(),
            "datePublished": meta.published.isoformat(),
        }

    def _page(self, page: Page, words: Words, address: str) -> JSON:
        meta = words.edition.project.document.meta
        return {
            "@type": "WebPage",
            "@id": address,
            "url": address,
            "name": page.title,
            "description": page.description,
            "inLanguage": words.locale.tag,
            "about": {"@id": meta.official_page},
            **self._ours(words),
        }

    def _ours(self, words: Words) -> JSON:
        meta = words.edition.project.document.meta
        return {
            "version": meta.version,
            "dateModified": meta.version_date.isoformat(),
            "publisher": {"@type": "Organization", "name": PUBLISHER},
        }

    def _of_text(self, page: Page, words: Words, address: str) -> list[JSON]:
        """The Chinese of this edition and the translation made from it, both without legal value."""
        official = {"@id": words.edition.project.document.meta.official_page}
        chinese = self._text(page, words, address, words.locale.chinese) | {"isBasedOn": official}
        english = self._text(page, words, address, "en") | {
            "isBasedOn": official,
            "translationOfWork": {"@id": chinese["@id"]},
            "translator": {"@type": "Organization", "name": CONTRIBUTORS},
            "license": LICENSE,
        }
        if not page.section:
            chinese["sameAs"] = official["@id"]
        parts = [{"@id": each["@id"]} for each in (chinese, english)]
        return [self._page(page, words, address) | {"hasPart": parts}, chinese, english]

    def _text(self, page: Page, words: Words, address: str, language: str) -> JSON:
        """A text of the edition, or one section of it, in one language."""
        meta = words.edition.project.document.meta
        heading = page.section.heading if page.section else words.edition.project.document.front[0]
        return {
            "@type": "LegislationObject",
            "@id": _named(address, language),
            "name": _in(words, heading, language) if heading else words.t("preamble.title"),
            "inLanguage": language,
            "legislationIdentifier": meta.number,
            "legislationPassedBy": {"@type": "GovernmentOrganization", "name": _issuer(words, language)},
            "legislationDate": meta.adopted.isoformat(),
            "legislationLegalValue": UNOFFICIAL,
            **self._ours(words),
            **self._place(page, words, language),
        }

    def _place(self, page: Page, words: Words, language: str) -> JSON:
        """The whole a section is part of and its clauses, or the sections of the whole."""
        if page.section is None:
            sections = reading_order(words.edition)
            return {"hasPart": [self._section(each, words, language) for each in sections if each.heading]}
        parts = [
            {
                "@type": "LegislationObject",
                "@id": _named(self._settings.absolute(addresses.path(clause.id, self._settings)), language),
                "name": _in(words, clause.heading, language),
            }
            for clause in page.section.clauses
            if clause.heading
        ]
        whole = {"isPartOf": {"@id": _named(self._address(words, HOME), language)}}
        return whole | ({"hasPart": parts} if parts else {})

    def _section(self, section: Section, words: Words, language: str) -> JSON:
        assert section.heading is not None
        name = _named(self._address(words, section.id), language)
        return {"@type": "LegislationObject", "@id": name, "name": _in(words, section.heading, language)}

    def _address(self, words: Words, name: str) -> str:
        relative = Links(words.locale, "", self._settings.directories).page(name)
        return self._settings.absolute(relative.removeprefix("../"))


def _named(address: str, language: str) -> str:
    """The name of a text in one language on a page."""
    return f"{address}#text-{language}"


def _in(words: Words, segment: Segment, language: str) -> str:
    """A heading in one language; Chinese where English is not there yet."""
    return segment.en.value if language == "en" and segment.en else words.chinese(segment.id)


def _issuer(words: Words, language: str) -> str:
    issuer = words.edition.project.document.meta.issuer
    return issuer.en if language == "en" else words.zh(issuer.zh)
