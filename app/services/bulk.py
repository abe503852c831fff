"""One invoice for many: a draft for each customer of a list, looked at before, undone at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.contacts.contact import Contact
from app.domain.invoices.checks import check_figures
from app.domain.invoices.draft import Draft, content_of, fresh_copy
from app.domain.invoices.for_many import for_all
from app.domain.invoices.invoice import Invoice, State
from app.domain.invoices.parties import check_parties
from app.domain.shared.ids import ContactId, InvoiceId, MailingListId, new_id
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Invalid
from app.services import invoices
from app.services.drafting import Drafting
from app.services.mailing_lists import Mailings
from app.services.office import Desk
from app.services.permissions import Permission, command, query

MAKE = "bulk.make"
AT_ONCE = 200
NOBODY = Rule("bulk.nobody")


@dataclass(frozen=True, slots=True)
class ForOne:
    """The draft that one customer would get, or why it gets none; ``invoice_id`` once it has it."""

    contact_id: ContactId
    name: str
    language: str
    gross: Money | None
    problems: tuple[Problem, ...] = ()
    is_skipped: bool = False
    invoice_id: InvoiceId | None = None


@dataclass(frozen=True, slots=True)
class ForMany:
    """What became of a draft for many: who got one, and who was skipped."""

    made: tuple[ForOne, ...]
    skipped: tuple[ForOne, ...]


@query(Permission.INVOICES_READ)
def content(desk: Desk, invoice_id: InvoiceId) -> Draft:
    """Return what of an invoice can be said to anybody; raises NotFound."""
    original = desk.store.invoices.get(invoice_id)
    drafting = Drafting(desk)
    usual = content_of(drafting.written(Draft(customer_id=original.customer_id)))
    products = {
        line.product_id: drafting.product(line.product_id)
        for line in original.lines
        if line.product_id
    }
    return for_all(fresh_copy(original), usual, original.language, products)


@query(Permission.INVOICES_READ)
def preview(
    desk: Desk,
    content: Draft,
    list_id: MailingListId | None = None,
    contact_ids: tuple[ContactId, ...] = (),
) -> tuple[ForOne, ...]:
    """Return the draft that each who is on a list, or chosen, would get, and who gets none."""
    return tuple(one for one, _draft in _Many(desk, content).each(list_id, contact_ids))


@command(Permission.INVOICES_DRAFT)
def make(
    desk: Desk,
    content: Draft,
    list_id: MailingListId | None = None,
    contact_ids: tuple[ContactId, ...] = (),
) -> ForMany:
    """Keep a draft for each who is on a list, or chosen, all at once; who cannot get one is told.

    Raises Invalid where nobody is. The audit has one row for each draft.
    """
    many = _Many(desk, content)
    made: list[ForOne] = []
    skipped: list[ForOne] = []
    for one, draft in many.each(list_id, contact_ids):
        if one.is_skipped:
            skipped.append(one)
        else:
            many.keep(draft)
            made.append(replace(one, invoice_id=draft.id))
    if not made and not skipped:
        raise Invalid((NOBODY.at("list_id"),))
    return ForMany(tuple(made), tuple(skipped))


@command(Permission.INVOICES_DRAFT)
def undo(desk: Desk, invoice_ids: tuple[InvoiceId, ...]) -> tuple[InvoiceId, ...]:
    """Discard those of many drafts that are as they were made; returns which were."""
    found: list[InvoiceId] = []
    for done, invoice_id in enumerate(invoice_ids):
        desk.progress(done, len(invoice_ids))
        draft = desk.store.invoices.get(invoice_id)
        if draft.state is State.DRAFT and draft.version == 1:
            invoices.discard(desk, invoice_id)
            found.append(invoice_id)
    return tuple(found)


class _Many:
    """Writes the same draft to many, at one desk."""

    def __init__(self, desk: Desk, content: Draft) -> None:
        self._desk = desk
        self._content = content
        self._drafting = Drafting(desk)

    def each(
        self, list_id: MailingListId | None, contact_ids: tuple[ContactId, ...]
    ) -> Iterator[tuple[ForOne, Invoice]]:
        """Yield the draft of each who is on a list, and then of those who were chosen."""
        receivers = self._receivers(list_id, contact_ids)
        for at in range(0, len(receivers), AT_ONCE):
            self._desk.progress(at, len(receivers))
            for contact in self._desk.store.contacts.get_all(receivers[at : at + AT_ONCE]):
                self._drafting.meet(contact)
                yield self._one(contact)

    def keep(self, draft: Invoice) -> None:
        """Keep one of the drafts, with an audit row of its own."""
        self._drafting.keep(draft)
        self._desk.note(MAKE, draft.id, self._desk.store.changes.taken())

    def _one(self, contact: Contact) -> tuple[ForOne, Invoice]:
        written = replace(self._content, customer_id=contact.id)
        draft = self._drafting.written(written, InvoiceId(new_id()), 1)
        wanted = {line.product_id for line in written.lines if line.product_id}
        products = {one: self._drafting.product(one) for one in wanted}
        problems = (
            *check_parties(contact, written.lines, products),
            *self._drafting.problems(draft),
        )
        told = ForOne(
            contact_id=contact.id,
            name=contact.name,
            language=draft.language,
            gross=None if check_figures(draft) else self._drafting.taxing.totals(draft).gross,
            problems=problems,
            is_skipped=any(not one.is_warning for one in problems),
        )
        return told, draft

    def _receivers(
        self, list_id: MailingListId | None, contact_ids: tuple[ContactId, ...]
    ) -> tuple[ContactId, ...]:
        listed: tuple[ContactId, ...] = ()
        if list_id is not None:
            kept = self._desk.store.mailing_lists.get(list_id)
            listed = Mailings(self._desk).receivers(kept.form)
        return tuple(dict.fromkeys((*listed, *contact_ids)))
