"""What an annotation's body may hold. Everything else stays text, and is refused with a message."""

import re

# Rules of markdown-it that are switched on; its preset "zero" knows plain paragraphs only.
BLOCK_RULES = ("blockquote", "list")
INLINE_RULES = ("emphasis", "escape", "link", "newline")
MAX_NESTING = 12
# A host without a user name before it, which could pretend to be another host.
_ADDRESS = re.compile(r"https://[^/\s@\\?#]+([/?#].*)?|mailto:[^\s<>]+")
REFERENCE = re.compile(r"\[\[(?:(?P<kind>[a-z]+):)?(?P<target>[A-Za-z0-9.-]+)\]\]")
REFERENCE_KINDS = ("clause", "agency", "term", "instrument", "annotation")

# What looks like more than the small Markdown: name for the message in English and Chinese, and the pattern.
REFUSED: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("HTML", "HTML", re.compile(r"<(?=[A-Za-z/!?])[^>\n]*>?")),
    ("a character entity", "字符实体", re.compile(r"&(?:#\w+|[A-Za-z]\w*);")),
    ("an image", "图片", re.compile(r"!\[")),
    ("a heading", "标题", re.compile(r"^[ ]{0,3}#{1,6}(?=\s|$)|^[ ]{0,3}(?:=+|-{2,})[ ]*$", re.MULTILINE)),
    ("code", "代码", re.compile(r"`+|^[ ]{0,3}~{3,}", re.MULTILINE)),
    ("a table", "表格", re.compile(r"^[ ]*\|.*\|[ ]*$", re.MULTILINE)),
    ("an attribute or template", "属性或模板", re.compile(r"\{[:%{#][^}\n]*\}?|\$\{")),
    ("a snippet", "片段引用", re.compile(r"-{2}8<-{2}")),
    ("a footnote", "脚注", re.compile(r"\[\^[^\]\n]*\]")),
    ("a link definition", "链接定义", re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:", re.MULTILINE)),
)


def is_allowed_address(address: str) -> bool:
    """Whether a link may lead there: https with a host, or mailto; nothing relative, nothing without a scheme."""
    lowered = address.strip().lower()
    if lowered != address.lower() or any(ord(char) <= 0x20 or ord(char) == 0x7F for char in address):
        return False
    return _ADDRESS.fullmatch(lowered) is not None
