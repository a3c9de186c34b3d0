"""All rules over all segments, less what is exempted; an exemption that exempts nothing is a fault (T413)."""

from collections.abc import Iterator

from build_tools.checks.translation.agencies import register_names
from build_tools.checks.translation.names import same_latin, same_quotations, same_titles
from build_tools.checks.translation.numbers import same_numbers
from build_tools.checks.translation.rule import Rule, diagnostic, pairs
from build_tools.checks.translation.terms import discouraged_renderings, preferred_renderings
from build_tools.checks.translation.typography import american_spelling, curly_quotes, no_chinese, single_spaces
from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project

RULES: tuple[Rule, ...] = (
    preferred_renderings,
    discouraged_renderings,
    same_numbers,
    same_latin,
    same_quotations,
    same_titles,
    no_chinese,
    curly_quotes,
    single_spaces,
    american_spelling,
    register_names,
)


def translation(project: Project) -> Iterator[Diagnostic]:
    """What any rule finds in any segment that has English."""
    exempted = {(each.segment, each.code, each.words): each for each in project.exemptions}
    used, seen = set(), set()
    for pair in pairs(project):
        seen.add(pair.segment.id)
        for finding in (each for rule in RULES for each in rule(pair)):
            key = (pair.segment.id, finding.code, finding.words)
            if key in exempted:
                used.add(key)
            elif pair.segment.en:
                yield diagnostic(pair.segment.en, finding)
    for key, each in exempted.items():
        if key not in used and each.segment in seen:  # X306 reports exemptions of segments that are not there
            yield fault("T413", each.span, segment=each.segment, code=each.code, words=each.words)
