"""Second looks: what needs another person, when it does, and how a request for it is decided."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from app.domain.admin.users import Approval, Decision, SecondPair
from app.domain.shared.codec import plain
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal

LEAST_WITHOUT_AMOUNT = Rule("approvals.least-without-amount")
LEAST_BELOW_NOTHING = Rule("approvals.least-below-nothing")
RULES_RECORD = "second_pair"
NO_REASON = Rule("approvals.without-reason")
BESIDE = "\n"
"""Between what was asked for, which is one line of JSON, and the bytes that wait with it."""


class NotWaiting(Refusal):
    """The request was decided or withdrawn before."""

    code = "approvals.decided"


class OwnAsking(Refusal):
    """Who asked is never the second pair of eyes."""

    code = "approvals.own"


class NotYourAsking(Refusal):
    """Only who asked takes a request back."""

    code = "approvals.not-yours"


class MovedOn(Refusal):
    """What was asked for is not what would be done now: the record changed since."""

    code = "approvals.moved-on"


@dataclass(frozen=True, slots=True)
class PairRule:
    """What a second pair is asked for; of amounts from ``least`` on, or only above a limit."""

    what: SecondPair
    least: Money | None = None


Rules: TypeAlias = tuple[PairRule, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One detail as it was and as it is to be."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Need:
    """A reason why a command needs a second pair of eyes.

    ``seen`` is what stands there while it is asked, so that nobody approves something else.
    Differences of a ``person`` are private. ``is_above`` says that the asker may not decide so much
    alone.
    """

    what: SecondPair
    record: str
    name: str = ""
    seen: str = ""
    amount: Money | None = None
    differences: tuple[Difference, ...] = ()
    person: EmployeeId | None = None
    is_above: bool = False


@dataclass(frozen=True, slots=True)
class AskedFile:
    """A file that waits with a request: at which place of the arguments, and how it is known.

    Some are given as their bytes, others by where they lie; the bytes of both are kept.
    """

    at: tuple[str, ...]
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What waits: the arguments as a script gives them, and what the second pair looks at.

    The bytes of ``files`` stand beside it, in this order.
    """

    arguments: Mapping[str, object]
    name: str
    proofs: tuple[str, ...]
    amount: Money | None = None
    differences: tuple[Difference, ...] = ()
    files: tuple[AskedFile, ...] = ()


def with_files(asked: str, files: str) -> str:
    """Return what a request holds with the sealed bytes of its files, if it has any."""
    return f"{asked}{BESIDE}{files}" if files else asked


def parts_of(arguments: str) -> tuple[str, str]:
    """Return what was asked for, and the sealed bytes of the files that wait with it."""
    asked, _, files = arguments.partition(BESIDE)
    return asked, files


def is_asked(rules: Iterable[PairRule], need: Need) -> bool:
    """Say whether the rules ask a second pair for this; in another currency from nothing on.

    The rules themselves are watched over as long as there are any.
    """
    known = tuple(rules)
    rule = next((one for one in known if one.what is need.what), None)
    if rule is None or need.what is not SecondPair.AMOUNT:
        is_of_rules = need.record == RULES_RECORD and bool(known)
        return rule is not None or is_of_rules
    if need.is_above or rule.least is None or need.amount is None:
        return need.is_above
    is_other = need.amount.currency != rule.least.currency
    return is_other or abs(need.amount.minor) >= rule.least.minor


def proof_of(need: Need) -> str:
    """Return the fingerprint of what a second pair looks at, whoever asks for it."""
    shown = [need.what.value, need.record, need.seen, plain(need.amount), plain(need.differences)]
    return hashed(shown)


def hashed(shown: object) -> str:
    """Return the fingerprint of plain data."""
    text = json.dumps(shown, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def require_same(rules: Iterable[PairRule], asked: Asked, needs: Iterable[Need]) -> None:
    """Raise MovedOn unless what would be done is what was asked for, and nothing beside it."""
    found, known = tuple(needs), tuple(rules)
    there = {proof_of(one) for one in found}
    wanted = {proof_of(one) for one in found if is_asked(known, one)}
    if not set(asked.proofs) <= there or not wanted <= set(asked.proofs):
        raise MovedOn(name=asked.name)


def rule_problems(rules: Iterable[PairRule]) -> tuple[Problem, ...]:
    """Return what is wrong with rules: only that of amounts has one, and it is above nothing."""
    amounts = [(one, f"least.{one.what.value}") for one in rules if one.least is not None]
    found = [
        LEAST_WITHOUT_AMOUNT.at(field)
        for one, field in amounts
        if one.what is not SecondPair.AMOUNT
    ]
    below = (f for one, f in amounts if one.least is not None and one.least.minor < 0)
    return (*found, *(LEAST_BELOW_NOTHING.at(field) for field in below))


def require_decidable(one: Approval, who: str) -> None:
    """Raise NotWaiting where it was decided, OwnAsking for who asked."""
    if one.decision is not Decision.WAITING:
        raise NotWaiting(by=one.decided_by or one.asked_by)
    if one.asked_by.casefold() == who.casefold():
        raise OwnAsking(name=who)


def decided(one: Approval, decision: Decision, who: str, at: datetime, note: str = "") -> Approval:
    """Return a request as somebody else decided it; raises NotWaiting, OwnAsking."""
    require_decidable(one, who)
    return _ended(one, decision, who, at, note)


def replaced(one: Approval, by: Approval) -> Approval:
    """Return a request that gives way to another one for the same."""
    return _ended(one, Decision.WITHDRAWN, by.asked_by, by.asked_at, "")


def withdrawn(one: Approval, who: str, at: datetime) -> Approval:
    """Return a request that who asked takes back; raises NotWaiting, NotYourAsking."""
    if one.decision is not Decision.WAITING:
        raise NotWaiting(by=one.decided_by or one.asked_by)
    if one.asked_by.casefold() != who.casefold():
        raise NotYourAsking(name=one.asked_by)
    return _ended(one, Decision.WITHDRAWN, who, at, "")


def _ended(one: Approval, decision: Decision, who: str, at: datetime, note: str) -> Approval:
    """Return a request that waits no more; the bytes that waited with it are dropped."""
    return replace(
        one,
        arguments=parts_of(one.arguments)[0],
        decision=decision,
        decided_by=who,
        decided_at=at,
        note=" ".join(note.split()),
        version=one.version + 1,
    )
