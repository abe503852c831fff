"""A letter by e-mail: from which account, to whom, with which few words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.correspondence.mail import Mail
from app.domain.correspondence.mail_form import MailForm
from app.domain.shared.ids import MailAccountId
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import letter_mails
from app.services.letter_mails import ReadyMail
from app.ui.kit.addressed import Addressed, Addressing
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_LINES = 10
_WIDE, _HIGH, _LEAST = 640, 560, 48
"""How large the dialog begins where the screen has room for it, and the lowest message."""
_TALLEST = 16_777_215
"""Qt's own word for as high as there is room."""


class MailingOutDialog(Dialog):
    """Asks how a letter goes out by e-mail; Ctrl+Enter or the button puts it into the outbox."""

    def __init__(
        self, parent: QWidget, shell: Shell, mail: ReadyMail, sent: Callable[[Mail], object]
    ) -> None:
        text = _("The frozen paper is attached. That it left is noted once the server took it.")
        title = _("Send {number} by e-mail", number=mail.number)
        super().__init__(parent, title, text, "mail-forward")
        self.setMinimumWidth(theme().px(_WIDE))
        self._shell = shell
        self._mail = mail
        self._sent = sent
        accounts = [(one.id, f"{one.name} – {one.address}") for one in mail.accounts]
        self.account: ChoiceEdit[MailAccountId] = ChoiceEdit(accounts)
        self.to, self.subject, self.words = TextEdit(), TextEdit(), MultiLine(_LINES)
        names = [(one.shortcut, _cover_name(one.shortcut)) for one in mail.covers]
        self.cover: ChoiceEdit[str] = ChoiceEdit(names)
        self.form = Form()
        for path, name, editor, columns in (
            ("account_id", _("Sender"), self.account, 6),
            ("cover", _("Covering text"), self.cover, 6),
            ("to", _("Receivers"), self.to, 6),
            ("subject", _("Subject"), self.subject, 6),
            ("text", _("Message"), self.words, 12),
        ):
            self.form.add(path, name, editor, columns=columns)
        self.form.chain()
        self.form.submitted.connect(self._take)
        self.add_field(self.form)
        self.words.setMinimumHeight(theme().px(_LEAST))
        self.words.setMaximumHeight(_TALLEST)
        Addressing(self, lambda: Addressed(mail.form.contact_id))
        self._fill(mail.form)
        self.cover.currentIndexChanged.connect(self._take_cover)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.send_button = self.add_button(_("Put into the outbox"), self._take, primary=True)
        (self.to if not mail.form.to else self.words).setFocus()
        room = self.screen().availableSize().height() - theme().px(_LEAST)
        self.resize(theme().px(_WIDE), min(theme().px(_HIGH), room))

    def value(self) -> MailForm:
        """Return the mail as it is written."""
        return replace(
            self._mail.form,
            account_id=self.account.value(),
            to=(self.to.value(),) if self.to.value() else (),
            subject=self.subject.value(),
            text=self.words.toPlainText(),
        )

    def _fill(self, form: MailForm) -> None:
        if form.account_id is not None:
            self.account.put(form.account_id)
        self.to.put(", ".join(form.to))
        self.subject.put(form.subject)
        self.words.put(form.text)

    def _take_cover(self, _index: int = 0) -> None:
        chosen = self.cover.value()
        self.words.put(next(one.text for one in self._mail.covers if one.shortcut == chosen))

    def _take(self) -> None:
        self.form.show_problems(())
        self.send_button.setEnabled(False)
        client = self._shell.client
        client.do(self._taken, letter_mails.send, self.value(), refused=self._refused)

    def _taken(self, mail: Mail) -> None:
        self.accept()
        self._sent(mail)

    def _refused(self, error: OfficeError) -> None:
        """Say at the fields what is wrong, so that nothing that was written is lost."""
        self.send_button.setEnabled(True)
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems, focus=True)
        else:
            self._shell.refuse(error)


def _cover_name(shortcut: str) -> str:
    return f"::{shortcut}" if shortcut else _("The usual words")
