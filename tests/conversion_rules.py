"""A small loader of the conversion rules for these tests."""

from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from build_tools.model.conversion import (
    HONG_KONG,
    TAIWAN,
    ConversionRules,
    FormRule,
    Forms,
    LocaleTag,
    LockedName,
    Override,
    Word,
)

FOLDER = Path(__file__).parent.parent / "source" / "conversion"


@cache
def load_rules() -> ConversionRules:
    """Read the four rule files of the project."""
    return ConversionRules(
        overrides=tuple(
            Override(row["source"], _forms(row), row["kind"], row["reason_en"], row["reason_zh"])
            for row in _rows("overrides")
        ),
        locked=tuple(
            LockedName(row["source"], _forms(row), row["kind"], row["reason_en"], row["reason_zh"])
            for row in _rows("locked")
        ),
        forms=tuple(
            FormRule(_locale(row), row["before"], row["after"], row["reason_en"], row["reason_zh"])
            for row in _rows("forms")
        ),
        words=tuple(
            Word(row["source"], _forms(row) if TAIWAN in row else None, row["reason_en"], row["reason_zh"])
            for row in _rows("words")
        ),
    )


def _rows(name: str) -> list[dict[str, str]]:
    yaml: Any = YAML(typ="safe", pure=True)
    rows: list[dict[str, str]] = yaml.load((FOLDER / f"{name}.yml").read_text("utf-8"))
    for row in rows:
        for key, value in row.items():
            if not isinstance(value, str):
                raise TypeError(f"{name}.yml: {key} of {row} is not a string")
    return rows


def _forms(row: dict[str, str]) -> Forms:
    return Forms(row[TAIWAN], row[HONG_KONG])


def _locale(row: dict[str, str]) -> LocaleTag:
    if row["locale"] not in (TAIWAN, HONG_KONG):
        raise ValueError(f"{row['locale']} is not a locale of conversion")
    return TAIWAN if row["locale"] == TAIWAN else HONG_KONG
