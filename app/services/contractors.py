"""Payments to contractors: written down, and listed for a year as Form 1099-NEC reports them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.documents.accounting import Imprint
from app.documents.contractors import describe
from app.domain.payments.contractors import (
    ContractorPayment,
    NecList,
    check,
    nec_list,
    threshold_of,
    tidied,
)
from app.domain.shared.ids import ContractorPaymentId, new_id
from app.domain.shared.problems import Problem
from app.formats.packs import pack
from app.lang.formats import formats_in
from app.lang.texts import mark, say_in
from app.services.exports import Exported, Row, write_rows
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query

HEADINGS = (
    mark("Name"),
    mark("Tax ID"),
    mark("Street address"),
    mark("Town"),
    mark("State"),
    mark("Postcode"),
    mark("Box 1: paid"),
    mark("Box 4: tax withheld"),
)


@query(Permission.ACCOUNTING_READ)
def all_payments(desk: Desk) -> tuple[ContractorPayment, ...]:
    """Return every payment to contractors, the newest first, those put away too."""
    every = desk.store.contractor_payments.all()
    return tuple(sorted(every, key=lambda one: (one.paid_on, one.id), reverse=True))


@query(Permission.ACCOUNTING_READ)
def check_payment(desk: Desk, content: ContractorPayment) -> tuple[Problem, ...]:
    """Return what is wrong with a payment as it is written."""
    payee = next(iter(desk.store.contacts.get_all((content.contact_id,))), None)
    return check(tidied(content), payee, desk.today)


@command(Permission.ACCOUNTING_POST)
def write(desk: Desk, new: ContractorPayment) -> ContractorPayment:
    """Write a payment down under its own id; raises Invalid, Conflict for a taken id."""
    kept = tidied(replace(new, version=1, id=new.id or ContractorPaymentId(new_id())))
    require_right(check_payment(desk, kept))
    desk.store.contractor_payments.add(kept)
    return kept


@command(Permission.ACCOUNTING_POST)
def change(desk: Desk, changed: ContractorPayment) -> ContractorPayment:
    """Change a payment or put it away; ``changed.version`` is the one read.

    Raises Invalid, NotFound, Conflict.
    """
    before = desk.store.contractor_payments.current(changed.id, changed.version)
    after = tidied(replace(changed, version=before.version + 1))
    require_right(check_payment(desk, after))
    desk.store.contractor_payments.save(before, after)
    return after


@query(Permission.ACCOUNTING_READ)
def nec(desk: Desk, year: int) -> NecList:
    """Return what each contractor was paid in a year, and for whom a form is due."""
    company = desk.store.company.get()
    thresholds = pack(company.country).contractors
    every = desk.store.contractor_payments.all()
    payees = desk.store.contacts.get_all(tuple({one.contact_id for one in every}))
    known = {payee.id: payee for payee in payees}
    return nec_list(year, every, known, threshold_of(year, thresholds, company.currency))


@query(Permission.ACCOUNTING_READ)
def nec_page(desk: Desk, year: int, language: str = "") -> bytes:
    """Return the list of a year as PDF, in the company's language by default."""
    # What renders loads reportlab: with the first paper, not with the first window.
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    company = desk.store.company.get()
    spoken = language or company.language
    imprint = Imprint(company, say_in(spoken), formats_in(spoken, company.country), desk.today)
    return render(describe(nec(desk, year), imprint))


@query(Permission.OFFICE_EXPORT)
def export_nec(
    desk: Desk, target: Path, year: int, language: str = "", *, replace: bool = False
) -> Exported:
    """Write who is reported for a year to a file: XLSX if it ends so, else CSV.

    Raises AlreadyThere, CannotWrite.
    """
    company = desk.store.company.get()
    say = say_in(language or company.language)
    found = nec(desk, year)
    rows = [tuple(say(one) for one in HEADINGS), *_rows(found)]
    return write_rows(company, rows, Exported(target, len(found.reported)), replace=replace)


def _rows(found: NecList) -> Iterator[Row]:
    for row in found.reported:
        place = row.address
        where = (place.street, place.town, place.region, place.postcode)
        yield (row.name, row.tax_id, *where, row.amount.amount, row.withheld.amount)
