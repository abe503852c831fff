"""The places of goods: warehouses and their bins in the order of the way, made and closed here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.shared.ids import LocationId, new_id
from app.domain.stock.location import Location, LocationKind
from app.lang.texts import mark
from app.services import locations
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, place_text

KINDS = {LocationKind.WAREHOUSE: mark("Warehouse"), LocationKind.BIN: mark("Bin")}


class PlacesPage(ListedForm[Location]):
    """Lists warehouses and bins; a bin has its turn on the way through its warehouse."""

    recorded = "location"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._places: Sequence[Location] = ()
        super().__init__(shell, strip, _("Places"))
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, locations.all_of)

    def lines(self) -> Sequence[tuple[Location, str]]:
        found = [one for one in self._places if one.kind in KINDS]
        houses = [one for one in found if one.kind is LocationKind.WAREHOUSE]
        return [
            (one, _named(one))
            for house in houses
            for one in (house, *(two for two in found if two.warehouse_id == house.id))
        ]

    def make_form(self) -> Form:
        one, form = self.chosen, Form()
        houses = [place for place in self._places if place.kind is LocationKind.WAREHOUSE]
        self.kind = kind = ChoiceEdit([(each, _(text)) for each, text in KINDS.items()])
        kind.put(one.kind if one else LocationKind.BIN if houses else LocationKind.WAREHOUSE)
        self.code, self.name, self.route = code, name, route = TextEdit(), TextEdit(), NumberEdit(0)
        self.closed = closed = CheckEdit(_("Closed"))
        offered = [("", ""), *((str(each.id), place_text(each.code)) for each in houses)]
        self.house = house = ChoiceEdit(offered)
        code.put(one.code if one else "")
        name.put(one.name if one else "")
        route.put(Decimal(one.route if one else self._next_turn()))
        closed.put(bool(one and one.is_closed))
        inside = one.warehouse_id if one else houses[0].id if houses else None
        house.put(str(inside or ""))
        form.add("code", _("Code"), code, columns=4)
        form.add("name", _("Name"), name, columns=8)
        form.add("kind", _("What it is"), kind, columns=4)
        form.add("warehouse_id", _("In the warehouse"), house, columns=4)
        form.add("route", _("Turn on the way"), route, columns=4)
        form.add("is_closed", "", closed, columns=4)
        return form

    def send(self) -> None:
        if self.form is not None:
            place = self.written()
            self.shell.client.do(self.saved, locations.save, place, refused=self.refused)

    def written(self) -> Location:
        """Return the place as the form says it is."""
        kind = self.kind.value()
        inside = self.house.value() if kind is LocationKind.BIN else ""
        before = self.chosen or Location(LocationId(new_id()), 1, kind, "")
        return replace(
            before,
            kind=kind,
            code=self.code.value(),
            name=self.name.value(),
            route=int(self.route.value() or 0),
            warehouse_id=LocationId(int(inside)) if inside else None,
            is_closed=self.closed.value(),
        )

    def _next_turn(self) -> int:
        return max((one.route for one in self._places), default=0) + 10

    def _show(self, places: Sequence[Location]) -> None:
        self._places = places
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if "location" in tables:
            self.ask()


def _named(one: Location) -> str:
    inside = "    " if one.kind is LocationKind.BIN else ""
    told = f"{inside}{place_text(one.code)}  {one.name}".rstrip()
    closed = _("closed")
    return f"{told} ({closed})" if one.is_closed else told
