"""The changes of a person: from which day, what, written when and by whom; Enter looks back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared.ids import EmployeeId
from app.lang.person_words import FIELDS
from app.lang.texts import mark
from app.services import employees
from app.services.histories import Difference, Past
from app.ui.employees.words import day_text
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme


def what_changed(past: Past) -> str:
    """Return in words what a change did."""
    if past.is_first:
        return _("File begun")
    return " · ".join(_difference(one) for one in past.differences) or _("Nothing else")


def _difference(one: Difference) -> str:
    title = _(FIELDS[one.field])
    return (
        f"{title}: {one.before or '–'} → {one.after or '–'}" if one.before or one.after else title
    )


COLUMNS: tuple[Column[Past], ...] = (
    Column(mark("Holds from"), lambda row: day_text(row.valid_from), width=120),
    Column(mark("What changed"), what_changed, width=320, is_roomy=True),
    Column(mark("Reason"), lambda row: row.reason, width=170),
    Column(mark("Written"), lambda row: formats().instant(row.recorded_at), width=160),
    Column(mark("By"), lambda row: row.who, width=120),
)


class HistoryPart(QWidget):
    """Lists what was changed; ``picked(day)`` asks to see the person as of that day."""

    picked = Signal(object)

    def __init__(self, shell: Shell, person: EmployeeId) -> None:
        super().__init__()
        self._shell = shell
        self._person = person
        self.table: ShortTable[Past] = ShortTable(_("Changes"), COLUMNS)
        self.table.give_room("What changed")
        self.table.opened.connect(self._pick)
        hint = plain_label(_("Enter shows the person as of that day."), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(8), 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(hint)
        theme().dress(hint, controls)
        lead_to(self, self.table)

    def ask(self) -> None:
        """Ask what was changed."""
        self._shell.client.ask_or(self._show, self._gone, employees.history, self._person)

    def _show(self, found: tuple[Past, ...]) -> None:
        self.table.show_rows(found)

    def _gone(self, error: object) -> None:
        """Show nothing: the page itself tells that the person is gone."""
        self.table.show_rows(())

    def _pick(self, record: object) -> None:
        row = self.table.row_of(record) if isinstance(record, int) else None
        if row is not None:
            self.picked.emit(row.valid_from)
