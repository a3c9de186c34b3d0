"""What templates show of a clause, a note or an emendation, put together beforehand."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize

from build_tools.emit.pages.words import Words
from build_tools.model.agency import Agency
from build_tools.model.concordance import Concordance
from build_tools.model.document import Clause, Section
from build_tools.model.edition import Accountability, Duty, Mark, Role
from build_tools.model.emendation import Emendation, EmendationKind
from build_tools.model.question import Question

VERBAL = (EmendationKind.WORDING, EmendationKind.SUPPLIED, EmendationKind.DOUBLED, EmendationKind.PUNCTUATION)


@dataclass(frozen=True, slots=True)
class Body:
    """A body in a note: its short name, its full name, and the body that has its work today if that is another."""

    id: str
    short: str
    full: str
    today: str
    today_full: str


@dataclass(frozen=True, slots=True)
class Who:
    """Who answers for a clause; `inherited_from` is a section's label, empty if the clause says so itself."""

    lead: tuple[Body, ...]
    joint_lead: tuple[Body, ...]
    participants: tuple[Body, ...]
    open_ended: bool
    collective: bool
    inherited_from: str


def who(words: Words, clause_id: str) -> Who | None:
    """Who answers for a clause, or `None` where the document does not say."""
    account = words.edition.accountability.get(clause_id)
    return _who(words, account) if account else None


def _who(words: Words, account: Accountability) -> Who:
    by_role = {role: tuple(_body(words, duty) for duty in account.duties if duty.role is role) for role in Role}
    return Who(
        lead=by_role[Role.LEAD],
        joint_lead=by_role[Role.JOINT_LEAD],
        participants=by_role[Role.PARTICIPANT],
        open_ended=account.note.open_ended,
        collective=all(duty.agency.kind == "collective" for duty in account.duties),
        inherited_from=words.label(account.stated_in.rsplit(".", 1)[0]) if account.inherited else "",
    )


def _body(words: Words, duty: Duty) -> Body:
    agency = duty.agency
    today = agency.today[0].name if agency.today else agency.name
    short = words.agency_short(agency.name, agency.short)
    changed = agency.fate != "continues" and today.zh != agency.name.zh
    if words.locale.is_english:
        changed = words.agency_short(today) != short
    return Body(
        id=agency.id,
        short=short,
        full=words.agency(agency.name),
        today=words.agency_short(today) if changed else "",
        today_full=words.agency(today) if changed else "",
    )


def clause_number(section: Section, clause: Clause) -> str:
    """The number beside a clause: the section's own for the paragraph that leads its numbered clauses."""
    leads = section.heading and clause == section.clauses[0] and not clause.heading
    numbered = len(section.clauses) > 1 and section.clauses[1].heading
    return section.id if leads and numbered else clause.id


def section_marks(words: Words, section: Section) -> dict[str, tuple[Mark, ...]]:
    """By clause id, the emendations that touch its words."""
    return {clause.id: tuple(_clause_marks(words, clause)) for clause in section.clauses}


def _clause_marks(words: Words, clause: Clause) -> Iterator[Mark]:
    for segment in clause.segments():
        yield from words.edition.marks.get(segment.id, ())


def questions(words: Words, clause: Clause) -> tuple[Question, ...]:
    """The open questions of translation in a clause that no note takes up by their id."""
    own = {segment.id for segment in clause.segments()}
    named = {piece for placed in words.edition.notes.get(clause.id, ()) for piece in placed.note.id.split("-")}
    questions = (each for each in words.edition.project.questions if each.segment in own)
    return tuple(each for each in questions if each.id.lower() not in named)


def verbal(words: Words) -> tuple[Emendation, ...]:
    """Emendations of words that the edition adopts."""
    return tuple(each for each in _emendations(words) if each.kind in VERBAL and each.departs)


def doubtful(words: Words) -> tuple[Emendation, ...]:
    """Readings that were questioned and kept."""
    return tuple(each for each in _emendations(words) if not each.departs)


def mechanical(words: Words) -> tuple[Emendation, ...]:
    """Departures in layout, spaces and brackets."""
    return tuple(each for each in _emendations(words) if each.kind not in VERBAL and each.departs)


def _emendations(words: Words) -> tuple[Emendation, ...]:
    return words.edition.project.emendations


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """An agency with the units whose notes name it, by role."""

    agency: Agency
    leads: tuple[str, ...]
    joint_leads: tuple[str, ...]
    participates: tuple[str, ...]


def agency_entries(words: Words) -> Iterator[AgencyEntry]:
    """Every agency of the register that the document names, in the register's order."""
    for agency in words.edition.project.agencies:
        accounts = words.edition.clauses_of_agency.get(agency.id, ())
        roles = {(account.stated_in, _role(account, agency.id)) for account in accounts}
        ordered = [account.stated_in for account in accounts]
        yield AgencyEntry(agency, *(tuple(u for u in ordered if (u, role) in roles) for role in Role))


def _role(account: Accountability, agency_id: str) -> Role:
    return next(duty.role for duty in account.duties if duty.agency.id == agency_id)


@dataclass(frozen=True, slots=True)
class GlossaryGroup:
    """The terms under one letter: of the English in English, of the pinyin in Chinese."""

    letter: str
    entries: tuple[Concordance, ...]


def glossary_groups(words: Words) -> tuple[GlossaryGroup, ...]:
    """The glossary in the order a reader of this locale looks things up."""
    groups: dict[str, list[Concordance]] = {}
    for concordance in sorted(words.edition.concordances, key=lambda each: _sort_key(words, each)):
        groups.setdefault(_sort_key(words, concordance)[:1].upper(), []).append(concordance)
    return tuple(GlossaryGroup(letter, tuple(entries)) for letter, entries in groups.items())


def _sort_key(words: Words, concordance: Concordance) -> str:
    """Latin letters only, without tone marks, so that ā stands with a."""
    text = concordance.term.en if words.locale.is_english else concordance.term.pinyin
    plain = "".join(char for char in normalize("NFD", text) if not combining(char)).lower()
    return "".join(char for char in plain if char.isalnum() or char == " ").strip()


def language(quote: str) -> str:
    """The language most letters of a quotation are in: `zh`, in whatever characters, or `en`."""
    chinese = sum("\u3400" <= char <= "\u9fff" for char in quote)
    latin = sum(char.isascii() and char.isalpha() for char in quote)
    return "zh" if chinese > latin else "en"
