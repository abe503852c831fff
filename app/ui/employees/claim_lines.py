"""The expenses of a claim line by line: each shows the fields that its sort of expense has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from app.domain.accounting.chart import AccountKind
from app.domain.expenses.expense import ExpenseKind, ExpenseLine
from app.domain.expenses.making import LineForm
from app.domain.shared.ids import AccountId, DocumentId
from app.domain.shared.quantities import EXCHANGE_PLACES
from app.services.expenses import OpenedClaim
from app.ui.employees.claim_words import TARIFF, Sorts, rate_text, unit_text
from app.ui.employees.expense_words import comes_to
from app.ui.employees.receipt_edit import AmountEdit, ReceiptEdit
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

NO_ACCOUNT = AccountId(0)
KINDS = frozenset({AccountKind.EXPENSE, AccountKind.ASSET})
_OF_TARIFF, _OF_EXCHANGE = 2, 4
"""In which column the price stands: at once after kilometres and days, behind a currency."""
_OF_RECEIPT = ("document_id", "currency", "vat", "account_id")
Editors = Mapping[str, Any]


class ClaimLines(PartRows):
    """Holds the expenses; ``asked(editors)`` when the receipt of a line is wanted."""

    asked = Signal(object)

    def __init__(self, form: Form, opened: OpenedClaim, today: Callable[[], date]) -> None:
        self._opened = opened
        self._today = today
        self._sorts = Sorts(opened, today())
        super().__init__(form, "lines", self._parts(), _("Another expense"))
        self._column.setSpacing(theme().px(24))

    def show_lines(self, lines: Sequence[LineForm]) -> None:
        """Show these expenses in place of those before."""
        self.put([self._item(one) for one in lines])

    def lines(self) -> tuple[LineForm, ...]:
        """Return what the filled lines hold."""
        return tuple(self._line(one) for one in self.values())

    def line(self, place: int) -> LineForm:
        """Return what stands in a line."""
        editors = self._rows[place].editors
        return self._line({name: one.value() for name, one in editors.items()})

    def at(self) -> int:
        """Return the line that has the keyboard, else the last one."""
        here = QApplication.focusWidget()
        for place, row in enumerate(self._rows):
            if here is not None and row.widget.isAncestorOf(here):
                return place
        return len(self._rows) - 1

    def take_receipts(self, documents: Sequence[DocumentId]) -> None:
        """Put receipts to the line with the keyboard and to new ones: a line for each."""
        place = self.at()
        for document in documents:
            held = self.line(place)
            if held.document_id is not None or held.kind is not ExpenseKind.RECEIPT:
                place = self.add_item(self._item(LineForm()))
            edit: ReceiptEdit = self.editor(place, "document_id")
            edit.take(document)
        text: TextEdit = self.editor(place, "text")
        text.setFocus()

    def add_lines(self, lines: Sequence[LineForm], place: int | None = None) -> None:
        """Add expenses at the end, and take the line at a place out, or an empty last one."""
        last = len(self._rows) - 1
        is_empty = not self._is_filled(self._rows[last])
        gone = last if place is None and is_empty else place
        for line in lines:
            self.add_item(self._item(line))
        if gone is not None and lines:
            self.take_out(gone)
        text: TextEdit = self.editor(len(self._rows) - 1, "text")
        text.setFocus()
        self._said()

    def enter_new(self) -> None:
        """Go to a new line, which has the day of the one before."""
        self._add_and_enter()

    def drop_line(self) -> None:
        """Take the line with the keyboard out."""
        place = self.at()
        self.take_out(place)
        what: ChoiceEdit[str] = self.editor(min(place, len(self._rows) - 1), "what")
        what.setFocus()
        self._said()

    def tell(self, found: Sequence[ExpenseLine | None]) -> None:
        """Show under each line what it comes to, and ask for a reason where it is over a limit."""
        filled = iter(found)
        for row in self._rows:
            line = next(filled, None) if self._is_filled(row) else None
            self._form.cell(f"{row.key}.text").explain(comes_to(line))
            reason: TextEdit = row.editors["reason"]
            is_over = line is not None and bool(line.over_limit)
            wanted = is_over or bool(reason.value()) or reason.hasFocus()
            _cell(reason).setVisible(wanted)

    def _parts(self) -> Sequence[PartField]:
        opened, day = self._opened, partial(DateEdit, self._today)
        accounts = [(NO_ACCOUNT, "")]
        accounts += [
            (one.id, f"{one.number} {one.name_in(opened.language)}")
            for one in opened.accounts
            if one.kind in KINDS and not one.is_closed
        ]
        known = [one for one in opened.vat if not one.is_archived]
        codes = [(one.code, rate_text(one, self._today())) for one in known]
        return (
            PartField("what", _("What"), partial(ChoiceEdit, self._sorts.choices()), columns=3),
            PartField("day", _("Day"), day, columns=3),
            PartField("text", _("Expense"), TextEdit, columns=4, is_main=True),
            PartField("document_id", _("Receipt"), ReceiptEdit, columns=2, is_main=True),
            PartField("amount", _("Amount"), AmountEdit, columns=2, is_main=True),
            PartField("currency", _("Currency"), TextEdit, columns=2),
            PartField("price", _("Price"), partial(NumberEdit, EXCHANGE_PLACES), columns=2),
            PartField("vat", _("VAT"), partial(ChoiceEdit, [("", _("No VAT")), *codes]), columns=3),
            PartField("account_id", _("Account"), partial(ChoiceEdit, accounts), columns=3),
            PartField("reason", _("Why it is over the limit"), TextEdit, columns=12),
        )

    def _add(self) -> Any:
        row = super()._add()
        editors = row.editors
        editors["what"].edited.connect(partial(self._chose, editors))
        editors["currency"].edited.connect(partial(self._follow, editors))
        editors["document_id"].clicked.connect(partial(self._ask, editors))
        editors["day"].put(self._last_day())
        self._chose(editors)
        return row

    def _fill(self, row: Any, item: Mapping[str, Any]) -> None:
        row.editors["what"].put(item["what"])
        self._follow(row.editors)
        super()._fill(row, item)
        self._follow(row.editors)

    def _ask(self, editors: Editors, _is_checked: object = None) -> None:
        self.asked.emit(editors)

    def _said(self) -> None:
        self._form.touch()
        self._form.edited.emit()

    def _chose(self, editors: Editors) -> None:
        """Take over the account and the VAT that a sort of expense usually has."""
        preset = self._sorts.preset(editors["what"].value())
        if preset is not None:
            editors["account_id"].put(self._sorts.account_of(preset.account) or NO_ACCOUNT)
            editors["vat"].put(preset.vat)
        self._follow(editors)

    def _follow(self, editors: Editors) -> None:
        """Show the fields that this sort of expense has, and call them as it does."""
        tariff = self._sorts.tariff(editors["what"].value(), editors["day"].value())
        is_foreign = self._is_foreign(editors["currency"].value())
        is_receipt = tariff is None
        for name in _OF_RECEIPT:
            _cell(editors[name]).setVisible(is_receipt)
        _cell(editors["vat"]).setVisible(is_receipt and not is_foreign)
        _cell(editors["price"]).setVisible(is_foreign or not is_receipt)
        _cell(editors["reason"]).setVisible(bool(editors["reason"].value()))
        _put_beside(_cell(editors["price"]), _OF_TARIFF if not is_receipt else _OF_EXCHANGE)
        amount, price = _cell(editors["amount"]).label, _cell(editors["price"]).label
        amount.setText(_("Amount") if tariff is None else unit_text(tariff))
        price.setText(_("Exchange rate") if is_receipt else _("Price"))
        editors["amount"].is_money = is_receipt
        editors["currency"].setPlaceholderText(self._opened.currency)
        usual = None
        if tariff is not None:
            usual = tariff.price or self._opened.prices.get(tariff.code)
            if usual and not tariff.price and editors["price"].value() is None:
                editors["price"].put(usual)
        editors["price"].setPlaceholderText(formats().decimal(usual) if usual else "")

    def _is_foreign(self, currency: str) -> bool:
        return currency.upper() not in {"", self._opened.currency}

    def _last_day(self) -> date:
        days = [row.editors["day"].value() for row in self._rows]
        return next((one for one in reversed(days) if one is not None), self._today())

    def _item(self, line: LineForm) -> dict[str, Any]:
        """Return a line as its fields show it; an empty one is of the most usual sort."""
        is_receipt = line.kind is ExpenseKind.RECEIPT
        is_new = is_receipt and line.account_id is None and not line.vat
        key = self._sorts.choices()[0][0] if is_new else self._sorts.key_of(line)
        preset = self._sorts.preset(key)
        account, vat = line.account_id, line.vat
        if is_new and preset is not None:
            account, vat = self._sorts.account_of(preset.account), preset.vat
        return {
            "what": key,
            "day": line.day or self._last_day(),
            "text": line.text,
            "document_id": line.document_id,
            "amount": line.amount if is_receipt else line.quantity,
            "currency": line.currency,
            "price": line.rate if is_receipt else line.price,
            "vat": vat,
            "account_id": account or NO_ACCOUNT,
            "reason": line.reason,
        }

    def _line(self, item: Mapping[str, Any]) -> LineForm:
        """Return what the fields of a line hold."""
        key, account = item["what"], item["account_id"]
        kind = self._sorts.kind(key)
        plain = LineForm(kind=kind, day=item["day"], text=item["text"], reason=item["reason"])
        if kind is not ExpenseKind.RECEIPT:
            tariff, price = key.removeprefix(TARIFF), item["price"]
            return replace(plain, quantity=item["amount"], tariff=tariff, price=price)
        is_foreign = self._is_foreign(item["currency"])
        return replace(
            plain,
            account_id=account if account != NO_ACCOUNT else None,
            amount=item["amount"],
            vat="" if is_foreign else item["vat"],
            currency=item["currency"].upper() if is_foreign else "",
            rate=item["price"] if is_foreign else None,
            document_id=item["document_id"],
        )


def _put_beside(cell: QWidget, column: int) -> None:
    """Put the price where the currency of a receipt stands, or the rate behind that."""
    parent = cell.parentWidget()
    grid = parent.layout() if parent is not None else None
    if isinstance(grid, QGridLayout):
        line = grid.getItemPosition(grid.indexOf(cell))
        grid.removeWidget(cell)
        grid.addWidget(cell, line[0], column, 1, 2)  # type: ignore[index]  # four numbers, untyped


def _cell(editor: Any) -> Any:
    """Return the cell of a form in which an editor stands."""
    found: QWidget | None = editor.parentWidget()
    assert found is not None
    return found
