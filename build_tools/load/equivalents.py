"""The words for the same thing in source/conversion/equivalents.yml."""

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, read_all
from build_tools.load.folder import Folder
from build_tools.model.search import Equivalent


def load_equivalents(folder: Folder, report: Report) -> tuple[Equivalent, ...]:
    """Words of Taiwan and Hong Kong with their mainland words; a word given twice is reported."""
    seen: dict[str, str] = {}
    return read_all(folder.records("equivalents.yml", report), lambda child: _equivalent(child, seen))


def _equivalent(fields: Fields, seen: dict[str, str]) -> Equivalent | None:
    local, mainland = fields.text("local"), fields.text("mainland")
    if local is None or mainland is None:
        return None
    if local.value in seen:
        fields.report.add("S202", local.span, id=local.value, first=seen[local.value])
        return None
    seen[local.value] = f"{local.span.path}:{local.span.line}"
    return Equivalent(local.value, mainland.value)
