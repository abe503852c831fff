"""What belongs to a person: qualifications with their last day, and equipment handed out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.employees.belongings import Equipment, Qualification
from app.domain.shared.ids import EmployeeId
from app.lang.texts import mark
from app.services import belongings
from app.services.belongings import Owned
from app.ui.employees.belonging_dialogs import EquipmentDialog, QualificationDialog
from app.ui.employees.words import day_text
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

QUALIFICATIONS: tuple[Column[Qualification], ...] = (
    Column(mark("Qualification"), lambda row: row.name, width=240, is_roomy=True),
    Column(mark("Issued by"), lambda row: row.issuer, width=190),
    Column(mark("Issued"), lambda row: day_text(row.issued_on), width=120),
    Column(mark("Holds until"), lambda row: day_text(row.expires_on), width=130),
)
EQUIPMENT: tuple[Column[Equipment], ...] = (
    Column(mark("Equipment"), lambda row: row.name, width=240, is_roomy=True),
    Column(mark("Serial number"), lambda row: row.serial, width=150),
    Column(
        mark("Worth"),
        lambda row: formats().money(row.worth.minor, row.worth.currency) if row.worth else "",
        right=True,
        width=120,
    ),
    Column(mark("Handed out"), lambda row: day_text(row.handed_on), width=130),
    Column(mark("Came back"), lambda row: day_text(row.returned_on), width=130),
)


class BelongingsPart(QWidget):
    """Lists what belongs to a person; Enter changes a line."""

    def __init__(self, shell: Shell, person: EmployeeId) -> None:
        super().__init__()
        self._shell = shell
        self._person = person
        self.skills: ShortTable[Qualification] = ShortTable(_("Qualifications"), QUALIFICATIONS)
        self.things: ShortTable[Equipment] = ShortTable(_("Equipment"), EQUIPMENT)
        self.skills.give_room("Qualification")
        self.things.give_room("Equipment")
        self.skills.opened.connect(self._open_skill)
        self.things.opened.connect(self._open_thing)
        self.verbs: Mapping[str, Callable[[], object]] = {
            "qualification.new": self._new_skill,
            "equipment.new": self._new_thing,
            "equipment.back": self._give_back,
        }
        self._lay_out()
        lead_to(self, self.skills)
        theme().dress(self, controls)

    def ask(self) -> None:
        """Ask what belongs to the person."""
        self._shell.client.ask_or(self._show, self._gone, belongings.of, self._person)

    def _lay_out(self) -> None:
        px, book = theme().px, self._shell.book
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        for title, names, table in (
            (_("Qualifications"), ("qualification.new",), self.skills),
            (_("Equipment"), ("equipment.back", "equipment.new"), self.things),
        ):
            line = QHBoxLayout()
            line.addWidget(plain_label(title, "heading"))
            line.addStretch(1)
            for name in names:
                line.addWidget(book.button(name))
            column.addLayout(line)
            column.addWidget(table, 1)

    def _show(self, owned: Owned) -> None:
        self.skills.show_rows(owned.qualifications)
        self.things.show_rows(owned.equipment)

    def _gone(self, error: object) -> None:
        """Show nothing: the page itself tells that the person is gone."""

    def _new_skill(self) -> None:
        QualificationDialog(self._shell, self, self._person, None).open()

    def _new_thing(self) -> None:
        EquipmentDialog(self._shell, self, self._person, None).open()

    def _open_skill(self, record: object) -> None:
        row = self.skills.row_of(record) if isinstance(record, int) else None
        if row is not None:
            QualificationDialog(self._shell, self, self._person, row).open()

    def _open_thing(self, record: object) -> None:
        row = self.things.row_of(record) if isinstance(record, int) else None
        if row is not None:
            EquipmentDialog(self._shell, self, self._person, row).open()

    def _give_back(self) -> None:
        chosen = self.things.chosen_id()
        row = None if chosen is None else self.things.row_of(chosen)
        if row is not None:
            self._shell.client.do(self._came, belongings.give_back, row.id, row.version)

    def _came(self, one: Equipment) -> None:
        self._shell.say(_("{thing} came back", thing=one.name))
