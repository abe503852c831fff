"""Snippets: where in a text a question is answered, and the piece around it that is shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.archive.found import Snippet, Spot
from app.domain.archive.matching import FACT, AllOf, AnyOf, Match, Run
from app.domain.shared.search import PIECE, folded

WIDTH = 180
_BEFORE = 50
_MOST_READ = 400_000
_MOST_SPOTS = 200
_GAP = r"[\W_]+"
_WORDS = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds in texts what answers a question."""

    words: frozenset[str]
    runs: re.Pattern[str] | None

    def is_in(self, text: str) -> bool:
        """Say whether a text answers."""
        plain = folded(text)
        is_word = not self.words.isdisjoint(_WORDS.findall(plain))
        return is_word or (self.runs is not None and self.runs.search(plain) is not None)

    def spots(self, text: str) -> tuple[Spot, ...]:
        """Return where in a text something answers, in its order, nothing twice."""
        plain, places = _folded(text)
        found = {
            (piece.start(), piece.end())
            for piece in PIECE.finditer(plain)
            if piece.group() in self.words
        }
        if self.runs is not None:
            found |= {(run.start(), run.end()) for run in self.runs.finditer(plain)}
        spots: list[Spot] = []
        for start, end in sorted(found)[:_MOST_SPOTS]:
            first, last = places[start], places[end - 1] + 1
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


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded, and of each of its characters which of the text's it came from."""
    if text.isascii():
        return text.casefold(), range(len(text))
    parts = [_fold(char) for char in text]
    if all(len(part) == 1 for part in parts):
        return "".join(parts), range(len(text))
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), places


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    return folded(char)
