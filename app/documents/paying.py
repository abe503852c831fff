"""How to pay: the giro form for euros in Finland, else account, reference and a code to scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.documents.addresses import address_lines
from app.documents.model import Beside, Block, Fact, Facts, QrCode
from app.documents.slips import PaymentSlip, SwissSlip
from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.shared.money import Money
from app.lang.formats import Formats, formats_in
from app.lang.texts import Say

SWITZERLAND = "CH"
GIRO_CURRENCY = "EUR"
"""The Finnish giro form has no place for another currency: "Euro" is printed on it."""


@dataclass(frozen=True, slots=True)
class PaymentFacts:
    """Where and how to pay, written as it is read: account and reference in their groups.

    ``bar_code`` is the 54 digits of the Finnish bank bar code or empty; ``qr`` the whole text of
    the payment QR code (EPC, PromptPay) or empty. ``swiss`` is the text of the code of a Swiss
    QR-bill, whose form then stands at the foot.
    """

    iban: str
    bic: str = ""
    reference: str = ""
    bar_code: str = ""
    qr: str = ""
    swiss: str = ""


@dataclass(frozen=True, slots=True)
class Payer:
    """Who is to pay, as a form names it."""

    name: str
    address: Address

    def lines(self, home: str) -> tuple[str, ...]:
        """Return name and address as they are written in a country."""
        return (self.name, *address_lines(self.address, home))


@dataclass(frozen=True, slots=True)
class Payable:
    """What is to be paid, until when and by whom; ``message`` says what for.

    ``due_label`` is what the day is called until which it is to be paid.
    """

    facts: PaymentFacts
    amount: Money
    due_on: date | None
    payer: Payer | None
    message: str
    due_label: str


def how_to_pay(payable: Payable, company: Company, say: Say, formats: Formats) -> tuple[Block, ...]:
    """Return how an amount is paid to a company."""
    if payable.facts.swiss:
        return (_swiss(payable, company, say.language),)
    if company.country == "FI" and payable.amount.currency == GIRO_CURRENCY:
        return (_slip(payable, company),)
    facts = _facts(payable, say, formats)
    if not payable.facts.qr:
        return (facts,)
    caption = say("Scan to pay")
    words = ", ".join(f"{fact.label} {fact.value}" for fact in facts.rows)
    return (Beside((facts,), (QrCode(payable.facts.qr, caption, text=f"{caption}: {words}"),)),)


def _facts(payable: Payable, say: Say, formats: Formats) -> Facts:
    payment, amount = payable.facts, payable.amount
    rows = (
        (say("Account"), payment.iban),
        (say("BIC"), payment.bic),
        (say("Payment reference"), payment.reference),
        (payable.due_label, formats.day(payable.due_on) if payable.due_on else ""),
        (say("Amount"), formats.money(amount.minor, amount.currency)),
    )
    return Facts(tuple(Fact(label, value) for label, value in rows if value), say("Payment"))


def _swiss(payable: Payable, company: Company, language: str) -> SwissSlip:
    """Return the QR-bill: amounts with blanks and a point, addresses as the Swiss write them."""
    payment, amount = payable.facts, payable.amount
    return SwissSlip(
        iban=payment.iban,
        payee=Payer(company.name, company.address).lines(SWITZERLAND),
        payer=payable.payer.lines(SWITZERLAND) if payable.payer else (),
        reference=payment.reference,
        currency=amount.currency,
        amount=f"{amount.amount:,.2f}".replace(",", " "),
        qr=payment.swiss,
        message=(payable.message,) if payable.message else (),
        language=language,
    )


def _slip(payable: Payable, company: Company) -> PaymentSlip:
    """Return the giro form of a Finnish company; banks read its day and sum the Finnish way."""
    payment, amount = payable.facts, payable.amount
    finnish = formats_in("fi", "FI")
    return PaymentSlip(
        iban=payment.iban,
        bic=payment.bic,
        payee=(company.name, *address_lines(company.address, company.country)),
        payer=payable.payer.lines(company.country) if payable.payer else (),
        reference=payment.reference,
        due=finnish.day(payable.due_on) if payable.due_on else "",
        amount=finnish.amount(amount.minor, amount.currency),
        bar_code=payment.bar_code,
        qr=payment.qr,
        message=(payable.message,) if payable.message else (),
    )


def terms_text(days: int, say: Say) -> str:
    """Return within how many days something is to be paid."""
    return say.many("{n} day net", "{n} days net", days) if days else say("Payable at once")
