"""Billables: time and expenses written down for a customer, until an invoice takes them up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.billables.billable import (
    KIND,
    Billable,
    BillableRow,
    Grouping,
    Work,
    amount_of,
    findable,
    lines_of,
    tidied,
)
from app.domain.billables.billable import check as check_work
from app.domain.contacts.row import ContactRow
from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice
from app.domain.products.row import ProductRow
from app.domain.shared.drafts import FormDraft, typed_in
from app.domain.shared.ids import BillableId, ContactId, new_id
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Refusal
from app.services import drafts, invoices
from app.services.country import Country
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.products import VatChoice, vat_choices

MOST_HITS = 2000


class NothingToInvoice(Refusal):
    """The customer has no work that is not invoiced yet."""

    code = "billables.nothing-to-invoice"


class Invoiced(Refusal):
    """An invoice has taken the work up; it is open again when that draft is discarded."""

    code = "billables.invoiced"


@dataclass(frozen=True, slots=True)
class Opened:
    """Work as it is edited, or what new work begins with; ``draft`` is what was typed and left."""

    billable: Billable | None
    currency: str
    vat: tuple[VatChoice, ...]
    is_open: bool = True
    draft: FormDraft | None = None
    customers: tuple[ContactRow, ...] = ()
    products: tuple[ProductRow, ...] = ()


@query(Permission.INVOICES_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of billables in its order."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.billable_lists.spine(view, among)


@query(Permission.INVOICES_READ)
def first(desk: Desk, view: View, size: int) -> tuple[BillableRow, ...]:
    """Return the first rows of the list of billables."""
    store, among = desk.store.billable_lists, None
    if view.words.strip():
        among = [hit.entity_id for hit in desk.store.search.find(view.words, MOST_HITS, {KIND})]
    return store.rows(store.first(view, size, among))


@query(Permission.INVOICES_READ)
def rows(desk: Desk, ids: tuple[BillableId, ...]) -> tuple[BillableRow, ...]:
    """Return the rows of these billables; what is gone is left out."""
    return desk.store.billable_lists.rows(ids)


@query(Permission.INVOICES_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many billables are open, and how many invoiced."""
    return desk.store.billable_lists.counts()


@query(Permission.INVOICES_READ)
def get(desk: Desk, billable_id: BillableId) -> Billable:
    """Return a billable; raises NotFound."""
    return desk.store.billables.get(billable_id)


@query(Permission.INVOICES_READ)
def opened(
    desk: Desk, billable_id: BillableId | None = None, held: frozenset[int] = frozenset()
) -> Opened:
    """Return what a form begins with; raises NotFound.

    Without an id it is new work, or what was typed and left, but for what is held.
    """
    kept = (
        drafts.waiting(desk, KIND, held)
        if billable_id is None
        else desk.store.drafts.kept(KIND, billable_id, desk.who.name)
    )
    is_new = billable_id is None or (kept is not None and kept.is_new)
    found = None if is_new or billable_id is None else desk.store.billables.get(billable_id)
    currency = desk.store.company.get().currency
    is_open = found is None or desk.store.billables.is_open(found.id)
    begun = Opened(found, currency, vat_choices(desk), is_open, kept)
    return _with_rows(desk, begun)


@query(Permission.INVOICES_READ)
def check(desk: Desk, work: Work) -> tuple[Problem, ...]:
    """Return what stands in the way of writing work down, each at its field."""
    country = Country(desk)
    return check_work(work, country.company.currency, country.pack.vat_codes(), desk.today)


@command(Permission.INVOICES_DRAFT)
def add(desk: Desk, work: Work, billable_id: BillableId | None = None) -> Billable:
    """Write work down, of today unless it says its day; raises Invalid."""
    new_one = Billable(billable_id or BillableId(new_id()), 1, _complete(desk, work), desk.who.name)
    return _added(desk, new_one)


@command(Permission.INVOICES_DRAFT)
def change(desk: Desk, billable_id: BillableId, version: int, work: Work) -> Billable:
    """Write open work as it is now; raises Invalid, Invoiced, Conflict."""
    before = _open(desk, billable_id)
    if before.version != version:
        raise Conflict(record="billable", id=billable_id)
    after = replace(before, version=version + 1, work=_complete(desk, work), invoice_id=None)
    amount = amount_of(after.work, desk.store.company.get().currency)
    desk.store.billables.save(before, after, amount)
    desk.store.search.put(findable(after, _customer(desk, after), amount))
    desk.store.drafts.drop(KIND, billable_id, desk.who.name)
    return after


@command(Permission.INVOICES_DRAFT)
def remove(desk: Desk, ids: tuple[BillableId, ...]) -> tuple[Billable, ...]:
    """Remove open work, all of it or nothing; raises Invoiced."""
    gone = tuple(_open(desk, one) for one in ids)
    for one in gone:
        desk.store.billables.remove(one)
        desk.store.search.remove(KIND, one.id)
        desk.store.drafts.drop_all(KIND, one.id)
    return gone


@command(Permission.INVOICES_DRAFT)
def take_back(desk: Desk, gone: tuple[Billable, ...]) -> tuple[Billable, ...]:
    """Write removed work again, as it was; raises Invalid, Conflict."""
    return tuple(_added(desk, replace(one, invoice_id=None)) for one in gone)


@command(Permission.INVOICES_DRAFT)
def invoice(
    desk: Desk,
    customer_id: ContactId,
    until: date | None = None,
    grouping: Grouping = Grouping.EACH,
) -> Invoice:
    """Draft an invoice of all open work of a customer up to a day; raises NothingToInvoice.

    Work is taken up once, also when two clerks ask at once; a discarded draft gives it back.
    """
    found = desk.store.billables.open_of(customer_id, until or desk.today)
    if not found:
        raise NothingToInvoice(customer=customer_id)
    days = [one.work.done_on for one in found if one.work.done_on]
    content = Draft(
        customer_id=customer_id,
        lines=lines_of((one.work for one in found), grouping),
        period_from=min(days),
        period_to=max(days),
    )
    drafted = invoices.draft(desk, content)
    desk.store.billables.take_up(found, drafted.id)
    return drafted


def _added(desk: Desk, one: Billable) -> Billable:
    require_right(check(desk, one.work))
    amount = amount_of(one.work, desk.store.company.get().currency)
    desk.store.billables.add(one, amount)
    desk.store.search.put(findable(one, _customer(desk, one), amount))
    desk.store.drafts.drop(KIND, one.id, desk.who.name)
    return one


def _complete(desk: Desk, work: Work) -> Work:
    """Return work tidied, of today unless it says its day; raises Invalid."""
    tidy = tidied(replace(work, done_on=work.done_on or desk.today))
    require_right(check(desk, tidy))
    return tidy


def _open(desk: Desk, billable_id: BillableId) -> Billable:
    found = desk.store.billables.get(billable_id)
    if not desk.store.billables.is_open(billable_id):
        raise Invoiced(id=billable_id)
    return found


def _customer(desk: Desk, one: Billable) -> str:
    assert one.work.customer_id is not None
    return desk.store.contacts.get(one.work.customer_id).name


def _with_rows(desk: Desk, begun: Opened) -> Opened:
    """Return the same with the customer and product that the work or its draft names."""
    works = [begun.billable.work] if begun.billable else []
    typed = typed_in(Work, begun.draft)
    works += [typed] if typed else []
    people = {one.customer_id for one in works if one.customer_id}
    goods = {one.product_id for one in works if one.product_id}
    return replace(
        begun,
        customers=desk.store.contact_lists.rows(tuple(people)),
        products=desk.store.product_lists.rows(tuple(goods)),
    )
