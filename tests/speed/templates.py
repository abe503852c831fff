"""Invoices to be repeated: made once by the real rules, then given other numbers and customers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random

from app.domain.accounting.chart import Account
from app.domain.accounting.journal import Entry
from app.domain.accounting.sales import sales_accounts
from app.domain.admin.pack import CountryPack
from app.domain.contacts.contact import Contact
from app.domain.invoices.draft import Draft, DraftLine, Usual, as_draft
from app.domain.invoices.invoice import Discount, Invoice, Totals
from app.domain.invoices.issue import issue
from app.domain.invoices.posting import entry_for
from app.domain.invoices.totals import totals_of
from app.domain.products.product import Product
from app.domain.shared.ids import EntryId, InvoiceId, ProductId
from app.domain.shared.quantities import Quantity, Rate

SINCE = (date(2022, 1, 1), date(2024, 9, 1), date(2026, 1, 1))
"""The days on which Finnish rates changed: each period has invoices of its own."""
EACH = 60


@dataclass(frozen=True, slots=True)
class Template:
    """An issued invoice with its figures and its entry."""

    invoice: Invoice
    totals: Totals
    entry: Entry


class Templates:
    """Invoices of every period, drawn by the same chance every time."""

    def __init__(
        self, country: CountryPack, chart: Sequence[Account], products: Mapping[ProductId, Product]
    ) -> None:
        self._country = country
        self._accounts = sales_accounts(chart)
        self._products = products

    def of(self, day: date, customer: Contact, chance: Random) -> tuple[Template, ...]:
        """Return templates at the rates of a day."""
        return tuple(self._one(day, customer, chance) for _ in range(EACH))

    def _one(self, day: date, customer: Contact, chance: Random) -> Template:
        usual = Usual(
            currency=self._country.currency,
            language=self._country.languages[0],
            terms_days=14,
            vat=self._country.vat[0].code,
            codes=self._country.vat_codes(),
            customer=customer,
            products=self._products,
        )
        draft = as_draft(self._content(customer, chance), InvoiceId(1), 1, usual, day)
        issued = replace(issue(draft, "1", day, ""), issued_on=day)
        totals = totals_of(issued)
        entry = entry_for(issued, totals, self._accounts, EntryId(1), "1")
        if entry is None:
            raise ValueError(issued)
        return Template(issued, totals, entry)

    def _content(self, customer: Contact, chance: Random) -> Draft:
        products = tuple(self._products)
        lines = tuple(
            DraftLine(
                product_id=products[chance.randrange(len(products))],
                quantity=Quantity(Decimal(chance.randrange(1, 40))),
                discount=Discount(percent=Rate(Decimal(chance.choice((0, 0, 0, 10))))),
            )
            for _ in range(chance.randrange(1, 6))
        )
        percent = Rate(Decimal(chance.choice((0, 0, 5))))
        return Draft(customer.id, lines, Discount(percent=percent))
