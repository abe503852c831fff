"""To which records something belongs: found by words, linked, and taken apart again.

LinkDialog(page, shell, WAYS, document_id).open()
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.archive.document import Link
from app.services.links import Linkable, Linked
from app.ui.kit.dialogs import Dialog
from app.ui.kit.history import Deed
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.sources import linked_text
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Desk


@dataclass(frozen=True, slots=True)
class LinkWays:
    """How one kind of thing is linked: its marked words, its queries and its commands.

    ``asked`` tells the links of a record, ``link`` and ``unlink`` take it and a source.
    """

    title: str
    text: str
    prompt: str
    find: Callable[[Desk, str], Sequence[Linkable]]
    asked: Callable[[Desk, Any], tuple[Linked, ...]]
    link: Callable[[Desk, Any, str], object]
    unlink: Callable[[Desk, Any, str], object]


class LinkDialog(Dialog):
    """Links a record to others, and takes links away."""

    def __init__(self, parent: QWidget, shell: Shell, ways: LinkWays, record: int) -> None:
        super().__init__(parent, _(ways.title), _(ways.text), "link")
        self._shell = shell
        self._ways = ways
        self._record = record
        self.picker: Picker[Linkable] = Picker(shell.client, ways.find, _named, _detail)
        self.picker.setPlaceholderText(_(ways.prompt))
        self.picker.setAccessibleName(_(ways.prompt))
        self.picker.picked.connect(self._link)
        self._held = QWidget()
        self._lines = QVBoxLayout(self._held)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.add_field(self.picker)
        self.add_field(self._held)
        self.add_button(_("Close"), self.accept, primary=True).setAutoDefault(False)
        self.picker.setFocus()
        self._ask()

    def _ask(self) -> None:
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
        row.addWidget(plain_label(linked_text(link)), 1)
        button = QPushButton(_("Unlink"))
        button.setIcon(icon("x"))
        button.setAccessibleName(_("Unlink {record}", record=linked_text(link)))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._unlink, link))
        row.addWidget(button)
        return line

    def _link(self, chosen: Linkable | None) -> None:
        if chosen is not None:
            source = Link(chosen.kind, chosen.id).source
            self.picker.put(None)
            answer = partial(self._linked, source)
            self._shell.client.do(answer, self._ways.link, self._record, source)

    def _unlink(self, link: Linked, _is_checked: object = None) -> None:
        source = Link(link.kind, link.record_id).source
        answer = partial(self._unlinked, source)
        self._shell.client.do(answer, self._ways.unlink, self._record, source)

    def _linked(self, source: str, _links: object) -> None:
        self._shell.did(linked(self._ways, self._record, source))
        self._ask()

    def _unlinked(self, source: str, _links: object) -> None:
        self._shell.did(unlinked(self._ways, self._record, source))
        self._ask()


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
