"""Snippets: where in a text a question is answered, and the piece around it that is shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.archive.folding import folding
from app.domain.archive.found import Snippet, Spot
from app.domain.archive.matching import FACT, AllOf, AnyOf, Match, Run
from app.domain.shared.search import PIECE, UNSPACED

WIDTH = 180
_BEFORE = 50
_MOST_READ = 400_000
_MOST_SPOTS = 200
_GAP = r"[\W_]+"
FEW = 30
"""So many words are sought in a text one by one; of more those are sought that stand in it."""
_LETTER = re.compile(rf"[^\W_{UNSPACED}]")
"""What a word goes on with; a script without spaces begins a piece of its own."""
_LETTERS = re.compile(f"{_LETTER.pattern}+")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds in texts what answers a question."""

    words: frozenset[str]
    runs: re.Pattern[str] | None

    def is_in(self, plain: str) -> bool:
        """Say whether a folded text answers."""
        if next(_standing(self.words, plain), None) is not None:
            return True
        return self.runs is not None and self.runs.search(plain) is not None

    def among(self, lines: Sequence[str]) -> frozenset[int]:
        """Return which of some folded lines answer; few do, so that all are looked at together."""
        said = "\n".join(lines)
        there = _there(self.words, said)
        if not there and (self.runs is None or self.runs.search(said) is None):
            return frozenset()
        near = Marker(there, self.runs)
        return frozenset(place for place, line in enumerate(lines) if near.is_in(line))

    @property
    def is_blind(self) -> bool:
        """Say whether nothing in a text could answer: only facts are asked for."""
        return not self.words and self.runs is None

    def spots(self, text: str) -> tuple[Spot, ...]:
        """Return where in a text something answers, in its order, nothing twice."""
        whole = folding(text)
        found = set(_standing(_there(self.words, whole.plain), whole.plain))
        if self.runs is not None:
            found |= {(run.start(), run.end()) for run in self.runs.finditer(whole.plain)}
        spots: list[Spot] = []
        for start, end in sorted(found)[:_MOST_SPOTS]:
            first, last = whole.place(start), whole.place(end - 1) + 1
            if not spots or first >= spots[-1].end:
                spots.append(Spot(first, last))
        return tuple(spots)

    def snippet(self, pages: Sequence[str]) -> Snippet:
        """Return the piece of a text that answers best, else its beginning."""
        read = 0
        for number, page in enumerate(pages, 1):
            if found := self.spots(page[:_MOST_READ]):
                return _around(page, found, number)
            read += len(page)
            if read > _MOST_READ:
                break
        first = next((page for page in pages if page.strip()), "")
        return Snippet(_SPACES.sub(" ", first[:WIDTH]).strip(), page=1 if first else 0)


def _there(words: frozenset[str], plain: str) -> frozenset[str]:
    """Return which of some words may stand in a folded text; of many, those that do."""
    if len(words) <= FEW:
        return frozenset(word for word in words if word in plain)
    return words.intersection(_LETTERS.findall(plain))


def _standing(words: Iterable[str], plain: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a folded text: as whole pieces of it, in no order."""
    for word in words:
        start = plain.find(word)
        while start >= 0:
            end = start + len(word)
            goes_on = _LETTER.match(plain, end) or (start and _LETTER.match(plain, start - 1))
            if not goes_on:
                yield start, end
            start = plain.find(word, end)


def marker_of(asked: Match) -> Marker:
    """Return what finds the words of a question in texts; facts are in none."""
    wanted = [run for run in _runs(asked) if run.tokens[0][0] != FACT]
    words = {run.tokens[0] for run in wanted if _is_one_word(run)}
    patterns = sorted({_pattern(run) for run in wanted if not _is_one_word(run)})
    runs = re.compile("|".join(patterns)) if patterns else None
    return Marker(frozenset(words), runs)


def _is_one_word(run: Run) -> bool:
    spaced = PIECE.fullmatch(run.tokens[0])
    return len(run.tokens) == 1 and not run.is_open and spaced is not None and not spaced.group(1)


def _runs(asked: Match) -> Iterator[Run]:
    match asked:
        case Run():
            yield asked
        case AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from _runs(part)


def _pattern(run: Run) -> str:
    """Return the pattern of tokens that follow each other; pairs of letters overlap."""
    said, was_run = "", False
    for token in run.tokens:
        piece = PIECE.fullmatch(token)
        is_run = piece is not None and piece.group(1) is not None
        if is_run and was_run:
            said += re.escape(token[-1])
        else:
            said += (_GAP if said else "") + ("" if is_run else r"(?<!\w)") + re.escape(token)
        was_run = is_run
    return said if was_run or run.is_open else said + r"(?!\w)"


def _around(page: str, found: Sequence[Spot], number: int) -> Snippet:
    """Return the piece that holds most of what was found, its spaces made single."""
    starts = [spot.start for spot in found]
    best = max(range(len(found)), key=lambda at: _held(starts, at))
    begin = max(0, found[best].start - _BEFORE)
    begin = page.rfind(" ", 0, begin) + 1 if begin else 0
    end = max(begin + WIDTH, found[best].end)
    piece, spots = "", []
    at = begin
    for spot in (*found[best:], None):
        until = end if spot is None or spot.end > end else spot.start
        piece = _joined(piece, page[at:until])
        if spot is None or spot.end > end:
            break
        start = len(piece)
        piece += _SPACES.sub(" ", page[spot.start : spot.end])
        spots.append(Spot(start, len(piece)))
        at = spot.end
    return Snippet(piece.rstrip(), tuple(spots), number)


def _held(starts: Sequence[int], at: int) -> int:
    return bisect_left(starts, starts[at] + WIDTH - _BEFORE) - at


def _joined(before: str, after: str) -> str:
    said = _SPACES.sub(" ", after)
    return before + (said.lstrip() if not before or before.endswith(" ") else said)
