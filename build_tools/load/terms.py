"""The glossary, terms.yml."""

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, read_all
from build_tools.load.folder import Folder
from build_tools.model.term import Term, TermSource

CATEGORIES = [
    "policy",
    "slogan",
    "technology",
    "finance",
    "trade",
    "innovation",
    "energy",
    "agriculture",
    "manufacturing",
    "security",
    "services",
    "government",
    "data",
    "credit",
    "telecom",
    "health",
    "environment",
    "enterprise",
    "institution",
    "education",
    "logistics",
    "ip",
    "transport",
    "standards",
]
SOURCE_KINDS = (
    "official",
    "state-media",
    "copy",
    "news",
    "industry",
    "legal",
    "academic",
    "reference",
    "general-knowledge",
)


def load_terms(folder: Folder, report: Report) -> tuple[Term, ...]:
    """The terms of a register in its order; a Chinese term that stands twice is reported."""
    fields = folder.mapping("terms.yml", report)
    if fields is None:
        return ()
    seen: dict[str, str] = {}
    terms = read_all(fields.children("terms"), lambda child: _term(child, seen))
    fields.close()
    return terms


def _term(fields: Fields, seen: dict[str, str]) -> Term | None:
    term_id = fields.entry_id()
    term = Term(
        id=term_id.value if term_id else "",
        category=fields.choice("category", CATEGORIES) or "",
        zh=fields.word("zh"),
        taiwan=fields.word("zh_tw"),
        hong_kong=fields.word("zh_hk"),
        pinyin=fields.word("pinyin"),
        en=fields.word("en"),
        gloss=fields.optional_word("gloss"),
        forms=tuple(text.value for text in fields.texts("forms", required=False)),
        discouraged=tuple(text.value for text in fields.texts("discouraged", required=False)),
        definition=fields.need_bilingual("definition"),
        investor=fields.bilingual("investor", required=False),
        translation=fields.bilingual("translation", required=False),
        source=_source(fields),
        confirmed=fields.choice("certainty", ("confirmed", "unconfirmed")) == "confirmed",
        span=fields.place("id"),
    )
    if term_id is None:
        return None
    for identity in (term.id, term.zh):
        if identity in seen:
            fields.report.add("S202", term_id.span, id=identity, first=seen[identity])
        seen.setdefault(identity, f"{term_id.span.path}:{term_id.span.line}")
    return term


def _source(fields: Fields) -> TermSource:
    child = fields.child("source")
    if child is None:
        return TermSource("", "", "")
    kind, url = child.choice("kind", SOURCE_KINDS) or "", child.address("url", required=False)
    source = TermSource(kind, url, child.optional_word("words"))
    child.close()
    return source
