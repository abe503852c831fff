"""How the letters of a mailing leave by e-mail: from which account, with which covering text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.correspondence.mail import MailAccount
from app.domain.correspondence.template import Snippet
from app.domain.shared.ids import MailAccountId
from app.services import mail_accounts, snippets
from app.services.mail_accounts import SeenAccount
from app.services.merge_mails import ByMail
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many


class RunWayDialog(Dialog):
    """Asks before mails leave: they do so by themselves once the letters are issued."""

    def __init__(
        self, parent: QWidget, count: int, accounts: Sequence[MailAccount], covers: Sequence[str]
    ) -> None:
        title = many("Issue {n} letter and send by e-mail?", "Issue {n} letters by e-mail?", count)
        text = _("Each letter goes into the outbox with its own paper, and leaves by itself.")
        super().__init__(parent, title, text, "mail-forward")
        named = [(one.id, f"{one.name} – {one.address}") for one in accounts]
        self.account: ChoiceEdit[MailAccountId] = ChoiceEdit(named)
        usual = ("", _("The usual words"))
        self.cover: ChoiceEdit[str] = ChoiceEdit([usual, *((one, f"::{one}") for one in covers)])
        for name, editor in ((_("Sender"), self.account), (_("Covering text"), self.cover)):
            editor.setAccessibleName(name)
            self.add_field(plain_label(name, "muted"))
            self.add_field(editor)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Issue all letters"), self.accept, primary=True)

    def value(self) -> ByMail:
        """Return what was chosen."""
        return ByMail(self.account.value(), self.cover.value())


class RunWay:
    """Reads what there is to choose from, then asks; without an account it leads to them."""

    def __init__(
        self, shell: Shell, page: QWidget, count: int, answer: Callable[[ByMail], object]
    ) -> None:
        self._shell = shell
        self._page = page
        self._count = count
        self._answer = answer

    def ask(self) -> None:
        """Ask for the accounts, then for the snippets."""
        self._shell.client.ask_each(self._know_accounts, mail_accounts.all_accounts)

    def _know_accounts(self, seen: tuple[SeenAccount, ...]) -> None:
        accounts = [one.account for one in seen if not one.account.is_archived]
        if not accounts:
            self._shell.open("mail-accounts")
            self._shell.say(_("Write your mail account first, then issue the letters"))
            return
        self._shell.client.ask_each(partial(self._open, accounts), snippets.snippets)

    def _open(self, accounts: Sequence[MailAccount], kept: Sequence[Snippet]) -> None:
        covers = [one.shortcut for one in kept]
        dialog = RunWayDialog(self._page, self._count, accounts, covers)
        dialog.accepted.connect(partial(self._take, dialog))
        dialog.open()

    def _take(self, dialog: RunWayDialog) -> None:
        self._answer(dialog.value())
