"""The card beside the log: who did what and when, why, and every field from old to new."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.admin.log import LogEntry, RecordChange
from app.domain.shared.refusals import NotFound, OfficeError
from app.services import log
from app.ui.admin.log_words import (
    change_title,
    field_lines,
    refusal_text,
    what_text,
    who_text,
)
from app.ui.kit.labels import plain_label
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme

_NARROWEST = 260
_LONG_WORD = 24
_TOP = Qt.AlignmentFlag.AlignTop
_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse


class LogCard(QFrame):
    """Shows one entry; it follows the cursor of the list. ``shown(entry)`` when it is told."""

    shown = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.entry: LogEntry | None = None
        self._wanted: int | None = None
        self.what = plain_label(role="heading")
        self.by = plain_label(role="muted")
        self.refused = plain_label(role="bad")
        self.reason = plain_label()
        self.changes = QWidget()
        self.foot = plain_label(role="muted")
        self._lay_out()
        theme().dress(self, controls)

    def ask(self, seq: int) -> None:
        """Show an entry as soon as the office has answered."""
        self._wanted = seq
        self._shell.client.ask_or(self.show_entry, self._gone, log.entry, seq, language())

    def show_entry(self, entry: LogEntry) -> None:
        """Show an entry, if that is still the one that was asked for."""
        if entry.id != self._wanted:
            return
        self.entry = entry
        self.what.setText(what_text(entry.command))
        moment = formats().instant(entry.at.astimezone())
        self.by.setText(f"{who_text(entry.who)} · {moment}")
        refusal = refusal_text(entry.refused)
        self.refused.setText(_("Refused: {why}", why=refusal) if refusal else "")
        self.reason.setText(_("Reason: {reason}", reason=entry.reason) if entry.reason else "")
        self.foot.setText(_("Entry {row} · {proof}", row=entry.id, proof=entry.proof))
        for label in (self.refused, self.reason):
            label.setVisible(bool(label.text()))
        self._show_changes(entry)
        self.shown.emit(entry)

    def texts(self) -> tuple[str, ...]:
        """Return every line of what changed, in the order of reading."""
        grid = self.changes.layout()
        items = (grid.itemAt(place) for place in range(grid.count())) if grid else ()
        widgets = (item.widget() for item in items if item is not None)
        return tuple(str(one.property("text")) for one in widgets if one is not None)

    def clear(self) -> None:
        """Show nothing."""
        self.entry = self._wanted = None
        for label in (self.what, self.by, self.refused, self.reason, self.foot):
            label.clear()
        self._replace(QWidget())

    def _gone(self, error: OfficeError) -> None:
        self.clear()
        if not isinstance(error, NotFound):
            self._shell.refuse(error)

    def _show_changes(self, entry: LogEntry) -> None:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(6))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        if entry.is_private and not entry.changes:
            self._across(grid, _("What was written is private."), "muted")
        for change in entry.changes:
            self._show_change(grid, entry, change)
        if entry.more:
            self._across(grid, many("{n} more record", "{n} more records", entry.more), "muted")
        if not entry.changes and not entry.is_private:
            self._across(grid, _("No record was changed."), "muted")
        self._replace(held)

    def _show_change(self, grid: QGridLayout, entry: LogEntry, change: RecordChange) -> None:
        self._across(grid, change_title(change), "heading")
        if change.is_private:
            self._across(grid, _("What was written is private."), "muted")
        for title, text in field_lines(entry, change):
            line = grid.rowCount()
            value = plain_label(_breakable(text))
            value.setTextInteractionFlags(_BY_MOUSE)
            grid.addWidget(plain_label(title, "muted"), line, 0, _TOP)
            grid.addWidget(value, line, 1, _TOP)
        if change.more:
            self._across(grid, many("{n} more field", "{n} more fields", change.more), "muted")

    def _across(self, grid: QGridLayout, text: str, role: str) -> None:
        grid.addWidget(plain_label(text, role), grid.rowCount(), 0, 1, 2, _TOP)

    def _replace(self, held: QWidget) -> None:
        self._column.replaceWidget(self.changes, held)
        self.changes.hide()
        self.changes.deleteLater()
        self.changes = held

    def _lay_out(self) -> None:
        px = theme().px
        self.setMinimumWidth(px(_NARROWEST))
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(px(16), 0, px(8), px(12))
        self._column.setSpacing(px(8))
        shown = (self.what, self.by, self.refused, self.reason, self.changes, self.foot)
        for widget in shown:
            self._column.addWidget(widget)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inner))


def _breakable(text: str) -> str:
    """Return a text whose longest words may go on in the next line: ids, addresses of pages."""
    return " ".join(
        "\u200b".join(word[at : at + _LONG_WORD] for at in range(0, len(word), _LONG_WORD))
        for word in text.split(" ")
    )
