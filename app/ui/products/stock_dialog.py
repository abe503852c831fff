"""How a product is kept in stock: told apart by what, valued how, and ordered again when."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.shared.ids import ProductId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.domain.stock.item import StockItem
from app.services import stock_items
from app.services.stock_items import Kept
from app.ui.kit.dialogs import Dialog, Question, ask, tell_error
from app.ui.kit.scrolling import Snug
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.products.stock_fields import StockFields

_WIDE, _TALLEST, _LEAST = 760, 520, 160
_AROUND = 240
"""What the dialog has above and below its fields."""


class StockDialog(Dialog):
    """Changes how a product is kept; what is not stocked yet is from now on."""

    def __init__(self, shell: Shell, parent: QWidget, kept: Kept) -> None:
        text = _("A product that is kept in stock is received, counted, valued and ordered again.")
        super().__init__(parent, _("Kept in stock"), text, "packages")
        self._shell = shell
        self.fields = StockFields(shell.client, kept)
        self.fields.submitted.connect(self.keep)
        self._product_id = kept.product.id
        record = (f"stock_item:{kept.product.id}",)
        writing = Writing(self.fields, self._reread, self.keep, record)
        self.standoff = settling(shell, self, writing)
        self.add_field(self.standoff.line)
        self.standoff.opened(kept.item.version)
        px = theme().px
        self.fields.setContentsMargins(0, 0, px(12), 0)
        self._room = Snug(self.fields)
        seen = self.screen().availableGeometry().height() - px(_AROUND)
        self._room.setMinimumHeight(max(px(_LEAST), min(px(_TALLEST), seen)))
        self.setMinimumWidth(px(_WIDE))
        self.add_field(self._room)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Keep"), self.keep, primary=True)
        self.fields.tracking.setFocus()

    def keep(self) -> None:
        """Keep the product as is written, or show what has to be mended first."""
        if self.standoff.is_open:
            self.standoff.ask()
            return
        wrong = tuple(self.fields.unreadable())
        if wrong:
            self._tell(wrong)
            return
        item = self.fields.item()
        self._shell.client.do(self._kept, stock_items.save, item, refused=self._refused)

    def reject(self) -> None:
        """Close; what was written and not kept is thrown away only knowingly."""
        if not self.fields.is_dirty:
            self._leave()
            return
        text = _("What you wrote about how the product is kept is lost.")
        question = Question(_("Close without keeping?"), text, _("Close"))
        ask(self, question, self._leave)

    def _reread(self) -> None:
        asked = self._product_id
        self._shell.client.ask_or(self._show, self.standoff.lost, stock_items.opened, asked)

    def _show(self, kept: Kept) -> None:
        self.fields.show_kept(kept)
        self.standoff.opened(kept.item.version)

    def _leave(self) -> None:
        super().reject()

    def _tell(self, problems: Iterable[Problem]) -> None:
        """Show problems, the field of the first of them in sight."""
        self.fields.show_problems(problems, focus=True)
        focused = self.focusWidget()
        if focused is not None:
            QApplication.sendPostedEvents(self.fields, QEvent.Type.LayoutRequest)
            self._room.ensureWidgetVisible(focused, 0, theme().px(64))

    def _kept(self, _item: StockItem) -> None:
        self.accept()
        self._shell.say(_("The product is kept in stock"))

    def _refused(self, error: OfficeError) -> None:
        """Say what is wrong; what was written stays."""
        if isinstance(error, Invalid):
            self._tell(self.fields.placed(error.problems))
        elif isinstance(error, Conflict | NotFound):
            self.standoff.meet()
        else:
            tell_error(self, error)


def ask_stock(shell: Shell, parent: QWidget, product_id: ProductId) -> None:
    """Show how a product is kept in stock, to be changed."""
    shell.client.ask(_Opening(shell, parent).open, stock_items.opened, product_id)


class _Opening:
    """Opens the dialog with what is there."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent

    def open(self, kept: Kept) -> None:
        """Show how the product is kept now."""
        StockDialog(self._shell, self._parent, kept).open()
