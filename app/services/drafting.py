"""Drafting: what is written becomes a draft, complete with what the office knows, and is kept."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from app.domain.contacts.contact import Contact
from app.domain.invoices.checks import IssueRules, check, check_far_on, check_figures
from app.domain.invoices.draft import Draft, Usual, as_draft, places_written
from app.domain.invoices.findable import findable
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.issue import series_of
from app.domain.products.product import Product
from app.domain.shared.ids import ContactId, InvoiceId, ProductId
from app.domain.shared.problems import Problem
from app.services.billed_lines import BilledLines
from app.services.country import Country
from app.services.dressing import Wardrobe
from app.services.issuing import FORM, require_right
from app.services.office import Desk
from app.services.origins import Origins
from app.services.rates import Rates
from app.services.sending import rules_of
from app.services.taxing import Taxing

UNKEPT = InvoiceId(0)
"""What a draft has for an id that is only looked at."""


class Drafting:
    """Writes drafts at one desk; company, customers and products are read once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        here = Country(desk)
        self.company = here.company
        self.country = here.pack
        self.taxing = Taxing(desk, here)
        self.codes = self.country.vat_codes()
        self._origins = Origins(desk)
        self._contacts: dict[ContactId, Contact] = {}
        self._products: dict[ProductId, Product] = {}

    @cached_property
    def rules(self) -> IssueRules:
        """What is asked of an invoice before it is issued."""
        return rules_of(self.company, self.country)

    def written(self, content: Draft, invoice_id: InvoiceId = UNKEPT, version: int = 0) -> Invoice:
        """Return the draft that this is, complete with what it leaves open; raises NotFound."""
        content = self.taxing.placed(content)
        wanted = {line.product_id for line in content.lines if line.product_id}
        usual = Usual(
            currency=self.company.currency,
            language=self.company.language,
            terms_days=self.company.terms_days,
            vat=self.country.vat[0].code,
            codes=self.codes,
            customer=self.contact(content.customer_id) if content.customer_id else None,
            products={one: self.product(one) for one in sorted(wanted)},
        )
        draft = as_draft(content, invoice_id, version, usual, self._desk.today)
        return self._origins.with_rest(draft)

    def problems(self, draft: Invoice) -> tuple[Problem, ...]:
        """Return all that stands in the way of issuing a draft, warnings among them."""
        return (
            *check(draft, self.rules, self._desk.today),
            *self.taxing.problems(draft),
            *self.taxing.warnings(draft),
            *self._origins.problems_of(draft),
            *self._origins.warnings_of(draft),
            *Rates(self._desk).problems_of(draft),
            *Wardrobe(self._desk).problems_of(draft),
        )

    def shown(self, draft: Invoice) -> tuple[Problem, ...]:
        """Return what a form shows of a draft: its problems, and a day that wants a look."""
        issued_on = draft.issued_on or self._desk.today
        last_on = self._desk.store.numbers.last_day(series_of(draft.kind))
        return (*self.problems(draft), *check_far_on(issued_on, last_on))

    def kept(
        self, content: Draft, invoice_id: InvoiceId, copied_from: InvoiceId | None = None
    ) -> Invoice:
        """Keep a new draft; raises Invalid."""
        new = replace(self.written(content, invoice_id, 1), copied_from=copied_from)
        require_right(placed(check_figures(new), content))
        self.keep(new)
        return new

    def keep(self, new: Invoice) -> None:
        """Keep a new draft that was found right."""
        figures = self.taxing.totals(new)
        self._desk.store.invoices.add(new, figures)
        BilledLines(self._desk).recount(new)
        self._desk.store.drafts.drop(FORM, new.id, self._desk.who.name)
        self._desk.store.search.put(findable(new, figures, self._desk.today))

    def meet(self, *contacts: Contact) -> None:
        """Know contacts that were read already."""
        self._contacts.update((one.id, one) for one in contacts)

    def contact(self, contact_id: ContactId) -> Contact:
        """Return a contact; raises NotFound."""
        if contact_id not in self._contacts:
            self._contacts[contact_id] = self._desk.store.contacts.get(contact_id)
        return self._contacts[contact_id]

    def product(self, product_id: ProductId) -> Product:
        """Return a product; raises NotFound."""
        if product_id not in self._products:
            self._products[product_id] = self._desk.store.products.get(product_id)
        return self._products[product_id]


def placed(problems: tuple[Problem, ...], content: Draft) -> tuple[Problem, ...]:
    """Return the problems of a tidy draft at the lines as they were written."""
    places = places_written(content)
    return tuple(replace(one, field=_place(one.field, places)) for one in problems)


def _place(field: str, places: tuple[int, ...]) -> str:
    parts = field.split(".")
    if parts[0] == "lines" and len(parts) > 1:
        parts[1] = str(places[int(parts[1])])
    return ".".join(parts)
