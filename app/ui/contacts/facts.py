"""What is known of a contact, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.contacts.address import block
from app.domain.contacts.contact import Contact
from app.domain.contacts.timeline import Event, Happening
from app.domain.contacts.vies import USUAL_SOURCE, Proof, proof_of, vat_number_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.identifiers import written
from app.domain.shared.money import Money
from app.lang.texts import mark
from app.services.open_items import Account
from app.ui.contacts.words import ADDRESS_USES, POINTS, VERDICTS
from app.ui.kit.eformats import EFORMATS
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.schemes import scheme_name
from app.ui.kit.texts import _, formats, many

HAPPENINGS = {
    Happening.ADDED: mark("Added"),
    Happening.CHANGED: mark("Last changed"),
    Happening.VAT_ANSWERED: mark("VIES asked"),
    Happening.INVOICE_DRAFTED: mark("Invoice draft"),
    Happening.INVOICE_ISSUED: mark("Invoice"),
    Happening.REMINDED: mark("Reminder"),
    Happening.QUOTE_DRAFTED: mark("Quote draft"),
    Happening.QUOTE_SENT: mark("Quote"),
    Happening.ORDER_DRAFTED: mark("Order draft"),
    Happening.ORDER_CONFIRMED: mark("Order"),
    Happening.PAPER_FILED: mark("Paper filed"),
    Happening.DELIVERED: mark("Delivery of goods"),
    Happening.RETURNED: mark("Return of goods"),
    Happening.PLAN_BEGUN: mark("Recurring invoice"),
    Happening.PAID: mark("Payment"),
    Happening.PAID_BACK: mark("Refund"),
    Happening.PAYMENT_REVERSED: mark("Payment reversed"),
    Happening.LETTER_RECEIVED: mark("Letter received"),
    Happening.LETTER_DRAFTED: mark("Letter draft"),
    Happening.LETTER_ISSUED: mark("Letter sent"),
    Happening.LETTER_VOIDED: mark("Letter voided"),
    Happening.MAIL_RECEIVED: mark("Mail received"),
    Happening.MAIL_WRITTEN: mark("Mail not sent yet"),
    Happening.MAIL_SENT: mark("Mail sent"),
    Happening.NOTED: mark("Note"),
    Happening.CALLED: mark("Phone call"),
}


def facts_of(contact: Contact, country: str, today: date) -> Iterator[tuple[str, str]]:
    """Yield what is known of a contact, as a word and its text."""
    yield from _addresses(contact, country)
    yield from _points(contact)
    for identifier in contact.identifiers:
        yield scheme_name(identifier.scheme), written(identifier.scheme, identifier.value)
    if answer := vat_answer_text(contact, today):
        yield _("VIES answer"), answer
    for account in contact.accounts:
        yield _("Account"), f"{written('iban', account.iban)}  {account.bic}".strip()
    if terms := terms_text(contact):
        yield _("Terms"), terms
    if contact.note:
        yield _("Note"), contact.note


def vat_answer_text(contact: Contact, today: date) -> str:
    """Return how far a VAT number is proven; nothing where none is asked about."""
    answer, proof = contact.vat_answer, proof_of(contact, today)
    if not vat_number_of(contact):
        return ""
    if answer is None or proof is Proof.NONE:
        return _("Not checked")
    told = [
        _("{answer} on {day}", answer=_(VERDICTS[answer.verdict]), day=formats().day(answer.on)),
        *([_("long ago")] if proof is Proof.OLD else ()),
        *([answer.source] if answer.source != USUAL_SOURCE else ()),
        *([answer.consultation] if answer.consultation else ()),
    ]
    lines = (" · ".join(told), answer.name, answer.address)
    return "\n".join(line for line in lines if line)


def terms_text(contact: Contact) -> str:
    """Return what was agreed with a contact, in one line; nothing where nothing was."""
    terms = contact.terms
    days = [] if terms.days is None else [many("{n} day to pay", "{n} days to pay", terms.days)]
    limit = terms.credit_limit
    if limit is not None:
        days.append(_("limit {amount}", amount=formats().money(limit.minor, limit.currency)))
    if terms.language:
        days.append(_(LANGUAGES.get(terms.language, terms.language)))
    if terms.eformat is not EFormat.NONE:
        days.append(_(EFORMATS[terms.eformat]))
    if terms.is_reminder_stopped:
        days.append(_("no reminders"))
    if terms.is_mailing_stopped:
        days.append(_("no mailings"))
    return " · ".join(days)


def account_text(account: Account) -> str:
    """Return what stands between us and a contact, in one line; nothing where nothing does."""
    if not account.items and not account.credit:
        return ""
    parts = [many("{n} open item", "{n} open items", account.items)]
    parts += [_("{amount} open", amount=_money(one)) for one in account.owed]
    parts += [_("{amount} overdue", amount=_money(one)) for one in account.overdue]
    parts += [_("credit {amount}", amount=_money(one)) for one in account.credit]
    return " · ".join(parts)


def _money(amount: Money) -> str:
    return formats().money(amount.minor, amount.currency)


def event_text(event: Event) -> str:
    """Return one line of what happened."""
    what = " ".join(part for part in (_(HAPPENINGS[event.what]), event.title) if part)
    amount = event.amount
    money = formats().money(amount.minor, amount.currency) if amount else ""
    return "   ".join(part for part in (formats().day(event.day), what, money) if part)


def _addresses(contact: Contact, country: str) -> Iterator[tuple[str, str]]:
    for address in contact.addresses:
        lines = block(address, contact.name, country)[1:]
        if lines:
            yield _(ADDRESS_USES[address.use]), "\n".join(lines)


def _points(contact: Contact) -> Iterator[tuple[str, str]]:
    for kind, text in POINTS.items():
        values = [_point(one.value, one.label) for one in contact.points if one.kind is kind]
        if values:
            yield _(text), "\n".join(values)


def _point(value: str, label: str) -> str:
    return f"{value}  ({label})" if label else value
