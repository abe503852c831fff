"""Disposal: what may be destroyed today and why, the list that is open, and its certificate."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app.domain.admin.company import Company
from app.domain.archive.disposal import (
    OPEN,
    Disposal,
    DisposalKind,
    DisposalRules,
    DisposalState,
    Fate,
    Item,
    Stay,
)
from app.domain.archive.retention import Clock, Ground
from app.lang.keeping import Kept, kept_because
from app.lang.texts import mark
from app.services import admin, disposing
from app.ui.archive.disposal_rules import DisposalRulesDialog
from app.ui.archive.overview import Overview
from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many, say

KIND = "disposal"
_TABLES = frozenset({"disposal", "disposal_item", "legal_hold", "document", "disposal_rules"})
SORTS = (
    (DisposalKind.DUE.value, mark("Years are over")),
    (DisposalKind.TRASH.value, mark("Trash")),
)
STAYS = {
    Stay.HELD.value: mark("A legal hold asks for it."),
    Stay.NOT_DUE.value: mark("Its years were not over any more."),
    Stay.LOCKED.value: mark("Somebody had taken it out to work on it."),
    Stay.MOVED.value: mark("It was not where it had been."),
}


@dataclass(frozen=True, slots=True)
class DisposalLine:
    """A document that may go, or is on the open list, with the reason in words."""

    id: int
    item: Item
    why: str


def _fate(line: DisposalLine) -> str:
    item = line.item
    match item.fate:
        case Fate.STRUCK:
            return _("Stays: {why}", why=item.why)
        case Fate.KEPT:
            return _("Stays: {why}", why=_(STAYS.get(item.why, item.why)))
        case Fate.DESTROYED:
            return _("Destroyed")
        case Fate.LISTED:
            return ""


COLUMNS: tuple[Column[DisposalLine], ...] = (
    Column(mark("Day"), lambda line: formats().day(line.item.day), width=90),
    Column(mark("Document"), lambda line: line.item.title or "–", width=170),
    Column(mark("Ground"), lambda line: line.why, width=420),
    Column(mark("What becomes of it"), _fate, width=130, tone=lambda _line: "muted"),
)


class DisposalPage(Overview):
    """Shows what is due, or the list that is open, and leads it to its certificate."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        actions = ("disposal.drop", "disposal.strike", "disposal.next")
        super().__init__(shell, KIND, _("Disposal"), actions)
        self.sort = DisposalKind.DUE
        self.open_list: Disposal | None = None
        self._country = ""
        strip = self.put_strip(SORTS, self.sort.value)
        strip.chosen.connect(self._choose)
        self._strip = strip
        self.table: ShortTable[DisposalLine] = ShortTable(_("Disposal"), COLUMNS)
        self.put_table(self.table, "Ground")
        self.why = plain_label("", "muted")
        self.why.setWordWrap(True)
        self.column.addWidget(self.why)
        self.table.chosen.connect(self._say_why)
        shell.book.offer(
            self,
            {
                "disposal.next": self._go_on,
                "disposal.strike": self._ask_strike,
                "disposal.drop": self._drop,
                "disposal.rules": self._ask_rules,
                "list.refresh": self.refresh,
            },
        )
        shell.client.changed.connect(self._news)
        shell.client.ask(self._begin, admin.company)

    def refresh(self) -> None:
        """Ask for the lists; where none is open, for what is due."""
        self.shell.client.ask(self._show, disposing.disposals)

    def _begin(self, company: Company) -> None:
        self._country = company.country
        self.refresh()

    def _choose(self, name: str) -> None:
        self.sort = DisposalKind(name)
        self._strip.mark(name)
        self.refresh()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    def _show(self, lists: tuple[Disposal, ...]) -> None:
        mine = (one for one in lists if one.kind is self.sort and one.state in OPEN)
        self.open_list = next(mine, None)
        if self.open_list is None:
            self.shell.client.ask(self._show_due, disposing.due, self.sort)
        else:
            self._fill(self.open_list.items)

    def _show_due(self, items: tuple[Item, ...]) -> None:
        if self.open_list is None:
            self._fill(items)

    def _fill(self, items: tuple[Item, ...]) -> None:
        self.table.show_rows(
            [
                DisposalLine(item.document_id, item, ground_text(item.ground, self._country))
                for item in items
            ]
        )
        self.hint.setText(_state_text(self.open_list, len(items)))
        state = self.open_list.state if self.open_list else None
        allow = self.shell.book.allow
        allow(self, "disposal.next", allowed=bool(items))
        allow(self, "disposal.strike", allowed=state is DisposalState.PROPOSED)
        early = (DisposalState.PROPOSED, DisposalState.SIGNED)
        allow(self, "disposal.drop", allowed=state in early)

    def _say_why(self, record: object) -> None:
        """Say the whole ground of the chosen document, however narrow the window is."""
        line = self.table.row_of(record) if isinstance(record, int) else None
        self.why.setText(line.why if line else "")

    def _go_on(self) -> None:
        """Take the next step: propose, sign, carry out, or finish."""
        one, client = self.open_list, self.shell.client
        if one is None:
            client.do(self._proposed, disposing.propose, self.sort)
        elif one.state is DisposalState.PROPOSED:
            self._ask_sign(one)
        elif one.state is DisposalState.SIGNED:
            self._ask_begin(one)
        else:
            client.do(self._done, disposing.finish, one.id)

    def _proposed(self, one: Disposal) -> None:
        count = len(one.items)
        self.shell.say(many("{n} document proposed", "{n} documents proposed", count))

    def _ask_sign(self, one: Disposal) -> None:
        count = len(one.of(Fate.LISTED))
        title = many("Sign for {n} document?", "Sign for {n} documents?", count)
        question = Question(
            title,
            _("{who} proposed the list. Nothing is destroyed yet.", who=one.proposed_by),
            _("Sign"),
        )
        office = self.shell.client.office
        if office.renewal is not None:
            ask(self, question, partial(self._sign, one, (office.who.name,)))
        else:
            ask_words(self, question, (_("Name of who signs"),), partial(self._sign, one))

    def _sign(self, one: Disposal, words: tuple[str, ...]) -> None:
        self.shell.client.do(self._signed, disposing.sign, one.id, one.version, words[0])

    def _signed(self, one: Disposal) -> None:
        self.shell.say(_("Signed by {who}", who=one.signed_by))

    def _ask_begin(self, one: Disposal) -> None:
        count = len(one.of(Fate.LISTED))
        question = Question(
            many("Destroy {n} document?", "Destroy {n} documents?", count),
            _("Their bytes are overwritten and cannot be brought back. A certificate is filed."),
            _("Destroy"),
        )
        ask(self, question, partial(self._carry_out, one))

    def _carry_out(self, one: Disposal) -> None:
        self.shell.client.do(self._begun, disposing.begin, one.id, one.version)

    def _begun(self, one: Disposal) -> None:
        self.shell.client.do(self._done, disposing.finish, one.id)

    def _done(self, one: Disposal) -> None:
        count = len(one.of(Fate.DESTROYED))
        self.shell.say(
            many(
                "{n} document destroyed; the certificate is filed",
                "{n} documents destroyed; the certificate is filed",
                count,
            )
        )
        self.shell.open("document", one.certificate_id)

    def _ask_strike(self) -> None:
        line = self.table.row_of(self.table.chosen_id() or 0)
        if line is not None and line.item.fate is Fate.LISTED:
            question = Question(
                _("Strike out {document}?", document=line.item.title),
                _("It stays, and comes again on the next list."),
                _("Strike out"),
            )
            ask_words(self, question, (_("Reason"),), partial(self._strike, line.item))

    def _strike(self, item: Item, words: tuple[str, ...]) -> None:
        if (one := self.open_list) is not None:
            args = (one.id, one.version, item.document_id, words[0])
            self.shell.client.do(self._struck, disposing.strike, *args)

    def _struck(self, _one: Disposal) -> None:
        self.shell.say(_("Struck out"))

    def _ask_rules(self) -> None:
        self.shell.client.ask(self._show_rules, disposing.rules)

    def _show_rules(self, rules: DisposalRules) -> None:
        DisposalRulesDialog(self, self.shell, rules).open()

    def _drop(self) -> None:
        if (one := self.open_list) is not None:
            self.shell.client.do(self._dropped, disposing.drop, one.id, one.version)

    def _dropped(self, _one: Disposal) -> None:
        self.shell.say(_("The list was given up; nothing was destroyed"))


def ground_text(ground: Ground | None, country: str) -> str:
    """Return why a document was kept until now, in one sentence."""
    if ground is None:
        return _("No law asks for it.")
    kept = Kept(
        name=ground.name_in(language()),
        country=country,
        years=ground.years,
        is_for_good=ground.clock is Clock.FOREVER,
        begun_on=ground.begun_on,
        until=ground.until,
        law=ground.law,
    )
    return kept_because(kept, say(), formats())


def _state_text(one: Disposal | None, count: int) -> str:
    if one is None:
        due = many(
            "{n} document may be destroyed today.", "{n} documents may be destroyed today.", count
        )
        return due if count else _("Nothing may be destroyed today.")
    match one.state:
        case DisposalState.PROPOSED:
            return _("Proposed by {who}: strike out what stays, then sign.", who=one.proposed_by)
        case DisposalState.SIGNED:
            return _("Signed by {who}: ready to be carried out.", who=one.signed_by)
        case _:
            return _("Under way: the bytes are still to be destroyed.")
