"""Actions: what a clerk can do, from one table; menus, buttons, palette and sheet all read it.

A page says what it does now, and the book switches actions on and off as pages come and go:

    shell.book.offer(self, {"invoice.issue": self._issue, "invoice.print": self._print})
    shell.book.allow(self, "invoice.issue", allowed=draft.is_open)
    bar.addWidget(shell.book.button("invoice.issue", primary=True))
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget
from shiboken6 import Shiboken

from app.ui.kit.icons import icon
from app.ui.kit.texts import _

WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Action:
    """One line of the table.

    ``text`` and ``tip`` are marked texts, ``shortcut`` (and ``also``) in Qt's writing (``Ctrl+N``),
    ``letter`` a single-letter verb that works in lists, ``group`` the menu, ``context`` "window"
    or the module in which it can be done; ``is_apart`` draws a line above it in its menu.
    """

    name: str
    text: str
    group: str
    context: str = WINDOW
    shortcut: str = ""
    also: str = ""
    icon: str = ""
    tip: str = ""
    letter: str = ""
    is_checkable: bool = False
    is_apart: bool = False


@dataclass(slots=True)
class _Offer:
    """What a page can do now."""

    page: QObject
    slots: dict[str, Callable[[], object]]
    refused: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)


class ActionBook(QObject):
    """Every action as a QAction; enabled while a page that is shown offers it.

    One is made when it is first asked for: a window asks for all, a dialog or a page for few.
    """

    changed = Signal()

    def __init__(self, rows: Iterable[Action], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = {row.name: row for row in rows}
        self._actions: dict[str, QAction] = {}
        self._offers: list[_Offer] = []
        self._shown: tuple[QObject, ...] = ()
        self._called: set[str] = set()
        self._forbidden: frozenset[str] = frozenset()

    def action(self, name: str) -> QAction:
        """Return the action of a name, on or off as the pages that are shown have it."""
        found = self._actions.get(name)
        if found is None:
            found = self._actions[name] = self._made(self.rows[name])
            self._turn(name, self._now())
        return found

    def offer(self, page: QObject, slots: Mapping[str, Callable[[], object]]) -> None:
        """Say what a page does; it is possible while the page is shown."""
        alive = [one for one in self._offers if Shiboken.isValid(one.page)]
        changed: Collection[str] = slots if len(alive) == len(self._offers) else self._actions
        self._offers = alive
        held = self._offer_of(page)
        if held is None:
            held = _Offer(page, {})
            self._offers.append(held)
        held.slots.update(slots)
        self._switch(changed)

    def allow(self, page: QObject, name: str, *, allowed: bool) -> None:
        """Say whether a page can do one of its actions just now."""
        held = self._offer_of(page)
        if held is not None and (name in held.refused) == allowed:
            (held.refused.discard if allowed else held.refused.add)(name)
            self._switch((name,))

    def forbid(self, names: frozenset[str]) -> None:
        """Say which actions are out of reach of who is in, whatever a page offers."""
        told = self._forbidden | names
        self._forbidden = names
        for name in self._actions.keys() & told:
            self._actions[name].setToolTip(self._tip(name))
        self._switch(told)

    def call(self, page: QObject, name: str, text: str) -> None:
        """Say what an action is called while this page does it; no text is the usual one."""
        held = self._offer_of(page)
        if held is not None:
            self._called.add(name)
            held.texts[name] = text
            self._switch((name,))

    def enter(self, shown: tuple[QObject, ...]) -> None:
        """Say which pages are shown, the innermost first; the last is the window."""
        self._shown = shown
        self._switch(self._actions)

    def press(self, letter: str, context: str) -> bool:
        """Do the single-letter verb of a list, if there is one that is possible now."""
        for name, row in self.rows.items():
            if row.letter and row.letter == letter.casefold() and row.context == context:
                action = self.action(name)
                action.trigger()
                return action.isEnabled()
        return False

    def button(self, name: str, *, primary: bool = False) -> QPushButton:
        """Return a button with the text of an action, on and off as it is."""
        hue = "on_accent" if primary else "text"
        button = ActionButton(self.action(name), icon(self.rows[name].icon, hue))
        button.setProperty("primary", primary)
        return button

    def tool(self, name: str) -> QToolButton:
        """Return a button that shows only the icon of an action."""
        tool = QToolButton()
        tool.setDefaultAction(self.action(name))
        tool.setAccessibleName(self.action(name).text())
        return tool

    def menu(self, names: Iterable[str], parent: QWidget) -> QMenu:
        """Return a menu of actions; an empty name draws a line."""
        menu = QMenu(parent)
        for name in names:
            if name:
                menu.addAction(self.action(name))
            else:
                menu.addSeparator()
        return menu

    def _made(self, row: Action) -> QAction:
        text, keys = _(row.text), [QKeySequence(one) for one in (row.shortcut, row.also) if one]
        action = QAction(icon(row.icon), text, self)
        action.setObjectName(row.name)
        if keys:
            action.setShortcuts(keys)
        if row.is_checkable:
            action.setCheckable(True)
        action.setToolTip(self._tip(row.name))
        action.triggered.connect(self._run)
        return action

    def _tip(self, name: str) -> str:
        """Return what an action does, its keys, and whether it is out of reach."""
        row = self.rows[name]
        tip = _(row.tip) if row.tip else _(row.text)
        keys = QKeySequence(row.shortcut) if row.shortcut else None
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        whole = f"{tip} ({shown})" if shown else tip
        why = _("Your role does not allow it.") if name in self._forbidden else ""
        return f"{whole}\n{why}" if why else whole

    def _run(self) -> None:
        """Do what was triggered: a slot of its own for each would hold this book for ever."""
        slot = self._slot_of(self.sender().objectName())
        if slot is not None:
            slot()

    def _slot_of(self, name: str) -> Callable[[], object] | None:
        held = self._doing(name)
        return held.slots[name] if held is not None else None

    def _doing(self, name: str) -> _Offer | None:
        return _does(name, self._now())

    def _now(self) -> tuple[_Offer, ...]:
        """Return what the pages that are shown offer, the innermost first."""
        held = (self._offer_of(page) for page in self._shown)
        return tuple(one for one in held if one is not None)

    def _offer_of(self, page: QObject) -> _Offer | None:
        return next((one for one in self._offers if one.page is page), None)

    def _switch(self, names: Collection[str]) -> None:
        """Switch these on and off, as the pages that are shown do them now."""
        now = self._now()
        for name in self._actions.keys() & names:
            self._turn(name, now)
        self.changed.emit()

    def _turn(self, name: str, now: tuple[_Offer, ...]) -> None:
        """Switch one on or off, and call it what the page calls it that does it."""
        action, held = self._actions[name], _does(name, now)
        action.setEnabled(held is not None and name not in self._forbidden)
        if name in self._called:
            action.setText(_called(name, held, now) or _(self.rows[name].text))


def _does(name: str, offers: tuple[_Offer, ...]) -> _Offer | None:
    """Return which of the offers does an action now, if one does."""
    for one in offers:
        if name in one.slots and name not in one.refused:
            return one
    return None


def _called(name: str, held: _Offer | None, offers: tuple[_Offer, ...]) -> str:
    """Return what the page calls an action that does it, or that would if it could now."""
    named = held or next((one for one in offers if name in one.slots), None)
    return named.texts.get(name, "") if named is not None else ""


class ActionButton(QPushButton):
    """A push button that follows an action: text, icon, tip, on and off."""

    def __init__(self, action: QAction, sign: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setIcon(sign)
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        text = self._action.text()
        self.setText(beside_icon(text) if not self.icon().isNull() else text)
        self.setAccessibleName(text)
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())


def beside_icon(text: str) -> str:
    """Return a text with room between it and the icon of its button."""
    return f" {text}"
