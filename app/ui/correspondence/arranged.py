"""What letters are arranged by: listed, written in a form, put away by Delete and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.correspondence.letter import LetterType, Signatory
from app.ui.correspondence.kept_page import ALSO, SAVE
from app.ui.kit.history import Deed
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shelf import AWAY, NEW
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Desk

One = TypeVar("One", LetterType, Signatory)


@dataclass(frozen=True, slots=True)
class Ways(Generic[One]):
    """How a list is read and changed: its marked name, its query, its command and its table."""

    name: str
    read: Callable[[Desk], tuple[One, ...]]
    change: Callable[[Desk, One], One]
    table: str


class ArrangedPane(ListedForm[One]):
    """Lists all of them, those put away last; every change can be taken back."""

    def __init__(self, shell: Shell, strip: Strip, ways: Ways[One]) -> None:
        super().__init__(shell, strip, _(ways.name))
        self.ways: Ways[One] = ways
        self.kept: tuple[One, ...] = ()
        self.bar.add(shell.book.button(AWAY))
        shell.book.offer(
            self,
            {
                NEW: self.begin_new,
                SAVE: self.save,
                ALSO: self.save,
                AWAY: self.turn,
                "list.refresh": self.ask,
            },
        )
        for name, text in ((NEW, _("New")), (SAVE, _("Save")), (ALSO, _("Save"))):
            shell.book.call(self, name, text)
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, self.ways.read)

    def lines(self) -> Sequence[tuple[One, str]]:
        return [(one, _text(one)) for one in sorted(self.kept, key=_is_away)]

    def show_form(self) -> None:
        super().show_form()
        is_away = self.chosen is not None and self.chosen.is_archived
        self.shell.book.allow(self, AWAY, allowed=self.chosen is not None)
        self.shell.book.call(self, AWAY, _("Take back") if is_away else _("Put away"))

    def turn(self) -> None:
        """Put the chosen one away, or take it back; letters that name it keep it."""
        if (before := self.chosen) is not None:
            self.change(before, replace(before, is_archived=not before.is_archived))

    def change(self, before: One, wanted: One) -> None:
        """Change one of them."""
        answer = partial(self._changed, before)
        self.shell.client.do(answer, self.ways.change, wanted, refused=self.refused)

    def added(self, new: One) -> None:
        """Tell that one was added: taken back, it is put away."""
        text = _("{name} is added", name=new.name)
        gone = replace(new, is_archived=True)
        self.shell.did(replace(changed(self.ways, gone, new), text=text))
        self.saved(new)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.turn()
        else:
            super().keyPressEvent(event)

    def _changed(self, before: One, after: One) -> None:
        self.shell.did(changed(self.ways, before, after))
        self.saved(after)

    def _show(self, kept: tuple[One, ...]) -> None:
        self.kept = kept
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if self.ways.table in tables:
            self.ask()


def changed(ways: Ways[One], before: One, after: One) -> Deed:
    """Return that one was changed, put away or taken back: it can be as it was."""
    name = after.name
    text = _("{name} saved", name=name)
    if before.is_archived != after.is_archived:
        away, back = _("{name} is put away", name=name), _("{name} is in use again", name=name)
        text = away if after.is_archived else back
    as_it_was = replace(before, version=after.version)
    return Deed(text, ways.change, (as_it_was,), partial(changed, ways, after))


def _text(one: LetterType | Signatory) -> str:
    return _("{name} (put away)", name=one.name) if one.is_archived else one.name


def _is_away(one: LetterType | Signatory) -> bool:
    return one.is_archived
