"""The state of the translation as a page of Markdown, docs/translation.md."""

from collections.abc import Iterator

from build_tools.model.concordance import Rendering
from build_tools.model.edition import Edition

_HEAD = """# The translation in figures

Written by `duizhao figures --write docs/translation.md`; a test compares. How the English is written is said in
[translation-style.md](translation-style.md).
"""


def translation_page(edition: Edition) -> str:
    """Counts of sentences, words, terms, exceptions and open questions, then the questions themselves."""
    rows = [f"| {name} | {value:,} |" for name, value in figures(edition).items()]
    table = "\n".join(["| what | number |", "|---|---:|", *rows])
    return f"{_HEAD}\n{table}\n\n{_wordings(edition)}\n{_questions(edition)}"


def figures(edition: Edition) -> dict[str, int]:
    """The counts by name."""
    project = edition.project
    segments = tuple(project.document.segments())
    sentences = [each for clause in project.document.clauses() for each in clause.sentences]
    english = [each.en.value for each in segments if each.en]
    uses = [use for each in edition.concordances for use in each.uses]
    return {
        "Segments (sentences, headings, lines)": len(segments),
        "of these, sentences in clauses": len(sentences),
        "Segments with English": len(english),
        "Segments compared with the Chinese by a second reader": sum(bool(e.reviewed) for e in project.ledger),
        "Responsibility notes, set in English from the register": len(edition.english_notes),
        "Chinese characters in these segments": sum(len(each.zh.value) for each in segments),
        "English words in these segments": sum(len(words.split()) for words in english),
        "Glossary terms": len(project.terms),
        "of these, English seen in a source": sum(term.confirmed for term in project.terms),
        "Occurrences of terms": len(uses),
        "of these, in the preferred wording": sum(use.rendering is Rendering.PREFERRED for use in uses),
        "of these, in a listed form of it": sum(use.rendering is Rendering.FORM for use in uses),
        "Exemptions from translation rules": len(project.exemptions),
        "Open questions": len(project.questions),
    }


def _wordings(edition: Edition) -> str:
    varied = [each for each in edition.concordances if len(each.wordings) > 1]
    rows = [
        f"| {each.term.zh} | {'; '.join(f'{words} × {count}' for words, count in each.wordings.items())} |"
        for each in varied
    ]
    head = f"## Terms with more than one wording ({len(varied)})\n\n| term | wordings |\n|---|---|\n"
    return head + "\n".join(rows) + "\n"


def _questions(edition: Edition) -> str:
    return "\n".join(["## Open questions", "", *_question_lines(edition), ""])


def _question_lines(edition: Edition) -> Iterator[str]:
    for each in edition.project.questions:
        yield f"- **{each.id}**, {each.segment}. {each.question.en} {each.decision.en}"
