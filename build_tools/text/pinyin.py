"""How Chinese is read aloud: the syllable of each character. The only module that knows pypinyin."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from unicodedata import combining, normalize

# Neither a sentence nor a heading is longer; a text of this length is read in under a millisecond.
_REMEMBERED = 8_192
_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
# Written with their own tone whatever follows (GB/T 16159, 6.2), where the dictionary writes how they are spoken.
_OWN_TONE = {"yí": "yī", "yì": "yī", "bú": "bù"}
_CHANGING = "一不"
# What the dictionary divides or reads otherwise than this corpus means it.
_CORRECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "为代表": "wéi dài biǎo",
        "为导向": "wéi dǎo xiàng",
        "为核心": "wéi hé xīn",
        "为基础": "wéi jī chǔ",
        "为目标": "wéi mù biāo",
        "为牵头": "wéi qiān tóu",
        "为特征": "wéi tè zhēng",
        "为突破": "wéi tū pò",
        "为载体": "wéi zài tǐ",
        "为支撑": "wéi zhī chēng",
        "为重点": "wéi zhòng diǎn",
        "为主": "wéi zhǔ",
        "下沉为": "xià chén wéi",
        "成本行动": "chéng běn xíng dòng",
        "本行政": "běn xíng zhèng",
        "商行政": "shāng xíng zhèng",
        "电路卡": "diàn lù kǎ",
        "电子": "diàn zǐ",
        "调结构": "tiáo jié gòu",
        "适应": "shì yìng",
        "院校": "yuàn xiào",
        "质的医学": "zhì de yī xué",
        "找得着": "zhǎo de zháo",
        "用得起": "yòng de qǐ",
        "运转": "yùn zhuǎn",
        "知识": "zhī shi",
        "种养": "zhòng yǎng",
    }
)
_CORRECTED = re.compile("|".join(sorted(_CORRECTIONS, key=lambda words: (-len(words), words))))
# 以 … 为 …: to take as. Alone before a noun 为 means for and is read wèi.
_TAKEN_AS = re.compile(r"以[^，。；：以]{1,24}?为")


@lru_cache(_REMEMBERED)
def readings(text: str) -> tuple[str, ...]:
    """The syllable of each code point of simplified Chinese with its tone mark, empty for what is not Chinese.

    A character of several readings is decided by the words around it; 一 and 不 keep their own tone.
    """
    found = [""] * len(text)
    for run in _CHINESE.finditer(text):
        found[run.start() : run.end()] = _dictionary(run.group())
    for place in _TAKEN_AS.finditer(text):
        found[place.end() - 1] = "wéi"
    for start, syllables in _corrections(text):
        found[start : start + len(syllables)] = syllables
    return tuple(map(_own_tone, text, found))


def without_tones(syllables: str) -> str:
    """Pinyin as typed on a keyboard: without tone marks, ü as v, in small letters."""
    marked = normalize("NFC", syllables.lower()).translate(_UMLAUTS)
    return "".join(char for char in normalize("NFD", marked) if not combining(char))


_UMLAUTS = {ord(char): "v" for char in "üǖǘǚǜ"}


def _dictionary(run: str) -> list[str]:
    """The readings of a run of Chinese characters; a character the dictionary does not know has none."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 – its dictionaries take long to read

    return [each[0] for each in pinyin(run, style=Style.TONE, errors=_unknown)]


def _unknown(characters: str) -> Any:  # noqa: ANN401 – the types of pypinyin leave out what it accepts
    """One empty reading for each character."""
    return [""] * len(characters)


def _corrections(text: str) -> Iterator[tuple[int, list[str]]]:
    for place in _CORRECTED.finditer(text):
        yield place.start(), _CORRECTIONS[place.group()].split(" ")


def _own_tone(character: str, syllable: str) -> str:
    return _OWN_TONE.get(syllable, syllable) if character in _CHANGING else syllable
