"""The postage book in the window: a month, what left in it, what each way cost, and its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.correspondence.postage import PostageBook, PostageLine
from app.lang.texts import mark
from app.services import postage
from app.services.exports import Exported
from app.ui.correspondence.words import channel_text
from app.ui.kit.beside import Yielding
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme

_MONTHS = 36
VERBS = ("postage.export", "letter.print")


@dataclass(frozen=True, slots=True)
class SentLine:
    """A dispatch as a line of the table; its id is its place in the book."""

    id: int
    line: PostageLine


def _paid(row: SentLine) -> str:
    paid = row.line.dispatch.postage
    return formats().money(paid.minor, paid.currency) if paid else ""


_ROOM_FOR_PAGE = 760
"""Below this width, at the usual text size, the list has all the room."""

COLUMNS: tuple[Column[SentLine], ...] = (
    Column(mark("Date"), lambda row: formats().day(row.line.dispatch.at.date()), width=110),
    Column(mark("Letter"), lambda row: row.line.number, width=130),
    Column(mark("Sent to"), lambda row: row.line.dispatch.to, width=120),
    Column(mark("Way"), lambda row: channel_text(row.line.dispatch.channel), width=130),
    Column(mark("Tracking number"), lambda row: row.line.dispatch.tracking, width=120),
    Column(mark("Postage"), _paid, width=75, right=True),
)


class PostageSection(QWidget):
    """Lists the dispatches of a month beside their page."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self.head = PageBar("", shell.book, VERBS)
        self.head.lead(strip)
        self.month: ChoiceEdit[date] = ChoiceEdit(
            [(day, f"{day:%m}/{day:%Y}") for day in months(shell.today())]
        )
        self.month.setAccessibleName(_("Month"))
        self.month.currentIndexChanged.connect(self.refresh)
        self.head.add(self.month)
        self.hint = plain_label("", "muted")
        self.hint.setWordWrap(True)
        self.table: ShortTable[SentLine] = ShortTable(_("Postage book"), COLUMNS)
        self.table.give_room("Sent to")
        self.table.opened.connect(self._open)
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        self.page.go_without_tools()
        self._lay_out()
        lead_to(self, self.table)
        shell.book.offer(
            self,
            {
                "postage.export": self._export,
                "letter.print": self.page.print_out,
                "list.refresh": self.refresh,
            },
        )
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self, _index: int = 0) -> None:
        """Ask for the dispatches of the month that is chosen."""
        self._shell.client.ask(self._show, postage.book, self.month.value())
        self._shell.client.ask(self._show_page, postage.printed, self.month.value(), language())

    def _lay_out(self) -> None:
        px = theme().px
        parts = Yielding(self.table, self.page, (700, 320), _ROOM_FOR_PAGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.hint)
        column.addWidget(parts, 1)

    def _news(self, tables: frozenset[str]) -> None:
        if "letter_dispatch" in tables:
            self.refresh()

    def _show(self, book: PostageBook) -> None:
        self.table.show_rows([SentLine(place, one) for place, one in enumerate(book.lines)])
        self.hint.setText(totals_text(book))
        for name in VERBS:
            self._shell.book.allow(self, name, allowed=bool(book.lines))

    def _show_page(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, f"{_('Postage book')}.pdf")

    def _open(self, place: int) -> None:
        row = self.table.row_of(place)
        if row is not None:
            self._shell.open("letter-out", row.line.dispatch.letter_id)

    def _export(self) -> None:
        name = f"{_('Postage book')} {self.month.currentText().replace('/', '-')}.csv"
        wanted, _kind = QFileDialog.getSaveFileName(
            self, _("Export the list"), name, "CSV (*.csv);;XLSX (*.xlsx)"
        )
        if wanted:
            asked = (self.month.value(), Path(wanted), language())
            self._shell.client.ask(self._exported, postage.export, *asked, replace=True)

    def _exported(self, exported: Exported) -> None:
        file = exported.target.name
        rows = exported.rows
        self._shell.say(
            many("{n} row written to {file}", "{n} rows written to {file}", rows, file=file)
        )


def months(today: date) -> tuple[date, ...]:
    """Return the first days of the last three years' months, the newest first."""
    found = [today.replace(day=1)]
    while len(found) < _MONTHS:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return tuple(found)


def totals_text(book: PostageBook) -> str:
    """Return what each way cost and all of them, in a line."""
    if not book.lines:
        return _("Nothing left the house in these days.")
    parts = (
        f"{channel_text(one.channel) if one.channel else _('Total')} {one.count}: "
        f"{formats().money(one.postage.minor, one.postage.currency)}"
        for one in book.totals
    )
    return " · ".join(parts)
