"""The journal: every entry in its order, by book, found by its words or its number."""

from __future__ import annotations

from app.domain.accounting.journal import EntryRow, EntrySort, Journal
from app.lang.texts import mark
from app.services import accounting
from app.ui.accounting.words import JOURNALS, journal_name
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Column
from app.ui.kit.texts import formats, many

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
    Column(mark("Text"), lambda row: row.text, sort=EntrySort.TEXT.value, width=380),
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
            mark("Every invoice that is issued books itself here: issue the first one."),
            actions,
        ),
        filters=tuple(Filter(journal.value, title) for journal, title in JOURNALS.items()),
        sort=EntrySort.BOOKED_ON.value,
        is_descending=True,
    )


class JournalPage(ListPage[EntryRow]):
    """Lists entries; Enter opens one."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        ways = tuple(name for name in ("go.invoices",) if name in shell.book.rows)
        super().__init__(shell, listing(ways))
        self.head.lead(strip)
        self.opened.connect(self._open)
        self.setFocusProxy(self.table)

    def _open(self, record: int) -> None:
        self.shell.open("entry", record)
