"""Second looks: a command that needs another person is not done, but waits for that person.

Whoever asks: window, script or errand. What needs one is noted at the desk while the command runs;
at its end everything is rolled back, and a request is kept in its place.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from app.domain.admin.approvals import (
    Asked,
    Need,
    PairRule,
    hashed,
    is_asked,
    parts_of,
    proof_of,
    replaced,
    with_files,
)
from app.domain.admin.users import Approval, SecondPair
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import ApprovalId, EmployeeId, new_id
from app.domain.shared.money import Money
from app.domain.shared.refusals import Refusal
from app.services.effects import name_of_record, needs_of
from app.services.guarded import GUARDED, SECRETS
from app.services.kept_arguments import kept, shown
from app.services.office import Desk, Kept
from app.services.permissions import Mark, Permission, name_of
from app.storage.deeds import Change

if TYPE_CHECKING:
    # It loads SQLAlchemy; the first list of a window does not wait.
    from app.storage.unit import Unit

Approvers: TypeAlias = Callable[[Permission], tuple[str, ...]]
"""Tells the names of those others who may do what a permission is for."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request that is about to be kept, sealed for a person where what it holds is private."""

    approval: Approval
    asked: Asked
    person: EmployeeId | None
    contents: tuple[bytes, ...] = ()


class Waits(Kept):
    """Another person has to look at it first; it was not done, and waits."""

    code = "approvals.waits"
    wrote = frozenset({"approval"})

    def __init__(self, request: Request, **facts: object) -> None:
        super().__init__(**facts)
        self._request = request

    def keep(self, unit: Unit) -> None:
        """Keep the request in place of the command; one for the same record gives way to it."""
        new = replace(self._request.approval, arguments=_lying(unit, self._request))
        for former in unit.approvals.waiting():
            if _is_again(former, new):
                unit.approvals.save(former, replaced(former, new))
        unit.approvals.add(new)


class SecondNeeded(Refusal):
    """One of many needs another person; asked for alone it waits for that person."""

    code = "approvals.needed"


class NobodyElse(Refusal):
    """A second pair of eyes is asked for, and nobody else may do it."""

    code = "approvals.nobody-else"


class CannotWait(Refusal):
    """It needs another person and cannot wait, as it holds private data of nobody's wall."""

    code = "approvals.cannot-wait"


@dataclass(frozen=True, slots=True)
class Call:
    """A service function as it was asked for."""

    function: Callable[..., Any]
    mark: Mark
    args: tuple[object, ...]
    kwargs: Mapping[str, object]

    @property
    def name(self) -> str:
        """The name that scripts use."""
        return name_of(self.function)

    @property
    def arguments(self) -> dict[str, object]:
        """The arguments by their names."""
        bound = inspect.signature(self.function).bind(None, *self.args, **self.kwargs)
        return dict(list(bound.arguments.items())[1:])

    @property
    def needs(self) -> tuple[Need, ...]:
        """For what a second pair may be asked by the name of the function alone."""
        if self.name not in GUARDED:
            return ()
        what, kind = GUARDED[self.name]
        given = self.arguments
        first = next(iter(given.values()), None)
        seen = shown(_open_arguments(self), is_command=self.mark.is_command)
        named = name_of_record(one) if isinstance(one := plain(first), dict) else ""
        record = f"{kind}:{first}" if isinstance(first, int) else kind
        return (Need(SecondPair(what), record, named, hashed(seen)),)


