"""The document and its translation as citation manuals write them; docs/citing.md says by which rule.

A citation is a template: text with blanks for the place, the address and the day of access. The same templates are
filled here and by the script of the pages, so that both give the same words.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from build_tools.model.document import Document
from build_tools.model.locale import MONTHS
from build_tools.text.pinpoint import pinpoints

STYLES = ("gbt", "gbt-2015", "manual", "bluebook", "oscola", "apa", "bibtex", "ris", "csl")
WORKS = ("official", "translation")
# As LICENSE-CONTENT.md asks to be named.
CONTRIBUTORS, PUBLISHER = "The Duizhao contributors", "Duizhao"

_BLANK = re.compile(r"⟦([^⟦⟧¦]*)¦([a-z_]+)¦([^⟦⟧¦]*)⟧")
# Bluebook, table T12 (number unconfirmed, see docs/citing.md).
SHORT_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank of a template: what stands around its value; an empty value leaves nothing of it."""

    before: str
    name: str
    after: str


Template = tuple[str | Blank, ...]


def citation(document: Document, any_id: str, work: str, style: str, *, address: str, accessed: date) -> str:
    """A citation of a place of the document (empty for the whole) in one of `STYLES`.

    `work` is one of `WORKS`: the document as officially published, or the project's unofficial translation of it.
    `address` is the permanent address of the place on this site, `accessed` the day on which it was read there.
    """
    return fill(templates(document)[work][style], {**place(any_id), "address": address, **days(accessed)})


def fill(template: Template, values: Mapping[str, str]) -> str:
    """A template with its blanks filled."""
    return "".join(part if isinstance(part, str) else _filled(part, values[part.name]) for part in template)


def _filled(blank: Blank, value: str) -> str:
    return blank.before + value + blank.after if value else ""


def place(any_id: str) -> dict[str, str]:
    """The blanks that say where in the document; all empty for the whole."""
    if not any_id:
        return {"id": "", "zh": "", "bluebook": "", "oscola": "", "apa": "", "key": ""}
    found = dict(pinpoints(any_id))
    return {**found, "id": found["id"] if found["zh"] else "", "key": any_id}


def days(day: date) -> dict[str, str]:
    """The blanks that say on which day."""
    return {
        "iso": day.isoformat(),
        "day_zh": f"{day.year}年{day.month}月{day.day}日",
        "day_us": f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
        "day_short": f"{SHORT_MONTHS[day.month - 1]} {day.day}, {day.year}",
        "day_uk": f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        "day_ris": f"{day.year}/{day.month:02}/{day.day:02}",
        "day_csl": f"{day.year}, {day.month}, {day.day}",
    }


def templates(document: Document) -> Mapping[str, Mapping[str, Template]]:
    """The templates by work and style."""
    known = _Known.of(document)
    made = {
        "official": _official(known) | _official_records(known),
        "translation": _translation(known) | _translation_records(known),
    }
    return MappingProxyType(
        {work: MappingProxyType({s: _parse(text) for s, text in styles.items()}) for work, styles in made.items()}
    )


def source_lines(document: Document) -> Mapping[str, Template]:
    """The line below quoted text that says where it is from: `zh` below Chinese, `en` below English text."""
    k = _Known.of(document)
    chinese = f"——《{k.zh}》（{k.number}）⟦¦zh¦⟧，对照（{PUBLISHER}）{k.version}版，⟦¦address¦⟧"
    english = f"— {k.en}, {k.number_en}⟦, ¦id¦⟧. Unofficial translation, {PUBLISHER}, version {k.version}. ⟦¦address¦⟧"
    return MappingProxyType({"zh": _parse(chinese), "en": _parse(english)})


def _parse(text: str) -> Template:
    parts: list[str | Blank] = []
    at = 0
    for match in _BLANK.finditer(text):
        parts += [text[at : match.start()], Blank(match[1], match[2], match[3])]
        at = match.end()
    return tuple(part for part in (*parts, text[at:]) if part)


@dataclass(frozen=True, slots=True)
class _Known:
    """What citations are made from: all of it from document.yml."""

    key: str
    zh: str
    en: str
    number: str
    number_en: str
    issuer: str
    issuer_en: str
    issuer_full: str
    issuer_short: str
    jurisdiction: str
    romanized: str
    romanized_sentence: str
    english_sentence: str
    adopted: date
    published: date
    page: str
    version: str
    version_date: date

    @classmethod
    def of(cls, document: Document) -> "_Known":
        meta, forms = document.meta, document.meta.citation
        lines = {line.id: line for line in document.front}
        title, number = lines["title"], lines.get("number")
        return cls(
            key=meta.id,
            zh=title.zh.value,
            en=title.en.value if title.en else forms.english_sentence,
            number=meta.number,
            number_en=number.en.value if number and number.en else meta.number,
            issuer=meta.issuer.zh,
            issuer_en=meta.issuer.en,
            issuer_full=forms.issuer,
            issuer_short=forms.issuer_short,
            jurisdiction=forms.jurisdiction,
            romanized=forms.romanized,
            romanized_sentence=forms.romanized_sentence,
            english_sentence=forms.english_sentence,
            adopted=meta.adopted,
            published=meta.published,
            page=meta.official_page,
            version=meta.version,
            version_date=meta.version_date,
        )


