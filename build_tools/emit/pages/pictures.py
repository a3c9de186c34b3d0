"""What is drawn as a picture and said again as a table: outcomes, instruments by year, who is responsible."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.emit.pages.notes import Tracked, chronological, tracked
from build_tools.emit.pages.words import Words
from build_tools.model import ids
from build_tools.model.document import Section
from build_tools.model.instrument import STATES, Instrument

# Kinds of instruments by their weight: acts that bind, papers that direct, acts of departments, the rest.
GROUPS = {
    "law": "binding",
    "regulation": "binding",
    "decision": "binding",
    "party-state": "policy",
    "state-council": "policy",
    "rules": "department",
    "normative": "department",
}
GROUP_ORDER = ("binding", "policy", "department", "other")
FIRST_YEAR = 2013
_STEP, _COLUMN, _TOP = 17, 66, 8


@dataclass(frozen=True, slots=True)
class Row:
    """A section with the outcomes of its clauses."""

    section: Section
    outcomes: tuple[Tracked, ...]


def state_counts(words: Words) -> tuple[tuple[str, int], ...]:
    """How many clauses are in each state that occurs, in the order of states."""
    counts = Counter(each.state for each in words.edition.outcomes.values())
    return tuple((state, counts[state]) for state in STATES if counts[state])


def outcome_rows(words: Words) -> Iterator[Row]:
    """The tracked clauses by section, in the order of the document."""
    by_section: dict[str, list[Tracked]] = {}
    for each in tracked(words):
        by_section.setdefault(ids.section_of(each.clause), []).append(each)
    for section in words.edition.project.document.sections:
        if section.id in by_section:
            yield Row(section, tuple(by_section[section.id]))


def group(instrument: Instrument) -> str:
    """Which of the four groups an instrument belongs to."""
    return GROUPS.get(instrument.kind, "other")


@dataclass(frozen=True, slots=True)
class Dot:
    """An instrument in the picture: its group and the center of its sign, in units of the picture."""

    group: str
    x: int
    y: int
    title: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture of instruments by year: width and height, the signs, and the years below the base line."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    years: tuple[tuple[int, int], ...]

    @property
    def base(self) -> int:
        """Where the years are written, from the top."""
        return self.height - 8


def chart(words: Words) -> Chart:
    """One column for each year since the first, binding acts at the bottom; acts before it are left out."""
    columns = _columns(words)
    last = max(columns, default=FIRST_YEAR)
    tallest = max((len(each) for each in columns.values()), default=0)
    floor = _TOP + tallest * _STEP
    dots = [
        Dot(group(each), _x(year), floor - at * _STEP - _STEP // 2, f"{each.first_date} {words.say(each.title)}")
        for year, column in sorted(columns.items())
        for at, each in enumerate(column)
    ]
    years = tuple((year, _x(year)) for year in range(FIRST_YEAR, last + 1))
    return Chart(_x(last) + _COLUMN // 2, floor + 28, tuple(dots), years)


def _columns(words: Words) -> dict[int, list[Instrument]]:
    columns: dict[int, list[Instrument]] = {}
    for each in chronological(words):
        year = int(each.first_date[:4]) if each.first_date else 0
        if year >= FIRST_YEAR:
            columns.setdefault(year, []).append(each)
    for column in columns.values():
        column.sort(key=lambda each: (GROUP_ORDER.index(group(each)), each.first_date))
    return columns


def _x(year: int) -> int:
    return (year - FIRST_YEAR) * _COLUMN + _COLUMN // 2
