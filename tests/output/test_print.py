"""The printed editions: what a printer, an archive and a screen reader ask of a PDF."""

import re
from pathlib import Path

import pikepdf
import pytest
from built_site import Site
from pdf_active import active_parts
from pdf_text import Tagged

from build_tools.emit.print.book import PRINT_EDITIONS, PrintEdition
from build_tools.model import ids
from build_tools.model.downloads import FOLDER, PDF_EDITIONS, downloads, pdf_name
from build_tools.model.edition import Edition

pytestmark = pytest.mark.corpus

PAGES_AT_LEAST = 11
LANGUAGES = {"cn": "zh-CN", "tw": "zh-TW", "hk": "zh-HK"}

each_form = pytest.mark.parametrize("form", PRINT_EDITIONS, ids=lambda form: form.name)
CHINESE_FORMS = [form for form in PRINT_EDITIONS if form.chinese and not form.locale.is_english]
each_chinese = pytest.mark.parametrize("form", CHINESE_FORMS, ids=lambda form: form.name)


@pytest.fixture(scope="module")
def opened(site: Site) -> dict[str, Tagged]:
    name = site.edition.project.document.meta.id
    return {form.name: Tagged(site.folder / FOLDER / pdf_name(name, form.name)) for form in PRINT_EDITIONS}


@pytest.fixture
def book(opened: dict[str, Tagged], form: PrintEdition) -> Tagged:
    return opened[form.name]


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_downloads_are_the_editions(site: Site) -> None:
    document = site.edition.project.document.meta.id
    assert sorted(form.name for form in PRINT_EDITIONS) == sorted(PDF_EDITIONS)
    there = {path.name for path in (site.folder / FOLDER).iterdir()}
    assert there == {each.file for each in downloads(document, PDF_EDITIONS)}
    assert {name for name in there if name.endswith(".pdf")} == {pdf_name(document, each) for each in PDF_EDITIONS}


@each_form
def test_what_the_file_says_of_itself(site: Site, book: Tagged, form: PrintEdition) -> None:
    catalog = book.pdf.Root
    title = site.edition.project.document.front[0]
    expected = site.edition.texts[form.locale.chinese][title.id]
    if form.locale.is_english and title.en:
        expected = title.en.value
    assert len(book.pdf.pages) >= PAGES_AT_LEAST
    assert bool(catalog.MarkInfo.Marked)
    assert bool(catalog.ViewerPreferences.DisplayDocTitle)
    assert str(catalog.Lang) == ("en-US" if form.locale.is_english else LANGUAGES[form.locale.region])
    with book.pdf.open_metadata() as xmp:
        assert _bare(str(xmp["dc:title"])) == _bare(expected)
        assert xmp["pdfuaid:part"] == "1"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")
        assert str(xmp["xmp:CreateDate"]).startswith(site.edition.project.document.meta.version_date.isoformat())


@each_form
def test_nothing_active_and_nothing_from_outside(site: Site, book: Tagged) -> None:
    project = site.edition.project
    allowed = {project.document.meta.official_page, *(each.url for each in project.witnesses)}
    allowed |= {source.url for agency in project.agencies for source in agency.sources}
    assert active_parts(book.pdf, allowed) == []


def test_the_search_for_active_content_finds_it(tmp_path: Path, opened: dict[str, Tagged]) -> None:
    pdf = pikepdf.open(next(iter(opened.values())).pdf.filename)
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    pdf.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot, A=action)])
    pdf.save(tmp_path / "active.pdf")
    assert set(active_parts(pikepdf.open(tmp_path / "active.pdf"), set())) >= {"/JS", "/JavaScript"}