def _official(k: _Known) -> dict[str, str]:
    adopted = days(k.adopted)
    return {
        "gbt": f"{k.issuer}. {k.zh}：{k.number}⟦：¦zh¦⟧[EB/OL]. （{k.published}）[⟦¦iso¦⟧]. {k.page}.",
        "gbt-2015": f"{k.issuer}. {k.zh}: {k.number}⟦: ¦zh¦⟧[A/OL]. ({k.published})[⟦¦iso¦⟧]. {k.page}.",
        "manual": f"《{k.zh}》，{k.number}，{adopted['day_zh']}发布⟦，¦zh¦⟧。",
        "bluebook": f"{_bluebook(k)}⟦, ¦bluebook¦⟧ ({k.jurisdiction}), {k.page} (last visited ⟦¦day_short¦⟧).",
        "oscola": f"{_oscola(k)}⟦ ¦oscola¦⟧ <{k.page}> accessed ⟦¦day_uk¦⟧.",
        "apa": f"{k.issuer_full}. ({k.adopted.year}, {MONTHS[k.adopted.month - 1]} {k.adopted.day}). "
        f"{k.romanized_sentence} [{k.english_sentence}] ({k.number_en}). {k.page}\n"
        f"({k.issuer_full}, {k.adopted.year}⟦, ¦apa¦⟧)",
    }


def _official_records(k: _Known) -> dict[str, str]:
    return {"bibtex": _official_bibtex(k), "ris": _official_ris(k), "csl": _official_csl(k)}


def _official_bibtex(k: _Known) -> str:
    return _bibtex(
        k.key,
        author="{" + _tex(k.issuer) + "}",
        title="{" + _tex(k.zh) + "}",
        number=_tex(k.number),
        date=k.adopted.isoformat(),
        year=str(k.adopted.year),
        howpublished=_tex(k.number) + "⟦，¦zh¦⟧",
        url=k.page,
        urldate="⟦¦iso¦⟧",
        langid="chinese",
    )


def _official_ris(k: _Known) -> str:
    return _ris(
        ("TY", "GOVDOC"),
        ("AU", f"{k.issuer},"),
        ("TI", k.zh),
        ("TT", k.en),
        ("PY", str(k.adopted.year)),
        ("DA", days(k.adopted)["day_ris"]),
        ("PB", k.issuer),
        ("M1", k.number),
        ("SE", "⟦¦zh¦⟧"),
        ("LA", "zh"),
        ("UR", k.page),
        ("Y2", "⟦¦day_ris¦⟧"),
    )


def _official_csl(k: _Known) -> str:
    return _csl(
        id=k.key,
        type="legislation",
        title=k.zh,
        author=[{"literal": k.issuer}],
        authority=k.issuer,
        jurisdiction=k.jurisdiction,
        number=k.number,
        issued=_parts(k.adopted),
        accessed="⟦¦day_csl¦⟧",
        section="⟦¦zh¦⟧",
        language="zh-CN",
        URL=k.page,
    )


def _bluebook(k: _Known) -> str:
    return (
        f"{k.romanized} ({k.zh}) [{k.en}] (promulgated by the {k.issuer_short}, "
        f"{days(k.adopted)['day_short']}, {k.number_en})"
    )


def _oscola(k: _Known) -> str:
    number = k.number_en.replace("No. ", "No ")
    return f"{k.zh} [{_single(k.en)}] {number} ({k.issuer_en}, {days(k.adopted)['day_uk']}, {k.jurisdiction})"


def _translation(k: _Known) -> dict[str, str]:
    made = days(k.version_date)
    unofficial = "unofficial translation"
    return {
        "gbt": f"{k.issuer_en}. {k.en}：{k.number_en}⟦：¦id¦⟧[EB/OL]. {CONTRIBUTORS}，trans. Version {k.version}，"
        f"{unofficial}. （{k.version_date}）[⟦¦iso¦⟧]. ⟦¦address¦⟧.",
        "gbt-2015": f"{k.issuer_en}. {k.en}: {k.number_en}⟦: ¦id¦⟧[EB/OL]. {CONTRIBUTORS}, trans. "
        f"Version {k.version}, {unofficial}. ({k.version_date})[⟦¦iso¦⟧]. ⟦¦address¦⟧.",
        "manual": f"《{k.zh}》，{k.number}，{days(k.adopted)['day_zh']}发布⟦，¦zh¦⟧，"
        f"“对照”项目（{PUBLISHER}）非官方英译本，{k.version}版（{made['day_zh']}），⟦¦address¦⟧，⟦¦day_zh¦⟧访问。",
        "bluebook": f"{_bluebook(k)}⟦, ¦bluebook¦⟧ ({k.jurisdiction}), translated in {PUBLISHER} ({unofficial}, "
        f"version {k.version}, {made['day_short']}), ⟦¦address¦⟧ (last visited ⟦¦day_short¦⟧).",
        "oscola": f"{_oscola(k)}⟦ ¦oscola¦⟧ ({CONTRIBUTORS} tr, {unofficial}, "
        f"version {k.version}, {made['day_uk']}) <⟦¦address¦⟧> accessed ⟦¦day_uk¦⟧.",
        "apa": f"{k.issuer_full}. ({k.version_date.year}). {k.english_sentence} ({k.number_en}; "
        f"Version {k.version}; {CONTRIBUTORS}, Trans.) [Unofficial translation]. {PUBLISHER}. "
        f"Retrieved ⟦¦day_us¦⟧, from ⟦¦address¦⟧ (Original work published {k.adopted.year})\n"
        f"({k.issuer_full}, {k.adopted.year}/{k.version_date.year}⟦, ¦apa¦⟧)",
    }


