"""The file of a person in a tab: what is known as of a day, contracts, and what changed when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import employees
from app.services.employees import SeenPerson
from app.ui.employees.belongings_part import BelongingsPart
from app.ui.employees.checklists_part import ChecklistsPart
from app.ui.employees.contracts_part import ContractsPart
from app.ui.employees.documents_part import DocumentsPart
from app.ui.employees.facts import standing_text
from app.ui.employees.history_part import HistoryPart
from app.ui.employees.leaving import ask_leaving
from app.ui.employees.looks import tell_looks
from app.ui.employees.overview import Overview
from app.ui.employees.pay_part import PayPart
from app.ui.employees.personal import copy_data, erase_person
from app.ui.employees.pin_of import tend_pin
from app.ui.employees.timeline_part import TimelinePart
from app.ui.employees.wishes import answer_wishes
from app.ui.kit.fields import DateEdit
from app.ui.kit.focus import enter, lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

PARTS = (
    ("overview", mark("Overview")),
    ("contracts", mark("Contracts")),
    ("belongings", mark("Belongings")),
    ("checklists", mark("Checklists")),
    ("pay", mark("Pay")),
    ("history", mark("Changes")),
    ("documents", mark("Documents")),
    ("timeline", mark("Timeline")),
)
_TABLES = frozenset(
    {"employee", "employee_record", "department", "contract", "qualification", "equipment"}
    | {"checklist", "checklist_item", "document", "document_link", "leave_request"}
    | {"letter_thread_link", "note"}
)
BEHIND_WALL = (
    "employee.show",
    "employee.private",
    "employee.looks",
    "employee.pin",
    "employee.wishes",
    "employee.whole-paper",
    "employee.copy-data",
    "employee.erase",
)
_DAY, _TURNS = 130, 940
"""How wide the field of the day and the names of the parts are."""


class EmployeePage(RecordPage):
    """Shows one person as of a day; Alt with a number turns to its parts."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "employee", record)
        self.person = EmployeeId(record or 0)
        self._day: date | None = None
        self.bar = PageBar(_("Person"), shell.book, ("employee.leave", "employee.change"))
        self.about = plain_label("", "muted")
        self.day = DateEdit(shell.today)
        self.strip = Strip(PARTS, "overview")
        self.stack = QStackedWidget()
        self.overview = Overview(shell, self.person)
        self.contracts = ContractsPart(shell, self, self.person)
        self.belongings = BelongingsPart(shell, self.person)
        self.checklists = ChecklistsPart(shell, self.person)
        self.pay = PayPart(shell, self, self.person)
        self.history = HistoryPart(shell, self.person)
        self.documents = DocumentsPart(shell, self.person)
        self.timeline = TimelinePart(shell, self.person)
        self.parts: Mapping[str, QWidget] = {
            "overview": self.overview,
            "contracts": self.contracts,
            "belongings": self.belongings,
            "checklists": self.checklists,
            "pay": self.pay,
            "history": self.history,
            "documents": self.documents,
            "timeline": self.timeline,
        }
        self.setAcceptDrops(True)
        self.setWindowTitle(_("Person"))
        self._lay_out()
        self._connect()
        theme().dress(self.about, controls)
        self.turn("overview")
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.fit(min(self.width(), theme().px(_TURNS)))

    def refresh(self) -> None:
        """Ask how the person stands on the day."""
        asked = (self.person, self._day)
        self.shell.client.ask_or(self._show, self._gone, employees.seen, *asked)
        self.contracts.ask()
        self.belongings.ask()
        self.checklists.ask()
        self.history.ask()
        self.documents.ask()
        self.timeline.ask()

    def turn(self, name: str) -> None:
        """Show a part of the file."""
        part = self.parts[name]
        self.strip.mark(name)
        self.stack.setCurrentWidget(part)
        lead_to(self, part)
        self.turned.emit()
        if self.isVisible():
            enter(part)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.documents.may_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.turn("documents")
        self.documents.intake.take(event.mimeData())
        event.acceptProposedAction()

    def _connect(self) -> None:
        self.strip.chosen.connect(self.turn)
        self.day.editingFinished.connect(self._as_of)
        self.history.picked.connect(self._look_back)
        self.shell.client.changed.connect(self._news)
        turns = {f"employee.{name}": partial(self.turn, name) for name, _title in PARTS}
        self.shell.book.offer(
            self,
            {
                **turns,
                "employee.change": partial(self.shell.open, "employee-form", self.person),
                "employee.private": partial(self.shell.open, "employee-private", self.person),
                "employee.leave": partial(ask_leaving, self.shell, self, self.person),
                "employee.show": self.overview.show_private,
                "employee.looks": partial(tell_looks, self.shell, self, self.person),
                "employee.pin": partial(tend_pin, self.shell, self, self.person),
                "employee.wishes": partial(answer_wishes, self.shell, self, self.person),
                "employee.copy-data": partial(copy_data, self.shell, self, self.person),
                "employee.erase": partial(erase_person, self.shell, self, self.person),
                "employee.day": self.day.setFocus,
                **self.contracts.verbs,
                **self.belongings.verbs,
                **self.checklists.verbs,
                **self.pay.verbs,
                **self.documents.verbs,
                **self.overview.photo.verbs,
                "employee.paper": partial(self.shell.open, "employee-paper", self.person),
                "employee.whole-paper": partial(
                    self.shell.open, "employee-whole-paper", self.person
                ),
            },
        )

    def _lay_out(self) -> None:
        px = theme().px
        self.day.setAccessibleName(_("As of a day"))
        self.day.setPlaceholderText(_("As of a day"))
        self.day.setFixedWidth(px(_DAY))
        self.bar.add(self.day)
        for part in self.parts.values():
            self.stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(8))
        column.addWidget(self.bar)
        column.addWidget(self.about)
        turns = QHBoxLayout()
        turns.addWidget(self.strip)
        turns.addStretch(1)
        column.addLayout(turns)
        column.addWidget(self.stack, 1)

    def _show(self, seen: SeenPerson) -> None:
        name = seen.record.profile.name.written
        self.bar.title.setText(name)
        self.setWindowTitle(name)
        self.titled.emit(name)
        self.about.setText(standing_text(seen))
        self.overview.show_seen(seen)
        for verb in BEHIND_WALL:
            self.shell.book.allow(self, verb, allowed=seen.may_show)
        self.pay.permit(may_show=seen.may_show)
        self.documents.let(may_file=seen.may_file)
        self.shell.book.allow(self, "employee.no-photo", allowed=self.overview.photo.has_photo)
        for verb in self.documents.verbs:
            self.shell.book.allow(self, verb, allowed=seen.may_file)

    def _as_of(self) -> None:
        day = self.day.value()
        if day != self._day:
            self._day = day
            self.refresh()

    def _look_back(self, day: object) -> None:
        """Show the person as of the day of a change."""
        if isinstance(day, date):
            self.day.put(day)
            self._as_of()
            self.turn("overview")

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()
