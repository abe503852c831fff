"""Dialogs of a receipt: which lines came, and what freight or duty they cost besides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.shared.ids import LocationId, ReceiptId
from app.domain.shared.money import money
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Invalid, OfficeError
from app.domain.stock.item import Tracking
from app.domain.stock.receipt import Arrived, Receipt
from app.domain.stock.receiving import Split
from app.lang.texts import mark
from app.services import awaited_goods, receiving_goods
from app.services.awaited_goods import AwaitedGoods, AwaitedLine
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.sheets import scroll_bar
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language, place_text
from app.ui.kit.theme import theme
from app.ui.kit.unread import unread
from app.ui.stock.goods_dialogs import GoodsDialog

SPLITS = {
    Split.VALUE: mark("By value"),
    Split.QUANTITY: mark("By quantity"),
    Split.WEIGHT: mark("By weight"),
}
LOTS = {Tracking.LOT: mark("Lot"), Tracking.SERIAL: mark("Serial numbers")}
_WIDE, _TALLEST = 720, 420


class FormDialog(GoodsDialog):
    """A form in a dialog: what is wrong stands at its field, all else above the buttons."""

    def __init__(self, shell: Shell, parent: QWidget, title: str, text: str, sign: str) -> None:
        super().__init__(shell, parent, title, text, sign)
        self.form = Form()
        self.on = DateEdit(shell.today)
        self.on.put(shell.today())

    def finish(self, yes: str, done: Callable[[], object]) -> None:
        self.form.chain()
        self.form.submitted.connect(done)
        super().finish(yes, done)

    def is_readable(self) -> bool:
        """Say at its field what was typed and says nothing."""
        self.wrong.hide()
        problems = tuple(unread(self.form))
        self.form.show_problems(problems, focus=True)
        return not problems

    def refuse(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.show_wrong(error.problems)
        else:
            super().refuse(error)

    def show_wrong(self, problems: Sequence[Problem]) -> None:
        """Show problems at their fields."""
        placed = [replace(one, field=self.path_of(one.field)) for one in problems]
        self.form.show_problems(placed, focus=True)

    def path_of(self, field: str) -> str:
        """Return the form's path of a field that the office names."""
        return field


@dataclass(slots=True)
class LineFields:
    """The fields of a line; only goods that are kept by lots are asked for theirs."""

    count: NumberEdit
    place: ChoiceEdit[str]
    lot: TextEdit | None = None
    until: DateEdit | None = None

    def arrived(self, line: AwaitedLine) -> Arrived:
        """Return what is said to have come."""
        place = self.place.value()
        return Arrived(
            line.line.id,
            Quantity(self.count.value() or Decimal(0)),
            LocationId(int(place)) if place else None,
            self.lot.value() if self.lot else "",
            expires_on=self.until.value() if self.until else None,
        )


