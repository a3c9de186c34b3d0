"""Markup to HTML that is safe to print unescaped."""

import re
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import escape

from build_tools.markup.parse import Markup
from build_tools.markup.policy import (
    BLOCK_RULES,
    INLINE_RULES,
    MAX_NESTING,
    REFERENCE,
    REFERENCE_KINDS,
    is_allowed_address,
)

Resolve = Callable[[str, str], tuple[str, str] | None]


_CHINESE = re.compile("[\u3400-\u9fff《》〔〕、。“”]*[\u3400-\u9fff][\u3400-\u9fff《》〔〕、。0-9]*")


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """HTML made by this module alone; templates print it as it is."""

    value: str

    def __html__(self) -> str:
        return self.value


def render(markup: Markup, resolve: Resolve, chinese: str = "") -> SafeHtml:
    """The HTML of a body. `resolve` maps a reference (kind, target) to (address, label), or to `None`.

    Whatever is not allowed comes out as text. `chinese` is the language tag of Chinese words in a body of another
    language (WCAG 2.2, 3.1.2); empty for a Chinese body.
    """
    return SafeHtml(_PARSER.render(markup.source, {"resolve": resolve, "chinese": chinese}))


def _reference_rule(state: StateInline, silent: bool) -> bool:
    match = REFERENCE.match(state.src, state.pos)
    if match is None or (match["kind"] or "clause") not in REFERENCE_KINDS:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = match[0]
        token.meta = {"kind": match["kind"] or "clause", "target": match["target"]}
    state.pos = match.end()
    return True


def _render_reference(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: Any, env: MutableMapping[str, Any]  # noqa: ANN401
) -> str:
    token = tokens[index]
    found = env["resolve"](token.meta["kind"], token.meta["target"])
    if found is None:
        return str(escape(token.content))
    address, label = found
    return f'<a class="dz-xref" href="{escape(address)}">{escape(label)}</a>'


def _render_text(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: Any, env: MutableMapping[str, Any]  # noqa: ANN401
) -> str:
    text, tag = str(escape(tokens[index].content)), env.get("chinese", "")
    return _CHINESE.sub(lambda run: f'<span lang="{escape(tag)}">{run[0]}</span>', text) if tag else text


def _render_link(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: MutableMapping[str, Any]  # noqa: ANN401
) -> str:
    tokens[index].attrs.pop("title", None)
    tokens[index].attrSet("rel", "noopener nofollow")
    return self.renderToken(tokens, index, options, env)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "maxNesting": MAX_NESTING})
    parser.enable([*BLOCK_RULES, *INLINE_RULES])
    parser.inline.ruler.before("link", "reference", _reference_rule)
    parser.validateLink = is_allowed_address  # type: ignore[method-assign, assignment]
    parser.add_render_rule("reference", _render_reference)
    parser.add_render_rule("link_open", _render_link)
    parser.add_render_rule("text", _render_text)
    return parser


_PARSER = _parser()
