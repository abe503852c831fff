"""Editors of cells: a line that tells every key, and one that offers what fits while typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.products.row import ProductRow
from app.domain.quotes.quote import Choice as PositionChoice
from app.domain.quotes.quote import Position
from app.services import products
from app.ui.invoices.choice_words import as_cell, begins, choice_text
from app.ui.invoices.rows import Field
from app.ui.invoices.vat_words import VatWords
from app.ui.kit.client import OfficeClient
from app.ui.kit.editor import BEGUN, TAKES_SNIPPETS
from app.ui.kit.picker import Hit, Hits
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import Theme, theme

_REST = 40
_SHORTEST = 2
_SCANNED = frozenset({8, 12, 13, 14})


class CellEdit(QLineEdit):
    """One line in a cell; what is typed is written to the model key by key."""

    def __init__(self, index: QPersistentModelIndex, parent: QWidget) -> None:
        super().__init__(parent)
        self.index = index
        self.is_filled = False
        self.setFrame(False)
        self.setMaxLength(2000)
        self.setProperty(TAKES_SNIPPETS, index.column() == Field.DESCRIPTION)
        if index.column() in {Field.QUANTITY, Field.PRICE, Field.DISCOUNT, Field.VAT}:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme().dress(self, cell_edit)

    def step(self, by: int) -> bool:
        """Move the cursor of an open list; says whether there is one."""
        return False

    def retreat(self) -> bool:
        """Close an open list; says whether there was one."""
        return False


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the list under a cell, and what choosing it means."""

    hit: Hit
    value: object


class ChoosingEdit(CellEdit):
    """A cell with a list under it; what is marked there is taken when the cell is left."""

    def __init__(self, index: QPersistentModelIndex, parent: QWidget) -> None:
        super().__init__(index, parent)
        self._choices: Sequence[Choice] = ()
        self._is_moved = False
        self._is_dismissed = False
        self.hits = Hits(self)
        self.hits.itemClicked.connect(self._clicked)
        self.textEdited.connect(self._typed)

    clicked = Signal()

    def step(self, by: int) -> bool:
        if not self.hits.isVisible():
            if by > 0 and not self.text():
                self.look()
                return True
            return False
        self.hits.step(by)
        self._is_moved = True
        return True

    def retreat(self) -> bool:
        was_open = self.hits.isVisible()
        self.hits.hide()
        self._is_dismissed = True
        return was_open

    def look(self) -> None:
        """Find what fits what is written now."""

    def offer(self, choices: Sequence[Choice], marked: int) -> None:
        """Show the choices under the cell, one of them marked."""
        self._choices = choices
        self.hits.fill([choice.hit for choice in choices])
        self.hits.setCurrentRow(marked)
        if choices and self.hasFocus() and not self._is_dismissed:
            self.hits.below(self)
        else:
            self.hits.hide()

    def marked(self) -> object:
        """Return what the clerk went to in the list, or None where nobody moved in it."""
        place = self.hits.currentRow()
        is_there = 0 <= place < len(self._choices)
        return self._choices[place].value if self._is_moved and is_there else None

    @property
    def is_dismissed(self) -> bool:
        """Say whether the clerk closed the list: what is written is meant as it stands."""
        return self._is_dismissed

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hits.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hits.hide()

    def _typed(self, text: str) -> None:
        self._is_moved = False
        self._is_dismissed = BEGUN.search(text[: self.cursorPosition()]) is not None
        self.look()

    def _clicked(self) -> None:
        self._is_moved = True
        self.clicked.emit()


class VatEdit(ChoosingEdit):
    """A VAT code: the beginning of its rate or of its name, or the code itself."""

    def __init__(self, index: QPersistentModelIndex, parent: QWidget, vat: VatWords) -> None:
        super().__init__(index, parent)
        self._vat = vat

    def look(self) -> None:
        codes = tuple(self._vat.codes)
        fitting = [one for one in codes if self._vat.begins(one, self.text())]
        choices = [Choice(self._hit(one), one) for one in fitting or codes]
        self.offer(choices, 0 if fitting else -1)

    def _hit(self, code: str) -> Hit:
        rate = self._vat.rate(code)
        shown = self._vat.formats.percent(rate) if rate is not None else ""
        return Hit(f"{shown}   {self._vat.name(code)}")


