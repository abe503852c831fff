"""Two editors, one record: every command over a version that is gone is refused, on both databases.

Nothing of it is written, not one row.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import select

from app.domain.archive.kinds import FieldKind
from app.domain.archive.receiving import FolderForm
from app.domain.archive.rules import Then, When
from app.domain.employees.applicants import ApplicantForm, Candidate
from app.domain.employees.calendar import WorkCalendar
from app.domain.employees.employee import PersonName
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, OfficeError
from app.services import applicants, calendars, filing_rules, kinds, moving, receiving, welcome
from app.services.door import Doorway
from app.services.filing_rules import RuleForm
from app.services.moving import Mover
from app.services.office import Office
from app.services.permissions import Actor
from app.storage import rows_between
from app.storage.types import metadata
from tests.databases import SAMPLE_DAY, Samples
from tests.versioned import VERSIONED, arguments_of, is_record

STALE = 987_654
"""A version that no record has."""
MOST = 60
"""So many records of a kind are tried: a state may forbid a command before its version counts."""


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path, samples: Samples) -> Iterator[Office]:
    """The sample company, in a folder and on a server."""
    where: Any = tmp_path / "Sample.backdesk"
    shutil.copytree(samples("FI"), where)
    if request.param == "postgresql":
        server = request.getfixturevalue("bare_server")
        moving.move(where, server, Mover(SAMPLE_DAY, Actor("Anna")))
        where = server
    opened = welcome.open_office(where, SAMPLE_DAY, Actor("Anna"))
    yield opened
    opened.close()


def ids_of(office: Office) -> dict[str, list[int]]:
    """Return the first ids of every table that has one."""
    found = {}
    with office.database.read() as unit:
        for table in metadata.sorted_tables:
            key = next(iter(table.primary_key.columns))
            rows = unit.connection.scalars(select(key).order_by(key.desc()).limit(MOST))
            found[table.name] = [row for row in rows if isinstance(row, int)]
    return found


TABLES = {
    "Company": "company",
    "CalendarId": "work_calendar",
    "CertificateId": "withholding_certificate",
    "ClaimId": "expense_claim",
    "CountId": "stock_count",
    "FieldId": "custom_field",
    "FilingRuleId": "filing_rule",
    "HoldId": "legal_hold",
    "LayoutId": "invoice_layout",
    "OrderId": "sales_order",
    "PlanId": "recurring_plan",
    "ReceiptId": "goods_receipt",
    "TemplateId": "letter_template",
    "ThreadId": "letter_thread",
    "ContractorPaymentId": "contractor_payment",
    "ExemptionId": "tax_exemption",
    "UserId": "user_account",
}
"""The tables of ids that are called otherwise."""


def table_of(kind: Any, module: str) -> str:
    name = getattr(kind, "__name__", "")
    if name == "LetterId":
        return "letter_in" if module == "letters_in" else "letter_out"
    if name in TABLES:
        return TABLES[name]
    stem = name.removesuffix("Id")
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in stem).lstrip("_")


ADDS = frozenset(
    {
        "admin.set_up",
        "calendars.add",
        "contractors.write",
        "exemptions.write",
        "expense_limits.write",
        "folders.put_back",
        "leave_requests.write",
        "leave_types.write",
        "overtime_rules.write",
        "own_leave.write",
        "pay_components.add",
        "pay_items.add",
        "pay_items.set_card",
        "tax_codes.write",
    }
)
"""Commands that add a record under its own id: nobody can have changed it."""
ELSEWHERE = {
    "approvals.approve": "second_looks",
    "approvals.refuse": "second_looks",
    "approvals.withdraw": "second_looks",
    "bills.keep": "bills",
    "checklists.write_template": "checklists",
    "counts.approve": "counts",
    "counts.explain": "counts",
    "counts.post": "counts",
    "contractors.change": "contractors",
    "exemptions.change": "exemptions",
    "expense_limits.change": "expense_limits",
    "overtime_rules.change": "overtime_rules",
    "own_changes.accept": "own_changes",
    "own_changes.refuse": "own_changes",
    "own_changes.withdraw": "own_changes",
    "own_hours.submit": "time_weeks",
    "own_hours.take_back": "time_weeks",
    "own_leave.submit": "leave_requests",
    "own_leave.withdraw": "leave_requests",
    "pay_components.end": "pay_components",
    "receiving_goods.change": "receiving_goods",
    "roles.change": "roles",
    "tax_codes.change": "tax_codes",
    "users.change": "users",
    "users.let_in": "users",
    "users.shut_out": "users",
    "withholding.void": "withholding",
}
"""Commands of which the sample has no record that may be changed, and the tests that try them."""

KNOWN: dict[str, list[int]] = {}
"""The ids of the office that is looked at."""


def of_record(kind: Any) -> int | None:
    """Return a record that an id of this type may name, or none."""
    name = getattr(kind, "__name__", "")
    return next(iter(KNOWN.get(table_of(kind, ""), ())), None) if name.endswith("Id") else None


def value(kind: Any) -> Any:
    """Return some value of a type."""
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        inner = get_args(kind)
        return None if NoneType in inner else value(inner[0])
    if origin is not None:
        return {tuple: (), frozenset: frozenset()}.get(origin, {})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if isinstance(kind, type) and is_dataclass(kind) and kind is not Money:
        return built(kind)
    return PLAIN[getattr(kind, "__supertype__", kind)]


PLAIN: dict[Any, Any] = {
    str: "x",
    int: 1,
    bool: False,
    bytes: b"",
    date: SAMPLE_DAY.today(),
    datetime: SAMPLE_DAY.now(),
    Decimal: Decimal(1),
    Path: Path("none"),
    Money: Money(100, "EUR"),
    Any: None,
}


def built(kind: Any, **given: Any) -> Any:
    """Return a value of a dataclass with what is given, and anything where nothing is."""
    hints = get_type_hints(kind)
    for one in fields(kind):
        has_usual = one.default is not MISSING or one.default_factory is not MISSING
        if one.init and not has_usual and one.name not in given:
            given[one.name] = of_record(hints[one.name]) or value(hints[one.name])
    return kind(**given)


def calls(way: Doorway, ids: dict[str, list[int]]) -> Iterator[tuple[Any, ...]]:
    """Yield arguments for a command over a version that is gone, for one record after the other."""
    told = arguments_of(way)
    module = way.name.partition(".")[0]
    names = list(told)
    record = next((name for name in names if is_record(told[name])), None)
    if "version" in told:
        place = names.index("version")
        key = told[names[place - 1]] if place else None
        for one in ids.get(table_of(key, module), [0]) if key else [0]:
            head = (one, STALE) if place else (STALE,)
            yield (*head, *(value(told[name]) for name in names[place + 1 :]))
    elif record is not None:
        kind = told[record]
        hints = get_type_hints(kind)
        is_item = kind.__name__ == "StockItem"
        named = "product_id" if is_item else "id"
        table = "stock_item" if is_item else table_of(hints.get(named), module)
        known = ids.get(table, [0]) if named in hints else [0]
        for one in known:
            given = {"version": STALE} | ({named: one} if named in hints else {})
            yield tuple(
                built(kind, **given) if name == record else value(told[name]) for name in names
            )


def refused(office: Office, way: Doorway, ids: dict[str, list[int]]) -> str:
    """Return how a command over a version that is gone ends: with a conflict, or how else."""
    ends = "no record"
    for arguments in calls(way, ids):
        try:
            run = office.run if way.mark.is_errand else office.do
            run(way.function, *arguments)
        except Conflict:
            return "conflict"
        except OfficeError as error:
            ends = f"{error.code} {error.facts}"
        else:
            return "written!"
    return ends


def test_every_versioned_command_refuses_the_second_of_two_editors(office: Office) -> None:
    prepare(office)
    ids = ids_of(office)
    KNOWN.clear()
    KNOWN.update(ids)
    before = state(office)

    ends = {name: refused(office, way, ids) for name, way in VERSIONED.items() if name not in ADDS}

    others = {name: end for name, end in ends.items() if end != "conflict"}
    assert {name: end for name, end in others.items() if name not in ELSEWHERE} == {}
    assert state(office) == before


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_the_sample_has_nothing_of_is_tried_elsewhere(name: str) -> None:
    file = Path(__file__).parent / f"test_{ELSEWHERE[name]}.py"

    assert "Conflict" in file.read_text(encoding="utf-8")
    assert name in VERSIONED


def prepare(office: Office) -> None:
    """Add what the sample company has nothing of."""
    today = office.clock.today()
    candidate = Candidate(PersonName("Olli", "Oja"))
    office.do(applicants.add, ApplicantForm(candidate, "Clerk", today))
    office.do(calendars.add, built(WorkCalendar))
    office.do(kinds.add_tag, "urgent", None)
    office.do(kinds.add_field, "colour", {"en": "Colour"}, FieldKind.TEXT, ())
    office.do(filing_rules.add_rule, RuleForm("Power", When(words=("power",)), Then(note="bill")))
    office.do(receiving.add_folder, FolderForm(str(Path.cwd().parent)))


def state(office: Office) -> dict[str, object]:
    """Return what every table holds, by a digest; the log also tells what was refused."""
    with office.database.rows.reader.begin() as rows:
        return {
            one.name: rows_between.digest(rows, one, lambda _rows: None)
            for one in metadata.sorted_tables
            if one.name != "audit"
        }
