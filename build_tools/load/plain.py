"""Text that comes from no file of the project."""

from build_tools.diagnostics.report import Report
from build_tools.load.yaml_file import decode


def read_plain(data: bytes, shown: str, report: Report) -> str:
    """The text in some bytes; empty after reporting that they are not UTF-8 or hold forbidden characters."""
    return decode(data, shown, report) or ""
