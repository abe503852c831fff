"""Issuing: number, save, post and print one invoice after the other, then file their papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from app.documents.model import Document
from app.domain.accounting.chart import AccountUse
from app.domain.accounting.sales import SalesAccounts, sales_accounts
from app.domain.archive.document import DocumentState, Link
from app.domain.archive.record import Filing, Record
from app.domain.invoices.buyers import buyer_of
from app.domain.invoices.checks import check
from app.domain.invoices.findable import KIND as INVOICE
from app.domain.invoices.findable import findable
from app.domain.invoices.invoice import Invoice, Kind, Totals
from app.domain.invoices.issue import issue, rated, series_of, tidied
from app.domain.invoices.posting import entry_for, source_of
from app.domain.payments.open_item import position_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import EntryId, InvoiceId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid
from app.services.billed_lines import BilledLines
from app.services.country import Country
from app.services.dressing import Wardrobe
from app.services.einvoicing import PDF, XML, xml_of
from app.services.limits import About, Limits
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.origins import Origins
from app.services.papers import Outfit, document_of
from app.services.permissions import Permission
from app.services.presses import OwnPress, Press, Taken
from app.services.rates import Rates
from app.services.registering import NewDocument, Register, begun
from app.services.sending import rules_of
from app.services.settling import Settler, Uses
from app.services.taxing import Taxing
from app.storage.deeds import Changes

FORM = "invoice"
BATCH = 100
"""How many papers are kept in memory before they are filed together."""
TYPE = "sales-invoice"
"""The type of document that the paper of an issued invoice is."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An invoice that was issued, with the paper that still has to be filed."""

    invoice: Invoice
    totals: Totals
    pdf: bytes
    xml: bytes = b""

    @property
    def papers(self) -> tuple[tuple[Filing, bytes], ...]:
        """Return what is filed of it: the e-invoice where there is one, and the paper."""
        e_invoice = ((_filing(self.invoice, XML, "xml"), self.xml),) if self.xml else ()
        return (*e_invoice, (_filing(self.invoice, PDF, "pdf"), self.pdf))


@dataclass(frozen=True, slots=True)
class Numbered:
    """An invoice that was issued, whose paper is still to be printed and filed."""

    invoice: Invoice
    totals: Totals
    document: Document
    xml: bytes = b""


