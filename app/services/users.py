"""Users: who logs in, with which roles; made, changed, shut out and let in again by an owner.

What a user may stands in the rows of the office; with what the user opens it, in the key slots.
The row is written first: a user without a slot cannot log in, and that is seen in the list.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.domain.admin.recovery import new_code
from app.domain.admin.users import (
    NAME_STAYS,
    OWNER_ROLE,
    User,
    UserForm,
    password_problems,
    problems,
    tidied,
)
from app.domain.employees.employee import KIND as PERSON
from app.domain.employees.row import EmployeeRow
from app.domain.shared.ids import UserId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Refusal
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.issuing import require_right
from app.services.office import Desk, Errand
from app.services.permissions import Permission, errand, query
from app.services.roles import JOINED, Roles
from app.services.user_keys import Grants, UserKeys
from app.storage.slots import Grant

MOST_PEOPLE = 20


class LastOwner(Refusal):
    """Without this user nobody could make users any more."""

    code = "users.last-owner"


class NotAUser(Refusal):
    """Who asks came in without being a user of this office."""

    code = "users.not-a-user"


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user as a list shows it."""

    user: User
    employee: str


@query(Permission.USERS_READ)
def rows(desk: Desk) -> tuple[UserRow, ...]:
    """Return every user, those who left too, by name."""
    found = sorted(desk.store.users.all(), key=lambda one: (not one.is_active, one.name.casefold()))
    ids = [one.employee_id for one in found if one.employee_id is not None]
    named = {int(one.id): one.name for one in desk.store.employee_lists.rows(ids, desk.today)}
    return tuple(UserRow(one, named.get(int(one.employee_id or 0), "")) for one in found)


@query(Permission.USERS_READ)
def get(desk: Desk, user_id: UserId) -> User:
    """Return a user; raises NotFound."""
    return desk.store.users.get(user_id)


@query(Permission.USERS_CHANGE)
def people(desk: Desk, words: str, most: int = MOST_PEOPLE) -> tuple[EmployeeRow, ...]:
    """Return people who are found by the words: whom a user may be."""
    hits = desk.store.search.find(words, most, {PERSON}) if words.strip() else []
    return desk.store.employee_lists.rows([hit.entity_id for hit in hits], desk.today)


@query(Permission.USERS_CHANGE)
def person(desk: Desk, user_id: UserId) -> EmployeeRow | None:
    """Return the person that a user is, or none."""
    found = desk.store.users.get(user_id).employee_id
    rows = desk.store.employee_lists.rows([found] if found is not None else [], desk.today)
    return next(iter(rows), None)


@query(Permission.COMPANY_READ)
def me(desk: Desk) -> User:
    """Return who asks, as a user with the roles and limits of now; raises NotAUser."""
    found = desk.store.users.head(desk.who.name)
    if found is None:
        raise NotAUser(name=desk.who.name)
    roles = tuple(desk.who.role.name.split(JOINED))
    return replace(found, roles=roles, limits=desk.who.limits)


