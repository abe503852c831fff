"""What an e-invoice says as a draft bill, and the contact that its seller would be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from app.domain.archive.einvoice import EInvoice, ELine, EParty
from app.domain.bills.bill import BillForm, BillLine, BillTax
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier, Role
from app.domain.contacts.form import ContactForm
from app.domain.shared.identifiers import checked, compact
from app.domain.shared.lines import one_line

_VAT = ("fi.vat", "de.vat", "eu.vat")
_OTHER = ("fi.business_id", "fi.ovt", "th.tin")
_COUNTRY = 2
_PRICE_PLACES = 6
_TIN, _WITH_BRANCH = 13, 18


def bill_of(one: EInvoice) -> BillForm:
    """Return what an e-invoice says, every figure above zero; the sender's own, none put right."""
    sign = -1 if one.is_credit and (one.totals.gross or Decimal(0)) < 0 else 1
    extras = (BillLine(text=extra.text, net=_times(extra.amount, sign)) for extra in one.extras)
    identifiers = dict(_identifiers(one.seller))
    vat_id = next((identifiers[name] for name in _VAT if name in identifiers), "")
    return BillForm(
        supplier=one_line(one.seller.name),
        vat_id=vat_id,
        number=one.number,
        is_credit=one.is_credit,
        issued_on=one.issued_on,
        due_on=one.due_on,
        currency=one.currency,
        reference=one.payment.reference,
        account=compact("iban", one.payment.account),
        bank=compact("bic", one.payment.bank),
        order=one.order,
        note=one.note,
        lines=(*(_line(line, sign) for line in one.lines), *extras),
        taxes=tuple(
            BillTax(tax.percent, _times(tax.base, sign), _times(tax.amount, sign))
            for tax in one.taxes
        ),
        net=_times(one.totals.net, sign),
        tax=_times(one.totals.tax, sign),
        gross=_times(one.totals.gross, sign),
        payable=_times(one.totals.payable, sign),
    )


def seller_of(one: EInvoice) -> ContactForm:
    """Return the seller as the contact that it would be, as far as it says who it is."""
    account, bank = compact("iban", one.payment.account), compact("bic", one.payment.bank)
    accounts = (BankAccount(account, bank if not checked("bic", bank, "") else ""),)
    return ContactForm(
        name=one_line(one.seller.name),
        roles=frozenset({Role.SUPPLIER}),
        addresses=tuple(_addresses(one.seller)),
        identifiers=tuple(Identifier(*found) for found in _identifiers(one.seller)),
        accounts=accounts if account and not checked("iban", account, "") else (),
    )


def _line(line: ELine, sign: int) -> BillLine:
    """Return a line; of one below zero either the quantity or the price is."""
    price = None if line.extras else _price(line)
    is_of_price = price is not None and price < 0
    return BillLine(
        line.text,
        _times(line.quantity, 1 if is_of_price else sign),
        line.unit,
        _times(price, sign if is_of_price else 1),
        line.tax_percent,
        _times(line.net, sign),
    )


def _price(line: ELine) -> Decimal | None:
    """Return the price of one, where it can be told without rounding."""
    if line.price is None:
        return None
    base = line.base or Decimal(1)
    each = round(line.price / base, _PRICE_PLACES)
    return each if each * base == line.price else None


def _times(figure: Decimal | None, sign: int) -> Decimal | None:
    return None if figure is None else figure * sign


def _identifiers(party: EParty) -> Iterator[tuple[str, str]]:
    """Yield each number of a party under the first scheme whose check it passes, each once."""
    found: dict[str, str] = {}
    for text in party.identifiers:
        for scheme in _VAT if text.strip()[:2].isalpha() else _OTHER:
            value = compact(scheme, text)
            if scheme == "th.tin" and len(value) == _WITH_BRANCH:
                value = value[:_TIN]
            if value and not checked(scheme, value, ""):
                found.setdefault(scheme, value)
                break
    yield from found.items()


def _addresses(party: EParty) -> Iterator[Address]:
    """Yield the address of a party, as far as its lines tell their parts."""
    lines = [line for line in party.lines if line.strip()]
    if not lines:
        return
    country = lines.pop() if len(lines[-1]) == _COUNTRY and lines[-1].isupper() else ""
    town = lines.pop() if len(lines) > 1 else ""
    postcode, _gap, rest = town.partition(" ")
    is_parted = any(sign.isdigit() for sign in postcode) and (rest or town.isdigit())
    place = Address(
        street=lines[0] if lines else "",
        extra=", ".join(lines[1:]),
        town=rest if is_parted else town,
        postcode=postcode if is_parted else "",
    )
    yield replace(place, country=country)
