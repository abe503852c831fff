"""The journal: every entry in its order, by book, found by its words or its number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.accounting.journal import EntryRow, EntrySort, Journal
from app.domain.accounting.periods import year_around
from app.domain.admin.company import Company
from app.lang.texts import mark
from app.services import accounting, admin, book_exports, printouts
from app.ui.accounting.words import JOURNALS, journal_name
from app.ui.kit.focus import lead_to
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.preview import Preview
from app.ui.kit.saving import Saving
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many

COLUMNS: tuple[Column[EntryRow], ...] = (
    Column(mark("Entry"), lambda row: row.number, sort=EntrySort.NUMBER.value, width=110),
    Column(
        mark("Date"),
        lambda row: formats().day(row.booked_on),
        sort=EntrySort.BOOKED_ON.value,
        width=120,
    ),
    Column(
        mark("Journal"),
        lambda row: journal_name(row.journal),
        width=120,
        is_pill=True,
        tone=lambda row: "accent" if row.journal is Journal.SALES else "muted",
    ),
    Column(mark("Text"), lambda row: row.text, sort=EntrySort.TEXT.value, width=380, is_roomy=True),
    Column(
        mark("Amount"),
        lambda row: formats().money(row.amount_minor, row.currency),
        right=True,
        sort=EntrySort.AMOUNT.value,
        width=150,
    ),
)


def listing(actions: tuple[str, ...]) -> Listing[EntryRow]:
    """Return the journal as a list; ``actions`` are offered while it is empty."""
    return Listing(
        name="journal",
        title=mark("Journal"),
        columns=COLUMNS,
        source=Source(accounting.spine, accounting.rows, accounting.first),
        tables=frozenset({"journal_entry"}),
        counted=lambda n: many("{n} entry", "{n} entries", n),
        empty=Empty(
            "book",
            mark("Nothing is booked yet"),
            mark("Every invoice that is issued books itself here; other things you enter."),
            actions,
        ),
        filters=tuple(Filter(journal.value, title) for journal, title in JOURNALS.items()),
        sort=EntrySort.BOOKED_ON.value,
        is_descending=True,
    )


class JournalPage(ListPage[EntryRow]):
    """Lists entries; Enter opens one."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        ways = tuple(name for name in ("entry.new", "go.invoices") if name in shell.book.rows)
        super().__init__(shell, listing(ways))
        self.head.lead(strip)
        self.head.add(shell.book.button("entry.new"))
        self.head.add(shell.book.button("books.export"))
        self.head.add(shell.book.button("books.paper"))
        self.paper = Preview(shell.client.lanes)
        self.paper.told.connect(shell.say)
        self.paper.hide()
        self.set_details(self.paper)
        self.opened.connect(self._open)
        lead_to(self, self.table)
        self._saving = Saving(shell, self)
        shell.book.offer(
            self,
            {
                "books.paper": self.turn,
                "books.export": self._export,
                "entry.new": partial(shell.open, "entry-form"),
                "entry.copy": self._copy_as_new,
            },
        )

    def turn(self) -> None:
        """Show the journal of this fiscal year as it prints beside the list, or put it away."""
        if self.paper.isVisible():
            self.paper.hide()
            self.table.setFocus()
            return
        self.paper.show()
        self.paper.setFocus()
        self.paper.wait()
        self.shell.client.ask(self._begin, admin.company)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.paper.isVisible():
            self.turn()
        else:
            super().keyPressEvent(event)

    def _copy_as_new(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            self.shell.open("entry-copy", chosen)

    def _export(self) -> None:
        self.shell.client.ask(self._export_year, admin.company)

    def _export_year(self, company: Company) -> None:
        year = year_around(self.shell.today(), company.year_starts)
        self._saving.ask(_("Journal"), book_exports.journal, year)

    def _begin(self, company: Company) -> None:
        year = year_around(self.shell.today(), company.year_starts)
        self.shell.client.ask(self._show_paper, printouts.journal, year, language())

    def _show_paper(self, pdf: bytes) -> None:
        self.paper.show_pdf(pdf, f"{_('Journal')}.pdf")

    def _open(self, record: int) -> None:
        self.shell.open("entry", record)
