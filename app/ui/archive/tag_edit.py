"""The tags of a document: found as you type, added with those above them, shown as pills."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.domain.archive.kinds import Tag
from app.domain.shared.ids import TagId
from app.services import filing
from app.ui.archive.naming import Naming
from app.ui.kit.flow import Flow
from app.ui.kit.icons import icon
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip

_MOST_FOUND = 50
_SLASH = "/"


class TagEdit(Picker[Tag]):
    """A field that finds tags; each one that is picked joins the pills under it.

    ``cars / leases`` adds a tag under another; Backspace in the empty field takes the last away.
    """

    shown = Signal()

    def __init__(self, shell: Shell, naming: Naming) -> None:
        super().__init__(shell.client, filing.find_tags, self._path)
        self._shell = shell
        self._naming = naming
        self._tags: list[TagId] = []
        self._is_open = True
        self.icon = "tag"
        self.pills = TagPills(self)
        self.setPlaceholderText(_("Find or add a tag"))
        self.picked.connect(self._take_in)
        self.offer_new(self._new_text, self._add)

    def offer_no_new(self) -> None:
        """Let only tags be chosen that are there."""
        self._is_open = False
        self.setPlaceholderText(_("Find a tag"))

    def tags(self) -> tuple[TagId, ...]:
        """Return the tags that were picked."""
        return tuple(self._tags)

    def put_tags(self, tags: Sequence[TagId]) -> None:
        """Show these tags."""
        self._tags = list(tags)
        self.put(None)
        self.pills.fill()

    def drop(self, tag_id: TagId) -> None:
        """Take a tag away."""
        self._tags.remove(tag_id)
        self.pills.fill()
        self.edited.emit()

    def names(self) -> Sequence[tuple[TagId, str]]:
        """Return what stands on each pill."""
        return [(one, self._naming.tag(one)) for one in self._tags]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text() and self._tags:
            self.drop(self._tags[-1])
        else:
            super().keyPressEvent(event)

    def _found(self, rows: Sequence[Tag]) -> None:
        rows = [one for one in rows if one.id not in self._tags]
        is_there = any(self._path(one).casefold() == self._words.casefold() for one in rows)
        is_new = self._is_open and bool(self._words) and not is_there
        self._new = (self._new_text, self._add) if is_new else None
        super()._found(rows)

    @property
    def _words(self) -> str:
        return f" {_SLASH} ".join(
            part for part in map(str.strip, self.text().split(_SLASH)) if part
        )

    def _path(self, tag: Tag) -> str:
        return self._naming.tag(tag.id) or tag.name

    def _take_in(self, tag: Tag | None) -> None:
        if tag is not None:
            self._join(tag)

    def _join(self, tag: Tag) -> None:
        if tag.id not in self._tags:
            self._tags.append(tag.id)
        self.put(None)
        self.pills.fill()
        self.edited.emit()

    def _new_text(self, words: str) -> str:
        return _("New tag “{name}”", name=self._words)

    def _add(self, words: str) -> None:
        """Add what was typed, with what stands above it where that is not there yet."""
        path = tuple(self._words.split(f" {_SLASH} "))
        self._shell.client.do(self._added, filing.add_tag_path, path)

    def _added(self, path: tuple[Tag, ...]) -> None:
        self._naming.tags = {**self._naming.tags, **{tag.id: tag for tag in path}}
        self._join(path[-1])


class TagPills(QWidget):
    """The tags that were picked, each a button that takes it away."""

    def __init__(self, field: TagEdit) -> None:
        super().__init__()
        self._field = field
        self._flow = Flow(theme().px(4), self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def fill(self) -> None:
        """Show the tags of the field."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for tag_id, name in self._field.names():
            button = QPushButton(name, self)
            button.setIcon(icon("x", "muted"))
            button.setAccessibleName(_("Take the tag {name} away", name=name))
            button.setToolTip(plain_tip(button.accessibleName()))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._drop, tag_id))
            self._flow.addWidget(button)
        self.setVisible(self._flow.count() > 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.setMinimumHeight(self._flow.heightForWidth(max(self.width(), 1)))
        return super().event(event)

    def _drop(self, tag_id: TagId, _is_checked: object = None) -> None:
        self._field.drop(tag_id)
