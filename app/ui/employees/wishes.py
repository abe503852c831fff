"""What a person asked to have changed, as the personnel office answers it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.employees.own_changes import OwnChange
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import OfficeError
from app.services import own_changes
from app.ui.employees.facts import FactGrid
from app.ui.employees.own.wish_words import sides_of
from app.ui.employees.telling import refusal_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import DateEdit, TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, country, formats


class WishDialog(Dialog):
    """Shows each part as it is and as it is to be; accepting changes it, refusing says why."""

    def __init__(self, shell: Shell, parent: QWidget, change: OwnChange) -> None:
        asked = change.asked
        at = formats().instant(change.asked_at)
        note = asked.note if asked is not None else ""
        text = "\n".join(part for part in (_("Asked on {at}", at=at), note) if part)
        super().__init__(parent, _("Change asked for"), text, "user-check")
        self.drafted_of = change.id
        self.shell = shell
        self._change = change
        self.facts = FactGrid()
        if asked is not None:
            self.facts.show_facts(
                line
                for name, before, after in sides_of(asked, country())
                for line in ((name, before or "–"), (_("is to be"), after or "–"))
            )
        self.since = DateEdit(shell.today)
        self.since.put(shell.today())
        self.answer = TextEdit()
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.add_field(self.facts)
        self.add_labelled(_("Holds from the day"), self.since)
        self.add_labelled(_("Answer, where it is refused"), self.answer)
        self.add_field(self.wrong)
        for name, done in ((_("Cancel"), self.reject), (_("Refuse"), self.refuse)):
            self.add_button(name, done, primary=False).setAutoDefault(False)
        self.add_button(_("Accept"), self.take, primary=True)

    def take(self) -> None:
        """Change what was asked for."""
        known = (self._change.id, self._change.version, self.since.value())
        done = partial(self._done, _("Changed as it was asked for"))
        self.shell.client.do(done, own_changes.accept, *known, refused=self._refused)

    def refuse(self) -> None:
        """Refuse it, and say why."""
        known = (self._change.id, self._change.version, self.answer.value())
        done = partial(self._done, _("Refused; the person reads why"))
        self.shell.client.do(done, own_changes.refuse, *known, refused=self._refused)

    def _done(self, text: str, _change: object) -> None:
        self.accept()
        self.shell.say(text)

    def _refused(self, error: OfficeError) -> None:
        self.wrong.setText(refusal_text(error))
        self.wrong.show()


def answer_wishes(shell: Shell, parent: QWidget, person: EmployeeId) -> None:
    """Show the oldest change that a person asked for and that waits for an answer."""
    shell.client.do(partial(_open, shell, parent), own_changes.show, person)


def _open(shell: Shell, parent: QWidget, found: tuple[OwnChange, ...]) -> None:
    if found:
        WishDialog(shell, parent, found[0]).open()
    else:
        shell.say(_("Nothing is asked to be changed"))
