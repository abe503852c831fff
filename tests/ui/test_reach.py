"""What is out of reach of a role is off and says so; each stands with what its service asks."""

from __future__ import annotations

from importlib import import_module

import pytest

from app.services.permissions import OWNER, Permission, Role, mark_of
from app.services.roles import BUILT_IN
from app.ui.actions import with_modules
from app.ui.kit.actions import ActionBook
from app.ui.modules import MODULES
from app.ui.reach import ANY_OF, NEEDED, needs, out_of_reach

SERVICES = {
    "admin": "change_company:company.save change_logo:company.logo,company.no-logo",
    "contacts": (
        "add:contact.new change:contact.save put_away:contact.put-away take_back:contact.take-back"
    ),
    "products": (
        "add:product.new change:product.save put_away:product.put-away take_back:product.take-back"
    ),
    "invoices": (
        "draft:invoice.new,order.new,invoice.issue copy:invoice.copy discard:invoice.discard "
        "issue:invoice.issue"
    ),
    "layouts": (
        "add:invoice.new duplicate:invoice.copy put_away:invoice.discard change:invoice.issue"
    ),
    "crediting": "credit:invoice.credit reissue:invoice.reissue",
    "staging": (
        "down_payment:invoice.advance partial:invoice.partial final:invoice.final "
        "credit_excess:invoice.excess"
    ),
    "abbreviated": "begin:invoice.abbreviated",
    "bulk": "make:invoice.many",
    "billables": "add:billable.new invoice:billable.invoice remove:billable.remove",
    "quotes": (
        "draft:quote.new accept:quote.accept reject:quote.reject expire:quote.expire "
        "revise:quote.revise to_invoice:quote.invoice"
    ),
    "ordering_quotes": "to_order:quote.order",
    "plans": "add:plan.new pause:plan.pause resume:plan.resume skip:plan.skip end:plan.end",
    "recurring": "run:plan.run",
    "price_rises": "schedule:plan.raise",
    "order_billing": "bill:order.bill bill_together:order.bill-together deposit:order.deposit",
    "payments": (
        "record:payment.new,invoice.issue allocate:payment.use refund:payment.refund "
        "undo:payment.undo reverse:payment.reverse write_off:item.write-off offset:item.offset"
    ),
    "reminders": (
        "prepare:reminder.new discard:invoice.discard leave_out:reminder.leave-out "
        "set_level:reminder.level-1,reminder.level-2,reminder.level-3"
    ),
    "reminder_sending": "sent:reminder.sent",
    "reminder_issuing": "withdraw:reminder.withdraw issue:invoice.issue",
    "claims": ("dispute:claim.dispute stop:claim.stop resume:claim.resume collect:claim.collect"),
    "entries": "post:entry.new,entry.post,entry.copy reverse:entry.reverse",
    "accounts": "add:account.new change:account.save close:account.close remove:account.remove",
    "exchange_rates": "put:rate.new take_in:rate.take remove:rate.remove",
    "withholding": "void:certificate.void",
    "orders": (
        "draft:order.new confirm:order.confirm amend:order.amend promise:order.promise "
        "set_priority:order.urgent,order.high,order.normal,order.low hold:order.hold "
        "go_on:order.go-on close_short:order.close-short reopen:order.reopen "
        "cancel:order.cancel copy:order.copy"
    ),
    "reserving": "prefer:order.prefer release:order.release",
    "direct_deliveries": (
        "direct:order.direct deliver:order.direct-sent from_stock:order.from-stock"
    ),
    "deliveries": "plan:delivery.plan cancel:delivery.cancel pick:delivery.picked",
    "returns": "announce:return.announce cancel:return.cancel",
    "receiving_goods": "receive:goods.receive land_cost:goods.land",
    "stock_moves": (
        "transfer:goods.transfer scrap:goods.scrap use:goods.use arrive:goods.arrive "
        "reverse:move.reverse"
    ),
    "on_the_way": "consign:goods.consign",
    "assembling": "assemble:goods.make",
    "revaluing": "revalue:goods.revalue",
    "counts": (
        "plan:count.new start:count.start recount:count.recount review:count.review "
        "post:count.post cancel:count.cancel approve:count.approve"
    ),
    "reorder": "order:reorder.order",
    "lots": "set_status:lot.status,lot.release,lot.refuse",
    "employees": "add:employee.new leave:employee.leave",
    "expense_limits": "write:employee.new",
    "overtime_rules": "write:employee.new",
    "photos": "put:employee.photo,employee.no-photo",
    "belongings": ("qualify:qualification.new equip:equipment.new give_back:equipment.back"),
    "checklists": (
        "begin:checklist.begin tick:step.done leave_out:step.leave-out take_back:step.back"
    ),
    "contracts": (
        "draft:contract.new next_version:contract.version end_on:contract.end "
        "discard_draft:contract.discard sign_draft:contract.sign"
    ),
    "applicants": "add:applicant.new hire:applicant.hire forget:applicant.forget",
    "pins": "give:employee.pin",
    "leave_requests": "approve:leave.approve reject:leave.reject",
    "leave": "pay_out:leave.pay-out",
    "leave_types": "adopt:leave.adopt",
    "time_weeks": (
        "approve:hours.approve reopen:hours.reopen submit:hours.submit take_back:hours.take-back"
    ),
    "hours": "copy_week:hours.copy",
    "expenses": (
        "draft:claim.new submit:claim.submit,hours.submit approve:claim.approve "
        "reject:claim.reject post:claim.post pay:claim.pay"
    ),
    "payroll": (
        "begin:payroll.new calculate:payroll.calculate correct:payroll.correct "
        "discard:payroll.discard approve:payroll.approve post:payroll.post pay:payroll.paid"
    ),
    "pay_items": "add:pay.item-new set_card:pay.card-new",
    "pay_components": (
        "add:pay-component.new end:pay-component.end set_rate:pay-rate.new,pay-rate.compared"
    ),
    "archive": "take_in:document.take-in,document.paste",
    "suggesting": "accept:document.accept",
    "documents": (
        "file:document.file unfile:document.unfile seal:document.seal take_out:document.take-out "
        "bring_back:document.bring-back renew:document.renew trash:document.trash "
        "restore:document.restore"
    ),
    "arranging": "arrange:document.arrange",
    "stepping": "step:document.step",
    "serials": (
        "assign:document.number add_binder:binder.add change_binder:binder.change "
        "remove_binder:binder.remove"
    ),
    "receiving": ("add_folder:folder.add change_folder:folder.pause remove_folder:folder.remove"),
    "filing_rules": (
        "add_rule:rule.add reorder_rules:rule.up,rule.down change_rule:rule.switch "
        "run_rule:rule.run remove_rule:rule.remove"
    ),
    "holding": "place:document.hold lift:hold.lift",
    "disposing": "propose:disposal.next strike:disposal.strike drop:disposal.drop",
    "letters_out": (
        "draft:letter.write,letter.issue answer:letter.answer copy:letter.copy "
        "approve:letter.approve issue:letter.issue void:letter.void"
    ),
    "follow_ups": "add:letter.bring-up",
    "merge_runs": "prepare:mailing.new",
    "notes": "phone:phone.note",
    "letters_in": (
        "register:letter.issue receive:letter.receive assign:letter.assign no_reply:letter.no-reply"
    ),
    "mail_registering": "receive:mail.register",
    "dispatching": "send:letter.send",
    "outbox": (
        "write:mail.write,mail.answer-all,mail.forward,contact.mail,letter.write,letter.answer "
        "queue:letter.issue"
    ),
    "snippets": "add:letter.write change:letter.issue",
    "mail_handling": "reopen:mail.reopen",
    "paper_mails": ("of_invoice:invoice.mail of_order:order.mail of_delivery:delivery.mail"),
    "imports": "run:contact.import,product.import",
    "order_intake": "accept:order.import",
    "backups": "back_up:backups.now practise:backups.practise arrange:backups.plan",
    "restoring": "prepare:backups.restore prepare_back:backups.undo",
    "person_copies": "contact:contact.copy-data employee:employee.copy-data",
    "erasing": "erase:contact.erase",
    "erasing_people": "erase:employee.erase",
}
"""Which function of which service an action asks in the end."""

