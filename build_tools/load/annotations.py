"""annotations/: one file per note; and the register of contributors."""

from pathlib import Path, PurePosixPath

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, is_entry_id, read_all
from build_tools.load.folder import Folder
from build_tools.load.nodes import Mapped, Node, Scalar
from build_tools.markup.parse import refusals
from build_tools.model.annotation import (
    CERTAINTIES,
    KINDS,
    STATUSES,
    Annotation,
    Citation,
    Contributor,
    GuideEntry,
    Quote,
)
from build_tools.model.text import Bilingual, Span, Text

FOLDER = "annotations"


def load_annotations(root: Path, document_id: str, report: Report) -> tuple[Annotation, ...]:
    """Every annotation of a document, in the order of the file names; a document may have none."""
    folder = Folder(root, PurePosixPath(FOLDER))
    if not (root / FOLDER / document_id).is_dir():
        return ()
    found = []
    for path in folder.files(document_id, report):
        fields = folder.mapping(f"{document_id}/{path.name}", report)
        is_named = is_entry_id(Text(path.stem, Span(folder.shown(f"{document_id}/{path.name}"), 1, 1)), report)
        annotation = _annotation(fields, path.stem) if fields else None
        if fields:
            fields.close()
        if annotation and is_named:
            found.append(annotation)
    return tuple(found)


def _annotation(fields: Fields, name: str) -> Annotation | None:
    target, author = fields.text("target"), fields.text("author")
    chinese, english = _quotes(fields)
    body = _body(fields)
    annotation = Annotation(
        id=name,
        target=target or Text("", fields.span),
        chinese=chinese,
        english=english,
        kind=fields.choice("kind", KINDS) or "",
        status=fields.choice("status", STATUSES) or "",
        certainty=fields.choice("certainty", CERTAINTIES) or "",
        author=author or Text("", fields.span),
        reviewers=fields.texts("reviewers", required=False),
        day=fields.date("date"),
        sources=_citations(fields),
        title=fields.bilingual("title", required=False),
        body=body or Bilingual("", ""),
        body_span=fields.place("body"),
        span=fields.place("date"),
    )
    return annotation if target and author and body else None


def _quotes(fields: Fields) -> tuple[Quote | None, Quote | None]:
    child = fields.child("quote", required=False)
    if child is None:
        return None, None
    quotes = _quote(child, "zh"), _quote(child, "en")
    child.close()
    return quotes


def _citations(fields: Fields) -> tuple[Citation, ...]:
    nodes = fields.items("sources", required=False)
    return tuple(citation for node in nodes if (citation := _citation(node, fields)))


def _quote(fields: Fields, language: str) -> Quote | None:
    words = fields.text(language, required=False)
    prefix = fields.optional_word(f"prefix_{language}")
    suffix = fields.optional_word(f"suffix_{language}")
    return Quote(words, prefix, suffix) if words else None


def _citation(node: Node, fields: Fields) -> Citation | None:
    if isinstance(node, Scalar):
        return Citation(node.value, "", "", node.span)
    if not isinstance(node, Mapped):
        return None
    child = Fields(node, fields.report)
    citation = Citation("", child.word("title"), child.address("url", required=False), node.span)
    child.close()
    return citation


def _body(fields: Fields) -> Bilingual | None:
    child = fields.child("body")
    if child is None:
        return None
    texts = {language: child.text(language) for language in ("en", "zh")}
    child.close()
    for text in texts.values():
        if text:
            _report_refusals(text, fields.report)
    english, chinese = texts["en"], texts["zh"]
    return Bilingual(en=english.value.strip(), zh=chinese.value.strip()) if english and chinese else None


def _report_refusals(text: Text, report: Report) -> None:
    for refusal in refusals(text.value):
        place = report.locate(text.span, refusal.words)
        if refusal.code == "A701":
            report.add("A701", place, words=refusal.words, what=refusal.what, what_zh=refusal.what_zh)
        else:
            report.add(refusal.code, place, words=refusal.words, **_nearest(refusal.code))


def _nearest(code: str) -> dict[str, str]:
    return {"nearest": ""} if code == "A703" else {}


def load_contributors(folder: Folder, report: Report) -> tuple[Contributor, ...]:
    """The register of contributors; a project without annotations needs none."""
    if not folder.exists("contributors.yml"):
        return ()
    return read_all(folder.records("contributors.yml", report), _contributor)


def _contributor(fields: Fields) -> Contributor:
    contributor_id, name, about = fields.entry_id(), fields.need_bilingual("name"), fields.need_bilingual("about")
    return Contributor(contributor_id.value if contributor_id else "", name, about)




def load_guide(folder: Folder, report: Report) -> tuple[GuideEntry, ...]:
    """The questions of the start page for investors; a document may have none."""
    if not folder.exists("guide.yml"):
        return ()
    records = folder.records("guide.yml", report)
    return read_all(records, lambda child: GuideEntry(child.need_bilingual("question"), child.texts("notes")))
