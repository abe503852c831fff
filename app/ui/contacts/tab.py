"""The contacts tab: the list, and the card of the chosen one."""

from __future__ import annotations

from functools import partial

from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId
from app.services import contacts, exports, vat_answers
from app.ui.contacts.card import ContactCard
from app.ui.contacts.listing import LISTING
from app.ui.contacts.personal import copy_data, erase_person
from app.ui.contacts.vat_dialog import ask_vat_answer
from app.ui.kit.keeping_list import Keeping, KeepingList
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.shell import Shell
from app.ui.kit.texts import many
from app.ui.kit.theme import theme


class ContactsTab(KeepingList[ContactRow]):
    """Lists contacts."""

    def __init__(self, shell: Shell) -> None:
        keeping = Keeping(contacts.put_away, contacts.take_back, exports.contacts, _went, _came)
        super().__init__(shell, LISTING, "contact", keeping)
        self.card = ContactCard(shell)
        beside = Scrolled(self.card)
        beside.setMinimumWidth(self.card.minimumWidth())
        self.show_card(beside, self.card)
        self.splitter.setSizes([theme().px(610), theme().px(390)])
        shell.book.offer(
            self,
            {
                "contact.mail": self._write,
                "contact.statement": self._show_statement,
                "contact.vies": self._ask_proof,
                "contact.copy-data": self._copy_data,
                "contact.erase": self._erase,
            },
        )

    def _copy_data(self) -> None:
        """Write all that is kept of the chosen contact to a file."""
        contact = self.table.chosen_id()
        if contact is not None:
            copy_data(self.shell, self, ContactId(contact))

    def _erase(self) -> None:
        """Erase the chosen person, after the plan was read."""
        contact = self.table.chosen_id()
        if contact is not None:
            erase_person(self.shell, self, ContactId(contact))

    def _show_statement(self) -> None:
        """Show the statement of account of the chosen contact."""
        contact = self.table.chosen_id()
        if contact is not None:
            self.shell.open("statement", contact)

    def _ask_proof(self) -> None:
        """Ask what VIES answered about the chosen contact."""
        contact = self.table.chosen_id()
        if contact is not None:
            answer = partial(ask_vat_answer, self, self.shell)
            self.shell.client.ask(answer, vat_answers.proven, ContactId(contact))

    def _write(self) -> None:
        """Write a mail to the chosen contact."""
        contact = self.table.chosen_id()
        if contact is not None:
            self.shell.open("mail-to", contact)


def _went(count: int) -> str:
    return many("{n} contact put away", "{n} contacts put away", count)


def _came(count: int) -> str:
    return many("{n} contact taken back", "{n} contacts taken back", count)
