"""What clerks at a server issue: bare numbers with their audit rows, or whole invoices."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select

from app.domain.invoices.invoice import Invoice, State
from app.domain.shared.ids import InvoiceId
from app.domain.shared.numbering import Series
from app.outside.clock import FixedClock
from app.services import invoices
from app.services.office import Desk, Office
from app.services.permissions import Actor, Permission, command
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.invoice_tables import invoice
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.trade import drafted, opened_books

KIND, YEAR, DAY = "clerks", "2026", date(2026, 3, 10)

Issue = Callable[[bool], str]
"""Issues the next one, or gives it up at the end; returns its number."""


class GivenUp(Exception):
    """What a clerk had begun is not wanted any more: everything of it is rolled back."""


@dataclass(frozen=True, slots=True)
class ServerWork:
    """What is issued: made ready once, and by each clerk; what there is of it afterwards."""

    prepare: Callable[[str], None]
    begin: Callable[[Database, str, int], Issue]
    there: Callable[[Database], list[str]]
    position: Callable[[str], int]


def prepare(url: str) -> None:
    """Open the series that the clerks take from."""
    office = open_office(url)
    with office.write() as unit:
        unit.numbers.open(Series(KIND, YEAR, "", "C-{N:5}"))
    office.close()


def issue(office: Database, who: str, *, is_given_up: bool) -> str:
    """Take a number, write what bears it into the audit, and commit; raises GivenUp."""
    with office.write() as unit:
        number = unit.numbers.take(KIND, DAY, YEAR)
        unit.audit.record(Deed(datetime.now(UTC), who, "clerks.issue", [[number], {}]), Changes())
        if is_given_up:
            raise GivenUp
    return number


def _begin(office: Database, who: str, _each: int) -> Issue:
    return lambda is_given_up: issue(office, who, is_given_up=is_given_up)


def _there(office: Database) -> list[str]:
    with office.read() as unit:
        return [str(deed.arguments[0][0]) for deed in unit.audit.asked(("clerks.issue",))]


def _prepare_trade(url: str) -> None:
    office = Office(open_office(url), FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    office.close()


@command(Permission.INVOICES_ISSUE)
def given_up(desk: Desk, invoice_id: InvoiceId) -> Invoice:
    """Issue an invoice to the last statement, and take it back; raises GivenUp."""
    raise GivenUp(invoices.issue(desk, invoice_id).number)


def _begin_trade(database: Database, who: str, each: int) -> Issue:
    """Write drafts, which the clerk then issues; what was given up stays the next one's draft.

    The first is given up at once: so all that issuing needs is loaded.
    """
    office = Office(database, FixedClock(TODAY), Actor(who))
    drafts = [drafted(office).id for _ in range(each)]
    with suppress(GivenUp):
        office.do(given_up, drafts[-1])

    def issue_next(is_given_up: bool) -> str:  # noqa: FBT001  called through a plain Callable
        if is_given_up:
            office.do(given_up, drafts[-1])
        number = office.do(invoices.issue, drafts[-1]).result.number
        drafts.pop()
        return number

    return issue_next


def _issued(office: Database) -> list[str]:
    """Return the numbers of all invoices that were issued."""
    wanted = select(invoice.c.number).where(invoice.c.state == State.ISSUED)
    with office.read() as unit:
        return [str(number) for number in unit.connection.scalars(wanted)]


WORKS = {
    "numbers": ServerWork(prepare, _begin, _there, lambda one: int(one.removeprefix("C-"))),
    "invoices": ServerWork(_prepare_trade, _begin_trade, _issued, lambda one: int(one[4:])),
}
