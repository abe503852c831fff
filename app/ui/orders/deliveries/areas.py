"""Deliveries by postcode: what goes the same way is picked with one list."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.orders.areas import Area
from app.lang.texts import mark
from app.services import deliveries, delivery_areas
from app.services.delivery_areas import Begun
from app.ui.kit.dialogs import Dialog, tell
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.messages import sentence_of
from app.ui.kit.printing import print_pdf
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme
from app.ui.orders.deliveries.packing import GRAMS
from app.ui.orders.deliveries.words import day_text

_HEIGHT, _WIDTH = 240, 720
SIGNS = {
    1: mark("First sign of the postcode"),
    2: mark("First two signs of the postcode"),
    3: mark("First three signs of the postcode"),
    10: mark("Whole postcode"),
}


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area, as a row of a table."""

    id: int
    area: Area


def _postcode(row: AreaRow) -> str:
    area = row.area
    return f"{area.country} {area.postcode}".strip() if area.postcode else _("No postcode")


def _weight(row: AreaRow) -> str:
    kilograms = Decimal(row.area.weight_g) / GRAMS
    return _("{n} kg", n=formats().plain(kilograms)) if row.area.weight_g else ""


COLUMNS: tuple[Column[AreaRow], ...] = (
    Column(mark("Postcode"), _postcode, width=92, is_whole=True),
    Column(mark("Towns"), lambda row: ", ".join(row.area.towns), is_roomy=True),
    Column(
        mark("Deliveries"),
        lambda row: formats().plain(Decimal(len(row.area.stops))),
        right=True,
        width=84,
    ),
    Column(
        mark("Parcels"),
        lambda row: formats().plain(Decimal(row.area.parcels)),
        right=True,
        width=76,
    ),
    Column(mark("Weight"), _weight, right=True, width=84),
    Column(mark("Planned"), lambda row: day_text(row.area.first_day), width=96),
)


class AreasDialog(Dialog):
    """Shows what goes where; Enter begins to pick an area and prints its list."""

    def __init__(self, parent: QWidget, shell: Shell) -> None:
        text = _("What goes the same way is picked with one list, whatever order it is of.")
        super().__init__(parent, _("Deliveries by postcode"), text, "truck-delivery")
        self._shell, self._page = shell, parent
        self.signs: ChoiceEdit[int] = ChoiceEdit([(one, _(word)) for one, word in SIGNS.items()])
        self.signs.setAccessibleName(_("Grouped by"))
        self.signs.put(2)
        self.table: ShortTable[AreaRow] = ShortTable(_("Areas"), COLUMNS)
        self.table.give_room(COLUMNS[1].title)
        self.table.setMinimumHeight(theme().px(_HEIGHT))
        self.add_field(self.signs)
        self.add_field(self.table)
        self.setMinimumWidth(theme().px(_WIDTH))
        self.add_button(_("Close"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Pick this area"), self.pick, primary=True)
        self.signs.edited.connect(self.look)
        self.table.opened.connect(self.pick)
        self.table.setFocus()
        self.look()

    def look(self) -> None:
        """Ask what goes where."""
        self._shell.client.ask(self.show_areas, delivery_areas.areas, self.signs.value())

    def show_areas(self, found: tuple[Area, ...]) -> None:
        """Show the areas."""
        self.table.show_rows([AreaRow(at, one) for at, one in enumerate(found, 1)])
        if self._main is not None:
            self._main.setEnabled(bool(found))

    def pick(self, *_row: object) -> None:
        """Begin to pick what goes to the chosen area, and print one list for it."""
        record = self.table.chosen_id()
        row = self.table.row_of(record) if record is not None else None
        if row is not None:
            ids = tuple(one.id for one in row.area.stops)
            answer = _Picked(self._page, self._shell).show
            self._shell.client.do(answer, delivery_areas.begin, ids)
            self.accept()


class _Picked:
    """Prints the list of what is picked now; the dialog is gone by then."""

    def __init__(self, page: QWidget, shell: Shell) -> None:
        self._page, self._shell = page, shell

    def show(self, begun: Begun) -> None:
        """Say what is being picked and what is not, and print the list."""
        count = len(begun.ids)
        told = many("{n} delivery is being picked", "{n} deliveries are being picked", count)
        if begun.ids:
            self._shell.say(told)
            self._shell.client.ask(self.print_list, deliveries.pick_list, begun.ids)
        if begun.problems:
            why = "\n".join(str(sentence_of(one.code, one.facts)) for one in begun.problems)
            tell(self._page, _("Not everything can be picked"), f"{told}\n\n{why}")
        elif not begun.ids:
            self._shell.say(_("Nothing of this area waits to be picked."))

    def print_list(self, pdf: bytes) -> None:
        """Print the list."""
        print_pdf(self._page, self._shell.client.lanes, pdf, _("Pick list"))


def ask_area(page: QWidget, shell: Shell) -> AreasDialog:
    """Show what goes where, to be picked together."""
    dialog = AreasDialog(page, shell)
    dialog.open()
    return dialog
