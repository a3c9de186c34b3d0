"""The fonts of the printed editions: where they are, that they are the ones we tested, and what they can show."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file inside an installed package, with the first hex digits of its SHA-256."""

    package: str
    name: str
    digest: str

    @property
    def path(self) -> Path:
        """Where the file is; raises `FontProblemError` if its package is not installed."""
        spec = find_spec(self.package)
        if spec is None or spec.origin is None:
            raise FontProblemError(f"the font package {self.package} is not installed; run make again")
        return Path(spec.origin).parent / self.name


class FontProblemError(RuntimeError):
    """A font is missing or is not the one that was tested: the installation is at fault, not the content."""


SERIF_SC = FontFile("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf", "e8f396de")
SERIF_TC = FontFile("pylopdf_fonts_zh_tw", "NotoSerifTC-Regular.otf", "63515eb0")
SERIF_HK = FontFile("build_tools.emit.print", "fonts/NotoSerifHK-subset.ttf", "f38b0486")
SANS = FontFile("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc", "d3d8256c")
LATIN = FontFile("fontpkg_source_serif_4", "files/SourceSerif4[opsz,wght].ttf", "97b2d4da")
LATIN_ITALIC = FontFile("fontpkg_source_serif_4", "files/SourceSerif4-Italic[opsz,wght].ttf", "15fbc7e4")
ALL = (SERIF_SC, SERIF_TC, SERIF_HK, SANS, LATIN, LATIN_ITALIC)

SERIF = {"zh-Hans": SERIF_SC, "zh-Hant-TW": SERIF_TC, "zh-Hant-HK": SERIF_HK}
FAMILIES = {
    "zh-Hans": ("Noto Serif SC", "Noto Sans CJK SC"),
    "zh-Hant-TW": ("Noto Serif TC", "Noto Sans CJK TC"),
    "zh-Hant-HK": ("Noto Serif HK", "Noto Sans CJK HK"),
}


def folders() -> list[str]:
    """The folders the typesetter looks into; raises `FontProblemError` if a font is not the tested one."""
    for font in ALL:
        digest = hashlib.sha256(font.path.read_bytes()).hexdigest()
        if not digest.startswith(font.digest):
            raise FontProblemError(f"{font.name} is not the font this edition was tested with ({digest[:8]})")
    return sorted({str(font.path.parent) for font in ALL})


@cache
def characters(script: str) -> frozenset[int]:
    """The code points that a text in this script can be set with."""
    return frozenset(code for font in (SERIF[script], SANS, LATIN) for code in _cmap(font))


def _cmap(font: FontFile) -> Iterator[int]:
    if font.name.endswith("ttc"):
        yield from TTCollection(font.path, lazy=True).fonts[0].getBestCmap()
    else:
        yield from TTFont(font.path, lazy=True).getBestCmap()
