"""Reading a mapping key by key: what is missing, unknown or of the wrong kind is reported, and reading goes on."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

from build_tools.diagnostics.report import Report
from build_tools.load.nodes import Mapped, Node, Scalar, Sequence
from build_tools.load.yaml_file import wrong_kind
from build_tools.model.text import Bilingual, Span, Text

T = TypeVar("T")

# A host with no user name before it; nothing that a browser would run.
# Characters that stand for themselves in an address (RFC 3986, RFC 3987); others are written with a percent sign.
_ADDRESS = re.compile(r"""https?://[^\s/@\\?#"<>{}|^`]+([/?#][^\s\\"<>{}|^`]*)?""")
_ENTRY_ID = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Fields:
    """One mapping. Each reader asks for a key once; `close` reports the keys nobody asked for.

    A reader that finds a fault reports it and returns `None` (or an empty list), so that all faults come at once.
    """

    def __init__(self, node: Mapped, report: Report) -> None:
        self.span = node.span
        self.report = report
        self._entries = node.entries
        self._asked: list[str] = []

    def close(self) -> None:
        """Report every key that was never asked for."""
        for key, (span, _) in self._entries.items():
            if key not in self._asked:
                known = ", ".join(self._asked)
                self.report.add("R110", span, key=key, known=known, nearest=nearest(key, self._asked))

    def abandon(self) -> None:
        """Read no further, because a reported fault makes it useless: the other keys are not judged."""
        self._asked.extend(self._entries)

    def place(self, key: str) -> Span:
        """Where a key stands, or the whole mapping if it is absent."""
        return self._entries[key][0] if key in self._entries else self.span

    def written(self) -> tuple[str, ...]:
        """Every key of the mapping, in its order."""
        return tuple(self._entries)

    def peek(self, key: str) -> str:
        """The text under a key without asking for it: no fault is reported and nothing counts as read."""
        entry = self._entries.get(key)
        return entry[1].value if entry and isinstance(entry[1], Scalar) else ""

    def has(self, key: str) -> bool:
        """Whether the key is there, whatever its value."""
        return key in self._entries

    def is_empty_list(self, key: str) -> bool:
        """Whether a list without members stands under the key."""
        node = self._entries[key][1] if key in self._entries else None
        return isinstance(node, Sequence) and not node.items

    def _node(self, key: str, required: bool) -> Node | None:
        self._asked.append(key)
        if key in self._entries:
            return self._entries[key][1]
        if required:
            self.report.add("R111", self.span, key=key)
        return None

    def text(self, key: str, required: bool = True, may_be_empty: bool = False) -> Text | None:
        """The text under a key. A quoted empty string counts as a value only where `may_be_empty`."""
        node = self._node(key, required)
        return None if node is None else self._text(key, node, may_be_empty)

    def _text(self, key: str, node: Node, may_be_empty: bool = False) -> Text | None:
        if not isinstance(node, Scalar):
            self.report.add("R112", node.span, **wrong_kind(key, "text", node))
            return None
        if node.value.strip() or (may_be_empty and not node.plain):
            return Text(node.value, node.span)
        self.report.add("R113", self.place(key), key=key)
        return None

    def entry_id(self, key: str = "id") -> Text | None:
        """The required id of an entry: letters, digits, single hyphens and points, since pages and anchors bear it."""
        text = self.text(key)
        return text if text and is_entry_id(text, self.report) else None

    def word(self, key: str, default: str = "") -> str:
        """A required text without its place; `default` stands in after a fault."""
        text = self.text(key)
        return text.value if text else default

    def optional_word(self, key: str) -> str:
        """An optional text without its place, empty where absent."""
        text = self.text(key, required=False)
        return text.value if text else ""

    def address(self, key: str, required: bool = True) -> str:
        """An http or https address; empty where absent or after a fault."""
        text = self.text(key, required)
        if text is None or _ADDRESS.fullmatch(text.value):
            return text.value if text else ""
        self._not(text, "a web address", "网址", f"{key}: https://www.example.org/page")
        return ""

    def choice(self, key: str, allowed: Iterable[str]) -> str | None:
        """A required text that is one of a closed list."""
        text = self.text(key)
        options = list(allowed)
        if text is None or text.value in options:
            return text.value if text else None
        listed = ", ".join(options)
        close = nearest(text.value, options)
        self.report.add("R114", text.span, key=key, value=text.value, allowed=listed, nearest=close)
        return None

    def flag(self, key: str, default: bool | None = None) -> bool:
        """A boolean, `true` or `false` as in YAML 1.2; required unless a default is given."""
        text = self.text(key, required=default is None)
        if text is None:
            return bool(default)
        if text.value not in ("true", "false"):
            self._not(text, "true or false", "true 或 false", f"{key}: true")
        return text.value == "true"

    def date(self, key: str) -> date:
        """A required calendar date in the form 2015-07-01; 0001-01-01 stands in after a fault."""
        text = self.text(key)
        if text is None:
            return date.min
        try:
            if _DATE.fullmatch(text.value):
                return date.fromisoformat(text.value)
        except ValueError:
            pass
        self._not(text, "a calendar date", "有效日期", f"{key}: 2015-07-01")
        return date.min

    def number(self, key: str, text: Text) -> int:
        """A whole number from 1; 0 stands in after a fault."""
        if re.fullmatch(r"[1-9]\d{0,3}", text.value):
            return int(text.value)
        self._not(text, "a whole number from 1", "正整数", f"{key}: [1]")
        return 0

    def _not(self, text: Text, expected: str, expected_zh: str, example: str) -> None:
        self.report.add(
            "R115", text.span, value=text.value, expected=expected, expected_zh=expected_zh, example=example
        )

    def items(self, key: str, required: bool = True) -> list[Node]:
        """The nodes of a list, empty where it is absent or faulty."""
        node = self._node(key, required)
        if node is None:
            return []
        if isinstance(node, Sequence):
            return node.items
        self.report.add("R112", node.span, **wrong_kind(key, "list", node))
        return []

    def texts(self, key: str, required: bool = True) -> tuple[Text, ...]:
        """A list of texts, without its faulty members."""
        found = (self._text(key, node) for node in self.items(key, required))
        return tuple(text for text in found if text)

    def numbers(self, key: str) -> tuple[Text, ...]:
        """An optional list of whole numbers from 1, each with its place."""
        return tuple(text for text in self.texts(key, required=False) if self.number(key, text))

    def child(self, key: str, required: bool = True) -> "Fields | None":
        """The mapping under a key."""
        node = self._node(key, required)
        return None if node is None else self._mapping(key, node)

    def children(self, key: str, may_be_empty: bool = True) -> "Iterator[Fields]":
        """The mappings in a list, without its faulty members; each is closed by whoever reads it."""
        nodes = self.items(key)
        if self.is_empty_list(key) and not may_be_empty:
            self.report.add("R113", self.place(key), key=key)
        for node in nodes:
            child = self._mapping(key, node)
            if child:
                yield child

    def _mapping(self, key: str, node: Node) -> "Fields | None":
        if isinstance(node, Mapped):
            return Fields(node, self.report)
        self.report.add("R112", node.span, **wrong_kind(key, "mapping", node))
        return None

    def bilingual(self, key: str, required: bool = True) -> Bilingual | None:
        """A mapping of `zh` and `en`, both needed."""
        child = self.child(key, required)
        return read_pair(child) if child else None

    def need_bilingual(self, key: str) -> Bilingual:
        """A required pair; empty texts stand in after a fault."""
        return self.bilingual(key) or Bilingual("", "")


def read_pair(fields: Fields) -> Bilingual:
    """A mapping that consists of `zh` and `en`."""
    pair = Bilingual(fields.word("zh"), fields.word("en"))
    fields.close()
    return pair


def nearest(word: str, known: Iterable[str]) -> str:
    """A suggestion in parentheses for a misspelt word, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" ({close[0]}?)" if close else ""


def read_all(children: Iterable[Fields], read: Callable[[Fields], T | None]) -> tuple[T, ...]:
    """What `read` makes of each mapping, without what it could not read; closes each."""
    found = []
    for fields in children:
        value = read(fields)
        fields.close()
        if value is not None:
            found.append(value)
    return tuple(found)


def is_entry_id(text: Text, report: Report) -> bool:
    """Whether a text may be the id of an entry; if it may not, that is reported."""
    if _ENTRY_ID.fullmatch(text.value):
        return True
    example = "sharing-economy, B11"
    report.add("S201", text.span, id=text.value, kind="an entry", kind_zh="条目", example=example)
    return False
