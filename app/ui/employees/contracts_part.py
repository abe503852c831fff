"""The contracts of a person: drafted, signed, replaced and ended; the pay is shown on demand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.employees.contract import Contract, ContractState, Pay
from app.domain.shared.ids import ContractId, EmployeeId
from app.lang.texts import mark
from app.services import contracts
from app.ui.employees.contract_dialogs import EndDialog, SignDialog
from app.ui.employees.words import BASES, KINDS, STATES, day_text, span_text
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

TONES = {
    ContractState.DRAFT: "accent",
    ContractState.SIGNED: "good",
    ContractState.REPLACED: "muted",
    ContractState.ENDED: "muted",
    ContractState.DISCARDED: "muted",
}
COLUMNS: tuple[Column[Contract], ...] = (
    Column(mark("From – to"), lambda row: span_text(row.starts_on, row.ends_on), width=190),
    Column(mark("Kind"), lambda row: _(KINDS[row.kind]), width=130),
    Column(mark("Position"), lambda row: row.position, width=200, is_roomy=True),
    Column(mark("Hours a week"), lambda row: formats().decimal(row.hours), right=True, width=120),
    Column(mark("Probation until"), lambda row: day_text(row.probation_until), width=140),
    Column(mark("Signed on"), lambda row: day_text(row.signed_on), width=120),
    Column(
        mark("Status"),
        lambda row: _(STATES[row.state]),
        width=110,
        tone=lambda row: TONES[row.state],
    ),
)
_VERBS = (
    "contract.show",
    "contract.paper",
    "contract.end",
    "contract.version",
    "contract.sign",
    "contract.new",
)


class ContractsPart(QWidget):
    """Lists the contracts of a person, with what can be done with the chosen one."""

    def __init__(self, shell: Shell, page: QWidget, person: EmployeeId) -> None:
        super().__init__()
        self._shell = shell
        self._page = page
        self._person = person
        self.table: ShortTable[Contract] = ShortTable(_("Contracts"), COLUMNS)
        self.table.give_room("Position")
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._allow)
        self.pay = plain_label("", "text")
        self.verbs: Mapping[str, Callable[[], object]] = {
            "contract.new": partial(shell.open, "contract-new", person),
            "contract.open": self._open_chosen,
            "contract.sign": self._sign,
            "contract.version": self._version,
            "contract.end": self._end,
            "contract.discard": self._discard,
            "contract.show": self._show_pay,
            "contract.paper": self._write_paper,
            "contract.open-paper": self._open_paper,
        }
        self._lay_out()
        lead_to(self, self.table)
        theme().dress(self, controls)

    def ask(self) -> None:
        """Ask for the contracts; a pay that was shown is masked again."""
        self.pay.clear()
        self._shell.client.ask_or(self._show, self._gone, contracts.of, self._person)

    def _lay_out(self) -> None:
        px = theme().px
        line = QHBoxLayout()
        line.addWidget(self.pay)
        line.addStretch(1)
        for name in _VERBS:
            line.addWidget(self._shell.book.button(name, primary=name == _VERBS[-1]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self.table, 1)

    def chosen(self) -> Contract | None:
        """Return the contract on which the cursor stands."""
        record = self.table.chosen_id()
        return None if record is None else self.table.row_of(record)

    def _show(self, found: tuple[Contract, ...]) -> None:
        self.table.show_rows(found[::-1])
        self._allow()

    def _gone(self, error: object) -> None:
        """Show nothing: the page itself tells that the person is gone."""
        self.table.show_rows(())

    def _allow(self, _record: object = None) -> None:
        one = self.chosen()
        self.pay.clear()
        state = one.state if one else None
        is_draft, is_signed = state is ContractState.DRAFT, state is ContractState.SIGNED
        held = (ContractState.SIGNED, ContractState.REPLACED, ContractState.ENDED)
        may = {
            "contract.open": is_draft,
            "contract.sign": is_draft,
            "contract.discard": is_draft,
            "contract.end": is_signed,
            "contract.version": state in held,
            "contract.show": one is not None,
            "contract.paper": is_draft or (one is not None and one.document_id is None),
            "contract.open-paper": one is not None and one.document_id is not None,
        }
        for name, allowed in may.items():
            self._shell.book.allow(self._page, name, allowed=allowed)

    def _open(self, record: object) -> None:
        row = self.table.row_of(record) if isinstance(record, int) else None
        if row is not None and row.state is ContractState.DRAFT:
            self._shell.open("employment-contract", row.id)
        elif row is not None and row.document_id is not None:
            self._shell.open("document", row.document_id)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _write_paper(self) -> None:
        if (one := self.chosen()) is not None:
            self._shell.open("contract-paper", one.id)

    def _open_paper(self) -> None:
        one = self.chosen()
        if one is not None and one.document_id is not None:
            self._shell.open("document", one.document_id)

    def _sign(self) -> None:
        if (one := self.chosen()) is not None:
            SignDialog(self._shell, self, one).open()

    def _end(self) -> None:
        if (one := self.chosen()) is not None:
            EndDialog(self._shell, self, one).open()

    def _version(self) -> None:
        if (one := self.chosen()) is not None:
            self._shell.client.do(self._drafted, contracts.next_version, one.id)

    def _drafted(self, contract: Contract) -> None:
        self._shell.open("employment-contract", contract.id)

    def _discard(self) -> None:
        if (one := self.chosen()) is not None:
            question = Question(
                _("Throw the draft away?"), _("It is kept as discarded."), _("Throw away")
            )
            ask(self, question, partial(self._do_discard, one))

    def _do_discard(self, one: Contract) -> None:
        self._shell.client.do(self._discarded, contracts.discard_draft, one.id, one.version)

    def _discarded(self, _contract: object) -> None:
        self._shell.say(_("Draft discarded"))

    def _show_pay(self) -> None:
        if (one := self.chosen()) is not None:
            shown = partial(self._tell_pay, one.id)
            self._shell.client.do(shown, contracts.show_pay, one.id)

    def _tell_pay(self, contract: ContractId, pay: Pay | None) -> None:
        if self.table.chosen_id() == contract:
            self.pay.setText(pay_text(pay) if pay else _("No pay is agreed"))


def pay_text(pay: Pay) -> str:
    """Return an agreed pay in words."""
    money = formats().money(pay.amount.minor, pay.amount.currency)
    told = f"{money} {_(BASES[pay.basis])}"
    return " · ".join(part for part in (told, pay.grade) if part)
