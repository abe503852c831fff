"""Suggesting: what the documents filed so far say of one that is not, and why.

Every filed document counts once for each of its features and for what it was filed as. A new one
is weighed for each answer: how much more often its features stand in documents of that answer
than in all others (naive Bayes, one answer against the rest). Nothing is known but these counts,
so every suggestion can say which of them spoke for it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.archive import features as kinds
from app.domain.archive.document import Document
from app.domain.archive.features import Features
from app.domain.archive.readers import Readers

TYPE, CORRESPONDENT, TAG, BINDER, FIELD = "type", "correspondent", "tag", "binder", "field:"
EVERY = "*"
"""The family under which a feature is counted whatever its document was filed as."""

SURE, WORTH_SHOWING = 80, 40
"""Of 100: what one key accepts, and what is shown at all."""

MOST_SHOWN, MOST_WEIGHED = 3, 40
_MOST_SURE = 98
_WITHOUT_MARK, _ONLY_WORDS, _NAMESAKE = 35, 70, 75
_SMOOTH, _LEAST, _MOST = 0.6, -2.5, 4.5
_TELLING, _SPEAKING, _CLEAR = 2.5, 0.7, 50.0
"""From which weight a name tells its sender, from which a feature is named, and where odds end."""
_WEIGHTS = {
    kinds.MARK: 0.2,
    kinds.NAME: 0.2,
    kinds.WORD: 0.35,
    kinds.TITLE: 0.8,
    kinds.MEDIA: 0.4,
    kinds.AMOUNT: 0.9,
    kinds.SIZE: 0.3,
    kinds.SENDER: 1.0,
    kinds.PAPER: 1.0,
    kinds.BEARS: 0.5,
}
_OF_SENDERS = {**_WEIGHTS, kinds.MARK: 1.0, kinds.NAME: 0.8, kinds.PAPER: 0.2, kinds.BEARS: 0.1}
"""How much the weight of a feature counts: words repeat each other, a mark stands for itself."""


@dataclass(frozen=True, slots=True)
class Target:
    """One answer: of which family (``type``, ``tag``, ``field:site``), and which value."""

    family: str
    value: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one filed document taught: its features and what it was filed as.

    What a document taught is told only to the readers of its type.
    ``drawer`` is where it lies: only the newest lessons of a drawer are remembered.
    """

    document_id: int
    readers: Readers
    drawer: str
    features: tuple[str, ...]
    targets: tuple[Target, ...]


def lesson_of(
    document: Document, found: Features, choices: Iterable[str], readers: Readers
) -> Lesson:
    """Return what a filed document teaches; ``choices`` are the fields that have choices."""
    sender = document.correspondent_id
    own = (kinds.sender_feature(sender),) if sender is not None else ()
    drawer = f"c{sender}" if sender is not None else f"t{document.type_id or 0}"
    targets = tuple(_targets(document, frozenset(choices)))
    return Lesson(document.id, readers, drawer, (*found.all, *own), targets)


def _targets(document: Document, choices: frozenset[str]) -> Iterator[Target]:
    if document.type_id is not None:
        yield Target(TYPE, str(document.type_id))
    if document.correspondent_id is not None:
        yield Target(CORRESPONDENT, str(document.correspondent_id))
    yield from (Target(TAG, str(tag)) for tag in document.tags)
    if document.binder:
        yield Target(BINDER, document.binder)
    for code, value in document.fields.items():
        if code in choices:
            yield Target(f"{FIELD}{code}", value)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often features and answers were filed, alone and together; ``total`` documents."""

    total: int = 0
    features: Mapping[str, int] = field(default_factory=dict)
    targets: Mapping[Target, int] = field(default_factory=dict)
    together: Mapping[Target, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Because:
    """Why something is suggested: a code and the facts of its sentence."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Likely:
    """An answer, how sure it is (of 100) and why."""

    target: Target
    sureness: int
    because: tuple[Because, ...]


def likely(found: Features, counts: Counts) -> tuple[Likely, ...]:
    """Return the answers that are worth showing, the surest first."""
    nearest = sorted(counts.together, key=lambda one: -len(counts.together[one]))[:MOST_WEIGHED]
    weighed = [_Weighed(target, found, counts) for target in nearest]
    strengths = {one.target: one.strength for one in weighed}
    together: dict[str, float] = {}
    for target, strength in strengths.items():
        together[target.family] = together.get(target.family, 0.0) + strength
    shown = []
    for one in weighed:
        mine, family = strengths[one.target], one.target.family
        rivals = 0.0 if family == TAG else max(0.0, together[family] - mine)
        sureness = min(_MOST_SURE, int(100 * one.belief(rivals)))
        if sureness >= WORTH_SHOWING:
            shown.append(Likely(one.target, sureness, tuple(one.because())))
    return tuple(sorted(shown, key=lambda one: -one.sureness))


