"""T405: the same numbers on both sides."""

import re
from collections import Counter
from collections.abc import Iterator

from build_tools.checks.translation.rule import Finding, Pair
from build_tools.model.locale import MONTHS

_ENGLISH_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b(?= \d)")
# A digit that belongs to a Latin string, as in IPv6, goes with the string (T406).
_NUMBER = re.compile(r"(?<![A-Za-z0-9])\d+(?:,\d{3})*(?:\.\d+)?")


def same_numbers(pair: Pair) -> Iterator[Finding]:
    """Every number in digits stands as often in the English as in the Chinese; a month may be named."""
    english = _ENGLISH_MONTH.sub(lambda month: str(MONTHS.index(month[1]) + 1), pair.en)
    chinese, translated = _numbers(pair.zh), _numbers(english)
    for number in chinese - translated:
        yield _finding(number, "Chinese", "中文", 0)
    for number in translated - chinese:
        yield _finding(number, "English", "英文", max(0, pair.en.find(number)))


def _numbers(text: str) -> Counter[str]:
    return Counter(number.replace(",", "") for number in _NUMBER.findall(text))


def _finding(number: str, side: str, side_zh: str, start: int) -> Finding:
    return Finding("T405", number, start, len(number), {"number": number, "side": side, "side_zh": side_zh})
