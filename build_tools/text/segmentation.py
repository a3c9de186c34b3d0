"""Division of a run of Chinese characters into the most probable words of a lexicon."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# A project word must win over its own pieces but lose to a clearly better division across its edge.
_MARGIN = 0.5


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with the logarithm of their probability, and the longest word after each first character."""

    scores: Mapping[str, float]
    longest: Mapping[str, int]
    unknown: float

    def divide(self, run: str) -> tuple[str, ...]:
        """Divide `run` into the words with the highest total score; ties go to the longer first word."""
        best = self._best_ends(run)
        words: list[str] = []
        start = 0
        while start < len(run):
            words.append(run[start : best[start]])
            start = best[start]
        return tuple(words)

    def extended(self, words: Iterable[str]) -> "Lexicon":
        """Return a lexicon in which each of `words` is preferred to its own pieces."""
        scores, longest = dict(self.scores), dict(self.longest)
        for word in words:
            pieces = sum(scores.get(piece, self.unknown) for piece in self.divide(word))
            scores[word] = max(scores.get(word, self.unknown), pieces + _MARGIN)
            longest[word[0]] = max(longest.get(word[0], 1), len(word))
        return Lexicon(scores, longest, self.unknown)

    def _best_ends(self, run: str) -> list[int]:
        """Return, for each position, where the first word of the best division from there ends."""
        size = len(run)
        totals = [0.0] * (size + 1)
        ends = list(range(1, size + 1))
        for start in range(size - 1, -1, -1):
            totals[start] = self.scores.get(run[start], self.unknown) + totals[start + 1]
            for end in range(start + 2, min(size, start + self.longest.get(run[start], 1)) + 1):
                score = self.scores.get(run[start:end])
                if score is not None and score + totals[end] >= totals[start]:
                    totals[start], ends[start] = score + totals[end], end
        return ends


def lexicon_from_counts(counts: Mapping[str, int]) -> Lexicon:
    """Build a lexicon from word counts; a character without a count scores as if seen once."""
    total = math.log(sum(counts.values()))
    longest: dict[str, int] = {}
    for word in counts:
        if len(word) > longest.get(word[0], 1):
            longest[word[0]] = len(word)
    scores = {word: math.log(count or 1) - total for word, count in counts.items()}
    return Lexicon(scores, longest, -total)