class SecondLooks:
    """Says at one desk what another person has to look at first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def rules(self) -> tuple[PairRule, ...]:
        """What the owner asks a second pair for; nothing of who is not a user."""
        desk = self._desk
        if desk.rules is None:
            found = desk.store.second_pairs.all()
            is_user = bool(found) and desk.store.users.is_let_in(desk.who.name)
            desk.rules = self.written if is_user else ()
        return desk.rules

    @property
    def written(self) -> tuple[PairRule, ...]:
        """The rules in the order of the list, amounts in the currency of the books."""
        found = self._desk.store.second_pairs.all()
        is_of_money = any(least is not None for least in found.values())
        currency = self._desk.store.company.get().currency if is_of_money else ""
        return tuple(
            PairRule(what, None if (least := found[what]) is None else Money(least, currency))
            for what in SecondPair
            if what in found
        )

    def opened(self, waiting: Approval) -> Asked:
        """Return what waits; raises BehindWall for who may not read what is private in it."""
        lying = json.loads(parts_of(waiting.arguments)[0])
        if "sealed" not in lying:
            return parsed_asked(lying)
        person, bound = EmployeeId(lying["person"]), f"approval|{waiting.id}"
        found: Asked = self._desk.store.wall.unseal(person, bound, lying["sealed"], Asked)
        return found

    def contents(self, waiting: Approval, asked: Asked) -> tuple[bytes, ...]:
        """Return the bytes of the files that wait; raises BehindWall, SealBroken."""
        lying, files = parts_of(waiting.arguments)
        if not files:
            return ()
        person = json.loads(lying).get("person")
        whose = None if person is None else EmployeeId(person)
        sizes = tuple(one.size for one in asked.files)
        return self._desk.store.kept_files.opened(waiting.id, files, sizes, whose)

    def look(self, need: Need) -> None:
        """Note that this needs another person, if the owner asks for it.

        Raises SecondNeeded where it is one of many, which goes on without it.
        """
        desk = self._desk
        if desk.is_approving:
            desk.needs.append(need)
        elif is_asked(self.rules, need):
            if desk.store.is_attempting:
                refuse(need)
            desk.needs.append(need)

    def watch(self, change: Change) -> None:
        """Note what becomes of a record, if a second pair is asked for it; or SecondNeeded."""
        for need in needs_of(change):
            self.look(need)

    def settle(self, call: Call, approvers: Approvers) -> None:
        """Raise Waits where a call needs another person; NobodyElse, CannotWait if none can.

        TooLarge and NoFile where its files cannot be kept until then.

        Who may approve it is looked up by the house: the asker need not know who may what.
        """
        desk = self._desk
        for need in call.needs:
            self.look(need)
        if not desk.needs or desk.is_approving:
            return
        by = approvers(call.mark.permission)
        first = desk.needs[0]
        if not by:
            raise NobodyElse(what=first.what.value)
        waiting = Approval(
            id=ApprovalId(new_id()),
            version=1,
            what=first.what,
            record=first.record,
            command=call.name,
            arguments="",
            asked_by=desk.who.name,
            asked_at=desk.now,
        )
        new = request_for(waiting, call, desk.needs)
        raise Waits(new, names=", ".join(by), what=first.what.value, record=first.record)

    def approvers(self, permission: Permission) -> tuple[str, ...]:
        """Return the names of all others who log in and may do what is asked."""
        from app.services.roles import Roles  # noqa: PLC0415  which needs what issuing needs

        desk = self._desk
        roles, asker = Roles(desk), desk.who.name.casefold()
        return tuple(
            one.name
            for one in desk.store.users.all()
            if one.is_active
            and one.name.casefold() != asker
            and permission in roles.union(one.roles).permissions
        )


def refuse(need: Need) -> NoReturn:
    """Raise SecondNeeded for a step of an errand."""
    raise SecondNeeded(what=need.what.value, name=need.name)


def request_for(waiting: Approval, call: Call, needs: list[Need]) -> Request:
    """Return what waits of a call: nothing secret, and the bytes of its files.

    Raises TooLarge, NoFile, CannotWait.
    """
    lying = kept(_open_arguments(call), is_command=call.mark.is_command)
    amounts = (one.amount for one in needs if one.amount is not None)
    asked = Asked(
        arguments=lying.arguments,
        name=next((one.name for one in needs if one.name), ""),
        proofs=tuple(sorted({proof_of(one) for one in needs})),
        amount=next(amounts, None),
        differences=tuple(each for one in needs for each in one.differences),
        files=lying.files,
    )
    return Request(waiting, asked, _person(call, needs), lying.contents)


def parsed_asked(lying: object) -> Asked:
    """Return what waits from its plain data."""
    found: Asked = parsed(Asked, lying)
    return found


def _lying(unit: Unit, new: Request) -> str:
    asked, person = plain(new.asked), new.person
    if person is not None:
        sealed = unit.wall.seal(person, f"approval|{new.approval.id}", asked)
        asked = {"person": int(person), "sealed": sealed}
    text = json.dumps(asked, ensure_ascii=False, sort_keys=True)
    if not new.contents:
        return text
    return with_files(text, unit.kept_files.sealed(new.approval.id, new.contents, person))


def _open_arguments(call: Call) -> dict[str, object]:
    """Return the arguments of a call that may be kept and shown."""
    return {name: one for name, one in call.arguments.items() if name not in SECRETS}


def _person(call: Call, needs: list[Need]) -> EmployeeId | None:
    """Return whose wall hides what waits; raises CannotWait for private data of nobody."""
    found = next((one.person for one in needs if one.person is not None), None)
    if found is None and call.mark.is_private:
        given = call.arguments.get("employee_id")
        if not isinstance(given, int):
            raise CannotWait(what=needs[0].what.value)
        return EmployeeId(given)
    return found


def _is_again(former: Approval, new: Approval) -> bool:
    same = (former.command, former.record, former.asked_by)
    return same == (new.command, new.record, new.asked_by)
