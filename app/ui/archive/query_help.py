"""Help with questions: what can be typed, with examples that a click or Enter puts into the box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidgetItem, QVBoxLayout, QWidget

from app.lang.texts import mark
from app.ui.kit.hit_list import HitList
from app.ui.kit.labels import plain_label
from app.ui.kit.line_painter import DETAIL, LinePainter
from app.ui.kit.sheets import controls, page_list
from app.ui.kit.texts import _
from app.ui.kit.theme import Theme, theme

EXAMPLES = (
    (mark("rent march"), mark("all of these words, in any form")),
    (mark('"terms of delivery"'), mark("these words, one after the other")),
    (mark("invoice -draft"), mark("what must not be there")),
    (mark("agree*"), mark("every word that begins so")),
    (mark("from:energy"), mark("of this sender or to this receiver")),
    (mark("type:contract"), mark("of this type")),
    (mark("tag:cars"), mark("with this tag or one under it")),
    (mark("amount:>100"), mark("larger than this; also 100..200")),
    (mark("day:2025"), mark("of this year; also last month, <3.2026")),
    (mark("is:sealed"), mark("sealed; also in:inbox, in:trash")),
)
_WIDTH = 560


def _popover(look: Theme) -> str:
    t, px = look.tokens, look.px
    ground = f"background: {t.raised}; border: 1px solid {t.border}; border-radius: {px(8)}px;"
    return f"{controls(look)} QFrame#popover {{ {ground} }}"


def _plain(look: Theme) -> str:
    return f"{page_list(look)} QListWidget:focus {{ border: none; }}"


class QueryHelp(QFrame):
    """A popover with examples; ``taken(question)`` when one is wanted."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        self.setAccessibleName(_("How to search"))
        px = theme().px
        self.examples = HitList(_("Examples"), self)
        self.examples.setItemDelegate(LinePainter(self.examples))
        self.examples.setMouseTracking(True)
        for question, meaning in EXAMPLES:
            item = QListWidgetItem(_(question))
            item.setData(DETAIL, _(meaning))
            said = f"{_(question)}: {_(meaning)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(said)
            self.examples.addItem(item)
        self.examples.setCurrentRow(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(8))
        column.addWidget(plain_label(_("How to search"), "heading"))
        hint = _("Whatever you type is a question; all of it must be so. F1 tells more.")
        column.addWidget(plain_label(hint, "muted"))
        column.addWidget(self.examples)
        theme().dress(self.examples, _plain)
        self.examples.itemClicked.connect(self._take)
        self.examples.picked.connect(self._take)
        theme().dress(self, _popover)

    def show_under(self, widget: QWidget) -> None:
        """Show it under a widget, with the keyboard."""
        window, px = self.window(), theme().px
        self.examples.setFixedHeight(len(EXAMPLES) * px(36) + px(2))
        self.setFixedWidth(min(px(_WIDTH), window.width()))
        self.adjustSize()
        missing = max(self.height() - window.height(), 0)
        self.examples.setFixedHeight(max(self.examples.height() - missing, px(36)))
        self.adjustSize()
        below = widget.mapTo(window, QPoint(0, widget.height() + px(4)))
        right, low = window.width() - self.width(), window.height() - self.height()
        self.move(max(min(below.x(), right), 0), max(min(below.y(), low), 0))
        self.show()
        self.raise_()
        self.examples.setFocus()
        self.examples.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        question = item.text()
        self.close()
        self.taken.emit(question)
