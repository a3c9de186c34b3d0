"""The conversion rules of source/conversion/."""

from collections.abc import Callable
from typing import TypeVar

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields, read_all
from build_tools.load.folder import Folder
from build_tools.model.conversion import (
    HONG_KONG,
    LOCALES,
    TAIWAN,
    ConversionRules,
    FormRule,
    Forms,
    LocaleTag,
    LockedName,
    Override,
    Word,
)
from build_tools.model.text import Text

T = TypeVar("T")


def load_conversion(folder: Folder, report: Report) -> ConversionRules:
    """All conversion rules; an entry with a fault is reported and left out."""
    return ConversionRules(
        overrides=_entries(folder, "overrides", _override, report),
        locked=_entries(folder, "locked", _locked, report),
        forms=_entries(folder, "forms", _form_rule, report),
        words=_entries(folder, "words", _word, report),
    )


def _entries(folder: Folder, name: str, read: Callable[[Fields, str], T | None], report: Report) -> tuple[T, ...]:
    seen: dict[str, str] = {}

    def read_once(child: Fields) -> T | None:
        key = "before" if name == "forms" else "source"
        source = child.text(key)
        if source is None:
            child.abandon()
            return None
        identity = source.value + (child.peek("locale") if name == "forms" else "")
        if identity in seen:
            child.report.add("S202", source.span, id=source.value, first=seen[identity])
            child.abandon()
            return None
        seen[identity] = f"{source.span.path}:{source.span.line}"
        return read(child, source.value)

    return read_all(folder.records(f"{name}.yml", report), read_once)


def _forms(fields: Fields, source: str, required: bool = True) -> Forms | None:
    texts = [fields.text(tag, required) for tag in (TAIWAN, HONG_KONG)]
    fits = [_same_length(fields, source, tag, text) for tag, text in zip(LOCALES, texts, strict=True) if text]
    if len(fits) < len(LOCALES) or not all(fits):
        return None
    return Forms(*(text.value for text in texts if text))


def _same_length(fields: Fields, source: str, tag: LocaleTag, form: Text) -> bool:
    if len(form.value) == len(source):
        return True
    found, expected = str(len(form.value)), str(len(source))
    fields.report.add(
        "C501", form.span, locale=tag, form=form.value, source=source, found=found, expected=expected
    )
    return False


def _reasons(fields: Fields) -> tuple[str, str]:
    return fields.word("reason_en"), fields.word("reason_zh")


def _override(fields: Fields, source: str) -> Override | None:
    forms, kind = _forms(fields, source), fields.word("kind")
    reasons = _reasons(fields)
    return Override(source, forms, kind, *reasons) if forms else None


def _locked(fields: Fields, source: str) -> LockedName | None:
    forms, kind = _forms(fields, source), fields.word("kind")
    reasons = _reasons(fields)
    return LockedName(source, forms, kind, *reasons) if forms else None


def _word(fields: Fields, source: str) -> Word | None:
    has_forms = fields.has(TAIWAN) or fields.has(HONG_KONG)
    forms = _forms(fields, source, required=has_forms)
    reasons = _reasons(fields)
    return None if has_forms and forms is None else Word(source, forms, *reasons)


def _form_rule(fields: Fields, before: str) -> FormRule | None:
    tag = fields.choice("locale", LOCALES)
    after = fields.text("after")
    reasons = _reasons(fields)
    if len(before) != 1:
        found = {"value": before, "expected": "one character", "expected_zh": "单个字符", "example": "before: 佈"}
        fields.report.add("R115", fields.place("before"), **found)
        return None
    if tag is None or after is None:
        return None
    locale = TAIWAN if tag == TAIWAN else HONG_KONG
    return FormRule(locale, before, after.value, *reasons) if _same_length(fields, before, locale, after) else None
