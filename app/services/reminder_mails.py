"""Reminders by e-mail: the frozen paper goes into the outbox with a few words, and only once."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.correspondence.mail_form import MailForm
from app.domain.reminders.run import Reminder, Way
from app.domain.shared.ids import MailAccountId
from app.lang.texts import mark, say_in
from app.services import outbox
from app.services.office import Desk
from app.services.reminder_sending import Sender

SUBJECTS = {
    1: mark("Reminder {number}"),
    2: mark("Second reminder {number}"),
    3: mark("Last reminder {number}"),
}


class ReminderMails:
    """Puts issued reminders into the outbox, and notes which bytes left with them."""

    def __init__(self, desk: Desk, account_id: MailAccountId) -> None:
        self._desk = desk
        self._account_id = account_id
        self._company = desk.store.company.get()

    def post(self, letters: Sequence[Reminder]) -> None:
        """Put letters into the outbox, each to the address that it was planned for."""
        sender = Sender(self._desk)
        for letter in letters:
            mail = outbox.write(self._desk, self.form(letter))
            outbox.queue(self._desk, mail.id)
            sender.note(letter, Way.EMAIL, letter.email)

    def form(self, letter: Reminder) -> MailForm:
        """Return the mail by which a reminder goes out, with its paper attached."""
        assert letter.document_id is not None
        say = say_in(letter.language)
        subject = say(SUBJECTS[letter.level], number=letter.number)
        told = say("Please find attached our reminder {number}.", number=letter.number)
        lines = (say("Good day,"), "", told, "", say("Kind regards"), self._company.name)
        return MailForm(
            account_id=self._account_id,
            to=(letter.email,),
            subject=subject,
            text="\n".join(lines) + "\n",
            documents=(letter.document_id,),
            contact_id=letter.contact_id,
        )
