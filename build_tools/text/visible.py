"""Readings made visible: spaces and line breaks as signs."""


def visible(reading: str) -> str:
    """A reading as a reader sees it: line breaks beside words are dropped, alone they show as ⏎;
    spaces at either end show as ␣. Empty for an empty reading."""
    words = reading.strip("\n") or reading.replace("\n", "⏎")
    inner = words.strip(" ")
    start = len(words) - len(words.lstrip(" "))
    end = len(words) - len(words.rstrip(" ")) if inner else 0
    return "␣" * start + inner + "␣" * end
