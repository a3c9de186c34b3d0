"""T401: every segment has English, once the document is published in English."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project


def untranslated(project: Project) -> Iterator[Diagnostic]:
    """Every sentence, heading and line has English, unless nothing of the document is translated yet."""
    segments = tuple(project.document.segments())
    if not any(segment.en for segment in segments):
        return
    for segment in segments:
        if segment.en is None:
            yield fault("T401", segment.zh.span, segment=segment.id)
