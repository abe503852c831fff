"""Draft bills: e-invoices of the archive as what purchasing will take over, seen and corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.archive.einvoice import Doubtful, doubts
from app.domain.bills.bill import BILL, Bill, BillForm, BillState, check, tidied
from app.domain.bills.reading import bill_of, seller_of
from app.domain.contacts.alike import Alike
from app.domain.contacts.duplicates import LIKELY, Reason, keys, name_likeness
from app.domain.contacts.form import ContactForm
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import ContactId, DocumentId
from app.domain.shared.problems import Problem, Rule
from app.services import contacts, einvoices
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import Register

SAME_BILL = Rule("bills.same-bill", "number", "supplier", is_warning=True)
_MARKS = frozenset({Reason.IDENTIFIER, Reason.ACCOUNT})


@dataclass(frozen=True, slots=True)
class OpenedBill:
    """A draft bill as it is looked at: what is kept of it, or what its e-invoice says.

    ``alike`` are the contacts that may be the supplier, ``offered`` is what a new one begins with,
    ``doubts`` are what the e-invoice itself leaves open. ``draft`` was typed and not saved.
    """

    bill: Bill | None
    form: BillForm
    alike: tuple[Alike, ...]
    offered: ContactForm
    doubts: tuple[Doubtful, ...]
    draft: FormDraft | None


@query(Permission.ARCHIVE_READ)
def opened(desk: Desk, document_id: DocumentId) -> OpenedBill:
    """Return what is known of the bill in a document; raises NotAnEInvoice, NotFound."""
    invoice = einvoices.read(desk, document_id)
    bill = desk.store.bills.of(document_id)
    offered = seller_of(invoice)
    supplier_id, alike = _supplier(desk, offered)
    form = bill.form if bill else replace(bill_of(invoice), supplier_id=supplier_id)
    draft = desk.store.drafts.kept(BILL, document_id, desk.who.name)
    return OpenedBill(bill, form, alike, offered, doubts(invoice), draft)


@query(Permission.ARCHIVE_READ)
def get(desk: Desk, document_id: DocumentId) -> Bill:
    """Return the draft bill of a document; raises NotFound."""
    Register(desk).get(document_id)
    return desk.store.bills.get(document_id)


@query(Permission.ARCHIVE_READ)
def drafts(desk: Desk) -> tuple[Bill, ...]:
    """Return every draft bill that waits for purchasing, the oldest first."""
    return _shown(desk, desk.store.bills.waiting())


@query(Permission.ARCHIVE_READ)
def problems(desk: Desk, document_id: DocumentId, form: BillForm) -> tuple[Problem, ...]:
    """Return what stands in the way of keeping a bill, and does not add up; raises NotFound."""
    Register(desk).get(document_id)
    ready = tidied(form)
    return (*check(ready), *_same(desk, document_id, ready))


@command(Permission.ARCHIVE_FILE)
def keep(desk: Desk, document_id: DocumentId, version: int, form: BillForm) -> Bill:
    """Keep what is known of a bill, with its document; ``version`` is 0 for one not kept yet.

    Raises Invalid, NotFound for the document or the supplier, Conflict where it changed since.
    """
    Register(desk).get(document_id)
    ready = tidied(form)
    require_right(check(ready))
    if ready.supplier_id is not None:
        ready = replace(ready, supplier=desk.store.contacts.get(ready.supplier_id).name)
    desk.store.drafts.drop(BILL, document_id, desk.who.name)
    if not version:
        new = Bill(document_id, 1, BillState.DRAFT, ready)
        desk.store.bills.add(new)
        return new
    return _saved(desk, document_id, version, BillState.DRAFT, ready)


@command(Permission.ARCHIVE_FILE)
def put_aside(desk: Desk, document_id: DocumentId, version: int) -> Bill:
    """Let a draft bill wait for purchasing no more; raises NotFound, Conflict."""
    return _saved(desk, document_id, version, BillState.PUT_ASIDE)


@command(Permission.ARCHIVE_FILE)
def take_back(desk: Desk, document_id: DocumentId, version: int) -> Bill:
    """Let a draft bill that was put aside wait for purchasing again; raises NotFound, Conflict."""
    return _saved(desk, document_id, version, BillState.DRAFT)


def _saved(
    desk: Desk,
    document_id: DocumentId,
    version: int,
    state: BillState,
    form: BillForm | None = None,
) -> Bill:
    Register(desk).get(document_id)
    before = desk.store.bills.current(document_id, version)
    after = replace(before, version=version + 1, state=state, form=form or before.form)
    desk.store.bills.save(before, after)
    return after


def _supplier(desk: Desk, offered: ContactForm) -> tuple[ContactId | None, tuple[Alike, ...]]:
    """Return the one contact that a seller surely is, and those that it may be.

    Nobody is guessed: a number has to be the same, or the account and nearly the name, and only one
    may have it. An account alone proves nothing: whoever sends a false bill writes his own.
    """
    if Permission.CONTACTS_READ not in desk.who.role.permissions:
        return None, ()
    seller = offered.as_contact(ContactId(0), 1)
    sure: set[ContactId] = set()
    for value, reason in keys(seller):
        if reason in _MARKS:
            held = desk.store.contact_lists.holders((value,), reason).get(value, [])
            known = desk.store.contact_lists.rows(held)
            sure.update(one.id for one in known if _is_seller(one.name, seller.name, reason))
    alike = contacts.alike(desk, offered) if offered.name else ()
    return (next(iter(sure)) if len(sure) == 1 else None), alike


def _is_seller(known: str, written: str, reason: Reason) -> bool:
    """Say whether a contact that shares a mark with a seller is that seller."""
    return reason is Reason.IDENTIFIER or name_likeness(known, written) >= LIKELY


def _shown(desk: Desk, bills: tuple[Bill, ...]) -> tuple[Bill, ...]:
    """Return those whose documents the asker may see."""
    hidden = Register(desk).hidden
    documents = desk.store.documents.get_all([one.id for one in bills])
    shown = {one.id for one in documents if one.type_id not in hidden}
    return tuple(one for one in bills if one.id in shown)


def _same(desk: Desk, document_id: DocumentId, form: BillForm) -> tuple[Problem, ...]:
    """Return a warning where the same bill of the supplier came in with another document."""
    told = {"number": form.number, "supplier": form.supplier}
    is_there = any(
        one.id != document_id
        and (one.form.supplier_id, one.form.supplier) == (form.supplier_id, form.supplier)
        for one in _shown(desk, desk.store.bills.numbered(form.number))
    )
    return (SAME_BILL.at("number", **told),) if is_there and form.number else ()
