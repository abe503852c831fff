"""To which records something belongs: found by words, linked, and taken apart again.

LinkDialog(page, shell, WAYS, document_id).open()
field = LinkField(shell, WAYS)             # in a form; field.show_record(id) once it is kept
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.archive.document import Link, link_of
from app.lang.texts import mark
from app.services.links import Linkable, Linked
from app.ui.kit.dialogs import Dialog
from app.ui.kit.history import Deed
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.link import LinkButton
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.sources import linked_text
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Desk


_TABLES = frozenset({"document_link", "letter_thread_link"})


@dataclass(frozen=True, slots=True)
class LinkWays:
    """How one kind of thing is linked: its marked words, its queries and its commands.

    ``asked`` tells the links of a record, ``link`` and ``unlink`` take it and a source; ``named``
    tells what sources are called. ``part`` is the marked word on the buttons that part a link.
    """

    title: str
    text: str
    prompt: str
    find: Callable[[Desk, str], Sequence[Linkable]]
    asked: Callable[[Desk, Any], tuple[Linked, ...]]
    link: Callable[[Desk, Any, str], object]
    unlink: Callable[[Desk, Any, str], object]
    named: Callable[[Desk, tuple[str, ...]], tuple[Linked, ...]] | None = None
    part: str = mark("Unlink")


class LinkField(QWidget):
    """Finds records by words and lists those that are linked, each with a way to part them.

    What a record that is not yet kept is to be linked to is held until ``pending`` is asked;
    ``edited()`` when that changes.
    """

    edited = Signal()

    def __init__(self, shell: Shell, ways: LinkWays) -> None:
        super().__init__()
        self._shell = shell
        self._ways = ways
        self._record: int | None = None
        self._pending: dict[str, Linked] = {}
        self.picker: Picker[Linkable] = Picker(shell.client, ways.find, _named, _detail)
        self.picker.setPlaceholderText(_(ways.prompt))
        self.picker.setAccessibleName(_(ways.title))
        self.picker.picked.connect(self._link)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self.picker)
        column.addLayout(self._lines)
        self.note = plain_label("", "bad")
        self.note.hide()
        column.addWidget(self.note)
        shell.client.changed.connect(self._news)

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops at first; the lines come and go."""
        return (self.picker,)

    def show_record(self, record: int) -> None:
        """Show what a record that is kept is linked to; every change of it is kept at once."""
        self._record = record
        self._ask()

    def put(self, sources: Sequence[str]) -> None:
        """Hold these sources, by their names as soon as the office has told them."""
        links = (link_of(source) for source in sources)
        self._hold([Linked(one.kind, one.record_id, "") for one in links if one is not None])
        if self._ways.named is not None and self._pending:
            self._shell.client.ask(self._name, self._ways.named, self.pending())

    def _name(self, linked: tuple[Linked, ...]) -> None:
        named = {Link(one.kind, one.record_id).source: one for one in linked}
        self._hold([named.get(source, one) for source, one in self._pending.items()])

    def _hold(self, linked: Sequence[Linked]) -> None:
        if self._record is not None:
            return
        self._pending = {Link(one.kind, one.record_id).source: one for one in linked}
        self._show(tuple(self._pending.values()))

    def pending(self) -> tuple[str, ...]:
        """Return to what a record that is not yet kept is to be linked."""
        return tuple(self._pending)

    def tell(self, problem: str) -> None:
        """Tell what is wrong with what is linked, or nothing."""
        self.note.setText(f"✕ {problem}")
        self.note.setVisible(bool(problem))

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons that part a link, one for each line."""
        found = self.findChildren(QPushButton, "unlink")
        return tuple(one for one in found if isinstance(one, QPushButton) and not one.isHidden())

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._ask()

    def _ask(self) -> None:
        if self._record is not None:
            self._shell.client.ask(self._show, self._ways.asked, self._record)

    def _show(self, links: tuple[Linked, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for link in links:
            self._lines.addWidget(self._line(link))

    def _line(self, link: Linked) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        leading = LinkButton(line)
        leading.lead_to(linked_text(link))
        leading.clicked.connect(partial(self._open, link))
        row.addWidget(leading)
        row.addStretch(1)
        button = QPushButton(_(self._ways.part))
        button.setObjectName("unlink")
        button.setIcon(icon("x"))
        button.setAccessibleName(_("Unlink {record}", record=linked_text(link)))
        button.clicked.connect(partial(self._unlink, link))
        row.addWidget(button)
        for one in (leading, button):
            one.setAutoDefault(False)
        return line

    def _open(self, link: Linked, _is_checked: object = None) -> None:
        self._shell.open(link.kind, link.record_id)

    def _link(self, chosen: Linkable | None) -> None:
        if chosen is None:
            return
        link = Linked(chosen.kind, chosen.id, chosen.name)
        source = Link(link.kind, link.record_id).source
        self.picker.put(None)
        if self._record is None:
            self._hold((*self._pending.values(), link))
            self.edited.emit()
        else:
            answer = partial(self._linked, source)
            self._shell.client.do(answer, self._ways.link, self._record, source)

    def _unlink(self, link: Linked, _is_checked: object = None) -> None:
        source = Link(link.kind, link.record_id).source
        if self._record is None:
            self._hold([one for held, one in self._pending.items() if held != source])
            self.edited.emit()
        else:
            answer = partial(self._unlinked, source)
            self._shell.client.do(answer, self._ways.unlink, self._record, source)
        self.picker.setFocus()

    def _linked(self, source: str, _links: object) -> None:
        if self._record is not None:
            self._shell.did(linked(self._ways, self._record, source))

    def _unlinked(self, source: str, _links: object) -> None:
        if self._record is not None:
            self._shell.did(unlinked(self._ways, self._record, source))


class LinkDialog(Dialog):
    """Links a record to others, and takes links away."""

    keeps_typed = False
    """Words are typed here to find something only."""

    def __init__(self, parent: QWidget, shell: Shell, ways: LinkWays, record: int) -> None:
        super().__init__(parent, _(ways.title), _(ways.text), "link")
        self.field = LinkField(shell, ways)
        self.field.show_record(record)
        self.add_field(self.field)
        self.add_button(_("Close"), self.accept, primary=True).setAutoDefault(False)
        self.field.picker.setFocus()


def linked(ways: LinkWays, record: int, source: str) -> Deed:
    """Return that a record was linked: it can be unlinked."""
    after = partial(_after_unlink, ways, record, source)
    return Deed(_("Linked"), ways.unlink, (record, source), after)


def unlinked(ways: LinkWays, record: int, source: str) -> Deed:
    """Return that a record was unlinked: it can be linked again."""
    after = partial(_after_link, ways, record, source)
    return Deed(_("Unlinked"), ways.link, (record, source), after)


def _after_unlink(ways: LinkWays, record: int, source: str, _links: object) -> Deed:
    return unlinked(ways, record, source)


def _after_link(ways: LinkWays, record: int, source: str, _links: object) -> Deed:
    return linked(ways, record, source)


def _named(one: Linkable) -> str:
    return linked_text(Linked(one.kind, one.id, one.name))


def _detail(one: Linkable) -> str:
    return one.detail
