"""Founding: the first user of an office, its recovery code, and what that code is for.

Before, an office is its one owner's, with or without a password. From then on everybody logs in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.admin.recovery import new_code, tidy_code
from app.domain.admin.users import OWNER_ROLE, User, UserForm, password_problems, problems, tidied
from app.domain.shared.ids import UserId, new_id
from app.domain.shared.refusals import Refusal
from app.outside.clock import Clock
from app.services import desk_files, logging_in
from app.services.issuing import require_right
from app.services.logging_in import Pass
from app.services.office import Desk, Office, no_progress
from app.services.permissions import Actor, Permission, command
from app.services.roles import Roles
from app.services.user_keys import Grants
from app.storage import keybook, offices


class NotAnOwner(Refusal):
    """The recovery code gives an owner another password, and nobody else."""

    code = "users.not-an-owner"


@dataclass(frozen=True, slots=True)
class Founder:
    """An owner: name and password, the full name, and the code that was printed already, if any."""

    name: str
    password: str
    full_name: str = ""
    code: str = ""


@command(Permission.USERS_CHANGE)
def begin(desk: Desk, name: str, full_name: str) -> User:
    """Write the first user, an owner, who gets a password with the office closed; Invalid.

    Every person's key gets the half by which those seal who will not hold it.
    """
    form = tidied(UserForm(name, full_name, (OWNER_ROLE,)))
    require_right(problems(form, (), ((OWNER_ROLE,), ())))
    desk.store.own_keys.publish()
    known = desk.store.users.named(form.name)
    user = known or User(UserId(new_id()), form.name, form.full_name, form.roles, version=0)
    kept = replace(user, roles=form.roles, is_active=True, version=user.version + 1)
    if known is None:
        desk.store.users.add(kept)
    else:
        desk.store.users.save(known, kept)
    return kept


def place_of(office: Office) -> Path | str:
    """Return where an open office lies, to be founded once it is closed."""
    return office.database.book.where


def found(path: Path | str, clock: Clock, password: str, founder: Founder) -> str:
    """Give a closed office its first user and the recovery code; its files become secret.

    ``password`` is what it opened with before. Raises Mistyped for the code, Invalid, InUse,
    HasUsers, and what an office refuses that cannot be opened.
    """
    code = tidy_code(founder.code or new_code())
    form = tidied(UserForm(founder.name, founder.full_name, (OWNER_ROLE,)))
    name = form.name
    wrong = problems(form, (), ((OWNER_ROLE,), ()))
    require_right((*wrong, *password_problems(founder.password, name)))
    office = logging_in.log_in(path, clock, Actor(name), Pass(password), "script")
    try:
        user = office.do(begin, founder.name, founder.full_name).result
    finally:
        office.close()
    offices.found(path, password, (user.name, founder.password), code)
    return code


def renew_keys(path: Path | str, clock: Clock, owner: Pass) -> None:
    """Give a closed office new keys, which reach its users and its code without their passwords.

    Who was shut out opens it no more, whatever was kept of the former keys; copies and backups made
    before stay as they are. Raises NotAllowed, WrongLogIn, InUse, and what the disk refuses.
    """
    office = logging_in.log_in(path, clock, Actor(owner.user), owner, "script")
    try:
        office.who.role.require(Permission.USERS_CHANGE, "founding.renew_keys")
        with office.database.write() as unit:
            desk = office.desk(unit, no_progress)
            roles, grants = Roles(desk), Grants(desk)
            inside = [one for one in unit.users.all() if one.is_active]
            given = {one.name: grants.of(one, roles.union(one.roles)) for one in inside}
            desk.note("founding.renew_keys", owner.user, unit.changes)
    finally:
        office.close()
    offices.renew(path, (owner.user, owner.password), given)


def recover(path: Path | str, clock: Clock, code: str, owner: Founder) -> str:
    """Give an owner another password by the recovery code, which is used up; returns the next.

    Raises Mistyped, WrongLogIn, TooManyTries, NotAnOwner, Invalid.
    """
    require_right(password_problems(owner.password, owner.name))
    printed, next_code = tidy_code(code), tidy_code(owner.code or new_code())
    path = desk_files.place_of(path)
    tries = offices.tries_of(path, ())
    tries.begin("")
    keys = keybook.recovered(offices.key_place(path).read(), printed)
    tries.succeed("")
    office = Office(offices.open_with(path, keys, wants="script"), clock, Actor(owner.name))
    try:
        with office.database.write() as unit:
            desk = office.desk(unit, no_progress)
            user = unit.users.named(owner.name)
            if user is None or not user.is_active or OWNER_ROLE not in user.roles:
                raise NotAnOwner(name=owner.name)
            grant = Grants(desk).of(user, Roles(desk).union(user.roles))
            desk.note("founding.recover", user.name, unit.changes)
        office.database.book.put(user.name, owner.password, grant)
        office.database.book.recover_by(next_code)
    finally:
        office.close()
    return next_code
