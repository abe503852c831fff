"""The form of a product: its fields, in the order a clerk fills them."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.products.form import LANGUAGE_TWICE, ProductForm
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import NotANumber, UnitPrice
from app.services.products import Opened
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit, MoneyEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.texts import _
from app.ui.kit.vat_choices import vat_text
from app.ui.products.picture import PictureBox
from app.ui.products.words import LANGUAGES

NOTHING = UnitPrice(Decimal(0))


class ProductFields(Form):
    """Fields that hold a ProductForm."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = opened.language
        self._currency = opened.currency
        self._image = ""
        self.code = TextEdit()
        self.gtin = TextEdit()
        self.unit = TextEdit()
        self.price = MoneyEdit(opened.currency)
        self.is_gross = ChoiceEdit([(False, _("without VAT")), (True, _("with VAT"))])
        self.vat = ChoiceEdit([(one.code, vat_text(one)) for one in opened.vat])
        self.note = MultiLine(3)
        self.picture = PictureBox()
        self._lay_out()
        self.names.added.connect(self._choose_language)

    def put(self, form: ProductForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self.code.put(form.code)
        self.gtin.put(form.gtin)
        self.unit.put(form.unit)
        self.price.put(form.price if form.price or form.code else None)
        self.is_gross.put(form.is_gross)
        self.vat.put(form.vat)
        self.note.put(form.note)
        self._image = form.image
        self._currency = form.currency
        names = [{"language": key, "name": name} for key, name in self._own_first(form).items()]
        self.names.put(names)
        self.chain()
        self.call_clean()

    def keep_image(self, sha256: str) -> None:
        """Hold another picture; it counts as typed."""
        if sha256 != self._image:
            self._image = sha256
            self.touch()

    def value(self) -> ProductForm:
        """Return what stands in the fields; a price that cannot be read counts as none."""
        price = self.price.value()
        return ProductForm(
            code=self.code.value(),
            names={row["language"]: row["name"] for row in self.names.values()},
            unit=self.unit.value(),
            vat=self.vat.value(),
            price=NOTHING if price is None else UnitPrice(price),
            currency=self._currency,
            is_gross=self.is_gross.value(),
            gtin=self.gtin.value(),
            note=self.note.value(),
            image=self._image,
        )

    def unreadable(self) -> tuple[Problem, ...]:
        """Return a price that is none, and a second name in one language."""
        found = []
        if not self.price.is_readable():
            found.append(Problem("price", NotANumber.code, {"value": self.price.text()}))
        used = [row["language"] for row in self.names.values()]
        for place, spoken in enumerate(used):
            if spoken in used[:place]:
                path = self.names.place_of(f"names.{place}.name")
                found.append(LANGUAGE_TWICE.at(path))
        return tuple(found)

    def at_its_field(self, problem: Problem) -> str:
        """Return the path of the field that a problem of the product belongs to."""
        return self.names.first_of("name") if problem.field == "names" else problem.field

    def _choose_language(self, editors: Any) -> None:
        """Let a new row begin with a language that has no name yet."""
        used = {row["language"] for row in self.names.values()}
        free = [one for one in (self._language, *LANGUAGES) if one not in used]
        if free:
            editors["language"].put(free[0])

    def _own_first(self, form: ProductForm) -> dict[str, str]:
        """Return the names, that in the language of the office first."""
        own = {self._language: form.names[self._language]} if self._language in form.names else {}
        return own | dict(form.names)

    def _lay_out(self) -> None:
        languages = [(code, _(text)) for code, text in LANGUAGES.items()]
        self.add("code", _("Code"), self.code, columns=4)
        self.add("gtin", _("GTIN"), self.gtin, columns=4, help_text=_("The number of a bar code"))
        self.add("unit", _("Unit"), self.unit, columns=4)
        self.heading(_("Names"))
        self.names = PartRows(
            self,
            "names",
            (
                PartField("language", _("Language"), partial(ChoiceEdit, languages), columns=3),
                PartField("name", _("Name"), TextEdit, columns=9, is_main=True),
            ),
        )
        self.place(self.names)
        self.heading(_("Price"))
        price = _("Price in {currency}", currency=self._currency)
        self.add("price", price, self.price, columns=4)
        self.add("is_gross", _("The price is"), self.is_gross, columns=3)
        self.add("vat", _("VAT"), self.vat, columns=5)
        self.heading(_("Picture and note"))
        self.place(self.picture)
        self.add("note", _("Note"), self.note, columns=12)
