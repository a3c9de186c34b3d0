"""X303: the rule that the first body listed leads stands where document.yml says."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model import ids
from build_tools.model.document import Document
from build_tools.model.project import Project


def responsibility_rule(project: Project) -> Iterator[Diagnostic]:
    """The note of the named clause contains the words of the rule."""
    rule = project.document.rule
    if rule is None:
        return
    for clause in project.document.clauses():
        if clause.id == rule.clause and clause.responsible and rule.words in clause.responsible.zh.value:
            return
    if _is_unread(project.document, rule.clause):
        return
    yield fault("X303", rule.span, clause=rule.clause)


def _is_unread(document: Document, clause_id: str) -> bool:
    """Whether the clause belongs to a section that is listed but could not be read, which has been reported."""
    listed = {text.value for part in document.parts for text in part.section_ids}
    section_id = ids.section_of(clause_id) if ids.is_clause(clause_id) else ""
    return section_id in listed and document.section(section_id) is None
