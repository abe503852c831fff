"""The fields of a mail that we write, with its words under them."""

from __future__ import annotations

from dataclasses import replace

from app.domain.correspondence.mail import MailAccount
from app.domain.correspondence.mail_form import MailForm
from app.domain.shared.ids import MailAccountId
from app.services.mail_forms import OpenedMail, Receiver
from app.ui.correspondence.addresses import AddressLine
from app.ui.correspondence.enclosing import Enclosures
from app.ui.kit.addressed import Addressed, Addressing
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_TALL = 340
_NO_LIMIT = 16_777_215


class MailWords(MultiLine):
    """The words of a mail, as they are typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumHeight(_NO_LIMIT)
        self.setMinimumHeight(theme().px(_TALL))

    def value(self) -> str:
        return self.toPlainText()


class MailFields(Form):
    """What is written of a mail; who gets a blind copy and what goes along stand below."""

    def __init__(self, shell: Shell, opened: OpenedMail) -> None:
        super().__init__()
        self._held = opened.form
        client = shell.client
        self.account = ChoiceEdit(_choices(opened.accounts))
        self.to, self.cc, self.bcc = (AddressLine(client) for _line in range(3))
        self.subject = TextEdit()
        self.words = MailWords()
        self.enclosures = Enclosures(shell)
        Addressing(self, lambda: Addressed(self._held.contact_id))
        self._lay_out()
        self.to.found.connect(self._know)
        self.enclosures.edited.connect(self._typed)

    def put(self, form: MailForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self._held = form
        self.account.put(form.account_id)
        self.to.put_addresses(form.to)
        self.cc.put_addresses(form.cc)
        self.bcc.put_addresses(form.bcc)
        self.subject.put(form.subject)
        self.words.put(form.text)
        self.enclosures.put(form.documents)
        self.call_clean()

    def value(self) -> MailForm:
        """Return what stands in the fields."""
        return replace(
            self._held,
            account_id=self.account.value(),
            to=self.to.addresses(),
            cc=self.cc.addresses(),
            bcc=self.bcc.addresses(),
            subject=self.subject.value(),
            text=self.words.value(),
            documents=self.enclosures.value(),
        )

    def begin(self) -> AddressLine | TextEdit | MailWords:
        """Return where writing begins: at who gets it, at what it is about, or at the words."""
        if not self._held.to:
            return self.to
        return self.words if self._held.subject else self.subject

    def _know(self, receiver: Receiver) -> None:
        """Let the mail belong to the first contact that gets it."""
        if self._held.contact_id is None:
            self._held = replace(self._held, contact_id=receiver.id)

    def _lay_out(self) -> None:
        self.add("account_id", _("Sender"), self.account, columns=6)
        self.add("to", _("Receivers"), self.to, columns=6)
        self.add("cc", _("Copy to"), self.cc, columns=6)
        self.add("bcc", _("Blind copy to"), self.bcc, columns=6)
        self.add("subject", _("Subject"), self.subject, columns=12)
        self.add("text", _("Message"), self.words, columns=12)
        self.place(self.enclosures)


def _choices(
    accounts: tuple[MailAccount, ...],
) -> list[tuple[MailAccountId | None, str]]:
    if not accounts:
        return [(None, _("No mail account yet"))]
    return [(one.id, f"{one.name} – {one.address}") for one in accounts]
