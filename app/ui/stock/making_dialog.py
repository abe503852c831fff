"""Assembly: how many are made of their parts, or taken apart again."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.location import Location
from app.services import assembling, locations
from app.services.assembling import Makeable
from app.ui.kit.fields import ChoiceEdit, NumberEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language, place_text
from app.ui.stock.goods_dialogs import GoodsDialog


class MakingDialog(GoodsDialog):
    """Makes so many of a product from its parts, or takes so many apart."""

    def __init__(
        self, shell: Shell, parent: QWidget, made_of: Makeable, places: Sequence[Location]
    ) -> None:
        name = f"{made_of.row.code} {made_of.row.name_in(language())}"
        text = _("It is worth what its parts cost; apart, the parts share what it cost.")
        super().__init__(shell, parent, _("Make {goods}", goods=name), text, "tools")
        self.drafted_of = made_of.row.id
        self._made_of = made_of
        told = "\n".join(_part_lines(made_of))
        self.parts = plain_label(told, "text")
        self.how: ChoiceEdit[bool] = ChoiceEdit(
            [(True, _("Make from parts")), (False, _("Take apart"))]
        )
        stored = [one for one in places if one.kind in locations.STORED and not one.is_closed]
        self.place: ChoiceEdit[str] = ChoiceEdit(
            [("", _("Its usual place")), *((str(one.id), place_text(one.code)) for one in stored)]
        )
        self.count = NumberEdit()
        self.add_field(self.parts)
        self.add_labelled(_("What is done"), self.how)
        self.add_labelled(_("How many"), self.count)
        self.add_labelled(_("Where"), self.place)
        self.finish(_("Do it"), self.make)
        self.count.setFocus()

    def make(self) -> None:
        """Make them or take them apart, or say why that is not possible."""
        self.wrong.hide()
        if not self.count.is_readable():
            self.count.setFocus()
            return
        command = assembling.assemble if self.how.value() else assembling.take_apart
        place = self.place.value()
        where = LocationId(int(place)) if place else None
        count = Quantity(self.count.value() or Decimal(0))
        asked = (self._made_of.row.id, count, where)
        self._shell.client.do(self._made, command, *asked, refused=self.refuse)

    def _made(self, _moves: object) -> None:
        self.accept()
        self._shell.say(_("Made and booked") if self.how.value() else _("Taken apart and booked"))


class MakeGoods:
    """Reads what a product is made of, then asks how many."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent
        self._made_of: Makeable | None = None

    def ask(self, product_id: ProductId) -> None:
        """Ask how many are made; what has no parts is told where they are written."""
        self._shell.client.ask(self._read, assembling.makeable, product_id)

    def _read(self, made_of: Makeable) -> None:
        self._made_of = made_of
        if made_of.parts:
            self._shell.client.ask(self._open, locations.all_of)
        else:
            self._shell.say(
                _("Write on the product's page, at “Kept in stock”, what it is made of.")
            )
            self._shell.open("product", made_of.row.id)

    def _open(self, places: Sequence[Location]) -> None:
        if self._made_of is not None:
            MakingDialog(self._shell, self._parent, self._made_of, places).open()


def _part_lines(made_of: Makeable) -> list[str]:
    amount = formats().decimal
    lines = [
        _(
            "{quantity} {unit} of {goods}: {free} free",
            quantity=amount(one.each),
            unit=one.unit,
            goods=f"{one.code} {one.name_in(language())}",
            free=amount(one.free),
        )
        for one in made_of.parts
    ]
    here, most = amount(made_of.row.on_hand), amount(made_of.most)
    return [*lines, _("{most} can be made now; {here} lie here.", most=most, here=here)]
