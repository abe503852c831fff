"""The editor of an account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.domain.accounting.chart import Account, Chart, check_account
from app.domain.accounting.entries import AccountForm, form_of
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import AccountId
from app.domain.shared.problems import Problem
from app.services import accounts
from app.services.accounts import FORM, Opened
from app.ui.accounting import deeds
from app.ui.accounting.account_form import AccountFields, empty
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class AccountEditor(FormPage):
    """Writes one account of the chart."""

    recorded = "account"

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, FORM, record, "account.save")
        self._opened: Opened | None = None
        self.fields: AccountFields | None = None
        self.reread()

    @property
    def account_id(self) -> AccountId | None:
        """The account that is edited, or none yet."""
        return None if self.record is None else AccountId(self.record)

    def reread(self) -> None:
        asked = (self.account_id, self.shell.held(FORM))
        self.shell.client.ask_or(self._begin, self._gone, accounts.opened, *asked)

    def content(self) -> AccountForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        opened = self._opened
        assert opened is not None
        account = self.content().as_account(self.account_id or AccountId(0), 1)
        lines = {line.code: line for line in opened.reports}
        chart = Chart(opened.chart, frozenset(one.code for one in opened.vat), lines)
        settled = opened.account.kind if opened.account and opened.has_postings else None
        return self.placed(check_account(account, chart, settled))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        return [replace(one, field=self.fields.at_its_field(one)) for one in problems]

    def send(self) -> None:
        assert self._opened is not None
        client, before = self.shell.client, self._opened.account
        if before is None:
            new = (self.content(), AccountId(self.entity))
            client.do(self._saved, accounts.add, *new, refused=self.refused)
        else:
            known = (before.id, before.version)
            client.do(self._saved, accounts.change, *known, self.content(), refused=self.refused)

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        self.fields = AccountFields(opened, self.shell.today())
        account = opened.account
        form = form_of(account) if account else empty()
        self.fields.put(form)
        self.begin(self.fields, account.version if account else 0)
        self.titled.emit(deeds.named(account) if account else _("New account"))
        typed = typed_in(AccountForm, self._taken(opened.draft))
        if typed is not None and typed != self.content():
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, form))
        lead_to(self, self.fields.number)
        self.fields.number.setFocus()

    def _saved(self, account: Account) -> None:
        before = self._opened.account if self._opened else None
        self.done(account.id, deeds.changed(before, account) if before else deeds.added(account))
