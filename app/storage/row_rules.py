"""Row rules: which rows of which tables a server itself keeps from whom.

A rule lets rows pass to who holds one of some permissions; to everybody else only those that are
nobody's secret, or their own. The role that a transaction takes on bears in its name the signs of
the rules that are open to it (server_rights.py); the policies of the tables read them there, so a
new role changes no table. What has no sign in its name sees what everybody may see.
"""

from __future__ import annotations

from dataclasses import dataclass

PERSON = "backdesk.person"
"""The setting of a transaction that says whose own rows are open to it."""
_PAY = ("payroll.read", "payroll.calculate", "payroll.approve", "payroll.pay")
_LEAVE = ("leave.read", "leave.request", "leave.approve")
_HOURS = ("hours.read", "hours.enter", "hours.approve")
_CLAIMS = ("expenses.read", "expenses.claim", "expenses.approve", "expenses.pay")
_PEOPLE = ("employees.read", "employees.change", "employees.private")
_PRIVACY = ("privacy.export", "privacy.erase")

SIGNS: dict[str, tuple[str, ...]] = {
    "m": ("archive.management",),
    "p": ("archive.personal",),
    "w": (*_PAY, "employees.private", *_PRIVACY),
    "a": ("employees.private", *_PRIVACY),
    "f": (*_PEOPLE, *_PAY, *_LEAVE, *_HOURS, *_CLAIMS, *_PRIVACY),
    "l": (*_PEOPLE, *_PAY, *_LEAVE, *_HOURS, *_PRIVACY),
    "x": (*_CLAIMS, *_PAY, *_PRIVACY, "employees.private", "accounting.post"),
}
"""By which sign a role is known to hold one of these permissions: two circles of documents, wages,
applicants and wishes, personnel files, absences, expenses."""


@dataclass(frozen=True, slots=True)
class RowRule:
    """What has to hold of a row that is read, changed or removed, and of one that is written."""

    table: str
    seen: str
    written: str


def signs_of(rights: frozenset[str]) -> str:
    """Return the signs of the rules that are open to who holds some permissions."""
    return "".join(one for one, needed in SIGNS.items() if not rights.isdisjoint(needed))


def _held(sign: str) -> str:
    """Return what says whether the role of the transaction bears a sign; asked once a statement."""
    return f"(SELECT strpos(split_part(current_user::text, '_', 3), '{sign}') > 0)"


_OPEN_CIRCLES = (
    "readers = 'everyone' "
    f"OR (readers = 'management' AND {_held('m')}) OR (readers = 'personnel' AND {_held('p')})"
)
_MINE = f"(SELECT nullif(current_setting('{PERSON}', true), '')::bigint)"


def _there(table: str, key: str, value: str) -> str:
    """Return what says whether a row is there that the role may see."""
    return f"EXISTS (SELECT 1 FROM {table} AS seen WHERE seen.{key} = {value})"  # noqa: S608  ours


def _of_type(table: str, nothing: str = "type_id IS NULL") -> RowRule:
    types = f"SELECT id FROM document_type WHERE {_OPEN_CIRCLES}"  # noqa: S608  ours
    rule = f"{nothing} OR type_id IN ({types})"
    return RowRule(table, rule, rule)


def _of_document(table: str, column: str = "document_id") -> RowRule:
    """Return the rule of what belongs to a document, which may be written before that one."""
    seen = _there("document", "id", f"{table}.{column}")
    return RowRule(table, seen, f"NOT backdesk_walled_document({column}, current_user::text)")


def _of_file(table: str, column: str) -> RowRule:
    """Return the rule of a file, which is open until it is the version of a document."""
    known = _there("document_version", "file_id", f"{table}.{column}")
    is_open = f"NOT backdesk_walled_file({column}, current_user::text)"
    return RowRule(table, f"{known} OR {is_open}", is_open)


def _of_person(table: str, sign: str, column: str = "employee_id") -> RowRule:
    rule = f"{_held(sign)} OR {column} = {_MINE}"
    return RowRule(table, rule, rule)


_CLAIM = _there("expense_claim", "id", "expense_line.claim_id")

ROW_RULES: tuple[RowRule, ...] = (
    _of_type("document"),
    _of_type("document_entry"),
    _of_type("document_count", "type_id = 0"),
    _of_document("document_version"),
    _of_document("document_tag"),
    _of_document("document_link"),
    _of_document("document_likeness"),
    _of_document("document_likeness_band"),
    _of_document("document_arrival"),
    _of_document("filing_lesson"),
    _of_document("disposal_item"),
    _of_file("archive_file", "id"),
    _of_file("sealed_file", "record_id"),
    _of_person("payslip", "w"),
    _of_person("pay_item", "w"),
    _of_person("tax_card", "w"),
    _of_person("own_change", "a"),
    RowRule("applicant", _held("a"), _held("a")),
    _of_person("contract", "f"),
    _of_person("checklist", "f"),
    _of_person("qualification", "f"),
    _of_person("equipment", "f"),
    _of_person("leave_request", "l"),
    _of_person("leave_entry", "l"),
    _of_person("leave_settled", "l"),
    _of_person("expense_claim", "x"),
    RowRule("expense_line", _CLAIM, _CLAIM),
)
"""Every table of which some rows are kept from somebody. Those of documents follow their type."""

_WALLED = (
    "JOIN document_type AS type ON type.id = one.type_id AND type.readers <> 'everyone' "
    "AND NOT (type.readers = 'management' AND strpos(split_part($2, '_', 3), 'm') > 0) "
    "AND NOT (type.readers = 'personnel' AND strpos(split_part($2, '_', 3), 'p') > 0)"
)
_OF_FILE = "JOIN document_version AS version ON version.document_id = one.id"
FUNCTIONS: dict[str, str] = {
    "backdesk_walled_document": (
        f"SELECT EXISTS (SELECT 1 FROM document AS one {_WALLED} WHERE one.id = $1)"  # noqa: S608  ours
    ),
    "backdesk_walled_file": (
        f"SELECT EXISTS (SELECT 1 FROM document AS one {_WALLED} {_OF_FILE} "  # noqa: S608  ours
        "WHERE version.file_id = $1)"
    ),
}
"""What says of a document, or of a file, whether it lies behind a wall for a role.

They see every row, as the owner of the tables does, and tell no more than yes or no.
"""
