"""The paper of a reminder: what its page is written from, gathered from the whole office."""

from __future__ import annotations

from app.documents.paying import Payer
from app.documents.reminders import ReminderPaper, Waiting, describe
from app.domain.contacts.address import Address, AddressUse
from app.domain.invoices.layout import PaperKind
from app.domain.reminders.interest import Stretch, shown, stretches
from app.domain.reminders.planning import Debt, Ground, Planner
from app.domain.reminders.run import Reminder
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.dressing import Wardrobe
from app.services.office import Desk
from app.services.papers import Asked, facts_of


class ReminderPapers:
    """Writes the reminders of one run on paper, each in the language of its reader."""

    def __init__(self, desk: Desk, ground: Ground) -> None:
        self._desk = desk
        self._ground = ground
        self._planner = Planner(ground)
        self._company = desk.store.company.get()
        self._wardrobe = Wardrobe(desk)

    def paper(self, reminder: Reminder, debt: Debt) -> ReminderPaper:
        """Return everything that the page of a reminder is written from."""
        assert reminder.contact_id is not None
        contact = self._desk.store.contacts.get(reminder.contact_id)
        address = contact.address_for(AddressUse.BILLING) or Address()
        language, company = reminder.language or self._company.language, self._company
        total = Money(reminder.total_minor, reminder.currency)
        payer = Payer(contact.name, address)
        asked = Asked(total, reminder.reference, reminder.pay_by, reminder.number, payer)
        worn = self._wardrobe.outfit(PaperKind.REMINDER, reminder.contact_id)
        return ReminderPaper(
            reminder=reminder,
            day=self._ground.day,
            payer=payer,
            company=company,
            say=say_in(language),
            formats=formats_in(language, company.country),
            customer_number=contact.number,
            issued={one.invoice_id: one.issued_on for one in debt.owing},
            stretches=self._stretches(reminder, debt),
            waiting=self._waiting(debt),
            payment=facts_of(asked, company),
            basis=self._ground.law.basis_in(language),
            logo=worn.logo,
            dress=worn.dress,
        )

    def pdf(self, reminder: Reminder, debt: Debt) -> bytes:
        """Return the page of a reminder."""
        # The renderer loads reportlab: with the first paper, not with the first window.
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        return render(describe(self.paper(reminder, debt)))

    def _stretches(self, reminder: Reminder, debt: Debt) -> dict[InvoiceId, tuple[Stretch, ...]]:
        """Return the days that bear interest of each document that is reminded of."""
        assert debt.customer is not None
        day, rates = self._ground.day, self._planner.rates_for(debt.customer)
        reminded = {one.invoice_id for one in reminder.reminded}
        return {
            one.invoice_id: shown(
                tuple(stretches(one.due_on, day, one.open_minor, one.paid, rates)),
                self._ground.law.year_days,
            )
            for one in debt.owing
            if one.invoice_id in reminded
        }

    def _waiting(self, debt: Debt) -> tuple[Waiting, ...]:
        return tuple(
            Waiting(one.number, one.due_on, one.open_minor)
            for one in debt.owing
            if one.open_minor > 0 and one.due_on >= self._ground.day
        )
