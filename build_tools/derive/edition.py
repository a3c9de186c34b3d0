"""The list of layers, in order."""

from types import MappingProxyType

from build_tools.derive.accountability import accountability, by_agency
from build_tools.derive.apparatus import apparatus
from build_tools.derive.collation import collate
from build_tools.derive.concordance import concordances, term_links
from build_tools.derive.conversion_ledger import conversion_ledger
from build_tools.derive.english_notes import english_notes
from build_tools.derive.notes import cited_by, note_marks, placed_notes
from build_tools.derive.scripts import converter, scripts, traditional
from build_tools.derive.search import search_index
from build_tools.model.edition import Edition
from build_tools.model.project import Project
from build_tools.text.reading import reading_lines


def derive(project: Project) -> Edition:
    """The edition of a project without faults."""
    document = project.document
    lines = reading_lines(document)
    ready = traditional(project.conversion)
    convert = converter(ready)
    agencies = MappingProxyType({agency.id: agency for agency in project.agencies})
    accounts = accountability(document, agencies)
    uses = concordances(project)
    chinese_links, english_links = term_links(uses)
    texts = scripts(document, lines, convert)
    notes_in_english = english_notes(document, accounts)
    return Edition(
        project=project,
        texts=texts,
        convert=convert,
        accountability=accounts,
        english_notes=notes_in_english,
        marks=apparatus(document, project.emendations, lines),
        collated=collate(project.emendations, lines),
        conversion_ledger=conversion_ledger(project.conversion, lines, ready),
        concordances=uses,
        chinese_links=chinese_links,
        english_links=english_links,
        notes=placed_notes(project),
        note_marks=MappingProxyType({language: note_marks(project, language) for language in ("zh", "en")}),
        cited_by=cited_by(project),
        instruments=MappingProxyType({each.id: each for each in project.instruments}),
        outcomes=MappingProxyType({each.clause.value: each for each in project.tracker}),
        agencies=agencies,
        clauses_of_agency=by_agency(accounts),
        search=search_index(project, texts, convert, uses, notes_in_english),
        reading_text="".join(line.text for line in lines),
    )
