"""A new cost: what lies there is worth it from today; the entry is seen before it is booked."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import UnitPrice
from app.domain.shared.refusals import OfficeError
from app.services import revaluing
from app.services.revaluing import Revaluation
from app.ui.kit.fields import NumberEdit, TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language
from app.ui.stock.goods_dialogs import GoodsDialog


class RevalueDialog(GoodsDialog):
    """Asks for the new cost of one, and shows the entry that it would make."""

    def __init__(self, shell: Shell, parent: QWidget, now: Revaluation) -> None:
        text = _("What lies there is worth so much from today; what went out keeps its cost.")
        super().__init__(shell, parent, _("Set a new cost"), text, "coins")
        self.drafted_of = now.product_id
        self._product = now.product_id
        self.cost, self.reason = NumberEdit(), TextEdit()
        self.cost.put(now.each)
        self.told = plain_label(entry_text(now), "text")
        self.told.setWordWrap(True)
        label = _("Cost of one ({currency})", currency=now.currency)
        self.add_labelled(label, self.cost)
        self.add_labelled(_("Reason"), self.reason)
        self.add_field(self.told)
        self.finish(_("Book it"), self.book)
        self.cost.textChanged.connect(self.look)
        self.cost.setFocus()

    def look(self) -> None:
        """Show what the cost that stands there would make of the value."""
        value = self.cost.value() if self.cost.is_readable() else None
        if value is not None:
            asked = (self._product, UnitPrice(value), language())
            self._shell.client.ask_or(self._show, self._hold, revaluing.preview, *asked)

    def book(self) -> None:
        """Book the new cost, or say why that is not possible."""
        self.wrong.hide()
        if not self.cost.is_readable():
            self.cost.setFocus()
            return
        cost = UnitPrice(self.cost.value() or Decimal(0))
        asked = (self._product, cost, self.reason.value())
        self._shell.client.do(self._booked, revaluing.revalue, *asked, refused=self.refuse)

    def _show(self, found: Revaluation) -> None:
        self.told.setText(entry_text(found))

    def _hold(self, _error: OfficeError) -> None:
        self.told.setText("")

    def _booked(self, found: Revaluation) -> None:
        self.accept()
        by = formats().amount(found.by_minor, found.currency, sign=True)
        self._shell.say(_("Booked: {amount}", amount=by))


class RevalueGoods:
    """Reads what a product is worth, then asks what one costs from now on."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent

    def ask(self, product_id: ProductId) -> None:
        """Ask for the new cost of a product."""
        self._shell.client.ask(self._open, revaluing.preview, product_id, None, language())

    def _open(self, now: Revaluation) -> None:
        RevalueDialog(self._shell, self._parent, now).open()


def entry_text(found: Revaluation) -> str:
    """Return what is worth how much before and after, and the entry between both."""
    money = formats().money
    quantity = f"{formats().decimal(found.quantity)} {found.unit}"
    before = money(found.before_minor, found.currency)
    after = money(found.after_minor, found.currency)
    worths = {"quantity": quantity, "before": before, "after": after}
    told = _("{quantity}: {before} now, {after} then.", **worths)
    if not found.by_minor:
        return "\n".join((told, _("Nothing is booked.")))
    by = money(abs(found.by_minor), found.currency)
    sides = (found.stock, found.other) if found.by_minor > 0 else (found.other, found.stock)
    slots = {"debit": sides[0], "credit": sides[1], "amount": by}
    return "\n".join((told, _("Debit {debit} {amount}, credit {credit} {amount}.", **slots)))
