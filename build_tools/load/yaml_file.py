"""Bytes to nodes. The only module that imports ruamel.

Every scalar is read as text (the failsafe schema of YAML 1.2.2, section 10.1): `2.10`, `no` and `2015-07-01` mean
what an editor sees. Anchors, aliases, tags, deep nesting, duplicate keys, oversized and unclean files are refused.
"""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from unicodedata import name as unicode_name

from _ruamel_yaml import CParser  # type: ignore[import-not-found]
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from build_tools.diagnostics.report import Report
from build_tools.load.nodes import Mapped, Node, Scalar, Sequence
from build_tools.model.text import Span

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
_MOST_CHARACTERS = 50

# Controls but tab and line feed (a carriage return only before one), bidirectional controls, other invisible
# format characters, private use, noncharacters and U+FFFD, which says that a character was lost before.
_FORBIDDEN = re.compile(
    "\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff"
    "\u180e\ufdd0-\ufdef\ufeff\ufff9-\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def read_yaml(path: Path, shown: str, report: Report) -> Mapped | None:
    """The mapping a YAML file holds, or `None` after reporting why there is none.

    `shown` is the path as editors know it, relative to the project.
    """
    root = _read_root(path, shown, report)
    if root is None or isinstance(root, Mapped):
        return root
    report.add("R112", Span(shown, 1, 1), **wrong_kind("file", "mapping", root))
    return None


def read_records(path: Path, shown: str, report: Report) -> Sequence | None:
    """The list a YAML file holds, or `None` after reporting why there is none."""
    root = _read_root(path, shown, report)
    if root is None or isinstance(root, Sequence):
        return root
    report.add("R112", Span(shown, 1, 1), **wrong_kind("file", "list", root))
    return None


class _Kept:
    """Nodes of files without a fault, by path, with the text they were made from. Nothing changes a node."""

    def __init__(self) -> None:
        self.wanted = False
        self._nodes: dict[str, tuple[str, Node]] = {}

    def node(self, text: str, shown: str, report: Report) -> Node | None:
        before = self._nodes.get(shown)
        if before and before[0] == text:
            return before[1]
        known = len(report.diagnostics)
        node = parse_yaml(text, shown, report)
        if node and self.wanted and len(report.diagnostics) == known:
            self._nodes[shown] = (text, node)
        return node


_kept = _Kept()


def keep_nodes() -> None:
    """From now on keep what files hold, at the price of memory: a server reads one changed file among hundreds."""
    _kept.wanted = True


def _read_root(path: Path, shown: str, report: Report) -> Node | None:
    text = read_text(path, shown, report)
    return None if text is None else _kept.node(text, shown, report)


def read_text(path: Path, shown: str, report: Report) -> str | None:
    """The text of a UTF-8 file without forbidden characters, or `None` after reporting the fault."""
    start = Span(shown, 1, 1)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            report.add("R104", start, size=f"{size:,}", limit=f"{MAX_BYTES:,}")
            return None
        data = path.read_bytes()
    except OSError as error:
        report.add("R101", start, name=path.name, reason=error.strerror or type(error).__name__)
        return None
    return decode(data, shown, report)


def decode(data: bytes, shown: str, report: Report) -> str | None:
    """The text in some bytes, or `None` after reporting that they are not UTF-8 or hold forbidden characters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_encoding(data, error, shown, report)
        return None
    report.remember(shown, text)
    return text if _is_clean(text, shown, report) else None


def _report_encoding(data: bytes, error: UnicodeDecodeError, shown: str, report: Report) -> None:
    before = data[: error.start]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8")) + 1
    place = Span(shown, before.count(b"\n") + 1, column)
    report.remember(shown, data.decode("utf-8", "replace"))
    report.add("R102", place, byte=f"0x{data[error.start]:02X}")


def _is_clean(text: str, shown: str, report: Report) -> bool:
    found = list(islice(_FORBIDDEN.finditer(text), _MOST_CHARACTERS))
    for match in found:
        _report_character(match[0], _place(text, match.start(), shown), report)
    return not found


def _report_character(char: str, place: Span, report: Report) -> None:
    name = unicode_name(char, "control character")
    report.add("R103", place, char=f"U+{ord(char):04X}", name=name)


def _place(text: str, offset: int, shown: str) -> Span:
    return Span(shown, text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def parse_yaml(text: str, shown: str, report: Report) -> Node | None:
    """The one node in a YAML text, or `None` after reporting the fault that stopped the reading."""
    try:
        return _Composer(text, shown, report).document()
    except _RefusedError:
        return None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Span(shown, mark.line + 1, mark.column + 1) if mark else Span(shown, 1, 1)
        report.add("R105", place, problem=_problem(error))
    except YAMLError as error:
        report.add("R105", Span(shown, 1, 1), problem=str(error))
    return None


def _problem(error: MarkedYAMLError) -> str:
    return ", ".join(part for part in (error.context, error.problem) if part) or "unreadable"


class _RefusedError(Exception):
    """The file was refused; the report says why."""


class _Composer:
    """Builds nodes from the events of the C parser, in one pass."""

    def __init__(self, text: str, shown: str, report: Report) -> None:
        self._parser = CParser(text)
        self._path = shown
        self._report = report

    def document(self) -> Node | None:
        root: Node | None = None
        count = 0
        for event in self._events():
            if isinstance(event, DocumentStartEvent):
                count += 1
            elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent | AliasEvent):
                node = self._node(event, 1)
                root = root or node
        if count == 1:
            return root
        self._report.add("R117", Span(self._path, 1, 1), count=str(count))
        return None

    def _events(self) -> Iterator[Event]:
        while not isinstance(event := self._parser.get_event(), StreamEndEvent):
            if not isinstance(event, StreamStartEvent):
                yield event

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 – ruamel declares no fields on its events
        if isinstance(event, AliasEvent) or event.anchor:
            mark = "*" if isinstance(event, AliasEvent) else "&"
            raise self._refused("R106", event, words=f"{mark}{event.anchor}")
        if event.tag and event.tag != "!":
            raise self._refused("R107", event, words=event.tag)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth > MAX_DEPTH:
            raise self._refused("R108", event, limit=str(MAX_DEPTH))
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        """A scalar; what an escape in double quotes stands for is judged like the character itself."""
        span = self._span(event)
        if event.style == '"':  # nothing else in YAML has escapes, and the file as it is written was judged before
            for match in islice(_FORBIDDEN.finditer(event.value), 1):
                _report_character(match[0], span, self._report)
        return Scalar(event.value, span, not event.style)

    def _sequence(self, start: Event, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self._parser.get_event(), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(items, self._span(start))

    def _mapping(self, start: Event, depth: int) -> Mapped:
        entries: dict[str, tuple[Span, Node]] = {}
        while not isinstance(event := self._parser.get_event(), MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self._refused("R112", event, **wrong_kind("key", "text", key))
            value = self._node(self._parser.get_event(), depth + 1)
            if key.value in entries:
                first = entries[key.value][0]
                self._report.add("R109", key.span, key=key.value, first=str(first.line))
            else:
                entries[key.value] = (key.span, value)
        return Mapped(entries, self._span(start))

    def _span(self, event: Event) -> Span:
        mark, end = event.start_mark, event.end_mark
        length = end.column - mark.column if end.line == mark.line else 1
        return Span(self._path, mark.line + 1, mark.column + 1, max(1, length))

    def _refused(self, code: str, event: Event, **args: str) -> _RefusedError:
        self._report.add(code, self._span(event), **args)
        return _RefusedError()


KINDS = {
    "text": ("text", "文字"),
    "list": ("a list", "列表"),
    "mapping": ("a mapping of keys and values", "键值映射"),
    "nothing": ("nothing", "空"),
}


def kind_of(node: Node | None) -> str:
    """A key of `KINDS`."""
    if isinstance(node, Scalar):
        return "text" if node.value or not node.plain else "nothing"
    return "list" if isinstance(node, Sequence) else "mapping" if node else "nothing"



def wrong_kind(key: str, kind: str, found: Node | None) -> dict[str, str]:
    """The arguments of R112: `key` must be of one kind and is of another."""
    expected, actual = KINDS[kind], KINDS[kind_of(found)]
    return {
        "key": key,
        "expected": expected[0],
        "expected_zh": expected[1],
        "found": actual[0],
        "found_zh": actual[1],
    }