class LineDialog(FormDialog):
    """Receives what came of each line; a line without a quantity did not come."""

    def __init__(self, shell: Shell, parent: QWidget, goods: AwaitedGoods) -> None:
        text = _("What came is booked at once. Empty the quantity of what did not come.")
        super().__init__(shell, parent, _("What came"), text, "package-import")
        self.drafted_of = goods.receipt.id
        self._goods = goods
        self._told: tuple[Problem, ...] = ()
        self.form.add("on", _("Came on"), self.on, columns=4)
        self.fields = [self._add_line(str(at), line) for at, line in enumerate(goods.lines)]
        self.add_field(self._in_sight())
        self.setMinimumWidth(theme().px(_WIDE))
        self.finish(_("Receive"), self.receive)
        self.fields[0].count.setFocus()

    def arrived(self) -> tuple[Arrived, ...]:
        """Return what the filled lines say."""
        lines = self._goods.lines
        return tuple(self.fields[place].arrived(lines[place]) for place in self._filled())

    def receive(self) -> None:
        """Ask whether it can be so; what is merely odd is said once, and then accepted."""
        if self.is_readable():
            asked = (self._goods.receipt.id, self.arrived())
            client = self._shell.client
            client.ask_or(self._judge, self.refuse, receiving_goods.check_arrived, *asked)

    def path_of(self, field: str) -> str:
        if field == "arrived":
            return "0.quantity"
        part, _dot, rest = field.partition(".")
        number, _dot, name = rest.partition(".")
        filled = self._filled()
        if part == "arrived" and number.isdigit() and int(number) < len(filled):
            return f"{filled[int(number)]}.{name}"
        return field

    def _judge(self, problems: tuple[Problem, ...]) -> None:
        if problems and (problems != self._told or not all(one.is_warning for one in problems)):
            self._told = problems
            self.show_wrong(problems)
            return
        asked = (self._goods.receipt.id, self.arrived(), self.on.value())
        command = receiving_goods.receive
        self._shell.client.do(self._received, command, *asked, refused=self.refuse)

    def _received(self, receipt: Receipt) -> None:
        self.accept()
        self._shell.say(_("{number} is written down", number=receipt.number))

    def _filled(self) -> list[int]:
        return [place for place, one in enumerate(self.fields) if one.count.value()]

    def _add_line(self, path: str, line: AwaitedLine) -> LineFields:
        is_tracked = line.tracking is not Tracking.NONE
        fields = LineFields(NumberEdit(), self._places(line))
        fields.count.put(None if is_tracked else line.missing)
        self.form.heading(f"{line.row.code}  {line.row.name_in(language())}")
        missing = f"{formats().decimal(line.missing)} {line.row.unit}"
        told = _("{quantity} to come", quantity=missing)
        add = partial(self.form.add, columns=4)
        add(f"{path}.quantity", _("Quantity"), fields.count, help_text=told)
        add(f"{path}.location_id", _("Put where"), fields.place)
        if is_tracked:
            fields.lot, fields.until = TextEdit(), DateEdit(self._shell.today)
            self.form.add(f"{path}.lot", _(LOTS[line.tracking]), fields.lot, columns=8)
            add(f"{path}.expires_on", _("Keeps until"), fields.until)
        return fields

    def _places(self, line: AwaitedLine) -> ChoiceEdit[str]:
        offered = [(str(one.id), place_text(one.code)) for one in self._goods.places]
        chosen: ChoiceEdit[str] = ChoiceEdit(offered or [("", "")])
        chosen.put(str(line.place))
        return chosen

    def _in_sight(self) -> QScrollArea:
        """Return the form where a long receipt can be gone through."""
        held, area = QWidget(), QScrollArea()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, theme().px(8), 0)
        column.addWidget(self.form)
        column.addStretch(1)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(held)
        area.setFixedHeight(min(held.sizeHint().height(), theme().px(_TALLEST)))
        theme().dress(area.verticalScrollBar(), scroll_bar)
        return area


class LandDialog(FormDialog):
    """Adds freight or duty to what came by a receipt, here or gone since."""

    def __init__(self, shell: Shell, parent: QWidget, goods: AwaitedGoods) -> None:
        text = _(
            "The goods of {number} cost so much more; less than zero takes it off again.",
            number=goods.receipt.number or goods.receipt.reference,
        )
        super().__init__(shell, parent, _("Add freight or duty"), text, "coins")
        self.drafted_of = goods.receipt.id
        self._receipt, self._currency = goods.receipt.id, goods.currency
        self.amount = MoneyEdit(goods.currency)
        self.by: ChoiceEdit[Split] = ChoiceEdit([(one, _(text)) for one, text in SPLITS.items()])
        label = _("Amount ({currency})", currency=goods.currency)
        self.form.add("amount", label, self.amount, columns=6)
        self.form.add("by", _("Divided"), self.by, columns=6)
        self.form.add("on", _("Booked on"), self.on, columns=6)
        self.add_field(self.form)
        self.finish(_("Add"), self.land)
        self.amount.setFocus()

    def land(self) -> None:
        """Book the cost, or say at its field why that is not possible."""
        if self.is_readable():
            amount = money(self.amount.value() or Decimal(0), self._currency)
            asked = (self._receipt, amount, self.by.value(), self.on.value())
            command = receiving_goods.land_cost
            self._shell.client.do(self._landed, command, *asked, refused=self.refuse)

    def _landed(self, _shares: tuple[int, ...]) -> None:
        self.accept()
        self._shell.say(_("The cost is added to the goods and booked"))


class AskOfReceipt:
    """Reads what is still to come of a receipt, then asks."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent

    def lines(self, receipt_id: ReceiptId) -> None:
        """Ask which lines came."""
        self._shell.client.ask(self._open_lines, awaited_goods.awaited, receipt_id)

    def cost(self, receipt_id: ReceiptId) -> None:
        """Ask what the goods cost besides."""
        self._shell.client.ask(self._open_cost, awaited_goods.awaited, receipt_id)

    def _open_lines(self, goods: AwaitedGoods) -> None:
        if goods.lines:
            LineDialog(self._shell, self._parent, goods).open()
        else:
            self._shell.say(_("All of it is here already"))

    def _open_cost(self, goods: AwaitedGoods) -> None:
        LandDialog(self._shell, self._parent, goods).open()
