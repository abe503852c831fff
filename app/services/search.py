"""Search: one question over all that the asker may see."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.accounting.findable import ACCOUNT, ENTRY
from app.domain.archive.findable import KIND as DOCUMENT
from app.domain.billables.billable import KIND as BILLABLE
from app.domain.contacts.findable import KIND as CONTACT
from app.domain.correspondence.letter import INCOMING, OUTGOING
from app.domain.correspondence.mail import MAIL
from app.domain.correspondence.notes import NOTE
from app.domain.employees.employee import KIND as EMPLOYEE
from app.domain.expenses.expense import KIND as EXPENSE_CLAIM
from app.domain.invoices.findable import KIND as INVOICE
from app.domain.orders.delivery_findable import DELIVERY, RETURN
from app.domain.orders.findable import KIND as ORDER
from app.domain.payments.certificate_findable import KIND as CERTIFICATE
from app.domain.payments.findable import KIND as PAYMENT
from app.domain.payroll.findable import PAYSLIP
from app.domain.payroll.payroll import KIND as PAYROLL_RUN
from app.domain.products.findable import KIND as PRODUCT
from app.domain.quotes.findable import KIND as QUOTE
from app.domain.recurring.plan import KIND as PLAN
from app.domain.reminders.run import KIND as REMINDER
from app.domain.shared.search import Hit
from app.domain.stock.count import KIND as STOCK_COUNT
from app.services.letter_finding import LetterFinder
from app.services.office import Desk
from app.services.permissions import Permission, query

NEEDED = {
    CONTACT: Permission.CONTACTS_READ,
    PRODUCT: Permission.PRODUCTS_READ,
    INVOICE: Permission.INVOICES_READ,
    QUOTE: Permission.INVOICES_READ,
    ORDER: Permission.ORDERS_READ,
    PAYMENT: Permission.PAYMENTS_READ,
    PLAN: Permission.INVOICES_READ,
    REMINDER: Permission.REMINDERS_READ,
    BILLABLE: Permission.INVOICES_READ,
    DELIVERY: Permission.ORDERS_READ,
    RETURN: Permission.ORDERS_READ,
    CERTIFICATE: Permission.ACCOUNTING_READ,
    DOCUMENT: Permission.ARCHIVE_READ,
    ACCOUNT: Permission.ACCOUNTING_READ,
    ENTRY: Permission.ACCOUNTING_READ,
    INCOMING: Permission.LETTERS_READ,
    OUTGOING: Permission.LETTERS_READ,
    NOTE: Permission.LETTERS_READ,
    MAIL: Permission.MAIL_READ,
    STOCK_COUNT: Permission.STOCK_READ,
    EMPLOYEE: Permission.EMPLOYEES_READ,
    EXPENSE_CLAIM: Permission.EXPENSES_READ,
    PAYROLL_RUN: Permission.PAYROLL_READ,
    PAYSLIP: Permission.PAYROLL_READ,
}
"""What somebody must hold to find a kind of record; a kind that is not here is never found."""
ALSO_NEEDED = {PAYSLIP: Permission.EMPLOYEES_PRIVATE}
"""What somebody must hold besides, to find what lies behind the wall."""


@query(Permission.COMPANY_READ)
def find(desk: Desk, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Return the newest records that answer every word, of the kinds that the asker may read.

    Behind them stand letters on whose papers the words are, and what answers those.
    """
    held = desk.who.role.permissions
    kinds = {
        kind
        for kind, permission in NEEDED.items()
        if permission in held and ALSO_NEEDED.get(kind, permission) in held
    }
    found = desk.store.search.find(words, limit, kinds) if kinds else ()
    if len(found) < limit and INCOMING in kinds:
        return (*found, *_on_papers(desk, words, limit, found))
    return found


def _on_papers(desk: Desk, words: str, limit: int, known: Collection[Hit]) -> tuple[Hit, ...]:
    """Return the letters on whose papers the words stand, beside those that say them themselves."""
    named = {(hit.kind, hit.entity_id) for hit in known}
    letters = LetterFinder(desk).on_papers(words, limit)
    fresh = [hit for hit in letters if (hit.kind, hit.entity_id) not in named]
    return tuple(fresh[: limit - len(known)])
