"""Papers of some days: a customer's statement of account, and what was open on a day."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from app.domain.contacts.contact import Contact
from app.domain.shared.ids import ContactId
from app.domain.shared.refusals import OfficeError
from app.services import contacts, statements
from app.services.exports import Exported
from app.ui.kit.fields import DateEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _, language, many
from app.ui.kit.theme import theme

_BUTTONS = ("items.export", "invoice.save", "invoice.print")


class DatedPaper(RecordPage):
    """A page of paper that follows the days above it."""

    def __init__(
        self, shell: Shell, kind: str, record: int | None, title: str, begins: date | None = None
    ) -> None:
        super().__init__(shell, kind, record)
        self.bar = PageBar(title, shell.book, _BUTTONS)
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        self.first = self._day(_("From"), begins) if begins is not None else None
        self.last = self._day(_("Up to"), shell.today())
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
        self.setWindowTitle(title)
        shell.book.offer(
            self,
            {
                "invoice.print": self.page.print_out,
                "invoice.save": self.page.save_as,
                "items.export": self._export,
                "list.refresh": self.ask,
            },
        )
        theme().dress(self, controls)
        lead_to(self, self.last)

    @abstractmethod
    def ask(self) -> None:
        """Ask for the paper of the days that are written."""

    @abstractmethod
    def export(self, target: Path) -> None:
        """Write the rows of the paper to a file."""

    def show_pdf(self, pdf: bytes) -> None:
        """Show the paper."""
        self.page.show_pdf(pdf, f"{self.windowTitle()}.pdf")

    def gone(self, error: OfficeError) -> None:
        """Close: there is nothing to show."""
        self.shell.refuse(error)
        self.finished.emit()

    def exported(self, found: Exported) -> None:
        """Tell what was written."""
        rows, file = found.rows, found.target.name
        self.shell.say(
            many("{n} row written to {file}", "{n} rows written to {file}", rows, file=file)
        )

    def _day(self, name: str, day: date) -> DateEdit:
        made = DateEdit(self.shell.today)
        made.put(day)
        made.setAccessibleName(name)
        made.setFixedWidth(theme().px(130))
        made.edited.connect(self._changed)
        self.bar.add(plain_label(name, "muted"))
        self.bar.add(made)
        return made

    def _changed(self) -> None:
        if self.last.value() is not None:
            self.ask()

    def _export(self) -> None:
        name = f"{self.windowTitle()}.csv"
        wanted, _kind = QFileDialog.getSaveFileName(
            self, _("Export the list"), name, "CSV (*.csv);;XLSX (*.xlsx)"
        )
        if wanted:
            self.export(Path(wanted))


class OpenItemsPaper(DatedPaper):
    """What was open at the end of a day."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "open-items-on", record, _("Open items"))
        self.titled.emit(_("Open items"))
        self.ask()

    def ask(self) -> None:
        asked = (self.last.value(), language())
        self.shell.client.ask(self.show_pdf, statements.open_items_page, *asked)

    def export(self, target: Path) -> None:
        asked = (target, self.last.value(), language())
        self.shell.client.ask(self.exported, statements.export_open_items, *asked, replace=True)


class StatementPaper(DatedPaper):
    """What moved between us and a customer, since the year began."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        begins = shell.today().replace(month=1, day=1)
        super().__init__(shell, "statement", record, _("Statement of account"), begins)
        self._contact = ContactId(record or 0)
        shell.client.ask_or(self._name, self.gone, contacts.get, self._contact)
        self.ask()

    def ask(self) -> None:
        first, last = self._begins(), self.last.value()
        if first is not None and last is not None:
            asked = (self._contact, first, last)
            self.shell.client.ask_or(self.show_pdf, self.gone, statements.statement_page, *asked)

    def export(self, target: Path) -> None:
        first = self._begins()
        if first is not None:
            asked = (self._contact, first, target)
            self.shell.client.ask(self.exported, statements.export_statement, *asked, replace=True)

    def _begins(self) -> date | None:
        return self.first.value() if self.first is not None else None

    def _name(self, contact: Contact) -> None:
        self.setWindowTitle(_("Statement {name}", name=contact.name))
        self.titled.emit(contact.name)
