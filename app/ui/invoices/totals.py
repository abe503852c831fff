"""The figures under the lines: VAT by rate, and what there is to pay."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from app.domain.invoices.invoice import Totals
from app.domain.shared.money import Money
from app.ui.invoices.sheets import figures
from app.ui.invoices.titles import tax_title
from app.ui.kit.labels import fact_label
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TotalsPanel(QWidget):
    """A line for each rate, the sums, and the way to each figure on request."""

    explained = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(20))
        self._grid.setVerticalSpacing(theme().px(3))
        self._grid.setColumnStretch(0, 1)
        self.gross = fact_label("", "total")
        self.explain = QPushButton(_("Explain this total"))
        self.explain.setProperty("link", "true")
        self.explain.clicked.connect(self.explained)
        theme().dress(self, figures)
        self.show_totals(None)

    def show_totals(self, totals: Totals | None) -> None:
        """Show figures; without any, dashes."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        row = self._rows(totals)
        self.gross.setText(_money(totals.gross) if totals else "–")
        self._grid.addWidget(self.explain, row, 0, _LEFT)
        self._grid.addWidget(self.gross, row, 1, 1, 2, _RIGHT)
        self.explain.setEnabled(totals is not None and bool(totals.lines))
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Return the figures as one line, for screen readers."""
        return " ".join(label.text() for label in (*self._labels, self.gross))

    def _rows(self, totals: Totals | None) -> int:
        self._line(0, (_("Rate"), _("Net"), tax_title()), "label")
        parts = totals.vat if totals else ()
        row = 1
        for part in parts:
            rate = formats().percent(part.rate)
            self._line(row, (rate, _amount(part.base), _amount(part.tax)), "text")
            row += 1
            for share in (one for one in part.shares if one.authority):
                name = f"{share.name} {formats().percent(share.rate)}"
                self._line(row, (name, "", _amount(share.tax)), "label")
                row += 1
        sums = (_amount(totals.net), _amount(totals.tax)) if totals else ("–", "–")
        self._line(row, (_("Together"), *sums), "strong")
        if totals is not None and totals.allowance:
            row += 1
            self._line(row, (_("after a discount of"), _amount(totals.allowance), ""), "label")
        return row + 1

    def _line(self, row: int, texts: tuple[str, ...], role: str) -> None:
        for column, text in enumerate(texts):
            label = fact_label(text, role)
            self._grid.addWidget(label, row, column, _RIGHT if column else _LEFT)
            self._labels.append(label)


def _amount(money: Money) -> str:
    return formats().amount(money.minor, money.currency)


def _money(money: Money) -> str:
    return formats().money(money.minor, money.currency)
