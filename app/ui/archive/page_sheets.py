"""Pages side by side, small, to be turned, moved, left out and cut by keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from app.domain.archive.pages import Arrangement, NoPages, as_they_are
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.pdf_file import Left, PdfFile, Unreadable
from app.ui.kit.sheets import page_list
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_KEY = Qt.Key
_SIDE = 150
_QUARTER = 90


class PageSheets(QListWidget):
    """Shows an arrangement of pages; ``changed()`` when it is another one, ``made()`` for Enter."""

    changed = Signal()
    made = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lane = lanes.pages
        self._file: PdfFile | None = None
        self._pictures: dict[int, QImage] = {}
        self._asked: int | None = None
        self._past: list[Arrangement] = []
        self.arrangement = Arrangement(())
        self._blank = QIcon()
        side = theme().px(_SIDE)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setIconSize(QSize(side, side))
        self.setGridSize(QSize(side + theme().px(24), side + theme().px(44)))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        room = theme().px(8)
        self.setViewportMargins(room, room, room, room)
        self.setAccessibleName(_("Pages"))
        theme().dress(self, page_list)

    @property
    def is_changed(self) -> bool:
        """Say whether anything was arranged."""
        return bool(self._past)

    def show_file(self, file: PdfFile) -> None:
        """Show the pages of a file as they are."""
        self._file, self._past = file, []
        self._pictures.clear()
        blank = QPixmap(self._side(), self._side())
        blank.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(blank)
        self.arrangement = as_they_are(len(file.sizes))
        self._fill(0)

    def become(self, after: Arrangement, row: int | None = None) -> None:
        """Show another arrangement, which can be taken back."""
        if after != self.arrangement:
            self._past.append(self.arrangement)
            self.arrangement = after
            self._fill(self.currentRow() if row is None else row)
            self.changed.emit()

    def take_back(self) -> None:
        """Show the arrangement before the last change."""
        if self._past:
            self.arrangement = self._past.pop()
            self._fill(self.currentRow())
            self.changed.emit()

    def turn(self, degrees: int = _QUARTER) -> None:
        """Turn the chosen pages clockwise."""
        self.become(self.arrangement.turned(self._rows(), degrees))

    def leave_out(self) -> None:
        """Leave the chosen pages out, unless none would be left."""
        try:
            after = self.arrangement.without(self._rows())
        except NoPages:
            return
        self.become(after, min(self._rows(), default=0))

    def move_by(self, by: int) -> None:
        """Move the page that is looked at."""
        row = self.currentRow()
        if row >= 0:
            target = min(max(row + by, 0), self.count() - 1)
            self.become(self.arrangement.moved(row, by), target)

    def cut(self) -> None:
        """Begin a new document at the page that is looked at, or not any more."""
        if self.currentRow() > 0:
            self.become(self.arrangement.cut(self.currentRow()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if held & Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.move_by(_MOVES[_KEY(key)])
        elif held & Qt.KeyboardModifier.ControlModifier:
            self._with_control(event)
        elif key == _KEY.Key_R:
            self.turn(-_QUARTER if held & Qt.KeyboardModifier.ShiftModifier else _QUARTER)
        elif key == _KEY.Key_S:
            self.cut()
        elif key in (_KEY.Key_Delete, _KEY.Key_Backspace):
            self.leave_out()
        else:
            super().keyPressEvent(event)

    def _with_control(self, event: QKeyEvent) -> None:
        if event.key() == _KEY.Key_Z:
            self.take_back()
        elif event.key() in (_KEY.Key_Return, _KEY.Key_Enter):
            self.made.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._draw_next()

    def _rows(self) -> tuple[int, ...]:
        return tuple(sorted(index.row() for index in self.selectedIndexes()))

    def _fill(self, row: int) -> None:
        self.clear()
        for place, leaf in enumerate(self.arrangement.leaves):
            begins = place in self.arrangement.cuts
            text = _("New: page {page}", page=leaf.page) if begins else str(leaf.page)
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _("Page {page}", page=leaf.page))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            # Without a picture yet, Qt would measure the line of text only, and keep to it.
            item.setSizeHint(self.gridSize())
            item.setIcon(self._blank)
            self.addItem(item)
            self._paint(place)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))

    def _paint(self, place: int) -> None:
        leaf = self.arrangement.leaves[place]
        picture = self._pictures.get(leaf.page)
        if picture is not None:
            turned = picture.transformed(QTransform().rotate(leaf.turn))
            self.item(place).setIcon(_clear(_framed(turned, self._side())))

    def _draw_next(self) -> None:
        """Draw the first page that is seen and has no picture yet, if nothing is under way."""
        if self._file is None or self._asked is not None:
            return
        view = self.viewport().rect()
        for place, leaf in enumerate(self.arrangement.leaves):
            is_seen = self.visualItemRect(self.item(place)).intersects(view)
            if is_seen and leaf.page not in self._pictures:
                self._asked = leaf.page
                whole = self._whole(leaf.page)
                work = partial(self._file.draw, leaf.page - 1, whole, QRect(0, 0, *whole.toTuple()))
                told = partial(self._drawn, self._file, leaf.page)
                self._lane.run(work, Reply(told, partial(self._not_drawn, *told.args)))
                return

    def _whole(self, page: int) -> QSize:
        assert self._file is not None
        side = self._side()
        sharp = self._file.sizes[page - 1].scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        return sharp.toSize().expandedTo(QSize(1, 1))

    def _side(self) -> int:
        return round(theme().px(_SIDE) * self.devicePixelRatioF())

    def _not_drawn(self, file: PdfFile, page: int, error: Exception) -> None:
        """Leave a page blank that cannot be drawn; it can be turned and moved all the same."""
        if not isinstance(error, (Left, Unreadable)):
            raise error
        blank = QImage(self._whole(page), QImage.Format.Format_RGB32)
        blank.fill(Qt.GlobalColor.white)
        self._drawn(file, page, blank)

    def _drawn(self, file: PdfFile, page: int, picture: QImage) -> None:
        self._asked = None
        if file is self._file:
            self._pictures[page] = picture
            for place, leaf in enumerate(self.arrangement.leaves):
                if leaf.page == page:
                    self._paint(place)
        self.viewport().update()


def _clear(picture: QPixmap) -> QIcon:
    """Return a picture that is not tinted while it is chosen: it is looked at then."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def _framed(picture: QImage, side: int) -> QPixmap:
    """Return a page in the middle of a square, with an edge, so that white is seen on white."""
    square = QPixmap(side, side)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    left, top = (side - picture.width()) // 2, (side - picture.height()) // 2
    painter.drawImage(left, top, picture)
    painter.setPen(QColor(theme().tokens.border))
    painter.drawRect(QRect(left, top, picture.width() - 1, picture.height() - 1))
    painter.end()
    return square


_MOVES = {_KEY.Key_Left: -1, _KEY.Key_Up: -1, _KEY.Key_Right: 1, _KEY.Key_Down: 1}
