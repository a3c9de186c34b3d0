"""X303: the rule that the first body listed leads stands where document.yml says."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project
from build_tools.model.text import Span


def responsibility_rule(project: Project) -> Iterator[Diagnostic]:
    """The note of the named clause contains the words of the rule."""
    rule = project.document.rule
    if rule is None:
        return
    for clause in project.document.clauses():
        if clause.id == rule.clause and clause.responsible and rule.words in clause.responsible.zh.value:
            return
    title = project.document.front[0].zh.span if project.document.front else Span("document.yml", 1, 1)
    yield fault("X303", Span(title.path, 1, 1), clause=rule.clause)
