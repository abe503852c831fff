"""PINs: with one a person shows who asks for his or her own data, at a PC that others use too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from itertools import pairwise

from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal

SHORTEST, LONGEST = 4, 12
FREE_TRIES = 5
"""After so many wrong tries in a row one waits before the next."""
MOST_TRIES = 20
"""After so many in a row a PIN opens nothing, whatever the clock says, until another is given."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(days=1)

WRONG_LENGTH = Rule("pins.wrong-length", "least", "most")
NOT_DIGITS = Rule("pins.not-digits")
TOO_PLAIN = Rule("pins.too-plain")
SAME_AGAIN = Rule("pins.same-again")


class NoPin(Refusal):
    """The person has no PIN, or works here no more."""

    code = "pins.none"


class MustWait(Refusal):
    """The PIN was wrong too often: it is not looked at before a moment."""

    code = "pins.must-wait"


class Spent(Refusal):
    """The PIN was wrong so often that it opens nothing any more."""

    code = "pins.spent"


@dataclass(frozen=True, slots=True)
class Pin:
    """The PIN of a person, as its hash alone, and what was tried in vain.

    Of one that ``is_given`` by the personnel office the person makes an own one first of all.
    """

    hashed: str = field(repr=False)
    is_given: bool
    wrong: int = 0
    tried_at: datetime | None = None

    @property
    def is_spent(self) -> bool:
        """Say whether it was wrong so often that only another PIN opens."""
        return self.wrong >= MOST_TRIES

    @property
    def waits_until(self) -> datetime | None:
        """The moment before which no PIN is looked at; each wrong one doubles the wait."""
        if self.tried_at is None or self.wrong < FREE_TRIES:
            return None
        doublings = min(self.wrong - FREE_TRIES, 20)
        return self.tried_at + min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)

    def require_open(self, now: datetime) -> None:
        """Raise Spent, or MustWait before the moment from which a PIN is looked at again."""
        if self.is_spent:
            raise Spent
        until = self.waits_until
        if until is not None and now < until:
            raise MustWait(until=until)

    def missed(self, now: datetime) -> Pin:
        """Return the PIN after a wrong try."""
        return replace(self, wrong=self.wrong + 1, tried_at=now)

    def met(self) -> Pin:
        """Return the PIN after the right one: nothing was tried in vain."""
        return replace(self, wrong=0, tried_at=None)


class Answer(Enum):
    """What became of a PIN that was typed."""

    IN = "in"
    WRONG = "wrong"
    WAIT = "wait"
    SPENT = "spent"


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a PIN that was typed; ``left`` tries are free before one ``until`` waits."""

    answer: Answer
    left: int = 0
    until: datetime | None = None


def check_pin(pin: str, former: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with a new PIN; no problem tells it."""
    return tuple(_faults(pin, former))


def _faults(pin: str, former: str) -> Iterator[Problem]:
    if not (pin.isascii() and pin.isdigit()):
        yield NOT_DIGITS.at("pin")
    elif not SHORTEST <= len(pin) <= LONGEST:
        yield WRONG_LENGTH.at("pin", least=SHORTEST, most=LONGEST)
    elif _is_plain(pin):
        yield TOO_PLAIN.at("pin")
    elif pin == former:
        yield SAME_AGAIN.at("pin")


def _is_plain(pin: str) -> bool:
    """Say whether a PIN is among the first that a stranger tries: 1111, 1234, 9876, 1212."""
    steps = {(int(after) - int(one)) % 10 for one, after in pairwise(pin)}
    half = len(pin) // 2
    return steps <= {0} or steps in ({1}, {9}) or pin[:half] * 2 == pin
