"""The mail accounts: where mails go out and come in; each can be tried before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.correspondence.mail import MailAccount
from app.domain.correspondence.mail_form import AccountForm, form_of_account
from app.domain.shared.ids import MailAccountId
from app.domain.shared.refusals import OfficeError
from app.services import mail_accounts
from app.services.mail_accounts import SeenAccount
from app.ui.correspondence.account_fields import AccountFields
from app.ui.correspondence.kept_page import ALSO, SAVE
from app.ui.correspondence.trying import Trial
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.history import Deed
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shelf import AWAY, NEW
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _

KIND = "mail-accounts"
TRY = "post.try"


class AccountsPane(ListedForm[MailAccount]):
    """Lists the accounts and edits the chosen one; passwords go to the system's key store."""

    recorded = "mail_account"

    def __init__(self, shell: Shell) -> None:
        strip = Strip(((KIND, _("Mail accounts")),), KIND)
        super().__init__(shell, strip, _("Mail accounts"))
        self.seen: tuple[SeenAccount, ...] = ()
        self._proposed = AccountForm()
        self._typed = ""
        self._is_fresh = True
        self.trial = Trial(shell.client)
        self.bar.add(shell.book.button(AWAY))
        self.bar.add(shell.book.button(TRY))
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self.trial)
        shell.book.offer(
            self,
            {
                NEW: self.begin_new,
                SAVE: self.save,
                ALSO: self.save,
                AWAY: self.turn,
                TRY: self.try_out,
                "list.refresh": self.ask,
            },
        )
        for name, text in ((NEW, _("New")), (SAVE, _("Save")), (ALSO, _("Save"))):
            shell.book.call(self, name, text)
        shell.client.changed.connect(self._news)
        shell.client.ask(self._learn, mail_accounts.proposed)

    def ask(self) -> None:
        self.shell.client.ask(self._show, mail_accounts.all_accounts)

    def lines(self) -> Sequence[tuple[MailAccount, str]]:
        shown = sorted(self.seen, key=lambda one: one.account.is_archived)
        return [(one.account, line_text(one)) for one in shown]

    def make_form(self) -> Form:
        seen = next((one for one in self.seen if one.account == self.chosen), None)
        return AccountFields(seen, self._proposed)

    def show_form(self) -> None:
        super().show_form()
        self.trial.forget()
        is_away = self.chosen is not None and self.chosen.is_archived
        self.shell.book.allow(self, AWAY, allowed=self.chosen is not None)
        self.shell.book.call(self, AWAY, _("Take back") if is_away else _("Put away"))

    def send(self) -> None:
        fields, before, client = self.fields(), self.chosen, self.shell.client
        if fields is None:
            return
        self._typed = fields.password.text()
        if before is None:
            client.do(self._added, mail_accounts.add, fields.value(), refused=self.refused)
        else:
            answer = partial(self._changed, form_of_account(before))
            wanted = (before.id, before.version, fields.value())
            client.do(answer, mail_accounts.change, *wanted, refused=self.refused)

    def try_out(self) -> None:
        """Connect to the servers as they are written, and log in."""
        if (fields := self.fields()) is not None:
            known = self.chosen.id if self.chosen is not None else MailAccountId(0)
            self.trial.begin(fields.value(), fields.password.text(), known, self.refused)

    def turn(self) -> None:
        """Put the chosen account away, or take it back; what it sent and fetched stays."""
        if (before := self.chosen) is not None:
            away = mail_accounts.put_away if not before.is_archived else mail_accounts.take_back
            self.shell.client.do(self._turned, away, before.id, before.version)

    def fields(self) -> AccountFields | None:
        """Return the form that is shown."""
        return self.form if isinstance(self.form, AccountFields) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.turn()
        else:
            super().keyPressEvent(event)

    def _learn(self, proposed: AccountForm) -> None:
        self._proposed = proposed
        self.ask()

    def _show(self, seen: tuple[SeenAccount, ...]) -> None:
        self.seen = seen
        self.fill()
        if not seen and self._is_fresh:
            self._enter_form()
        self._is_fresh = False

    def _news(self, tables: frozenset[str]) -> None:
        if "mail_account" in tables:
            self.ask()

    def _added(self, new: MailAccount) -> None:
        text = _("{name} is added", name=new.name)
        self.shell.did(Deed(text, mail_accounts.put_away, (new.id, new.version), _turned))
        self._keep_password(new)

    def _changed(self, before: AccountForm, after: MailAccount) -> None:
        self.shell.did(changed(before, after))
        self._keep_password(after)

    def _turned(self, after: MailAccount) -> None:
        self.shell.did(_turned(after))
        self.saved(after)

    def _keep_password(self, account: MailAccount) -> None:
        """Keep the password that was typed outside of the office; then the account is whole."""
        password, self._typed = self._typed, ""
        if not password:
            self.saved(account)
            return
        told = (account.id, password)
        tell, answer = mail_accounts.tell_password, partial(self._kept, account)
        self.shell.client.errand_beside(answer, tell, *told, refused=self._not_kept)

    def _kept(self, account: MailAccount, _nothing: None) -> None:
        self.saved(account)
        self.shell.client.changed.emit(frozenset({"mail_account"}))

    def _not_kept(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.ask()


class MailAccountsPage(RecordPage):
    """The mail accounts in a tab."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, 0)
        self.setWindowTitle(_("Mail accounts"))
        self.pane = AccountsPane(shell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        lead_to(self, self.pane)

    @property
    def shown(self) -> tuple[AccountsPane, MailAccountsPage]:
        return (self.pane, self)


def line_text(one: SeenAccount) -> str:
    """Return an account in the list, with what it lacks."""
    name = one.account.name
    if one.account.is_archived:
        return _("{name} (put away)", name=name)
    return _("{name} (password needed)", name=name) if one.asks else name


def changed(before: AccountForm, after: MailAccount) -> Deed:
    """Return that an account was changed: it can be as it was, but for its password."""
    back = partial(changed, form_of_account(after))
    told = (after.id, after.version, before)
    return Deed(_("{name} saved", name=after.name), mail_accounts.change, told, back)


def _turned(after: MailAccount) -> Deed:
    """Return that an account was put away or taken back: it can be as it was."""
    known = (after.id, after.version)
    if after.is_archived:
        text = _("{name} is put away", name=after.name)
        return Deed(text, mail_accounts.take_back, known, _turned)
    text = _("{name} is in use again", name=after.name)
    return Deed(text, mail_accounts.put_away, known, _turned)
