"""A letter by e-mail: from which account, to whom, with which few words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.correspondence.mail import Mail
from app.domain.correspondence.mail_form import MailForm
from app.domain.shared.ids import MailAccountId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import letter_mails
from app.services.letter_mails import ReadyMail
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import Editor, MultiLine
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_LINES, _WIDE = 10, 560


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
        self.note = plain_label("", "bad")
        for name, editor in (
            (_("Sender"), self.account),
            (_("Receivers"), self.to),
            (_("Subject"), self.subject),
            (_("Covering text"), self.cover),
            (_("Message"), self.words),
        ):
            self._put(name, editor)
        self.note.hide()
        self.add_field(self.note)
        self.words.setFixedHeight(theme().px(18) * _LINES + theme().px(20))
        self._fill(mail.form)
        self.cover.currentIndexChanged.connect(self._take_cover)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.send_button = self.add_button(_("Put into the outbox"), self._take, primary=True)
        (self.to if not mail.form.to else self.words).setFocus()

    def value(self) -> MailForm:
        """Return the mail as it is written."""
        return replace(
            self._mail.form,
            account_id=self.account.value(),
            to=(self.to.value(),) if self.to.value() else (),
            subject=self.subject.value(),
            text=self.words.toPlainText(),
        )

    def _put(self, name: str, editor: Editor) -> None:
        editor.setAccessibleName(name)
        self.add_field(plain_label(name, "muted"))
        self.add_field(editor)

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
        self.note.hide()
        self.send_button.setEnabled(False)
        client = self._shell.client
        client.do(self._taken, letter_mails.send, self.value(), refused=self._refused)

    def _taken(self, mail: Mail) -> None:
        self.accept()
        self._sent(mail)

    def _refused(self, error: OfficeError) -> None:
        """Say under the fields what is wrong, so that nothing that was written is lost."""
        self.send_button.setEnabled(True)
        if isinstance(error, Invalid):
            self._tell(tuple(one for one in error.problems if not one.is_warning))
        else:
            self._shell.refuse(error)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        self.note.setText("\n".join(problem_text(one) for one in problems))
        self.note.show()


def _cover_name(shortcut: str) -> str:
    return f"::{shortcut}" if shortcut else _("The usual words")
