"""The places of the archive: inbox, file, folders, types, tags and trash; keys lead the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyleOptionViewItem, QWidget

from app.domain.archive.document import DocumentState
from app.domain.archive.row import Wanted
from app.domain.archive.saved import SavedQuery, tree
from app.ui.archive.naming import Naming
from app.ui.archive.words import readers_icon
from app.ui.kit.hit_list import HitList
from app.ui.kit.line_painter import DETAIL, ICON, LinePainter
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.filing import Counted
    from app.services.folders import Filled

_PLACE = Qt.ItemDataRole.UserRole
_DEPTH = int(Qt.ItemDataRole.UserRole) + 3
_NARROWEST = 140
_GOING_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)
_ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_VERBS = {
    (Qt.Key.Key_F2, _PLAIN): "saved.rename",
    (Qt.Key.Key_F2, _SHIFT): "saved.readers",
    (Qt.Key.Key_Delete, _PLAIN): "saved.remove",
    (Qt.Key.Key_Up, _ALT): "saved.up",
    (Qt.Key.Key_Down, _ALT): "saved.down",
}
FOLDER_VERBS = (
    "saved.rename",
    "saved.renew",
    "saved.readers",
    "saved.up",
    "saved.down",
    "",
    "saved.remove",
)

FILED = Wanted()
WAITING = Wanted((DocumentState.INBOX,))
TRASHED = Wanted((DocumentState.TRASHED,))
INBOX = "inbox"
FILE = "file"
TRASH = "trash"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Place:
    """One line: a name, what it shows, and how many documents lie there; a caption has no key.

    A folder shows what answers its question; more than ``count`` if ``is_more``.
    """

    key: str
    text: str
    icon: str = ""
    wanted: Wanted = FILED
    count: int = 0
    depth: int = 0
    is_more: bool = False
    folder: SavedQuery | None = None


def places(naming: Naming, counted: Counted, kept: Sequence[Place] = ()) -> Iterator[Place]:
    """Yield every place from top to bottom, the folders that are kept after the trash."""
    yield Place(INBOX, _("Inbox"), "inbox", WAITING, counted.of(DocumentState.INBOX))
    yield Place(FILE, _("All filed"), "archive", FILED, counted.of(DocumentState.FILED))
    yield Place("due", _("Step due"), "clock", Wanted(due_by=counted.day), counted.due)
    yield Place("sealed", _("Sealed"), "shield-check", Wanted(is_sealed=True), counted.sealed)
    yield Place(TRASH, _("Trash"), "trash", TRASHED, counted.of(DocumentState.TRASHED))
    yield from kept
    yield from _types(naming, counted)
    yield from _tags(naming, counted)


def folder_places(folders: Sequence[SavedQuery], filled: Sequence[Filled]) -> Iterator[Place]:
    """Yield the folders as a tree, each with how many documents are in it."""
    counts = {one.folder_id: one for one in filled}
    if folders:
        yield Place("", _("Folders"))
    for branch in tree(folders):
        folder, name = branch.folder, branch.path[-1]
        if folder is None:
            yield Place("", name, depth=branch.depth)
            continue
        count = counts.get(folder.id)
        yield Place(
            f"folder:{folder.id}",
            name,
            readers_icon(folder.form.readers) if folder.form.readers.is_wall else "folder",
            folder.form.wanted,
            count.count if count else 0,
            branch.depth,
            is_more=count is not None and count.is_more,
            folder=folder,
        )


def _types(naming: Naming, counted: Counted) -> Iterator[Place]:
    shown = [one for one in naming.types.values() if one.id in counted.types]
    if shown:
        yield Place("", _("Types"))
    for kind in sorted(shown, key=lambda one: naming.type(one.id).casefold()):
        count = counted.types.get(kind.id, 0)
        icon = readers_icon(kind.readers)
        wanted = Wanted(type_ids=(kind.id,))
        yield Place(f"type:{kind.id}", naming.type(kind.id), icon, wanted, count)


def _tags(naming: Naming, counted: Counted) -> Iterator[Place]:
    tree = naming.tree()
    if tree:
        yield Place("", _("Tags"))
    for tag, depth in tree:
        wanted, count = Wanted(tag_ids=(tag.id,)), counted.tags.get(tag.id, 0)
        yield Place(f"tag:{tag.id}", tag.name, "tag", wanted, count, depth)


class PlacePainter(LinePainter):
    """Paints a place, moved to the right by its depth; a caption is quiet and has no ground."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            shifted = QStyleOptionViewItem(option)
            depth = theme().px(14 * int(index.data(_DEPTH) or 0))
            rect: QRect = option.rect
            shifted.rect = rect.adjusted(depth, 0, 0, 0)
            super().paint(painter, shifted, index)
            return
        painter.setPen(QColor(theme().tokens.muted))
        left = theme().px(10 + 14 * int(index.data(_DEPTH) or 0))
        words = option.rect.adjusted(left, 0, 0, -theme().px(4))
        side = Qt.TextElideMode.ElideRight
        said = painter.fontMetrics().elidedText(str(index.data()), side, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom, said)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(_NARROWEST), theme().px(30))


