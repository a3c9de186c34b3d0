"""I601, I602: every locale has every interface string, with the same blanks."""

from collections.abc import Iterator
from string import Formatter

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.locale import LOCALES
from build_tools.model.project import Project
from build_tools.model.text import Span


def interface_strings(project: Project) -> Iterator[Diagnostic]:
    """The keys of each locale are the keys of all, and each text has the blanks of the English one."""
    keys = sorted({key for strings in project.interface.values() for key in strings})
    english = project.interface.get("en", {})
    for locale in LOCALES:
        strings = project.interface.get(locale.tag)
        if strings is None:
            continue  # R101 reports the file
        for key in keys:
            if key not in strings:
                yield fault("I601", Span(f"source/interface/{locale.tag}.yml", 1, 1), key=key, locale=locale.tag)
            elif key in english and blanks(strings[key].value) != blanks(english[key].value):
                names = (", ".join(sorted(blanks(text.value))) or "–" for text in (strings[key], english[key]))
                found, expected = names
                span = strings[key].span
                yield fault("I602", span, key=key, locale=locale.tag, found=found, expected=expected)


def blanks(text: str) -> frozenset[str]:
    """The names in braces in an interface string; a lone brace counts as a blank of its own."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset(["{"])
