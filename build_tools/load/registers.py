"""The registers that documents share."""

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, read_all
from build_tools.load.folder import Folder
from build_tools.model.agency import Agency, AgencyName, Change, Source, Successor
from build_tools.model.text import Bilingual, Text

KINDS = (
    "commission",
    "ministry",
    "central-bank",
    "special-agency",
    "direct-agency",
    "office",
    "public-institution",
    "state-bureau",
    "party-state",
    "policy-bank",
    "collective",
)
FATES = ("continues", "restructured", "renamed", "merged", "split", "collective")
RELATIONS = ("continues", "renamed", "merged-into", "took-over-part", "nameplate")
_WHEN = ("2015-2017", "2018", "2023", "since 2023")
_CERTAINTIES = ("confirmed", "unconfirmed")


def load_agencies(folder: Folder, report: Report) -> tuple[Agency, ...]:
    """The agencies of agencies.yml, in its order."""
    fields = folder.mapping("agencies.yml", report)
    if fields is None:
        return ()
    seen: dict[str, str] = {}
    agencies = read_all(fields.children("agencies", may_be_empty=False), lambda child: _agency(child, seen))
    fields.close()
    return agencies


def _agency(fields: Fields, seen: dict[str, str]) -> Agency | None:
    agency_id = fields.entry_id()
    agency = Agency(
        id=agency_id.value if agency_id else "",
        kind=fields.choice("kind", KINDS) or "",
        fate=fields.choice("fate", FATES) or "",
        short=fields.word("short"),
        name=_name(fields),
        brief=fields.need_bilingual("brief"),
        changes=read_all(fields.children("changes"), _change),
        today=read_all(fields.children("today"), _successor),
        sources=read_all(fields.children("sources"), _source),
        note=fields.bilingual("note", required=False),
        span=fields.place("id"),
    )
    if agency_id is None:
        return None
    if agency_id.value in seen:
        fields.report.add("S202", agency_id.span, id=agency_id.value, first=seen[agency_id.value])
    seen.setdefault(agency_id.value, f"{agency_id.span.path}:{agency_id.span.line}")
    _check_numbers(fields, agency)
    return agency


def _check_numbers(fields: Fields, agency: Agency) -> None:
    facts: tuple[Change | Successor, ...] = (*agency.changes, *agency.today)
    for number in (each for fact in facts for each in fact.sources):
        if number > len(agency.sources):
            fields.report.add("X305", fields.place("sources"), agency=agency.id, number=str(number))


def _name(fields: Fields) -> AgencyName:
    child = fields.child("name")
    if child is None:
        return AgencyName("", "", "")
    name = AgencyName(child.word("zh"), child.word("en"), child.optional_word("abbr"))
    child.close()
    return name


def _change(fields: Fields) -> Change:
    return Change(
        when=fields.choice("when", _WHEN) or "",
        text=Bilingual(en=fields.word("en"), zh=fields.word("zh")),
        confirmed=fields.choice("certainty", _CERTAINTIES) == "confirmed",
        sources=_numbers(fields),
    )


def _successor(fields: Fields) -> Successor:
    en, zh = fields.text("en", required=False), fields.text("zh", required=False)
    return Successor(
        name=_name(fields),
        since=fields.word("since"),
        relation=fields.choice("relation", RELATIONS) or "",
        text=_optional_pair(en, zh),
        confirmed=fields.choice("certainty", _CERTAINTIES) == "confirmed",
        sources=_numbers(fields),
    )


def _optional_pair(en: Text | None, zh: Text | None) -> Bilingual | None:
    return Bilingual(en=en.value, zh=zh.value) if en and zh else None


def _numbers(fields: Fields) -> tuple[int, ...]:
    return tuple(int(text.value) for text in fields.numbers("sources"))


def _source(fields: Fields) -> Source:
    return Source(fields.address("url"), fields.word("quote"), fields.need_bilingual("supports"))