def _translation_records(k: _Known) -> dict[str, str]:
    return {"bibtex": _translation_bibtex(k), "ris": _translation_ris(k), "csl": _translation_csl(k)}


def _translation_bibtex(k: _Known) -> str:
    return _bibtex(
        f"{k.key}-en",
        author="{" + _tex(k.issuer_full) + "}",
        title="{" + _tex(k.en) + "}",
        translator="{" + _tex(CONTRIBUTORS) + "}",
        number=_tex(k.number_en),
        origdate=k.adopted.isoformat(),
        date=k.version_date.isoformat(),
        year=str(k.version_date.year),
        version=k.version,
        howpublished=f"{_tex(k.number_en)}⟦, ¦id¦⟧",
        note=f"Unofficial translation by {CONTRIBUTORS}, version {k.version}",
        url="⟦¦address¦⟧",
        urldate="⟦¦iso¦⟧",
        langid="english",
    )


def _translation_ris(k: _Known) -> str:
    return _ris(
        ("TY", "GOVDOC"),
        ("AU", f"{k.issuer_full},"),
        ("A4", f"{CONTRIBUTORS},"),
        ("TI", k.en),
        ("OP", k.zh),
        ("PY", str(k.version_date.year)),
        ("DA", days(k.version_date)["day_ris"]),
        ("PB", PUBLISHER),
        ("ET", k.version),
        ("M1", k.number_en),
        ("SE", "⟦¦id¦⟧"),
        ("N1", f"Unofficial translation by {CONTRIBUTORS}; only the Chinese is authoritative."),
        ("LA", "en"),
        ("UR", "⟦¦address¦⟧"),
        ("Y2", "⟦¦day_ris¦⟧"),
    )


def _translation_csl(k: _Known) -> str:
    return _csl(
        id=f"{k.key}-en",
        type="legislation",
        title=k.en,
        **{"original-title": k.zh, "original-date": _parts(k.adopted)},
        author=[{"literal": k.issuer_full}],
        translator=[{"literal": CONTRIBUTORS}],
        authority=k.issuer_full,
        jurisdiction=k.jurisdiction,
        number=k.number_en,
        issued=_parts(k.version_date),
        accessed="⟦¦day_csl¦⟧",
        section="⟦¦id¦⟧",
        version=k.version,
        publisher=PUBLISHER,
        note="Unofficial translation",
        language="en",
        URL="⟦¦address¦⟧",
    )


def _single(text: str) -> str:
    """Single quotation marks, as OSCOLA has them."""
    return text.replace("“", "‘").replace("”", "’")


_TEX = MappingProxyType({**{char: f"\\{char}" for char in "&%$#_{}"}, "\\": r"\textbackslash{}"})


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in text)


def _bibtex(key: str, **fields: str) -> str:
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{key}⟦:¦key¦⟧,\n{lines}\n}}"


def _ris(*fields: tuple[str, str]) -> str:
    """Lines of two letters, two spaces, a hyphen and a space; one whose value is a blank goes with its blank."""
    lines = []
    for tag, value in (*fields, ("ER", "")):
        blank = _BLANK.fullmatch(value)
        lines.append(f"⟦{tag}  - ¦{blank[2]}¦\n⟧" if blank else f"{tag}  - {value}\n")
    return "".join(lines).removesuffix("\n")


def _parts(day: date) -> object:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _csl(**fields: object) -> str:
    """One item of CSL-JSON in a list; a key whose value is a blank goes with its blank."""
    fields["id"] = f"{fields['id']}⟦:¦key¦⟧"
    lines = []
    for name, value in fields.items():
        blank = _BLANK.fullmatch(value) if isinstance(value, str) else None
        if blank is None:
            lines.append(f'  "{name}": {json.dumps(value, ensure_ascii=False)}')
        elif name == "accessed":
            lines.append(f'  "accessed": {{"date-parts": [[⟦¦{blank[2]}¦⟧]]}}')
        elif name == "section":
            lines[-1] += f'⟦,\n  "section": "¦{blank[2]}¦"⟧'
        else:
            lines.append(f'  "{name}": "{value}"')
    return "[\n {\n" + ",\n".join(lines) + "\n }\n]"