class Issuer:
    """Issues invoices with what one office holds: company, country, chart and logo."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        here = Country(desk)
        self._company = here.company
        self._pack = here.pack
        self._taxing = Taxing(desk, here)
        self._rules = rules_of(self._company, self._pack)
        if here.due_on_payment:
            Uses(desk).of(AccountUse.UNDUE_VAT)
        accounts = sales_accounts(desk.store.ledger.accounts(only_in_use=True), here.due_on_payment)
        self._accounts = replace(accounts, currency=self._company.currency)
        self._wardrobe = Wardrobe(desk)
        self._numbering = Numbering(desk, self._company)
        self._register = Register(desk)
        self._is_ready = False
        self._type = next((one for one in self._register.types if one.code == TYPE), None)

    def issue(self, invoice_id: InvoiceId) -> Printed:
        """Number, save and post a draft and print it; raises NotADraft, Invalid, SeriesClosed.

        What filing it needs and bears no number is done first: who waits for the number waits less.
        """
        store = self._desk.store
        store.search.remove(INVOICE, invoice_id)
        self._is_ready = True
        one = self.number(self._desk.store.invoices.get(invoice_id))
        return Printed(one.invoice, one.totals, OwnPress().print(one.document)(), one.xml)

    def number(self, draft: Invoice) -> Numbered:
        """Number, save and post a draft; raises NotADraft, Invalid, SeriesClosed."""
        ready = self._ready(draft)
        self._desk.store.drafts.drop_all(FORM, draft.id)
        issued, totals, outfit = self._issued(draft, ready)
        self._desk.store.invoices.save(draft, issued, totals)
        return self._booked(issued, totals, outfit)

    def number_new(self, draft: Invoice) -> Numbered:
        """Number, write and post what was written a moment ago; raises as ``number``.

        It was no draft before: its buyer, rates and texts are those of today already.
        """
        issued, totals, outfit = self._issued(draft, draft)
        self._desk.store.invoices.add(issued, totals)
        return self._booked(issued, totals, outfit)

    def _issued(self, draft: Invoice, ready: Invoice) -> tuple[Invoice, Totals, Outfit]:
        """Return the invoice that a draft becomes, with its number, its figures and what it wears.

        The number is taken last: nobody else has one until this is committed. Raises AboveLimit for
        who may not issue that much.
        """
        desk = self._desk
        draft.require_draft()
        Origins(desk).hold(draft)
        require_right(self._problems(ready))
        totals = self._taxing.totals(ready)
        buyer = ready.buyer.name if ready.buyer else ""
        about = About(f"invoice:{draft.id}", buyer, draft)
        Limits(desk).require(Permission.INVOICES_ISSUE, totals.gross, about)
        worn = self._wardrobe.frozen(self._wardrobe.layout_of(ready))
        outfit = self._wardrobe.worn(worn, ready)
        if ready.customer_id is not None:
            desk.store.contact_seals.know(ready.customer_id)
        number = self._numbering.take(series_of(ready.kind), ready.issued_on or desk.today)
        is_claim = ready.kind is not Kind.CREDIT_NOTE
        reference = self._pack.reference_of(number) if is_claim else ""
        issued = replace(issue(ready, number, desk.today, reference), layout_id=worn)
        return issued, totals, outfit

    def _booked(self, issued: Invoice, totals: Totals, outfit: Outfit) -> Numbered:
        """Write down what is open of an issued invoice, post it and describe its paper."""
        self._desk.store.open_items.add(position_of(issued, totals))
        BilledLines(self._desk).recount(issued)
        self._taxing.keep(issued, totals)
        self._post(issued, totals)
        is_sent = issued.eformat is not EFormat.NONE
        xml = xml_of(issued, totals, self._company, self._pack) if is_sent else b""
        paper = document_of(issued, totals, outfit, xml)
        return Numbered(issued, totals, paper, xml)

    def file(self, printed: Iterable[Printed]) -> None:
        """File the papers of issued invoices for good, and make them all findable."""
        if not (papers := tuple(printed)):
            return
        each = [(one, filing, content) for one in papers for filing, content in one.papers]
        filings = [(filing, (content,)) for _printed, filing, content in each]
        store, is_ready = self._desk.store, self._is_ready
        records = store.archive.add_many(filings, self._desk.now)
        owners = (printed for printed, _filing, _content in each)
        cards = tuple(map(self._card, owners, records))
        documents = self._register.keep(cards, is_printed=True)
        invoices = (findable(one.invoice, one.totals, self._desk.today) for one in papers)
        make_findable = store.search.add_many if is_ready else store.search.put_many
        make_findable((*invoices, *documents))

    def _card(self, printed: Printed, record: Record) -> NewDocument:
        """Return the sealed document of an invoice's paper."""
        invoice = printed.invoice
        card = replace(
            begun(record, record.name if record.media_type == XML else invoice.number),
            state=DocumentState.FILED,
            type_id=self._type.id if self._type else None,
            correspondent_id=invoice.customer_id,
            day=invoice.issued_on,
            reference=invoice.reference,
            amount=printed.totals.gross,
            is_sealed=True,
        )
        name = invoice.buyer.name if invoice.buyer else ""
        return NewDocument(card, record, (Link(INVOICE, invoice.id),), name)

    def _ready(self, draft: Invoice) -> Invoice:
        """Return the draft with the buyer as known today, and the rates of its own days."""
        customer = draft.customer_id
        buyer = buyer_of(self._desk.store.contacts.get(customer)) if customer else draft.buyer
        ready = rated(tidied(replace(draft, buyer=buyer)), self._rules.codes, self._desk.today)
        return Rates(self._desk).frozen(Origins(self._desk).with_rest(ready))

    def _problems(self, ready: Invoice) -> tuple[Problem, ...]:
        return (
            *check(ready, self._rules, self._desk.today),
            *Origins(self._desk).problems_of(ready),
            *self._taxing.problems(ready),
            *Rates(self._desk).problems_of(ready),
        )

    def _post(self, issued: Invoice, totals: Totals) -> None:
        """Post the entry of an invoice; one over nothing has none and takes no number."""
        accounts = self._accounts_of(issued)
        entry = entry_for(issued, totals, accounts, EntryId(new_id()), "")
        if entry is not None:
            number = self._numbering.take("journal", entry.booked_on)
            self._desk.store.ledger.post(replace(entry, number=number))
        if issued.deducted:
            Settler(self._desk).undue.follow_deducted(issued, issued.issued_on or self._desk.today)

    def _accounts_of(self, issued: Invoice) -> SalesAccounts:
        """Return where a paper is posted to; an older office gets its account of advances."""
        if issued.project_id is None and issued.kind is not Kind.DOWN_PAYMENT:
            return self._accounts
        if self._accounts.advances is None:
            advances = Uses(self._desk).of(AccountUse.ADVANCES)
            self._accounts = replace(self._accounts, advances=advances)
        undue = Settler(self._desk).undue.account_of_advance(issued)
        accounts = self._accounts if undue is None else self._accounts.as_waiting(undue)
        origin = issued.origin
        if issued.kind is Kind.CREDIT_NOTE and origin is not None:
            credited = self._desk.store.invoices.get(origin.invoice_id)
            if credited.kind is Kind.DOWN_PAYMENT:
                return accounts.as_advances()
        return accounts