@each_form
def test_fonts_are_embedded_and_can_be_read_out(book: Tagged) -> None:
    fonts = book.fonts()
    assert fonts
    for name, font in fonts.items():
        assert re.fullmatch(r"/[A-Z]{6}\+.+", name), f"{name} is not a subset"
        assert {"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()), name
    for page in book.pdf.pages:
        assert all("/ToUnicode" in font for font in page.Resources.get("/Font", {}).values())


def _headings(edition: Edition, form: PrintEdition) -> list[tuple[int, str]]:
    """The headings of the text, with their levels, in the language of the edition."""
    document, strings = edition.project.document, edition.project.interface[form.locale.tag]
    found = [(1, strings["preamble.title"].value)]
    for part in document.parts:
        found.append((1, _title(edition, form, part.id)))
        for each in part.section_ids:
            found.append((2, _title(edition, form, each.value)))
            section = document.section(each.value)
            assert section
            found += [(3, _title(edition, form, clause.id)) for clause in section.clauses if clause.heading]
    return found


def _title(edition: Edition, form: PrintEdition, unit: str) -> str:
    script = form.locale.chinese
    return edition.convert(ids.printed_number(unit), script) + edition.texts[script][ids.heading_id(unit)]


@each_chinese
def test_outline_and_headings(site: Site, book: Tagged, form: PrintEdition) -> None:
    strings = site.edition.project.interface[form.locale.tag]
    expected = _headings(site.edition, form)
    assert book.outline[: len(expected)] == expected
    appendices = book.outline[len(expected) :]
    assert {level for level, _ in appendices} <= {1, 2, 3}
    for key in ("emendations.title", "agencies.title"):
        assert (1, strings[key].value) in appendices
    nodes = book.root.all(*(f"H{level}" for level in range(1, 7)))
    headings = [(int(node.role[1]), _bare(node.text())) for node in nodes]
    assert headings[: len(expected)] == [(level, _bare(title)) for level, title in expected]
    parts = [_bare(title) for level, title in book.outline if level == 1]
    assert [title for level, title in headings if level == 1] == parts
    assert {level for level, _ in headings} == {1, 2, 3}


@each_form
def test_tables_have_heads(site: Site, book: Tagged) -> None:
    project = site.edition.project
    tables = list(book.root.all("Table"))
    rows = [len(list(table.all("TR"))) for table in tables]
    assert {len(project.emendations) + 1, len(project.agencies) + 1} <= set(rows)
    for table in tables:
        (head,) = table.all("THead")
        columns = len(list(head.all("TH")))
        assert columns > 1
        assert all(_bare(cell.text()) for cell in head.all("TH"))
        assert {len(list(row.all("TH", "TD"))) for row in table.all("TR")} == {columns}


@each_form
def test_every_emendation_of_the_text_has_its_footnote(site: Site, book: Tagged) -> None:
    headings = {segment.id for segment in site.edition.project.document.segments() if segment.id.endswith(".h")}
    marked = [mark for unit, marks in site.edition.marks.items() if unit not in headings for mark in marks]
    notes = [_bare(node.text()) for node in book.root.all("Note", "FENote")]
    assert marked
    expected = sorted(mark.emendation.id for mark in marked)
    assert len(notes) == len(expected)
    assert [each for each in expected if not any(re.match(rf"\d*{each}(?!\d)", note) for note in notes)] == []


@each_form
def test_the_text_is_read_out_whole_and_in_order(site: Site, book: Tagged, form: PrintEdition) -> None:
    """Through the structure tree and the fonts' maps, as software for the blind reads it."""
    text = _bare(book.root.text(without=("Note", "FENote", "Lbl")))
    position = 0
    for segment in site.edition.project.document.segments():
        is_heading = segment.id.endswith(".h")
        wanted = [site.edition.texts[form.locale.chinese][segment.id]] if form.chinese else []
        wanted += [segment.en.value] if form.english and segment.en and not is_heading else []
        for each in map(_bare, wanted):
            found = text.find(each, position)
            assert found >= 0, f"{segment.id} is not read out after {text[max(0, position - 40) : position]!r}"
            position = found + len(each)
    assert position
