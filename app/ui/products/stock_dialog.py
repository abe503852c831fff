"""How a product is kept in stock: told apart by what, valued how, and ordered again when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId, ProductId
from app.domain.shared.quantities import Quantity, UnitPrice
from app.domain.shared.refusals import Invalid, OfficeError
from app.domain.stock.item import Billing, Costing, Customs, Reorder, StockItem, Tracking
from app.lang.texts import mark
from app.services import contacts, stock_items
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

TRACKINGS = {
    Tracking.NONE: mark("All pieces are alike"),
    Tracking.LOT: mark("By the lot they came in"),
    Tracking.SERIAL: mark("Each by its serial number"),
}
COSTINGS = {
    Costing.FIFO: mark("What came first goes first"),
    Costing.AVERAGE: mark("Moving average"),
    Costing.STANDARD: mark("A set cost"),
}
BILLINGS = {
    Billing.DELIVERED: mark("What went out"),
    Billing.ORDERED: mark("What was ordered"),
}
_FIGURES = ("least", "most", "pack", "lead_days", "shelf_days", "standard_cost", "weight_g")


_WIDE = 640


class StockDialog(Dialog):
    """Changes how a product is kept; what is not stocked yet is from now on."""

    def __init__(self, shell: Shell, parent: QWidget, item: StockItem) -> None:
        text = _("A product that is kept in stock is received, counted, valued and ordered again.")
        super().__init__(parent, _("Kept in stock"), text, "packages")
        self._shell = shell
        self._item = item
        self.form = Form()
        self.form.setMinimumWidth(theme().px(_WIDE))
        self.tracking = ChoiceEdit([(one, _(text)) for one, text in TRACKINGS.items()])
        self.costing = ChoiceEdit([(one, _(text)) for one, text in COSTINGS.items()])
        self.billing = ChoiceEdit([(one, _(text)) for one, text in BILLINGS.items()])
        self.figures = {name: NumberEdit() for name in _FIGURES}
        self.supplier: Picker[ContactRow] = Picker(shell.client, contacts.find, _name)
        self.supplier_code, self.customs, self.origin = TextEdit(), TextEdit(), TextEdit()
        self.is_checked = CheckEdit(_("What comes in is quarantined until it was inspected"))
        self._put_fields()
        self._put(item)
        self.add_field(self.form)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Keep"), self.keep, primary=True)
        self.tracking.setFocus()

    def keep(self) -> None:
        """Keep the product as is written."""
        client = self._shell.client
        client.do(self._kept, stock_items.save, self.item(), refused=self._refused)

    def supplier_known(self, rows: Sequence[ContactRow]) -> None:
        """Show the supplier by its name."""
        if rows:
            self.supplier.put(rows[0])

    def item(self) -> StockItem:
        """Return the item that is written; what was not shown stays as it was."""
        before, row = self._item, self.supplier.value()
        return replace(
            before,
            tracking=self.tracking.value(),
            costing=self.costing.value(),
            billing=self.billing.value(),
            standard_cost=UnitPrice(self._figure("standard_cost")),
            shelf_days=int(self._figure("shelf_days")),
            is_checked=self.is_checked.value(),
            reorder=Reorder(
                Quantity(self._figure("least")),
                Quantity(self._figure("most")),
                Quantity(self._figure("pack")),
                int(self._figure("lead_days")),
                ContactId(row.id) if row is not None else None,
                self.supplier_code.value(),
            ),
            customs=Customs(
                self.customs.value(),
                self.origin.value().upper(),
                Quantity(self._figure("weight_g")),
            ),
        )

    def _figure(self, name: str) -> Decimal:
        found = self.figures[name].value()
        return Decimal(1 if name == "pack" else 0) if found is None else found

    def _put_fields(self) -> None:
        figures, form = self.figures, self.form
        form.add("tracking", _("Pieces are told apart"), self.tracking, columns=6)
        form.add("costing", _("Valued by"), self.costing, columns=6)
        form.add("standard_cost", _("Set cost of one"), figures["standard_cost"], columns=4)
        form.add("billing", _("Invoiced is"), self.billing, columns=4)
        form.add("shelf_days", _("Keeps for days"), figures["shelf_days"], columns=4)
        form.add("reorder.least", _("Least"), figures["least"], columns=3)
        form.add("reorder.most", _("Fill up to"), figures["most"], columns=3)
        form.add("reorder.pack", _("In packs of"), figures["pack"], columns=3)
        form.add("reorder.lead_days", _("Takes days"), figures["lead_days"], columns=3)
        form.add("reorder.supplier_id", _("Supplier"), self.supplier, columns=8)
        form.add("reorder.supplier_code", _("Supplier's code"), self.supplier_code, columns=4)
        form.add("customs.code", _("Commodity code"), self.customs, columns=4)
        form.add("customs.origin", _("Origin (two letters)"), self.origin, columns=4)
        form.add("customs.weight_g", _("Grams of one"), figures["weight_g"], columns=4)
        form.add("is_checked", "", self.is_checked, columns=12)
        form.chain()

    def _put(self, item: StockItem) -> None:
        self.tracking.put(item.tracking)
        self.costing.put(item.costing)
        self.billing.put(item.billing)
        rule, customs = item.reorder, item.customs
        values = (rule.least, rule.most, rule.pack, Decimal(rule.lead_days))
        others = (Decimal(item.shelf_days), item.standard_cost, customs.weight_g)
        for name, value in zip(_FIGURES, (*values, *others), strict=True):
            self.figures[name].put(Decimal(value))
        self.supplier_code.put(rule.supplier_code)
        self.customs.put(customs.code)
        self.origin.put(customs.origin)
        self.is_checked.put(item.is_checked)

    def _kept(self, _item: StockItem) -> None:
        self.accept()
        self._shell.say(_("The product is kept in stock"))

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems, focus=True)
        else:
            self.reject()
            self._shell.refuse(error)


class _Beginning:
    """Reads how a product is kept, then asks."""

    def __init__(self, shell: Shell, parent: QWidget, product_id: ProductId) -> None:
        self._shell = shell
        self._parent = parent
        self._product_id = product_id

    def start(self) -> None:
        """Ask how the product is kept now."""
        self._shell.client.ask(self._open, stock_items.get, self._product_id)

    def _open(self, item: StockItem | None) -> None:
        found = item or StockItem(self._product_id, 1)
        dialog = StockDialog(self._shell, self._parent, found)
        supplier = found.reorder.supplier_id
        if supplier is not None:
            self._shell.client.ask_each(dialog.supplier_known, contacts.rows, (supplier,))
        dialog.open()


def ask_stock(shell: Shell, parent: QWidget, product_id: ProductId) -> None:
    """Show how a product is kept in stock, to be changed."""
    _Beginning(shell, parent, product_id).start()


def _name(row: ContactRow) -> str:
    return row.name
