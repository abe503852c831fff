"""Taxing: which code a sale gets by its place of delivery, and what each authority gets of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.contacts.address import Address, AddressUse
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.exemptions import Exemption, check_places, code_at, held_by
from app.domain.invoices.invoice import Invoice, Kind, TaxShare, Totals
from app.domain.invoices.issue import check_due
from app.domain.invoices.stacked import credited, left_of, reported, with_shares
from app.domain.invoices.totals import totals_of
from app.domain.products.product import Product
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import ContactId, InvoiceId, ProductId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.vat import Category
from app.services.country import Country
from app.services.office import Desk

NO_TAX_INVOICE = Rule("invoices.etax-of-no-tax-invoice")


class Taxing:
    """Taxes invoices at one desk."""

    def __init__(self, desk: Desk, country: Country | None = None) -> None:
        self._desk = desk
        self._country = country or Country(desk)
        self._codes = self._country.pack.vat_codes()
        self._is_stacked = any(code.parts for code in self._codes.values())

    def totals(self, invoice: Invoice) -> Totals:
        """Return every figure of an invoice, and what its paper says of its tax."""
        found = replace(totals_of(invoice), laws=tuple(self._laws(invoice)))
        if any(line.vat in self._country.due_on_payment for line in invoice.lines):
            return replace(found, is_undue=True)
        if not self._is_stacked:
            return found
        held = self.exemption(invoice)
        found = replace(found, certificate=held.number if held else "")
        found = with_shares(invoice, found, self._codes, self._desk.today)
        if invoice.kind is not Kind.CREDIT_NOTE or invoice.origin is None:
            return found
        return credited(found, self._left(invoice.origin.invoice_id))

    def _laws(self, invoice: Invoice) -> Iterator[tuple[Category, str]]:
        """Yield where the law says why a line has no tax, once each."""
        used = dict.fromkeys(line.vat for line in invoice.lines if not line.is_heading)
        for vat in used:
            code = self._codes.get(vat)
            if code is not None and code.note:
                yield code.category, code.note

    def keep(self, issued: Invoice, totals: Totals) -> None:
        """Write what each authority gets of an invoice that is being issued."""
        if self._is_stacked and issued.issued_on is not None:
            shares = reported(issued, totals)
            self._desk.store.tax_shares.add(issued.id, issued.issued_on, shares)

    def placed(self, content: Draft) -> Draft:
        """Return a draft whose lines have the code of the place of delivery where none is written.

        A product's code that holds in one place gives way to that of the place.
        """
        if not self._is_stacked:
            return content
        code = self._code_for(content)
        if not code:
            return content
        lines = tuple(self._placed(line, code) for line in content.lines)
        return replace(content, lines=lines)

    def problems(self, draft: Invoice) -> tuple[Problem, ...]:
        """Return a problem where tax that is due at once stands beside tax due on payment."""
        is_undue = any(line.vat in self._country.due_on_payment for line in draft.lines)
        is_other = is_undue or draft.kind is Kind.ABBREVIATED
        no_tax_invoice = draft.eformat is EFormat.ETAX and is_other
        return (
            *check_due(draft, self._country.due_on_payment),
            *((NO_TAX_INVOICE.at("eformat"),) if no_tax_invoice else ()),
        )

    def warnings(self, draft: Invoice) -> tuple[Problem, ...]:
        """Return warnings: a tax of another state, or no certificate for a sale without tax."""
        if not self._is_stacked:
            return ()
        day = draft.issued_on or self._desk.today
        known = self._exemptions(draft.customer_id)
        ship_to = self._ship_to(draft.customer_id, draft.deliver_to)
        return tuple(check_places(draft, ship_to, self._codes, known, day))

    def exemption(self, invoice: Invoice) -> Exemption | None:
        """Return the certificate that an invoice without tax goes by, if any of its lines does."""
        if not self._is_stacked:
            return None
        known = self._exemptions(invoice.customer_id)
        wanted = {one.vat for one in known} & {line.vat for line in invoice.lines}
        ship_to = self._ship_to(invoice.customer_id, invoice.deliver_to)
        fitting = [one for one in known if one.vat in wanted]
        return held_by(fitting, ship_to, invoice.issued_on or self._desk.today)

    def _placed(self, line: DraftLine, code: str) -> DraftLine:
        if line.vat or line.is_blank or (not line.quantity and not line.price):
            return line
        if line.product_id is None:
            return replace(line, vat=code)
        product = self._product(line.product_id)
        own = self._codes.get(product.vat)
        is_bound = own is None or bool(own.region) or bool(own.parts)
        return replace(line, vat=code) if is_bound else line

    def _code_for(self, content: Draft) -> str:
        """Return the code of a draft's place of delivery, of its certificate first; or nothing."""
        ship_to = self._ship_to(content.customer_id, content.deliver_to)
        day = content.issued_on or self._desk.today
        held = held_by(self._exemptions(content.customer_id), ship_to, day)
        if held is not None:
            return held.vat
        found = code_at(ship_to, self._codes.values(), self._country.pack.country)
        return found.code if found else ""

    def _ship_to(self, customer: ContactId | None, written: Address | None) -> Address | None:
        if written is not None or customer is None:
            return written
        return self._desk.store.contacts.get(customer).address_for(AddressUse.DELIVERY)

    def _exemptions(self, customer: ContactId | None) -> tuple[Exemption, ...]:
        if customer is None:
            return ()
        every = self._desk.store.exemptions.all()
        return tuple(one for one in every if one.contact_id == customer)

    def _product(self, product_id: ProductId) -> Product:
        return self._desk.store.products.get(product_id)

    def _left(self, origin: InvoiceId) -> tuple[TaxShare, ...]:
        store = self._desk.store
        notes = store.tax_shares.of(*store.chains.credits_of(origin))
        gone = (replace(one, base=-one.base, tax=-one.tax) for one in notes)
        return left_of(store.tax_shares.of(origin), gone)
