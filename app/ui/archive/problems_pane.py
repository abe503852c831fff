"""Problems: what did not come in, was not read or not split, each with what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.archive.receiving import Outcome
from app.domain.shared.ids import DocumentId, TroubleId
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import attention, reading, receiving, stacks
from app.services.attention import Matter, Waiting
from app.services.taking import Taking
from app.ui.kit.labels import plain_label
from app.ui.kit.lane import Reply
from app.ui.kit.messages import sentence_of
from app.ui.kit.page_bar import PageBar
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme

if TYPE_CHECKING:
    from app.ui.kit.actions import ActionBook

MATTERS = {
    Matter.TAKING_IN: mark("Not taken in"),
    Matter.READING: mark("Not read"),
    Matter.SPLITTING: mark("Not split"),
}
TABLES = frozenset({"intake_problem", "job"})
VERBS = ("trouble.ignore", "trouble.again")


def _state(row: Waiting) -> str:
    return _("Ignored") if row.is_ignored else _(MATTERS[row.matter])


PROBLEMS: tuple[Column[Waiting], ...] = (
    Column(mark("File"), lambda row: row.name, width=200),
    Column(
        mark("What happened"),
        lambda row: sentence_of(row.code, row.facts).what,
        width=280,
        tone=lambda row: "muted" if row.is_ignored else "",
    ),
    Column(mark("What to do"), lambda row: sentence_of(row.code, row.facts).todo, width=280),
    Column(
        mark("Seen"),
        lambda row: formats().instant(row.seen.astimezone()) if row.seen else "",
        width=150,
    ),
    Column(mark("Status"), _state, width=110),
)


class ProblemsPane(QWidget):
    """Lists what waits for somebody; tries it again, leaves it be, or opens its document."""

    chosen = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.table: ShortTable[Waiting] = ShortTable(_("Problems"), PROBLEMS)
        self.told = plain_label(role="label")
        self._wrong: dict[int, Waiting] = {}
        self._lay_out()
        shell.client.changed.connect(self._news)

    @property
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """What can be done with a problem."""
        return {"trouble.again": self.again, "trouble.ignore": self.ignore}

    def refresh(self) -> None:
        """Read what waits."""
        self._shell.client.ask(self._show, attention.waiting)

    def allow(self, book: ActionBook, page: QWidget) -> None:
        """Offer what can be done with the chosen problem."""
        one = self._chosen()
        is_here = one is not None and (one.matter is not Matter.TAKING_IN or bool(one.path))
        book.allow(page, "trouble.again", allowed=is_here)
        is_left = one is not None and one.matter is not Matter.READING
        book.allow(page, "trouble.ignore", allowed=is_left)

    def again(self) -> None:
        """Try once more what the chosen problem is about."""
        one, client = self._chosen(), self._shell.client
        if one is None:
            return
        if one.matter is Matter.READING:
            client.do(self._done, reading.retry, (DocumentId(one.id),))
        elif one.matter is Matter.SPLITTING:
            client.do(self._done, stacks.retry, DocumentId(one.id))
        elif one.is_of_folder:
            self._shell.look_wanted.emit()
        else:
            work = partial(Taking(client.office).again, TroubleId(one.id))
            client.lanes.long.run(work, Reply(self._tried, self._not_tried))

    def ignore(self) -> None:
        """Leave the chosen problem be."""
        one, client = self._chosen(), self._shell.client
        if one is not None and one.matter is Matter.TAKING_IN:
            client.do(self._done, receiving.ignore, TroubleId(one.id))
        elif one is not None and one.matter is Matter.SPLITTING:
            client.do(self._done, stacks.leave, DocumentId(one.id))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(PageBar(_("Problems"), self._shell.book, VERBS))
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        self.told.setWordWrap(True)
        self.table.give_room("What to do")
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self._open)

    def _chosen(self) -> Waiting | None:
        return self._wrong.get(self.table.chosen_id() or 0)

    def _show(self, waiting: tuple[Waiting, ...]) -> None:
        self._wrong = {one.id: one for one in waiting}
        self.table.show_rows(waiting)
        self._tell(None)

    def _tell(self, _record: object) -> None:
        one = self._chosen()
        found = sentence_of(one.code, one.facts) if one else None
        lines = (found.what, found.why, found.todo, one.path) if found and one else ()
        self.told.setText("\n".join(line for line in lines if line))
        self.chosen.emit()

    def _open(self, _record: object) -> None:
        one = self._chosen()
        if one is not None and one.matter is not Matter.TAKING_IN:
            self._shell.open("document", one.id)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.refresh()

    def _tried(self, outcome: Outcome) -> None:
        count = len(outcome.received)
        if count:
            self._shell.say(many("{n} document came in", "{n} documents came in", count))
            self._shell.client.changed.emit(frozenset({"document", "intake_problem"}))
        self.refresh()

    def _not_tried(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        self._shell.refuse(error)

    def _done(self, _result: object) -> None:
        self.refresh()
