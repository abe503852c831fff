"""One's own data: what the office may know, what is private, and what one asked to have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.employees.employee import Private
from app.domain.employees.own_changes import ChangeState, OwnChange, details_of
from app.services import own, own_changes
from app.services.own import OwnFile
from app.ui.employees.facts import Fact, FactGrid, facts_of, private_facts
from app.ui.employees.own.locked import locked_text
from app.ui.employees.own.wish_page import WishPage
from app.ui.employees.own.wish_words import WISHES
from app.ui.employees.pay_run_words import money_text
from app.ui.employees.words import BASES
from app.ui.kit.focus import enter, lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

VERBS = ("own.withdraw", "own.ask", "own.back", "own.send")
MAIN = ("own.ask", "own.send")
_TABLES = frozenset({"employee", "employee_record", "contract", "own_change", "department"})


class OwnFilePage(QWidget):
    """Shows what is known of the person; what is wrong the person asks to have changed."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.file: OwnFile | None = None
        self.form: WishPage | None = None
        self.bar = PageBar("", shell.book)
        self.verbs = {one: shell.book.button(one, primary=one in MAIN) for one in VERBS}
        for button in self.verbs.values():
            self.bar.add(button)
        self.stack = QStackedWidget()
        self.bar.lead(strip)
        self.facts, self.private = FactGrid(), FactGrid()
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.wishes: ShortTable[OwnChange] = ShortTable(_("What you asked to have changed"), WISHES)
        self.wishes.give_room("What")
        self._lay_out()
        ways = {"own.ask": self._ask, "own.withdraw": self._withdraw}
        shell.book.offer(self, {**ways, "own.send": self._send, "own.back": self._back})
        self._allow_form(is_form=False)
        shell.book.call(self, "own.ask", _("Ask for a change…"))
        self.wishes.chosen.connect(self._allow)
        shell.client.changed.connect(self._news)
        lead_to(self, self.wishes)
        self.ask()

    def ask(self) -> None:
        """Ask what is known now."""
        self.shell.client.ask(self._show, own.file)
        self.shell.client.ask(self._show_wishes, own_changes.mine)

    def _lay_out(self) -> None:
        px = theme().px
        inside = QWidget()
        facts = QVBoxLayout(inside)
        facts.setContentsMargins(px(12), px(12), px(12), px(12))
        facts.setSpacing(px(12))
        for part in (
            self.facts,
            plain_label(_("Private"), "heading"),
            self.told,
            self.private,
        ):
            facts.addWidget(part)
        facts.addStretch(1)
        theme().dress(inside, controls)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(Scrolled(inside))
        parts.addWidget(self.wishes)
        parts.setSizes([px(420), px(160)])
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(8), px(24), px(8))
        column.setSpacing(px(8))
        column.addWidget(self.bar)
        self.stack.addWidget(parts)
        column.addWidget(self.stack, 1)

    def _show(self, file: OwnFile) -> None:
        self.file = file
        record = file.seen.record
        self.facts.show_facts((*facts_of(file.seen), *_pay(file)))
        self.told.setText(
            _("Seen by you and the personnel office. Is something wrong? Ask for a change.")
            if file.seen.may_show
            else locked_text()
        )
        private = replace(record.private or Private(), note="")
        self.private.show_facts(private_facts(private, file.seen.country))

    def _show_wishes(self, found: Sequence[OwnChange]) -> None:
        self.wishes.show_rows(found)
        self._allow(None)

    def _allow(self, _record: object) -> None:
        row = self._row()
        allowed = row is not None and row.state is ChangeState.ASKED
        self.shell.book.allow(self, "own.withdraw", allowed=allowed)

    def _row(self) -> OwnChange | None:
        chosen = self.wishes.chosen_id()
        return None if chosen is None else self.wishes.row_of(chosen)

    def _ask(self) -> None:
        """Turn to the form of what is to be changed."""
        if self.file is None or self.form is not None:
            return
        details = details_of(self.file.seen.record.private or Private())
        self.form = WishPage(self.shell, details, self.file.seen.country)
        self.form.sent.connect(self._back)
        self.stack.addWidget(self.form)
        self.stack.setCurrentWidget(self.form)
        self._allow_form(is_form=True)
        lead_to(self, self.form)
        enter(self.form)

    def _send(self) -> None:
        if self.form is not None:
            self.form.send()

    def _back(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self.stack.removeWidget(form)
            form.deleteLater()
        self._allow_form(is_form=False)
        lead_to(self, self.wishes)
        enter(self.wishes)

    def _allow_form(self, *, is_form: bool) -> None:
        for name in ("own.send", "own.back"):
            self.shell.book.allow(self, name, allowed=is_form)
        self.shell.book.allow(self, "own.ask", allowed=not is_form)
        for name, button in self.verbs.items():
            button.setVisible(is_form is (name in {"own.back", "own.send"}))

    def _withdraw(self) -> None:
        if (row := self._row()) is not None:
            self.shell.client.do(self._withdrawn, own_changes.withdraw, row.id, row.version)

    def _withdrawn(self, _change: object) -> None:
        self.shell.say(_("The request is withdrawn"))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()


def _pay(file: OwnFile) -> Iterator[Fact]:
    contract = file.seen.contract
    if contract is not None and contract.pay is not None:
        yield _("Agreed pay"), f"{money_text(contract.pay.amount)} {_(BASES[contract.pay.basis])}"
