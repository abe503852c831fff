"""The fields of how a product is kept in stock, in the order a clerk fills them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial

from app.domain.contacts.row import ContactRow
from app.domain.products.row import ProductRow
from app.domain.shared.ids import ContactId, ProductId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity, UnitPrice
from app.domain.stock.item import (
    Billing,
    Costing,
    Customs,
    PackUnit,
    Part,
    Reorder,
    StockItem,
    Tracking,
)
from app.domain.stock.keeping import NOT_CHOSEN
from app.domain.stock.location import Location
from app.lang.texts import mark
from app.services import contacts, locations, products
from app.services.stock_items import Kept
from app.ui.kit.client import OfficeClient
from app.ui.kit.editor import CheckEdit, NumberEditor
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.picker import Picker
from app.ui.kit.texts import _, language
from app.ui.products.factor import FactorEdit

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
_DAYS = ("lead_days", "shelf_days")
_FIGURES = ("least", "most", "pack", "lead_days", "shelf_days", "standard_cost", "weight_g")
NOTHING = Decimal(0)


class StockFields(Form):
    """Fields that hold a stock item; ``kept`` is what is there."""

    def __init__(self, client: OfficeClient, kept: Kept) -> None:
        super().__init__()
        self._client = client
        self.tracking = ChoiceEdit([(one, _(text)) for one, text in TRACKINGS.items()])
        self.costing = ChoiceEdit([(one, _(text)) for one, text in COSTINGS.items()])
        self.billing = ChoiceEdit([(one, _(text)) for one, text in BILLINGS.items()])
        self.figures = {
            name: NumberEdit(places=0) if name in _DAYS else NumberEdit() for name in _FIGURES
        }
        self.supplier: Picker[ContactRow] = Picker(client, contacts.find, _contact)
        self.place_kept: Picker[Location] = Picker(client, locations.find, _code, _place)
        self.supplier_code, self.customs, self.origin = TextEdit(), TextEdit(), TextEdit()
        self.is_checked = CheckEdit(_("What comes in is quarantined until it was inspected"))
        self.is_kit = CheckEdit(_("A kit: it is never on hand itself, its parts are sold together"))
        self._put_fields()
        self._put_units(kept.product.unit)
        self._put_order()
        self._put_parts()
        self.chain()
        self.show_kept(kept)

    def show_kept(self, kept: Kept) -> None:
        """Show how the product is kept."""
        self._item = kept.item
        self._unseen = kept.item.reorder.supplier_id if kept.supplier is None else None
        self._fill(kept)
        self.call_clean()

    def item(self) -> StockItem:
        """Return the item that is written; what was not shown stays as it was."""
        place, units, parts = self.place_kept.value(), self.units.values(), self.parts.values()
        return replace(
            self._item,
            tracking=self.tracking.value(),
            costing=self.costing.value(),
            billing=self.billing.value(),
            standard_cost=UnitPrice(self._figure("standard_cost")),
            units=tuple(
                PackUnit(one["unit"], one["factor"] or Fraction(0), one["gtin"]) for one in units
            ),
            reorder=self._reorder(),
            customs=Customs(
                self.customs.value(),
                self.origin.value().upper(),
                Quantity(self._figure("weight_g")),
            ),
            location_id=place.id if place else None,
            shelf_days=int(self._figure("shelf_days")),
            parts=tuple(
                Part(ProductId(one["product_id"].id), Quantity(one["quantity"] or NOTHING))
                for one in parts
            ),
            is_kit=self.is_kit.value(),
            is_checked=self.is_checked.value(),
        )

    def unreadable(self) -> Iterator[Problem]:
        """Yield the numbers that are none, and the words that chose nothing."""
        for path in self.paths:
            editor = self.cell(path).editor
            if isinstance(editor, NumberEditor) and not editor.is_readable():
                yield editor.rule.at(path, text=editor.text())
            elif isinstance(editor, Picker) and editor.words() and editor.value() is None:
                yield NOT_CHOSEN.at(path)
        for row in range(self.parts.count()):
            product, many = (self.parts.editor(row, one) for one in ("product_id", "quantity"))
            if many.value() is not None and not product.words():
                yield NOT_CHOSEN.at(self.parts.path(row, "product_id"))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Return problems at the fields in which they are mended."""
        return [replace(one, field=self._field_of(one.field)) for one in problems]

    def _field_of(self, told: str) -> str:
        if told == "parts":
            return self.parts.first_of("product_id")
        return self.parts.place_of(self.units.place_of(told))

    def _reorder(self) -> Reorder:
        row = self.supplier.value()
        return Reorder(
            Quantity(self._figure("least")),
            Quantity(self._figure("most")),
            Quantity(self._figure("pack")),
            int(self._figure("lead_days")),
            ContactId(row.id) if row is not None else self._unseen,
            self.supplier_code.value(),
        )

    def _figure(self, name: str) -> Decimal:
        found = self.figures[name].value()
        return Decimal(1 if name == "pack" else 0) if found is None else found

    def _put_fields(self) -> None:
        figures = self.figures
        self.add("tracking", _("Pieces are told apart"), self.tracking, columns=6)
        self.add("costing", _("Valued by"), self.costing, columns=6)
        self.add("standard_cost", _("Set cost of one"), figures["standard_cost"], columns=4)
        self.add("billing", _("Invoiced is"), self.billing, columns=4)
        self.add("shelf_days", _("Keeps for days"), figures["shelf_days"], columns=4)
        self.add("location_id", _("Usual place"), self.place_kept, columns=12)
        self.add("is_checked", "", self.is_checked, columns=12)

    def _put_units(self, own: str) -> None:
        self.heading(_("Other units"))
        many = _("Is so many {unit}", unit=own) if own else _("Is so many")
        self.units = PartRows(
            self,
            "units",
            (
                PartField("unit", _("Unit"), TextEdit, columns=4, is_main=True),
                PartField("factor", many, FactorEdit, columns=4, is_main=True),
                PartField("gtin", _("GTIN"), TextEdit, columns=4, is_main=True),
            ),
        )
        self.place(self.units)

    def _put_order(self) -> None:
        figures = self.figures
        self.heading(_("Ordered again"))
        self.add("reorder.least", _("Least"), figures["least"], columns=3)
        self.add("reorder.most", _("Fill up to"), figures["most"], columns=3)
        self.add("reorder.pack", _("In packs of"), figures["pack"], columns=3)
        self.add("reorder.lead_days", _("Takes days"), figures["lead_days"], columns=3)
        self.add("reorder.supplier_id", _("Supplier"), self.supplier, columns=8)
        self.add("reorder.supplier_code", _("Supplier's code"), self.supplier_code, columns=4)
        self.add("customs.code", _("Commodity code"), self.customs, columns=4)
        self.add("customs.origin", _("Origin (two letters)"), self.origin, columns=4)
        self.add("customs.weight_g", _("Grams of one"), figures["weight_g"], columns=4)

    def _put_parts(self) -> None:
        self.heading(_("Made of"))
        part = partial(Picker[ProductRow], self._client, products.find, _product, _code)
        self.parts = PartRows(
            self,
            "parts",
            (
                PartField("product_id", _("Product"), part, columns=9, is_main=True),
                PartField("quantity", _("Quantity"), NumberEdit, columns=3),
            ),
        )
        self.place(self.parts)
        self.add("is_kit", "", self.is_kit, columns=12)

    def _fill(self, kept: Kept) -> None:
        item, rows = kept.item, {one.id: one for one in kept.parts}
        self.tracking.put(item.tracking)
        self.costing.put(item.costing)
        self.billing.put(item.billing)
        rule, customs = item.reorder, item.customs
        values = (rule.least, rule.most, rule.pack, Decimal(rule.lead_days))
        others = (Decimal(item.shelf_days), item.standard_cost, customs.weight_g)
        for name, value in zip(_FIGURES, (*values, *others), strict=True):
            self.figures[name].put(Decimal(value))
        self.supplier.put(kept.supplier)
        self.supplier_code.put(rule.supplier_code)
        self.customs.put(customs.code)
        self.origin.put(customs.origin)
        self.place_kept.put(kept.place)
        self.is_checked.put(item.is_checked)
        self.is_kit.put(item.is_kit)
        self.units.put([{"unit": u.unit, "factor": u.factor, "gtin": u.gtin} for u in item.units])
        parts = [one for one in item.parts if one.product_id in rows]
        self.parts.put(
            [{"product_id": rows[one.product_id], "quantity": one.quantity} for one in parts]
        )


def _contact(row: ContactRow) -> str:
    return row.name


def _product(row: ProductRow) -> str:
    return row.name_in(language())


def _code(row: ProductRow | Location) -> str:
    return row.code


def _place(row: Location) -> str:
    return row.name
