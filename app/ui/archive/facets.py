"""Facets: how what was found falls by type, year and sender; a click or a key narrows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.domain.archive.found import Found
from app.domain.archive.row import Wanted
from app.domain.shared.ids import ContactId, DocumentTypeId
from app.ui.archive.naming import Naming
from app.ui.archive.places import Place, PlacePainter, item_of
from app.ui.kit.hit_list import HitList
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_NARROWEST = 140
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LEAVING = (Qt.Key.Key_Right, Qt.Key.Key_Escape)
HERE, TYPE, YEAR, SENDER = "here", "type", "year", "sender"
_NONE = 0
"""How a facet says that a document has no type: no record has this id."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which facets are chosen, at most one of each group."""

    is_here: bool = False
    type_id: int | None = None
    year: int | None = None
    sender: int | None = None

    def onto(self, wanted: Wanted) -> Wanted:
        """Return what is wanted with the type and the sender that are chosen."""
        if self.type_id:
            wanted = replace(wanted, type_ids=(DocumentTypeId(self.type_id),))
        if self.sender is not None:
            wanted = replace(wanted, correspondent_ids=(ContactId(self.sender),))
        return wanted

    @property
    def question(self) -> str:
        """What is asked beside the words: the year, or that there is no type."""
        year = f"day:{self.year:04}" if self.year is not None else ""
        untyped = "is:untyped" if self.type_id == _NONE else ""
        return " ".join(part for part in (year, untyped) if part)

    def toggled(self, facet: Facet) -> Narrowing:
        """Return the choice with a facet taken in or taken out."""
        value = None if facet.is_chosen else facet.value
        match facet.group:
            case "here":
                return replace(self, is_here=not facet.is_chosen)
            case "type":
                return replace(self, type_id=value)
            case "year":
                return replace(self, year=value)
            case _:
                return replace(self, sender=value)


@dataclass(frozen=True, slots=True)
class Facet:
    """One line: its group, what it stands for, and how many documents are of it."""

    group: str
    value: int
    text: str
    count: int = 0
    icon: str = ""
    is_chosen: bool = False


def facets(
    found: Found, naming: Naming, chosen: Narrowing, place: str = ""
) -> Iterator[tuple[str, tuple[Facet, ...]]]:
    """Yield the groups with their captions; the place is offered where it is not everywhere."""
    if place:
        here = Facet(HERE, _NONE, _("Only in {place}", place=place), is_chosen=chosen.is_here)
        yield _("Where"), (here,)
    yield _("Types"), tuple(_types(found, naming, chosen))
    yield _("Years"), tuple(_years(found, chosen))
    yield _("From or to"), tuple(_senders(found, chosen))


def _types(found: Found, naming: Naming, chosen: Narrowing) -> Iterator[Facet]:
    for one in found.by_type:
        value = int(one.type_id) if one.type_id is not None else _NONE
        name = naming.type(one.type_id) or _("Without a type")
        yield Facet(TYPE, value, name, one.count, "file-text", chosen.type_id == value)


def _years(found: Found, chosen: Narrowing) -> Iterator[Facet]:
    for one in found.by_year:
        name, is_chosen = formats().year(date(one.year, 1, 1)), chosen.year == one.year
        yield Facet(YEAR, one.year, name, one.count, "calendar", is_chosen)


def _senders(found: Found, chosen: Narrowing) -> Iterator[Facet]:
    for one in found.by_sender:
        if one.correspondent_id is not None and one.name:
            value = int(one.correspondent_id)
            yield Facet(SENDER, value, one.name, one.count, "user", chosen.sender == value)


class Facets(HitList):
    """The list of facets; ``pressed(facet)`` to take one in or out, ``left()`` back to the rows."""

    pressed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Narrow down what was found"), parent)
        self.setItemDelegate(PlacePainter(self))
        self.setMouseTracking(True)
        self.itemClicked.connect(self._press)
        theme().changed.connect(self._measure)
        self._measure()

    def fill(self, groups: Sequence[tuple[str, tuple[Facet, ...]]]) -> None:
        """Show these groups; the cursor stays where it was."""
        kept = self._facet(self.currentItem())
        self.clear()
        for caption, some in groups:
            if some:
                self.addItem(item_of(Place("", caption)))
            for facet in some:
                self.addItem(_item(facet))
        self._put(kept)

    def shown(self) -> tuple[Facet, ...]:
        """Return every facet that is shown."""
        found = (self._facet(self.item(row)) for row in range(self.count()))
        return tuple(one for one in found if one is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSING:
            self._press(self.currentItem())
        elif event.key() in _LEAVING:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._facet(self.currentItem()) is None:
            self._put(None)
        item: QListWidgetItem | None = self.currentItem()
        if item is not None:
            item.setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def _put(self, kept: Facet | None) -> None:
        """Put the cursor on a facet, or on the first."""
        rows = [row for row in range(self.count()) if self._facet(self.item(row)) is not None]
        same = (row for row in rows if _is_same(self._facet(self.item(row)), kept))
        self.setCurrentRow(next(same, rows[0] if rows else -1))
        if not self.hasFocus():
            self.clearSelection()

    def _facet(self, item: QListWidgetItem | None) -> Facet | None:
        facet = item.data(_FACET) if item is not None else None
        return facet if isinstance(facet, Facet) else None

    def _press(self, item: QListWidgetItem | None) -> None:
        facet = self._facet(item)
        if facet is not None:
            self.pressed.emit(facet)

    def _measure(self) -> None:
        self.setMinimumWidth(theme().px(_NARROWEST))
        self.doItemsLayout()


_FACET = int(Qt.ItemDataRole.UserRole) + 9


def _is_same(one: Facet | None, other: Facet | None) -> bool:
    if one is None or other is None:
        return False
    return (one.group, one.value) == (other.group, other.value)


def _item(facet: Facet) -> QListWidgetItem:
    icon = "check" if facet.is_chosen else facet.icon
    item = item_of(Place(facet.group, facet.text, icon, count=facet.count))
    item.setData(_FACET, facet)
    if facet.is_chosen:
        said = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, _("{facet}, chosen", facet=said))
    return item
