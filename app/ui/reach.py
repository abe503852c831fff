"""Reach: which actions need a permission that not everybody has, so that they are off for others.

Whoever has not the permission is refused by the service in any case; what stands here is seen to be
out of reach before. What writes here one thing and there another needs one of several permissions.
"""

from __future__ import annotations

from app.services.permissions import Permission, Role

P = Permission

NEEDED: dict[Permission, str] = {
    P.COMPANY_CHANGE: "company.save company.logo company.no-logo",
    P.CONTACTS_CHANGE: "contact.new contact.save contact.put-away contact.take-back",
    P.PRODUCTS_CHANGE: "product.new product.save product.put-away product.take-back",
    P.INVOICES_DRAFT: (
        "invoice.credit invoice.reissue invoice.advance invoice.partial "
        "invoice.final invoice.excess invoice.abbreviated invoice.many "
        "billable.new billable.invoice billable.remove quote.new quote.accept quote.reject "
        "quote.expire quote.revise quote.invoice plan.new plan.run plan.pause plan.resume "
        "plan.skip plan.raise plan.end order.bill order.bill-together order.deposit"
    ),
    P.PAYMENTS_RECORD: (
        "payment.new payment.use payment.refund payment.undo payment.reverse item.write-off "
        "item.offset"
    ),
    P.REMINDERS_ISSUE: (
        "reminder.new reminder.leave-out reminder.level-1 reminder.level-2 reminder.level-3 "
        "reminder.sent reminder.withdraw claim.dispute claim.stop claim.resume claim.collect"
    ),
    P.ACCOUNTING_POST: (
        "entry.new entry.post entry.reverse entry.copy account.new account.save account.close "
        "account.remove rate.new rate.take rate.remove certificate.void"
    ),
    P.ORDERS_CHANGE: (
        "order.confirm order.amend order.promise order.urgent order.high order.normal "
        "order.low order.prefer order.release order.direct order.direct-sent order.from-stock "
        "order.hold order.go-on order.close-short order.reopen order.cancel order.copy "
        "quote.order delivery.plan delivery.cancel return.announce return.cancel"
    ),
    P.STOCK_MOVE: (
        "goods.receive goods.transfer goods.scrap goods.use goods.arrive goods.consign goods.make "
        "move.reverse count.new count.start count.recount count.review count.post count.cancel "
        "reorder.order delivery.picked"
    ),
    P.STOCK_APPROVE: "count.approve goods.land goods.revalue",
    P.STOCK_ARRANGE: "lot.status lot.release lot.refuse",
    P.EMPLOYEES_CHANGE: (
        "employee.leave employee.photo employee.no-photo qualification.new "
        "equipment.new equipment.back checklist.begin step.done step.leave-out step.back "
        "contract.new contract.version contract.end contract.discard contract.sign"
    ),
    P.EMPLOYEES_PRIVATE: "applicant.new applicant.hire applicant.forget employee.pin",
    P.LEAVE_APPROVE: "leave.approve leave.reject leave.pay-out leave.adopt",
    P.HOURS_APPROVE: "hours.approve hours.reopen",
    P.HOURS_ENTER: "hours.take-back hours.copy",
    P.EXPENSES_CLAIM: "claim.new claim.submit",
    P.EXPENSES_APPROVE: "claim.approve claim.reject",
    P.EXPENSES_PAY: "claim.post claim.pay",
    P.PAYROLL_CALCULATE: (
        "payroll.new payroll.calculate payroll.correct payroll.discard pay.item-new pay.card-new "
        "pay-component.new pay-component.end pay-rate.new pay-rate.compared"
    ),
    P.PAYROLL_APPROVE: "payroll.approve",
    P.PAYROLL_PAY: "payroll.post payroll.paid",
    P.ARCHIVE_FILE: (
        "document.take-in document.paste document.accept document.file document.unfile "
        "document.seal document.take-out document.bring-back document.renew document.arrange "
        "document.trash document.restore document.step document.number"
    ),
    P.ARCHIVE_ARRANGE: (
        "folder.add folder.pause folder.remove binder.add binder.change binder.remove rule.add "
        "rule.up rule.down rule.switch rule.run rule.remove"
    ),
    P.ARCHIVE_DISPOSE: "document.hold hold.lift disposal.next disposal.strike disposal.drop",
    P.LETTERS_DRAFT: "letter.copy letter.bring-up mailing.new phone.note",
    P.LETTERS_REGISTER: "letter.receive letter.assign letter.no-reply mail.register",
    P.LETTERS_APPROVE: "letter.approve",
    P.LETTERS_ISSUE: "letter.send letter.void",
    P.MAIL_SEND: (
        "mail.write mail.answer-all mail.forward mail.reopen invoice.mail order.mail delivery.mail "
        "contact.mail"
    ),
    P.OFFICE_IMPORT: "contact.import product.import order.import",
    P.BACKUPS_MAKE: "backups.now backups.practise",
    P.BACKUPS_ARRANGE: "backups.plan",
    P.BACKUPS_RESTORE: "backups.restore backups.undo",
    P.PRIVACY_EXPORT: "contact.copy-data employee.copy-data",
    P.PRIVACY_ERASE: "contact.erase employee.erase",
}
"""Actions by the one permission that each needs."""

ANY_OF: dict[str, frozenset[Permission]] = {
    "invoice.new": frozenset({P.INVOICES_DRAFT, P.COMPANY_CHANGE}),
    "invoice.copy": frozenset({P.INVOICES_DRAFT, P.COMPANY_CHANGE}),
    "invoice.discard": frozenset({P.INVOICES_DRAFT, P.COMPANY_CHANGE, P.REMINDERS_ISSUE}),
    "invoice.issue": frozenset(
        {
            *(P.INVOICES_ISSUE, P.INVOICES_DRAFT, P.PAYMENTS_RECORD, P.REMINDERS_ISSUE),
            P.COMPANY_CHANGE,
        }
    ),
    "order.new": frozenset({P.ORDERS_CHANGE, P.INVOICES_DRAFT}),
    "employee.new": frozenset({P.EMPLOYEES_CHANGE, P.EXPENSES_APPROVE, P.HOURS_APPROVE}),
    "hours.submit": frozenset({P.HOURS_ENTER, P.EXPENSES_CLAIM}),
    "letter.write": frozenset({P.LETTERS_DRAFT, P.LETTERS_ARRANGE, P.MAIL_SEND}),
    "letter.answer": frozenset({P.LETTERS_DRAFT, P.MAIL_SEND}),
    "letter.issue": frozenset(
        {
            *(P.LETTERS_ISSUE, P.LETTERS_REGISTER, P.LETTERS_DRAFT, P.LETTERS_ARRANGE),
            P.MAIL_SEND,
        }
    ),
}
"""Actions that stand on several pages: what each page writes with them asks one of these."""


def needs() -> dict[str, frozenset[Permission]]:
    """Return the permissions of every action here; one of them is enough."""
    single = {name: frozenset({one}) for one, names in NEEDED.items() for name in names.split()}
    return single | ANY_OF


def out_of_reach(role: Role) -> frozenset[str]:
    """Return the actions for which a role has none of the permissions."""
    return frozenset(name for name, any_of in needs().items() if not any_of & role.permissions)
