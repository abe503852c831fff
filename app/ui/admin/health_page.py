"""Health: how the company stands, topic by topic, since when, and what helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.admin import backup
from app.domain.admin.health import Line
from app.domain.shared.ids import ContactId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import health, health_rounds
from app.services.health import Overview
from app.services.permissions import Permission
from app.ui.admin.health_words import (
    ICONS,
    QUIET,
    SIGNS,
    SOUND,
    TONES,
    TOPICS,
    finding_text,
    overview_text,
    proposal_of,
    since_text,
    told_text,
)
from app.ui.kit.copying import mime_of_qt
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.lane import Reply
from app.ui.kit.messages import error_sentence
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

TABLES = frozenset({"health_check", "mail", "job", "day_closing", "erasure"}) | backup.TABLES
OPENED = frozenset({"contact", "invoice", "employee", "product"})
"""The kinds of records that a finding leads to."""
CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic as the page lists it."""

    id: int
    line: Line


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as the page lists it, with the name of its record where it may be known."""

    id: int
    found: Problem
    name: str = ""


TOPIC_COLUMNS: tuple[Column[TopicLine], ...] = (
    Column(
        mark("Status"),
        lambda row: _(SIGNS[row.line.sign]),
        icon=lambda row: ICONS[row.line.sign],
        tone=lambda row: TONES[row.line.sign],
        width=115,
    ),
    Column(mark("Topic"), lambda row: _(TOPICS[row.line.topic]), width=230),
    Column(mark("Finding"), lambda row: _told(row.line), width=280),
    Column(mark("Since"), lambda row: since_text(row.line.since), width=140),
    Column(mark("Proposal"), lambda row: _proposed(row.line), width=210),
)
FINDING_COLUMNS: tuple[Column[FindingLine], ...] = (
    Column(mark("Found"), lambda row: finding_text(row.found, row.name), width=400),
)


class HealthPage(QWidget):
    """Lists how every topic stands; the findings of the chosen one stand below."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self._findings: tuple[Problem, ...] = ()
        self.head = PageBar(_("Health"), shell.book, ("health.check", "health.act"))
        self.head.lead(strip)
        self.told = plain_label(_("Looking how the company stands…"), "muted")
        self.told.setWordWrap(True)
        self.table: ShortTable[TopicLine] = ShortTable(_("Health"), TOPIC_COLUMNS)
        self.table.give_room("Finding")
        self.findings: ShortTable[FindingLine] = ShortTable(_("Findings"), FINDING_COLUMNS)
        self.findings.give_room("Found")
        self._lay_out()
        lead_to(self, self.table)
        shell.book.offer(
            self,
            {
                "health.check": self.check,
                "health.act": self.act,
                "health.erased": self.show_erased,
                "list.refresh": self.refresh,
            },
        )
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(self._act_on)
        self.findings.opened.connect(self._open)
        shell.client.changed.connect(self._news)
        self._allow(None)
        self.refresh()

    def refresh(self) -> None:
        """Look how the company stands."""
        client = self._shell.client
        look = partial(health.overview, client.office)
        client.lanes.beside.run(look, Reply(self._show, self._refused))

    def check(self) -> None:
        """Read everything again now."""
        work = self._shell.client.errand(self._checked, health_rounds.check_now)
        self._shell.watch(work, _("Checking the company"))

    def act(self) -> None:
        """Do what is proposed for the chosen topic: lead to where it is looked after."""
        row = self._row()
        proposal = proposal_of(row.line) if row is not None else None
        if row is None or proposal is None:
            return
        if proposal.copies:
            self._copy(f"{row.line.told[0].facts[proposal.copies]};")
        elif proposal.opens:
            self._shell.open(proposal.opens, 0)
        elif not proposal.steps:
            self.findings.setFocus()
        for step in proposal.steps:
            if step in self._shell.book.rows:
                self._shell.book.action(step).trigger()

    def _copy(self, statement: str) -> None:
        mime = mime_of_qt()
        mime.setText(statement)
        QGuiApplication.clipboard().setMimeData(mime)
        self._shell.say(_("The statement was copied. Whoever keeps the server runs it there."))

    def show_erased(self) -> None:
        """List the erased persons of whom something is kept."""
        from app.ui.admin.kept_persons import KeptPersonsDialog  # noqa: PLC0415  seldom opened

        KeptPersonsDialog(self._shell, self).open()

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        for widget in (self.head, self.told):
            column.addWidget(widget)
        column.addWidget(self.table, 3)
        column.addWidget(self.findings, 1)
        self.findings.hide()

    def _row(self) -> TopicLine | None:
        chosen = self.table.chosen_id()
        return None if chosen is None else self.table.row_of(chosen)

    def _act_on(self, _topic: object) -> None:
        self.act()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.refresh()

    def _show(self, found: Overview) -> None:
        self.told.setText(overview_text(found))
        places = {topic: place for place, topic in enumerate(TOPICS, 1)}
        self.table.show_rows([TopicLine(places[one.topic], one) for one in found.lines])
        self._chose(self.table.chosen_id())

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        self.told.setText(str(error_sentence(error)))

    def _chose(self, _topic: object) -> None:
        """Show what was found in the chosen topic, and name what helps."""
        row = self._row()
        line = row.line if row is not None else None
        self._findings = line.told if line is not None and line.told[0].code not in QUIET else ()
        self._allow(line)
        self._list({})
        ids = tuple({ContactId(one) for one in map(_contact_of, self._findings) if one})
        if ids:
            self._shell.client.ask_or(self._list, self._unnamed, health.named, ids)

    def _list(self, names: Mapping[ContactId, str]) -> None:
        rows = [
            FindingLine(place, one, names.get(ContactId(_contact_of(one)), ""))
            for place, one in enumerate(self._findings, 1)
        ]
        self.findings.show_rows(rows)
        self.findings.setVisible(bool(rows))

    def _unnamed(self, _error: OfficeError) -> None:
        """Leave the contacts without names for who may not read them."""

    def _open(self, place: int) -> None:
        row = self.findings.row_of(place)
        kind, _sign, number = row.found.field.partition(":") if row is not None else ("", "", "")
        if kind in OPENED and number.isdigit():
            self._shell.open(kind, int(number))

    def _allow(self, line: Line | None) -> None:
        book = self._shell.book
        proposal = proposal_of(line) if line is not None else None
        is_writable = not self._shell.client.office.is_read_only
        book.call(self, "health.act", _(proposal.text) if proposal is not None else "")
        book.allow(self, "health.act", allowed=proposal is not None)
        book.allow(self, "health.check", allowed=is_writable)
        book.allow(self, "health.erased", allowed=self._may_erase())

    def _may_erase(self) -> bool:
        return Permission.PRIVACY_ERASE in self._shell.client.office.who.role.permissions

    def _checked(self, _lines: object) -> None:
        self._shell.say(_("Everything was checked."))


def _told(line: Line) -> str:
    """Return what is told of a topic; where all is in order its sign says so already."""
    return "" if line.told[0].code == SOUND else told_text(line)


def _proposed(line: Line) -> str:
    proposal = proposal_of(line)
    return _(proposal.text) if proposal is not None else ""


def _contact_of(found: Problem) -> int:
    kind, _sign, number = found.field.partition(":")
    return int(number) if kind == CONTACT and number.isdigit() else 0