_BY_MARKS = ((kinds.MARK, "mark"), (kinds.NAME, "name"), (kinds.TITLE, "title"))
_BY_SENDER = (
    (kinds.SENDER, "sender"),
    (kinds.PAPER, "paper"),
    (kinds.AMOUNT, "amount"),
    (kinds.TITLE, "title"),
)


class _Weighed:
    """One answer, with the weight of every feature that it shares with the document."""

    def __init__(self, target: Target, found: Features, counts: Counts) -> None:
        self.target = target
        self._found = found
        self._counts = counts
        self._mine = counts.together[target]
        self._size = max(counts.targets.get(target, 0), *self._mine.values(), 1)
        self.weights = {one: self._weight(one) for one in found.all if one in counts.features}
        self.odds = self._odds()

    def _odds(self) -> float:
        """Return the logarithm of the odds for this answer."""
        others = max(self._counts.total - self._size, 0)
        prior = math.log((self._size + 0.5) / (others + 0.5))
        factors = _OF_SENDERS if self._is_sender else _WEIGHTS
        spoken = sum(weight * factors[one[:2]] for one, weight in self.weights.items())
        return max(-4.0, min(1.0, prior)) + spoken

    @property
    def strength(self) -> float:
        """The odds for this answer."""
        return math.exp(min(self.odds, _CLEAR))

    def belief(self, rivals: float) -> float:
        """Return how likely the answer is beside ``rivals``: where only one can be right, theirs.

        Few lessons, or no mark of a sender, make it less likely.
        """
        strength = self.strength
        share = strength / (1.0 + strength + rivals)
        has_mark = any(one in self._mine for one in self._found.of(kinds.MARK))
        few = 0.1 if has_mark and self.target.family == CORRESPONDENT else 0.6
        share *= self._size / (self._size + few)
        return min(share, self._limit(has_mark=has_mark)) if self._is_sender else share

    @property
    def _is_sender(self) -> bool:
        return self.target.family == CORRESPONDENT

    def _limit(self, *, has_mark: bool) -> float:
        """Return how sure a sender can be: by a mark as sure as can be, by words alone never."""
        has_name = any(
            self.weights.get(one, 0) > _TELLING and self._mine[one] * 2 >= self._size
            for one in self._shared(kinds.NAME)
        )
        if has_mark:
            return 1.0
        has_others = bool(self._found.of(kinds.MARK))
        if has_name:
            return _NAMESAKE / 100 if has_others else 1.0
        return (_WITHOUT_MARK if has_others else _ONLY_WORDS) / 100

    def _shared(self, kind: str) -> tuple[str, ...]:
        return tuple(one for one in self._found.of(kind) if one in self._mine)

    def _weight(self, one: str) -> float:
        """Return how much a feature speaks for this answer, and against all others."""
        counts, mine = self._counts, self._mine.get(one, 0)
        everywhere = max(counts.features[one], mine)
        usual = (everywhere + 0.5) / (max(counts.total, everywhere) + 1)
        inside = (mine + _SMOOTH * usual) / (self._size + _SMOOTH)
        others = max(counts.total - self._size, 0)
        outside = (everywhere - mine + _SMOOTH * usual) / (others + _SMOOTH)
        return max(_LEAST, min(_MOST, math.log(inside / outside)))

    def because(self) -> Iterator[Because]:
        """Yield what spoke for the answer, the strongest first: sender, marks, words, the rest."""
        for kind, code in _BY_MARKS if self._is_sender else _BY_SENDER:
            if strongest := self._strongest(kind)[:1]:
                (one,) = strongest
                text = self._found.shown.get(one, "")
                yield Because(code, {"count": str(self._mine[one]), "text": text})
        if words := self._strongest(kinds.WORD)[:MOST_SHOWN]:
            shown = ", ".join(f"“{self._found.shown[one]}”" for one in words)
            yield Because("words", {"words": shown, "count": str(self._size)})

    def _strongest(self, kind: str) -> list[str]:
        mine = [one for one in self._shared(kind) if self.weights.get(one, 0) > _SPEAKING]
        return sorted(mine, key=lambda one: -self.weights[one])
