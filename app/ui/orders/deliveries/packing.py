"""How goods travel: carrier, tracking number, parcels and weight, with what is known filled in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.orders.delivery import MOST_PARCELS, Carriage
from app.domain.shared.problems import Problem
from app.domain.shared.readings import NO_NUMBER
from app.services.packing import Packing
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.texts import _, many

GRAMS = Decimal(1000)
_KILOGRAM_PLACES = 3


class CarriageDialog(Dialog):
    """Asks how goods travel; ``answer`` is told it, and whether labels are to be printed at once.

    What cannot be read stays and is told at its field.
    """

    def __init__(
        self, parent: QWidget, packing: Packing, answer: Callable[[Carriage, bool], object]
    ) -> None:
        text = _("All of it can be left empty; the tracking number may follow later.")
        super().__init__(parent, _("How do the goods travel?"), text, "truck-delivery")
        self._before = packing.carriage
        self._answer = answer
        self._wants_labels = False
        self.form = Form()
        self.carrier, self.tracking = TextEdit(), TextEdit()
        self.parcels, self.weight = NumberEdit(0), NumberEdit(_KILOGRAM_PLACES)
        self.terms, self.note = TextEdit(), TextEdit()
        self._place()
        self._tell(packing)
        self._put(packing.carriage)
        self.form.submitted.connect(self._submit)

    def carriage(self) -> Carriage:
        """Return how goods travel, as it is written."""
        kilograms = self.weight.value() or Decimal(0)
        return Carriage(
            carrier=self.carrier.value(),
            tracking=self.tracking.value(),
            parcels=int(self.parcels.value() or 1),
            weight_g=int(kilograms * GRAMS),
            terms=self.terms.value(),
            note=self.note.value(),
        )

    def wrong(self) -> list[Problem]:
        """Return what cannot be read or cannot be, each at its field."""
        parcels, weight = self.parcels.value(), self.weight.value()
        is_count = self.parcels.is_readable() and (parcels is None or 1 <= parcels <= MOST_PARCELS)
        is_weight = self.weight.is_readable() and (weight is None or weight >= 0)
        told = (("parcels", self.parcels, is_count), ("weight", self.weight, is_weight))
        return [NO_NUMBER.at(path, text=edit.text()) for path, edit, right in told if not right]

    def accept(self) -> None:
        """Tell how they travel, or what is wrong with it."""
        if problems := self.wrong():
            self._wants_labels = False
            self.form.show_problems(problems, focus=True)
            return
        super().accept()
        self._answer(self.carriage(), self._wants_labels)

    def accept_with_labels(self) -> None:
        """Tell how they travel, and that each parcel gets its label now."""
        self._wants_labels = True
        self.accept()

    def offer(self, yes: str, *, with_labels: str = "") -> None:
        """Offer the buttons; with labels it is the main one."""
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        is_main = not with_labels
        self.add_button(yes, self.accept, primary=is_main).setAutoDefault(is_main)
        if with_labels:
            self.add_button(with_labels, self.accept_with_labels, primary=True)

    def _submit(self) -> None:
        if self._main is not None:
            self._main.click()

    def _place(self) -> None:
        self.form.add("carrier", _("Carrier"), self.carrier, columns=6)
        self.form.add("tracking", _("Tracking number"), self.tracking, columns=6)
        self.form.add("parcels", _("Parcels"), self.parcels, columns=6)
        self.form.add("weight", _("Gross weight (kg)"), self.weight, columns=6)
        self.form.add("terms", _("Terms of delivery"), self.terms, columns=12)
        self.form.add("note", _("Note for the delivery note"), self.note, columns=12)
        self.form.chain()
        self.add_field(self.form)

    def _tell(self, packing: Packing) -> None:
        """Say what is not known, and what stays here."""
        if packing.unweighed:
            names = ", ".join(packing.unweighed)
            self.form.cell("weight").explain(_("No weight is known of: {goods}", goods=names))
        if packing.unpicked:
            names = ", ".join(packing.unpicked)
            told = many(
                "! {n} product is not picked whole and stays owed: {goods}",
                "! {n} products are not picked whole and stay owed: {goods}",
                len(packing.unpicked),
                goods=names,
            )
            self.add_field(plain_label(told, "warn"))

    def _put(self, known: Carriage) -> None:
        self.carrier.put(known.carrier)
        self.tracking.put(known.tracking)
        self.parcels.put(Decimal(known.parcels))
        self.weight.put(Decimal(known.weight_g) / GRAMS if known.weight_g else None)
        self.terms.put(known.terms)
        self.note.put(known.note)
        first = self.tracking if known.carrier else self.carrier
        first.setFocus()
