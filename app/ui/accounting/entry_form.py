"""The form of an entry by hand: its day, its text, and lines that balance."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.accounting.chart import Account
from app.domain.accounting.writing import (
    ACCOUNT_MISSING,
    DAY_UNREADABLE,
    EntryForm,
    EntryLine,
)
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import NotANumber
from app.services import accounts
from app.services.entries import Opened
from app.ui.accounting.deeds import named
from app.ui.accounting.vat_text import vat_choices
from app.ui.kit.editor import LineEditor
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

SIDES = ("debit", "credit")


class EntryFields(Form):
    """Fields that hold an EntryForm; the sums of both sides stand below them."""

    def __init__(self, shell: Shell, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts = {one.id: one for one in opened.accounts}
        self._currency = opened.form.currency
        self._vat = vat_choices(opened.vat, shell.today())
        self.booked_on = DateEdit(shell.today)
        self.text = TextEdit()
        self._sums = {name: plain_label(role="total") for name in (*SIDES, "difference")}
        self._lay_out(shell)
        self.lines.added.connect(self._follow)
        for place in range(self.lines.count()):
            self._follow({one: self.lines.editor(place, one) for one in ("account", "vat")})
        self.edited.connect(self._add_up)

    def put(self, form: EntryForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self.booked_on.put(form.booked_on)
        self.text.put(form.text)
        self.lines.put([self._item(line) for line in form.lines])
        self.chain()
        self._add_up()
        self.call_clean()

    def value(self) -> EntryForm:
        """Return what stands in the fields; what cannot be read counts as nothing."""
        lines = tuple(
            EntryLine(
                None if row["account"] is None else row["account"].id,
                row["debit"],
                row["credit"],
                row["vat"],
                row["text"],
            )
            for row in self.lines.values()
        )
        return EntryForm(self.booked_on.value(), self.text.value(), lines, self._currency)

    def unreadable(self) -> Iterator[Problem]:
        """Yield a day or an amount that cannot be read, and words that chose no account."""
        if not self.booked_on.is_readable():
            yield DAY_UNREADABLE.at("booked_on", day=self.booked_on.text())
        for place in range(self.lines.count()):
            account = self.lines.editor(place, "account")
            if account.text().strip() and account.value() is None:
                yield ACCOUNT_MISSING.at(self.lines.path(place, "account"))
            for side in SIDES:
                amount = self.lines.editor(place, side)
                if not amount.is_readable():
                    facts = {"value": amount.text()}
                    yield Problem(self.lines.path(place, side), NotANumber.code, facts)

    def fill_difference(self) -> None:
        """Write what is missing into the line that has the keyboard, else into the last one."""
        rows = range(self.lines.count())
        here = next((one for one in rows if self._holds_focus(one)), rows[-1])
        fields = {side: self.lines.editor(here, side) for side in SIDES}
        own = (fields["debit"].value() or Decimal(0)) - (fields["credit"].value() or Decimal(0))
        missing = own - self.value().difference
        fields["debit"].put(missing if missing > 0 else None)
        fields["credit"].put(-missing if missing < 0 else None)
        filled = fields["debit" if missing > 0 else "credit"]
        filled.tidy()
        filled.setFocus()
        filled.edited.emit()

    def _holds_focus(self, place: int) -> bool:
        names = ("account", *SIDES, "vat", "text")
        return any(self.lines.editor(place, name).hasFocus() for name in names)

    def _item(self, line: EntryLine) -> dict[str, Any]:
        account = None if line.account_id is None else self._accounts.get(line.account_id)
        return {
            "account": account,
            "debit": line.debit,
            "credit": line.credit,
            "vat": line.vat,
            "text": line.text,
        }

    def _follow(self, editors: Any) -> None:
        """Offer the VAT code of an account once it is chosen."""
        editors["account"].picked.connect(partial(_take_vat, editors["vat"]))

    def _add_up(self) -> None:
        form = self.value()
        for name, amount in (("debit", form.debit), ("credit", form.credit)):
            self._sums[name].setText(_SUMS[name](self._written(amount)))
        told = self._sums["difference"]
        sign = "✕" if form.difference else "✓"
        words = _("Difference {amount}", amount=self._written(form.difference))
        told.setText(f"{sign} {words}")

    def _written(self, amount: Decimal) -> str:
        return formats().price(amount, self._currency)

    def _lay_out(self, shell: Shell) -> None:
        self.add("booked_on", _("Date"), self.booked_on, columns=3)
        self.add("text", _("Text"), self.text, columns=9)
        money = partial(MoneyEdit, self._currency)
        self.lines = PartRows(
            self,
            "lines",
            (
                PartField(
                    "account", _("Account"), partial(_picker, shell), columns=4, is_main=True
                ),
                PartField("debit", _("Debit"), money, columns=2, is_main=True),
                PartField("credit", _("Credit"), money, columns=2, is_main=True),
                PartField("vat", _("VAT code"), partial(ChoiceEdit, self._vat), columns=2),
                PartField("text", _("Text"), TextEdit, columns=2, is_main=True),
            ),
        )
        self.place(self.lines)
        self.place(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, theme().px(8), 0, 0)
        line.setSpacing(theme().px(24))
        line.addStretch(1)
        for label in self._sums.values():
            label.setWordWrap(False)
            line.addWidget(label)
        return foot


_SUMS = {
    "debit": lambda amount: _("Debit {amount}", amount=amount),
    "credit": lambda amount: _("Credit {amount}", amount=amount),
}


def _picker(shell: Shell) -> LineEditor:
    return Picker(shell.client, accounts.find, named)


def _take_vat(vat: ChoiceEdit[str], account: Account | None) -> None:
    if account is not None and not account.use:
        vat.put(account.vat)
