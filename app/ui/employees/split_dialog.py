"""The dialog that splits a receipt by its rates of VAT: an amount with VAT for each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.expenses.making import LineForm
from app.services.expenses import OpenedClaim
from app.ui.employees.claim_words import rate_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import MoneyEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.texts import _, formats

NOUGHT = Decimal(0)


class SplitDialog(Dialog):
    """Asks how much of a receipt has which rate; the parts have to come to the whole."""

    def __init__(
        self,
        parent: QWidget,
        opened: OpenedClaim,
        line: LineForm,
        answer: Callable[[Sequence[LineForm]], object],
        today: date,
    ) -> None:
        told = _("Amounts with VAT, as the receipt says them.")
        super().__init__(parent, _("Split by VAT rate"), told, "percentage")
        self._line = line
        self._answer = answer
        self._currency = opened.currency
        self.whole = MoneyEdit(opened.currency)
        self.parts: dict[str, MoneyEdit] = {}
        form = self.form = Form()
        form.add("whole", _("Whole receipt"), self.whole, columns=12)
        codes = [one for one in opened.vat if one.code in opened.law.deductible]
        for one in codes:
            self.parts[one.code] = MoneyEdit(opened.currency)
            text = rate_text(one, line.day or today)
            form.add(f"part.{one.code}", text, self.parts[one.code], columns=12)
        self.parts[""] = MoneyEdit(opened.currency)
        form.add("part.", _("No VAT"), self.parts[""], columns=12)
        self.left = plain_label("", "muted")
        form.edited.connect(self._tell)
        form.submitted.connect(self._take)
        form.chain()
        self.add_field(form)
        self.add_field(self.left)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        yes = self.add_button(_("Split"), self._take, primary=True)
        yes.setDefault(False)
        yes.setAutoDefault(False)
        self.whole.put(line.amount)
        self._tell()
        (self.whole if line.amount is None else next(iter(self.parts.values()))).setFocus()

    def _rest(self) -> Decimal:
        """Return how much of the whole has no rate yet."""
        told = sum((one.value() or NOUGHT for one in self.parts.values()), NOUGHT)
        return (self.whole.value() or NOUGHT) - told

    def _tell(self) -> None:
        rest = formats().decimal(self._rest(), 2)
        self.left.setText(
            _("Still to be split: {amount} {currency}", amount=rest, currency=self._currency)
        )

    def _take(self) -> None:
        parts = {code: one.value() or NOUGHT for code, one in self.parts.items()}
        is_right = self._rest() == 0 and all(amount >= 0 for amount in parts.values())
        if not is_right or not any(parts.values()):
            self.left.setText("✕ " + _("The parts do not come to the whole receipt."))
            return
        self._answer(
            [
                replace(self._line, amount=amount, vat=code)
                for code, amount in parts.items()
                if amount
            ]
        )
        self.accept()
