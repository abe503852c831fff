"""Binders on the shelf: the numbers that stand in each, what room is left, what is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from app.domain.archive.serials import Room
from app.lang.texts import mark
from app.services import serials, shelving
from app.services.shelving import Shelf, Shelved
from app.ui.archive.binder_dialog import BinderDialog
from app.ui.archive.binder_edit import range_text
from app.ui.archive.overview import Overview
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.preview import Preview
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats

KIND = "binders"
_TABLES = frozenset({"binder", "document", "serial_range"})
CONTENTS, WIDE, NARROW = "contents", "wide", "narrow"
PAPERS = (
    (CONTENTS, mark("Contents")),
    (WIDE, mark("Wide spine")),
    (NARROW, mark("Narrow spine")),
)
ROOMS = {
    Room.WAITING: (mark("Empty"), "muted"),
    Room.OPEN: (mark("Being filled"), "good"),
    Room.FULL: (mark("Full"), ""),
}


@dataclass(frozen=True, slots=True)
class BinderLine:
    """A binder as a line of the table."""

    id: int
    shelved: Shelved


COLUMNS: tuple[Column[BinderLine], ...] = (
    Column(mark("Binder"), lambda line: line.shelved.binder.name, width=80),
    Column(mark("Numbers"), lambda line: range_text(line.shelved.binder), width=90),
    Column(
        mark("Documents"),
        lambda line: formats().decimal(Decimal(line.shelved.documents)),
        right=True,
        width=84,
    ),
    Column(
        mark("Room"),
        lambda line: _(ROOMS[line.shelved.room][0]),
        width=94,
        tone=lambda line: ROOMS[line.shelved.room][1],
    ),
    Column(mark("Where it stands"), lambda line: line.shelved.binder.note, width=130),
)


class BindersPage(Overview):
    """Lists binders, and shows the list to lay into the chosen one or the label for its spine."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        actions = ("archive.labels", "binder.change", "binder.add")
        super().__init__(shell, KIND, _("Binders"), actions)
        self.shelf: Shelf | None = None
        self._shown = CONTENTS
        self.preview = Preview(shell.client.lanes)
        self.preview.told.connect(shell.say)
        self.strip = self.put_strip(PAPERS, self._shown)
        self.strip.chosen.connect(self._turn)
        self.table: ShortTable[BinderLine] = ShortTable(_("Binders"), COLUMNS)
        self.put_table(self.table, "Where it stands", beside=self.preview)
        self.table.chosen.connect(self._ask_paper)
        self.table.opened.connect(self._open)
        shell.book.offer(self, self._slots())
        shell.client.changed.connect(self._news)
        self._allow()
        self.refresh()

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "binder.add": self.add,
            "binder.change": self.change,
            "binder.remove": self._ask_remove,
            "archive.labels": partial(self.shell.open, "labels", 0),
            "document.print": self.preview.print_out,
            "document.export": self.preview.save_as,
            "list.refresh": self.refresh,
        }

    def refresh(self) -> None:
        """Ask for the binders."""
        self.shell.client.ask(self._show, shelving.shelf)

    def add(self) -> BinderDialog:
        """Write a new binder behind the last one."""
        last = max((one.binder.last for one in self.shelf.binders), default=0) if self.shelf else 0
        return self._write(None, last + 1)

    def change(self) -> None:
        """Write on the binder that is chosen."""
        if (chosen := self._chosen()) is not None:
            self._write(chosen, chosen.binder.first)

    def _write(self, before: Shelved | None, first: int) -> BinderDialog:
        dialog = BinderDialog(self, self.shell, before.binder if before else None, first)
        dialog.open()
        return dialog

    def _show(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.hint.setText(_("The next original gets the number {number}.", number=shelf.next_free))
        self.table.show_rows([BinderLine(one.binder.id, one) for one in shelf.binders])
        self._allow()
        if not shelf.binders:
            self.preview.empty(_("A binder holds the originals from one number to another."))
        self._ask_paper(self.table.chosen_id())

    def _allow(self) -> None:
        has_any = bool(self.shelf and self.shelf.binders)
        for name in ("binder.change", "binder.remove", "document.print", "document.export"):
            self.shell.book.allow(self, name, allowed=has_any)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    def _chosen(self) -> Shelved | None:
        line = self.table.row_of(self.table.chosen_id() or 0)
        return line.shelved if line is not None else None

    def _open(self, _binder_id: object) -> None:
        self.change()

    def _turn(self, name: str) -> None:
        self._shown = name
        self.strip.mark(name)
        self._ask_paper(self.table.chosen_id())

    def _ask_paper(self, _record: object) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self.preview.wait()
        answer = partial(self._show_paper, chosen.binder.name)
        if self._shown == CONTENTS:
            self.shell.client.ask(answer, serials.contents, chosen.binder.id)
        else:
            self.shell.client.ask(answer, serials.spine, chosen.binder.id, self._shown)

    def _show_paper(self, name: str, pdf: bytes) -> None:
        titles = dict(PAPERS)
        self.preview.show_pdf(pdf, f"{name} – {_(titles[self._shown])}.pdf")

    def _ask_remove(self) -> None:
        if (chosen := self._chosen()) is not None:
            question = Question(
                _("Remove the binder {name}?", name=chosen.binder.name),
                _("Its documents keep its name and their numbers."),
                _("Remove"),
            )
            ask(self, question, partial(self._remove, chosen))

    def _remove(self, one: Shelved) -> None:
        known = (one.binder.id, one.binder.version)
        self.shell.client.do(self._removed, serials.remove_binder, *known)

    def _removed(self, _nothing: object) -> None:
        self.shell.say(_("Binder removed"))