@query(Permission.USERS_READ)
def check(desk: Desk, form: UserForm, user_id: UserId | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with a user as a form has it; of one that is there, the name stays."""
    everybody = desk.store.users.all()
    others = [one for one in everybody if one.id != user_id]
    known = (Roles(desk).known, [one.value for one in Permission])
    found = problems(tidied(form), others, known)
    mine = next((one for one in everybody if one.id == user_id), None)
    if mine is not None and tidied(form).name != mine.name:
        return (NAME_STAYS.at("name"), *found)
    return found


@errand(Permission.USERS_CHANGE)
def make(errand: Errand, form: UserForm, password: str) -> User:
    """Make a user who logs in with a password; raises Invalid, NoUsersYet, KeysLacking."""
    keys = UserKeys(errand.office)
    if wrong := password_problems(password, tidied(form).name):
        require_right((*errand.ask(check, form), *wrong))
    user, grant = errand.do(_make, form)
    keys.book.put(user.name, password, grant)
    return user


@errand(Permission.USERS_CHANGE)
def change(errand: Errand, user_id: UserId, version: int, form: UserForm) -> User:
    """Change a user's roles, limits and person; the keys follow. Raises Invalid, Conflict.

    The last owner stays one: LastOwner.
    """
    keys = UserKeys(errand.office)
    user, grant = errand.do(_change, user_id, version, form)
    keys.grant({user.name: grant})
    return user


@errand(Permission.USERS_CHANGE)
def shut_out(errand: Errand, user_id: UserId, version: int) -> User:
    """Let a user in no more; the name stays, because the audit says it. Raises LastOwner."""
    keys = UserKeys(errand.office)
    user = errand.do(_shut_out, user_id, version)
    keys.book.remove(user.name)
    return user


@errand(Permission.USERS_CHANGE)
def let_in(errand: Errand, user_id: UserId, version: int, password: str) -> User:
    """Give a user another password: one who forgot it, or who was shut out. Raises Invalid."""
    keys = UserKeys(errand.office)
    user, grant = errand.do(_let_in, user_id, version, password)
    keys.book.put(user.name, password, grant)
    return user


@errand(Permission.COMPANY_READ)
def change_password(errand: Errand, former: str, password: str) -> None:
    """Change the password of who asks; raises WrongLogIn for a wrong former one, Invalid."""
    keys = UserKeys(errand.office)
    name = errand.office.who.name
    require_right(password_problems(password, name))
    keys.book.prove(name, former)
    errand.do(_note_password)
    keys.book.change(name, former, password)


@errand(Permission.USERS_CHANGE)
def renew_code(errand: Errand) -> str:
    """Return a new recovery code in place of the former one, to be printed; KeysLacking."""
    keys, code = UserKeys(errand.office), new_code()
    errand.do(_note_code)
    keys.book.recover_by(code)
    return code


@query(Permission.USERS_CHANGE)
def code_page(desk: Desk, code: str, language: str) -> bytes:
    """Return the page with a recovery code as a PDF, in a language."""
    from app.documents.accounting import Imprint  # noqa: PLC0415  when it is printed
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab
    from app.documents.recovery import describe  # noqa: PLC0415  when it is printed

    company = desk.store.company.get()
    formats = formats_in(language, company.country)
    return render(describe(code, Imprint(company, say_in(language), formats, desk.today)))


def _make(desk: Desk, form: UserForm) -> tuple[User, Grant]:
    require_right(check(desk, form))
    tidy = tidied(form)
    user = User(
        UserId(new_id()), tidy.name, tidy.full_name, tidy.roles, tidy.employee_id, tidy.limits
    )
    user = replace(user, version=1)
    _require_person(desk, user)
    grant = Grants(desk).of(user, Roles(desk).union(user.roles))
    desk.store.users.add(user)
    desk.note("users.make", user.name, desk.store.changes)
    return user, grant


def _change(desk: Desk, user_id: UserId, version: int, form: UserForm) -> tuple[User, Grant]:
    before = desk.store.users.current(user_id, version)
    require_right(check(desk, form, user_id))
    tidy = tidied(form)
    after = replace(
        before,
        full_name=tidy.full_name,
        roles=tidy.roles,
        employee_id=tidy.employee_id,
        limits=tidy.limits,
        version=before.version + 1,
    )
    _require_person(desk, after)
    if OWNER_ROLE not in after.roles:
        _require_other_owner(desk, before)
    grant = Grants(desk).of(after, Roles(desk).union(after.roles))
    desk.store.users.save(before, after)
    desk.note("users.change", after.name, desk.store.changes)
    return after, grant


def _shut_out(desk: Desk, user_id: UserId, version: int) -> User:
    before = desk.store.users.current(user_id, version)
    _require_other_owner(desk, before)
    after = replace(before, is_active=False, version=before.version + 1)
    desk.store.users.save(before, after)
    desk.note("users.shut_out", after.name, desk.store.changes)
    return after


def _let_in(desk: Desk, user_id: UserId, version: int, password: str) -> tuple[User, Grant]:
    before = desk.store.users.current(user_id, version)
    require_right(password_problems(password, before.name))
    after = replace(before, is_active=True, version=before.version + 1)
    grant = Grants(desk).of(after, Roles(desk).union(after.roles))
    desk.store.users.save(before, after)
    desk.note("users.let_in", after.name, desk.store.changes)
    return after, grant


def _note_code(desk: Desk) -> None:
    desk.note("users.renew_code", desk.who.name, desk.store.changes)


def _note_password(desk: Desk) -> None:
    desk.note("users.change_password", desk.who.name, desk.store.changes)


def _require_person(desk: Desk, user: User) -> None:
    """Raise NotFound where the person that a user is to be is not there."""
    if user.employee_id is not None:
        desk.store.employees.get(user.employee_id)


def _require_other_owner(desk: Desk, user: User) -> None:
    """Raise LastOwner unless somebody else who may log in is an owner, or this user is none."""
    owners = _owners(desk.store.users.all())
    if owners and owners <= {user.id}:
        raise LastOwner(name=user.name)


def _owners(users: Collection[User]) -> set[UserId]:
    return {one.id for one in users if one.is_active and OWNER_ROLE in one.roles}
