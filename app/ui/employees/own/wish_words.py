"""What a person asks to have changed, in words: the list, and each part before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.contacts.address import block
from app.domain.employees.employee import EmergencyContact
from app.domain.employees.own_changes import Asked, ChangeState, Details, OwnChange
from app.lang.texts import mark
from app.ui.employees.facts import account_text
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats

STATES: Mapping[ChangeState, str] = {
    ChangeState.ASKED: mark("Asked for"),
    ChangeState.ACCEPTED: mark("Accepted"),
    ChangeState.REFUSED: mark("Refused"),
    ChangeState.WITHDRAWN: mark("Withdrawn"),
}
TONES: Mapping[ChangeState, str] = {
    ChangeState.ASKED: "warn",
    ChangeState.ACCEPTED: "good",
    ChangeState.REFUSED: "bad",
    ChangeState.WITHDRAWN: "muted",
}
PARTS: Mapping[str, str] = {
    "address": mark("Home"),
    "phone": mark("Home phone"),
    "email": mark("Home e-mail"),
    "account": mark("Account"),
    "emergency": mark("Emergency"),
}


def parts_text(change: OwnChange) -> str:
    """Return the names of what is to be changed."""
    asked = change.asked
    return ", ".join(_(PARTS[one]) for one in asked.parts) if asked is not None else ""


def _answer(change: OwnChange) -> str:
    return change.asked.answer if change.asked is not None else ""


WISHES: tuple[Column[OwnChange], ...] = (
    Column(mark("Asked on"), lambda row: formats().instant(row.asked_at), width=150),
    Column(mark("What"), parts_text, is_roomy=True, width=200),
    Column(
        mark("Status"),
        lambda row: _(STATES[row.state]),
        width=120,
        tone=lambda row: TONES[row.state],
    ),
    Column(mark("Answer"), _answer, width=240),
)


def sides_of(asked: Asked, country: str) -> Iterator[tuple[str, str, str]]:
    """Yield each part that is to be changed: its name, as it is, and as it is to be."""
    for part in asked.parts:
        yield _(PARTS[part]), _told(asked.before, part, country), _told(asked.after, part, country)


def _told(details: Details, part: str, country: str) -> str:
    match part:
        case "address":
            return "\n".join(block(details.address, "", country)).strip()
        case "account":
            return account_text(details.account)
        case "emergency":
            return "\n".join(map(_person, details.emergency))
        case _part:
            return str(getattr(details, part))


def _person(one: EmergencyContact) -> str:
    return " · ".join(part for part in (one.name, one.relation, one.phone) if part)
