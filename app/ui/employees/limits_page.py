"""The limits of expenses: how much the office pays before somebody has to say why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.expenses.expense import ExpenseKind
from app.domain.expenses.policy import ExpenseLimit, Per
from app.domain.shared.ids import AccountId, ExpenseRuleId
from app.domain.shared.money import Money, money
from app.lang.texts import mark
from app.services import expense_limits
from app.services.expense_limits import LimitsSeen
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

ANY = "any"
PERS = {
    Per.LINE: mark("One expense"),
    Per.DAY: mark("All of a day"),
    Per.CLAIM: mark("All of a claim"),
}
KINDS = {
    ExpenseKind.RECEIPT: mark("Receipts"),
    ExpenseKind.MILEAGE: mark("Kilometres"),
    ExpenseKind.PER_DIEM: mark("Days away"),
}


class LimitsPage(ListedForm[ExpenseLimit]):
    """Lists the limits; who goes over one says why, and nobody is kept from claiming."""

    recorded = "expense-limit"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._seen = LimitsSeen((), (), "EUR", "en")
        super().__init__(shell, strip, _("Limits of expenses"))
        shell.book.offer(self, {"employee.new": self.begin_new})
        shell.book.call(self, "employee.new", _("New limit"))
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, expense_limits.seen)

    def lines(self) -> Sequence[tuple[ExpenseLimit, str]]:
        return [(one, _listed(one)) for one in self._seen.limits]

    def make_form(self) -> Form:
        one, form, seen = self.chosen, Form(), self._seen
        self.name, self.valid_from = TextEdit(), DateEdit(self.shell.today)
        self.most, self.closed = MoneyEdit(seen.currency), CheckEdit(_("Put away"))
        self.per = ChoiceEdit([(each, _(text)) for each, text in PERS.items()])
        kinds = [(each.value, _(text)) for each, text in KINDS.items()]
        self.kind = ChoiceEdit([(ANY, _("Any kind")), *kinds])
        accounts = [
            (each.id, f"{each.number} {each.name_in(seen.language)}") for each in seen.accounts
        ]
        self.account = ChoiceEdit([(AccountId(0), _("Any account")), *accounts])
        self.name.put(one.name if one else "")
        self.valid_from.put(one.valid_from if one else self.shell.today())
        self.most.put(one.most.amount if one else None)
        self.per.put(one.per if one else Per.LINE)
        self.kind.put(one.kind.value if one and one.kind else ANY)
        self.account.put((one.account_id if one else None) or AccountId(0))
        self.closed.put(bool(one and one.is_closed))
        form.add("name", _("Name"), self.name, columns=6)
        form.add("most", _("At most"), self.most, columns=3)
        form.add("per", _("For"), self.per, columns=3)
        form.add("kind", _("Kind of expense"), self.kind, columns=4)
        form.add("account_id", _("Account"), self.account, columns=5)
        form.add("valid_from", _("From the day"), self.valid_from, columns=3)
        form.add("is_closed", "", self.closed, columns=4)
        return form

    def send(self) -> None:
        command = expense_limits.change if self.chosen else expense_limits.write
        self.shell.client.do(self.saved, command, self.written(), refused=self.refused)

    def written(self) -> ExpenseLimit:
        """Return the limit as the form says it is."""
        currency = self._seen.currency
        before = self.chosen or ExpenseLimit(ExpenseRuleId(0), 1, "", None, Money(0, currency))
        kind, account, most = self.kind.value(), self.account.value(), self.most.value()
        return replace(
            before,
            name=self.name.value(),
            valid_from=self.valid_from.value(),
            most=Money(0, currency) if most is None else money(most, currency),
            per=self.per.value(),
            kind=None if kind == ANY else ExpenseKind(kind),
            account_id=account or None,
            is_closed=self.closed.value(),
        )

    def _show(self, seen: LimitsSeen) -> None:
        self._seen = seen
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"expense_limit", "account"}:
            self.ask()


def _listed(one: ExpenseLimit) -> str:
    most = formats().money(one.most.minor, one.most.currency)
    away = _("put away")
    return f"{one.name} · {most}" + (f" ({away})" if one.is_closed else "")