class Places(HitList):
    """The list of places; ``chosen(place)`` as the cursor moves, ``left()`` by Enter and Right.

    ``asked(name)`` is the action that a key means for the folder under the cursor.
    """

    chosen = Signal(object)
    asked = Signal(str)
    menu_wanted = Signal(QPoint)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Places of the archive"), parent)
        self.setItemDelegate(PlacePainter(self))
        self.setMouseTracking(True)
        self.setMinimumWidth(theme().px(_NARROWEST))
        self.currentItemChanged.connect(self._moved)
        self.picked.connect(self._leave)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        theme().changed.connect(self._measure)

    @property
    def place(self) -> Place | None:
        """The place that is shown."""
        return self._place_of(self.currentItem())

    def fill(self, shown: Sequence[Place]) -> None:
        """Show these places; the cursor stays where it was, or begins at the first."""
        kept = self.place
        self.blockSignals(True)  # noqa: FBT003  Qt takes it so
        self.clear()
        for place in shown:
            self.addItem(item_of(place))
        found = kept is not None and self._put(kept.key)
        if not found:
            self._put(shown[0].key if shown else "")
        self.blockSignals(False)  # noqa: FBT003  Qt takes it so
        if not found or self.place != kept:
            self._moved(self.currentItem())

    def go(self, key: str) -> bool:
        """Go to a place; says whether it is there."""
        return self._put(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        verb = _VERBS.get((Qt.Key(event.key()), held))
        if verb is not None and self.place is not None and self.place.folder is not None:
            self.asked.emit(verb)
        elif event.key() in _GOING_ON:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask_menu(self, at: QPoint) -> None:
        place = self._place_of(self.itemAt(at))
        if place is not None and place.folder is not None:
            self.go(place.key)
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _put(self, key: str) -> bool:
        for row in range(self.count()):
            place = self._place_of(self.item(row))
            if place is not None and place.key and place.key == key:
                self.setCurrentRow(row)
                return True
        return False

    def _place_of(self, item: QListWidgetItem | None) -> Place | None:
        place = item.data(_PLACE) if item is not None else None
        return place if isinstance(place, Place) else None

    def _moved(self, item: QListWidgetItem | None, _before: object = None) -> None:
        place = self._place_of(item)
        if place is not None and place.key:
            self.chosen.emit(place)

    def _leave(self, _item: object) -> None:
        self.left.emit()

    def _measure(self) -> None:
        self.setMinimumWidth(theme().px(_NARROWEST))
        self.doItemsLayout()


def item_of(place: Place) -> QListWidgetItem:
    """Return the line of a place."""
    item = QListWidgetItem(place.text)
    count = formats().decimal(Decimal(place.count)) if place.count else ""
    if place.is_more:
        count = _("{n}+", n=count)
    item.setData(_PLACE, place)
    item.setData(_DEPTH, place.depth)
    item.setData(ICON, place.icon)
    item.setData(DETAIL, count)
    item.setToolTip(plain_tip(place.text))
    said = f"{place.text}, {count}" if count else place.text
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    if not place.key:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
