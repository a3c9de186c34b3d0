"""What a screen reader finds in a tagged PDF: its structure tree with the text of every element, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)

Place = tuple[tuple[int, int], int]


@dataclass
class Node:
    """An element of the structure tree: its role, and below it elements and text in order."""

    role: str
    attrs: Any
    children: list["Node | str"] = field(default_factory=list)

    def all(self, *roles: str) -> Iterator["Node"]:
        """The elements below this one, this one included; all of them or those of some roles."""
        if not roles or self.role in roles:
            yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all(*roles)

    def text(self, without: tuple[str, ...] = ()) -> str:
        """The text below this element, elements of some roles left out."""
        return "".join(
            child if isinstance(child, str) else "" if child.role in without else child.text(without)
            for child in self.children
        )


class Tagged:
    """An open PDF."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.pdf = pikepdf.open(path)

    @cached_property
    def root(self) -> Node:
        """The structure tree."""
        top = Node("#root", None)
        self._add(self.pdf.Root.StructTreeRoot.K, None, top)
        return top

    def fonts(self) -> dict[str, Any]:
        """Every font of every page, with the font it is made of, by name."""
        found: dict[str, Any] = {}
        for page in self.pdf.pages:
            for font in page.Resources.get("/Font", {}).values():
                inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                found[str(font.BaseFont)] = inner
        return found

    @cached_property
    def outline(self) -> list[tuple[int, str]]:
        """The outline as levels from 1 and titles."""

        def entries(items: Any, level: int) -> Iterator[tuple[int, str]]:
            for item in items:
                yield level, item.title
                yield from entries(item.children, level + 1)

        with self.pdf.open_outline() as outline:
            return list(entries(outline.root, 1))

    @cached_property
    def _marked(self) -> dict[Place, str]:
        found: dict[Place, str] = {}
        for page in self.pdf.pages:
            fonts = {name: _unicode_of(font) for name, font in page.Resources.get("/Font", {}).items()}
            for mcid, text in _marked_text(page, fonts):
                place = (page.obj.objgen, mcid)
                found[place] = found.get(place, "") + text
        return found

    def _add(self, kids: Any, page: Any, parent: Node) -> None:
        if isinstance(kids, pikepdf.Array):
            for kid in kids:
                self._add(kid, page, parent)
        elif isinstance(kids, int):
            parent.children.append(self._marked.get((page.objgen, kids), ""))
        elif kids.get("/Type") == "/MCR":
            parent.children.append(self._marked.get((kids.get("/Pg", page).objgen, int(kids.MCID)), ""))
        elif "/S" in kids:
            node = Node(str(kids.S).removeprefix("/"), kids)
            parent.children.append(node)
            if "/K" in kids:
                self._add(kids.K, kids.get("/Pg", page), node)


def _unicode_of(font: Any) -> dict[int, str]:
    """The text of every glyph of a font, from its ToUnicode map."""
    table: dict[int, str] = {}
    for kind, body in _BLOCK.findall(font.ToUnicode.read_bytes()):
        codes = [bytes.fromhex(code.decode()) for code in _HEX.findall(body)]
        if kind == b"bfchar":
            pairs = zip(codes[::2], codes[1::2], strict=True)
            table |= {int.from_bytes(glyph, "big"): text.decode("utf-16-be") for glyph, text in pairs}
        else:
            raise AssertionError("ranges are not read")
    return table


def _marked_text(page: Any, fonts: dict[str, dict[int, str]]) -> Iterator[tuple[int, str]]:
    """The pieces of text of a page with the number of the marked content they are in."""
    font: dict[int, str] = {}
    marks: list[int | None] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                font = fonts[str(operands[0])]
            case "BMC":
                marks.append(None)
            case "BDC":
                inline = isinstance(operands[1], pikepdf.Dictionary)
                marks.append(int(operands[1].MCID) if inline and "/MCID" in operands[1] else None)
            case "EMC":
                marks.pop()
            case "Tj" | "TJ":
                pieces = operands[0] if str(operator) == "TJ" else operands
                inner = next((mark for mark in reversed(marks) if mark is not None), None)
                strings = [piece for piece in pieces if isinstance(piece, pikepdf.String)]
                if inner is not None:
                    yield inner, "".join(_decode(string, font) for string in strings)


def _decode(piece: Any, font: dict[int, str]) -> str:
    data = bytes(piece)
    assert len(data) % 2 == 0
    glyphs = [high << 8 | low for high, low in list(pairwise(data))[::2]]
    return "".join(font[glyph] for glyph in glyphs)
