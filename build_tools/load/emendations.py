"""witnesses.yml and emendations.yml."""

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, read_all
from build_tools.load.folder import Folder
from build_tools.model.emendation import Certainty, Emendation, EmendationKind, Place, Witness

_WITNESS_KINDS = ("given", "official", "copy", "quotation", "parallel")


def load_witnesses(folder: Folder, report: Report) -> tuple[Witness, ...]:
    """The witnesses a folder describes."""
    fields = folder.mapping("witnesses.yml", report)
    if fields is None:
        return ()
    witnesses = read_all(fields.children("witnesses", may_be_empty=False), _witness)
    fields.close()
    return witnesses


def _witness(fields: Fields) -> Witness:
    witness_id = fields.entry_id()
    return Witness(
        id=witness_id.value if witness_id else "",
        kind=fields.choice("kind", _WITNESS_KINDS) or "",
        name=fields.need_bilingual("name"),
        about=fields.need_bilingual("about"),
        url=fields.address("url", required=False),
    )


def load_emendations(folder: Folder, report: Report) -> tuple[Emendation, ...]:
    """The emendation records of a folder, in the order in which they apply."""
    fields = folder.mapping("emendations.yml", report)
    if fields is None:
        return ()
    seen: dict[str, str] = {}
    emendations = read_all(fields.children("emendations"), lambda child: _emendation(child, seen))
    fields.close()
    return emendations


def _emendation(fields: Fields, seen: dict[str, str]) -> Emendation | None:
    record_id = fields.entry_id()
    kind = fields.choice("kind", EmendationKind)
    places = read_all(fields.children("places", may_be_empty=False), _place)
    given = fields.text("given", may_be_empty=True)
    adopted = fields.text("adopted", may_be_empty=True)
    other = fields.text("other", required=False, may_be_empty=True)
    certainty = fields.choice("certainty", Certainty)
    witnesses = fields.texts("witnesses", required=False)
    evidence = fields.need_bilingual("evidence")
    if not (record_id and kind and given and adopted and certainty):
        return None
    if record_id.value in seen:
        fields.report.add("S202", record_id.span, id=record_id.value, first=seen[record_id.value])
    seen.setdefault(record_id.value, f"{record_id.span.path}:{record_id.span.line}")
    return Emendation(
        id=record_id.value,
        kind=EmendationKind(kind),
        places=places,
        given=given.value,
        adopted=adopted.value,
        other=other.value if other else None,
        certainty=Certainty(certainty),
        witnesses=tuple(text.value for text in witnesses),
        evidence=evidence,
        span=record_id.span,
    )


def _place(fields: Fields) -> Place | None:
    unit = fields.text("unit")
    before = fields.text("before", required=False)
    after = fields.text("after", required=False)
    if unit is None:
        return None
    return Place(unit.value, before.value if before else "", after.value if after else "", unit.span)
