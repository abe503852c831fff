"""The card beside the list: the chosen product, its names, its price and its picture."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.domain.shared.ids import ProductId
from app.domain.shared.refusals import NotFound, OfficeError
from app.services import products
from app.services.products import Seen
from app.ui.kit.labels import plain_label
from app.ui.kit.letter_lines import LettersAbout
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language
from app.ui.kit.theme import theme
from app.ui.kit.vat_choices import vat_text
from app.ui.products.listing import price_text
from app.ui.products.words import LANGUAGES

_NARROWEST = 210
_SIDE = 200


class ProductCard(QFrame):
    """Shows one product; it follows the cursor of the list."""

    tables = frozenset({"product"})

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.name = plain_label(role="heading")
        self.price = plain_label(role="total")
        self.facts = QGridLayout()
        self.picture = QLabel()
        self.letters = LettersAbout(shell)
        self._lay_out()
        theme().dress(self, controls)

    def ask(self, product_id: ProductId) -> None:
        """Show a product as soon as the office has answered."""
        self._shell.client.ask_or(self.show_seen, self._gone, products.seen, product_id)

    def show_seen(self, seen: Seen) -> None:
        """Show a product, its picture once it is here."""
        product = seen.product
        self.name.setText(product.name_in(language()))
        self.price.setText(price_text(product))
        self._clear()
        for line, (title, text) in enumerate(facts_of(seen)):
            caption, value = plain_label(title, "label"), plain_label(text)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.facts.addWidget(caption, line, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(value, line, 1)
        self.letters.ask(f"product:{product.id}")
        self.picture.clear()
        if product.image:
            self._shell.client.ask(self._show_picture, products.picture, product.id)

    def empty(self) -> None:
        """Show nothing: the product is gone."""
        self.name.clear()
        self.letters.hide()
        self.price.clear()
        self.picture.clear()
        self._clear()

    def _gone(self, error: OfficeError) -> None:
        if isinstance(error, NotFound):
            self.empty()
        else:
            self._shell.refuse(error)

    def _show_picture(self, content: bytes) -> None:
        pixels = QPixmap()
        if content and pixels.loadFromData(content):
            side = theme().px(_SIDE)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            self.picture.setPixmap(pixels.scaled(side, side, keep, smooth.SmoothTransformation))

    def _clear(self) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        px = theme().px
        self.setMinimumWidth(px(_NARROWEST))
        self.facts.setHorizontalSpacing(px(16))
        self.facts.setVerticalSpacing(px(8))
        self.facts.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), 0, px(4), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.name)
        column.addWidget(self.price)
        column.addLayout(self.facts)
        column.addWidget(self.picture)
        column.addWidget(self.letters)
        column.addStretch(1)


def facts_of(seen: Seen) -> Iterator[tuple[str, str]]:
    """Yield what is known of a product, as a word and its text."""
    product = seen.product
    yield _("Code"), product.code
    for key, name in product.names.items():
        yield _(LANGUAGES.get(key, key)), name
    if product.unit:
        yield _("Unit"), product.unit
    yield _("VAT"), vat_text(seen.vat)
    if product.gtin:
        yield _("GTIN"), product.gtin
    if product.note:
        yield _("Note"), product.note
