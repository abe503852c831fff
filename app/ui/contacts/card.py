"""The card beside the list: who the chosen contact is, how to reach it, and what happened."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.contacts.contact import Contact
from app.domain.contacts.timeline import Event, Happening
from app.domain.shared.ids import ContactId
from app.domain.shared.refusals import NotFound, OfficeError
from app.services import contacts, open_items
from app.services.contacts import Seen
from app.services.open_items import Account
from app.ui.contacts.facts import account_text, event_text, facts_of
from app.ui.contacts.listing import ROLES
from app.ui.kit.attached import Attached
from app.ui.kit.hit_list import HitList
from app.ui.kit.labels import plain_label
from app.ui.kit.remarks import Remarks
from app.ui.kit.scrolling import Snug
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

RECORDS = {
    Happening.INVOICE_DRAFTED: "invoice",
    Happening.INVOICE_ISSUED: "invoice",
    Happening.REMINDED: "reminder",
    Happening.QUOTE_DRAFTED: "quote",
    Happening.QUOTE_SENT: "quote",
    Happening.ORDER_DRAFTED: "order",
    Happening.ORDER_CONFIRMED: "order",
    Happening.PAPER_FILED: "document",
    Happening.DELIVERED: "delivery",
    Happening.RETURNED: "goods-return",
    Happening.PLAN_BEGUN: "plan",
    Happening.PAID: "payment",
    Happening.PAID_BACK: "payment",
    Happening.PAYMENT_REVERSED: "payment",
    Happening.LETTER_RECEIVED: "letter-in",
    Happening.LETTER_DRAFTED: "letter-out",
    Happening.LETTER_ISSUED: "letter-out",
    Happening.LETTER_VOIDED: "letter-out",
    Happening.MAIL_RECEIVED: "mail",
    Happening.MAIL_WRITTEN: "mail",
    Happening.MAIL_SENT: "mail",
    Happening.NOTED: "note",
    Happening.CALLED: "note",
}
"""What opens when a line of what happened is picked."""
_NARROWEST = 210
_EVENT = Qt.ItemDataRole.UserRole


class ContactCard(QFrame):
    """Shows one contact; it follows the cursor of the list."""

    tables = frozenset(
        {
            "contact",
            "invoice",
            "letter_in",
            "letter_out",
            "letter_thread_link",
            "mail",
            "note",
            "recurring_plan",
            "sales_order",
            "delivery",
            "goods_return",
        }
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._country = ""
        self._contact: ContactId | None = None
        self._account: tuple[ContactId, Account] | None = None
        self.name = plain_label(role="heading")
        self.about = plain_label(role="muted")
        self.balance = plain_label(role="text")
        self.balance.setWordWrap(True)
        self.balance.hide()
        self.facts = QGridLayout()
        self.events = HitList(_("What happened"))
        self.events.picked.connect(self._open)
        self.documents = Attached(shell)
        self.remarks = Remarks(shell)
        self._lay_out()
        theme().dress(self, controls)

    def ask(self, contact_id: ContactId) -> None:
        """Show a contact as soon as the office has answered."""
        self._shell.client.ask_or(self.show_seen, self._gone, contacts.seen, contact_id)
        answer = partial(self._show_account, contact_id)
        self._shell.client.ask_or(answer, self._no_account, open_items.account, contact_id)

    def show_seen(self, seen: Seen) -> None:
        """Show a contact and what happened with it."""
        contact = seen.contact
        self._contact = contact.id
        self._show_balance()
        self._country = seen.country
        self.name.setText(contact.name)
        roles = [_(text) for role, text in ROLES.items() if role in contact.roles]
        self.about.setText(" · ".join((contact.number, *roles)))
        self._show_facts(contact)
        self.documents.ask(f"contact:{contact.id}")
        self.remarks.show()
        self.remarks.ask(f"contact:{contact.id}", contact.name)
        self.events.clear()
        for event in seen.events:
            item = QListWidgetItem(event_text(event))
            item.setData(_EVENT, event)
            self.events.addItem(item)

    def empty(self) -> None:
        """Show nothing: the list is empty."""
        self._contact = None
        self.balance.hide()
        self.name.clear()
        self.about.clear()
        self._clear_facts()
        self.documents.hide()
        self.remarks.hide()
        self.events.clear()

    def _show_account(self, contact_id: ContactId, account: Account) -> None:
        self._account = (contact_id, account)
        self._show_balance()

    def _no_account(self, error: OfficeError) -> None:
        """Show no balance: whoever looks may not see what customers owe."""
        self._account = None
        self._show_balance()

    def _show_balance(self) -> None:
        """Show what the contact owes, once both it and its account have come."""
        is_its = self._account is not None and self._account[0] == self._contact
        text = account_text(self._account[1]) if self._account and is_its else ""
        self.balance.setText(text)
        self.balance.setVisible(bool(text))

    def _gone(self, error: OfficeError) -> None:
        if isinstance(error, NotFound):
            self.empty()
        else:
            self._shell.refuse(error)

    def _show_facts(self, contact: Contact) -> None:
        self._clear_facts()
        for line, (title, text) in enumerate(facts_of(contact, self._country, self._shell.today())):
            caption, value = plain_label(role="label"), plain_label(role="text")
            caption.setText(title)
            value.setText(text)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.facts.addWidget(caption, line, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(value, line, 1)

    def _clear_facts(self) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _open(self, item: QListWidgetItem) -> None:
        event = item.data(_EVENT)
        if isinstance(event, Event) and event.what in RECORDS:
            self._shell.open(RECORDS[event.what], event.record)

    def _lay_out(self) -> None:
        px = theme().px
        self.setMinimumWidth(px(_NARROWEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), 0, px(4), px(12))
        column.setSpacing(px(4))
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addWidget(self.balance)
        column.addSpacing(px(8))
        column.addWidget(self._fact_area())
        column.addSpacing(px(12))
        column.addWidget(self.documents)
        column.addSpacing(px(12))
        column.addWidget(self.remarks)
        column.addSpacing(px(12))
        column.addWidget(plain_label(_("What happened"), "label"))
        column.addWidget(self.events, 1)

    def _fact_area(self) -> Snug:
        px = theme().px
        self.facts.setHorizontalSpacing(px(16))
        self.facts.setVerticalSpacing(px(8))
        self.facts.setColumnStretch(1, 1)
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, px(8), 0)
        inside.addLayout(self.facts)
        inside.addStretch(1)
        return Snug(held)
