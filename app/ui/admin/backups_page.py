"""Backups: how the company stands with them, which there are, and the way back into one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.admin.backup import TABLES, Backup, Drill, Run
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import backups, restoring
from app.services.backups import Overview
from app.services.restoring import Prepared
from app.ui.admin.backup_plan_dialog import arrange
from app.ui.admin.backup_words import (
    REASONS,
    drill_text,
    failed_text,
    place_text,
    proof_text,
    standing_text,
)
from app.ui.admin.restored import exchange_for
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.file_words import size_text
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.lane import Reply
from app.ui.kit.messages import error_sentence
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup as the page lists it, with the last restore of it for practice."""

    id: int
    backup: Backup
    drill: Drill | None = None


COLUMNS: tuple[Column[BackupLine], ...] = (
    Column(
        mark("Made"),
        lambda line: formats().instant(line.backup.made_at.astimezone()),
        width=170,
    ),
    Column(mark("Why"), lambda line: _(REASONS[line.backup.reason]), width=130),
    Column(mark("Folder"), lambda line: place_text(line.backup.place), width=200),
    Column(
        mark("Documents"),
        lambda line: formats().decimal(Decimal(line.backup.documents)),
        right=True,
        width=90,
    ),
    Column(mark("Size"), lambda line: size_text(line.backup.size), right=True, width=90),
    Column(mark("Practised"), lambda line: proof_text(line.drill), width=160),
)


class BackupsPage(QWidget):
    """Lists the backups of every place; each verb works on the one that is chosen."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self._found: Overview | None = None
        verbs = ("backups.plan", "backups.practise", "backups.restore", "backups.now")
        self.head = PageBar(_("Backups"), shell.book, verbs)
        self.head.lead(strip)
        self.told = plain_label(_("Looking for the backups…"), "muted")
        self.told.setWordWrap(True)
        self.table: ShortTable[BackupLine] = ShortTable(_("Backups"), COLUMNS)
        self.table.give_room("Folder")
        self._lay_out()
        lead_to(self, self.table)
        shell.book.offer(
            self,
            {
                "backups.now": self.back_up,
                "backups.practise": self.practise,
                "backups.restore": self.restore,
                "backups.undo": self.take_back,
                "backups.plan": self.arrange,
                "list.refresh": self.refresh,
            },
        )
        shell.client.changed.connect(self._news)
        self._allow()
        self.refresh()

    def refresh(self) -> None:
        """Look which backups there are."""
        client = self._shell.client
        look = partial(backups.overview, client.office)
        client.lanes.beside.run(look, Reply(self._show, self._refused))

    def back_up(self) -> None:
        """Back up to every place now."""
        work = self._shell.client.errand(self._made, backups.back_up)
        self._shell.watch(work, _("Backing up"))

    def practise(self) -> None:
        """Restore the chosen backup to a folder of its own, check it, and remove it again."""
        if (line := self._chosen()) is not None:
            work = self._shell.client.errand(self._practised, backups.practise, line.backup)
            self._shell.watch(work, _("Restoring for practice"))

    def restore(self) -> None:
        """Ask whether the company is to be again what it was in the chosen backup."""
        if (line := self._chosen()) is None:
            return
        moment = formats().instant(line.backup.made_at.astimezone())
        question = Question(
            _("Restore the company as it was {moment}?", moment=moment),
            _(
                "What was done since then will not be in it. The company as it is now is backed up "
                "first and put aside, and the restore can be taken back."
            ),
            _("Restore the company"),
        )
        ask(self, question, partial(self._prepare, line.backup))

    def take_back(self) -> None:
        """Ask whether the company is to be again what it was before the last restore."""
        question = Question(
            _("Take the restore back?"),
            _("The company is again as it was before. What was done since then is put aside."),
            _("Take the restore back"),
        )
        ask(self, question, self._take_back)

    def arrange(self) -> None:
        """Say where backups go, how often, and which stay."""
        if self._found is not None:
            arrange(self._shell, self, self._found.plan)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        for widget in (self.head, self.told):
            column.addWidget(widget)
        column.addWidget(self.table, 1)

    def _chosen(self) -> BackupLine | None:
        chosen = self.table.chosen_id()
        return None if chosen is None else self.table.row_of(chosen)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.refresh()

    def _show(self, found: Overview) -> None:
        self._found = found
        drills = {(one.place, one.name): one for one in reversed(found.plan.drills)}
        lines = [
            BackupLine(number, one, drills.get((one.place, one.name)))
            for number, one in enumerate(found.backups, 1)
        ]
        self.told.setText(standing_text(found))
        self.table.show_rows(lines)
        self._allow()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        found = error_sentence(error)
        self.told.setText(" ".join(part for part in (found.what, found.why, found.todo) if part))
        self._allow()

    def _allow(self) -> None:
        found, book = self._found, self._shell.book
        is_writable = not self._shell.client.office.is_read_only
        has_any = found is not None and bool(found.backups) and is_writable
        can_undo = found is not None and found.can_undo and is_writable
        book.allow(self, "backups.now", allowed=is_writable)
        book.allow(self, "backups.plan", allowed=found is not None and is_writable)
        for verb in ("backups.practise", "backups.restore"):
            book.allow(self, verb, allowed=has_any)
        book.allow(self, "backups.undo", allowed=can_undo)

    def _made(self, runs: tuple[Run, ...]) -> None:
        self._shell.client.changed.emit(TABLES)
        failed = [failed_text(run) for run in runs if not run.is_good]
        good = len(runs) - len(failed)
        told = many("Backed up to {n} place", "Backed up to {n} places", good)
        self._shell.say("\n".join((told, *failed)))

    def _practised(self, drill: Drill) -> None:
        self._shell.client.changed.emit(TABLES)
        self._shell.say(drill_text(drill))

    def _prepare(self, backup: Backup) -> None:
        work = self._shell.client.errand(self._prepared, restoring.prepare, backup)
        self._shell.watch(work, _("Restoring"))

    def _prepared(self, prepared: Prepared) -> None:
        self._shell.exchange_wanted.emit(exchange_for(prepared, self._shell.client.office))

    def _take_back(self) -> None:
        work = self._shell.client.errand(self._prepared, restoring.prepare_back)
        self._shell.watch(work, _("Restoring"))
