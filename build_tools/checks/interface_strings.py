"""I601, I602, I603: every locale has every interface string, with the same blanks, each of which is a name."""

import re
from collections.abc import Iterator
from string import Formatter

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.locale import LOCALES
from build_tools.model.project import Project
from build_tools.model.text import Span

# A name, and a comma where a number is set in groups of three digits.
_NAME = re.compile(r"[a-z_]+(?::,)?")


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
            elif strange := sorted(each for each in blanks(strings[key].value) if not _NAME.fullmatch(each)):
                yield fault("I603", strings[key].span, key=key, locale=locale.tag, found=", ".join(strange))
            elif key in english and blanks(strings[key].value) != blanks(english[key].value):
                names = (", ".join(sorted(blanks(text.value))) or "–" for text in (strings[key], english[key]))
                found, expected = names
                span = strings[key].span
                yield fault("I602", span, key=key, locale=locale.tag, found=found, expected=expected)


def blanks(text: str) -> frozenset[str]:
    """What stands in braces in an interface string; a lone brace counts as a blank of its own."""
    try:
        return frozenset(_whole(*each) for each in Formatter().parse(text) if each[1] is not None)
    except ValueError:
        return frozenset(["{"])


def _whole(_: str, name: str | None, form: str | None, conversion: str | None) -> str:
    """A blank as it is written: its name, and what Python would take for a conversion or a format."""
    return f"{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}"