class ChoiceEdit(ChoosingEdit):
    """How a position is offered: the beginning of a word, perhaps with a group after it."""

    def look(self) -> None:
        words, _space, group = self.text().strip().partition(" ")
        fitting = [one for one in PositionChoice if begins(one, words)]
        choices = [_offered(one, group.strip()) for one in fitting or PositionChoice]
        self.offer(choices, 0 if fitting and words else -1)


def _offered(choice: PositionChoice, group: str) -> Choice:
    title = f"{choice_text(choice)} {group}".rstrip()
    return Choice(Hit(title), as_cell(Position(choice, group)))


class ProductEdit(ChoosingEdit):
    """A product by code, name or barcode, or a text of one's own."""

    def __init__(self, index: QPersistentModelIndex, parent: QWidget, client: OfficeClient) -> None:
        super().__init__(index, parent)
        self._client = client
        self._asked = ""
        self._found: tuple[str, tuple[ProductRow, ...]] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._pause.timeout.connect(self._ask)

    def look(self) -> None:
        if self.text().strip():
            self._pause.start()
        else:
            self._ask()

    def found(self) -> tuple[ProductRow, ...] | None:
        """Return the products that fit what is written now; None while they are on their way."""
        known = self._found
        return known[1] if known is not None and known[0] == self.text().strip() else None

    def _ask(self) -> None:
        self._asked = self.text().strip()
        self._client.ask(self._answered, products.find, self._asked)

    def _answered(self, rows: tuple[ProductRow, ...]) -> None:
        words = self._asked
        self._found = (words, rows)
        if words != self.text().strip():
            return
        best = meant(words, rows)
        choices = [Choice(product_hit(row), row) for row in rows]
        if words:
            choices.append(Choice(Hit(_("Write “{words}”", words=words), icon="pencil"), words))
        marked = next((no for no, row in enumerate(rows) if row is best), len(choices) - 1)
        self.offer(choices, marked if words or not rows else -1)


def meant(words: str, rows: Sequence[ProductRow]) -> ProductRow | None:
    """Return the product that words mean without a doubt: its code or barcode, else a beginning.

    The same words mean the same product, however fast they are typed.
    """
    asked = words.strip().casefold()
    exact = (row for row in rows if asked in {row.code.casefold(), row.gtin} and asked)
    found = next(exact, None)
    if found is not None or len(asked) < _SHORTEST:
        return found
    return next((row for row in rows if _begins(row, asked)), None)


def is_scanned(words: str, product: ProductRow) -> bool:
    """Say whether a barcode was read: the next thing read is another product."""
    digits = words.strip()
    return digits == product.gtin and digits.isdecimal() and len(digits) in _SCANNED


def product_hit(row: ProductRow) -> Hit:
    """Return how a product stands in a list: code and name, its price at the right."""
    price = formats().price(row.price, row.currency)
    return Hit(f"{row.code}   {row.name_in(formats().language)}", price, "package")


def _begins(row: ProductRow, asked: str) -> bool:
    names = (name.casefold() for name in row.names.values())
    return row.code.casefold().startswith(asked) or any(name.startswith(asked) for name in names)


def is_override(event: QEvent) -> bool:
    """Say whether Qt asks if a field wants a shortcut for itself."""
    return event.type() == QEvent.Type.ShortcutOverride


def cell_edit(look: Theme) -> str:
    """Return the look of a field inside a cell."""
    t, px = look.tokens, look.px
    return f"""
QLineEdit {{
  background: {t.surface}; color: {t.text}; border: 2px solid {t.accent};
  padding: 0 {px(8) - 2}px; selection-background-color: {t.accent};
  selection-color: {t.on_accent};
}}
"""
