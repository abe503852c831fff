"""Letters that come in: how they are written down, and the only moves between their states.

received → registered (a number) → assigned (again and again) → answered or no reply needed →
filed. A number is taken once and never changed; nothing is renumbered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from app.domain.correspondence.letter import INCOMING, Incoming, IncomingContent, IncomingState
from app.domain.shared.lines import one_line, some_lines
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import IllegalTransition, Refusal

MOST_DAYS = 3650
OPEN = frozenset({IncomingState.RECEIVED, IncomingState.REGISTERED, IncomingState.ASSIGNED})
"""The states in which a letter still waits for something."""

WITHOUT_SENDER = Rule("letters.without-sender")
WITHOUT_SUBJECT = Rule("letters.without-subject")
WITHOUT_REASON = Rule("letters.without-reason")
RECEIVED_AHEAD = Rule("letters.received-ahead", "day", "today")
WRITTEN_LATER = Rule("letters.written-after-receipt", "day", is_warning=True)
DAYS_OUT_OF_RANGE = Rule("letters.reply-days-out-of-range", "days", "most")
DUE_BEFORE_RECEIPT = Rule("letters.reply-before-receipt", "day")


class FiledLetter(Refusal):
    """The letter is filed: only where its paper is and our note may still be changed."""

    code = "letters.filed"


@dataclass(frozen=True, slots=True)
class IncomingForm(IncomingContent):
    """What a clerk writes of a letter that came in.

    ``reply_days`` counts from the receipt and decides ``reply_by``; without them a ``reply_by``
    that the letter itself names stays as it is. ``about`` names records (``invoice:123``) that its
    exchange is said to be about besides those that it is about already.
    """

    received_on: date
    about: tuple[str, ...] = ()

    def onto(self, letter: Incoming) -> Incoming:
        """Return the letter with what is written here; its state and number stay."""
        return replace(letter, **_contents(self))


def form_of(letter: Incoming) -> IncomingForm:
    """Return what a clerk may change of a letter."""
    return IncomingForm(**{name: getattr(letter, name) for name in _NAMES})


def tidied(form: IncomingForm) -> IncomingForm:
    """Return a form as it is kept: every text on its lines, without signs nobody can see."""
    return replace(
        form,
        sender=one_line(form.sender),
        subject=one_line(form.subject),
        their_reference=one_line(form.their_reference),
        responsible=one_line(form.responsible),
        place=one_line(form.place),
        note=some_lines(form.note),
    )


def check(form: IncomingForm, today: date) -> tuple[Problem, ...]:
    """Return every problem of a letter before it is registered."""
    return (*_check_parts(form), *check_days(form, today))


def _check_parts(form: IncomingForm) -> Iterator[Problem]:
    if not form.sender:
        yield WITHOUT_SENDER.at("sender")
    if not form.subject:
        yield WITHOUT_SUBJECT.at("subject")


def check_days(form: IncomingForm, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the days of a letter, which has to be right from the first."""
    if form.received_on > today:
        yield RECEIVED_AHEAD.at("received_on", day=form.received_on, today=today)
    if form.written_on and form.written_on > form.received_on:
        yield WRITTEN_LATER.at("written_on", day=form.written_on)
    if form.reply_days is not None and not 0 <= form.reply_days <= MOST_DAYS:
        yield DAYS_OUT_OF_RANGE.at("reply_days", days=form.reply_days, most=MOST_DAYS)
    elif form.reply_by and form.reply_by < form.received_on:
        yield DUE_BEFORE_RECEIPT.at("reply_by", day=form.reply_by)


def registered(letter: Incoming, number: str) -> Incoming:
    """Return the letter with its number; raises IllegalTransition for one that has its own."""
    return _moved(letter, IncomingState.REGISTERED, IncomingState.RECEIVED, number=number)


def assigned(letter: Incoming, who: str) -> Incoming:
    """Return the letter in somebody's hands, from whomever it was before."""
    states = (IncomingState.REGISTERED, IncomingState.ASSIGNED)
    return _moved(letter, IncomingState.ASSIGNED, *states, responsible=one_line(who))


def answered(letter: Incoming) -> Incoming:
    """Return the letter whose answer was issued."""
    return _moved(letter, IncomingState.ANSWERED, IncomingState.ASSIGNED)


def reply_not_needed(letter: Incoming, reason: str) -> Incoming:
    """Return the letter that needs no answer, with the reason."""
    wanted = IncomingState.NO_REPLY_NEEDED
    return _moved(letter, wanted, IncomingState.ASSIGNED, reason=one_line(reason))


def filed(letter: Incoming) -> Incoming:
    """Return the letter that is done with and put away."""
    states = (IncomingState.ANSWERED, IncomingState.NO_REPLY_NEEDED)
    return _moved(letter, IncomingState.FILED, *states)


def unanswered(letter: Incoming) -> Incoming:
    """Return the letter as it was before its answer, which was voided and never left the house."""
    return _moved(letter, IncomingState.ASSIGNED, IncomingState.ANSWERED)


def require_received(letter: Incoming) -> None:
    """Raise IllegalTransition for a letter that has its number already."""
    _moved(letter, IncomingState.REGISTERED, IncomingState.RECEIVED)


def require_changeable(letter: Incoming, form: IncomingForm) -> None:
    """Raise FiledLetter when a change says of a filed letter more than where its paper is."""
    kept = replace(form_of(letter), place=form.place, note=form.note, about=form.about)
    if letter.state is IncomingState.FILED and form != kept:
        raise FiledLetter(number=letter.number)


def _moved(
    letter: Incoming, wanted: IncomingState, *states: IncomingState, **parts: str
) -> Incoming:
    if letter.state not in states:
        raise IllegalTransition(
            record=INCOMING, number=letter.number, state=letter.state.value, wanted=wanted.value
        )
    return replace(letter, state=wanted, **parts)  # type: ignore[arg-type]  # only texts are given


def _contents(form: IncomingForm) -> dict[str, Any]:
    return {name: getattr(form, name) for name in _NAMES}


_NAMES = tuple(field.name for field in fields(IncomingForm) if field.name != "about")
