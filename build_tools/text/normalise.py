"""Chinese with variants of writing taken away, so that only a change of words counts as a change."""

import hashlib
from difflib import SequenceMatcher
from unicodedata import normalize

_FOLD = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»「」『』‘’'＂", '"'),
        **dict.fromkeys("—–―─－‐", "-"),
        **dict.fromkeys("·•‧・･", "·"),
        **dict.fromkeys("。｡", "."),
        **dict.fromkeys("、､", ","),
        **dict.fromkeys("〔［【", "["),
        **dict.fromkeys("〕］】", "]"),
        "…": ".",
    }
)
_DIGITS = 16


def normalised(text: str) -> str:
    """The text with compatibility forms (Unicode NFKC), white space and variants of punctuation folded."""
    folded = normalize("NFKC", text.translate(_FOLD)).translate(_FOLD)
    return "".join(folded.split())


def digest(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of the normalised text."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()[:_DIGITS]


def changes(old: str, new: str) -> str:
    """What changed between two texts, as “−old ＋new” for each place."""
    shown = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            shown.append(" ".join(part for part in (_part("−", old[a:b]), _part("＋", new[c:d])) if part))
    return "; ".join(shown)


def _part(sign: str, words: str) -> str:
    return sign + words if words else ""
