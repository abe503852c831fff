"""The dialog of the rules: what a second pair of eyes is asked for, and from which amount on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.admin.approvals import RULES_RECORD, PairRule
from app.domain.admin.company import Company
from app.domain.admin.users import SecondPair
from app.domain.shared.money import money
from app.domain.shared.refusals import Conflict, Invalid, OfficeError
from app.services import admin, second_pairs
from app.ui.admin.approval_words import TOLD, WHATS
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import MoneyEdit
from app.ui.kit.form import Form
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.unread import unread

_WIDE = 680
AMOUNT = f"least.{SecondPair.AMOUNT.value}"


class SecondPairsDialog(Dialog):
    """Asks, line by line, for what another person has to look first."""

    def __init__(self, shell: Shell, parent: QWidget, rules: tuple[PairRule, ...]) -> None:
        text = _(
            "It is then not done at once, but waits under Approvals until another user who may do "
            "it approves it. Who asked never approves."
        )
        super().__init__(parent, _("What needs a second person"), text, "eye")
        self.setMinimumWidth(theme().px(_WIDE))
        self._shell = shell
        self._before = rules
        self._currency = ""
        self.form = Form()
        self.asked: dict[SecondPair, CheckEdit] = {}
        self.least = MoneyEdit("")
        self.form.submitted.connect(self.send)
        writing = Writing(self.form, self._reread, self.send, (RULES_RECORD,))
        self.standoff = settling(shell, self, writing)
        self.add_field(self.standoff.line)
        self.add_field(self.form)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Keep"), self.send, primary=True)
        shell.client.ask(self._put_fields, admin.company)

    def send(self) -> None:
        """Keep the rules."""
        if self.standoff.is_open:
            self.standoff.ask()
            return
        found = tuple(unread(self.form))
        self.form.show_problems(found, focus=bool(found))
        if not found:
            told = (self._before, self.wanted())
            self._shell.client.do(self._kept, second_pairs.write, *told, refused=self._refused)

    def wanted(self) -> tuple[PairRule, ...]:
        """Return the rules as the form says."""
        least = self.least.value()
        amount = None if least is None else money(least, self._currency)
        return tuple(
            PairRule(what, amount if what is SecondPair.AMOUNT else None)
            for what, box in self.asked.items()
            if box.value()
        )

    def _put_fields(self, company: Company) -> None:
        self._currency = company.currency
        for what in SecondPair:
            box = self.asked[what] = CheckEdit(_(WHATS[what]))
            self.form.add(f"what.{what.value}", "", box, columns=6, help_text=_(TOLD[what]))
            self.form.cell(f"what.{what.value}").label.hide()
        self.least = MoneyEdit(self._currency)
        title = _("From this amount on (empty: only above limits of users)")
        self.form.add(AMOUNT, title, self.least, columns=12)
        self.form.chain()
        self._show(self._before)
        next(iter(self.asked.values())).setFocus()
        self.fit()

    def _show(self, rules: tuple[PairRule, ...]) -> None:
        """Show the rules as they are."""
        self._before = rules
        found = {one.what: one.least for one in rules}
        for what, box in self.asked.items():
            box.put(what in found)
        least = found.get(SecondPair.AMOUNT)
        self.least.put(least.amount if least is not None else None)
        self.form.call_clean()
        self.standoff.opened(1)

    def _reread(self) -> None:
        self._shell.client.ask_or(self._show, self.standoff.lost, second_pairs.rules)

    def _kept(self, _rules: tuple[PairRule, ...]) -> None:
        self.accept()

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems, focus=True)
        elif isinstance(error, Conflict):
            self.standoff.meet()
        else:
            self.reject()
            self._shell.refuse(error)


def ask_rules(shell: Shell, parent: QWidget, rules: tuple[PairRule, ...]) -> None:
    """Ask what needs a second pair of eyes."""
    SecondPairsDialog(shell, parent, rules).open()