class Run:
    """Issues many: their papers are filed a batch at a time, and each has its own audit row."""

    def __init__(self, desk: Desk, command: str, press: Press | None = None) -> None:
        self._desk = desk
        self._command = command
        self._press = press or OwnPress()
        self.issuer = Issuer(desk)
        self._waiting: list[tuple[Numbered, Taken, Changes]] = []

    def issue(self, invoice_id: InvoiceId) -> None:
        """Issue one draft, all or nothing; raises what ``Issuer.issue`` does."""
        with self._desk.store.attempt():
            taken = self.print(self.issuer.number(self._desk.store.invoices.get(invoice_id)))
        self.keep(*taken)

    def print(self, one: Numbered) -> tuple[Numbered, Taken]:
        """Let the paper of an invoice be printed."""
        return one, self._press.print(one.document)

    def keep(self, one: Numbered, taken: Taken) -> None:
        """Let an invoice that was issued wait for its paper to be filed, with what was changed."""
        self._waiting.append((one, taken, self._desk.store.changes.taken()))
        if len(self._waiting) == BATCH:
            self.file()

    def refuse(self, invoice_id: InvoiceId, code: str) -> None:
        """Note a draft that was refused, and stays one."""
        self._desk.note(self._command, invoice_id, Changes(), code)

    def file(self) -> None:
        """File the papers that wait, and write down what became of each invoice."""
        waiting, self._waiting = self._waiting, []
        printed = [Printed(one.invoice, one.totals, taken(), one.xml) for one, taken, _ in waiting]
        self.issuer.file(printed)
        filed = self._desk.store.changes.taken().noted
        half = len(filed) // 2
        records, cards = iter(filed[:half]), iter(filed[half:])
        for one, (_numbered, _taken, changes) in zip(printed, waiting, strict=True):
            count = len(one.papers)
            changes.noted.extend((*islice(records, count), *islice(cards, count)))
            self._desk.note(self._command, one.invoice.id, changes)


def require_right(problems: tuple[Problem, ...]) -> None:
    """Raise Invalid where a problem is more than a warning."""
    wrong = tuple(problem for problem in problems if not problem.is_warning)
    if wrong:
        raise Invalid(wrong)


def _filing(invoice: Invoice, media_type: str, suffix: str) -> Filing:
    name = invoice.number.replace("/", "-").replace("\\", "-")
    return Filing(f"{name}.{suffix}", media_type, source_of(invoice.id), is_sealed=True)
