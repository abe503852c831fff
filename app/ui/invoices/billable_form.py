"""The fields of time or an expense to invoice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.billables.billable import BillableKind, Work
from app.domain.contacts.row import ContactRow
from app.domain.products.row import ProductRow
from app.domain.shared.ids import ContactId, ProductId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity, UnitPrice
from app.services import contacts, products
from app.services.billables import Opened
from app.ui.invoices.billable_words import KINDS
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language
from app.ui.kit.unread import unread
from app.ui.kit.vat_choices import vat_text

NOTHING = UnitPrice(Decimal(0))


class WorkFields(Form):
    """Fields that hold Work; a chosen product fills what is still empty."""

    def __init__(self, shell: Shell, opened: Opened) -> None:
        super().__init__()
        self._today = shell.today
        self.customer: Picker[ContactRow] = Picker(
            shell.client, contacts.find, lambda row: row.name, lambda row: row.number
        )
        self.done_on = DateEdit(shell.today)
        self.kind = ChoiceEdit([(kind, _(text)) for kind, text in KINDS.items()])
        self.product: Picker[ProductRow] = Picker(
            shell.client, products.find, lambda row: row.code, lambda row: row.name_in(language())
        )
        self.text = TextEdit()
        self.quantity = NumberEdit()
        self.unit = TextEdit()
        self.price = MoneyEdit(opened.currency)
        vat = [("", _("Usual")), *((one.code, vat_text(one)) for one in opened.vat)]
        self.vat = ChoiceEdit(vat)
        self.customer.picked.connect(self._follow_customer)
        self.product.picked.connect(self._follow_product)
        self._lay_out(opened.currency)

    def put(self, work: Work, opened: Opened) -> None:
        """Show work; nothing of it counts as typed."""
        people = {row.id: row for row in opened.customers}
        goods = {row.id: row for row in opened.products}
        self.customer.put(people.get(work.customer_id) if work.customer_id else None)
        self.done_on.put(work.done_on or self._today())
        self.kind.put(work.kind)
        self.product.put(goods.get(work.product_id) if work.product_id else None)
        self.text.put(work.text)
        self.quantity.put(work.quantity or None)
        self.unit.put(work.unit)
        self.price.put(work.price or None)
        self.vat.put(work.vat)
        self.call_clean()

    def value(self) -> Work:
        """Return what stands in the fields; what cannot be read counts as nothing."""
        customer, product = self.customer.value(), self.product.value()
        price, quantity = self.price.value(), self.quantity.value()
        return Work(
            customer_id=ContactId(customer.id) if customer else None,
            kind=self.kind.value() or BillableKind.TIME,
            done_on=self.done_on.value(),
            text=self.text.value(),
            quantity=Quantity(quantity or Decimal(0)),
            unit=self.unit.value(),
            price=NOTHING if price is None else UnitPrice(price),
            vat=self.vat.value(),
            product_id=ProductId(product.id) if product else None,
        )

    def unreadable(self) -> Iterator[Problem]:
        """Yield what cannot be read."""
        yield from unread(self)

    def _follow_customer(self, _row: object) -> None:
        """Go on to the day: Enter has picked."""
        self.done_on.setFocus()

    def _follow_product(self, row: ProductRow) -> None:
        """Fill what is empty from a product; its price only if it is without VAT."""
        if not self.text.value():
            self.text.put(row.name_in(language()))
        if not self.unit.value():
            self.unit.put(row.unit)
        if self.price.value() is None and not row.is_gross:
            self.price.put(row.price)
        self.text.setFocus()

    def _lay_out(self, currency: str) -> None:
        self.add("customer_id", _("Customer"), self.customer, columns=6)
        self.add("done_on", _("Date"), self.done_on, columns=3)
        self.add("kind", _("Kind"), self.kind, columns=3)
        self.add("product_id", _("Product"), self.product, columns=4)
        self.add("text", _("Description"), self.text, columns=8)
        self.add("quantity", _("Quantity"), self.quantity, columns=3)
        self.add("unit", _("Unit"), self.unit, columns=2)
        self.add("price", _("Price in {currency}", currency=currency), self.price, columns=3)
        self.add("vat", _("VAT"), self.vat, columns=4)
