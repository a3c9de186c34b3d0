"""A strict reading of HTML: elements, and every place where a browser would have to guess."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
_FOREIGN = frozenset(("svg", "math"))
_PHRASING_ONLY = _names("p h1 h2 h3 h4 h5 h6 span a em strong q dt summary button title small sup")
_FLOW = _names(
    "address article aside blockquote details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
}
_PARENTS = {
    "li": {"ul", "ol"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"thead", "tbody", "tfoot", "table"},
    "td": {"tr"},
    "th": {"tr"},
    "summary": {"details"},
}
_INTERACTIVE = frozenset(("a", "button", "select", "textarea", "label"))
_BARE_AMPERSAND = re.compile(r"&(?!(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#x[0-9a-fA-F]+);)")


@dataclass(eq=False)
class Element:
    """An element with its children, elements and text in order."""

    tag: str
    attrs: dict[str, str]
    parent: "Element | None"
    children: list["Element | str"] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator["Element"]:
        """The elements below this one, this one included, in order; all of them or those of some tags."""
        if not tags or self.tag in tags:
            yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all(*tags)

    def with_class(self, name: str) -> list["Element"]:
        """The elements below this one that have a class."""
        return [each for each in self.all() if each.has_class(name)]

    def has_class(self, name: str) -> bool:
        """Whether this element has a class."""
        return name in self.attrs.get("class", "").split()

    def chain(self) -> Iterator["Element"]:
        """This element, its parent and so on up to the root."""
        node: Element | None = self
        while node:
            yield node
            node = node.parent

    def inherited(self, name: str) -> str:
        """The value of an attribute of the nearest element that has it."""
        return next((each.attrs[name] for each in self.chain() if name in each.attrs), "")

    def texts(self) -> Iterator[tuple["Element", str]]:
        """Every text below this element with the element it stands in."""
        for child in self.children:
            if isinstance(child, str):
                yield self, child
            else:
                yield from child.texts()

    def text(self, without: str = "") -> str:
        """The text below this element, elements of one class left out."""
        return "".join(
            child if isinstance(child, str) else child.text(without)
            for child in self.children
            if isinstance(child, str) or not without or not child.has_class(without)
        )

    @cached_property
    def ids(self) -> dict[str, "Element"]:
        """The elements below this one by id."""
        return {each.attrs["id"]: each for each in self.all() if "id" in each.attrs}


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {}, None)
        self.open = self.root
        self.faults: list[str] = []

    def fault(self, words: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {words}")

    def handle_decl(self, decl: str) -> None:
        if decl != "doctype html" or self.root.children:
            self.fault(f"<!{decl}>")
        self.root.attrs["doctype"] = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._add(tag, attrs)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        foreign = any(each.tag in _FOREIGN for each in self.open.chain())
        if tag not in VOID and not foreign:
            self.fault(f"<{tag}/> does not close itself")
        self._add(tag, attrs)

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.fault(f"<{tag}> has an attribute twice")
        self._check_place(tag)
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(element)
        return element

    def _check_place(self, tag: str) -> None:
        parent = self.open.tag
        ancestors = {each.tag for each in self.open.chain()}
        if ancestors & _FOREIGN:
            return
        if tag in _FLOW and parent in _PHRASING_ONLY:
            self.fault(f"<{tag}> in <{parent}>")
        if tag not in _CHILDREN.get(parent, {tag}) or parent not in _PARENTS.get(tag, {parent}):
            self.fault(f"<{tag}> directly in <{parent}>")
        if tag in _INTERACTIVE and ancestors & _INTERACTIVE:
            self.fault(f"<{tag}> inside something that can be pressed")

    def handle_endtag(self, tag: str) -> None:
        if tag != self.open.tag:
            self.fault(f"</{tag}> closes <{self.open.tag}>")
        if self.open.parent and tag in {each.tag for each in self.open.chain()}:
            while self.open.tag != tag:
                assert self.open.parent
                self.open = self.open.parent
            assert self.open.parent
            self.open = self.open.parent

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open.tag in {"#document", "html", "head", *_CHILDREN}:
            self.fault(f"text directly in <{self.open.tag}>: {data.strip()[:40]!r}")
        self.open.children.append(data)

    def handle_pi(self, data: str) -> None:
        self.fault(f"<?{data}>")


@dataclass(frozen=True)
class Parsed:
    """A page as read: its root, and what is wrong with its markup."""

    html: Element
    faults: tuple[str, ...]


def parse(text: str) -> Parsed:
    """Read one page."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    if "doctype" not in parser.root.attrs:
        parser.fault("no doctype")
    if parser.open is not parser.root:
        parser.fault(f"<{parser.open.tag}> stays open")
    if _BARE_AMPERSAND.search(text):
        parser.fault("a bare &")
    roots = [child for child in parser.root.children if isinstance(child, Element)]
    if [each.tag for each in roots] != ["html"]:
        parser.fault("not one <html>")
    return Parsed(roots[0], tuple(parser.faults))