AUDITOR = next(one for one in BUILT_IN if one.name == "auditor")


def asked_by_services() -> dict[str, set[Permission]]:
    found: dict[str, set[Permission]] = {}
    for module, told in SERVICES.items():
        service = import_module(f"app.services.{module}")
        for function, _, names in (one.partition(":") for one in told.split()):
            mark = mark_of(getattr(service, function))
            assert mark is not None
            for name in names.split(","):
                found.setdefault(name, set()).add(mark.permission)
    return found


def a_book(role: Role) -> ActionBook:
    """Return a book in which a page offers everything, and somebody with a role is in."""
    book = ActionBook(with_modules(MODULES))
    book.offer(book, dict.fromkeys(book.rows, list))
    book.enter((book,))
    book.forbid(out_of_reach(role))
    return book


def test_every_action_stands_once_with_what_its_services_ask() -> None:
    names = [*ANY_OF, *(name for names in NEEDED.values() for name in names.split())]

    assert len(names) == len(set(names))
    assert needs() == asked_by_services()


def test_every_one_is_an_action() -> None:
    assert needs().keys() - {row.name for row in with_modules(MODULES)} == set()


def test_an_owner_reaches_everything() -> None:
    assert out_of_reach(OWNER) == frozenset()


def test_an_auditor_writes_nothing_and_prints_what_is_there(qapp: object) -> None:
    book = a_book(AUDITOR)

    is_on = {name for name in needs() if book.action(name).isEnabled()}

    assert is_on == set()
    assert book.action("invoice.print").isEnabled()
    assert book.action("log.export").isEnabled()


@pytest.mark.parametrize("role", BUILT_IN, ids=lambda one: one.name)
def test_nobody_misses_what_the_role_allows(qapp: object, role: Role) -> None:
    book = a_book(role)
    allowed = {name for name, any_of in needs().items() if any_of & role.permissions}

    assert {name for name in needs() if book.action(name).isEnabled()} == allowed


def test_what_is_out_of_reach_says_why_until_somebody_else_is_in(qapp: object) -> None:
    book = a_book(AUDITOR)
    action = book.action("contact.new")
    told, was_on = action.toolTip(), action.isEnabled()

    book.forbid(out_of_reach(OWNER))

    assert ("Your role does not allow it." in told, was_on) == (True, False)
    assert ("Your role" in action.toolTip(), action.isEnabled()) == (False, True)


def test_an_action_that_is_made_later_is_off_as_well(qapp: object) -> None:
    book = ActionBook(with_modules(MODULES))
    book.forbid(frozenset({"contact.new"}))
    book.offer(book, {"contact.new": list})
    book.enter((book,))

    action = book.action("contact.new")
    action.trigger()

    assert not action.isEnabled()
    assert "Your role" in action.toolTip()
