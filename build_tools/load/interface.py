"""The interface strings: one file of keys and texts per locale."""

from collections.abc import Mapping

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields
from build_tools.load.folder import Folder
from build_tools.model.locale import LOCALES
from build_tools.model.text import Text


def load_interface(folder: Folder, report: Report) -> dict[str, Mapping[str, Text]]:
    """The strings of every locale by tag; a locale whose file cannot be read is left out."""
    loaded: dict[str, Mapping[str, Text]] = {}
    for locale in LOCALES:
        fields = folder.mapping(f"{locale.tag}.yml", report)
        if fields is not None:
            loaded[locale.tag] = _strings(fields)
    return loaded


def _strings(fields: Fields) -> dict[str, Text]:
    strings = {}
    for key in fields.written():
        text = fields.text(key)
        if text:
            strings[key] = text
    return strings
