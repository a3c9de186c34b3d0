"""A704–A707, A716: every note is about something that exists, and its quoted words stand there."""

from collections.abc import Iterator
from difflib import get_close_matches

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.annotation import Annotation, Quote
from build_tools.model.ids import unit_of
from build_tools.model.project import Project
from build_tools.text.anchor import Finding, anchor, nearest_words
from build_tools.text.targets import Targets


def anchors(project: Project) -> Iterator[Diagnostic]:
    """Targets exist, file names begin with them, quotations are found once."""
    targets = Targets(project.document)
    for note in project.annotations:
        if note.target.value not in targets:
            close = get_close_matches(note.target.value, targets.names, n=1)
            yield fault("A707", note.target.span, id=note.target.value, nearest=_suggest(close))
            continue
        if not note.id.startswith((f"{note.target.value}-", f"{unit_of(note.target.value)}-")):
            yield fault("A716", note.target.span, name=f"{note.id}.yml", target=note.target.value)
        for quote, language in ((note.chinese, "zh"), (note.english, "en")):
            if quote:
                own, every = targets.texts(note.target.value, language), targets.all(language)
                yield from _quotation(note, quote, own, every)


def _suggest(close: list[str]) -> str:
    return f" ({close[0]}?)" if close else ""


def _quotation(
    note: Annotation, quote: Quote, target: dict[str, str], everywhere: dict[str, str]
) -> Iterator[Diagnostic]:
    words, elsewhere = quote.words.value, {k: v for k, v in everywhere.items() if k not in target}
    found = anchor(words, quote.prefix, quote.suffix, target, elsewhere)
    args = {"words": words, "target": note.target.value}
    if found.finding is Finding.MOVED:
        yield fault("A706", quote.words.span, **args, place=found.segment)
    elif found.finding is Finding.AMBIGUOUS:
        yield fault("A705", quote.words.span, **args, count=str(found.count))
    elif found.finding is Finding.ORPHANED:
        segment, stretch = nearest_words(words, everywhere)
        yield fault("A704", quote.words.span, **args, nearest=f" ({segment}: “{stretch}”)" if segment else "")
