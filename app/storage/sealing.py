"""Sealing: what a command changed and was asked, as the audit keeps it of contacts and people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.domain.admin.erasure import Owner, holds_text, owners_of
from app.domain.shared.codec import plain
from app.domain.shared.ids import EmployeeId
from app.storage.contact_seals import ContactSeals
from app.storage.deeds import Change, Changes, Deed
from app.storage.wall import Wall

SEALED = "sealed"
LEFT_OUT = {"left-out": True}
"""What stands for the words of a refused command: nothing says whose they were."""

PERSONAL = (
    *("contacts", "contact_intake", "notes", "follow_ups", "employees", "applicants"),
    *("own_changes", "invoices", "quotes", "orders", "letters_in", "letters_out", "mails"),
    *("mail_forms", "billables", "plans", "deliveries", "payments", "letter_forms", "leave"),
)
"""The services whose commands are given words about persons."""


MOST_OWNERS = 3
"""What a command says of more records than these is about none of them alone."""


class Sealer:
    """Seals what is about one contact or one employee, each with a key of its own."""

    def __init__(self, seals: ContactSeals, wall: Wall) -> None:
        self._seals = seals
        self._wall = wall

    def changes(self, changes: Changes) -> list[Any]:
        """Return what was changed as the audit keeps it."""
        return [
            plain(self._change(owner, one))
            for owner, one in zip(_owners(changes), changes.noted, strict=True)
        ]

    def arguments(self, deed: Deed, changes: Changes) -> Any:
        """Return what was asked as the audit keeps it: words about persons sealed or left out.

        Words about several open only while the keys of all of them are there.
        """
        if deed.refused:
            is_personal = deed.command.partition(".")[0] in PERSONAL
            return _each(deed.arguments, lambda _: LEFT_OUT) if is_personal else deed.arguments
        owners = tuple(dict.fromkeys(one for one in _owners(changes) if one is not None))
        if len(owners) > MOST_OWNERS:
            return deed.arguments
        return _each(deed.arguments, lambda one: self._told(owners, deed.command, one))

    def opened(self, change: Change) -> Change:
        """Return a change of a contact as it was; what the wall sealed stays sealed."""
        before, after = (self._side(change.record, one) for one in (change.before, change.after))
        return Change(change.record, before, after)

    def asked(self, command: str, arguments: Any) -> Any:
        """Return the arguments of a command as they were asked, as far as contacts' keys go."""
        match arguments:
            case [list() as given, dict() as named]:
                told = {name: self._side(command, one) for name, one in named.items()}
                return [[self._side(command, one) for one in given], told]
            case _:
                return self._side(command, arguments)

    def _change(self, owner: Owner | None, one: Change) -> Change:
        if owner is None or any(map(_is_sealed, (one.before, one.after))):
            return one
        before, after = (self._sealed(owner, one.record, side) for side in (one.before, one.after))
        return Change(one.record, before, after)

    def _sealed(self, owner: Owner, record: str, side: Any) -> Any:
        if side is None:
            return None
        if owner.part is None:
            return {SEALED: self._wall.seal(EmployeeId(owner.id), f"audit|{record}", side)}
        return {SEALED: self._seals.seal(owner, record, side)}

    def _told(self, owners: Iterable[Owner], command: str, argument: Any) -> Any:
        for owner in owners:
            argument = self._sealed(owner, command, argument)
        return argument

    def _side(self, record: str, side: Any) -> Any:
        while _is_sealed(side):
            found = self._seals.opened(record, side[SEALED])
            if found == side:
                break
            side = found
        return side


def _owners(changes: Changes) -> tuple[Owner | None, ...]:
    return owners_of((one.record, one.before, one.after) for one in changes.noted)


def _is_sealed(side: Any) -> bool:
    return isinstance(side, dict) and set(side) == {SEALED}


def _each(arguments: Any, hide: Callable[[Any], Any]) -> Any:
    """Return arguments with each of them that holds words hidden."""
    match arguments:
        case [list() as given, dict() as named]:
            named = {name: hide(one) if holds_text(one) else one for name, one in named.items()}
            return [[hide(one) if holds_text(one) else one for one in given], named]
        case _:
            return hide(arguments) if holds_text(arguments) else arguments
