"""Open questions of translation, questions.yml."""

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, read_all
from build_tools.load.folder import Folder
from build_tools.model.question import Question

QUESTIONS = "questions.yml"


def load_questions(folder: Folder, report: Report) -> tuple[Question, ...]:
    """The questions of a document; a document may have none."""
    if not folder.exists(QUESTIONS):
        return ()
    return read_all(folder.records(QUESTIONS, report), _question)


def _question(fields: Fields) -> Question | None:
    question_id, segment = fields.entry_id(), fields.text("segment")
    question, decision = fields.need_bilingual("question"), fields.need_bilingual("decision")
    if question_id is None or segment is None:
        return None
    return Question(question_id.value, segment.value, question, decision, segment.span)
