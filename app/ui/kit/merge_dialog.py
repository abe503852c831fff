"""Two versions of a record side by side: what clashes is chosen, the rest is taken by itself.

← and → choose, ↑ and ↓ go from clash to clash; nothing is kept before it is said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.shared.merging import Fate, Side
from app.services.last_changes import LastChange
from app.ui.kit.dialogs import Dialog
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.merge_rows import LONGEST, MergeRow
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import Theme, theme
from app.ui.kit.tips import plain_tip

_WIDE, _TALL, _FIELD = 860, 420, 150
_BESIDE = 116
"""What the dialog and the bar of its table take of the width."""
Picks = Mapping[str, Side]


class SideButton(QRadioButton):
    """One of two words; ← and → choose, ↑ and ↓ ask for the clash before and after."""

    turned = Signal(object)
    stepped = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sides = {Qt.Key.Key_Left: Side.THEIRS, Qt.Key.Key_Right: Side.MINE}
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in sides:
            self.turned.emit(sides[key])
        elif key in steps:
            self.stepped.emit(steps[key])
        else:
            super().keyPressEvent(event)


@dataclass(slots=True)
class _Clash:
    """One part that has to be chosen."""

    row: MergeRow
    buttons: dict[Side, SideButton]
    result: QLabel


class MergeDialog(Dialog):
    """Shows what both did; ``saved(picks)``, ``taken()``, or neither: then the clerk goes on."""

    saved = Signal(object)
    taken = Signal()

    def __init__(
        self, parent: QWidget, title: str, rows: Sequence[MergeRow], *, has_base: bool
    ) -> None:
        told = _(
            "Nothing is lost. What only one of you changed is taken; where both changed the same, "
            "choose whose word is kept."
        )
        super().__init__(parent, title, told, "git-merge")
        self._has_base = has_base
        self.rows = tuple(rows)
        self._clashes: list[_Clash] = []
        self.picks: dict[str, Side] = {}
        self.left = plain_label("", "muted")
        room = _ground(parent).size()
        self.setMinimumWidth(min(theme().px(_WIDE), max(room.width() - theme().px(24), 0)))
        table = self._table(rows)
        held = Scrolled(table)
        held.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tall = min(theme().px(_TALL), max(room.height() - theme().px(210), theme().px(140)))
        held.setMinimumHeight(min(tall, self._height_of(table)))
        self.add_field(held)
        self.add_field(self.left)
        self.add_button(_("Go on editing"), self.reject, primary=False).setAutoDefault(False)
        self.take_button = self.add_button(_("Take theirs"), self._take, primary=False)
        self.take_button.setAutoDefault(False)
        self.save_button = self.add_button(_("Save result"), self._save, primary=True)
        self._count()
        theme().dress(self, _look)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._clashes:
            self._clashes[0].buttons[Side.THEIRS].setFocus(Qt.FocusReason.TabFocusReason)

    def offer_both(self, keep: Callable[[], object]) -> None:
        """Offer to keep what was typed as a record of its own beside theirs."""
        self.both_button = QPushButton(_("Keep both"))
        self.both_button.setAutoDefault(False)
        self.both_button.clicked.connect(self.accept)
        self.both_button.clicked.connect(keep)
        self.line.insertWidget(0, self.both_button)

    def unsettled(self) -> Sequence[SideButton]:
        """Return the first button of each part that nobody has chosen yet."""
        return [
            clash.buttons[Side.THEIRS]
            for clash in self._clashes
            if clash.row.path not in self.picks
        ]

    def choose(self, path: str, side: Side) -> None:
        """Choose whose word is kept of one part."""
        for clash in self._clashes:
            if clash.row.path == path:
                clash.buttons[side].setChecked(True)

    def _height_of(self, table: QWidget) -> int:
        """Return how high the table is once its words are wrapped."""
        layout, wide = table.layout(), self.minimumWidth() - theme().px(_BESIDE)
        assert layout is not None
        return max(layout.totalHeightForWidth(wide), table.sizeHint().height()) + theme().px(12)

    def _table(self, rows: Sequence[MergeRow]) -> QWidget:
        table, px = QWidget(), theme().px
        grid = QGridLayout(table)
        grid.setContentsMargins(px(12), px(8), px(12), px(8))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        titles = [_("Field"), _("As you opened it"), _("Theirs"), _("Yours"), _("Result")]
        for column, title in enumerate(titles):
            if column != 1 or self._has_base:
                grid.addWidget(plain_label(title, "label"), 0, column)
                grid.setColumnStretch(column, 2 if column else 1)
        grid.setColumnMinimumWidth(0, min(px(_FIELD), self.minimumWidth() // 7))
        for place, row in enumerate(rows, start=1):
            self._add(grid, place, row)
        grid.setRowStretch(len(rows) + 1, 1)
        return table

    def _add(self, grid: QGridLayout, place: int, row: MergeRow) -> None:
        is_clash = row.fate is Fate.CLASH
        name = plain_label(f"! {row.label}" if is_clash else row.label, "warn" if is_clash else "")
        name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(name, place, 0)
        if self._has_base:
            grid.addWidget(_words(row.base, "muted"), place, 1)
        if not is_clash:
            for column, text in ((2, row.theirs), (3, row.mine), (4, row.result)):
                role = "" if column == 4 or text == row.result else "muted"
                grid.addWidget(_words(text, role), place, column)
            return
        result = _words(_("Choose"), "warn")
        grid.addWidget(result, place, 4)
        clash = _Clash(row, {}, result)
        group = QButtonGroup(self)
        for column, side, text in ((2, Side.THEIRS, row.theirs), (3, Side.MINE, row.mine)):
            button = SideButton()
            whose = _("Theirs") if side is Side.THEIRS else _("Yours")
            told = text or _("empty")
            button.setAccessibleName(f"{row.label}, {whose}: {told}")
            button.toggled.connect(partial(self._chosen, clash, side))
            button.turned.connect(partial(self._turn, clash))
            button.stepped.connect(partial(self._step, len(self._clashes)))
            group.addButton(button)
            clash.buttons[side] = button
            grid.addWidget(_beside(button, _words(text)), place, column)
        self._clashes.append(clash)

    def _turn(self, clash: _Clash, side: Side) -> None:
        clash.buttons[side].setFocus(Qt.FocusReason.OtherFocusReason)
        clash.buttons[side].setChecked(True)

    def _step(self, place: int, by: int) -> None:
        """Go to the clash before or after; behind the last one comes saving."""
        following = place + by
        if following >= len(self._clashes):
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif following >= 0:
            clash = self._clashes[following]
            side = self.picks.get(clash.row.path, Side.THEIRS)
            clash.buttons[side].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, clash: _Clash, side: Side, is_on: object) -> None:
        if not is_on:
            return
        self.picks[clash.row.path] = side
        text = clash.row.theirs if side is Side.THEIRS else clash.row.mine
        clash.result.setText(_short(text))
        show_role(clash.result, "text")
        self._count()

    def _count(self) -> None:
        open_ones = len(self._clashes) - len(self.picks)
        self.save_button.setEnabled(not open_ones)
        told = many("{n} field left to choose", "{n} fields left to choose", open_ones)
        self.left.setText(told if open_ones else _("Everything is chosen"))

    def _save(self) -> None:
        self.accept()
        self.saved.emit(dict(self.picks))

    def _take(self) -> None:
        self.accept()
        self.taken.emit()


def _ground(parent: QWidget) -> QWidget:
    """Return the window over which a dialog stands, also where another dialog asks."""
    window = parent.window()
    while isinstance(window, Dialog) and (under := window.parentWidget()) is not None:
        window = under.window()
    return window


def change_title(last: LastChange, me: str) -> str:
    """Return who changed a record meanwhile, and when, as far as one may know."""
    if last.at is None:
        return _("Somebody changed this meanwhile")
    moment = formats().instant(last.at.astimezone())
    if last.who == me:
        return _("You changed this elsewhere, {moment}", moment=moment)
    return _("{name} changed this, {moment}", name=last.who, moment=moment)


def _look(theme: Theme) -> str:
    """Return the look of the dialog: circles that are seen on every ground."""
    t, px = theme.tokens, theme.px
    size, wide = px(14), px(5)
    inner = size - 2 * wide + 2
    return (
        controls(theme)
        + f"""
QRadioButton::indicator {{
  width: {size}px; height: {size}px; border: 1px solid {t.muted};
  border-radius: {size // 2 + 1}px; background: {t.surface};
}}
QRadioButton::indicator:focus {{ border: 2px solid {t.accent}; }}
QRadioButton::indicator:checked {{
  width: {inner}px; height: {inner}px; border: {wide}px solid {t.accent};
}}
"""
    )


def _short(text: str) -> str:
    short = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
    return short or "–"


def _words(text: str, role: str = "") -> QLabel:
    label = plain_label(_short(text), role or "text")
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    if len(text) > LONGEST:
        label.setToolTip(plain_tip(text))
    return label


def _beside(button: SideButton, words: QLabel) -> QWidget:
    held = QWidget()
    line = QHBoxLayout(held)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().px(6))
    upper = QVBoxLayout()
    upper.addWidget(button)
    upper.addStretch(1)
    line.addLayout(upper)
    line.addWidget(words, 1)
    words.ensurePolished()
    button.setFixedHeight(max(words.fontMetrics().height(), theme().px(18)))
    words.setBuddy(button)
    return held
