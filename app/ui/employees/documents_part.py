"""The documents of a person: listed, opened, and more of them put into the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.archive.receiving import Received
from app.domain.archive.row import DocumentRow
from app.domain.shared.ids import DocumentTypeId, EmployeeId
from app.lang.texts import mark
from app.services import filing, kinds
from app.services.kinds import Sorting
from app.ui.employees.words import day_text
from app.ui.kit.file_words import size_text, type_icon
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.taking_in import Intake, can_take
from app.ui.kit.texts import _, language, many
from app.ui.kit.theme import theme

MOST = 500
_VERBS = ("employee.paste", "employee.attach")


class DocumentsPart(QWidget):
    """Lists what lies in the file of a person, as far as who asks may see it."""

    def __init__(self, shell: Shell, person: EmployeeId) -> None:
        super().__init__()
        self._shell = shell
        self._source = f"employee:{person}"
        self._types: Mapping[DocumentTypeId, str] = {}
        self._may_file = False
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.table: ShortTable[DocumentRow] = ShortTable(_("Documents"), self._columns())
        self.table.give_room("Title")
        self.table.opened.connect(self._open)
        self.intake = Intake(shell, self, self._source, _told)
        self.intake.began.connect(shell.watch)
        self.verbs: Mapping[str, Callable[[], object]] = {
            "employee.attach": self.intake.ask,
            "employee.paste": self.intake.paste,
        }
        self._lay_out()
        lead_to(self, self.table)
        theme().dress(self, controls)

    def ask(self) -> None:
        """Ask for the documents."""
        self._shell.client.ask_or(self._name, self._closed, kinds.sorting)

    def let(self, *, may_file: bool) -> None:
        """Say whether documents may be put into the file."""
        self._may_file = may_file
        closed = _("What is filed of people is seen by the personnel office alone.")
        hint = _("Drop files here, paste them, or add them: the personnel office alone reads them.")
        self.told.setText(hint if may_file else closed)

    def may_take(self, dropped: QMimeData) -> bool:
        """Say whether something that is dragged can be put into the file."""
        return self._may_file and can_take(dropped)

    def _columns(self) -> tuple[Column[DocumentRow], ...]:
        return (
            Column(mark("Date"), _day, width=120),
            Column(
                mark("Title"),
                lambda row: row.title,
                width=300,
                is_roomy=True,
                icon=lambda row: type_icon(row.media_type),
            ),
            Column(mark("Type"), self._type_of, width=170),
            Column(mark("Size"), lambda row: size_text(row.size), right=True, width=100),
        )

    def _type_of(self, row: DocumentRow) -> str:
        return self._types.get(row.type_id, "") if row.type_id else ""

    def _lay_out(self) -> None:
        px = theme().px
        line = QHBoxLayout()
        line.addWidget(self.told, 1)
        for name in _VERBS:
            line.addWidget(self._shell.book.button(name, primary=name == _VERBS[-1]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self.table, 1)

    def _name(self, sorting: Sorting) -> None:
        self._types = {one.id: one.name_in(language()) for one in sorting.types}
        asked = (self._source, MOST)
        self._shell.client.ask_or(self._show, self._closed, filing.belonging, *asked)

    def _show(self, rows: tuple[DocumentRow, ...]) -> None:
        self.table.show_rows(rows)

    def _closed(self, error: object) -> None:
        """Show nothing to who may not look into the archive."""
        self.table.show_rows(())

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self._shell.open("document", record)


def _told(received: Sequence[Received]) -> str:
    return many("{n} file lies in the file", "{n} files lie in the file", len(received))


def _day(row: DocumentRow) -> str:
    return day_text(row.day or row.received_at.date())
