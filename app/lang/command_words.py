"""Commands in words: what was asked of the office, as its log says it."""

from __future__ import annotations

from collections.abc import Mapping

from app.lang.commands import archive, books, goods, keeping, letters, pay, people, selling
from app.lang.permission_words import AREAS
from app.lang.texts import Say

BY_AREA: Mapping[str, Mapping[str, str]] = {
    "company": keeping.COMPANY,
    "contacts": selling.CONTACTS,
    "products": goods.PRODUCTS,
    "invoices": selling.INVOICES,
    "payments": books.PAYMENTS,
    "reminders": books.REMINDERS,
    "accounting": books.ACCOUNTING,
    "orders": goods.ORDERS,
    "stock": goods.STOCK,
    "employees": people.EMPLOYEES,
    "leave": people.LEAVE,
    "hours": people.HOURS,
    "expenses": pay.EXPENSES,
    "payroll": pay.PAYROLL,
    "self": people.SELF,
    "archive": archive.ARCHIVE,
    "letters": letters.LETTERS,
    "mail": letters.MAIL,
    "office": keeping.OFFICE,
    "backups": keeping.BACKUPS,
    "users": keeping.USERS,
    "privacy": keeping.PRIVACY,
}
"""Every command and every deed that an errand notes, by the area of the office it belongs to."""

COMMANDS: Mapping[str, str] = {
    name: text for texts in BY_AREA.values() for name, text in texts.items()
}


def command_text(name: str, say: Say) -> str:
    """Return a command in words; one that no longer exists by its name."""
    return say(COMMANDS[name]) if name in COMMANDS else name


def area_text(area: str, say: Say) -> str:
    """Return an area of the office in words; one that is not known, as it was asked for."""
    return say(AREAS[area]) if area in AREAS else area


def commands_of(area: str) -> tuple[str, ...]:
    """Return the commands of an area."""
    return tuple(BY_AREA.get(area, ()))


def named_like(words: str, say: Say) -> tuple[str, ...]:
    """Return the commands whose words hold this text, in the language of the reader."""
    wanted = words.casefold().strip()
    if not wanted:
        return ()
    return tuple(name for name, text in COMMANDS.items() if wanted in say(text).casefold())
