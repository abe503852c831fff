"""The log: everything that was done here, narrowed, looked at, verified, printed and taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from app.domain.admin.log import LogEntry, LogRow, LogWanted
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import anchors, log, log_papers
from app.services.anchors import ChainReport
from app.ui.admin.chain_words import chain_lines
from app.ui.admin.log_bar import LogBar
from app.ui.admin.log_card import LogCard
from app.ui.admin.log_ways import opens_as
from app.ui.admin.log_words import record_line, what_text, who_text
from app.ui.kit.banner import Banner
from app.ui.kit.lane import Reply
from app.ui.kit.listing import FIRST_PAGE, Empty, Filter, Listing, Source
from app.ui.kit.printing import print_pdf
from app.ui.kit.saving import KINDS, Saving
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Answer, Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.verb_list import VerbList

REFUSED = "refused"
_SPINE: Callable[..., Any] = log.spine
_NEEDED, _LEAST = 760, 300


def _tone(_row: LogRow) -> str:
    return "bad"


COLUMNS: tuple[Column[LogRow], ...] = (
    Column(mark("When"), lambda row: formats().instant(row.at.astimezone()), sort="at", width=140),
    Column(mark("Who"), lambda row: who_text(row.who), width=90),
    Column(mark("What was done"), lambda row: what_text(row.command), width=240),
    Column(mark("Record"), record_line, width=260, is_roomy=True),
    Column(
        "",
        lambda row: _("refused") if row.refused else "",
        width=90,
        is_pill=True,
        tone=_tone,
    ),
)

LISTING: Listing[LogRow] = Listing(
    name="log",
    title=mark("Log"),
    columns=COLUMNS,
    source=Source(_SPINE, log.rows),
    tables=frozenset({"audit"}),
    counted=lambda n: many("{n} entry", "{n} entries", n),
    empty=Empty(
        "clipboard",
        mark("Nothing was done yet"),
        mark("Everything that anybody does in this company is written down here, for good."),
    ),
    filters=(Filter(REFUSED, mark("Refused entries")),),
    buttons=("log.export", "log.print", "company.verify"),
    verbs=("log.open", "log.record", "", "log.print", "log.export"),
    sort="at",
    is_descending=True,
)


class LogPage(VerbList[LogRow, LogEntry]):
    """Lists entries, the newest first; the card beside tells the chosen one from old to new."""

    module = "company"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self.bar = LogBar(shell.today)
        self._place: int | None = None
        super().__init__(shell, LISTING, strip)
        self.card, self.told = LogCard(shell), Banner("chain")
        self._saving = Saving(shell, self, f"{KINDS};;JSON (*.json)")
        self._put_in_place()
        self.card.shown.connect(self._seen)
        self.bar.changed.connect(self.refresh)
        self.told.pressed.connect(self._go_there)
        for button in self._no_hits.findChildren(QPushButton):
            button.clicked.connect(self.bar.clear)
        self.begin(
            {
                "log.open": self.on_chosen(self._open_entry),
                "log.record": self.on_chosen(self._only_record),
                "log.all": self.show_all,
                "log.print": self.print_log,
                "log.export": self.export,
                "company.verify": self.verify,
            }
        )
        shell.client.ask(self.bar.know, log.people)

    @property
    def wanted(self) -> LogWanted:
        """What is looked for now."""
        is_refused = REFUSED in self.filters.states
        return replace(self.bar.wanted, is_refused=is_refused, words=self.filters.words)

    @property
    def is_rising(self) -> bool:
        """Say whether the oldest entry stands first."""
        return not self._sort[1]

    def ask_first(self) -> None:
        also = {"is_rising": self.is_rising}
        self.shell.client.ask(
            self._show_first, log.first, FIRST_PAGE, self.wanted, language(), **also
        )

    def ask_spine(self) -> None:
        also = {"is_rising": self.is_rising}
        self.shell.client.ask(self._show, log.spine, self.wanted, language(), **also)

    def look(self, record: int) -> None:
        self.card.ask(record)

    def open_record(self, record: object) -> None:
        """Open the record of the chosen entry."""
        if self.seen is not None and self.seen.id == record:
            self._open_entry(self.seen)

    def possible(self, seen: LogEntry | None) -> dict[str, bool]:
        page = None if seen is None else _page_of(seen)
        return {
            "log.open": page is not None,
            "log.record": seen is not None and bool(seen.changes),
            "log.all": True,
            "log.print": True,
            "log.export": True,
        }

    def show_record(self, record: str, name: str) -> None:
        """Show the history of one record."""
        self.filters.put("", ())
        self.bar.show_record(record, name)

    def show_all(self) -> None:
        """Show the whole log again."""
        self.filters.put("", ())
        self.bar.clear()

    def verify(self) -> None:
        """Walk the chain of entries and say what was found."""
        client = self.shell.client
        work = partial(anchors.verify, client.office)
        client.lanes.long.run(work, Reply(self._show_proof, self._not_proved))

    def print_log(self) -> None:
        """Print what is shown, with the proof of the chain."""
        self.shell.client.ask(self._printed, log_papers.paper, self.wanted, language())

    def export(self) -> None:
        """Write what is shown to a file."""
        self._saving.ask(_("Log"), log_papers.table, self.wanted)

    def _fetch(self, ids: tuple[int, ...], answer: Answer[LogRow]) -> None:
        rows: Callable[..., Any] = log.rows
        self.shell.client.ask_each(answer, rows, ids, language())

    def _seen(self, entry: object) -> None:
        self.see(entry if isinstance(entry, LogEntry) else None)

    def _open_entry(self, entry: LogEntry) -> None:
        page = _page_of(entry)
        if page is not None:
            self.shell.open(*page)

    def _only_record(self, entry: LogEntry) -> None:
        row = self.model.row_at(self.table.currentIndex().row())
        if row is not None and row.record:
            self.show_record(row.record, record_line(replace(row, others=0)))

    def _printed(self, pdf: bytes) -> None:
        print_pdf(self, self.shell.client.lanes, pdf, _("Log"))

    def _show_proof(self, report: ChainReport) -> None:
        lost = min((one.seq for one in report.lost), default=None)
        self._place = report.broken[0] if report.broken else lost
        button = _("Show that entry") if self._place is not None else ""
        self.told.tell("\n".join(chain_lines(report)), button)

    def _not_proved(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        self.shell.refuse(error)

    def _go_there(self) -> None:
        """Show the whole log with the cursor on the entry that is wrong."""
        if self._place is not None:
            self.choose(self._place)
            self.show_all()
            self.table.setFocus()

    def _settle(self, *, is_full: bool) -> None:
        super()._settle(is_full=is_full)
        if self.bar.is_narrowed and not self.model.rowCount():
            self._stack.setCurrentWidget(self._no_hits)

    def _put_in_place(self) -> None:
        self.set_details(self.card, _NEEDED, _LEAST)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(1, self.told)
        whole.insertWidget(3, self.bar)


def _page_of(entry: LogEntry) -> tuple[str, int] | None:
    """Return the first record of an entry that opens in a page."""
    return next(filter(None, (opens_as(change.record) for change in entry.changes)), None)
