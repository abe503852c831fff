"""Cells of the lines: painted from tokens, edited in place, left by Enter, Tab and arrows."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.products.row import ProductRow
from app.domain.shared.problems import Problem
from app.ui.invoices.cell_edits import (
    CellEdit,
    ChoiceEdit,
    ChoosingEdit,
    ProductEdit,
    VatEdit,
    is_override,
    meant,
)
from app.ui.invoices.lines_model import PROBLEM, RIGHT, LinesModel
from app.ui.invoices.rows import Field
from app.ui.invoices.titles import title_of
from app.ui.kit.client import OfficeClient
from app.ui.kit.icons import drawing
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_PADDING = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_OF_THE_LINES = frozenset(
    {
        (_CTRL, Qt.Key.Key_Delete),
        (_CTRL, Qt.Key.Key_Insert),
        (_CTRL, Qt.Key.Key_D),
        (_ALT, Qt.Key.Key_Up),
        (_ALT, Qt.Key.Key_Down),
    }
)
"""Keys that a text field would keep for itself, but that do something with the whole line."""

Index = QModelIndex | QPersistentModelIndex


class LinesDelegate(QStyledItemDelegate):
    """Paints and edits; ``moved`` tells by how many cells or rows to go on."""

    moved = Signal(object)
    climbed = Signal(object)
    picked = Signal(object, object)
    unsure = Signal(object, str)

    def __init__(self, client: OfficeClient, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        place = QPersistentModelIndex(index)
        editor: CellEdit
        if index.column() == Field.DESCRIPTION:
            editor = ProductEdit(place, parent, self._client)
        elif index.column() == Field.VAT:
            editor = VatEdit(place, parent, _model(index).reader.vat)
        elif index.column() == Field.CHOICE:
            editor = ChoiceEdit(place, parent)
        else:
            editor = CellEdit(place, parent)
        if isinstance(editor, ChoosingEdit):
            editor.clicked.connect(self._chosen)
        editor.textEdited.connect(self._typed)
        editor.setAccessibleName(title_of(index.column()))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEdit) and not editor.is_filled:
            editor.is_filled = True
            editor.setText(_model(index).text(index.row(), index.column()))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(editor, CellEdit) or not index.isValid():
            return
        lines, field = _model(index), Field(index.column())
        code = editor.marked() if isinstance(editor, VatEdit | ChoiceEdit) else None
        if isinstance(code, str):
            lines.write(index.row(), field, code)
        if isinstance(editor, ProductEdit):
            self._settle_product(editor, index)
        elif editor.isModified() or code is not None:
            lines.tidy(index.row(), field)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, CellEdit) or not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_override(event):
            if (held, Qt.Key(event.key())) in _OF_THE_LINES:
                event.ignore()
                return True
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        return self._key(editor, Qt.Key(event.key()), held)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, px = theme().tokens, theme().px
        rect: QRect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        view = self.parent()
        is_alone = isinstance(view, QAbstractItemView) and not view.hasFocus()
        is_selected = is_selected and not is_alone
        painter.fillRect(rect, QColor(tokens.selected if is_selected else tokens.surface))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inside = rect.adjusted(px(_PADDING), 0, -px(_PADDING), -1)
        problem = index.data(PROBLEM)
        if isinstance(problem, Problem):
            inside = self._mark(painter, rect, inside, problem)
        text = str(index.data() or "")
        plain = tokens.on_selected if is_selected else tokens.text
        hint = "" if text else self._hint(index)
        painter.setPen(QColor(tokens.muted if hint else plain))
        side = _RIGHT if index.column() in RIGHT else _LEFT
        words = painter.fontMetrics().elidedText(
            text or hint, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, side, words)
        self._frame(painter, rect, index)

    def _key(self, editor: CellEdit, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if key in _ENTER and not held & _CTRL:
            self._leave(editor)
            self.moved.emit(-1 if held & _SHIFT else 1)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and not held & _CTRL:
            self._leave(editor)
            self.moved.emit(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not held:
            by = -1 if key == Qt.Key.Key_Up else 1
            if not editor.step(by):
                self._leave(editor)
                self.climbed.emit(by)
        elif key == Qt.Key.Key_Escape:
            if not editor.retreat():
                self._leave(editor)
        else:
            return False
        return True

    def _leave(self, editor: CellEdit) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _chosen(self) -> None:
        editor = self.sender()
        if isinstance(editor, CellEdit):
            self._leave(editor)
            self.moved.emit(1)

    def _typed(self, text: str) -> None:
        editor = self.sender()
        if isinstance(editor, CellEdit) and editor.index.isValid():
            index = editor.index
            _model(index).write(index.row(), Field(index.column()), text)

    def _settle_product(self, editor: ProductEdit, index: Index) -> None:
        """Take the product that is meant; where the answer is still to come, ask once more."""
        words, marked = editor.text(), editor.marked()
        if not editor.isModified() and marked is None:
            return
        found = editor.found()
        product = marked if isinstance(marked, ProductRow) else None
        if marked is None and not editor.is_dismissed and found is not None:
            product = meant(words, found)
        _model(index).tidy(index.row(), Field.DESCRIPTION)
        if product is not None:
            self.picked.emit(QPersistentModelIndex(index), (product, words))
        elif marked is None and not editor.is_dismissed and found is None and words.strip():
            self.unsure.emit(QPersistentModelIndex(index), words.strip())

    def _hint(self, index: Index) -> str:
        lines = _model(index)
        is_last = index.row() == lines.rowCount() - 1
        if index.column() == Field.DESCRIPTION and is_last and lines.rows[-1].is_blank:
            return _("Product or text")
        return ""

    def _mark(self, painter: QPainter, rect: QRect, inside: QRect, problem: Problem) -> QRect:
        """Show that something is wrong in a cell: a tint, a sign, and the sentence below."""
        tokens, size = theme().tokens, theme().px(14)
        tone, sign = ("warn", "alert-triangle") if problem.is_warning else ("bad", "alert-circle")
        painter.fillRect(rect.adjusted(0, 0, -1, -1), QColor(tokens.wash(tone)))
        pixels = drawing(sign, size, tokens.tone(tone), painter.device().devicePixelRatioF())
        top = inside.top() + (inside.height() - size) // 2
        painter.drawPixmap(inside.left() - theme().px(2), top, pixels)
        return inside.adjusted(size + theme().px(2), 0, 0, 0)

    def _frame(self, painter: QPainter, rect: QRect, index: Index) -> None:
        view = self.parent()
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index:
            tokens = theme().tokens
            colour = tokens.accent if view.hasFocus() else tokens.border
            painter.setPen(QPen(QColor(colour), 2 if view.hasFocus() else 1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _model(index: Index) -> LinesModel:
    model = index.model()
    assert isinstance(model, LinesModel)
    return model
