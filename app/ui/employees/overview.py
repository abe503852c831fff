"""The overview of a person: what the office may know, and what is private behind its key."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.employees.employee import Private
from app.domain.shared.ids import EmployeeId
from app.services import employees
from app.services.employees import SeenPerson
from app.ui.employees.facts import FactGrid, facts_of, masked_facts, private_facts
from app.ui.employees.photo import PhotoView
from app.ui.kit.labels import plain_label
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme


class Overview(Scrolled):
    """Shows a person as of a day; what is private is masked until it is asked for."""

    def __init__(self, shell: Shell, person: EmployeeId) -> None:
        self._inside = QWidget()
        super().__init__(self._inside)
        self._shell = shell
        self._person = person
        self._seen: SeenPerson | None = None
        self.facts = FactGrid()
        self.photo = PhotoView(shell, person)
        self.private = FactGrid()
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.show_button = shell.book.button("employee.show")
        self.change_button = shell.book.button("employee.private")
        self.looks_button = shell.book.button("employee.looks")
        self._lay_out()
        theme().dress(self._inside, controls)

    def show_seen(self, seen: SeenPerson) -> None:
        """Show a person; what was private on another day is masked again."""
        self._seen = seen
        self.facts.show_facts(facts_of(seen))
        self.photo.show_seen(seen)
        self.private.show_facts(masked_facts())
        told = _("Masked. Every showing is written down with the name of who asked.")
        refused = _("Only the personnel office may see this.")
        self.told.setText(told if seen.may_show else refused)
        self.show_button.setVisible(seen.may_show)
        self.change_button.setVisible(seen.may_show)
        self.looks_button.setVisible(seen.may_show)

    def show_private(self) -> None:
        """Ask for what is private; the office writes down who looked."""
        if self._seen is not None:
            asked = (self._person, self._seen.day)
            self._shell.client.do(self._show, employees.show_private, *asked)

    def _show(self, private: Private) -> None:
        if self._seen is not None:
            self.private.show_facts(private_facts(private, self._seen.country))
        self.told.setText(_("Shown to you; it is masked again when you leave the page."))

    def _lay_out(self) -> None:
        px = theme().px
        line = QHBoxLayout()
        line.addWidget(plain_label(_("Private"), "heading"))
        line.addStretch(1)
        line.addWidget(self.looks_button)
        line.addWidget(self.show_button)
        line.addWidget(self.change_button)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, px(8), px(8), px(12))
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.addWidget(self.facts, 1)
        head.addWidget(self.photo)
        column.addLayout(head)
        column.addSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self.told)
        column.addWidget(self.private)
        column.addStretch(1)
