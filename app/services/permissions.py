"""Permissions: every command and query names the one it needs; what is not named is denied."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from inspect import signature
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import Refusal

if TYPE_CHECKING:
    # A user loads money and forms, which the first paint does not wait for.
    from app.domain.admin.users import Limit

P = ParamSpec("P")
R = TypeVar("R")


class Permission(Enum):
    """What somebody may be allowed to do."""

    COMPANY_READ = "company.read"
    COMPANY_CHANGE = "company.change"
    CONTACTS_READ = "contacts.read"
    CONTACTS_CHANGE = "contacts.change"
    PRODUCTS_READ = "products.read"
    PRODUCTS_CHANGE = "products.change"
    INVOICES_READ = "invoices.read"
    INVOICES_DRAFT = "invoices.draft"
    INVOICES_ISSUE = "invoices.issue"
    PAYMENTS_READ = "payments.read"
    PAYMENTS_RECORD = "payments.record"
    REMINDERS_READ = "reminders.read"
    REMINDERS_ISSUE = "reminders.issue"
    ACCOUNTING_READ = "accounting.read"
    ACCOUNTING_POST = "accounting.post"
    ORDERS_READ = "orders.read"
    ORDERS_CHANGE = "orders.change"
    ORDERS_OVERRIDE = "orders.override"
    EMPLOYEES_READ = "employees.read"
    EMPLOYEES_CHANGE = "employees.change"
    EMPLOYEES_PRIVATE = "employees.private"
    LEAVE_READ = "leave.read"
    LEAVE_REQUEST = "leave.request"
    LEAVE_APPROVE = "leave.approve"
    HOURS_READ = "hours.read"
    HOURS_ENTER = "hours.enter"
    HOURS_APPROVE = "hours.approve"
    EXPENSES_READ = "expenses.read"
    EXPENSES_CLAIM = "expenses.claim"
    EXPENSES_APPROVE = "expenses.approve"
    EXPENSES_PAY = "expenses.pay"
    PAYROLL_READ = "payroll.read"
    PAYROLL_CALCULATE = "payroll.calculate"
    PAYROLL_APPROVE = "payroll.approve"
    PAYROLL_PAY = "payroll.pay"
    SELF_OPEN = "self.open"
    SELF_USE = "self.use"
    STOCK_READ = "stock.read"
    STOCK_MOVE = "stock.move"
    STOCK_ARRANGE = "stock.arrange"
    STOCK_APPROVE = "stock.approve"
    ARCHIVE_READ = "archive.read"
    ARCHIVE_FILE = "archive.file"
    ARCHIVE_ARRANGE = "archive.arrange"
    ARCHIVE_MANAGEMENT = "archive.management"
    ARCHIVE_PERSONAL = "archive.personal"
    ARCHIVE_DISPOSE = "archive.dispose"
    LETTERS_READ = "letters.read"
    LETTERS_REGISTER = "letters.register"
    LETTERS_DRAFT = "letters.draft"
    LETTERS_APPROVE = "letters.approve"
    LETTERS_ISSUE = "letters.issue"
    LETTERS_ARRANGE = "letters.arrange"
    MAIL_READ = "mail.read"
    MAIL_SEND = "mail.send"
    MAIL_ARRANGE = "mail.arrange"
    AUDIT_READ = "audit.read"
    OFFICE_EXPORT = "office.export"
    OFFICE_IMPORT = "office.import"
    BACKUPS_MAKE = "backups.make"
    BACKUPS_ARRANGE = "backups.arrange"
    BACKUPS_RESTORE = "backups.restore"
    USERS_READ = "users.read"
    USERS_CHANGE = "users.change"
    PRIVACY_EXPORT = "privacy.export"
    PRIVACY_ERASE = "privacy.erase"


class NotAllowed(Refusal):
    """The role of this person does not hold the permission that the command needs."""

    code = "permissions.not-allowed"


@dataclass(frozen=True, slots=True)
class Role:
    """A named set of permissions."""

    name: str
    permissions: frozenset[Permission]

    def require(self, permission: Permission | None, name: str) -> None:
        """Raise NotAllowed unless the role holds the permission; no permission named is denied."""
        if permission is None or permission not in self.permissions:
            needed = permission.value if permission else ""
            raise NotAllowed(command=name, permission=needed, role=self.name)


OWNER = Role("owner", frozenset(Permission))
SELF_SERVICE = Role("self-service", frozenset({Permission.SELF_USE}))
"""Who came in with a PIN: one's own, and nothing else of the office."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a name for the audit and a role, which of a user is the union of several.

    ``employee_id`` is the person who asks for his or her own data, behind the wall too. Above a
    limit a second person decides.
    """

    name: str
    role: Role = OWNER
    employee_id: EmployeeId | None = None
    limits: tuple[Limit, ...] = ()

    @property
    def rights(self) -> frozenset[str]:
        """What the database lets who asks do: the values of the permissions, and the own data."""
        return _rights(self.role.permissions, self.employee_id)


@lru_cache(maxsize=256)
def _rights(permissions: frozenset[Permission], whose: EmployeeId | None) -> frozenset[str]:
    from app.storage.wards import own_rights  # noqa: PLC0415  after the first paint

    own = () if whose is None else own_rights(whose)
    return frozenset((*(one.value for one in permissions), *own))


@dataclass(frozen=True, slots=True)
class Mark:
    """What a service function needs, whether it writes and whether the audit notes it.

    Of one that is private the audit does not note the arguments, only what was changed, sealed.
    ``before`` is done of the arguments of a command while nobody waits for its transaction.
    """

    permission: Permission
    is_command: bool
    is_audited: bool = True
    is_errand: bool = False
    is_private: bool = False
    before: Callable[..., object] | None = None


_marks: dict[Callable[..., object], Mark] = {}


def command(
    permission: Permission,
    *,
    audited: bool = True,
    private: bool = False,
    before: Callable[..., object] | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a function as a command: it may write, in one transaction, with one audit row.

    The arguments of a private one, such as a salary, stay out of that row. What takes long is
    done ``before``, of arguments so named, while nobody waits for the lock; ``Desk.ready`` has it.
    """
    mark = Mark(permission, is_command=True, is_audited=audited, is_private=private, before=before)
    return _marked(mark)


def query(permission: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a function as a query: it reads one snapshot and writes nothing."""
    return _marked(Mark(permission, is_command=False, is_audited=False))


def errand(permission: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a function as an errand: it works in transactions of its own, one after the other."""
    return _marked(Mark(permission, is_command=True, is_audited=False, is_errand=True))


def mark_of(function: Callable[..., object]) -> Mark | None:
    """Return the mark of a service function, or none: then nobody may call it."""
    return _marks.get(function)


def made_before(
    function: Callable[..., object], args: tuple[object, ...], kwargs: Mapping[str, object]
) -> object:
    """Return what a command names to be made of its arguments first, or None where it does not."""
    mark = mark_of(function)
    if mark is None or mark.before is None:
        return None
    given = signature(function).bind(None, *args, **kwargs)
    given.apply_defaults()
    wanted = signature(mark.before).parameters
    return mark.before(**{name: given.arguments[name] for name in wanted})


def name_of(function: Callable[..., object]) -> str:
    """Return the name scripts use: ``invoices.issue``."""
    return f"{function.__module__.removeprefix('app.services.')}.{function.__name__}"


def _marked(mark: Mark) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def note(function: Callable[P, R]) -> Callable[P, R]:
        _marks[function] = mark
        return function

    return note
